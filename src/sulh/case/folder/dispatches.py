"""`dispatches/*.txt`: texts with a small TOML front matter between two lines `+++`."""

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from sulh.case.dispatch import Dispatch
from sulh.case.fault import Fault
from sulh.case.folder.entry import Context, Entry
from sulh.case.folder.quotation import Text
from sulh.case.folder.table import Page
from sulh.case.handling import MEDIATOR
from sulh.case.reference import is_id
from sulh.text.language import detect
from sulh.text.span import Span

_OPENING: Final = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n")
_CLOSING: Final = re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_MISPLACED: Final = re.compile(
    r"[\s\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]*(?:\+\+\+|---\s*$)", re.MULTILINE
)
_NO_OPENING: Final = "the front matter has to begin with a line +++ at the very start; move it there"
_NO_CLOSING: Final = "the front matter has no end; close it with a line +++"
_CAUTION: Final = "; until then the dispatch is handled as mediator"


class Parts(NamedTuple):
    """A dispatch file taken apart.

    Attributes:
        front: the TOML of the front matter, from the second line of the file on.
        text: the whole file and its body.
        fault: what is wrong with where the front matter begins or ends; empty for nothing.
    """

    front: str
    text: Text
    fault: str = ""


def take_apart(whole: str) -> Parts:
    """Split the text of a dispatch file into front matter and body; offsets count in the whole."""
    opening = _OPENING.match(whole)
    if opening is None:
        # What was meant as front matter may say who must not see the text.
        fault = _NO_OPENING if _MISPLACED.match(whole) else ""
        return Parts("", Text(whole, Span(int(whole.startswith("\ufeff")), len(whole))), fault)
    closing = _CLOSING.search(whole, opening.end())
    if closing is None:
        return Parts("", Text(whole, Span(opening.end(), len(whole))), _NO_CLOSING)
    front = whole[opening.end() : closing.start()]
    return Parts(front, Text(whole, Span(closing.end(), len(whole))))


def name_fault(file: str, relative: str) -> Fault | None:
    """Return what is wrong with the name of a dispatch file."""
    stem = PurePosixPath(relative).stem
    if is_id(stem):
        return None
    reason = f"the name {stem!r} has signs other than lower-case a-z, 0-9 and hyphen; rename the file"
    return Fault(file, None, reason)


def dispatch(file: str, relative: str, parts: Parts, context: Context) -> tuple[Dispatch, list[Fault]]:
    """Read one dispatch.

    Its text is always there. Where something is wrong with the front matter, the handling may have been lost
    with it, so the dispatch is then for the mediator.

    Args:
        file: name of the file in faults.
        relative: path in the case folder.
        parts: the decoded file.
        context: what the case defines.
    """
    page = Page(file, parts.front, before=1)
    entry = Entry(page, (), page.values, context=context)
    value = Dispatch(
        id=PurePosixPath(relative).stem,
        path=relative,
        text=parts.text.whole,
        body=parts.text.body,
        language=entry.maybe_language() or detect(parts.text.body.of(parts.text.whole)),
        outlet=entry.maybe_text("outlet"),
        published=entry.day("date"),
        url=entry.maybe_url("url"),
        provenance=entry.provenance(),
    )
    entry.rest()
    faults = page.faults()
    if parts.fault:
        faults.append(Fault(file, 1, parts.fault))
    if faults:
        value = replace(value, provenance=replace(value.provenance, handling=MEDIATOR))
    return value, [replace(fault, reason=fault.reason + _CAUTION) for fault in faults]


def lone(file: str, text: str) -> tuple[Dispatch, list[Fault]]:
    """Read one dispatch that no case folder holds: what its front matter refers to is taken as it is."""
    return dispatch(file, file, take_apart(text), Context(language="en"))

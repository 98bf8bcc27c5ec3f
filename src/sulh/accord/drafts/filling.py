"""From a package to a text: a template whose places are filled with the wordings of the options.

A place is `{{issue}}`. It is filled with the wording of the option chosen, or, where none is chosen, with a
bracket of the wordings of all options. An option is nobody's proposal: its id stands where a proposer would.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sulh.accord.editing import escape, escape_signs
from sulh.accord.reading import parse
from sulh.case.fault import Fault
from sulh.case.folder.dispatches import take_apart
from sulh.case.folder.reading import in_order
from sulh.case.folder.table import Page, suggestion
from sulh.case.folder.toml import pairs
from sulh.case.handling import PROCESS, PUBLIC, Handling
from sulh.case.reference import is_id

_PLACE: Final = re.compile(r"(?<!\\)\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}")
_APART: Final = re.compile(r"[\s,،;؛|:\\\[\]{}<>\"]+")
_HANDLING: Final = re.compile(r"^handling\s*=.*$", re.MULTILINE)


class Suggestion(NamedTuple):
    """One way to settle an issue, as it would stand in the text.

    Attributes:
        option: its id.
        words: one paragraph of plain words.
        remark: what a reader of the draft has to know of the words; empty for nothing.
    """

    option: str
    words: str
    remark: str = ""


class Slot(NamedTuple):
    """What a draft has to say on one issue.

    Attributes:
        issue: its id.
        title: its heading.
        options: at least one.
        chosen: the id of one of them; None where the issue is open.
    """

    issue: str
    title: str
    options: tuple[Suggestion, ...]
    chosen: str | None = None


class Filled(NamedTuple):
    """A draft.

    Attributes:
        text: a copy in the format of agreement texts.
        handling: the mark that its front matter has.
        absent: ids of the issues for which the template has no place.
        faults: what is wrong with the template, by its lines.
    """

    text: str
    handling: Handling
    absent: tuple[str, ...]
    faults: tuple[Fault, ...]


def outline(title: str, slots: Sequence[Slot]) -> str:
    """Return a template with a numbered heading and a place for each issue, in their order."""
    heads = [pairs({"title": title if title.strip() else None}).join(("+++\n", "+++\n"))]
    for number, slot in enumerate(slots, 1):
        named = is_id(slot.issue) and not slot.issue.isdecimal()
        head = escape_signs(" ".join(slot.title.split())).replace("{{", r"\{{")
        heads.append(f"\n## {number}. {head}{f' {{#{slot.issue}}}' * named}\n\n{{{{{slot.issue}}}}}\n")
    return "".join(heads)


def fill(template: str, name: str, slots: Sequence[Slot], language: str, least: Handling = PUBLIC) -> Filled:
    """Return the text that `template` makes with the wordings of `slots`.

    Args:
        template: a copy in the format of agreement texts, with places `{{issue}}`.
        name: of the template, for faults.
        slots: the issues; nothing else of a negotiation has any influence on the text.
        language: of the wordings; the front matter says so where the template does not.
        least: the least handling of the wordings; a draft whose template has none is for `process`.
    """
    whole, body = take_apart(template.removeprefix("\ufeff")).text
    before = whole[: body.start]
    known = {slot.issue: slot for slot in slots}
    met, faults = set[str](), list[Fault]()

    def filled(place: re.Match[str]) -> str:
        issue = place[1]
        met.add(issue)
        if issue in known:
            return _stretch(known[issue])
        line = whole.count("\n", 0, body.start + place.start()) + 1
        reason = f"there is no issue {issue!r}{suggestion(issue, known)} correct the place {{{{{issue}}}}}"
        faults.append(Fault(name, line, reason))
        return place.group()

    words = _PLACE.sub(filled, body.of(whole))
    head, handling = _front(before, language, least)
    added = head.count("\n") - before.count("\n")
    text = head + words
    for fault in parse(text, name)[1]:
        faults.append(replace(fault, line=max(1, (fault.line or 1) - added)))
    return Filled(text, handling, tuple(issue for issue in known if issue not in met), in_order(faults))


def _stretch(slot: Slot) -> str:
    if slot.chosen is not None:
        options = [option for option in slot.options if option.option == slot.chosen]
        words = _escaped(options[0].words)
    else:
        options = list(slot.options)
        labels = _labels(options)
        wordings = (
            f"{label}: {_escaped(option.words, '|:')}" for label, option in zip(labels, options, strict=True)
        )
        words = f"[[{' | '.join(wordings)}]]"
    return words + "".join(f" {{>> sulh: {note} <<}}" for note in _notes(options))


def _line(words: str) -> str:
    """Return words as one line: a place is one paragraph, and a bracket ends before an empty line."""
    return " ".join(words.split())


def _escaped(words: str, also: str = "") -> str:
    """Return words that stay what they are, whatever stands behind them."""
    line = escape(_line(words), also)
    return f"{line}\\" if line.endswith("\\") else line


def _labels(options: Sequence[Suggestion]) -> list[str]:
    """Return the ids as proposers: without signs that would part them, and no two the same."""
    labels = [_APART.sub(" ", option.option).strip() for option in options]
    if len({*labels}) == len(labels) and all(labels):
        return labels
    return [f"option {number}" for number in range(1, len(labels) + 1)]


def _notes(options: Sequence[Suggestion]) -> Iterator[str]:
    for option in options:
        if option.remark:
            yield _line(option.remark).replace("<<}", "« }")


def _front(head: str, language: str, least: Handling) -> tuple[str, Handling]:
    """Return the front matter with `language` and a handling, and that handling."""
    newline = "\r\n" if "\r\n" in head else "\n"
    if not head.strip():
        head = f"+++{newline}+++{newline}"
    raw = Page("", take_apart(head).front).values
    own = parse(head, "")[0].front.provenance.handling if "handling" in raw else PROCESS
    handling = own.join(least)
    added = {} if "language" in raw else {"language": language}
    if "handling" not in raw:
        added["handling"] = str(handling)
    elif handling != own:
        head = _HANDLING.sub(f'handling = "{handling}"', head, count=1)
    opening, line_end, rest = head.partition(newline)
    return opening + line_end + pairs(added).replace("\n", newline) + rest, handling

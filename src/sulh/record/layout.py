"""The parts of a published page: title, lines of content, credit line, and furniture that is no content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sulh.record.lexicon import Lexicon
from sulh.text.normal import fold
from sulh.text.span import Span

_LINE: Final = re.compile(r"[^\r\n\u2028\u2029]+")
_LONGEST_TITLE: Final = 30  # words; a longer first line is a paragraph
_LONGEST_FURNITURE: Final = 14  # words; a longer line that begins like furniture is a sentence
_LONGEST_TITLE_TEXT: Final = 400  # code points, where words are not parted
_SEPARATORS: Final = re.compile(r"[،,؛;/|]| و ?- ?| - ")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a page are.

    Attributes:
        title: the headline; None where the text begins with a paragraph.
        lines: the lines to read, the title first, without furniture and repeated titles.
        credited: the names in a "source:" line.
    """

    title: Span | None
    lines: tuple[Span, ...]
    credited: tuple[str, ...]


def lay_out(text: str, body: Span, lexicon: Lexicon) -> Layout:
    """Find the parts of the page that `body` of `text` holds."""
    lines: list[Span] = []
    credited: tuple[str, ...] = ()
    title = ""
    for line in _lines(text, body):
        folded = " ".join(fold(line.of(text)).split())
        names = _credited(line.of(text), lexicon)
        if names is not None:
            credited = names
        elif folded != title and not _is_furniture(folded, lexicon):
            if not lines and _is_title(folded):
                title = folded
            lines.append(line)
    return Layout(lines[0] if title and len(lines) > 1 else None, tuple(lines), credited)


def _lines(text: str, body: Span) -> Iterator[Span]:
    for match in _LINE.finditer(text, body.start, body.end):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            yield Span(start, start + len(stripped))


def _is_title(folded: str) -> bool:
    return len(folded) <= _LONGEST_TITLE_TEXT and len(folded.split()) <= _LONGEST_TITLE


def _is_furniture(folded: str, lexicon: Lexicon) -> bool:
    return folded.startswith(lexicon.furniture) and len(folded.split()) <= _LONGEST_FURNITURE


def _credited(line: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return the names after "source:", or None where the line is no credit line."""
    head, colon, rest = line.partition(":")
    if not colon or fold(head).strip() not in lexicon.credit:
        return None
    names = (name.strip(" .") for name in _SEPARATORS.split(" ".join(rest.split())))
    return tuple(name for name in names if name)

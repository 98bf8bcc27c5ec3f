"""The parts of a published page: title, lines of content, credit line, and furniture that is no content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sulh.record.lexicon import Lexicon
from sulh.text.normal import fold
from sulh.text.span import Span

_LINE: Final = re.compile(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*")
_LONGEST_TITLE: Final = 30  # words; a longer first line is a paragraph
_LONGEST_FURNITURE: Final = 14  # words; a longer line that begins like furniture is a sentence
_SEPARATORS: Final = re.compile(r"\s*[،,؛;/|]\s*|\s+و\s*-\s*|\s+-\s+")


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
    title: Span | None = None
    folded_title = ""
    lines: list[Span] = []
    credited: tuple[str, ...] = ()
    for line in _lines(text, body):
        folded = " ".join(fold(line.of(text)).split())
        names = _credited(line.of(text), folded, lexicon)
        if names is not None:
            credited = names
        elif folded == folded_title or _is_furniture(folded, lexicon):
            continue
        else:
            if not lines and len(folded.split()) <= _LONGEST_TITLE:
                title, folded_title = line, folded
            lines.append(line)
    if len(lines) == 1:
        title = None
    return Layout(title, tuple(lines), credited)


def _lines(text: str, body: Span) -> Iterator[Span]:
    for match in _LINE.finditer(text, body.start, body.end):
        stripped = match.group().strip()
        start = match.start() + match.group().index(stripped)
        yield Span(start, start + len(stripped))


def _is_furniture(folded: str, lexicon: Lexicon) -> bool:
    return folded.startswith(lexicon.furniture) and len(folded.split()) <= _LONGEST_FURNITURE


def _credited(line: str, folded: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return the names after "source:", or None where the line is no credit line."""
    head, colon, _ = folded.partition(":")
    if not colon or head.strip() not in lexicon.credit:
        return None
    names = (name.strip(" .\t") for name in _SEPARATORS.split(line.partition(":")[2]))
    return tuple(name for name in names if name)

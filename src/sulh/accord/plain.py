"""The plain text of a clause, with the place of each character in the file."""

import re
from array import array
from collections.abc import Iterable
from typing import Final

from sulh.accord.clause import Clause
from sulh.accord.counterpart import Copy
from sulh.text.normal import Normal
from sulh.text.span import Span

_ITEM: Final = re.compile(r"\||[-*•–][ \t]")  # a row of a table or an item of a list


def plain_text(copy: Copy, clause: Clause) -> Normal:
    """Return heading and content of `clause`, without its children, and where each character stands.

    There is no markup, number, attribute or note in it; brackets stand in it as they are written. The lines
    of a paragraph are joined by a blank; paragraphs, the heading and rows of a table are lines. `origin`
    takes a span of the plain text back to the file.
    """
    return join(copy.text, clause.heading, clause.content)


def join(source: str, *blocks: Iterable[Span]) -> Normal:
    """Return blocks of stretches of `source` as one text, joined as plain text is, each with its origin."""
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    done: int | None = None
    for block in blocks:
        first = True
        for start, end in block:
            gap = "" if done is None else "\n" if first else _joint(source, done, start)
            if gap and done is not None:
                starts.append(done)
                ends.append(start)
            pieces += gap, source[start:end]
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            done, first = end, False
    return Normal("".join(pieces), starts, ends)


def _joint(source: str, end: int, start: int) -> str:
    """Return what stands in the plain text for the gap between two stretches."""
    breaks = source.count("\n", end, start)
    if not breaks:
        return ""
    return "\n" if breaks > 1 or _ITEM.match(source, start) else " "

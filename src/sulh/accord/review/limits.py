"""Last days that a text names: a whole date after words that make it one."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from sulh.accord.copies.figures import figures
from sulh.text.normal import fold
from sulh.text.span import Span

# "Before" and "until" also tell of the past (detained before 1 May), so they are left out.
_CUE: Final = re.compile(
    r"(?:\bby|\bno\s+later\s+than|\bnot\s+later\s+than|\bon\s+or\s+before|\bبحلول|اقصاه|لا\s+يتجاوز)"
    r"(?:\s+(?:the|on|يوم|تاريخ|نهايه|end\s+of))*\s*$"
)


def last_days(text: str, language: str) -> Iterator[tuple[date, Span]]:
    """Yield each day by which something is to be done, with its place; dates without year are left out."""
    for one in figures(text, language):
        if one.kind == "date" and _CUE.search(fold(text[: one.span.start])):
            try:
                yield date.fromisoformat(one.value), one.span
            except ValueError:
                continue

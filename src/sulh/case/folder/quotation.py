"""Exact words of a dispatch, as a stretch of its text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sulh.text.span import Span

_SHOWN: Final = 3


class Text(NamedTuple):
    """A decoded file, and the stretch of it after the front matter."""

    whole: str
    body: Span


def _occurrences(words: str, text: Text) -> Iterator[Span]:
    start = text.whole.find(words, *text.body)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.whole.find(words, start + 1, text.body.end)


def locate(words: str, text: Text) -> Span:
    """Return where `words` stand in the body of `text`, letter for letter.

    Raises:
        ValueError: they stand there not at all, or more than once; nothing is guessed, and the message says
            what to write.
    """
    found = list(_occurrences(words, text))
    if len(found) == 1:
        return found[0]
    if found:
        places = ", ".join(str(list(span)) for span in found[:_SHOWN])
        more = ", …" if len(found) > _SHOWN else ""
        msg = (
            f"the words {words!r} stand {len(found)} times in the dispatch, at {places}{more}; "
            f"give more words, or the place, such as at = {list(found[0])}"
        )
        raise ValueError(msg)
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    near = re.compile(pattern).search(text.whole, *text.body)
    remedy = (
        f"it has them with other spaces or line breaks: write at = {list(near.span())} instead"
        if near
        else "copy them letter for letter"
    )
    msg = f"the words {words!r} do not stand in the dispatch; {remedy}"
    raise ValueError(msg)


def is_unique(span: Span, text: Text) -> bool:
    """Tell whether the words of `span` alone say where they stand."""
    return list(_occurrences(span.of(text.whole), text)) == [span]

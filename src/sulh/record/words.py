"""A text as words with their offsets, sentences and quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sulh.text.normal import fold
from sulh.text.segment import quotations, sentences
from sulh.text.span import Span

_SHORTEST_PREFIXED: Final = 3  # letters of a preposition and a noun
_WORD: Final = re.compile(
    r"[\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]+"
    r"|[^\w\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u061c]"
)
_ARTICLE: Final = "ال"

COMMAS: Final = frozenset("،,")


def word_set(words: str) -> frozenset[str]:
    """Return the words of `words`, folded as the forms of a passage are."""
    return frozenset(fold(word) for word in words.split())


def word_sequences(sequences: str) -> frozenset[tuple[str, ...]]:
    """Return the sequences of words that | separates, folded."""
    return frozenset(tuple(fold(sequence).split()) for sequence in sequences.split("|"))


def after_li(form: str) -> str:
    """Return the noun after an attached لـ (للوكالة → الوكالة); empty where the word can have none."""
    if form[0] != "ل" or len(form) < _SHORTEST_PREFIXED:
        return ""
    return _ARTICLE + form[2:] if form[1] == "ل" else form[1:]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words and marks of a text, in order; every list has one entry a word.

    Attributes:
        starts: offset of the first code point.
        ends: offset after the last one.
        forms: the word folded.
        sentence_starts: index of the first word of its sentence.
        sentence_ends: index after the last word of its sentence.
        closes: for the index of an opening quotation mark, that of the mark that closes it.
        closing: indices of the marks that close a quotation.
        quoted: index of the mark that opens the outermost quotation around the word, or -1.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    sentence_starts: Sequence[int]
    sentence_ends: Sequence[int]
    closes: Mapping[int, int]
    closing: frozenset[int]
    quoted: Sequence[int]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.forms)

    def span(self, start: int, end: int) -> Span:
        """Return the offsets of the words `start ≤ i < end`; there is at least one."""
        return Span(self.starts[start], self.ends[end - 1])

    def slice(self, start: int, end: int) -> str:
        """Return the text of the words `start ≤ i < end`, empty for none."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def over(self, span: Span) -> tuple[int, int]:
        """Return the indices of the first word that `span` touches and after the last one."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)


def passage(text: str, lines: Sequence[Span]) -> Passage:
    """Split the given lines of `text` into words; sentences and quotations do not cross lines."""
    starts: list[int] = []
    ends: list[int] = []
    sentence_starts: list[int] = []
    sentence_ends: list[int] = []
    closes: dict[int, int] = {}
    for line in lines:
        first = done = len(starts)
        spans = [match.span() for match in _WORD.finditer(text, line.start, line.end)]
        starts += [start for start, _ in spans]
        ends += [end for _, end in spans]
        for quotation in quotations(line.of(text)):
            opening = bisect_left(starts, line.start + quotation.outer.start, first)
            closing = bisect_left(starts, line.start + quotation.outer.end, first) - 1
            if quotation.closed and opening < closing:
                closes[opening] = closing
        stops = [
            bisect_left(starts, line.start + sentence.end, first) for sentence in sentences(line.of(text))
        ]
        for stop in (*stops, len(starts)):
            sentence_starts += [done] * (stop - done)
            sentence_ends += [stop] * (stop - done)
            done = stop
    return Passage(
        text=text,
        starts=starts,
        ends=ends,
        forms=[_folded(text[start:end]) for start, end in zip(starts, ends, strict=True)],
        sentence_starts=sentence_starts,
        sentence_ends=sentence_ends,
        closes=closes,
        closing=frozenset(closes.values()),
        quoted=_outermost(closes, len(starts)),
    )


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    """Return the folded word; one that is all marks stays as it is."""
    return fold(word) or word


def _outermost(closes: Mapping[int, int], count: int) -> list[int]:
    """Return for each of `count` words the mark that opens the outermost quotation around it, or -1."""
    quoted = [-1] * count
    for opening, closing in sorted(closes.items()):
        if quoted[opening] < 0:
            quoted[opening + 1 : closing] = [opening] * (closing - opening - 1)
    return quoted

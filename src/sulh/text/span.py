"""A stretch of a text, in Unicode code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """The half-open interval `start ≤ i < end` of code point offsets in one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span names."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """Return the span `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a code point; an empty span shares none."""
        return max(self.start, other.start) < min(self.end, other.end)

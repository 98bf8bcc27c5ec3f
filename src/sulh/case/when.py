"""Dates as precise as they are known, and periods of validity."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A point in time known to lie between two days, both included.

    A day is `When(d, d)`; "January 2017" is `When(2017-01-01, 2017-01-31)`.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins."""
        if self.last < self.first:
            msg = f"the interval {self.first}/{self.last} ends before it begins"
            raise ValueError(msg)

    @classmethod
    def on(cls, day: date) -> "When":
        """Return the one day `day`."""
        return cls(day, day)

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.first == self.last

    def __str__(self) -> str:
        """Return the day, or `first/last` (ISO 8601 interval)."""
        return str(self.first) if self.is_day else f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True)
class Validity:
    """From when until when something held; None where an end is open or not known."""

    begins: When | None = None
    ends: When | None = None

    def certainly_covers(self, day: date) -> bool:
        """Tell whether the value held on `day` whatever the imprecise ends turn out to be."""
        return (self.begins is None or self.begins.last <= day) and (
            self.ends is None or day <= self.ends.first
        )

    def possibly_covers(self, day: date) -> bool:
        """Tell whether the value may have held on `day`."""
        return (self.begins is None or self.begins.first <= day) and (
            self.ends is None or day <= self.ends.last
        )


ALWAYS = Validity()

"""A bulletin: one observer's count of reported violations over a time, by area where it is broken down."""

from dataclasses import dataclass
from typing import Literal

from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import When
from sulh.watch.place import Place

Dated = Literal["day", "month", "interval"]


@dataclass(frozen=True, slots=True)
class AreaCount:
    """How many violations a bulletin counts in one place."""

    place: Place
    count: int


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One observer's account of one time.

    Attributes:
        observer: who counted; never who is said to have done it, nor who judged it.
        published: the day, or the interval that the day lies in.
        precision: how exactly `published` is known.
        window_hours: how long a time it covers, ending when it was made; None where it does not say.
        alleged: the side said to have done it, in the words of the bulletin; None where it does not say.
        total: the total that it gives; None where it gives none.
        counts: its breakdown by place; empty where it gives none.
        provenance: its rows and URL, its handling and note.
    """

    observer: str
    published: When
    precision: Dated
    window_hours: int | None
    alleged: str | None
    total: int | None
    counts: tuple[AreaCount, ...] = ()
    provenance: Provenance = UNSOURCED

    @property
    def complete(self) -> bool:
        """Whether the breakdown adds up to the total; a total of 0 is complete by itself."""
        return self.total is not None and sum(part.count for part in self.counts) == self.total

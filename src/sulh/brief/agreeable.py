"""What could be agreed: for the mediator alone, as it rests on the preferences of the parties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal, NamedTuple

from sulh.brief.assumed import NOTHING, Assumed
from sulh.brief.page import Shape
from sulh.table.cover import Cover, cover
from sulh.table.deals import Deals, attempt, deals
from sulh.table.diagram import TooLargeError
from sulh.table.frontier import Point
from sulh.table.negotiation import Negotiation

FEW: Final = 5
"""Points of the frontier that a table shows."""

DRAWN: Final = 300
"""Points of the frontier that a picture shows."""


class Column(NamedTuple):
    """A package as the page refers to it.

    Attributes:
        label: a letter for solutions, a number for points of the frontier.
        names: of the solutions that choose it.
    """

    label: str
    point: Point
    names: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A negotiation of which nothing can be said, and why."""

    why: Literal["unreadable", "too large"]


@dataclass(frozen=True)
class Agreeable:
    """What could be agreed, and which part of it is shown.

    Attributes:
        deals: the whole answer.
        few: points for a table.
        drawn: points for a picture.
        axes: places of the two parties of the picture; None where there are not two.
        assumed: what it rests on.
    """

    deals: Deals
    few: Cover
    drawn: Cover
    axes: tuple[int, int] | None = None
    assumed: Assumed = NOTHING

    @cached_property
    def ideals(self) -> tuple[Fraction, ...] | None:
        """The largest utilities of each party in an acceptable package; None without an exact frontier."""
        points = self.deals.frontier
        return tuple(map(max, zip(*(point.utilities for point in points), strict=True))) if points else None

    @property
    def reservations(self) -> tuple[Fraction, ...]:
        """The reservation values of the parties."""
        return tuple(party.reservation for party in self.deals.negotiation.parties)

    def share(self, party: int, utility: Fraction) -> Fraction | None:
        """Return the gain as a share of the party's ideal gain; None where that is 0 or not known."""
        if self.ideals is None or self.ideals[party] == self.reservations[party]:
            return None
        reservation = self.reservations[party]
        return (utility - reservation) / (self.ideals[party] - reservation)

    def solutions(self, letters: Sequence[str]) -> tuple[Column, ...]:
        """Return the packages that the four solutions choose, each once."""
        shapes: tuple[Shape, ...] = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
        chosen = {shape: self.deals.named_solutions[shape] for shape in shapes if self.deals.solutions}
        distinct = {point.utilities: point for point in chosen.values()}
        return tuple(
            Column(letter, point, tuple(shape for shape in chosen if chosen[shape].utilities == utilities))
            for letter, (utilities, point) in zip(letters, distinct.items(), strict=False)
        )

    def numbered(self) -> tuple[Column, ...]:
        """Return the few points for a table, numbered from 1."""
        return tuple(Column(str(number), point) for number, point in enumerate(self.few.points, 1))


def answer(
    negotiation: Negotiation, assumed: Assumed, axes: tuple[int, int] | None = None
) -> Agreeable | Unanswered:
    """Return what could be agreed in a negotiation.

    Args:
        negotiation: what is negotiated.
        assumed: which of its entries are assumed.
        axes: places of the two parties of the picture; the first two where it is None.
    """
    try:
        found = deals(negotiation)
    except TooLargeError:
        return Unanswered("too large")
    few, drawn = (_points(found, most) for most in (FEW, DRAWN))
    first = (0, 1) if len(negotiation.parties) > 1 else None
    return Agreeable(found, few, drawn, axes or first, assumed)


def _points(found: Deals, most: int) -> Cover:
    """Return all points of the frontier, or a few that come close to all; none where there are none."""
    nothing = Cover((), Fraction(0))
    if found.blocked:
        return nothing
    if found.frontier is not None and len(found.frontier) <= most:
        return Cover(tuple(found.frontier), Fraction(0))
    near, _ = attempt(lambda: cover(found.negotiation, most))
    return near or nothing


def labelled(columns: Sequence[Column]) -> Iterator[tuple[Point, str, tuple[Shape, ...]]]:
    """Yield the points of all columns, each once, with its labels and the solutions that choose it."""
    points = {column.point.utilities: column.point for column in columns}
    for utilities, point in points.items():
        mine = [column for column in columns if column.point.utilities == utilities]
        yield (
            point,
            " · ".join(column.label for column in mine),
            tuple(name for column in mine for name in column.names),
        )

"""What sulh does in the comparisons of `deals.py`."""

from fractions import Fraction
from itertools import cycle

from _apart import Told, Work
from _negotiations import changed, negotiation

from sulh.table.counting import count_acceptable
from sulh.table.cover import Cover, cover
from sulh.table.frontier import Frontier, Point, frontier
from sulh.table.negotiation import Negotiation
from sulh.table.robust import Robust, robust
from sulh.table.solutions import Solutions, solutions

MEMBERS = 1_000
"""Members of a cover, at most."""

NEAR = Fraction(1, 20)
"""How close the cover has to come."""

SAMPLES = 10_000
"""Admissible preferences that are drawn."""

_turns = cycle((1, -1))


def _listed(table: Negotiation) -> list[Point]:
    return list(frontier(table))


def _points(points: list[Point]) -> Told:
    # The utilities are whole numbers here, far below 2^53.
    return Told(len(points), points=sorted(tuple(map(float, point.utilities)) for point in points))


def _covered(table: Negotiation) -> Cover:
    return cover(table, MEMBERS)


def _sampled(table: Negotiation) -> Robust:
    return robust(table, samples=SAMPLES, seed=0)


def _what_if(table: Negotiation) -> tuple[Frontier, Solutions | None, int | None]:
    now = changed(table, next(_turns))
    return frontier(now), solutions(now), count_acceptable(now)


LISTED = Work(negotiation, _listed, _points)
FRONTIER = Work(negotiation, frontier, lambda found: Told(len(found)))
COVER = Work(
    negotiation, _covered, lambda found: Told(len(found.points), bool(found.points) and found.epsilon <= NEAR)
)
SOLUTIONS = Work(
    negotiation,
    solutions,
    lambda found: Told(len({point.utilities for point in found or ()}), found is not None),
)
ROBUST = Work(negotiation, _sampled, lambda found: Told(found.possible_count, found.samples == SAMPLES))
WHAT_IF = Work(negotiation, _what_if, lambda found: Told(len(found[0]), None not in found))

"""Everything that `sulh deals` answers about one negotiation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sulh.table.conflict import Blocked, blocked_by
from sulh.table.counting import count_acceptable, count_packages
from sulh.table.cover import Cover, cover
from sulh.table.diagram import TooLargeError
from sulh.table.elimination import MOST_SUMS
from sulh.table.frontier import Frontier, Point, frontier
from sulh.table.negotiation import Negotiation
from sulh.table.solutions import Solutions, solutions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deals:
    """What could be agreed, or what blocks it.

    Attributes:
        acceptable: number of acceptable packages; None where nothing counts them in time.
        frontier: None where it was abandoned, or a cover was asked for instead.
        abandoned: why it was abandoned.
        solutions: None where there is no acceptable package, or where they were abandoned too.
        blocked: None where there is an acceptable package.
        cover: a few points that come close to all, where these were asked for.
    """

    negotiation: Negotiation
    acceptable: int | None
    frontier: Frontier | None
    abandoned: str | None
    solutions: Solutions | None
    blocked: Blocked | None
    cover: Cover | None = None

    @property
    def points(self) -> Sequence[Point] | None:
        """The frontier, or the members of the cover; None where there is neither."""
        return self.cover.points if self.cover else self.frontier

    @property
    def frontier_size(self) -> int | None:
        """The number of points of the exact frontier, where it is known."""
        if self.cover:
            return len(self.cover.points) if self.cover.is_frontier else None
        return None if self.frontier is None else len(self.frontier)

    @property
    def named_solutions(self) -> dict[str, Point]:
        """The four solutions by name, in the order of the contract; empty where there is none."""
        return self.solutions._asdict() if self.solutions else {}

    @property
    def packages(self) -> int:
        """The number of packages of the whole space, acceptable or not."""
        return count_packages(self.negotiation)


def deals(negotiation: Negotiation, points: int | None = None, most: int = MOST_SUMS) -> Deals:
    """Return what could be agreed in a negotiation, or what blocks it.

    Args:
        negotiation: parties, issues, constraints.
        points: how many members a cover may have; without it, the frontier is computed instead.
        most: how many partial sums may be kept at a time.

    Raises:
        TooLargeError: if not even the existence of an acceptable package can be decided.
    """
    exact, covered, abandoned = None, None, None
    if points is None:
        exact, abandoned = attempt(lambda: frontier(negotiation, most))
    else:
        covered, abandoned = attempt(lambda: cover(negotiation, points, most))
        abandoned = covered.abandoned if covered else abandoned
    found, _ = attempt(lambda: solutions(negotiation, most))
    agreed = exact or found or (covered and covered.points)
    blocked = None if agreed else blocked_by(negotiation)
    return Deals(negotiation, count_acceptable(negotiation), exact, abandoned, found, blocked, covered)


def attempt(compute: Callable[[], T]) -> tuple[T | None, str | None]:
    """Return the result, or why there is none."""
    try:
        return compute(), None
    except TooLargeError as error:
        return None, str(error)

"""Everything that `sulh deals` answers about one negotiation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sulh.table.conflict import Blocked, blocked_by
from sulh.table.counting import count_acceptable, count_packages
from sulh.table.diagram import TooLargeError
from sulh.table.frontier import Frontier, Point, frontier
from sulh.table.negotiation import Negotiation
from sulh.table.solutions import Solutions, solutions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deals:
    """What could be agreed, or what blocks it.

    Attributes:
        acceptable: number of acceptable packages; None where nothing counts them in time.
        frontier: None where it was abandoned.
        abandoned: why it was abandoned.
        solutions: None where there is no acceptable package, or where they were abandoned too.
        blocked: None where there is an acceptable package.
    """

    negotiation: Negotiation
    acceptable: int | None
    frontier: Frontier | None
    abandoned: str | None
    solutions: Solutions | None
    blocked: Blocked | None

    @property
    def named_solutions(self) -> dict[str, Point]:
        """The four solutions by name, in the order of the contract; empty where there is none."""
        return self.solutions._asdict() if self.solutions else {}

    @property
    def packages(self) -> int:
        """The number of packages of the whole space, acceptable or not."""
        return count_packages(self.negotiation)


def deals(negotiation: Negotiation) -> Deals:
    """Return what could be agreed in a negotiation, or what blocks it.

    Raises:
        TooLargeError: if not even the existence of an acceptable package can be decided.
    """
    points, abandoned = _attempt(frontier, negotiation)
    found, _ = _attempt(solutions, negotiation)
    blocked = None if points or found else blocked_by(negotiation)
    return Deals(negotiation, count_acceptable(negotiation), points, abandoned, found, blocked)


def _attempt(compute: Callable[[Negotiation], T], negotiation: Negotiation) -> tuple[T | None, str | None]:
    """Return the result, or why there is none."""
    try:
        return compute(negotiation), None
    except TooLargeError as error:
        return None, str(error)

"""Who blocks an agreement from inside a party: what would be agreed with and without each member."""

from dataclasses import dataclass, replace
from typing import Final

from sulh.table.counting import count_acceptable
from sulh.table.deals import Deals, attempt
from sulh.table.frontier import frontier
from sulh.table.negotiation import Negotiation
from sulh.table.solutions import Solutions, solutions

MOST: Final = 20_000
"""Partial sums that may be kept for one member, so that the answer stays quick."""


@dataclass(frozen=True, slots=True)
class Without:
    """What would be agreed if one member demanded nothing.

    Attributes:
        acceptable: number of acceptable packages.
        frontier_size: None where the frontier is too large for a side question.
        solutions: None where no package is acceptable, or they are too hard to find for a side question.
    """

    acceptable: int
    frontier_size: int | None
    solutions: Solutions | None


@dataclass(frozen=True, slots=True)
class Inside:
    """One member of a party.

    Attributes:
        without: what would be agreed without its demands; None where they alone rule out nothing: whatever
            they rule out breaks another demand as well.
    """

    party: str
    member: str
    without: Without | None

    @property
    def blocks(self) -> bool:
        """Whether its demands rule out packages that everybody else accepts."""
        return self.without is not None


def inside(deals: Deals) -> tuple[Inside, ...] | None:
    """Return each member in the order of the file.

    Returns:
        None where the frontier was abandoned or the packages could not be counted: what changes without a
        member would then be too hard to find.
    """
    members = [(party.id, member.id) for party in deals.negotiation.parties for member in party.members]
    if members and (deals.abandoned or deals.acceptable is None):
        return None
    return tuple(
        Inside(party, member, _without(deals, absent(deals.negotiation, party, member)))
        for party, member in members
    )


def absent(negotiation: Negotiation, party: str, member: str) -> Negotiation:
    """Return the negotiation in which a member of a party demands nothing."""
    return replace(
        negotiation,
        parties=tuple(
            replace(each, members=tuple(one for one in each.members if one.id != member))
            if each.id == party
            else each
            for each in negotiation.parties
        ),
    )


def _without(deals: Deals, other: Negotiation) -> Without | None:
    acceptable = count_acceptable(other)
    if acceptable is None or acceptable == deals.acceptable:
        return None
    points, _ = attempt(lambda: frontier(other, MOST))
    found, _ = attempt(lambda: solutions(other, MOST))
    return Without(acceptable, None if points is None else len(points), found)

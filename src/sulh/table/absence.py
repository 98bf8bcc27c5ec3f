"""What an agreement among the others would be worth to a party that is not at the table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import Final

from sulh.table.counting import count_acceptable
from sulh.table.deals import Deals, attempt
from sulh.table.feasible import opposite
from sulh.table.frontier import Point, frontier
from sulh.table.negotiation import Negotiation, Party, Preference
from sulh.table.partial import Interval

MOST: Final = 100_000
"""Partial sums that may be kept for the range over the frontier."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What one solution of the others would be worth to the absent party.

    Attributes:
        utility: the lowest and the highest of all packages of the solution's point.
        packages: how many packages the point has.
        accepted: how many of them the absent party would accept; None where they are too many to count.
        present: the utility that it has in the same solution of the full table; None where there is none.
    """

    utility: Interval
    packages: int
    accepted: int | None
    present: Fraction | None


@dataclass(frozen=True, slots=True)
class Absence:
    """What the others would agree, in the utility of the absent party.

    Attributes:
        reservation: the party's reservation value, its members' included; gains are counted over it.
        solutions: by name; empty where the others agree on nothing.
        frontier: the lowest and the highest utility over all packages of the others' frontier; None where
            there is none, or where it is too large.
    """

    party: str
    reservation: Fraction
    solutions: Mapping[str, Fate]
    frontier: Interval | None


def without(negotiation: Negotiation, party: str) -> Negotiation:
    """Return the negotiation of the others.

    Raises:
        ValueError: there is no such party, or no other.
    """
    names = [each.id for each in negotiation.parties]
    if party not in names:
        msg = f"there is no party {party!r}; the parties are {', '.join(names)}"
        raise ValueError(msg)
    if len(names) == 1:
        msg = f"{party!r} is the only party; a table needs another"
        raise ValueError(msg)
    return replace(negotiation, parties=tuple(each for each in negotiation.parties if each.id != party))


def absence(full: Deals, party: str, others: Deals) -> Absence:
    """Return what the agreements of the others would be worth to a party.

    Args:
        full: what could be agreed with the party.
        party: its id.
        others: what could be agreed by the others, as `without` has them.
    """
    place, absent = next(
        (place, each) for place, each in enumerate(full.negotiation.parties) if each.id == party
    )
    present = {name: point.utilities[place] for name, point in full.named_solutions.items()}
    return Absence(
        party,
        absent.reservation,
        {
            name: _fate(full.negotiation, absent, point, others.negotiation, present.get(name))
            for name, point in others.named_solutions.items()
        },
        _range(others, absent),
    )


def _fate(
    full: Negotiation, absent: Party, point: Point, others: Negotiation, present: Fraction | None
) -> Fate:
    # Nothing acceptable to the others dominates the point, so that what reaches it is at the point.
    worths = {party.id: worth for party, worth in zip(others.parties, point.utilities, strict=True)}
    low, high = (
        _far_end(_reaching(others, worths), preference, sign)
        for preference, sign in _both_ways(absent.preference)
    )
    accepted = count_acceptable(_reaching(full, worths))
    return Fate(Interval(low, high), point.packages, accepted, present)


def _reaching(negotiation: Negotiation, worths: Mapping[str, Fraction]) -> Negotiation:
    """Return the negotiation with these reservation values, for the parties that have one."""
    return replace(
        negotiation,
        parties=tuple(
            replace(
                party,
                preference=replace(
                    party.preference, reservation=worths.get(party.id, party.preference.reservation)
                ),
            )
            for party in negotiation.parties
        ),
    )


def _both_ways(preference: Preference) -> tuple[tuple[Preference, int], tuple[Preference, int]]:
    """Return preferences whose best package is the worst and the best, each with its sign."""
    return (opposite(preference), -1), (preference, 1)


def _far_end(others: Negotiation, preference: Preference, sign: int) -> Fraction:
    """Return the largest utility by a preference of the packages of one point, times the sign."""
    return sign * max(point.utilities[-1] for point in frontier(_watched(others, preference)))


def _watched(others: Negotiation, preference: Preference) -> Negotiation:
    """Return the others' negotiation with one party more, which accepts everything."""
    least = sum((min(row) for _, row in preference.values), Fraction(0)) + sum(
        (min(extra.adds, Fraction(0)) for extra in preference.interactions), Fraction(0)
    )
    watcher = Party("", replace(preference, red_lines=(), reservation=least))
    return replace(others, parties=(*others.parties, watcher))


def _range(others: Deals, absent: Party) -> Interval | None:
    """Return the lowest and the highest utility over the frontier of the others."""
    if not others.frontier:
        return None
    vectors = {point.utilities for point in others.frontier}
    ends = []
    for preference, sign in _both_ways(absent.preference):
        watched = _watched(others.negotiation, preference)
        points, _ = attempt(partial(frontier, watched, MOST))
        if points is None:
            return None
        ends.append(sign * max(point.utilities[-1] for point in points if point.utilities[:-1] in vectors))
    return Interval(*ends)

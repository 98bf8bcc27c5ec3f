"""Axioms of bargaining as executable checks: each returns the witness of a violation, or None.

Nash, The Bargaining Problem, Econometrica 18 (1950); Kalai and Smorodinsky, Other Solutions to Nash's
Bargaining Problem, Econometrica 43 (1975). On finitely many packages several can be equally good, and a
solution that names one of them breaks the tie by the order of the parties: the check of symmetry leaves
this out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Any, TypeVar

from sulh.case.agreement import Choice, Issue
from sulh.table.frontier import frontier
from sulh.table.negotiation import Interaction, Negotiation, Party

T = TypeVar("T")
Utilities = tuple[Fraction, ...]
Solve = Callable[[Negotiation], Utilities]


@dataclass(frozen=True, slots=True)
class Dominating:
    """An acceptable package that gives nobody less and somebody more."""

    package: Choice
    utilities: Utilities


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A party that gets less than without an agreement."""

    party: str
    utility: Fraction
    reservation: Fraction


@dataclass(frozen=True, slots=True)
class Unlike:
    """An equivalent negotiation that is solved in another way.

    Attributes:
        negotiation: the equivalent one.
        expected: the utilities that the first solution has in it.
        found: those of its own solution.
    """

    negotiation: Negotiation
    expected: Utilities
    found: Utilities


def pareto_efficiency(negotiation: Negotiation, utilities: Utilities) -> Dominating | None:
    """Return an acceptable package that dominates `utilities`."""
    raised = tuple(
        replace(party, preference=replace(party.preference, reservation=max(party.reservation, worth)))
        for party, worth in zip(negotiation.parties, utilities, strict=True)
    )
    points = frontier(replace(negotiation, parties=raised))
    better = next((point for point in points if point.utilities != utilities), None)
    return better and Dominating(Choice(tuple(better.example.items())), better.utilities)


def individual_rationality(negotiation: Negotiation, utilities: Utilities) -> Shortfall | None:
    """Return the first party that gets less than its reservation value."""
    for party, worth in zip(negotiation.parties, utilities, strict=True):
        if worth < party.reservation:
            return Shortfall(party.id, worth, party.reservation)
    return None


def symmetry(negotiation: Negotiation, solve: Solve, measure: Callable[[Utilities], Any]) -> Unlike | None:
    """Return two parties in each other's place whose negotiation is solved neither alike nor equally well.

    Args:
        negotiation: with an acceptable package.
        solve: the solution.
        measure: what the solution maximises over utilities in the order of `negotiation`, the same for
            parties in the same position; vectors of equal measure are a tie.
    """
    solution = solve(negotiation)
    for one, other in combinations(range(len(negotiation.parties)), 2):
        swapped = replace(negotiation, parties=_swap(negotiation.parties, one, other))
        found = solve(swapped)
        if measure(_swap(found, one, other)) != measure(solution):
            return Unlike(swapped, _swap(solution, one, other), found)
    return None


def scale_invariance(
    negotiation: Negotiation, solve: Solve, scales: Sequence[tuple[Fraction, Fraction]]
) -> Unlike | None:
    """Return the negotiation on other scales where it is solved by other packages.

    Args:
        negotiation: with an acceptable package and at least one issue.
        solve: the solution.
        scales: for each party a factor > 0 and an addend, which make factor × utility + addend.
    """
    first, *_ = negotiation.issues
    parties = zip(negotiation.parties, scales, strict=True)
    rescaled = replace(
        negotiation, parties=tuple(_rescaled(party, first, *scale) for party, scale in parties)
    )
    worths = zip(solve(negotiation), scales, strict=True)
    expected = tuple(factor * worth + addend for worth, (factor, addend) in worths)
    found = solve(rescaled)
    return None if found == expected else Unlike(rescaled, expected, found)


def _swap(values: tuple[T, ...], one: int, other: int) -> tuple[T, ...]:
    swapped = list(values)
    swapped[one], swapped[other] = values[other], values[one]
    return tuple(swapped)


def _rescaled(party: Party, first: Issue, factor: Fraction, addend: Fraction) -> Party:
    """Return the party on the other scale; the addend goes to every option of the first issue."""
    old = party.preference
    rows = {first.id: (Fraction(0),) * len(first.options)} | dict(old.values)
    addends = {first.id: addend}
    return replace(
        party,
        preference=replace(
            old,
            values=tuple(
                (issue, tuple(factor * worth + addends.get(issue, 0) for worth in row))
                for issue, row in rows.items()
            ),
            interactions=tuple(Interaction(extra.when, factor * extra.adds) for extra in old.interactions),
            reservation=factor * old.reservation + addend,
        ),
        members=tuple(
            replace(member, reservation=factor * member.floor(old.reservation) + addend)
            for member in party.members
        ),
    )

"""What a package has to meet, demand by demand, and whether some package meets them all."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from fractions import Fraction

from sulh.case.agreement import Choice
from sulh.table.nearest import nearest
from sulh.table.negotiation import Constraint, Negotiation, Party, Preference


@dataclass(frozen=True, slots=True)
class Reservation:
    """A party must get at least its reservation value."""

    party: str


@dataclass(frozen=True, slots=True)
class RedLine:
    """A party's red line, by its place in the party's list, from 0."""

    party: str
    index: int


@dataclass(frozen=True, slots=True)
class ConstraintAt:
    """A constraint, by its place in the negotiation, from 0."""

    index: int


Demand = Reservation | RedLine | ConstraintAt


def demands(negotiation: Negotiation) -> tuple[Demand, ...]:
    """Return what makes a package acceptable: reservation values, red lines, then constraints."""
    return (
        *(Reservation(party.id) for party in negotiation.parties),
        *red_lines(negotiation),
        *constraints(negotiation),
    )


def red_lines(negotiation: Negotiation) -> tuple[RedLine, ...]:
    """Return all red lines, party by party."""
    return tuple(
        RedLine(party.id, index)
        for party in negotiation.parties
        for index in range(len(party.preference.red_lines))
    )


def constraints(negotiation: Negotiation) -> tuple[ConstraintAt, ...]:
    """Return all constraints in their order."""
    return tuple(map(ConstraintAt, range(len(negotiation.constraints))))


def under(negotiation: Negotiation, demanded: Collection[Demand]) -> Negotiation:
    """Return the negotiation in which the acceptable packages are those that meet `demanded`.

    Its parties are those whose reservation value is demanded; red lines that are demanded become constraints.
    """
    return replace(
        negotiation,
        parties=tuple(
            replace(party, preference=replace(party.preference, red_lines=()))
            for party in negotiation.parties
            if Reservation(party.id) in demanded
        ),
        constraints=(
            *(c for n, c in enumerate(negotiation.constraints) if ConstraintAt(n) in demanded),
            *(
                Constraint((choice,))
                for party in negotiation.parties
                for n, choice in enumerate(party.preference.red_lines)
                if RedLine(party.id, n) in demanded
            ),
        ),
    )


def meeting(negotiation: Negotiation, demanded: Collection[Demand]) -> Choice | None:
    """Return a package that meets `demanded`, or None where there is none."""
    reduced = under(negotiation, demanded)
    parties = reduced.parties or (Party("", Preference()),)
    return nearest(replace(reduced, parties=parties), [None] * len(parties))


def utility(negotiation: Negotiation, preference: Preference, package: Choice) -> Fraction:
    """Return what the package is worth by the preference: Σ values + Σ interactions that apply."""
    chosen = dict(package.options)
    place = {
        issue.id: [option.id for option in issue.options].index(chosen[issue.id])
        for issue in negotiation.issues
    }
    worths = (row[place[issue]] for issue, row in preference.values)
    extras = (extra.adds for extra in preference.interactions if contains(package, extra.when))
    return sum(worths, Fraction(0)) + sum(extras, Fraction(0))


def contains(package: Choice, part: Choice) -> bool:
    """Tell whether the package has all options of `part`."""
    return set(part.options) <= set(package.options)

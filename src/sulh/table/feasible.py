"""What a package has to meet, demand by demand, and whether some package meets them all."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from sulh.case.agreement import Choice
from sulh.table.nearest import nearest
from sulh.table.negotiation import Constraint, Interaction, Negotiation, Party, Preference


@dataclass(frozen=True, slots=True)
class Reservation:
    """A party must get at least its own reservation value, or that of one of its members."""

    party: str
    member: str | None = None


@dataclass(frozen=True, slots=True)
class RedLine:
    """A red line of a party, or of one of its members, by its place in the list there, from 0."""

    party: str
    index: int
    member: str | None = None


@dataclass(frozen=True, slots=True)
class ConstraintAt:
    """A constraint, by its place in the negotiation, from 0."""

    index: int


Demand = Reservation | RedLine | ConstraintAt


def demands(negotiation: Negotiation) -> tuple[Demand, ...]:
    """Return what makes a package acceptable, in the order of the file, constraints last.

    Party by party its reservation value and what its members demand; then the parties' own red lines.
    """
    return (
        *(demand for party in negotiation.parties for demand in _of_party(party)),
        *(line for line in red_lines(negotiation) if line.member is None),
        *constraints(negotiation),
    )


def _of_party(party: Party) -> Iterator[Demand]:
    yield Reservation(party.id)
    for member in party.members:
        if member.reservation is not None:
            yield Reservation(party.id, member.id)
        for index in range(len(member.red_lines)):
            yield RedLine(party.id, index, member.id)


def red_lines(negotiation: Negotiation) -> tuple[RedLine, ...]:
    """Return all red lines, party by party, its own before those of its members."""
    return tuple(
        RedLine(party.id, index, holder)
        for party in negotiation.parties
        for holder, lines in (
            (None, party.preference.red_lines),
            *((member.id, member.red_lines) for member in party.members),
        )
        for index in range(len(lines))
    )


def forbidden(negotiation: Negotiation, line: RedLine) -> Choice:
    """Return what the party, or its member, never accepts."""
    (party,) = (party for party in negotiation.parties if party.id == line.party)
    if line.member is None:
        return party.preference.red_lines[line.index]
    (member,) = (member for member in party.members if member.id == line.member)
    return member.red_lines[line.index]


def least(negotiation: Negotiation, demand: Reservation) -> Fraction:
    """Return the utility that a demand asks for."""
    return next(value for party in negotiation.parties for known, value in _floors(party) if known == demand)


def constraints(negotiation: Negotiation) -> tuple[ConstraintAt, ...]:
    """Return all constraints in their order."""
    return tuple(map(ConstraintAt, range(len(negotiation.constraints))))


def under(negotiation: Negotiation, demanded: Collection[Demand]) -> Negotiation:
    """Return the negotiation in which the acceptable packages are those that meet `demanded`.

    Its parties are those with a reservation value that is demanded, of their own or of a member; red lines
    that are demanded become constraints.
    """
    return replace(
        negotiation,
        parties=tuple(
            Party(party.id, replace(party.preference, red_lines=(), reservation=max(floors)))
            for party in negotiation.parties
            if (floors := [value for demand, value in _floors(party) if demand in demanded])
        ),
        constraints=(
            *(c for n, c in enumerate(negotiation.constraints) if ConstraintAt(n) in demanded),
            *(
                Constraint((forbidden(negotiation, line),))
                for line in red_lines(negotiation)
                if line in demanded
            ),
        ),
    )


def _floors(party: Party) -> Iterator[tuple[Reservation, Fraction]]:
    yield Reservation(party.id), party.preference.reservation
    for member in party.members:
        if member.reservation is not None:
            yield Reservation(party.id, member.id), member.reservation


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


def opposite(preference: Preference) -> Preference:
    """Return the preference by which every package is worth its negative, without demands."""
    return Preference(
        values=tuple((issue, tuple(-worth for worth in row)) for issue, row in preference.values),
        interactions=tuple(Interaction(extra.when, -extra.adds) for extra in preference.interactions),
    )


def contains(package: Choice, part: Choice) -> bool:
    """Tell whether the package has all options of `part`."""
    return set(part.options) <= set(package.options)

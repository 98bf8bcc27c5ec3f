"""What stands least in the way of an agreement: the red lines to lift and the reservation values to lower."""

from dataclasses import dataclass, replace
from fractions import Fraction

from sulh.case.agreement import Choice
from sulh.table.feasible import (
    RedLine,
    constraints,
    contains,
    forbidden,
    opposite,
    red_lines,
    under,
    utility,
)
from sulh.table.nearest import nearest
from sulh.table.negotiation import Interaction, Negotiation, Party, Preference


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What each would have to give up for one package to become acceptable.

    Attributes:
        lifted: red lines that the package crosses.
        reservations: the parties that fall short, with the value to which theirs has to come down.
        opens: the package.
        members: the same for members with a reservation value of their own: party, member, value.
    """

    lifted: tuple[RedLine, ...]
    reservations: tuple[tuple[str, Fraction], ...]
    opens: Choice
    members: tuple[tuple[str, str, Fraction], ...] = ()


def least_relaxation(negotiation: Negotiation) -> Relaxation | None:
    """Return the relaxation of fewest red lines lifted and then least sum of shortfalls.

    A shortfall is max(0, reservation − utility) / span, the span being taken over packages that meet all
    constraints; where it is 0, whichever package is chosen, the party falls short by the same. Constraints
    are not relaxed: None where they alone admit no package. Equal relaxations are told apart by the
    lexicographically larger utility vector.
    """
    base = under(negotiation, constraints(negotiation))
    counting = _crossings(negotiation)
    gentlest = _best(base, counting)
    if gentlest is None:
        return None
    parties: list[Party] = []
    spans: list[Fraction | None] = []
    for party in negotiation.parties:
        span = _span(base, party.preference)
        preference = replace(party.preference, red_lines=(), reservation=party.reservation)
        parties.append(Party(party.id, preference if span else Preference()))
        spans.append(span or Fraction(1))
    if crossed := utility(base, counting, gentlest):
        parties.append(Party("", replace(counting, reservation=crossed)))
        spans.append(None)
    else:
        base = under(negotiation, (*constraints(negotiation), *red_lines(negotiation)))
    opens = nearest(replace(base, parties=tuple(parties)), spans)
    return _relaxation(negotiation, opens) if opens else None


def _crossings(negotiation: Negotiation) -> Preference:
    """Return a preference that counts every red line that is crossed as −1."""
    lines = (line for party in negotiation.parties for line in party.red_lines)
    return Preference(interactions=tuple(Interaction(line, Fraction(-1)) for line in lines))


def _best(base: Negotiation, preference: Preference) -> Choice | None:
    """Return a package that meets all constraints and is worth most."""
    most = sum((max(row) for _, row in preference.values), Fraction(0)) + sum(
        (max(extra.adds, Fraction(0)) for extra in preference.interactions), Fraction(0)
    )
    alone = Party("", replace(preference, red_lines=(), reservation=most))
    return nearest(replace(base, parties=(alone,)), [Fraction(1)])


def _span(base: Negotiation, preference: Preference) -> Fraction:
    """Return the largest less the least utility over packages that meet all constraints."""
    ends = (_best(base, each) for each in (preference, opposite(preference)))
    most, least = (utility(base, preference, package) for package in ends if package)
    return most - least


def _relaxation(negotiation: Negotiation, package: Choice) -> Relaxation:
    worths = [(party, utility(negotiation, party.preference, package)) for party in negotiation.parties]
    return Relaxation(
        lifted=tuple(
            line for line in red_lines(negotiation) if contains(package, forbidden(negotiation, line))
        ),
        reservations=tuple((p.id, worth) for p, worth in worths if worth < p.preference.reservation),
        opens=package,
        members=tuple(
            (party.id, member.id, worth)
            for party, worth in worths
            for member in party.members
            if worth < member.floor(worth)
        ),
    )

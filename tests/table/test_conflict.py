from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from tests.table.conftest import Oracle, negotiations

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.conflict import Blocked, blocked_by, irreducible
from sulh.table.feasible import ConstraintAt, Demand, RedLine, Reservation, demands
from sulh.table.negotiation import Constraint, Member, Negotiation, Party, Preference

ISSUES = (
    Issue("scope", (Option("nationwide"), Option("local"))),
    Issue("monitor", (Option("un"), Option("none"))),
)


def party(name: str, scope: tuple[int, int], reservation: int, *red_lines: Choice) -> Party:
    values = (("scope", tuple(map(Fraction, scope))),)
    return Party(name, Preference(values, red_lines=red_lines, reservation=Fraction(reservation)))


def part(**options: str) -> Choice:
    return Choice(tuple(options.items()))


def meets(oracle: Oracle, package: Choice, demanded: set[Demand]) -> bool:
    return (
        oracle.reserved(package, {(d.party, d.member) for d in demanded if isinstance(d, Reservation)})
        and not {RedLine(*line) for line in oracle.crossed(package)} & demanded
        and not set(map(ConstraintAt, oracle.broken(package))) & demanded
    )


def expected_conflict(oracle: Oracle) -> tuple[Demand, ...]:
    """The deletion filter over enumerated packages."""
    kept = list(demands(oracle.negotiation))
    packages = list(oracle.packages())
    for demand in tuple(kept):
        rest = set(kept) - {demand}
        if not any(meets(oracle, package, rest) for package in packages):
            kept.remove(demand)
    return tuple(kept)


def conflict_of(blocked: Blocked) -> set[Demand]:
    return {
        *map(Reservation, blocked.parties),
        *(Reservation(party, member) for party, member in blocked.members),
        *blocked.red_lines,
        *map(ConstraintAt, blocked.constraints),
    }


def check(negotiation: Negotiation) -> None:
    oracle = Oracle(negotiation)
    blocked = blocked_by(negotiation)
    assert (blocked is None) == any(map(oracle.acceptable, oracle.packages()))
    if blocked:
        assert conflict_of(blocked) == set(expected_conflict(oracle))


@settings(max_examples=30)
@given(negotiations())
def test_the_conflict_is_what_enumeration_finds(negotiation: Negotiation) -> None:
    check(negotiation)


@pytest.mark.slow
@settings(max_examples=5000)
@given(negotiations())
def test_the_conflict_is_what_enumeration_finds_in_thousands_of_cases(negotiation: Negotiation) -> None:
    check(negotiation)


def test_an_agreement_is_not_blocked() -> None:
    assert blocked_by(Negotiation((party("a", (1, 0), 1),), ISSUES)) is None


def test_two_parties_want_opposite_things_and_a_third_has_no_part_in_it() -> None:
    negotiation = Negotiation((party("a", (4, 0), 3), party("b", (0, 4), 3), party("c", (1, 1), 0)), ISSUES)
    blocked = blocked_by(negotiation)
    assert blocked is not None
    assert (blocked.parties, blocked.red_lines, blocked.constraints) == (("a", "b"), (), ())
    assert blocked.opens == part(scope="nationwide", monitor="un")


def test_red_lines_and_constraints_stand_by_their_places() -> None:
    negotiation = Negotiation(
        (party("a", (1, 0), 0), party("b", (0, 1), 0, part(monitor="none"), part(scope="nationwide"))),
        ISSUES,
        (Constraint((part(monitor="none"),)), Constraint((part(scope="local"),))),
    )
    blocked = blocked_by(negotiation)
    assert blocked is not None
    assert blocked.parties == ()
    assert blocked.red_lines == (RedLine("b", 1),)
    assert blocked.constraints == (1,)


def test_a_member_blocks_with_its_red_line_and_its_reservation_value() -> None:
    north = Member("north", (part(scope="nationwide"),), Fraction(3))
    delegation = replace(party("a", (4, 2), 1), members=(north,))
    blocked = blocked_by(Negotiation((delegation, party("b", (1, 1), 0)), ISSUES))
    assert blocked is not None
    assert (blocked.parties, blocked.members) == ((), (("a", "north"),))
    assert blocked.red_lines == (RedLine("a", 0, "north"),)
    least = blocked.least_relaxation
    assert least is not None
    assert (least.lifted, least.reservations) == ((), ())
    assert least.members == (("a", "north", Fraction(2)),)
    assert repr(blocked) == "Blocked: reservation values 1, red lines 1"


def test_constraints_that_admit_nothing_leave_nothing_to_relax() -> None:
    never = Constraint((part(scope="nationwide"), part(scope="local")))
    blocked = blocked_by(Negotiation((party("a", (1, 0), 5),), ISSUES, (never,)))
    assert blocked == Blocked((), (0,), (), None)
    assert blocked.opens is None


def test_the_first_demands_are_left_out_first() -> None:
    """Either of the last two contradicts the first; the filter keeps the later ones where it can."""
    one, two, three = (ConstraintAt(n) for n in range(3))

    def possible(some: tuple[Demand, ...]) -> bool:
        return not {two, three} <= set(some) and not {one, three} <= set(some)

    assert irreducible((one, two, three), lambda some: possible(tuple(some))) == (two, three)


def test_a_lowered_reservation_value_opens_what_is_announced() -> None:
    negotiation = Negotiation((party("a", (4, 0), 3), party("b", (0, 4), 3)), ISSUES)
    blocked = blocked_by(negotiation)
    assert blocked is not None
    assert blocked.least_relaxation is not None
    lowered = dict(blocked.least_relaxation.reservations)
    parties = tuple(
        replace(p, preference=replace(p.preference, reservation=lowered.get(p.id, p.preference.reservation)))
        for p in negotiation.parties
    )
    assert blocked_by(replace(negotiation, parties=parties)) is None

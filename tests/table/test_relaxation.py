from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from tests.table.conftest import Oracle, negotiations

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.feasible import RedLine
from sulh.table.negotiation import Constraint, Negotiation, Party, Preference
from sulh.table.relaxation import Relaxation, least_relaxation

SCOPE = Issue("scope", (Option("nationwide"), Option("regional"), Option("local")))


def party(name: str, values: tuple[int, ...], reservation: int, *red_lines: Choice) -> Party:
    rows = (("scope", tuple(map(Fraction, values))),)
    return Party(name, Preference(rows, red_lines=red_lines, reservation=Fraction(reservation)))


def scope(option: str) -> Choice:
    return Choice((("scope", option),))


def expected(oracle: Oracle) -> Relaxation | None:
    """The least over enumerated packages; of equal ones the larger utility vector, then the first package."""
    negotiation = oracle.negotiation
    packages = [package for package in oracle.packages() if not oracle.broken(package)]
    if not packages:
        return None
    worths = {package: oracle.utilities(package) for package in packages}
    spans = [max(column) - min(column) for column in zip(*worths.values(), strict=True)]
    reservations = [
        max(floor for (holder, _), floor in oracle.floors().items() if holder == p.id)
        for p in negotiation.parties
    ]

    def cost(package: Choice) -> tuple[int, Fraction, tuple[Fraction, ...]]:
        shares = (
            max(Fraction(0), least - worth) / span
            for least, worth, span in zip(reservations, worths[package], spans, strict=True)
            if span
        )
        return (
            len(oracle.crossed(package)),
            sum(shares, Fraction(0)),
            tuple(-worth for worth in worths[package]),
        )

    opens = min(packages, key=cost)
    return Relaxation(
        tuple(RedLine(*line) for line in oracle.crossed(opens)),
        tuple(
            (p.id, worth)
            for p, worth in zip(negotiation.parties, worths[opens], strict=True)
            if worth < p.preference.reservation
        ),
        opens,
        tuple(
            (holder, member, worth)
            for (holder, member), floor in oracle.floors().items()
            for p, worth in zip(negotiation.parties, worths[opens], strict=True)
            if member is not None and holder == p.id and worth < floor
        ),
    )


@settings(max_examples=25)
@given(negotiations())
def test_the_least_relaxation_is_what_enumeration_finds(negotiation: Negotiation) -> None:
    assert least_relaxation(negotiation) == expected(Oracle(negotiation))


@pytest.mark.slow
@settings(max_examples=5000)
@given(negotiations())
def test_the_least_relaxation_is_what_enumeration_finds_in_thousands_of_cases(
    negotiation: Negotiation,
) -> None:
    assert least_relaxation(negotiation) == expected(Oracle(negotiation))


def test_the_sum_of_shares_decides() -> None:
    """Shortfalls as shares of the span 10 and 4: 0 + 3/4, 3/10 + 1/4 or 7/10 + 0."""
    negotiation = Negotiation((party("a", (10, 7, 3), 10), party("b", (0, 2, 4), 3)), (SCOPE,))
    relaxation = least_relaxation(negotiation)
    assert relaxation == Relaxation((), (("a", Fraction(7)), ("b", Fraction(2))), scope("regional"))


def test_reservation_values_come_down_before_a_red_line_is_lifted() -> None:
    crossing = party("a", (10, 0, 0), 10, scope("nationwide"))
    relaxation = least_relaxation(Negotiation((crossing,), (SCOPE,)))
    assert relaxation == Relaxation((), (("a", Fraction(0)),), scope("regional"))


def test_the_fewest_red_lines_are_lifted() -> None:
    a = party("a", (9, 5, 0), 0, scope("nationwide"), scope("local"))
    b = party("b", (9, 5, 0), 0, scope("nationwide"), scope("regional"))
    relaxation = least_relaxation(Negotiation((a, b), (SCOPE,)))
    assert relaxation == Relaxation((RedLine("b", 1),), (), scope("regional"))


def test_what_no_package_can_give_has_no_share() -> None:
    """To the first party all packages are equal: its reservation value comes down, whichever is chosen."""
    negotiation = Negotiation((party("a", (1, 1, 1), 5), party("b", (0, 1, 2), 2)), (SCOPE,))
    assert least_relaxation(negotiation) == Relaxation((), (("a", Fraction(1)),), scope("local"))


def test_constraints_that_admit_nothing_are_not_relaxed() -> None:
    forbidden = tuple(Constraint((scope(option.id),)) for option in SCOPE.options)
    assert least_relaxation(Negotiation((party("a", (1, 2, 3), 0),), (SCOPE,), forbidden)) is None


def test_the_span_is_taken_over_packages_that_meet_the_constraints() -> None:
    """Without "nationwide" the spans are 1 and 10, so that the second party gives way, not the first."""
    parties = (party("a", (100, 1, 0), 1), party("b", (0, 0, 10), 5))
    free = Negotiation(parties, (SCOPE,))
    bound = replace(free, constraints=(Constraint((scope("nationwide"),)),))
    assert least_relaxation(free) == Relaxation((), (("a", Fraction(0)),), scope("local"))
    assert least_relaxation(bound) == Relaxation((), (("b", Fraction(0)),), scope("regional"))

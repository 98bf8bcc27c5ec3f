"""The checks find violations that are made on purpose, and none in the solutions."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.conftest import Oracle, negotiations

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.axioms import (
    Dominating,
    Shortfall,
    Utilities,
    individual_rationality,
    pareto_efficiency,
    scale_invariance,
    symmetry,
)
from sulh.table.negotiation import Negotiation, Party, Preference
from sulh.table.solutions import Solutions, solutions

NAMES = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
DEAL = Issue("deal", (Option("one"), Option("two"), Option("three")))


def party(name: str, values: tuple[int, ...], reservation: int = 0) -> Party:
    worths = tuple(map(Fraction, values))
    return Party(name, Preference((("deal", worths),), reservation=Fraction(reservation)))


NEGOTIATION = Negotiation((party("a", (4, 3, 2)), party("b", (0, 3, 2))), (DEAL,))


def solved(negotiation: Negotiation) -> Solutions:
    found = solutions(negotiation)
    assert found is not None
    return found


def solver(name: str) -> Callable[[Negotiation], Utilities]:
    def solve(negotiation: Negotiation) -> Utilities:
        utilities: Utilities = getattr(solved(negotiation), name).utilities
        return utilities

    return solve


def measure(name: str, negotiation: Negotiation) -> Callable[[Utilities], object]:
    """What each solution maximises, from its definition."""
    reservations = [p.reservation for p in negotiation.parties]
    oracle = Oracle(negotiation)
    acceptable = [oracle.utilities(each) for each in oracle.packages() if oracle.acceptable(each)]
    ideals = [max(column) - r for column, r in zip(zip(*acceptable, strict=True), reservations, strict=True)]

    def measured(utilities: Utilities) -> object:
        gains = [worth - least for worth, least in zip(utilities, reservations, strict=True)]
        shares = (gain / ideal if ideal else 1 for gain, ideal in zip(gains, ideals, strict=True))
        return {
            "nash": prod(gains),
            "kalai_smorodinsky": min(shares),
            "egalitarian": sorted(gains),
            "utilitarian": sum(utilities),
        }[name]

    return measured


@settings(max_examples=40)
@given(negotiations(most_parties=3))
def test_the_solutions_are_efficient_rational_and_symmetric(negotiation: Negotiation) -> None:
    found = solutions(negotiation)
    if found is None:
        return
    for name in NAMES:
        utilities = getattr(found, name).utilities
        assert pareto_efficiency(negotiation, utilities) is None
        assert individual_rationality(negotiation, utilities) is None
        assert symmetry(negotiation, solver(name), measure(name, negotiation)) is None


@settings(max_examples=50)
@given(negotiations(most_parties=3), st.data())
def test_nash_and_kalai_smorodinsky_do_not_depend_on_scales(
    negotiation: Negotiation, data: st.DataObject
) -> None:
    if solutions(negotiation) is None:
        return
    factors = st.integers(1, 12).map(lambda n: Fraction(n, 4))
    addends = st.integers(-9, 9).map(lambda n: Fraction(n, 3))
    scales = [(data.draw(factors), data.draw(addends)) for _ in negotiation.parties]
    assert scale_invariance(negotiation, solver("nash"), scales) is None
    assert scale_invariance(negotiation, solver("kalai_smorodinsky"), scales) is None


def test_a_dominated_package_is_told_from_what_dominates_it() -> None:
    witness = pareto_efficiency(NEGOTIATION, (Fraction(2), Fraction(2)))
    assert witness == Dominating(Choice((("deal", "two"),)), (Fraction(3), Fraction(3)))


def test_an_undominated_package_has_no_witness() -> None:
    assert pareto_efficiency(NEGOTIATION, (Fraction(4), Fraction(0))) is None


def test_what_dominates_has_to_be_acceptable() -> None:
    a, b = NEGOTIATION.parties
    picky = replace(b, preference=replace(b.preference, red_lines=(Choice((("deal", "two"),)),)))
    crossed = replace(NEGOTIATION, parties=(a, picky))
    assert pareto_efficiency(crossed, (Fraction(2), Fraction(2))) is None


def test_the_party_that_loses_is_the_witness() -> None:
    needy = replace(NEGOTIATION, parties=(party("a", (4, 3, 2)), party("b", (0, 3, 2), 1)))
    witness = individual_rationality(needy, (Fraction(4), Fraction(0)))
    assert witness == Shortfall("b", Fraction(0), Fraction(1))


def test_a_solution_that_serves_the_first_party_is_not_symmetric() -> None:
    def first(negotiation: Negotiation) -> Utilities:
        oracle = Oracle(negotiation)
        return max(map(oracle.utilities, oracle.packages()))

    witness = symmetry(NEGOTIATION, first, sum)
    assert witness is not None
    assert [p.id for p in witness.negotiation.parties] == ["b", "a"]
    assert [*witness.expected, *witness.found] == [0, 4, 3, 3]


@pytest.mark.parametrize("name", ["utilitarian", "egalitarian"])
def test_a_solution_that_depends_on_scales_is_found_out(name: str) -> None:
    """Where the second counts in quarters, another package has the largest sum and least gain."""
    negotiation = Negotiation((party("a", (6, 3, 0)), party("b", (2, 3, 4))), (DEAL,))
    scales = [(Fraction(1), Fraction(0)), (Fraction(4), Fraction(1))]
    witness = scale_invariance(negotiation, solver(name), scales)
    assert witness is not None
    assert witness.found != witness.expected

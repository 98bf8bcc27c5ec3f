import sys
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.small import acceptable, additive, four, negotiation, vector

import sulh.table.solutions  # noqa: F401 - for the module, which has the name of its function
from sulh.case.agreement import Issue, Option
from sulh.table.diagram import TooLargeError
from sulh.table.frontier import frontier
from sulh.table.negotiation import Negotiation, Party, Preference
from sulh.table.solutions import solutions

MODULE = sys.modules["sulh.table.solutions"]


@pytest.fixture
def searching(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search even where the frontier is small."""
    monkeypatch.setattr(MODULE, "_FEW", 0)


def check(table: Negotiation) -> None:
    found = solutions(table)
    if acceptable(table):
        assert found is not None
        assert list(map(tuple, found)) == four(table)
    else:
        assert found is None


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_small_tables_agree_with_enumeration(first: int) -> None:
    for seed in range(first, first + 50):
        check(negotiation(seed))


@pytest.mark.usefixtures("searching")
@pytest.mark.parametrize("first", range(0, 24, 8))
def test_searches_agree_with_enumeration(first: int) -> None:
    for seed in range(first, first + 8):
        check(negotiation(seed))


@pytest.mark.slow
@pytest.mark.usefixtures("searching")
def test_searches_agree_with_enumeration_hundreds_of_times() -> None:
    for seed in range(1_000, 1_600):
        check(negotiation(seed))


def test_a_search_agrees_with_the_frontier(monkeypatch: pytest.MonkeyPatch) -> None:
    table = additive(1, 4, 8, 4)
    monkeypatch.setattr(MODULE, "_FEW", 10**6)
    compared = solutions(table)
    monkeypatch.setattr(MODULE, "_FEW", 1)
    assert solutions(table) == compared


def three(rows: list[tuple[int, int]], reservations: tuple[int, int] = (0, 0)) -> Negotiation:
    """One issue with an option for each pair of utilities."""
    issue = Issue("i", tuple(Option(f"o{number}") for number in range(len(rows))))
    parties = tuple(
        Party(name, Preference((("i", tuple(map(Fraction, row))),), reservation=Fraction(least)))
        for name, row, least in zip("ab", zip(*rows, strict=True), reservations, strict=True)
    )
    return Negotiation(parties, (issue,))


@pytest.mark.usefixtures("searching")
@pytest.mark.parametrize("size", [Fraction(1, 10**400), Fraction(10**400) + Fraction(1, 3)])
def test_numbers_beyond_floating_point_are_compared(size: Fraction) -> None:
    """The numbers of the first party have no unit but 1/3, and fit no float."""
    table = additive(1, 3, 4, 3)
    first = table.parties[0]
    rows = tuple((issue, tuple(value * size + 1 for value in row)) for issue, row in first.preference.values)
    rows = (*rows[:-1], (rows[-1][0], (Fraction(0), Fraction(1, 3), Fraction(2))))
    check(replace(table, parties=(Party(first.id, Preference(rows)), *table.parties[1:])))


def test_an_ideal_gain_too_small_for_a_float_is_not_taken_for_none() -> None:
    table = three([(1, 1), (2, 1)])
    a, b = table.parties
    close = replace(b, preference=replace(b.preference, reservation=1 - Fraction(1, 10**400)))
    check(replace(table, parties=(a, close)))


@pytest.mark.usefixtures("searching")
def test_a_search_where_nothing_is_acceptable_finds_nothing() -> None:
    table = additive(1, 3, 5, 3)
    least = [Fraction(8 * sum(max(row) for _, row in p.preference.values), 10) for p in table.parties]
    parties = (
        replace(party, preference=replace(party.preference, reservation=own))
        for party, own in zip(table.parties, least, strict=True)
    )
    check(replace(table, parties=tuple(parties)))


def test_what_is_too_large_for_a_search_is_refused() -> None:
    table = three([(10**400, 1), (7, 10**400), (0, 3)])
    with pytest.raises(TooLargeError, match="more than 1 partial sums"):
        solutions(table, most=1)


def test_equal_products_go_to_the_larger_first_utility() -> None:
    found = solutions(three([(160, 1000), (299, 299), (1000, 160)]))
    assert found is not None
    assert found.nash.utilities == vector(1000, 160)
    assert found.kalai_smorodinsky.utilities == vector(299, 299)
    assert found.egalitarian.utilities == vector(299, 299)
    assert found.utilitarian.utilities == vector(1000, 160)


def test_the_least_share_of_the_ideal_gain_is_maximised() -> None:
    found = solutions(three([(30, 40), (90, 39), (95, 5), (5, 95)]))
    assert found is not None
    assert found.kalai_smorodinsky.utilities == vector(90, 39)


def test_a_party_that_cannot_gain_counts_as_one() -> None:
    found = solutions(three([(5, 1), (5, 3)], (5, 0)))
    assert found is not None
    assert found.kalai_smorodinsky.utilities == vector(5, 3)


@settings(max_examples=30)
@given(st.integers(0, 300), st.integers(1, 50))
def test_nash_and_kalai_smorodinsky_do_not_depend_on_scales(seed: int, factor: int) -> None:
    table = additive(seed, 3, 3, 3)
    first = table.parties[0]
    rows = tuple((issue, tuple(value * factor for value in row)) for issue, row in first.preference.values)
    larger = replace(table, parties=(Party(first.id, Preference(rows)), *table.parties[1:]))
    before, after = solutions(table), solutions(larger)
    assert before is not None
    assert after is not None
    assert before.nash.example == after.nash.example
    assert before.kalai_smorodinsky.example == after.kalai_smorodinsky.example


@settings(max_examples=50)
@given(st.integers(0, 200))
def test_every_solution_is_on_the_frontier(seed: int) -> None:
    table = negotiation(seed)
    assert all(point in list(frontier(table)) for point in solutions(table) or ())


def test_eight_parties_and_hundreds_of_thousands_of_packages_are_searched() -> None:
    table = additive(5, 8, 7, 6)
    found = solutions(table)
    assert found is not None
    best = sum(
        max(sum(party.preference.values[issue][1][option] for party in table.parties) for option in range(6))
        for issue in range(7)
    )
    assert sum(found.utilitarian.utilities) == best
    assert min(found.egalitarian.utilities) >= min(found.nash.utilities)

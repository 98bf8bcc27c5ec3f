from dataclasses import replace
from fractions import Fraction

import pytest
from tests.table.small import acceptable, additive, negotiation

from sulh.table.counting import count_acceptable, count_packages


@pytest.mark.parametrize("first", range(0, 300, 50))
def test_it_agrees_with_enumeration(first: int) -> None:
    for seed in range(first, first + 50):
        assert count_acceptable(negotiation(seed)) == len(acceptable(negotiation(seed)))


def test_all_packages_are_acceptable_where_nobody_minds() -> None:
    table = additive(1, 4, 30, 5)
    assert count_packages(table) == 5**30
    assert count_acceptable(table) == 5**30


def test_too_many_different_sums_are_not_counted() -> None:
    table = additive(1, 3, 12, 5, top=10**9)
    parties = tuple(
        replace(party, preference=replace(party.preference, reservation=Fraction(7 * 10**9)))
        for party in table.parties
    )
    assert count_acceptable(replace(table, parties=parties), most=1_000) is None

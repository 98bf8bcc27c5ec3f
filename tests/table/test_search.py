from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.conftest import Oracle, negotiations

from sulh.case.agreement import Issue, Option
from sulh.table.diagram import TooLargeError, diagrams
from sulh.table.negotiation import Negotiation, Party, Preference
from sulh.table.scaling import scale
from sulh.table.search import search, shares

weights = st.lists(st.integers(0, 3), min_size=4, max_size=4)


@settings(max_examples=40)
@given(negotiations(), weights)
def test_the_largest_sum_and_its_bound_are_what_enumeration_finds(
    table: Negotiation, weighed: list[int]
) -> None:
    oracle, scaled = Oracle(table), scale(table)
    parts = diagrams(scaled)
    row = [weight or 1 for weight in weighed[: len(table.parties)]]

    def total(package: tuple[Fraction, ...]) -> Fraction:
        return sum(
            (
                weight * (worth - each.offset) / each.unit
                for weight, worth, each in zip(row, package, scaled.scales, strict=True)
            ),
            Fraction(0),
        )

    unbroken = [p for p in oracle.packages() if not oracle.broken(p) and not oracle.crossed(p)]
    assert (parts is None) == (not unbroken)
    if parts is None:
        return
    seeking = search(scaled, parts, 10**6)
    assert seeking.bound(row) == max(total(oracle.utilities(p)) for p in unbroken)
    sums = [total(oracle.utilities(p)) for p in unbroken if oracle.acceptable(p)]
    assert seeking.largest(row, seeking.floors) == max(sums, default=None)
    highest = seeking.hull.highest(np.array(row, dtype=np.float64))
    assert float(highest @ np.array(row)) == seeking.bound(row)


def test_shares_fall_from_almost_all_to_nothing() -> None:
    some = list(shares())
    assert some == sorted(some, reverse=True)
    assert some[0] > Fraction(99, 100)
    assert not some[-1]


def test_numbers_that_fit_no_float_are_not_searched() -> None:
    issue = Issue("i", (Option("a"), Option("b"), Option("c")))
    row = ("i", (Fraction(0), Fraction(1), Fraction(10**400)))
    scaled = scale(Negotiation((Party("p", Preference((row,))),), (issue,)))
    with pytest.raises(TooLargeError, match="too large for a search"):
        search(scaled, diagrams(scaled) or (), 10**6)

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.table.small import acceptable, negotiation

from sulh.case.agreement import Issue, Option
from sulh.table.diagram import diagrams
from sulh.table.elimination import eliminate, floors
from sulh.table.filter import Block
from sulh.table.gains import Gauge
from sulh.table.negotiation import Negotiation, Party, Preference
from sulh.table.scaling import scale


def measured(table: Negotiation) -> tuple[Gauge, Block | None]:
    """The gauge of a negotiation, and its frontier."""
    scaled = scale(table)
    parts = diagrams(scaled)
    block = None if parts is None else eliminate(scaled, parts, floors(scaled)).result
    return Gauge(scaled, tuple(party.reservation for party in table.parties)), block


def of_one_party(values: list[Fraction], reservation: Fraction = Fraction(0)) -> Negotiation:
    """A party that gains, and one that loses by as much."""
    top = max(values) + min(values)
    issue = Issue("i", tuple(Option(f"o{n}") for n in range(len(values))))
    rows = (tuple(values), tuple(top - value for value in values))
    parties = (
        Party(n, Preference((("i", row),), (), (), reservation)) for n, row in zip("ab", rows, strict=True)
    )
    return Negotiation(tuple(parties), (issue,))


@given(st.integers(0, 5_000))
def test_gains_are_utilities_less_reservation_values(seed: int) -> None:
    table = negotiation(seed)
    gauge, block = measured(table)
    if block is None:
        return
    everything = {
        tuple(worth - party.reservation for worth, party in zip(vector, table.parties, strict=True))
        for vector, _ in acceptable(table)
    }
    exact = [gauge.exact(row) for row in block.sums]
    assert set(exact) <= everything
    rough = gauge.rough(block)
    assert np.allclose(rough, np.array([[*map(float, row)] for row in exact]).reshape(rough.shape), 1e-14, 0)
    for gains in exact:
        cuts = gauge.cuts(gains)
        reached = [
            sum(w * int(n) for w, n in zip(row, numbers, strict=True)) >= floor
            for numbers in block.sums
            for row, floor in cuts
        ]
        more = [all(a >= b for a, b in zip(other, gains, strict=True)) for other in exact]
        assert [all(reached[n * len(cuts) : (n + 1) * len(cuts)]) for n in range(len(exact))] == more


@pytest.mark.parametrize("size", [Fraction(1, 10**400), Fraction(10**310), Fraction(10**400)])
def test_gains_that_fit_no_float_are_not_roughly_known(size: Fraction) -> None:
    gauge, block = measured(of_one_party([size, 2 * size, 4 * size]))
    assert block is not None
    assert [gauge.exact(row)[0] for row in block.sums] == [size, 2 * size, 4 * size]
    assert np.isinf(gauge.rough(block)).all()


def test_a_gain_too_small_for_a_float_is_not_rounded_to_none() -> None:
    small = Fraction(1, 10**400)
    gauge, block = measured(of_one_party([Fraction(1), Fraction(2)], 1 - small))
    assert block is not None
    assert gauge.exact(block.sums[0]) == (small, 1 + small)
    assert np.isinf(gauge.rough(block)).all()


def test_a_reservation_value_below_all_numbers_counts_as_gain() -> None:
    gauge, block = measured(of_one_party([Fraction(0), Fraction(1)], Fraction(-(10**17))))
    assert block is not None
    assert gauge.exact(block.sums[0]) == (Fraction(10**17), Fraction(10**17 + 1))
    assert gauge.rough(block)[0].tolist() == [1e17, 1e17]

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.table.partial import Interval, Known, ranking

NUMBERS = st.integers(-20, 20).map(Fraction)
INTERVALS = st.tuples(NUMBERS, NUMBERS).map(lambda pair: Interval(*sorted(pair)))
VALUED = st.builds(Known, INTERVALS, st.lists(NUMBERS, min_size=1, max_size=4).map(tuple))
ORDERS = st.integers(2, 5).flatmap(lambda n: st.permutations(range(n)))


def known_by_order(order: list[int], weight: Interval) -> Known:
    options = tuple(map(str, range(len(order))))
    return Known(
        weight, ranking({option: order[n] for n, option in enumerate(options)}, options), ranked=True
    )


RANKED = st.builds(known_by_order, ORDERS, INTERVALS.filter(lambda interval: interval.low >= 0))


@pytest.mark.parametrize(
    ("known", "nominal", "exact"),
    [
        (Known(Interval(Fraction(2), Fraction(2)), (Fraction(3), Fraction(-1))), (6, -2), True),
        (Known(Interval(Fraction(2), Fraction(4)), (Fraction(3), Fraction(-1))), (9, -3), False),
        (Known(Interval(Fraction(2), Fraction(4)), (Fraction(0), Fraction(0))), (0, 0), True),
        (known_by_order([1, 0, 2], Interval(Fraction(8), Fraction(8))), (4, 8, 0), False),
        (known_by_order([1, 0], Interval(Fraction(8), Fraction(8))), (0, 8), True),
        (known_by_order([3, 1, 0, 2], Interval(Fraction(6), Fraction(12))), (0, 6, 9, 3), False),
    ],
)
def test_the_nominal_point(known: Known, nominal: tuple[int, ...], *, exact: bool) -> None:
    assert known.nominal() == tuple(map(Fraction, nominal))
    assert known.is_exact is exact


@given(VALUED | RANKED, st.data())
def test_no_admissible_worths_lie_beyond_the_corners(known: Known, data: st.DataObject) -> None:
    """A linear function is largest at a corner."""
    corners = list(known.corners())
    factors = [data.draw(NUMBERS) for _ in known.values]
    best = max(sum((f * x for f, x in zip(factors, corner, strict=True)), Fraction(0)) for corner in corners)
    assert sum((f * x for f, x in zip(factors, known.nominal(), strict=True)), Fraction(0)) <= best
    first = data.draw(st.sampled_from(corners))
    assert known.ranked is False or (max(first) in known.weight and min(first) == 0)


@given(RANKED)
def test_corners_of_a_ranking_keep_the_order(known: Known) -> None:
    for corner in known.corners():
        assert all(
            (a >= b) == (x >= y) or x == y
            for (a, x), (b, y) in combinations(zip(known.values, corner, strict=True), 2)
        )

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sulh.table.measures import ALIKE, LEXIMIN, PRODUCT, SUM, Gains, Measure, product, share

WIDE = 10**17
POOLS = [
    [Fraction(n) for n in range(5)],
    [Fraction(WIDE + n) for n in range(-2, 3)],
    [Fraction(n, 10**299) for n in range(4)],
    [Fraction(n) * 10**290 for n in range(4)],
    [Fraction(1, 3), Fraction(1, 7), Fraction(WIDE), Fraction(0)],
]


def product_of(gains: Gains) -> list[Fraction]:
    return [prod(gains, start=Fraction(1))]


def sum_of(gains: Gains) -> list[Fraction]:
    return [sum(gains, Fraction(0))]


def nothing(_: Gains) -> list[Fraction]:
    return []


def best(measure: Measure, rows: Sequence[Gains]) -> int:
    return measure.best(lambda row: rows[row], np.array([[*map(float, row)] for row in rows]))


def last_of_largest(value: Callable[[Gains], list[Fraction]], rows: Sequence[Gains]) -> int:
    values = list(map(value, rows))
    return len(values) - 1 - values[::-1].index(max(values))


@st.composite
def tables(draw: st.DrawFn) -> list[Gains]:
    columns = [st.sampled_from(draw(st.sampled_from(POOLS))) for _ in range(draw(st.integers(1, 4)))]
    return draw(st.lists(st.tuples(*columns), min_size=1, max_size=8))


@pytest.mark.parametrize(
    ("measure", "value"),
    [(PRODUCT, product_of), (LEXIMIN, sorted), (SUM, sum_of), (ALIKE, nothing)],
    ids=["product", "leximin", "sum", "alike"],
)
@settings(max_examples=60)
@given(rows=tables())
def test_the_best_row_is_the_last_of_the_largest(
    measure: Measure, value: Callable[[Gains], list[Fraction]], rows: list[Gains]
) -> None:
    assert best(measure, rows) == last_of_largest(value, rows)


@settings(max_examples=60)
@given(tables())
def test_a_share_is_of_the_ideal_gain(rows: list[Gains]) -> None:
    ideals = tuple(map(max, zip(*rows, strict=True)))

    def least(gains: Gains) -> list[Fraction]:
        return [min((g / i for g, i in zip(gains, ideals, strict=True) if i), default=Fraction(1))]

    assert best(share(ideals), rows) == last_of_largest(least, rows)


def test_what_floating_point_cannot_tell_apart_is_compared_exactly() -> None:
    rows = [(Fraction(WIDE), Fraction(WIDE)), (Fraction(WIDE - 1), Fraction(WIDE + 1))]
    assert product(rows[0]) - product(rows[1]) == 1
    assert best(PRODUCT, rows) == 0
    assert best(SUM, rows) == 1


@pytest.mark.parametrize("rough", [np.inf, -1.0, 0.0])
def test_rough_gains_that_say_nothing_decide_nothing(rough: float) -> None:
    rows = [(Fraction(1), Fraction(2)), (Fraction(4), Fraction(4)), (Fraction(3), Fraction(1))]
    for measure in (PRODUCT, LEXIMIN, SUM):
        assert measure.best(lambda row: rows[row], np.full((3, 2), rough)) == 1

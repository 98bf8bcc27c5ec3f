from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sulh.table import spread as module
from sulh.table.spread import ROUNDING, spread

Rows = list[tuple[int, ...]]


def tables(most: int) -> st.SearchStrategy[tuple[Rows, Rows]]:
    """Vectors and rows of sixteenths, which float32 holds exactly."""

    def of(parties: int) -> st.SearchStrategy[Rows]:
        return st.lists(st.tuples(*[st.integers(0, 40)] * parties), min_size=1, max_size=most)

    return st.integers(1, 4).flatmap(lambda parties: st.tuples(of(parties), of(parties)))


def chosen(vectors: Rows, rows: Rows, most: int) -> tuple[Fraction, float]:
    """The largest distance of a vector from the nearest chosen row, and what it is said not to exceed."""
    some, others = (np.array(table, dtype=np.float32).T / np.float32(16) for table in (vectors, rows))
    places, share = spread(some, others, most)
    assert 1 <= len(places) <= most
    assert len(set(places)) == len(places)
    distance = max(
        min(max(Fraction(a - b, 16) for a, b in zip(vector, rows[place], strict=True)) for place in places)
        for vector in vectors
    )
    return max(distance, Fraction(0)), share


@settings(max_examples=50)
@given(tables(30), st.integers(1, 9))
def test_the_share_is_the_largest_distance_from_the_nearest_row(table: tuple[Rows, Rows], most: int) -> None:
    distance, share = chosen(*table, most)
    assert distance <= share <= distance + 2 * Fraction(ROUNDING)


@settings(max_examples=40)
@given(tables(60), st.integers(1, 20), st.integers(1, 20))
def test_what_is_chosen_by_a_sample_keeps_the_promise(
    table: tuple[Rows, Rows], most: int, sample: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_SAMPLE", sample)
        patch.setattr(module, "_LOOK", 2)
        distance, share = chosen(*table, most)
    assert distance <= share


@settings(max_examples=30)
@given(tables(12))
def test_as_many_rows_as_vectors_come_as_close_as_all_rows_do(table: tuple[Rows, Rows]) -> None:
    vectors, rows = table
    _, share = chosen(vectors, vectors, len(vectors))
    assert share == ROUNDING
    distance, _ = chosen(vectors, rows, len(vectors) + len(rows))
    nearest = (
        min(max(Fraction(a - b, 16) for a, b in zip(vector, row, strict=True)) for row in rows)
        for vector in vectors
    )
    assert distance == max(Fraction(0), *nearest)

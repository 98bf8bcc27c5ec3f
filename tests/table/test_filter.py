import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sulh.table.filter import Block, merge, undominated


def literal(rows: list[list[int]]) -> list[bool]:
    return [
        not any(other != row and all(a >= b for a, b in zip(other, row, strict=True)) for other in rows)
        for row in rows
    ]


@given(st.integers(1, 6).flatmap(lambda width: arrays(np.int64, (40, width), elements=st.integers(0, 4))))
def test_it_keeps_what_no_row_dominates(rows: "np.typing.NDArray[np.int64]") -> None:
    different = np.unique(rows, axis=0)
    assert undominated(different).tolist() == literal(different.tolist())


def test_more_parties_than_the_kernel_takes() -> None:
    rows = np.unique(np.random.default_rng(1).integers(0, 3, (150, 33)) // 2 * 2, axis=0)
    rows = np.unique(np.concatenate([rows, rows // 2]), axis=0)
    assert undominated(rows).tolist() == literal(rows.tolist())


@pytest.mark.parametrize("factor", [1, 10**5, 10**17, 10**40])
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)), min_size=1))
def test_numbers_of_any_width_are_merged_alike(factor: int, rows: list[tuple[int, int, int]]) -> None:
    kind = np.int64 if factor < 10**18 else object
    sums = np.array([[value * factor for value in row] for row in rows], dtype=kind)
    block = merge([Block(sums, np.ones(len(rows), dtype=np.int64), np.arange(len(rows)))])
    kept = sorted({row for row, good in zip(rows, literal([list(row) for row in rows]), strict=True) if good})
    assert (block.sums // factor).tolist() == [list(row) for row in kept]
    assert block.counts.tolist() == [rows.count(row) for row in kept]
    assert block.firsts.tolist() == [rows.index(row) for row in kept]
    assert block.row([value * factor for value in kept[-1]]) == len(kept) - 1
    assert block.row([factor, 6 * factor, 0]) is None

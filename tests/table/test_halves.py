from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product
from math import prod

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.table.conftest import negotiations

from sulh.table import halves as module
from sulh.table.diagram import Diagram, Numbers, diagrams
from sulh.table.filter import Block
from sulh.table.halves import backwards, middle, pairs, whole
from sulh.table.negotiation import Negotiation
from sulh.table.scaling import scale

Sums = tuple[int, ...]
Package = tuple[frozenset[tuple[int, int]], Sums]


def total(rows: Iterable[Sequence[int]]) -> Sums:
    return tuple(map(sum, zip(*rows, strict=True)))


def packages(diagram: Diagram, parties: int) -> set[Package]:
    """The options and the sums of each path from the first node to the last."""
    reached: list[tuple[int, Package]] = [(0, (frozenset(), (0,) * parties))]
    for step in diagram.steps:
        assert step.source.tolist() == sorted(step.source.tolist())
        assert set(step.source.tolist()) == set(range(step.nodes))
        reached = [
            (int(step.target[arc]), (chosen | {(step.issue, int(step.option[arc]))}, total([sums, gains])))
            for node, (chosen, sums) in reached
            for arc, gains in enumerate(step.gains.tolist())
            if step.source[arc] == node
        ]
    assert {node for node, _ in reached} == {0}
    found = {package for _, package in reached}
    assert len(found) == len(reached)
    return found


@settings(max_examples=30)
@given(negotiations())
def test_one_diagram_either_way_has_the_packages_of_all_components(table: Negotiation) -> None:
    parts = diagrams(scale(table))
    if parts is None:
        return
    parties = len(table.parties)
    joined = {
        (frozenset().union(*(chosen for chosen, _ in some)), total(sums for _, sums in some))
        for some in product(*(packages(part, parties) for part in parts))
    }
    chain = whole(parts)
    assert packages(chain, parties) == joined
    assert packages(backwards(chain), parties) == joined


@given(st.lists(st.integers(1, 50), max_size=12))
def test_the_middle_leaves_halves_as_equal_as_can_be(sizes: list[int]) -> None:
    def inequality(cut: int) -> Fraction:
        one, other = prod(sizes[:cut]), prod(sizes[cut:])
        return Fraction(max(one, other), min(one, other))

    least = min(map(inequality, range(len(sizes) + 1)))
    assert inequality(middle(sizes)) <= least * (1 + Fraction(1, 10**9))


Join = tuple[Block, Block, Numbers]


@st.composite
def joins(draw: st.DrawFn, *sizes: int) -> Join:
    """Two sides and floors: large figures that differ by little."""
    size = draw(st.sampled_from(sizes))
    dtype = object if size > 10**17 else np.int64
    parties = draw(st.integers(1, 4))
    figures = st.tuples(st.integers(-6, 6), st.integers(-1, 1)).map(lambda pair: pair[0] * size + pair[1])
    rows = st.lists(st.tuples(*[figures] * parties), max_size=6)

    def block() -> Block:
        sums = np.array(draw(rows), dtype=dtype).reshape(-1, parties)
        counts = [draw(st.integers(1, 9)) for _ in sums]
        return Block(sums, np.array(counts, dtype=np.int64), np.arange(len(sums)))

    return block(), block(), np.array([draw(figures) for _ in range(parties)], dtype=dtype)


def above(join: Join) -> dict[tuple[int, int], Sums]:
    """By rows of a pair, how far it is above the floors."""
    left, right, floors = (some.tolist() for some in (join[0].sums, join[1].sums, join[2]))
    return {
        (one, other): total([a, b, [-floor for floor in floors]])
        for one, a in enumerate(left)
        for other, b in enumerate(right)
    }


def ways(join: Join, pair: tuple[int, int]) -> int:
    return int(join[0].counts[pair[0]] * join[1].counts[pair[1]])


@settings(max_examples=60)
@given(joins(1, 10**17), st.sampled_from([1, 4, 1 << 15]))
def test_all_pairs_that_reach_the_floors_are_counted(join: Join, chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_CHUNK", chunk)
        counted = pairs(*join).count()
    assert counted == sum(ways(join, pair) for pair, gains in above(join).items() if min(gains) >= 0)


@settings(max_examples=60)
@given(joins(1, 10**17, 10**30), st.integers(1, 3000))
def test_pairs_told_apart_less_finely_fall_short_by_little(join: Join, fine: int) -> None:
    counted = pairs(*join, fine)
    slack = [Fraction(2 * room, max(part, 1)) for room, part in counted.steps] or [Fraction(0)] * len(join[2])
    assert all(part == min(fine, room) for room, part in counted.steps)
    least = sum(ways(join, pair) for pair, gains in above(join).items() if min(gains) >= 0)
    most = sum(
        ways(join, pair)
        for pair, gains in above(join).items()
        if all(gain >= -short for gain, short in zip(gains, slack, strict=True))
    )
    assert least <= counted.count() <= most


@pytest.mark.parametrize("fine", [None, 5, 2043])
@settings(max_examples=40)
@given(join=joins(1, 10**17, 10**30), most=st.integers(1, 20))
def test_no_pair_is_beyond_the_cells_and_each_cell_has_a_pair(
    fine: int | None, join: Join, most: int
) -> None:
    assume(fine or join[2].dtype != object)
    joined, gains = pairs(*join, fine), above(join)
    reaching = [each for each in gains.values() if min(each) >= 0]
    if not joined.fields:
        assert not reaching
        return
    cells = joined.tops(most)
    assert len(cells.ends) <= most
    steps = [(room, part or 1) for room, part in joined.steps]
    ends = [
        [Fraction(end * room, part) for end, (room, part) in zip(row, steps, strict=True)]
        for row in cells.ends.tolist()
    ]
    for each in reaching:
        assert any(all(gain <= end for gain, end in zip(each, row, strict=True)) for row in ends)
    for row, one, other in zip(ends, cells.left, cells.right, strict=True):
        each = gains[int(joined.left.firsts[one]), int(joined.right.firsts[other])]
        assert all(
            -2 * Fraction(room, part) < gain <= end if room else gain >= 0
            for gain, end, (room, part) in zip(each, row, steps, strict=True)
        )


def test_counts_are_exact_at_the_limit_of_a_machine_word() -> None:
    """Sums near 2^60, of which one pair misses the floor by 1."""
    top = 1 << 60
    left = Block(np.array([[top - 1], [top]]), np.array([1, 10]), np.arange(2))
    right = Block(np.array([[top - 1], [top]]), np.array([100, 1000]), np.arange(2))
    assert pairs(left, right, np.array([2 * top - 1])).count() == 1 * 1000 + 10 * 100 + 10 * 1000


def test_sums_that_fit_no_machine_word_are_refused() -> None:
    left = Block(np.array([[0], [10**30]], dtype=object), np.ones(2, np.int64), np.arange(2))
    with pytest.raises(OverflowError, match="fit no machine word"):
        pairs(left, left, np.array([0], dtype=object))

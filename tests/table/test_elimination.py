from collections import Counter
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from tests.table.conftest import Oracle, negotiations
from tests.table.small import additive

from sulh.table.diagram import TooLargeError, diagrams
from sulh.table.elimination import Grid, eliminate, floors, halves
from sulh.table.filter import Block
from sulh.table.negotiation import Negotiation
from sulh.table.scaling import scale

Sums = tuple[int, ...]


def accepted(table: Negotiation) -> Counter[Sums]:
    """How many acceptable packages have each vector of numbers."""
    oracle, scaled = Oracle(table), scale(table)
    return Counter(
        tuple(
            int((worth - each.offset) / each.unit)
            for worth, each in zip(oracle.utilities(package), scaled.scales, strict=True)
        )
        for package in oracle.packages()
        if oracle.acceptable(package)
    )


def below(vector: Sums, other: Sums) -> bool:
    return all(a <= b for a, b in zip(vector, other, strict=True))


def joined(meetings: list[tuple[Block, Block]]) -> list[Sums]:
    return [
        tuple((one + other).tolist()) for left, right in meetings for one in left.sums for other in right.sums
    ]


@settings(max_examples=40)
@given(negotiations())
def test_what_is_kept_is_the_frontier_with_its_counts(table: Negotiation) -> None:
    scaled, all_ = scale(table), accepted(table)
    best = {a: n for a, n in all_.items() if not any(a != b and below(a, b) for b in all_)}
    parts = diagrams(scaled)
    block = eliminate(scaled, parts, floors(scaled)).result if parts is not None else None
    found = (
        {tuple(row): int(n) for row, n in zip(block.sums.tolist(), block.counts, strict=True)}
        if block
        else {}
    )
    assert found == best


@settings(max_examples=40)
@given(negotiations())
def test_pairs_of_halves_are_packages_and_reach_all_acceptable_ones(table: Negotiation) -> None:
    scaled, all_ = scale(table), accepted(table)
    parts = diagrams(scaled)
    pairs = joined(halves(scaled, parts, floors(scaled))) if parts is not None else []
    reaching = {pair for pair in pairs if below(scaled.floors, pair)}
    assert reaching <= set(all_)
    assert all(any(below(vector, pair) for pair in reaching) for vector in all_)


@settings(max_examples=40)
@given(negotiations())
def test_rounded_halves_are_not_below_any_acceptable_package(table: Negotiation) -> None:
    scaled = scale(table)
    parts = diagrams(scaled)
    grid = Grid(np.full(len(scaled.floors), 2), 1)
    pairs = joined(halves(scaled, parts, floors(scaled), lens=grid)) if parts is not None else []
    assert all(any(below(vector, pair) for pair in pairs) for vector in accepted(table))


def test_too_many_sums_are_refused() -> None:
    scaled = scale(additive(1, 4, 8, 4))
    parts = diagrams(scaled)
    assert parts is not None
    assert prod(scaled.sizes) == 4**8
    with pytest.raises(TooLargeError, match="more than 10 partial sums"):
        eliminate(scaled, parts, floors(scaled), 10)

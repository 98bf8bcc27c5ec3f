import sys
from fractions import Fraction

import pytest
from tests.table.small import acceptable, additive, negotiation

import sulh.table.cover  # noqa: F401 - for the module, which has the name of its function
from sulh.table.cover import Cover, cover
from sulh.table.frontier import frontier
from sulh.table.negotiation import Negotiation

MODULE = sys.modules["sulh.table.cover"]


def check(table: Negotiation, found: Cover, points: int) -> None:
    """Check the promise, package by package."""
    everything = {vector for vector, _ in acceptable(table)}
    members = [point.utilities for point in found.points]
    assert members == sorted(members, reverse=True)
    assert set(members) <= everything
    assert bool(everything) <= len(members) <= points
    least = [party.reservation for party in table.parties]
    ideals = [max(column) - low for column, low in zip(zip(*everything, strict=True), least, strict=False)]
    assert all(
        any(
            all(
                have >= want - found.epsilon * ideal
                for have, want, ideal in zip(member, vector, ideals, strict=True)
            )
            for member in members
        )
        for vector in everything
    )


@pytest.mark.parametrize("points", [1, 2, 5])
def test_every_package_has_a_member_nearby(points: int) -> None:
    for seed in range(120):
        check(negotiation(seed), cover(negotiation(seed), points), points)


def test_a_short_frontier_is_its_own_cover() -> None:
    table = additive(1, 2, 4, 3)
    found = cover(table, 10**6)
    assert list(found.points) == list(frontier(table))
    assert found.epsilon == 0
    assert found.abandoned is None


def test_grids_keep_the_promise_where_the_frontier_is_abandoned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "_PAIRS", 16)
    monkeypatch.setattr(MODULE, "_FEW", 12)
    abandoned = []
    for seed in range(12):
        table = additive(seed, 3, 5, 3)
        found = cover(table, 6, most=12)
        check(table, found, 6)
        abandoned.append(found.abandoned)
    assert any(abandoned)


@pytest.mark.parametrize("pairs", [16, 1 << 20])
def test_joined_cells_keep_the_promise(monkeypatch: pytest.MonkeyPatch, pairs: int) -> None:
    monkeypatch.setattr(MODULE, "_PAIRS", pairs)
    monkeypatch.setattr(MODULE, "_FEW", 6)
    monkeypatch.setattr(MODULE, "_CELLS", 8)
    abandoned = []
    for seed in range(12):
        table = additive(seed, 3, 5, 3)
        found = cover(table, 6, most=1_000)
        check(table, found, 6)
        abandoned.append(found.abandoned)
    assert any(abandoned)


def test_cells_keep_the_promise_for_links_and_numbers_of_any_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "_FEW", 1)
    monkeypatch.setattr(MODULE, "_CELLS", 8)
    abandoned = []
    for seed in range(80, 160):
        found = cover(negotiation(seed), 2, most=1_000)
        check(negotiation(seed), found, 2)
        abandoned.append(found.abandoned)
    assert any(abandoned)


def test_it_comes_nearer_with_more_members() -> None:
    table = additive(3, 3, 6, 4)
    few, many = cover(table, 5), cover(table, 40)
    assert Fraction(0) < many.epsilon < few.epsilon < 1


def test_a_cover_needs_a_member() -> None:
    with pytest.raises(ValueError, match="at least one member"):
        cover(additive(1, 2, 2, 2), 0)

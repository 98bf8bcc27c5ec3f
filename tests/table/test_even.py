from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.conftest import negotiations
from tests.table.small import Vector, acceptable, additive, undominated

from sulh.table.diagram import diagrams
from sulh.table.elimination import MOST_SUMS
from sulh.table.even import even
from sulh.table.gains import Gauge
from sulh.table.measures import LEXIMIN, Gains, Measure, share
from sulh.table.negotiation import Negotiation
from sulh.table.scaling import scale
from sulh.table.search import search

goals = st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 3), Fraction(7), Fraction(10**17)])


def found(table: Negotiation, wanted: Gains, measure: Measure) -> Gains:
    scaled = scale(table)
    gauge = Gauge(scaled, tuple(party.reservation for party in table.parties))
    block, row = even(search(scaled, diagrams(scaled) or (), MOST_SUMS), gauge, wanted, measure)
    return gauge.exact(block.sums[row])


def undominated_gains(table: Negotiation) -> list[Gains]:
    """The frontier in descending order, as gains."""

    def gains(vector: Vector) -> Gains:
        return tuple(worth - party.reservation for worth, party in zip(vector, table.parties, strict=True))

    return [gains(vector) for vector, _ in undominated(acceptable(table))]


def least_share(gains: Gains, wanted: Gains) -> Fraction:
    return min((g / goal for g, goal in zip(gains, wanted, strict=True) if goal), default=Fraction(1))


@settings(max_examples=30)
@given(negotiations(), st.lists(goals, min_size=4, max_size=4))
def test_the_least_share_is_as_large_as_enumeration_finds(table: Negotiation, drawn: list[Fraction]) -> None:
    wanted, points = tuple(drawn[: len(table.parties)]), undominated_gains(table)
    if not points:
        return
    best = max(points, key=lambda gains: (least_share(gains, wanted), gains))
    assert found(table, wanted, share(wanted)) == best


@pytest.mark.parametrize("beam", [1, 500])
@pytest.mark.parametrize("seed", range(4))
def test_the_narrowest_beam_finds_the_same(monkeypatch: pytest.MonkeyPatch, seed: int, beam: int) -> None:
    monkeypatch.setattr("sulh.table.even._BEAM", beam)
    table = additive(seed, 3, 5, 3, top=10**17)
    ones = (Fraction(1),) * 3
    assert found(table, ones, LEXIMIN) == max(
        undominated_gains(table), key=lambda gains: (sorted(gains), gains)
    )

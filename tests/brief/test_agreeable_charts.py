from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.brief.talks import OPEN, negotiation

from sulh.brief.agreeable import Agreeable, answer
from sulh.brief.agreeable_charts import _Range, bars, scatter
from sulh.brief.agreeable_page import solution_names
from sulh.brief.assumed import NOTHING
from sulh.brief.content import Content
from sulh.brief.page import Bars, Scatter


def answered(text: str = OPEN, axes: tuple[int, int] | None = None) -> Agreeable:
    found = answer(negotiation(text), NOTHING, axes)
    assert isinstance(found, Agreeable)
    return found


def plane(content: Content, found: Agreeable) -> Scatter:
    columns = (*found.solutions(("A", "B", "C", "D")), *found.numbered())
    drawn = scatter(content, found, columns, solution_names(content))
    assert drawn
    return drawn


def panels(content: Content, found: Agreeable) -> Bars:
    drawn = bars(content, found, found.solutions(("A", "B", "C", "D")), solution_names(content))
    assert drawn
    return drawn


def test_points_lie_by_the_utilities_of_the_two_parties(content: Content) -> None:
    drawn = plane(content, answered())
    assert drawn.across.label == "Utility of Lowland Council"
    places = {dot.label: (dot.across, dot.up) for dot in drawn.dots}
    # Lowland from 2 to 10 and Upland from 1 to 6, each with a margin of a twentieth on both sides.
    assert places["A · 2"] == pytest.approx(((6 - 1.6) / 8.8, (6 - 0.75) / 5.5))
    assert places["B · 1"] == pytest.approx(((10 - 1.6) / 8.8, (3 - 0.75) / 5.5))
    assert drawn.across.reservation == pytest.approx(0.4 / 8.8)
    assert drawn.description == (
        "Lowland Council: from 6 to 10, reservation value 2. Upland Front: from 3 to 6, reservation value 1."
    )
    assert [label for _, label in drawn.across.ticks] == ["2", "4", "6", "8", "10"]
    assert [words for _, words in drawn.legend] == [
        "a point of the frontier",
        "A · Nash bargaining solution",
        "A · Kalai–Smorodinsky solution",
        "A · egalitarian (leximin); depends on the scales chosen",
        "B · utilitarian; depends on the scales chosen",
    ]


def test_the_two_parties_can_be_chosen(content: Content) -> None:
    turned = plane(content, answered(axes=(1, 0)))
    assert turned.title == "The frontier by what it is worth to Upland Front and Lowland Council"
    straight = {dot.label: dot for dot in plane(content, answered()).dots}
    assert all((d.across, d.up) == (straight[d.label].up, straight[d.label].across) for d in turned.dots)


def test_without_two_parties_there_is_no_plane(content: Content) -> None:
    assert scatter(content, replace(answered(), axes=None), (), solution_names(content)) is None


def test_bars_are_shares_of_ideal_gains_with_their_figures(content: Content) -> None:
    first, second = panels(content, answered()).panels
    assert first.heading[0] == "A · Nash bargaining solution"
    assert second.heading == ("B · utilitarian; depends on the scales chosen",)
    assert [(bar.label, bar.share, bar.figure) for bar in first.bars + second.bars] == [
        ("Lowland Council", 0.5, "4 (50%)"),
        ("Upland Front", 1.0, "5 (100%)"),
        ("Lowland Council", 1.0, "8 (100%)"),
        ("Upland Front", 0.4, "2 (40%)"),
    ]


def test_who_can_gain_nothing_has_no_bar(content: Content) -> None:
    (panel,) = panels(content, answered(OPEN.replace("reservation = 2", "reservation = 10"))).panels
    assert (panel.bars[0].share, panel.bars[0].figure) == (None, "0")
    assert bars(content, replace(answered(), deals=replace(answered().deals, frontier=None)), (), {}) is None


NUMBERS = st.fractions(-(10**9), 10**9, max_denominator=10**6)


@given(NUMBERS, st.lists(NUMBERS, min_size=1, max_size=5))
def test_whatever_is_drawn_lies_inside_and_ticks_are_few_and_even(
    reservation: Fraction, utilities: list[Fraction]
) -> None:
    drawn = _Range(reservation, utilities)
    assert all(0 < drawn.place(number) < 1 for number in (reservation, *utilities))
    ticks = list(drawn.ticks())
    assert 1 <= len(ticks) <= 6
    assert all(0 <= drawn.place(tick) <= 1 for tick in ticks)
    assert len({later - earlier for earlier, later in pairwise(ticks)}) <= 1

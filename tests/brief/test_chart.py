import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.brief.chart import svg
from sulh.brief.page import Lane, Mark, Timeline
from sulh.brief.svg import WIDTH
from sulh.case.when import When

SPAN = When(date(2031, 1, 1), date(2031, 3, 31))
DAY = When.on(date(2031, 1, 10))
MONTH = When(date(2031, 2, 1), date(2031, 2, 28))
CHART = Timeline(
    "What lies when",
    SPAN,
    (Lane("Meetings", (Mark(DAY, "One"), Mark(MONTH, "Two"))), Lane("Said", (Mark(DAY, count=12),))),
    ((When.on(date(2031, 1, 1)), "January"), (When.on(date(2031, 3, 31)), "March")),
)
NAMESPACE = "{http://www.w3.org/2000/svg}"


def shapes(drawn: str, kind: str) -> list[dict[str, str]]:
    return [e.attrib for e in ET.fromstring(drawn).iter(NAMESPACE + kind)]  # noqa: S314 - our own output


def test_days_are_dots_and_imprecise_dates_are_bars_of_their_length() -> None:
    drawn = svg(CHART, "ltr", "t")
    assert len(shapes(drawn, "circle")) == 2
    (bar,) = shapes(drawn, "rect")
    assert float(bar["width"]) > 28 / 90 * 700
    assert ">\u206812\u2069<" in drawn
    assert shapes(drawn, "title") == [{"id": "t"}]


def test_the_days_of_a_meeting_are_a_solid_bar() -> None:
    lanes = (Lane("Meetings", (Mark(MONTH, "Two", whole=True), Mark(MONTH, "Three"))),)
    assert [bar["class"] for bar in shapes(svg(Timeline("", SPAN, lanes, ()), "ltr", "t"), "rect")] == [
        "interval", "days",
    ]  # fmt: skip


def test_time_runs_in_the_reading_direction() -> None:
    forth = [float(c["cx"]) for c in shapes(svg(CHART, "ltr", "t"), "circle")]
    back = [float(c["cx"]) for c in shapes(svg(CHART, "rtl", "t"), "circle")]
    assert back == pytest.approx([WIDTH - x for x in forth], abs=0.1)
    bars = [shapes(svg(CHART, way, "t"), "rect")[0] for way in ("ltr", "rtl")]
    assert float(bars[0]["x"]) + float(bars[1]["x"]) + float(bars[0]["width"]) == pytest.approx(
        WIDTH, abs=0.2
    )


def test_what_is_equal_is_drawn_equal() -> None:
    assert svg(CHART, "rtl", "t") == svg(CHART, "rtl", "t")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=30))
def test_labels_are_never_markup(label: str) -> None:
    chart = Timeline(label, SPAN, (Lane(label, (Mark(DAY, "<b>" + label),)),), ())
    drawn = svg(chart, "ltr", "t")
    tags = {e.tag.removeprefix(NAMESPACE) for e in ET.fromstring(drawn).iter()}  # noqa: S314 - our own output
    assert tags <= {"svg", "title", "line", "text", "circle", "rect"}


def test_labels_do_not_run_into_each_other_or_off_the_edge() -> None:
    late = When.on(date(2031, 3, 31))
    marks = tuple(Mark(DAY, f"Label number {i}") for i in range(3))
    drawn = svg(Timeline("", SPAN, (Lane("", (*marks, Mark(late, "A long label " * 3))),), ()), "ltr", "t")
    rows = {c["cy"] for c in shapes(drawn, "circle")}
    assert len(rows) >= 3
    assert re.search(r'class="label"[^>]*text-anchor="end"', drawn)

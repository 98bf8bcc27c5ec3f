from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.brief.frontier_chart import svg
from sulh.brief.page import Axis, Dot, Scatter
from sulh.brief.svg import WIDTH

NAMESPACE = "{http://www.w3.org/2000/svg}"
CHART = Scatter(
    "The frontier",
    "Two points.",
    Axis("Utility of one", 0.25, ((0.0, "0"), (1.0, "10"))),
    Axis("Utility of other", 0.5, ((0.5, "5"),)),
    (Dot(0.25, 0.5, "A", ("nash", "utilitarian")), Dot(1.0, 1.0)),
    ((None, "a point"), ("nash", "A · Nash"), ("utilitarian", "A · utilitarian")),
)


def shapes(drawn: str, kind: str, marked: str) -> list[dict[str, str]]:
    found = [e.attrib for e in ET.fromstring(drawn).iter(NAMESPACE + kind)]  # noqa: S314 - our own output
    return [attributes for attributes in found if attributes["class"] == marked]


def test_points_reservation_values_and_shapes_are_drawn() -> None:
    drawn = svg(CHART, "ltr", "t")
    assert len(shapes(drawn, "circle", "day")) == 2 + 3
    assert len(shapes(drawn, "line", "reservation")) == 2
    places = [path["transform"] for path in shapes(drawn, "path", "shape")]
    first = shapes(drawn, "circle", "day")[0]
    assert places[:2] == [f"translate({first['cx']} {first['cy']})"] * 2
    assert len({path["d"] for path in shapes(drawn, "path", "shape")}) == 2
    assert '<desc id="t-d">Two points.</desc>' in drawn
    assert 'aria-describedby="t-d"' in drawn


def test_the_first_party_gains_in_the_reading_direction() -> None:
    forth, back = (
        [float(c["cx"]) for c in shapes(svg(CHART, way, "t"), "circle", "day")] for way in ("ltr", "rtl")
    )
    assert back == pytest.approx([WIDTH - x for x in forth], abs=0.1)
    assert forth[0] < forth[1]


def test_more_is_higher_and_reservation_lines_go_through_points_that_give_just_that() -> None:
    drawn = svg(CHART, "ltr", "t")
    low, high = shapes(drawn, "circle", "day")[:2]
    assert float(high["cy"]) < float(low["cy"])
    upright, level = shapes(drawn, "line", "reservation")
    assert (upright["x1"], level["y1"]) == (low["cx"], low["cy"])


def test_labels_of_near_points_do_not_cover_each_other() -> None:
    dots = tuple(Dot(0.5 + n / 1000, 0.5, f"{n}") for n in range(8))
    texts = shapes(svg(replace(CHART, dots=dots), "ltr", "t"), "text", "near")
    places = [(float(text["x"]), float(text["y"])) for text in texts]
    assert len(places) == 8
    for number, (x, y) in enumerate(places):
        assert all(abs(x - a) > 7 or abs(y - b) > 15 for a, b in places[:number])


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=30))
def test_labels_are_never_markup(label: str) -> None:
    hostile = f"<b>{label}"
    axis = Axis(hostile, 0, ((0, hostile),))
    chart = Scatter(hostile, hostile, axis, axis, (Dot(0, 0, hostile),), ((None, hostile),))
    tags = {e.tag.removeprefix(NAMESPACE) for e in ET.fromstring(svg(chart, "rtl", "t")).iter()}  # noqa: S314 - likewise
    assert tags <= {"svg", "title", "desc", "line", "text", "circle"}

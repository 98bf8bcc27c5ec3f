from xml.etree import ElementTree as ET

import pytest

from sulh.brief.bars_chart import COLUMNS, svg
from sulh.brief.page import Bar, Bars, Panel
from sulh.brief.svg import WIDTH

NAMESPACE = "{http://www.w3.org/2000/svg}"
ROWS = (Bar("Lowland", 0.5, "4 (50%)"), Bar("Upland", None, "0"), Bar("A name that is long, " * 3, 1.0, "9"))
CHART = Bars(
    "Gains", "Figures below.", (Panel(("A · one", "A · two"), ROWS), *[Panel(("B",), ROWS)] * COLUMNS)
)


def elements(drawn: str, kind: str) -> list[ET.Element]:
    return list(ET.fromstring(drawn).iter(NAMESPACE + kind))  # noqa: S314 - our own output


def bars(drawn: str, kind: str) -> list[dict[str, str]]:
    return [rect.attrib for rect in elements(drawn, "rect") if rect.get("class") == kind]


def test_what_is_filled_is_the_share_of_the_outline() -> None:
    drawn = svg(CHART, "ltr", "t")
    pairs = list(zip(bars(drawn, "whole"), bars(drawn, "share"), strict=True))
    assert len(pairs) == 2 * 3
    shares = [float(part["width"]) / float(whole["width"]) for whole, part in pairs]
    assert shares == pytest.approx([0.5, 1.0] * 3, abs=0.01)
    assert all(part["x"] == whole["x"] and part["y"] == whole["y"] for whole, part in pairs)


def test_bars_grow_in_the_reading_direction() -> None:
    forth, back = (bars(svg(CHART, way, "t"), "share")[0] for way in ("ltr", "rtl"))
    assert float(back["x"]) + float(back["width"]) == pytest.approx(WIDTH - float(forth["x"]), abs=0.2)


def test_every_figure_is_written_and_long_names_do_not_run_into_the_bars() -> None:
    words = [str(text.text).strip("\u2068\u2069") for text in elements(svg(CHART, "ltr", "t"), "text")]
    assert [word for word in words if word[0] in "AB"][:2] == ["A · one", "A · two"]
    assert words.count("4 (50%)") == words.count("0") == words.count("9") == 3
    assert {len(word) for word in words if word.endswith("…")} == {22}


def test_panels_stay_inside_and_stand_in_rows() -> None:
    drawn = svg(CHART, "ltr", "t")
    assert all(0 <= float(bar["x"]) <= WIDTH - float(bar["width"]) for bar in bars(drawn, "whole"))
    height = float(ET.fromstring(drawn).attrib["viewBox"].split()[3])  # noqa: S314 - our own output
    assert max(float(bar["y"]) for bar in bars(drawn, "whole")) < height

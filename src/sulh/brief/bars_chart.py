"""Draw small multiples of bars as SVG: the outline of a bar is the whole, what is filled the share."""

from collections.abc import Iterator
from typing import Final

from sulh.brief.page import Bars, Panel
from sulh.brief.svg import CHARACTER, WIDTH, Direction, drawing, text, x_of

COLUMNS: Final = 2
_ROW: Final = 24.0
_BAR: Final = 13.0
_GAP: Final = 22.0
_MARGIN: Final = 12.0
_PANEL: Final = (WIDTH - 3 * _MARGIN) / COLUMNS
_LABEL: Final = 170.0
_FIGURE: Final = 110.0


def svg(chart: Bars, direction: Direction, identifier: str) -> str:
    """Return the chart as an SVG element, bars growing in the reading direction.

    Args:
        chart: what to draw.
        direction: of the page's language.
        identifier: an id for the title, unique in the page.
    """
    parts: list[str] = []
    top = _GAP / 2
    for start in range(0, len(chart.panels), COLUMNS):
        row = chart.panels[start : start + COLUMNS]
        head = max(len(panel.heading) for panel in row) * _ROW * 0.8
        for column, panel in enumerate(row):
            parts.extend(_panel(panel, _MARGIN + column * (_PANEL + _MARGIN), top, head, direction))
        top += head + max(len(panel.bars) for panel in row) * _ROW + _GAP
    return drawing((chart.title, chart.description), parts, top, direction, identifier)


def _panel(panel: Panel, left: float, top: float, head: float, direction: Direction) -> Iterator[str]:
    for number, words in enumerate(panel.heading):
        yield text("lane", x_of(left, direction), top + (number + 0.5) * _ROW * 0.8, "start", words)
    length = _PANEL - _LABEL - _FIGURE
    for number, bar in enumerate(panel.bars):
        y = top + head + (number + 0.5) * _ROW
        yield text("label", x_of(left, direction), y, "start", _cut(bar.label))
        start = left + _LABEL
        if bar.share is not None:
            yield _bar("whole", start, length, y, direction)
            yield _bar("share", start, length * bar.share, y, direction)
        yield text("label", x_of(start + length + 8, direction), y, "start", bar.figure)


def _bar(kind: str, start: float, length: float, y: float, direction: Direction) -> str:
    x = x_of(start + length if direction == "rtl" else start, direction)
    return f'<rect class="{kind}" x="{x:.1f}" y="{y - _BAR / 2:.1f}" width="{length:.1f}" height="{_BAR:g}"/>'


def _cut(label: str) -> str:
    """Return a label that fits beside its bar; the table has it whole."""
    most = int((_LABEL - 8) / CHARACTER)
    return label if len(label) <= most else label[: most - 1] + "…"

"""Draw a time line as SVG: no script, no font, nothing from elsewhere; equal input gives equal bytes."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sulh.brief.page import Lane, Mark, Timeline
from sulh.brief.svg import CHARACTER, WIDTH, Direction, drawing, text, x_of

LANE_LABEL: Final = 150.0
MARGIN: Final = 24.0
ROW: Final = 26.0
GAP: Final = 14.0
AXIS: Final = 34.0
DOT: Final = 6.0


@dataclass(frozen=True, slots=True)
class _Placed:
    mark: Mark
    row: int
    start: float
    end: float
    text_at: float
    anchor: Literal["start", "end"]


def svg(chart: Timeline, direction: Direction, identifier: str) -> str:
    """Return the chart as an SVG element, time running in the reading direction.

    Args:
        chart: what to draw; times outside its span are cut off at the edge.
        direction: of the page's language.
        identifier: an id for the title, unique in the page.
    """
    parts: list[str] = []
    top = GAP / 2
    for lane in chart.lanes:
        placed = _place(chart, lane)
        height = ROW * (1 + max(p.row for p in placed))
        parts.append(f'<line class="rule" x1="0" x2="{WIDTH:g}" y1="{top:g}" y2="{top:g}"/>')
        middle = top + GAP / 2 + ROW / 2
        parts.append(text("lane", x_of(0, direction), middle, "start", lane.label))
        for item in placed:
            parts.extend(_mark(item, top + GAP / 2 + ROW * (item.row + 0.5), direction))
        top += height + GAP
    axis = [f'<line class="axis" x1="0" x2="{WIDTH:g}" y1="{top:g}" y2="{top:g}"/>']
    for when, label in chart.ticks:
        at = _at(chart, when.first)
        x = x_of(at, direction)
        axis.append(f'<line class="tick" x1="{x:.1f}" x2="{x:.1f}" y1="{GAP / 2:g}" y2="{top + 5:g}"/>')
        anchor = "middle" if LANE_LABEL + 40 < at < WIDTH - 50 else "start" if at < WIDTH / 2 else "end"
        axis.append(text("date", x, top + 20, anchor, label))
    return drawing((chart.title, ""), (*axis, *parts), top + AXIS, direction, identifier)


def _at(chart: Timeline, day: date) -> float:
    """Return how far along the reading direction the beginning of `day` lies."""
    days = (chart.span.last - chart.span.first).days + 1
    share = min(max((day - chart.span.first).days / days, 0.0), 1.0)
    return LANE_LABEL + MARGIN + share * (WIDTH - LANE_LABEL - 2 * MARGIN)


def _place(chart: Timeline, lane: Lane) -> list[_Placed]:
    """Put each mark into the first row in which it and its label overlap no other."""
    day = (WIDTH - LANE_LABEL - 2 * MARGIN) / ((chart.span.last - chart.span.first).days + 1)
    ends: list[float] = []
    placed: list[_Placed] = []
    for mark in sorted(lane.marks, key=lambda m: (m.when, m.label)):
        start, last = _at(chart, mark.when.first), _at(chart, mark.when.last)
        if mark.when.is_day:
            start += day / 2 - DOT
            end = start + 2 * DOT
        else:
            end = max(last + day, start + 2 * DOT)
        length = CHARACTER * len(mark.label) + 8 if mark.label else 0
        fits = end + length <= WIDTH
        left, right = (start, end + length) if fits else (start - length, end)
        row = next((i for i, taken in enumerate(ends) if taken + 4 <= left), len(ends))
        ends[row : row + 1] = [right]
        placed.append(
            _Placed(mark, row, start, end, end + 6 if fits else start - 6, "start" if fits else "end")
        )
    return placed


def _mark(item: _Placed, y: float, direction: Direction) -> list[str]:
    mark = item.mark
    middle = x_of((item.start + item.end) / 2, direction)
    if mark.when.is_day:
        radius = DOT if mark.count == 1 else DOT + 4
        drawn = [f'<circle class="day" cx="{middle:.1f}" cy="{y:g}" r="{radius:g}"/>']
    else:
        x = x_of(item.end if direction == "rtl" else item.start, direction)
        size = f'width="{item.end - item.start:.1f}" height="{2 * DOT:g}"'
        kind = "days" if mark.whole else "interval"
        drawn = [f'<rect class="{kind}" x="{x:.1f}" y="{y - DOT:g}" {size} rx="{DOT:g}"/>']
    if mark.count > 1:
        drawn.append(text("count", middle, y, "middle", str(mark.count)))
    if mark.label:
        drawn.append(text("label", x_of(item.text_at, direction), y, item.anchor, mark.label))
    return drawn

"""Draw a time line as SVG: no script, no font, nothing from elsewhere; equal input gives equal bytes."""

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final, Literal

from sulh.brief.bidi import balanced
from sulh.brief.page import Lane, Mark, Timeline

WIDTH: Final = 960.0
LANE_LABEL: Final = 150.0
MARGIN: Final = 24.0
ROW: Final = 26.0
GAP: Final = 14.0
AXIS: Final = 34.0
DOT: Final = 6.0
CHARACTER: Final = 7.2  # estimated advance of a 13-pixel letter, Arabic or Latin; labels are spaced by it


@dataclass(frozen=True, slots=True)
class _Placed:
    mark: Mark
    row: int
    start: float
    end: float
    text_at: float
    anchor: Literal["start", "end"]


def svg(chart: Timeline, direction: Literal["rtl", "ltr"], identifier: str) -> str:
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
        parts.append(_text("lane", _x(0, direction), middle, "start", lane.label))
        for item in placed:
            parts.extend(_mark(item, top + GAP / 2 + ROW * (item.row + 0.5), direction))
        top += height + GAP
    axis = [f'<line class="axis" x1="0" x2="{WIDTH:g}" y1="{top:g}" y2="{top:g}"/>']
    for when, label in chart.ticks:
        at = _at(chart, when.first)
        x = _x(at, direction)
        axis.append(f'<line class="tick" x1="{x:.1f}" x2="{x:.1f}" y1="{GAP / 2:g}" y2="{top + 5:g}"/>')
        anchor = "middle" if LANE_LABEL + 40 < at < WIDTH - 50 else "start" if at < WIDTH / 2 else "end"
        axis.append(_text("date", x, top + 20, anchor, label))
    body = "".join(axis + parts)
    return (
        f'<svg role="img" aria-labelledby="{identifier}" viewBox="0 0 {WIDTH:g} {top + AXIS:g}" '
        f'direction="{direction}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{identifier}">{escape(chart.title)}</title>{body}</svg>'
    )


def _at(chart: Timeline, day: date) -> float:
    """Return how far along the reading direction the beginning of `day` lies."""
    days = (chart.span.last - chart.span.first).days + 1
    share = min(max((day - chart.span.first).days / days, 0.0), 1.0)
    return LANE_LABEL + MARGIN + share * (WIDTH - LANE_LABEL - 2 * MARGIN)


def _x(at: float, direction: str) -> float:
    return WIDTH - at if direction == "rtl" else at


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


def _mark(item: _Placed, y: float, direction: Literal["rtl", "ltr"]) -> list[str]:
    mark = item.mark
    middle = _x((item.start + item.end) / 2, direction)
    if mark.when.is_day:
        radius = DOT if mark.count == 1 else DOT + 4
        drawn = [f'<circle class="day" cx="{middle:.1f}" cy="{y:g}" r="{radius:g}"/>']
    else:
        x = _x(item.end if direction == "rtl" else item.start, direction)
        size = f'width="{item.end - item.start:.1f}" height="{2 * DOT:g}"'
        kind = "days" if mark.whole else "interval"
        drawn = [f'<rect class="{kind}" x="{x:.1f}" y="{y - DOT:g}" {size} rx="{DOT:g}"/>']
    if mark.count > 1:
        drawn.append(_text("count", middle, y, "middle", str(mark.count)))
    if mark.label:
        drawn.append(_text("label", _x(item.text_at, direction), y, item.anchor, mark.label))
    return drawn


def _text(kind: str, x: float, y: float, anchor: str, text: str) -> str:
    isolated = f"\u2068{balanced(text)}\u2069"  # the label keeps its own direction inside the page's
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="{anchor}">{escape(isolated)}</text>'
    )

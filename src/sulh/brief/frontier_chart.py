"""Draw points by what they are worth to two parties, as SVG.

Shapes tell the marked points apart, not colours; they fit into each other, so that all are seen where several
mark one point.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sulh.brief.page import Axis, Dot, Scatter, Shape
from sulh.brief.svg import CHARACTER, WIDTH, Anchor, Direction, drawing, line, text, x_of

_SIDE: Final = 84.0
_ABOVE: Final = 44.0
_PLANE: Final = 420.0
_BELOW: Final = 64.0
_ROW: Final = 40.0
_COLUMNS: Final = 2
_NEAR: Final = 16.0
_LETTER: Final = 16.0  # height of a label with the space around it
_SHAPES: Final[dict[Shape, str]] = {
    "nash": "M0 -14L14 0L0 14L-14 0Z",
    "kalai_smorodinsky": "M0 -13L12 8H-12Z",
    "egalitarian": "M-7.5 -7.5H7.5V7.5H-7.5Z",
    "utilitarian": "M-19 0H-8M8 0H19M0 -19V-8M0 8V19",
}


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def svg(chart: Scatter, direction: Direction, identifier: str) -> str:
    """Return the chart as an SVG element, the first party's utility growing in the reading direction.

    Args:
        chart: what to draw.
        direction: of the page's language.
        identifier: an id for the title, unique in the page.
    """
    rows = -(-len(chart.legend) // _COLUMNS)
    parts = (
        *_across(chart.across, direction),
        *_up(chart.up, direction),
        *(_dot(dot, direction) for dot in chart.dots),
        *(_shape(shape, _place(dot, direction)) for dot in chart.dots for shape in dot.shapes),
        *_labels(chart, direction),
        *_legend(chart, direction),
    )
    height = _ABOVE + _PLANE + _BELOW + rows * _ROW
    return drawing((chart.title, chart.description), parts, height, direction, identifier)


def _x(place: float, direction: Direction) -> float:
    return x_of(_SIDE + place * (WIDTH - 2 * _SIDE), direction)


def _y(place: float) -> float:
    return _ABOVE + (1 - place) * _PLANE


def _place(dot: Dot, direction: Direction) -> tuple[float, float]:
    return _x(dot.across, direction), _y(dot.up)


def _across(axis: Axis, direction: Direction) -> Iterator[str]:
    for place, label in axis.ticks:
        x = _x(place, direction)
        yield line("tick", (x, _y(1)), (x, _y(0) + 5))
        yield text("date", x, _y(0) + 16, "middle", label)
    yield line("axis", (_x(0, direction), _y(0)), (_x(1, direction), _y(0)))
    x = _x(axis.reservation, direction)
    yield line("reservation", (x, _y(0)), (x, _y(1)))
    yield text("lane", _x(1, direction), _y(0) + 40, "end", axis.label)


def _up(axis: Axis, direction: Direction) -> Iterator[str]:
    start = _x(0, direction)
    for place, label in axis.ticks:
        yield line("tick", (x_of(_SIDE - 5, direction), _y(place)), (_x(1, direction), _y(place)))
        yield text("date", x_of(_SIDE - 10, direction), _y(place), "end", label)
    yield line("axis", (start, _y(0)), (start, _y(1)))
    yield line("reservation", (start, _y(axis.reservation)), (_x(1, direction), _y(axis.reservation)))
    yield text("lane", x_of(8, direction), _ABOVE / 2 - 4, "start", axis.label)


def _dot(dot: Dot, direction: Direction) -> str:
    x, y = _place(dot, direction)
    return f'<circle class="day" cx="{x:.1f}" cy="{y:.1f}" r="{4 if dot.label else 3}"/>'


def _shape(shape: Shape, place: tuple[float, float]) -> str:
    x, y = place
    return f'<path class="shape" d="{_SHAPES[shape]}" transform="translate({x:.1f} {y:.1f})"/>'


def _labels(chart: Scatter, direction: Direction) -> Iterator[str]:
    """Yield the labels, each on the first side of its dot where it covers no other, marked ones first."""
    taken: list[_Box] = []
    for dot in sorted((dot for dot in chart.dots if dot.label), key=lambda dot: -len(dot.shapes)):
        x, y = _place(dot, direction)
        gap = _NEAR + (6 if dot.shapes else -6)
        half = CHARACTER * len(dot.label) / 2
        sides: list[tuple[float, float]] = [
            (dx * (gap + half), dy * (gap + _LETTER / 2))
            for dx, dy in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
        ]
        boxes = [
            _Box(x + dx - half, y + dy - _LETTER / 2, x + dx + half, y + dy + _LETTER / 2) for dx, dy in sides
        ]
        free = (place for place, box in enumerate(boxes) if not any(box.overlaps(one) for one in taken))
        chosen = next(free, 0)
        taken.append(boxes[chosen])
        dx, dy = sides[chosen]
        yield text("near", x + dx, y + dy, "middle", dot.label)


def _legend(chart: Scatter, direction: Direction) -> Iterator[str]:
    anchor: Anchor = "start"
    for number, (shape, words) in enumerate(chart.legend):
        row, column = divmod(number, _COLUMNS)
        at = 24 + column * WIDTH / _COLUMNS
        y = _ABOVE + _PLANE + _BELOW + (row + 0.4) * _ROW
        yield f'<circle class="day" cx="{x_of(at, direction):.1f}" cy="{y:.1f}" r="3"/>'
        if shape:
            yield _shape(shape, (x_of(at, direction), y))
        yield text("label", x_of(at + 28, direction), y, anchor, words)

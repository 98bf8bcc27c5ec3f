"""The pictures of what could be agreed, as values."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from sulh.brief.agreeable import Agreeable, Column, labelled
from sulh.brief.content import Content
from sulh.brief.page import Axis, Bar, Bars, Dot, Panel, Scatter, Shape
from sulh.brief.table_words import percent
from sulh.table.sentence import shown

_MOST_TICKS: Final = 6
_MARGIN: Final = Fraction(1, 20)


def scatter(
    content: Content, found: Agreeable, columns: tuple[Column, ...], names: Mapping[Shape, str]
) -> Scatter | None:
    """Return the points of the frontier by the utilities of two parties, None where there are not two.

    Args:
        content: of the page.
        found: what could be agreed.
        columns: the packages that the page refers to; they are marked.
        names: of the solutions.
    """
    if found.axes is None:
        return None
    m = content.words.m
    marked = {point.utilities: (label, shapes) for point, label, shapes in labelled(columns)}
    points = dict.fromkeys((*(point.utilities for point in found.drawn.points), *marked))
    ranges = [_Range(found.reservations[party], [u[party] for u in points]) for party in found.axes]
    across, up = (
        Axis(
            m.gettext("Utility of {party}").format(party=_name(content, found, party)),
            each.place(each.reservation),
            tuple((each.place(tick), shown(tick)) for tick in each.ticks()),
        )
        for party, each in zip(found.axes, ranges, strict=True)
    )
    dots = tuple(_dot(found.axes, ranges, u, marked.get(u, ("", ()))) for u in points)
    used = {shape for dot in dots for shape in dot.shapes}
    letters = {shape: column.label for column in columns for shape in column.names}
    legend = (
        (None, m.gettext("a point of the frontier")),
        *((shape, f"{letters[shape]} · {name}") for shape, name in names.items() if shape in used),
    )
    spans = (
        m.gettext("{party}: from {least} to {most}, reservation value {reservation}").format(
            party=_name(content, found, party),
            least=shown(min(u[party] for u in points)),
            most=shown(max(u[party] for u in points)),
            reservation=shown(each.reservation),
        )
        for party, each in zip(found.axes, ranges, strict=True)
    )
    title = m.gettext("The frontier by what it is worth to {first} and {second}").format(
        first=_name(content, found, found.axes[0]), second=_name(content, found, found.axes[1])
    )
    return Scatter(title, ". ".join(spans) + ".", across, up, dots, legend)


def _dot(
    axes: tuple[int, int],
    ranges: Sequence["_Range"],
    utilities: tuple[Fraction, ...],
    mark: tuple[str, tuple[Shape, ...]],
) -> Dot:
    across, up = (each.place(utilities[party]) for party, each in zip(axes, ranges, strict=True))
    return Dot(across, up, *mark)


def bars(
    content: Content, found: Agreeable, columns: tuple[Column, ...], names: Mapping[Shape, str]
) -> Bars | None:
    """Return what each party gains in each package, None where the ideal gains are not known."""
    if found.ideals is None:
        return None
    m = content.words.m
    panels = tuple(
        Panel(
            tuple(f"{column.label} · {names[name]}" for name in column.names),
            tuple(
                _bar(content, found, party, utility) for party, utility in enumerate(column.point.utilities)
            ),
        )
        for column in columns
    )
    title = m.gettext("What each party gains in the packages of the solutions, as a share of its ideal gain")
    return Bars(title, m.gettext("The table below has the same figures."), panels)


def _bar(content: Content, found: Agreeable, party: int, utility: Fraction) -> Bar:
    share = found.share(party, utility)
    gain = shown(utility - found.reservations[party])
    label = _name(content, found, party)
    return Bar(label, None, gain) if share is None else Bar(label, float(share), f"{gain} ({percent(share)})")


def _name(content: Content, found: Agreeable, party: int) -> str:
    return content.name(found.deals.negotiation.parties[party].id).text


class _Range:
    """The utilities of one party that a picture shows, from its reservation value, with a margin."""

    def __init__(self, reservation: Fraction, utilities: list[Fraction]) -> None:
        self.reservation = reservation
        least, most = min(reservation, *utilities), max(reservation, *utilities)
        margin = (most - least or 1) * _MARGIN
        self.low, self.high = least - margin, most + margin

    def place(self, utility: Fraction) -> float:
        return float((utility - self.low) / (self.high - self.low))

    def ticks(self) -> Iterator[Fraction]:
        """Yield round numbers, `_MOST_TICKS` at most."""
        span = self.high - self.low
        power = Fraction(10) ** (Decimal(span.numerator) / Decimal(span.denominator)).adjusted()
        steps = (power * step for step in (Fraction(1, 5), Fraction(1, 2), 1, 2, 5))
        step = next(step for step in steps if span / step < _MOST_TICKS)
        tick = ceil(self.low / step) * step
        while tick <= self.high:
            yield tick
            tick += step

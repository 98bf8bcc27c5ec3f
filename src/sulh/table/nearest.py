"""The package that falls short of reservation values least, without enumeration.

With r the reservation values, u(x) the utilities of a package and σ the spans by which shortfalls are
measured, the sum S(x) = Σ max(0, r − u(x)) / σ is sought over *soft* parties, while *hard* parties get r at
least. Prices μ ≥ 0, at most 1 for a soft party, bound it from below: L(μ) = min Σ μ·(r − u(x)) / σ over all
packages is no more than the S of any package that serves the hard parties (the Lagrangian dual). L is a
maximum of weighted utilities, which a decision diagram gives at once, with a package that may be the one.
Prices rise for those who are short and fall for the others (Polyak's subgradient step). An elimination has
the last word; the bounds cut off what is worse than the best package found. It may drop dominated packages,
as S never grows with a utility.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, lcm
from typing import Final, NamedTuple

import numpy as np

from sulh.case.agreement import Choice
from sulh.table.diagram import Diagram, diagrams
from sulh.table.elimination import Cut, eliminate, floors, weighted
from sulh.table.frontier import package_of
from sulh.table.negotiation import Negotiation
from sulh.table.scaling import Scaled, scale

_STEPS: Final = 60
_CUTS: Final = 4
_FINENESS: Final = 1 << 12
_FAR: Final = 1e9

Spans = Sequence[Fraction | None]
"""For each party what a shortfall is divided by; None where the reservation value has to be met."""


def nearest(negotiation: Negotiation, spans: Spans) -> Choice | None:
    """Return a package that breaks nothing, serves the hard parties, and falls short least.

    Of several, the one of the lexicographically largest utilities; where all parties are hard, any one.

    Args:
        negotiation: with the reservation values.
        spans: by party, positive or None.

    Returns:
        None where no package serves the hard parties.

    Raises:
        TooLargeError: if the elimination would have to keep too much.
    """
    scaled = scale(negotiation)
    parts = diagrams(scaled)
    if parts is None:
        return None
    task = _task(negotiation, scaled, parts, spans)
    bounds = [_Bound(Fraction(0), (0,) * len(spans), Fraction(0), 1)]
    allowed: Fraction | None = None
    for bound, found in _ascent(task):
        bounds = sorted([*bounds, bound], key=lambda each: -each.least)[:_CUTS]
        if bound.least > task.most:
            return None
        cost = task.cost(found.numbers)
        if cost is not None and not any(task.soft):
            return found.package
        if cost is not None and (allowed is None or Fraction(cost, task.unit) < allowed):
            allowed = Fraction(cost, task.unit)
        if allowed == bounds[0].least:
            break
    return _eliminated(task, bounds, allowed)


class _Found(NamedTuple):
    numbers: tuple[int, ...]
    package: Choice


@dataclass(frozen=True, slots=True)
class _Bound:
    """A lower bound L of S by whole weights: unit × S is at least threshold − any weighted sum of numbers."""

    least: Fraction
    weights: tuple[int, ...]
    threshold: Fraction
    unit: int

    def cut(self, allowed: Fraction) -> Cut:
        """Return what every package with S ≤ allowed satisfies."""
        return self.weights, ceil(self.threshold - allowed * self.unit)


@dataclass(frozen=True, slots=True)
class _Task:
    """The search in the numbers of the scaled negotiation.

    Attributes:
        goals: by party, the number that its reservation value stands for, whole or not.
        spans: by party; for a hard party the span over all packages, which only sets the scale of its price.
        soft: by party, whether it may fall short.
        most: no package has a larger S.
        unit: of shares; the share of a party is (above − slope × number) / unit, all whole numbers.
        lines: above and slope by party.
    """

    negotiation: Negotiation
    scaled: Scaled
    parts: Sequence[Diagram]
    goals: tuple[Fraction, ...]
    spans: tuple[Fraction, ...]
    soft: tuple[bool, ...]
    most: Fraction
    unit: int
    lines: tuple[tuple[int, int], ...]

    def shares(self, numbers: Sequence[int]) -> list[int]:
        """Return how far each party is below its goal, or above where negative, in the unit of shares."""
        return [above - slope * number for number, (above, slope) in zip(numbers, self.lines, strict=True)]

    def cost(self, numbers: Sequence[int]) -> int | None:
        """Return S in the unit of shares, or None where a hard party falls short."""
        total = 0
        for share, soft in zip(self.shares(numbers), self.soft, strict=True):
            if share > 0:
                if not soft:
                    return None
                total += share
        return total

    def bound(self, prices: Sequence[float]) -> tuple[_Bound, _Found]:
        """Return the bound by these prices, rounded down to whole weights, and the package that makes it."""
        unit = ceil(max(self.spans)) * _FINENESS
        weights = tuple(int(unit * Fraction(p) / s) for p, s in zip(prices, self.spans, strict=True))
        found = _best(self.negotiation, self.scaled, self.parts, weights)
        threshold = sum((w * goal for w, goal in zip(weights, self.goals, strict=True)), Fraction(0))
        reached = sum(w * number for w, number in zip(weights, found.numbers, strict=True))
        return _Bound((threshold - reached) / unit, weights, threshold, unit), found


def _task(negotiation: Negotiation, scaled: Scaled, parts: Sequence[Diagram], spans: Spans) -> _Task:
    parties = range(len(spans))
    ends = [
        [
            _best(negotiation, scaled, parts, [sign * (p == party) for p in parties]).numbers[party]
            for sign in (-1, 1)
        ]
        for party in parties
    ]
    goals = tuple(
        (party.reservation - each.offset) / each.unit
        for party, each in zip(negotiation.parties, scaled.scales, strict=True)
    )
    measures = tuple(
        Fraction(high - low or 1) if span is None else span / each.unit
        for (low, high), span, each in zip(ends, spans, scaled.scales, strict=True)
    )
    most = sum(
        (
            max(goal - low, Fraction(0)) / measure
            for (low, _), goal, measure, span in zip(ends, goals, measures, spans, strict=True)
            if span is not None
        ),
        Fraction(0),
    )
    soft = tuple(span is not None for span in spans)
    shares = [(goal / measure, 1 / measure) for goal, measure in zip(goals, measures, strict=True)]
    unit = lcm(*(part.denominator for share in shares for part in share))
    lines = tuple((int(above * unit), int(slope * unit)) for above, slope in shares)
    return _Task(negotiation, scaled, parts, goals, measures, soft, most, unit, lines)


def _best(
    negotiation: Negotiation, scaled: Scaled, parts: Sequence[Diagram], weights: Sequence[int]
) -> _Found:
    """Return a package of the largest weighted sum of numbers among those that break nothing."""
    column, _ = weighted(scaled, [(weights, 0)])
    total: list[int] = [0] * len(weights)
    chosen: dict[int, int] = {}
    for part in parts:
        node = 0
        for step, ahead in zip(part.steps, part.best(column)[1:], strict=True):
            arcs = np.flatnonzero(step.source == node)
            arc = arcs[np.argmax((step.gains[arcs] @ column + ahead[step.target[arcs]])[:, 0])]
            total = [value + int(gain) for value, gain in zip(total, step.gains[arc], strict=True)]
            chosen[step.issue] = int(step.option[arc])
            node = int(step.target[arc])
    options = ((issue.id, issue.options[chosen[n]].id) for n, issue in enumerate(negotiation.issues))
    return _Found(tuple(total), Choice(tuple(options)))


def _ascent(task: _Task) -> Iterator[tuple[_Bound, _Found]]:
    """Yield bounds by better and better prices; nothing exact depends on how these are rounded."""
    prices = [0.5 if soft else 1.0 for soft in task.soft]
    for _ in range(_STEPS):
        bound, found = task.bound(prices)
        yield bound, found
        cost = task.cost(found.numbers)
        goal = min(task.most, bound.least + 1 if cost is None else Fraction(cost, task.unit))
        slopes = [_rough(Fraction(share, task.unit)) for share in task.shares(found.numbers)]
        squares = sum(slope * slope for slope in slopes)
        if not squares:
            return
        length = min(max(_rough(goal - bound.least), 0.0) / squares, _FAR)
        prices = [
            min(max(price + length * slope, 0.0), 1.0 if soft else _FAR)
            for price, slope, soft in zip(prices, slopes, task.soft, strict=True)
        ]
        if not any(task.soft):
            most = max(prices) or 1.0
            prices = [price / most for price in prices]


def _rough(value: Fraction) -> float:
    """Return a float that is near enough to steer by; exact figures may be larger than floats can be."""
    return float(min(max(value, -Fraction(_FAR)), Fraction(_FAR)))


def _eliminated(task: _Task, bounds: Sequence[_Bound], allowed: Fraction | None) -> Choice | None:
    """Return the package of least S among those with S ≤ allowed; without it, a limit is raised."""
    scaled = task.scaled
    limit = bounds[0].least * 2 if allowed is None else allowed
    while True:
        cuts = [
            (weights, ceil(goal - limit * span) if soft else floor)
            for (weights, floor), goal, span, soft in zip(
                floors(scaled), task.goals, task.spans, task.soft, strict=True
            )
        ]
        cuts += [bound.cut(limit) for bound in bounds]
        block = eliminate(scaled, task.parts, cuts).result
        costs = ((task.cost(numbers), -row) for row, numbers in enumerate(block.sums.tolist()))
        least = min(((cost, row) for cost, row in costs if cost is not None), default=None)
        if least is None:
            if limit >= task.most:
                return None
            limit = min(task.most, max(2 * limit, limit + Fraction(1, 16)))
            continue
        cost, row = Fraction(least[0], task.unit), -least[1]
        if cost <= limit:
            return Choice(tuple(package_of(task.negotiation, scaled, int(block.firsts[row])).items()))
        limit = cost

"""The package of the largest least share of given goals, by a search from a bound on that share.

The bound comes from weighted sums that touch smooth measures near the least share. Packages that fall short
of a part of it, in any party's gain or any of these sums, are cut off; the part is lowered until a package is
left. A narrow beam is tried first.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product
from operator import mul
from typing import NamedTuple

import numpy as np

from sulh.table.elimination import Cut
from sulh.table.filter import Block
from sulh.table.gains import Gauge
from sulh.table.hull import Floats
from sulh.table.measures import Gains, Measure
from sulh.table.search import Search, shares

_BEAM = 500
"""Sums of a node that are kept for a first guess."""

_POWERS = (4, 12, 40)
"""How closely smooth measures follow the least share: the powers in their gradients."""

_LEANS = (2, 6, 8, 16)
"""Quarters by which one party's weight is multiplied in further cuts."""


def even(search: Search, gauge: Gauge, goals: Gains, measure: Measure) -> tuple[Block, int]:
    """Return the best by a measure that first of all wants the least share of `goals` to be large.

    Args:
        search: of a negotiation in which some package is acceptable.
        gauge: what its gains are counted from.
        goals: by party, none negative; a party whose goal is 0 has no share.
        measure: what decides between packages of the same least share.
    """
    if any(goals):
        task = _Task(search, gauge, goals)
        bound, sides = task.sides()
        focus = search.focus(task.least(bound))
        for beam, part in product((_BEAM, None), shares()):
            found = search.run(task.cuts(bound * part, sides), replace(focus, beam=beam))
            if len(found.sums):
                share = max(task.shares(found))
                # A beam may lose what a narrower one has found.
                found = search.run(task.cuts(share, sides), replace(focus, beam=8 * _BEAM))
                share = max(task.shares(found), default=share)
                return gauge.best(search.run(task.cuts(share, sides)), measure)
    return gauge.best(search.run(search.floors), measure)


class _Task(NamedTuple):
    """What is sought."""

    search: Search
    gauge: Gauge
    goals: Gains

    @property
    def units(self) -> list[Fraction]:
        """The goals in the parties' units."""
        return [goal / scale.unit for goal, scale in zip(self.goals, self.gauge.scaled.scales, strict=True)]

    @property
    def wanting(self) -> list[int]:
        """The parties that have a goal."""
        return [party for party, goal in enumerate(self.goals) if goal]

    def sides(self) -> tuple[Fraction, list[list[int]]]:
        """Return a bound on the least share, and weights of sums by which to cut packages off."""
        sides = [self._touching(power) for power in _POWERS]
        bound, best = min((self._bound(weights), weights) for weights in sides)
        # A partial sum that lags for some parties is seen to fall short by a sum that leans towards them.
        leaning = [
            [weight * (lean if other == party else 4) for other, weight in enumerate(best)]
            for party in self.wanting
            for lean in _LEANS
        ]
        return bound, sides + leaning

    def _touching(self, power: int) -> list[int]:
        """Return weights of a sum that touches the power mean of the shares, which nears their minimum."""
        start = np.array(self.gauge.shifts, dtype=np.float64)
        worth = [1 / goal if goal else Fraction(0) for goal in self.units]
        rates = np.array([float(rate / max(worth)) for rate in worth])

        def gradient(numbers: Floats) -> Floats:
            reached = (numbers + start) * rates
            reached = np.maximum(reached, 1e-3 * np.abs(reached).max() + 1e-12)
            toward: Floats = rates * (reached / reached[self.wanting].min()) ** -power
            return toward

        weights = self.search.tangent(gradient)
        return [weight if goal else 0 for weight, goal in zip(weights, self.goals, strict=True)]

    def _bound(self, weights: list[int]) -> Fraction:
        """Return what no package's least share exceeds, by a weighted sum."""
        top = self.search.bound(weights) + sum(map(mul, weights, self.gauge.shifts), Fraction(0))
        return top / sum(map(mul, weights, self.units), Fraction(0))

    def least(self, share: Fraction) -> list[Cut]:
        """Return the cuts that give each party the share of its goal."""
        return self.gauge.cuts(tuple(goal * share for goal in self.goals))

    def cuts(self, share: Fraction, sides: list[list[int]]) -> list[Cut]:
        """Return these cuts, and what follows from them for weighted sums."""
        least = self.least(share)
        numbers = [number for _, number in least]
        return [*least, *((weights, sum(map(mul, weights, numbers))) for weights in sides)]

    def shares(self, rows: Block) -> Iterator[Fraction]:
        """Yield the least share of each row."""
        for gains in map(self.gauge.exact, rows.sums):
            yield min(gain / goal for gain, goal in zip(gains, self.goals, strict=True) if goal)

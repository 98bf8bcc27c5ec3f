"""Gains over the reservation values by rows of sums: exactly, and roughly, to put most rows aside."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from sulh.table.elimination import Cut, floors
from sulh.table.filter import Block
from sulh.table.hull import Floats
from sulh.table.measures import Gains, Measure
from sulh.table.scaling import Scaled

_LARGE = 10**300
"""What floating point can hold, and its inverse, with room for sums."""


class Gauge(NamedTuple):
    """What the gains of a negotiation are counted from."""

    scaled: Scaled
    reservations: Gains

    @property
    def shifts(self) -> list[Fraction]:
        """By party what to add to a number to have the gain in units."""
        return [
            (scale.offset - reservation) / scale.unit
            for scale, reservation in zip(self.scaled.scales, self.reservations, strict=True)
        ]

    def exact(self, row: Sequence[int]) -> Gains:
        """Return the gains of a row of sums."""
        return tuple(
            scale.exact(int(number)) - reservation
            for scale, number, reservation in zip(self.scaled.scales, row, self.reservations, strict=True)
        )

    def rough(self, block: Block) -> Floats:
        """Return the gains of all rows in floating point; infinite where they may not fit."""
        scaled = self.scaled
        least = [max(min(floor, scaled.reach), -scaled.reach) for floor in scaled.floors]
        rest = [shift + floor for shift, floor in zip(self.shifts, least, strict=True)]
        units = [scale.unit for scale in scaled.scales]
        ends = [
            end
            for unit, more in zip(units, rest, strict=True)
            for end in (unit, more, unit * more, unit * (2 * scaled.reach + abs(more)))
        ]
        if scaled.vast or not all(Fraction(1, _LARGE) <= abs(end) <= _LARGE for end in ends if end):
            return np.full(block.sums.shape, np.inf)
        above = block.sums - np.array(least, dtype=block.sums.dtype)
        gains: Floats = (above.astype(np.float64) + np.array(rest, np.float64)) * np.array(units, np.float64)
        return gains

    def best(self, block: Block, measure: Measure) -> tuple[Block, int]:
        """Return the best row by a measure; of equals the last, which has the largest utilities."""
        return block, measure.best(lambda row: self.exact(block.sums[row]), self.rough(block))

    def cuts(self, gains: Gains) -> list[Cut]:
        """Return the cuts that give each party a gain."""
        return [
            (row, scale.least(reservation + gain))
            for (row, _), scale, reservation, gain in zip(
                floors(self.scaled), self.scaled.scales, self.reservations, gains, strict=True
            )
        ]

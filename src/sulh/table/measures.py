"""Measures of balance: which row of gains is best, exactly.

Rows that fall short of the best by more than rounding can amount to are put aside in floating point; all that
remain are compared as fractions.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

import numpy as np

from sulh.table.hull import Floats

Gains = tuple[Fraction, ...]

_LARGEST = Fraction(10**300)
"""Where gains are larger, rough gains are infinite and decide nothing."""

_TINY = 1e-290
"""Below, rounding may be by more than a few units in the last place."""

_NEAR = 1 - 1e-9
"""Far more than the rounding of a product, a sum or a quotient of gains, none of them negative."""


class Measure(NamedTuple):
    """What is to be large.

    Attributes:
        exact: of the gains of one package.
        rough: the same of many, or the first that it compares: gains by row, in floating point.
    """

    exact: Callable[[Gains], Fraction | Sequence[Fraction]]
    rough: Callable[[Floats], Floats]

    def best(self, gains: Callable[[int], Gains], rough: Floats) -> int:
        """Return the best row; of equals the last.

        Args:
            gains: of a row.
            rough: the gains of all rows, each within a few units in the last place.
        """
        rows: Sequence[int] = range(len(rough))
        if np.isfinite(rough).all() and rough.min() >= 0:
            values = self.rough(rough)
            if values.max() >= _TINY:
                rows = np.flatnonzero(values >= values.max() * _NEAR).tolist()
        return max(rows, key=lambda row: (self.exact(gains(row)), row))


def product(gains: Sequence[Fraction]) -> Fraction:
    """Return the product."""
    return prod(gains, start=Fraction(1))


def _shared(gains: Floats) -> Floats:
    largest = gains.max(axis=0)
    shares: Floats = gains / np.where(largest > 0, largest, 1)
    return shares


PRODUCT = Measure(product, lambda gains: _shared(gains).prod(axis=1))
LEXIMIN = Measure(sorted, lambda gains: gains.min(axis=1))
SUM = Measure(lambda gains: sum(gains, Fraction(0)), lambda gains: gains.sum(axis=1))
ALIKE = Measure(lambda _: Fraction(0), lambda gains: np.zeros(len(gains)))


def share(ideals: Gains) -> Measure:
    """Return the least share of the ideal gains; a party that cannot gain counts as one."""
    wanting = [party for party, ideal in enumerate(ideals) if ideal]
    goals = np.array([float(min(ideals[party], _LARGEST)) for party in wanting])
    return Measure(
        lambda gains: min((gains[party] / ideals[party] for party in wanting), default=Fraction(1)),
        lambda gains: (
            (gains[:, wanting] / goals).min(axis=1, initial=np.inf) if wanting else np.ones(len(gains))
        ),
    )

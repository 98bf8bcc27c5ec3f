"""A few acceptable packages that come close to all, with the proof how close.

A cover of ε has, for each acceptable package x, a member y with u(y) ≥ u(x) − ε·G for each party, where G is
the party's ideal gain: its largest gain over its reservation value among all acceptable packages.

Where the frontier is large it is not computed. Halves of packages are eliminated apart, rounded up where they
are many, and pairs of halves are gathered in cells. The upper ends of the cells are not below any acceptable
package, so whatever comes close to them comes close to all; members are real packages from the cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, isqrt
from typing import Any

import numpy as np

from sulh.table.diagram import Diagram, Numbers, TooLargeError, diagrams
from sulh.table.elimination import MOST_SUMS, Grid, eliminate, floors, halves
from sulh.table.filter import Block, merge
from sulh.table.frontier import Point, points_at
from sulh.table.halves import pairs
from sulh.table.negotiation import Negotiation
from sulh.table.number import plain
from sulh.table.scaling import Scaled, scale
from sulh.table.search import Search, search
from sulh.table.spread import Shares, spread

_FEW = 5_000
"""Partial sums up to which the whole frontier is computed."""

_PAIRS = 1 << 21
"""Pairs of halves up to which halves are not rounded."""

_FINENESS = 1 << 10
"""Cells to an ideal gain where halves are rounded, at first."""

_STEPS = (1 << 11) - 5
"""Steps in which pairs are told apart: five parties to a machine word."""

_FITS = 1 << 49
"""Sums below may be multiplied by the steps, three times over, in int64."""

_CELLS = 500_000


@dataclass(frozen=True, slots=True)
class Cover:
    """Acceptable packages that come close to all.

    Attributes:
        points: the members, none dominated by another, in descending lexicographic order of their utilities.
            `packages` counts packages of the same utilities, and is a lower bound where the frontier was
            abandoned.
        epsilon: share of each party's ideal gain; 0 where the members are the whole frontier.
        abandoned: why the exact frontier was abandoned, or None.
    """

    points: tuple[Point, ...]
    epsilon: Fraction
    abandoned: str | None = None

    @property
    def is_frontier(self) -> bool:
        """Whether the members are the whole frontier."""
        return not self.epsilon and self.abandoned is None

    def __repr__(self) -> str:
        """Return how many members there are, and how close they come."""
        return f"Cover of {len(self.points)} points, epsilon {plain(rounded_up(self.epsilon))}"


def cover(negotiation: Negotiation, points: int, most: int = MOST_SUMS) -> Cover:
    """Return a cover of at most so many members; empty where no package is acceptable.

    Args:
        negotiation: parties, issues, constraints.
        points: how many members it may have.
        most: how many partial sums may be kept at a time before the exact frontier is abandoned.

    Raises:
        TooLargeError: if the issues are linked too densely, or no grid makes the elimination small enough.
        ValueError: if `points` is less than 1, the negotiation has no party, or a preference or a constraint
            does not fit the issues.
    """
    if points < 1:
        message = "a cover has at least one member: ask for 1 or more"
        raise ValueError(message)
    scaled = scale(negotiation)
    parts = diagrams(scaled)
    if parts is None:
        return Cover((), Fraction(0))
    abandoned = None
    try:
        found = eliminate(scaled, parts, floors(scaled), min(most, max(_FEW, points))).result
        if len(found.sums) <= points:
            return _cover(negotiation, scaled, found, Fraction(0))
        tops, ideals = found.sums, found.sums.max(axis=0).tolist()
    except TooLargeError as error:
        abandoned = str(error)
        ideals = _ideals(search(scaled, parts, most))
        if not ideals:
            return Cover((), Fraction(0), abandoned)
        tops, found = _halved(scaled, parts, ideals, most)
        if not len(found.sums):
            message = "no acceptable package was found near the rounded halves: lift the limit"
            raise TooLargeError(message) from error
    gains = _gains(negotiation, scaled, ideals)
    members, epsilon = _chosen(
        found, _shares(tops, scaled, gains), _shares(found.sums, scaled, gains), points
    )
    return _cover(negotiation, scaled, members, epsilon, abandoned)


def _ideals(seeking: Search) -> list[int]:
    """Return each party's largest number in an acceptable package, or nothing where none is acceptable."""
    tops = (seeking.largest(row, seeking.floors) for row, _ in seeking.floors)
    return [top for top in tops if top is not None]


def _halved(
    scaled: Scaled, parts: Sequence[Diagram], ideals: Sequence[int], most: int
) -> tuple[Numbers, Block]:
    """Return vectors not below any acceptable package, and acceptable packages near them."""
    lowest = [max(floor, -scaled.reach) for floor in scaled.floors]
    least = np.array(lowest, dtype=object if scaled.wide else np.int64)
    cells = np.array(
        [max((top - floor) // _FINENESS, 1) for top, floor in zip(ideals, scaled.floors, strict=True)],
        dtype=least.dtype,
    )
    meetings = halves(scaled, parts, floors(scaled), most, Grid(cells, isqrt(_PAIRS)))
    tops = [least[:0].reshape(0, len(least))]
    numbers = [np.zeros(0, dtype=np.int64)]
    for left, right in meetings:
        joined = pairs(left, right, least, _STEPS)
        if not joined.fields:
            continue
        found = joined.tops(_CELLS)
        fits = scaled.reach < _FITS
        room, steps = np.array(joined.steps, dtype=least.dtype if fits else object).T
        tops.append(least + found.ends * room // np.maximum(steps, 1))
        numbers.append(joined.left.firsts[found.left] + joined.right.firsts[found.right])
    firsts = np.concatenate(numbers)
    sums = _numbers(scaled, firsts)
    kept = np.all(sums >= least, axis=1)
    return np.concatenate(tops), Block(sums[kept], np.ones(int(kept.sum()), dtype=np.int64), firsts[kept])


def _numbers(scaled: Scaled, numbers: Numbers) -> Numbers:
    """Return the parties' numbers of packages, given by their numbers in option order."""
    kind = object if scaled.wide else np.int64
    strides = scaled.strides()
    options = [
        (numbers // stride % size).astype(np.int64)
        for stride, size in zip(strides, scaled.sizes, strict=True)
    ]
    sums = np.zeros((len(numbers), len(scaled.floors)), dtype=kind)
    for column, values in zip(options, scaled.values, strict=True):
        sums += np.array(values, dtype=kind)[column]
    for link in scaled.links:
        if link.party is not None:
            applies = np.all([options[issue] == option for issue, option in link.options.items()], axis=0)
            sums[applies, link.party] += link.adds
    return sums


def _chosen(found: Block, tops: Shares, rows: Shares, points: int) -> tuple[Block, Fraction]:
    """Choose members and measure how close they come to the tops."""
    places, share = spread(tops, rows, points)
    return merge([found.take(np.array(places))]), Fraction(ceil(share * 10**6), 10**6)


def _cover(
    negotiation: Negotiation, scaled: Scaled, members: Block, epsilon: Fraction, abandoned: str | None = None
) -> Cover:
    chosen = points_at(negotiation, scaled, members, range(len(members.sums)))
    chosen.sort(key=lambda point: point.utilities, reverse=True)
    return Cover(tuple(chosen), epsilon, abandoned)


def _gains(negotiation: Negotiation, scaled: Scaled, ideals: Sequence[int]) -> list[Fraction]:
    """Return the ideal gains in the parties' units."""
    return [
        (each.exact(top) - party.reservation) / each.unit
        for each, top, party in zip(scaled.scales, ideals, negotiation.parties, strict=True)
    ]


def _shares(sums: Numbers, scaled: Scaled, gains: Sequence[Fraction]) -> Shares:
    """Return what is above the floors, or above all reach, as shares of the ideal gains; 0 without gain."""
    columns: list[Any] = [
        (column - max(floor, -scaled.reach)) / (float(gain) if column.dtype != object else gain)
        if gain
        else column * 0
        for column, floor, gain in zip(sums.T, scaled.floors, gains, strict=True)
    ]
    return np.array(columns, dtype=np.float64).astype(np.float32)


def rounded_up(epsilon: Fraction) -> Fraction:
    """Return the share to six decimals, rounded up so that it stays true."""
    return Fraction(ceil(epsilon * 10**6), 10**6)

"""A few acceptable packages that come close to all, with the proof how close.

A cover of ε has, for each acceptable package x, a member y with u(y) ≥ u(x) − ε·G for each party, where G is
the party's ideal gain: its largest gain over its reservation value among all acceptable packages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np

from sulh.table.diagram import Numbers, TooLargeError, diagrams
from sulh.table.elimination import MOST_SUMS, Grid, eliminate
from sulh.table.filter import Block, merge
from sulh.table.frontier import Point, point_at
from sulh.table.negotiation import Negotiation
from sulh.table.scaling import scale
from sulh.table.search import Search

_ABOVE = 3_000
"""Sums up to which no grid is laid."""

_FINEST = 128
"""Cells to an ideal gain where the frontier is too large, at first."""

_HALVINGS = 16
_CHUNK = 256
_FLOATING = Fraction(10**300)


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
    search = Search(scaled, parts, most)
    lost, abandoned = Fraction(0), None
    try:
        found = search.run(search.floors)
        ideals = found.sums.max(axis=0).tolist() if len(found.sums) else []
    except TooLargeError as error:
        abandoned = str(error)
        tops = [search.largest(row, search.floors) for row, _ in search.floors]
        ideals = [top for top in tops if top is not None]
        if len(ideals) == len(tops):
            found, lost = _coarse(search, _gains(negotiation, search, ideals))
    if not ideals:
        return Cover((), Fraction(0), abandoned)
    members, epsilon = _members(found, _gains(negotiation, search, ideals), points)
    chosen = [point_at(negotiation, scaled, members, row) for row in range(len(members.sums))]
    chosen.sort(key=lambda point: point.utilities, reverse=True)
    return Cover(tuple(chosen), epsilon + lost, abandoned)


def _gains(negotiation: Negotiation, search: Search, ideals: Sequence[int]) -> list[Fraction]:
    """Return the ideal gains in the parties' units."""
    return [
        (each.exact(top) - party.preference.reservation) / each.unit
        for each, top, party in zip(search.scaled.scales, ideals, negotiation.parties, strict=True)
    ]


def _coarse(search: Search, gains: Sequence[Fraction]) -> tuple[Block, Fraction]:
    """Eliminate on ever coarser grids until few enough sums remain.

    Each time that a grid is laid, whatever is dropped has a sum that is lower by less than a cell and as sure
    to reach the reservation values, so that the losses add up to less than a cell for each time.
    """
    fineness = _FINEST
    while fineness:
        cells = [max(min(int(gain / fineness), search.scaled.reach), 1) for gain in gains]
        grid = Grid(np.array(cells, dtype=object if search.scaled.wide else np.int64), _ABOVE)
        try:
            done = eliminate(
                search.scaled, search.diagrams, search.floors, min(search.most, 30 * _ABOVE), grid
            )
        except TooLargeError:
            fineness //= 2
            continue
        lost = max(
            (
                Fraction(done.rounded * (cell - 1)) / gain
                for cell, gain in zip(cells, gains, strict=True)
                if gain
            ),
            default=Fraction(0),
        )
        return done.result, lost
    message = "no grid keeps few enough partial sums: lift the limit"
    raise TooLargeError(message)


def _members(found: Block, gains: Sequence[Fraction], points: int) -> tuple[Block, Fraction]:
    """Choose one row of each undominated cell, with the smallest cells that leave few enough."""
    if len(found.sums) <= points:
        return found, Fraction(0)
    start = found.sums.min(axis=0)
    span = int((found.sums.max(axis=0) - start).max())

    def members(share: Fraction) -> Block:
        cells = np.array([min(int(gain * share), span) + 1 for gain in gains], dtype=found.sums.dtype)
        return merge([found], lambda sums: (sums - start) // cells)

    # Cells longer than the ideal gains hold all rows: one member is always enough.
    low, high, chosen = Fraction(0), Fraction(1), members(Fraction(1))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        some = members(middle)
        if len(some.sums) <= points:
            chosen, high = some, middle
        else:
            low = middle
    if found.sums.dtype == object:
        return chosen, high
    return chosen, min(high, _distance(found.sums, chosen.sums, gains))


def _distance(sums: Numbers, members: Numbers, gains: Sequence[Fraction]) -> Fraction:
    """Return how far at most a row is above its nearest member, as share of a gain, rounded up."""
    scale = np.array([float(min(gain, _FLOATING)) or 1.0 for gain in gains])
    most = 0.0
    for start in range(0, len(sums), _CHUNK):
        above = (sums[start : start + _CHUNK, None, :] - members[None, :, :]).astype(np.float64) / scale
        most = max(most, float(above.max(axis=2).min(axis=1).max()))
    return Fraction(ceil(most * (1 + 1e-9) * 10**6), 10**6)

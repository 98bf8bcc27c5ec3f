"""Which package the usual notions of a balanced outcome point to.

Every measure here never falls when a utility rises. So the package that is best by the measure, and among the
best the one with the lexicographically largest utilities, is on the frontier: what dominates it would have
been chosen. Gains are utilities less the reservation values; all measures are compared exactly.

Sources: Nash, "The bargaining problem" (1950); Kalai and Smorodinsky, "Other solutions to Nash's bargaining
problem" (1975), here the largest least share of ideal gains, as packages are indivisible; the egalitarian
solution of Kalai (1977), here the leximin order of gains.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor, lcm, prod
from operator import mul
from typing import NamedTuple

import numpy as np

from sulh.table.diagram import TooLargeError, diagrams
from sulh.table.elimination import MOST_SUMS, Cut, eliminate, floors
from sulh.table.filter import Block
from sulh.table.frontier import Point, points_at
from sulh.table.hull import Floats
from sulh.table.measures import ALIKE, LEXIMIN, PRODUCT, SUM, Gains, Measure, product, share
from sulh.table.negotiation import Negotiation
from sulh.table.number import plain
from sulh.table.scaling import Scaled, scale
from sulh.table.search import Search, search, shares

_FEW = 20_000
"""Partial sums up to which the whole frontier is as fast as a search."""

_FLOATING = 900
"""Bits that floating point can do with."""

_LARGE = 10**300
"""What floating point can hold, with room for sums."""

_BEAM = 500
"""Sums of a node that are kept for a first guess."""

_POWERS = (4, 12, 40)
"""How closely smooth measures follow the least share: the powers in their gradients."""

_LEANS = (2, 6, 8, 16)
"""Quarters by which one party's weight is multiplied in further cuts."""


class Solutions(NamedTuple):
    """One frontier point for each notion; ties go to the lexicographically largest utilities.

    Attributes:
        nash: the largest product of gains.
        kalai_smorodinsky: the largest least gain as a share of the party's ideal gain.
        egalitarian: the largest least gain, then the largest second least, and so on; depends on the scales
            chosen.
        utilitarian: the largest sum of utilities; depends on the scales chosen.
    """

    nash: Point
    kalai_smorodinsky: Point
    egalitarian: Point
    utilitarian: Point

    def __repr__(self) -> str:
        """Return the utilities of each."""
        return "Solutions: " + ", ".join(
            f"{name} ({', '.join(map(plain, point.utilities))})" for name, point in self._asdict().items()
        )


def solutions(negotiation: Negotiation, most: int = MOST_SUMS) -> Solutions | None:
    """Return the four solutions of a negotiation, or None where no package is acceptable.

    A frontier of few points is computed; where it is larger, each solution is searched by itself.

    Args:
        negotiation: parties, issues, constraints.
        most: how many partial sums may be kept at a time.

    Raises:
        TooLargeError: if more would have to be kept, or the issues are linked too densely.
        ValueError: if the negotiation has no party, or a preference or a constraint does not fit the issues.
    """
    scaled = scale(negotiation)
    parts = diagrams(scaled)
    if parts is None:
        return None
    reservations = tuple(party.reservation for party in negotiation.parties)
    table = _Table(search(scaled, parts, most), reservations)
    few: Block | None
    try:
        few = eliminate(scaled, parts, floors(scaled), min(_FEW, most)).result
    except TooLargeError:
        # Beyond floating point there are no weights to guide a search.
        few = eliminate(scaled, parts, floors(scaled), most).result if beyond(scaled) else None
    chosen = table.searched() if few is None else table.compared(few)
    if chosen is None:
        return None
    return Solutions(*(points_at(negotiation, scaled, block, [row])[0] for block, row in chosen))


def beyond(scaled: Scaled) -> bool:
    """Tell whether numbers may be beyond floating point."""
    return max(scaled.reach, *map(abs, scaled.floors)).bit_length() > _FLOATING


class _Table(NamedTuple):
    """A negotiation to search, and what the gains are counted from."""

    search: Search
    reservations: Gains

    def gains(self, row: Sequence[int]) -> Gains:
        """Return the gains of a row of sums."""
        scales = self.search.scaled.scales
        return tuple(
            scale.exact(int(number)) - reservation
            for scale, number, reservation in zip(scales, row, self.reservations, strict=True)
        )

    def best(self, block: Block, measure: Measure) -> tuple[Block, int]:
        """Return the best row by a measure; of equals the last, which has the largest utilities."""
        return block, measure.best(lambda row: self.gains(block.sums[row]), self.rough(block))

    def rough(self, block: Block) -> Floats:
        """Return the gains of all rows in floating point; infinite where they may not fit."""
        scaled = self.search.scaled
        if beyond(scaled) or any(scale.unit * scaled.reach > _LARGE for scale in scaled.scales):
            return np.full(block.sums.shape, np.inf)
        least = [max(min(floor, scaled.reach), -scaled.reach) for floor in scaled.floors]
        above = block.sums - np.array(least, dtype=block.sums.dtype)
        rest = [float(shift + floor) for shift, floor in zip(self.shifts(), least, strict=True)]
        units = [float(scale.unit) for scale in scaled.scales]
        gains: Floats = (above.astype(np.float64) + np.array(rest)) * np.array(units)
        return gains

    def compared(self, block: Block) -> list[tuple[Block, int]] | None:
        """Return the solutions from the frontier."""
        if not len(block.sums):
            return None
        ideals = self.gains(block.sums.max(axis=0))
        return [self.best(block, measure) for measure in (PRODUCT, share(ideals), LEXIMIN, SUM)]

    def searched(self) -> list[tuple[Block, int]] | None:
        """Return the solutions from one search each."""
        tops = [self.search.largest(unit, self.search.floors) for unit, _ in self.search.floors]
        numbers = [top for top in tops if top is not None]
        if len(numbers) < len(tops):
            return None
        ideals = self.gains(numbers)
        return [
            self.nash(),
            self.even(ideals, share(ideals)),
            self.even((Fraction(1),) * len(tops), LEXIMIN),
            self.total(),
        ]

    def total(self) -> tuple[Block, int]:
        """Return the package of the largest sum of utilities."""
        units = [scale.unit for scale in self.search.scaled.scales]
        whole = lcm(*(unit.denominator for unit in units))
        weights = [int(unit * whole) for unit in units]
        top = self.search.largest(weights, self.search.floors)
        return self.among([(weights, top or 0), *self.search.floors], SUM)

    def even(self, goals: Gains, measure: Measure) -> tuple[Block, int]:
        """Return the best by a measure that first of all wants the least share of `goals` to be large."""
        search = self.search
        wanting = [party for party, goal in enumerate(goals) if goal]
        shifts, scales = self.shifts(), search.scaled.scales
        if not wanting:
            return self.among(search.floors, measure)
        start = np.array(shifts, dtype=np.float64)
        worth = [each.unit / goal if goal else Fraction(0) for each, goal in zip(scales, goals, strict=True)]
        rates = np.array([float(rate / max(worth)) for rate in worth])
        sides: list[list[int]] = []
        bounds: list[Fraction] = []
        for power in _POWERS:

            def gradient(numbers: Floats, power: int = power) -> Floats:
                """Return the gradient of the power mean of the shares, which nears their minimum."""
                reached = (numbers + start) * rates
                reached = np.maximum(reached, 1e-3 * np.abs(reached).max() + 1e-12)
                toward: Floats = rates * (reached / reached[wanting].min()) ** -power
                return toward

            weights = [
                weight if goal else 0 for weight, goal in zip(search.tangent(gradient), goals, strict=True)
            ]
            top = search.bound(weights) + sum(map(mul, weights, shifts), Fraction(0))
            sides.append(weights)
            bounds.append(
                top
                / sum(
                    weight * goal / scale.unit
                    for weight, goal, scale in zip(weights, goals, scales, strict=True)
                )
            )
        bound, best = min(zip(bounds, sides, strict=True))
        # A partial sum that lags for some parties is seen to fall short by a sum that leans towards them.
        for party in wanting:
            sides += [
                [weight * (lean if other == party else 4) for other, weight in enumerate(best)]
                for lean in _LEANS
            ]

        def cuts(share: Fraction) -> list[Cut]:
            least = self.least(tuple(goal * share for goal in goals))
            numbers = [number for _, number in least]
            return [*least, *((weights, sum(map(mul, weights, numbers))) for weights in sides)]

        focus = search.focus(self.least(tuple(goal * bound for goal in goals)))

        def least(rows: Block) -> Fraction:
            gains = map(self.gains, rows.sums)
            return max(
                min(gain / goal for gain, goal in zip(row, goals, strict=True) if goal) for row in gains
            )

        for beam, part in ((beam, part) for beam in (_BEAM, None) for part in shares()):
            found = search.run(cuts(bound * part), replace(focus, beam=beam))
            if len(found.sums):
                found = search.run(cuts(least(found)), replace(focus, beam=8 * _BEAM))
                return self.among(cuts(least(found)), measure)
        return self.among(search.floors, measure)

    def nash(self) -> tuple[Block, int]:
        """Return the package of the largest product of gains."""
        search, shifts = self.search, self.shifts()
        parties = len(shifts)
        positive = [(row, floor(-shift) + 1) for (row, _), shift in zip(search.floors, shifts, strict=True)]
        if search.largest(search.floors[0][0], positive) is None:
            return self.among(search.floors, ALIKE)
        start = np.array(shifts, dtype=np.float64)
        weights = search.tangent(
            lambda numbers: 1 / np.maximum(numbers + start, 1e-3 * np.abs(numbers + start).max() + 1e-9)
        )
        shift = sum(map(mul, weights, shifts), Fraction(0))
        middle = (search.bound(weights) + shift) / parties
        most = product([middle] * parties) / prod(weights)

        def attempt(value: Fraction) -> tuple[Block, int] | None:
            # By the inequality of the means: Σ w·h ≥ n (Π w·h)^(1/n).
            least = _root(int(parties**parties * prod(weights) * value), parties)
            found = search.run([(weights, ceil(least - shift)), *positive])
            return self.best(found, PRODUCT) if len(found.sums) else None

        for part in shares():
            wanted = most * product([part] * parties)
            found = attempt(wanted)
            if found:
                block, row = found
                reached = product(
                    [int(number) + shift for number, shift in zip(block.sums[row], shifts, strict=True)]
                )
                return found if reached >= wanted else attempt(reached) or found
        return self.among(positive, PRODUCT)

    def shifts(self) -> list[Fraction]:
        """Return by party what to add to a number to have the gain in units."""
        return [
            (scale.offset - reservation) / scale.unit
            for scale, reservation in zip(self.search.scaled.scales, self.reservations, strict=True)
        ]

    def least(self, gains: Gains) -> list[Cut]:
        """Return the cuts that give each party a gain."""
        scales = self.search.scaled.scales
        return [
            (row, scale.least(reservation + gain))
            for (row, _), scale, reservation, gain in zip(
                self.search.floors, scales, self.reservations, gains, strict=True
            )
        ]

    def among(self, cuts: Sequence[Cut], measure: Measure) -> tuple[Block, int]:
        """Return the best by a measure of all packages that reach the cuts."""
        return self.best(self.search.run(cuts), measure)


def _root(number: int, degree: int) -> int:
    """Return the whole part of a root, by Newton's method from above."""
    root = 1 << -(-number.bit_length() // degree)
    while True:
        better = ((degree - 1) * root + number // root ** (degree - 1)) // degree
        if better >= root:
            return root
        root = better

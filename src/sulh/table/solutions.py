"""Which package the usual notions of a balanced outcome point to.

Every measure here never falls when a utility rises. So the package that is best by the measure, and among the
best the one with the lexicographically largest utilities, is on the frontier: what dominates it would have
been chosen. Gains are utilities less the reservation values; all measures are compared exactly.

Sources: Nash, "The bargaining problem" (1950); Kalai and Smorodinsky, "Other solutions to Nash's bargaining
problem" (1975), here the largest least share of ideal gains, as packages are indivisible; the egalitarian
solution of Kalai (1977), here the leximin order of gains.
"""

from fractions import Fraction
from math import ceil, floor, lcm, prod
from operator import mul
from typing import NamedTuple

import numpy as np

from sulh.table.diagram import TooLargeError, diagrams
from sulh.table.elimination import MOST_SUMS, eliminate, floors
from sulh.table.even import even
from sulh.table.filter import Block
from sulh.table.frontier import Point, points_at
from sulh.table.gains import Gauge
from sulh.table.measures import ALIKE, LEXIMIN, PRODUCT, SUM, product, share
from sulh.table.negotiation import Negotiation
from sulh.table.number import plain
from sulh.table.scaling import scale
from sulh.table.search import Search, search, shares

_FEW = 20_000
"""Partial sums up to which the whole frontier is as fast as a search."""


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
    gauge = Gauge(scaled, tuple(party.reservation for party in negotiation.parties))
    # Beyond floating point there are no weights to guide a search.
    few = most if scaled.vast else min(_FEW, most)
    try:
        chosen = _compared(gauge, eliminate(scaled, parts, floors(scaled), few).result)
    except TooLargeError:
        if scaled.vast:
            raise
        chosen = _searched(gauge, search(scaled, parts, most))
    if chosen is None:
        return None
    return Solutions(*(points_at(negotiation, scaled, block, [row])[0] for block, row in chosen))


def _compared(gauge: Gauge, block: Block) -> list[tuple[Block, int]] | None:
    """Return the solutions from the frontier."""
    if not len(block.sums):
        return None
    ideals = gauge.exact(block.sums.max(axis=0))
    return [gauge.best(block, measure) for measure in (PRODUCT, share(ideals), LEXIMIN, SUM)]


def _searched(gauge: Gauge, seeking: Search) -> list[tuple[Block, int]] | None:
    """Return the solutions from one search each."""
    tops = [seeking.largest(unit, seeking.floors) for unit, _ in seeking.floors]
    numbers = [top for top in tops if top is not None]
    if len(numbers) < len(tops):
        return None
    ideals = gauge.exact(numbers)
    return [
        _nash(gauge, seeking),
        even(seeking, gauge, ideals, share(ideals)),
        even(seeking, gauge, (Fraction(1),) * len(tops), LEXIMIN),
        _total(gauge, seeking),
    ]


def _total(gauge: Gauge, seeking: Search) -> tuple[Block, int]:
    """Return the package of the largest sum of utilities."""
    units = [each.unit for each in gauge.scaled.scales]
    whole = lcm(*(unit.denominator for unit in units))
    weights = [int(unit * whole) for unit in units]
    top = seeking.largest(weights, seeking.floors)
    return gauge.best(seeking.run([(weights, top or 0), *seeking.floors]), SUM)


def _nash(gauge: Gauge, seeking: Search) -> tuple[Block, int]:
    """Return the package of the largest product of gains."""
    shifts = gauge.shifts
    parties = len(shifts)
    positive = [(row, floor(-shift) + 1) for (row, _), shift in zip(seeking.floors, shifts, strict=True)]
    if seeking.largest(seeking.floors[0][0], positive) is None:
        return gauge.best(seeking.run(seeking.floors), ALIKE)
    start = np.array(shifts, dtype=np.float64)
    weights = seeking.tangent(
        lambda numbers: 1 / np.maximum(numbers + start, 1e-3 * np.abs(numbers + start).max() + 1e-9)
    )
    shift = sum(map(mul, weights, shifts), Fraction(0))
    middle = (seeking.bound(weights) + shift) / parties
    most = product([middle] * parties) / prod(weights)

    def attempt(value: Fraction) -> tuple[Block, int] | None:
        # By the inequality of the means: Σ w·h ≥ n (Π w·h)^(1/n).
        least = _root(int(parties**parties * prod(weights) * value), parties)
        found = seeking.run([(weights, ceil(least - shift)), *positive])
        return gauge.best(found, PRODUCT) if len(found.sums) else None

    for part in shares():
        wanted = most * product([part] * parties)
        found = attempt(wanted)
        if found:
            block, row = found
            reached = product(
                [int(number) + more for number, more in zip(block.sums[row], shifts, strict=True)]
            )
            return found if reached >= wanted else attempt(reached) or found
    return gauge.best(seeking.run(positive), PRODUCT)


def _root(number: int, degree: int) -> int:
    """Return the whole part of a root, by Newton's method from above."""
    root = 1 << -(-number.bit_length() // degree)
    while True:
        better = ((degree - 1) * root + number // root ** (degree - 1)) // degree
        if better >= root:
            return root
        root = better

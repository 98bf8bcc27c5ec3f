"""The package with the least largest regret: minimax regret by constraint generation (Boutilier et al. 2006).

With W = Σ gain / nominal ideal gain (parties whose ideal gain is 0 left out), the regret of x is the largest
W(y) − W(x) over nominally acceptable y and admissible preferences. Scenarios (y, preferences) bound the least
regret from below; the package that is best against those found is charged with its worst scenario, until the
two bounds meet. The worst y is sought in arrays of bounds that are sums over issues, the comparisons being
priced (Lagrangian relaxation), and proved by exact linear programs. Arrays are floating point and only guide:
each regret is exact, and no package has one that is smaller by more than 10⁻⁹ of the largest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from fractions import Fraction
from typing import Final, NamedTuple

import numpy as np

from sulh.table.negotiation import Negotiation
from sulh.table.robust.field import Field, Floats
from sulh.table.robust.necessary import Package, difference, extras
from sulh.table.robust.polytope import Factors, Point, Polytope

_NEAR: Final = 1e-9
_PRICES: Final = 4
"""Prices of each party that are kept from one package to the next."""


class Scenario(NamedTuple):
    """What one may come to regret.

    Attributes:
        package: the row of the package that would have been better.
        points: the worths by party.
        more: by package, how much better.
    """

    package: int
    points: tuple[Point, ...]
    more: Floats


class Minimax(NamedTuple):
    """The least largest regret.

    Attributes:
        package: row of the package.
        value: its largest regret, exact.
        scenarios: what bounded the search.
    """

    package: int
    value: Fraction
    scenarios: tuple[Scenario, ...]


@dataclass
class Game:
    """Nominally acceptable packages and the admissible worths of each party.

    Attributes:
        prices: by party, prices of the comparisons that have made bounds close.
        corners: by party and issue, its corners in shares of the ideal gain; no comparison changes them.
    """

    field: Field
    known: tuple[Polytope, ...]
    prices: list[list[tuple[Fraction, ...]]] = dataclass_field(default_factory=list)
    corners: list[dict[str, Floats]] = dataclass_field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with comparisons that cost nothing."""
        self.prices = [[(Fraction(0),) * len(worths.cuts)] for worths in self.known]
        self.corners = self.corners or [
            {
                issue: np.array([[float(worth / ideal) for worth in corner] for corner in corners])
                for issue, corners in worths.corners.items()
                if ideal
            }
            for worths, ideal in zip(self.known, self.field.ideals, strict=True)
        ]

    @property
    def playing(self) -> list[int]:
        """The parties that W counts."""
        return [party for party, ideal in enumerate(self.field.ideals) if ideal]

    def regret(self, y: int, x: int) -> tuple[Fraction, tuple[Point, ...], list[tuple[Fraction, ...]]]:
        """Return the largest W(y) − W(x), and the worths and prices with it."""
        ours, theirs = self.field.package(x), self.field.package(y)
        factors = difference(self.field.options, theirs, ours)
        total = Fraction(0)
        points: list[Point] = [{} for _ in self.known]
        prices: list[tuple[Fraction, ...]] = [() for _ in self.known]
        for party in self.playing:
            best = self.known[party].best(factors)
            points[party], prices[party] = best.point, best.prices
            more = extras_between(self.field.negotiation, party, theirs, ours)
            total += (best.value + more) / self.field.ideals[party]
        return total, tuple(points), prices

    def worst(self, x: int) -> tuple[Fraction, Scenario]:
        """Return the largest regret of a package and its scenario."""
        self.prices = [each[:1] + each[1:][-_PRICES:] for each in self.prices]
        bounds = {
            party: np.minimum.reduce([self._bound(party, prices, x) for prices in self.prices[party]])
            for party in self.playing
        }
        largest: tuple[Fraction, int, tuple[Point, ...]] | None = None
        while True:
            total = sum(bounds.values(), self.field.fixed - self.field.fixed[x])
            y = first(total, total.max())
            value, points, prices = self.regret(y, x)
            if largest is None or value > largest[0]:
                largest = value, y, points
            if total[y] <= float(largest[0]) + near(total):
                return largest[0], self.scenario(largest[1], largest[2])
            for party in self.playing:
                if prices[party] not in self.prices[party]:
                    self.prices[party].append(prices[party])
                bounds[party] = np.minimum(bounds[party], self._bound(party, prices[party], x))

    def scenario(self, y: int, points: tuple[Point, ...]) -> Scenario:
        """Return W(y) − W(x) for each x at some worths."""
        tables: dict[str, Floats] = {}
        for party in self.playing:
            for issue, worths in points[party].items():
                row = np.array([float(worth / self.field.ideals[party]) for worth in worths])
                tables[issue] = tables[issue] + row if issue in tables else row
        welfare = self.field.total(tables) + self.field.fixed
        return Scenario(y, points, welfare[y] - welfare)

    def _bound(self, party: int, prices: Sequence[Fraction], x: int) -> Floats:
        """Return for each y a bound on u(y) − u(x), without interactions, as share of the ideal gain."""
        tables = {}
        for place, issue in enumerate(self.field.options):
            if issue in self.corners[party]:
                corners = self.corners[party][issue]
                added = sum(
                    (
                        float(price) * (corners @ np.array([float(f) for f in cut[issue]]))
                        for price, cut in zip(prices, self.known[party].cuts, strict=True)
                        if price and issue in cut
                    ),
                    np.zeros(len(corners)),
                )
                here = corners[:, self.field.rows[x, place]]
                tables[issue] = (corners - here[:, None] + added[:, None]).max(axis=0)
        return self.field.total(tables)

    def minimax(self, scenarios: Iterable[Scenario] = ()) -> Minimax:
        """Return the package with the least largest regret; there is an acceptable package.

        Args:
            scenarios: some that are admissible here, to begin with.
        """
        found = list(scenarios)
        lower = np.maximum.reduce([each.more for each in found]) if found else np.zeros(len(self.field.rows))
        best: tuple[Fraction, int] | None = None
        while True:
            x = first(-lower, -lower.min())
            if best is not None and lower[x] >= float(best[0]) - near(lower):
                return Minimax(best[1], best[0], tuple(found))
            value, scenario = self.worst(x)
            if best is None or value < best[0]:
                best = value, x
            found.append(scenario)
            lower = np.maximum(lower, scenario.more)

    def with_cut(self, party: int, factors: Factors) -> "Game":
        """Return the game in which a function of a party's worths is not negative."""
        known = tuple(
            worths.cut(factors) if number == party else worths for number, worths in enumerate(self.known)
        )
        return Game(self.field, known, corners=self.corners)


def extras_between(negotiation: Negotiation, party: int, y: Package, x: Package) -> Fraction:
    """Return how much more the interactions add in y than in x."""
    one = negotiation.parties[party]
    return extras(one, y) - extras(one, x)


def first(values: Floats, level: float) -> int:
    """Return the first place that is no further below a level than rounding may bring it."""
    return int(np.argmax(values >= level - near(values)))


def near(values: Floats) -> float:
    """Return what rounding may change."""
    return _NEAR * max(1.0, float(np.abs(values).max(initial=0.0)))

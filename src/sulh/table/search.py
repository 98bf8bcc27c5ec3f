"""Bounded elimination: the best packages by one measure, without the frontier.

Each measure is searched from above. A bound on it comes from the packages by lottery (the convex hull of all
packages), by a weighted sum of the parties' numbers that touches it near the best point. Then all packages
are eliminated that fall short of a share of the bound, a share so high that few partial sums remain; it is
lowered until a package is left. The weights are found in floating point, but any weights make a true bound:
rounded to whole numbers, they are used exactly from there on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from sulh.table.diagram import Diagram, TooLargeError
from sulh.table.elimination import Cut, Focus, eliminate, floors, weighted
from sulh.table.filter import Block
from sulh.table.hull import Floats, Hull
from sulh.table.scaling import Scaled

_FINENESS = 1 << 24
"""The largest weight after rounding, relative to the span of a party's numbers."""

_BARRIER = 0.003
"""How near to a floor the search for weights may come, in units of what is gained there."""


@dataclass(frozen=True, slots=True)
class Search:
    """A negotiation, ready to be searched."""

    scaled: Scaled
    diagrams: Sequence[Diagram]
    most: int
    hull: Hull

    @property
    def floors(self) -> list[Cut]:
        """The reservation values."""
        return floors(self.scaled)

    def run(self, cuts: Sequence[Cut], focus: Focus | None = None) -> Block:
        """Return the undominated vectors of the packages that reach all cuts."""
        return eliminate(self.scaled, self.diagrams, cuts, self.most, focus).result

    def bound(self, weights: Sequence[int]) -> int:
        """Return the largest weighted sum of all packages that break nothing."""
        column, _ = weighted(self.scaled, [(weights, 0)])
        return sum(int(diagram.best(column)[0][0, 0]) for diagram in self.diagrams)

    def focus(self, columns: Sequence[Cut]) -> Focus:
        """Return the view of each weighted sum that does not look above its floor."""
        return Focus(*weighted(self.scaled, columns))

    def largest(self, weights: Sequence[int], cuts: Sequence[Cut]) -> int | None:
        """Return the largest weighted sum of the packages that reach all cuts, or None if none does."""
        bound = self.bound(weights)
        focus = self.focus([(weights, bound), *cuts])
        if len(self.run([(weights, bound), *cuts], focus).sums):
            return bound
        prices = self._prices(weights, cuts)
        priced = [
            sum(price * row[party] for price, (row, _) in zip(prices, [(weights, 0), *cuts], strict=True))
            for party in range(len(weights))
        ]
        due = sum(price * floor for price, (_, floor) in zip(prices[1:], cuts, strict=True))
        bound = min(bound, (self.bound(priced) - due) // prices[0])
        least = -self.bound([-weight for weight in weights])
        for share in shares():
            wanted = least + int((bound - least) * share)
            found = self.run([(weights, wanted), (priced, prices[0] * wanted + due), *cuts], focus)
            if len(found.sums):
                return int((found.sums @ np.array(weights, dtype=object)).max())
        return None

    def _prices(self, weights: Sequence[int], cuts: Sequence[Cut]) -> list[int]:
        """Return weights of a sum and of its cuts, their prices, with which a bound on the sum is low."""
        rows = np.array([weights, *(row for row, _ in cuts)], dtype=np.float64)
        least = np.array([floor for _, floor in cuts], dtype=np.float64)
        spans = self._spans([weights, *(row for row, _ in cuts)])

        def prices(numbers: Floats) -> Floats:
            room = (rows[1:] @ numbers - least) / spans[1:]
            return np.concatenate(([1.0], _BARRIER / np.maximum(room, _BARRIER / 8))) / spans

        mean = self.hull.top(lambda numbers: prices(numbers) @ rows)
        return whole(prices(mean), spans)

    def tangent(self, gradient: Callable[[Floats], Floats]) -> list[int]:
        """Return whole weights of a sum that touches a concave measure near its top.

        Args:
            gradient: of the measure, by the parties' numbers.
        """
        return whole(gradient(self.hull.top(gradient)), self._spans([row for row, _ in self.floors]))

    def _spans(self, rows: Sequence[Sequence[int]]) -> Floats:
        """Return how much the weighted sums of packages differ, by row of weights."""
        spans = [self.bound(row) + self.bound([-weight for weight in row]) for row in rows]
        return np.array([max(span, 1) for span in spans], dtype=np.float64)


def search(scaled: Scaled, diagrams: Sequence[Diagram], most: int) -> Search:
    """Return a search of a negotiation, given with the diagrams of its components.

    Raises:
        TooLargeError: if a number is beyond floating point, so that no weights can be found.
    """
    if scaled.vast:
        message = "a number is too large for a search; write the utilities in larger units"
        raise TooLargeError(message)
    return Search(scaled, diagrams, most, Hull(diagrams, len(scaled.floors)))


def shares() -> Iterator[Fraction]:
    """Yield shares of a bound, from almost all of it to nothing."""
    gap = Fraction(1, 1 << 12)
    while gap < 1:
        yield 1 - gap
        gap *= Fraction(3, 2)
    yield Fraction(0)


def whole(weights: Floats, spans: Floats) -> list[int]:
    """Return positive whole numbers in about the proportion of `weights`."""
    share = weights * spans
    unit = share.max() / _FINENESS
    least = spans.max()
    return [max(1, round(float(weight / unit * least))) for weight in weights]

"""The packages by lottery, the convex hull of all packages, in floating point: only to steer by."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from sulh.table.diagram import Diagram, first_of_each

Floats = npt.NDArray[np.float64]

_ROUNDS = 150


class Hull:
    """What a linear measure of the parties' numbers is largest at, up to floating point."""

    def __init__(self, diagrams: Sequence[Diagram], parties: int) -> None:
        """Prepare the diagrams; issues that are linked to no other are settled all at once."""
        alone = [diagram.steps[0].gains for diagram in diagrams if len(diagram.steps) == 1]
        self._alone = np.array([row for gains in alone for row in gains], dtype=np.float64)
        self._sizes = np.array([len(gains) for gains in alone], dtype=np.int64)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._linked = [
            [(step, step.gains.astype(np.float64), first_of_each(step.source)) for step in diagram.steps]
            for diagram in diagrams
            if len(diagram.steps) > 1
        ]
        self._none = np.zeros(parties)

    def highest(self, weights: Floats) -> Floats:
        """Return the numbers of a package with the largest weighted sum."""
        total = self._none.copy()
        if len(self._sizes):
            reach = self._alone @ weights
            top = np.repeat(np.maximum.reduceat(reach, self._starts), self._sizes)
            tops = np.flatnonzero(reach == top)
            total += self._alone[tops[np.searchsorted(tops, self._starts)]].sum(axis=0)
        for steps in self._linked:
            ahead, chosen = np.zeros(1), []
            for step, gains, starts in reversed(steps):
                reach = gains @ weights + ahead[step.target]
                ahead = np.maximum.reduceat(reach, starts)
                tops = np.flatnonzero(reach == ahead[step.source])
                chosen.append(tops[np.searchsorted(tops, starts)])
            node = 0
            for (step, gains, _), arcs in zip(steps, reversed(chosen), strict=True):
                total += gains[arcs[node]]
                node = int(step.target[arcs[node]])
        return total

    def top(self, gradient: Callable[[Floats], Floats]) -> Floats:
        """Return numbers near the top of a concave measure over lotteries (Frank and Wolfe, 1956)."""
        mean = self.highest(gradient(self._none))
        for turn in range(1, _ROUNDS):
            mean = mean + (self.highest(gradient(mean)) - mean) * 2 / (turn + 2)
        return mean

"""What the peer, NegMAS, does in the comparisons of `deals.py`."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from _apart import Told, Vector, Work
from _negotiations import Instance, scores
from negmas.outcomes import make_issue
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.ops import pareto_frontier, pareto_frontier_numpy
from negmas.preferences.pareto_sampler import MOBANOSParetoSampler

Matrix = npt.NDArray[np.float64]


def functions(instance: Instance) -> list[Any]:
    """Return the utility functions of the parties."""
    names = [f"o{option}" for option in range(instance.options)]
    issues = [make_issue(names, f"i{issue}") for issue in range(instance.issues)]
    return [
        LinearAdditiveUtilityFunction(
            [dict(zip(names, map(float, row.values), strict=True)) for row in rows],
            weights=[float(row.weight) for row in rows],
            issues=issues,
        )
        for rows in scores(instance)
    ]


def _matrix(instance: Instance) -> Matrix:
    """Return the utilities of all packages, a row for each."""
    sums = np.zeros((1, instance.parties))
    for rows in zip(*scores(instance), strict=True):
        worths = np.array([[row.weight * value for value in row.values] for row in rows], dtype=np.float64)
        sums = (sums[:, None, :] + worths.T).reshape(-1, instance.parties)
    return sums


def _of_matrix(matrix: Matrix) -> list[Vector]:
    return [tuple(row) for row in matrix[pareto_frontier_numpy(matrix)].tolist()]


def _of_functions(ufuns: list[Any]) -> Sequence[Vector]:
    found: Sequence[Vector] = pareto_frontier(ufuns)[0]
    return found


def _sampled(ufuns: list[Any]) -> list[Any]:
    sampler = MOBANOSParetoSampler()
    own, other = ufuns
    sampler.init(ufun=own, opponent_ufun=other)
    return [(own, other, outcome) for outcome in sampler.pareto_outcomes()]


def _points(points: Sequence[Vector]) -> Told:
    different = sorted({tuple(map(float, point)) for point in points})
    return Told(len(different), points=different)


def _evaluated(outcomes: list[Any]) -> Told:
    return _points([(own(outcome), other(outcome)) for own, other, outcome in outcomes])


FRONTIER = Work(functions, _of_functions, _points)
MATRIX = Work(_matrix, _of_matrix, _points)
MOBANOS = Work(functions, _sampled, _evaluated)

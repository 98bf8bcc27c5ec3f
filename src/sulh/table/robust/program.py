"""Linear programs in exact arithmetic: max c·x where A x ≤ b, x ≥ 0.

The dictionary of the simplex method is kept in whole numbers over one denominator (Edmonds 1967: every entry
is a minor of A, so the divisions leave no remainder). Pivots follow the least-index criss-cross rule (Terlaky
1985; Wang 1987), which needs no first phase, ends always, and goes on from where the last objective ended.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import count
from math import inf, lcm
from typing import NamedTuple

Row = tuple[Mapping[int, Fraction], Fraction]
"""Coefficients by variable, and what their sum may not exceed."""


class Optimum(NamedTuple):
    """Where a linear program is largest.

    Attributes:
        point: by variable.
        prices: by row: how fast the value rises with its bound, never negative.
    """

    value: Fraction
    point: tuple[Fraction, ...]
    prices: tuple[Fraction, ...]


class Program:
    """A polytope over which one objective after the other is maximised."""

    def __init__(self, variables: int, rows: Sequence[Row]) -> None:
        """Take the rows; none of the variables is negative."""
        self.variables = variables
        self._units = [lcm(bound.denominator, *(f.denominator for f in row.values())) for row, bound in rows]
        self._columns = list(range(variables))
        self._basis = list(range(variables, variables + len(rows)))
        self._denominator = 1
        self._table = [
            [*(int(row.get(column, 0) * unit) for column in range(variables)), int(bound * unit)]
            for (row, bound), unit in zip(rows, self._units, strict=True)
        ]
        self.feasible = self._solve([0] * (variables + 1))

    def maximise(self, objective: Mapping[int, Fraction]) -> Optimum:
        """Return where the objective, coefficients by variable, is largest.

        Raises:
            ValueError: if no point meets the rows, or the objective has no bound.
        """
        unit = lcm(*(factor.denominator for factor in objective.values()))
        factors = {variable: int(factor * unit) for variable, factor in objective.items()}
        goal = [-factors.get(column, 0) * self._denominator for column in self._columns] + [0]
        for variable, row in zip(self._basis, self._table, strict=True):
            if factor := factors.get(variable, 0):
                goal = [have + factor * entry for have, entry in zip(goal, row, strict=True)]
        solved = self.feasible and self._solve(goal)
        if not solved:
            message = "nothing meets the rows, or the objective grows without bound"
            raise ValueError(message)
        point, prices = [Fraction(0)] * self.variables, [Fraction(0)] * len(self._basis)
        for variable, row in zip(self._basis, self._table, strict=True):
            if variable < self.variables:
                point[variable] = Fraction(row[-1], self._denominator)
        for variable, price in zip(self._columns, goal, strict=False):
            if variable >= self.variables:
                number = variable - self.variables
                prices[number] = Fraction(price * self._units[number], self._denominator * unit)
        return Optimum(Fraction(goal[-1], self._denominator * unit), tuple(point), tuple(prices))

    def _solve(self, goal: list[int]) -> bool:
        """Pivot until the goal, a row that moves with the others, is optimal; tell whether it came so far."""
        while True:
            short = [
                (v, n) for v, n, row in zip(self._basis, count(), self._table, strict=False) if row[-1] < 0
            ]
            entering = [(v, n) for v, n, e in zip(self._columns, count(), goal, strict=False) if e < 0]
            if not short and not entering:
                return True
            if min(short, default=(inf,)) < min(entering, default=(inf,)):
                row = min(short)[1]
                entering = [
                    (v, n) for v, n, e in zip(self._columns, count(), self._table[row], strict=False) if e < 0
                ]
            else:
                column = min(entering)[1]
                short = [
                    (v, n)
                    for v, n, line in zip(self._basis, count(), self._table, strict=False)
                    if line[column] > 0
                ]
            if not short or not entering:
                return False
            self._pivot(min(short)[1], min(entering)[1], goal)

    def _pivot(self, row: int, column: int, goal: list[int]) -> None:
        """Exchange a variable of the basis for one outside it."""
        chosen = self._table[row]
        pivot = chosen[column]
        for line in (*self._table, goal):
            if line is not chosen:
                factor = line[column]
                line[:] = [
                    (entry * pivot - factor * other) // self._denominator
                    for entry, other in zip(line, chosen, strict=True)
                ]
                line[column] = -factor
        chosen[column] = self._denominator
        self._denominator = pivot
        if pivot < 0:
            self._denominator = -pivot
            for line in (*self._table, goal):
                line[:] = [-entry for entry in line]
        self._basis[row], self._columns[column] = self._columns[column], self._basis[row]

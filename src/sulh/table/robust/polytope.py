"""The worths that one party may have, where its preferences are known in part.

The worths of one issue are a base plus directions, each taken by a share ≥ 0, and the shares add up to
something between two bounds: for known values the one direction is the values and its share the weight above
the least; for a ranking a direction is what the first so many options have in common. Comparisons link
issues. What no comparison touches is settled at the corners of each issue, the rest by exact linear programs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from sulh.table.partial import Comparison, Known, Worths
from sulh.table.robust.program import Program, Row

Factors = Mapping[str, Sequence[Fraction | int]]
"""A linear function of worths: factors of the options, by issue."""

Point = dict[str, Worths]
"""Worths by issue."""

Options = Mapping[str, tuple[str, ...]]
"""The ids of the options by issue."""


@dataclass(frozen=True, slots=True)
class Part:
    """The worths of one issue: base + Σ share × direction, every share ≥ 0 and their sum within bounds."""

    base: Worths
    directions: tuple[Worths, ...]
    least: Fraction
    most: Fraction

    @classmethod
    def of(cls, known: Known) -> "Part":
        """Return the worths that are admissible where no comparison says more."""
        low, high = known.weight
        if known.ranked:
            steps = sorted(set(known.values))[1:]
            shapes = tuple(tuple(Fraction(value >= step) for value in known.values) for step in steps)
            return cls((Fraction(0),) * len(known.values), shapes, low, high)
        base = tuple(low * value for value in known.values)
        moves = low < high and any(known.values)
        return cls(
            base, (known.values,) if moves else (), Fraction(0), (high - low) if moves else Fraction(0)
        )

    def worths(self, shares: Sequence[Fraction]) -> Worths:
        """Return the worths at these shares."""
        moved = [list(map(share.__mul__, way)) for share, way in zip(shares, self.directions, strict=True)]
        return tuple(sum(column, Fraction(0)) for column in zip(self.base, *moved, strict=True))


class Best(NamedTuple):
    """Where a linear function of worths is largest.

    Attributes:
        prices: by comparison: the function plus Σ price × surplus has the same largest value over all worths
            that the issues admit, with no eye to the comparisons.
    """

    value: Fraction
    point: Point
    prices: tuple[Fraction, ...]


@dataclass(frozen=True)
class Polytope:
    """The admissible worths of one party.

    Attributes:
        known: by issue.
        cuts: the comparisons, as functions that are not negative.
    """

    known: Mapping[str, Known]
    cuts: tuple[Factors, ...] = ()
    _memory: dict[object, Best] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def parts(self) -> dict[str, Part]:
        """The worths by issue."""
        return {issue: Part.of(known) for issue, known in self.known.items()}

    @cached_property
    def corners(self) -> dict[str, list[Worths]]:
        """The corners of the worths by issue."""
        return {issue: list(dict.fromkeys(known.corners())) for issue, known in self.known.items()}

    @cached_property
    def linked(self) -> tuple[str, ...]:
        """The issues that comparisons touch."""
        return tuple(issue for issue in self.known if any(any(cut.get(issue, ())) for cut in self.cuts))

    @cached_property
    def program(self) -> Program:
        """The shares of the linked issues."""
        return Program(*system(self.parts, self.linked, self.cuts))

    @property
    def is_empty(self) -> bool:
        """Whether the comparisons contradict each other, or the weights and values."""
        return not self.program.feasible

    def cut(self, cut: Factors) -> "Polytope":
        """Return what is left where a further function is not negative."""
        less = Polytope(self.known, (*self.cuts, cut))
        less.__dict__.update(parts=self.parts, corners=self.corners)
        return less

    def best(self, factors: Factors) -> Best:
        """Return where Σ factor × worth is largest; the polytope must not be empty."""
        key = tuple((issue, tuple(row)) for issue, row in factors.items() if any(row))
        if key not in self._memory:
            self._memory[key] = self._best(factors)
        return self._memory[key]

    def most(self, factors: Factors) -> Fraction:
        """Return the largest Σ factor × worth, looking only at the issues that it names."""
        if any(any(factors.get(issue, ())) for issue in self.linked):
            return self.best(factors).value
        return sum(
            (
                max(dot(row, corner) for corner in self.corners[issue])
                for issue, row in factors.items()
                if issue in self.corners
            ),
            Fraction(0),
        )

    def _best(self, factors: Factors) -> Best:
        point = {issue: self._corner(issue, factors.get(issue, ())) for issue in self.known}
        prices = (Fraction(0),) * len(self.cuts)
        if any(any(factors.get(issue, ())) for issue in self.linked):
            goal = coefficients(self.parts, self.linked, factors)[0]
            _, shares, every = self.program.maximise(goal)
            point |= placed(self.parts, self.linked, shares)
            prices = every[len(every) - len(self.cuts) :]
        value = sum((dot(row, point[issue]) for issue, row in factors.items() if issue in point), Fraction(0))
        return Best(value, point, prices)

    def _corner(self, issue: str, factors: Sequence[Fraction | int]) -> Worths:
        return max(self.corners[issue], key=lambda corner: dot(factors, corner))


def polytope(known: Mapping[str, Known], comparisons: Iterable[Comparison], options: Options) -> Polytope:
    """Return the worths that are admissible for one party."""
    return Polytope(known, tuple(cut_of(comparison, options) for comparison in comparisons))


def cut_of(comparison: Comparison, options: Options) -> Factors:
    """Return Σ x over `prefers` − Σ x over `to`."""
    rows: dict[str, list[int]] = {}
    for sign, choice in ((1, comparison.prefers), (-1, comparison.to)):
        for issue, option in choice.options:
            row = rows.setdefault(issue, [0] * len(options[issue]))
            row[options[issue].index(option)] += sign
    return rows


def system(
    parts: Mapping[str, Part], issues: Sequence[str], cuts: Sequence[Factors]
) -> tuple[int, list[Row]]:
    """Return the number of shares of some issues and what they meet; the cuts come last."""
    rows: list[Row] = []
    size = 0
    for issue in issues:
        part = parts[issue]
        places = range(size, size := size + len(part.directions))
        rows.append((dict.fromkeys(places, Fraction(1)), part.most))
        if part.least:
            rows.append((dict.fromkeys(places, Fraction(-1)), -part.least))
    for cut in cuts:
        row, constant = coefficients(parts, issues, cut)
        rows.append(({place: -factor for place, factor in row.items()}, constant))
    return size, rows


def coefficients(
    parts: Mapping[str, Part], issues: Sequence[str], factors: Factors
) -> tuple[dict[int, Fraction], Fraction]:
    """Return Σ factor × worth over some issues as a function of their shares, and its constant."""
    row: dict[int, Fraction] = {}
    constant, place = Fraction(0), 0
    for issue in issues:
        constant += dot(factors.get(issue, ()), parts[issue].base)
        for way in parts[issue].directions:
            row[place] = dot(factors.get(issue, ()), way)
            place += 1
    return row, constant


def placed(parts: Mapping[str, Part], issues: Sequence[str], shares: Sequence[Fraction]) -> Point:
    """Return the worths at some shares."""
    point, place = {}, 0
    for issue in issues:
        end = place + len(parts[issue].directions)
        point[issue] = parts[issue].worths(shares[place:end])
        place = end
    return point


def dot(factors: Iterable[Fraction | int], worths: Iterable[Fraction]) -> Fraction:
    """Return Σ factor × worth; no factors are zeros."""
    return sum((f * worth for f, worth in zip(factors, worths, strict=False) if f), Fraction(0))

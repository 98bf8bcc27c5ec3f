"""The exact Pareto frontier of the acceptable packages."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from html import escape
from typing import NamedTuple, overload

import numpy as np

from sulh.table.diagram import Numbers, diagrams
from sulh.table.elimination import MOST_SUMS, Eliminated, eliminate, floors
from sulh.table.filter import Block
from sulh.table.negotiation import Negotiation
from sulh.table.number import plain
from sulh.table.packages import packages
from sulh.table.scaling import Scaled, scale

_SHOWN = 20

_MADE = 1_000
"""Points that are made at a time."""


class Point(NamedTuple):
    """One vector of utilities.

    Attributes:
        utilities: by party, in the order of the negotiation.
        packages: number of acceptable packages with these utilities.
        example: option by issue of the first of them, in the order of issues and options.
    """

    utilities: tuple[Fraction, ...]
    packages: int
    example: Mapping[str, str]


class Frontier(Sequence[Point]):
    """The points that no acceptable package dominates, in descending lexicographic order."""

    def __init__(self, negotiation: Negotiation, scaled: Scaled, eliminated: Eliminated | None) -> None:
        """Keep what the elimination found; `frontier` makes one."""
        self.negotiation = negotiation
        self._scaled = scaled
        self._eliminated = eliminated

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self._eliminated.result.sums) if self._eliminated else 0

    @overload
    def __getitem__(self, index: int) -> Point: ...
    @overload
    def __getitem__(self, index: slice) -> list[Point]: ...
    def __getitem__(self, index: int | slice) -> Point | list[Point]:
        """Return a point, or several."""
        if not isinstance(index, slice):
            (point,) = self._points([self._row(index)])
            return point
        last = len(self) - 1
        return self._points([last - position for position in range(*index.indices(last + 1))])

    def __iter__(self) -> Iterator[Point]:
        """Yield the points."""
        for start in range(0, len(self), _MADE):
            yield from self[start : start + _MADE]

    def _points(self, rows: Sequence[int]) -> list[Point]:
        if self._eliminated is None:
            return []
        return points_at(self.negotiation, self._scaled, self._eliminated.result, rows)

    def all_packages(self, point: Point) -> Iterator[Mapping[str, str]]:
        """Yield every acceptable package of a point, in the order of issues and options, one at a time.

        Raises:
            ValueError: if the point is not on this frontier.
        """
        if self._eliminated is None:
            raise self._unknown()
        numbers = [
            each.least(value) for each, value in zip(self._scaled.scales, point.utilities, strict=True)
        ]
        row = self._eliminated.result.row(numbers)
        if row is None or self[len(self) - 1 - row].utilities != point.utilities:
            raise self._unknown()
        for number in packages(self._eliminated, self._scaled.strides(), row):
            yield package_of(self.negotiation, self._scaled, number)

    def _unknown(self) -> ValueError:
        return ValueError("the point is not on this frontier: take one from it")

    def _row(self, index: int) -> int:
        """Return the row of the result, which is in ascending order."""
        if not -len(self) <= index < len(self):
            message = f"the frontier has {len(self)} points, there is none at {index}"
            raise IndexError(message)
        return len(self) - 1 - index if index >= 0 else -1 - index

    def __repr__(self) -> str:
        """Return the first points as a table in plain text."""
        rows = self._table()
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
        return "\n".join([f"Frontier: {len(self)} points", *lines, *self._more()])

    def _repr_html_(self) -> str:
        head, *rows = (
            "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
            for row, tag in zip(self._table(), ["th"] + ["td"] * len(self), strict=False)
        )
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        note = "".join(f"<p>{line}</p>" for line in self._more())
        return (
            f"<table><caption>Frontier: {len(self)} points</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"
        )

    def _table(self) -> list[list[str]]:
        head = [*(party.id for party in self.negotiation.parties), "packages", "example"]
        return [head] + [
            [
                *map(plain, point.utilities),
                str(point.packages),
                ", ".join("=".join(pair) for pair in point.example.items()),
            ]
            for point in self[:_SHOWN]
        ]

    def _more(self) -> list[str]:
        return [f"… and {len(self) - _SHOWN} more"] if len(self) > _SHOWN else []


def points_at(negotiation: Negotiation, scaled: Scaled, block: Block, rows: Sequence[int]) -> list[Point]:
    """Return what rows of a block of whole packages stand for."""
    chosen = block.take(np.array(rows, dtype=np.intp))
    columns = chosen.sums.T.tolist()
    utilities = [each.exacts(column) for each, column in zip(scaled.scales, columns, strict=True)]
    examples = packages_of(negotiation, scaled, chosen.firsts)
    return list(map(Point, zip(*utilities, strict=True), chosen.counts.tolist(), examples))


def packages_of(negotiation: Negotiation, scaled: Scaled, numbers: Numbers) -> list[dict[str, str]]:
    """Return the packages with these numbers in the order of issues and options."""
    names = [issue.id for issue in negotiation.issues]
    chosen = [
        [issue.options[option].id for option in (numbers // stride % size).tolist()]
        for issue, stride, size in zip(negotiation.issues, scaled.strides(), scaled.sizes, strict=True)
    ]
    if not chosen:
        return [{} for _ in numbers]
    return [dict(zip(names, options, strict=True)) for options in zip(*chosen, strict=True)]


def package_of(negotiation: Negotiation, scaled: Scaled, number: int) -> dict[str, str]:
    """Return the package with this number in the order of issues and options."""
    return {
        issue.id: issue.options[option].id
        for issue, option in zip(negotiation.issues, scaled.options(number), strict=True)
    }


def frontier(negotiation: Negotiation, most: int = MOST_SUMS) -> Frontier:
    """Return the exact Pareto frontier of the acceptable packages of a negotiation.

    Args:
        negotiation: parties, issues, constraints.
        most: how many partial sums may be kept at a time; a million need some hundred megabytes.

    Raises:
        TooLargeError: if more would have to be kept, or the issues are linked too densely.
        ValueError: if the negotiation has no party, or a preference or a constraint does not fit the issues.
    """
    scaled = scale(negotiation)
    parts = diagrams(scaled)
    return Frontier(
        negotiation, scaled, None if parts is None else eliminate(scaled, parts, floors(scaled), most)
    )

"""The packages that matter to regret: those that may be better than the nominally best.

W is Σ gain / nominal ideal gain, parties whose ideal gain is 0 left out. Let x be the nominally acceptable
package with the largest nominal W. A package that is worse than x by W, whatever the admissible preferences,
has more regret than x, and is nobody's regret that x would not be more: without it the least regret is the
same, and remains so under any further comparison. What may be better than x is told by a bound on the
difference that is a sum over issues (with no eye to comparisons), so that packages are built issue by issue
and dropped as soon as they cannot reach it, or a reservation value.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from sulh.case.agreement import Choice
from sulh.table.diagram import Diagram, TooLargeError, diagrams, first_of_each
from sulh.table.elimination import MOST_SUMS
from sulh.table.halves import whole
from sulh.table.negotiation import Negotiation
from sulh.table.robust.polytope import Options, Polytope
from sulh.table.scaling import Scaled, scale
from sulh.table.search import Search, search

Numbers = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]

MOST_PACKAGES: Final = 1 << 22
"""Packages up to which arrays of them are made."""

EXACT: Final = 1 << 51
"""Whole numbers below are added exactly in floating point."""

_NEAR: Final = 1e-9
"""What rounding may change, relative to the largest number."""


@dataclass(frozen=True, slots=True)
class Field:
    """The nominally acceptable packages that matter to regret.

    Attributes:
        ideals: nominal ideal gains by party; 0 leaves a party out.
        rows: the position of the option of each issue, a row for each package.
        fixed: what interactions add to W.
    """

    negotiation: Negotiation
    options: Options
    ideals: tuple[Fraction, ...]
    rows: Numbers
    fixed: Floats

    def package(self, row: int) -> dict[str, str]:
        """Return a package: option by issue."""
        return {
            issue: ids[option]
            for (issue, ids), option in zip(self.options.items(), self.rows[row], strict=True)
        }

    def total(self, tables: dict[str, Floats]) -> Floats:
        """Return a sum over issues for each package, by the table of each issue's options."""
        found = np.zeros(len(self.rows))
        for column, issue in zip(self.rows.T, self.options, strict=True):
            if issue in tables:
                found += tables[issue][column]
        return found


def field_of(negotiation: Negotiation, known: Sequence[Polytope], options: Options) -> Field | None:
    """Return the packages that matter, none where no package is nominally acceptable.

    Args:
        negotiation: parties, issues, constraints.
        known: the admissible worths by party.
        options: ids by issue.

    Returns:
        None where more packages matter than can be compared.

    Raises:
        ValueError: if a preference or a constraint does not fit the issues.
    """
    scaled = scale(negotiation)
    room = max(MOST_SUMS, scaled.packages) if scaled.packages <= MOST_PACKAGES else MOST_SUMS
    try:
        parts = diagrams(scaled)
        rival = None if parts is None else _rival(negotiation, search(scaled, parts, room))
    except TooLargeError:
        return None
    if parts is None or rival is None:
        none = np.zeros((0, len(scaled.sizes)), dtype=np.int64)
        return Field(negotiation, options, (Fraction(0),) * len(known), none, np.zeros(0))
    tables = [
        _excess(known, issue, ids, option, rival.ideals)
        for (issue, ids), option in zip(options.items(), rival.options, strict=True)
    ]
    # What tells packages apart comes first, linked issues before all, so that much is dropped soon.
    parts.sort(key=lambda part: (len(part.steps) == 1, -np.ptp(tables[part.steps[0].issue])))
    numbers = _built(scaled, whole(parts), tables, rival)
    if numbers is None:
        return None
    rows = np.stack(
        [numbers // stride % size for stride, size in zip(scaled.strides(), scaled.sizes, strict=True)]
        or [np.zeros(0, dtype=np.int64)],
        axis=-1,
    ).astype(np.int64)
    rows = rows.reshape(len(numbers), len(scaled.sizes))
    fixed = np.zeros(len(numbers))
    for party, ideal in zip(negotiation.parties, rival.ideals, strict=True):
        for extra in party.preference.interactions if ideal else ():
            fixed[_having(rows, options, extra.when)] += float(extra.adds / ideal)
    return Field(negotiation, options, rival.ideals, rows, fixed)


class _Rival(NamedTuple):
    """The nominally best package by W.

    Attributes:
        options: their positions by issue.
        ideals: nominal ideal gains by party.
        shares: by party, the share of its ideal gain that its unit is; 0 where it is left out.
        extra: what interactions add to W.
    """

    options: tuple[int, ...]
    ideals: tuple[Fraction, ...]
    shares: tuple[Fraction, ...]
    extra: float


def _rival(negotiation: Negotiation, seeker: Search) -> _Rival | None:
    """Return the nominally best package, or None where none is acceptable.

    Raises:
        TooLargeError: if it cannot be found.
    """
    scaled, floors = seeker.scaled, seeker.floors
    ideals = []
    for each, party, (row, _) in zip(scaled.scales, negotiation.parties, floors, strict=True):
        top = seeker.largest(row, floors)
        if top is None:
            return None
        ideals.append(each.exact(top) - party.reservation)
    shares = [
        each.unit / ideal if ideal else Fraction(0) for each, ideal in zip(scaled.scales, ideals, strict=True)
    ]
    unit = lcm(*(share.denominator for share in shares))
    weights = [int(share * unit) for share in shares]
    best = (weights, seeker.largest(weights, floors) or 0)
    found = seeker.run([best, *floors], seeker.focus([best, *floors]))
    options = scaled.options(int(found.firsts[0]))
    extra = Fraction(0)
    for place, (total, share) in enumerate(zip(found.sums[0].tolist(), shares, strict=True)):
        own = sum(values[option][place] for values, option in zip(scaled.values, options, strict=True))
        extra += (total - own) * share
    return _Rival(options, tuple(ideals), tuple(shares), float(extra))


def _excess(
    known: Sequence[Polytope], issue: str, ids: Sequence[str], here: int, ideals: Sequence[Fraction]
) -> Floats:
    """Return for each option of an issue the most by which it can be better than one of them, by W."""
    total = np.zeros(len(ids))
    for worths, ideal in zip(known, ideals, strict=True):
        if ideal and issue in worths.corners:
            corners = np.array(
                [[float(worth / ideal) for worth in corner] for corner in worths.corners[issue]]
            )
            total += (corners - corners[:, [here]]).max(axis=0)
    return total


def _built(scaled: Scaled, chain: Diagram, tables: Sequence[Floats], rival: _Rival) -> Numbers | None:
    """Return the numbers of the packages that matter, ascending, or None where there are too many."""
    kind = np.float64 if scaled.reach < EXACT else object
    shares = np.array(list(map(float, rival.shares)))
    gains, most = [], 1.0
    for step in chain.steps:
        own = np.array(scaled.values[step.issue], dtype=object)[step.option]
        more = (step.gains - own).astype(np.float64) @ shares + tables[step.issue][step.option]
        gains.append(np.column_stack([step.gains.astype(kind), more.astype(kind)]))
        most += float(np.abs(more).max())
    floors = np.array([*scaled.floors, rival.extra - _NEAR * most], dtype=kind)
    found = reaching(scaled, chain, gains, floors)
    return None if found is None else np.sort(found[0])


def reaching(
    scaled: Scaled, chain: Diagram, gains: Sequence[Numbers], floors: Numbers
) -> tuple[Numbers, Numbers] | None:
    """Return the numbers of the packages whose sums reach all floors, and the sums.

    Args:
        scaled: the negotiation.
        chain: all packages that break nothing.
        gains: by step, a row for each arc.
        floors: by column of the gains.

    Returns:
        None where more than `MOST_PACKAGES` partial packages may reach them.
    """
    ahead = [np.zeros((1, len(floors)), dtype=floors.dtype)]
    for step, gain in zip(reversed(chain.steps), reversed(gains), strict=True):
        ahead.append(np.maximum.reduceat(gain + ahead[-1][step.target], first_of_each(step.source), axis=0))
    numbers = np.zeros(1, dtype=np.int64 if scaled.packages < 1 << 62 else object)
    nodes, sums = np.zeros(1, dtype=np.int64), np.zeros_like(ahead[0])
    strides = scaled.strides()
    for step, gain, rest in zip(chain.steps, gains, ahead[-2::-1], strict=True):
        starts = first_of_each(step.source)
        sizes = np.diff(starts, append=len(step.source))[nodes]
        if sizes.sum() > MOST_PACKAGES:
            return None
        old = np.repeat(np.arange(len(nodes)), sizes)
        arcs = starts[nodes][old] + np.arange(len(old)) - (np.cumsum(sizes) - sizes)[old]
        longer = sums[old] + gain[arcs]
        kept = np.flatnonzero((longer + rest[step.target[arcs]] >= floors).all(axis=1))
        arcs = arcs[kept]
        sums, nodes = longer[kept], step.target[arcs]
        numbers = numbers[old[kept]] + step.option[arcs].astype(numbers.dtype) * strides[step.issue]
    kept = np.flatnonzero((sums >= floors).all(axis=1))
    return numbers[kept], sums[kept]


def _having(rows: Numbers, options: Options, choice: Choice) -> npt.NDArray[np.bool_]:
    met = np.ones(len(rows), dtype=bool)
    places = {issue: place for place, issue in enumerate(options)}
    for issue, option in choice.options:
        met &= rows[:, places[issue]] == options[issue].index(option)
    return met

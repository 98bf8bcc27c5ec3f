"""Seeded samples of all parties' admissible worths, uniform over each polytope, in whole numbers.

Issues that no comparison touches are drawn directly: a weight uniform in its interval; a ranking of n options
with a weight of density ∝ weightⁿ⁻² and uniform spacings below it, which is uniform over its polytope. Linked
issues are drawn in the same way and kept where they meet the comparisons; where too few do, or comparisons
leave room only in some directions, by hit-and-run (Smith 1984) in the affine hull, one chain for each sample.

Shares stand on a grid so fine that rounding does not matter to any share of samples, and every draw is
checked on it exactly. The whole numbers are float64 below 2⁵¹, so that sums are exact; Python's own where
that is too little.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sulh.table.negotiation import Negotiation, Party
from sulh.table.robust.centre import tight
from sulh.table.robust.polytope import Options, Polytope, polytope, system
from sulh.table.robust.program import Program, Row

_FINE: Final = 20
"""Binary digits of a share."""

_COARSE: Final = 12
_EXACT: Final = 1 << 51
_ATTEMPTS: Final = 64
"""Draws for each sample before hit-and-run takes over."""

_FLAT: Final = 1e-12
"""A row that is always met with equality does not turn a chain."""

_STEPS: Final = 60
"""Steps of hit-and-run for each direction."""

Numbers = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Samples:
    """Admissible worths of all parties.

    Attributes:
        worths: by party: a row for each sample (one row where all are the same), a column for each option of
            each issue, in whole units.
        units: by party; reservation values need not be multiples.
    """

    worths: tuple[Numbers, ...]
    units: tuple[Fraction, ...]

    def row(self, sample: int) -> Numbers:
        """Return the worths in one sample, a row for each party."""
        return np.stack([worths[min(sample, len(worths) - 1)] for worths in self.worths])


def knowledge(party: Party, options: Options) -> Polytope | None:
    """Return the admissible worths of a party, or None where they are known exactly."""
    if party.knowledge is None:
        return None
    return polytope(dict(party.knowledge.known), party.knowledge.comparisons, options)


def options_of(negotiation: Negotiation) -> dict[str, tuple[str, ...]]:
    """Return the ids of the options by issue."""
    return {issue.id: tuple(option.id for option in issue.options) for issue in negotiation.issues}


def draw(negotiation: Negotiation, samples: int, seed: int) -> Samples:
    """Return samples; the same for the same seed."""
    options = options_of(negotiation)
    streams = np.random.SeedSequence(seed).spawn(len(negotiation.parties))
    drawn = [
        _drawn(party, options, samples, np.random.default_rng(stream))
        for party, stream in zip(negotiation.parties, streams, strict=True)
    ]
    return Samples(tuple(worths for worths, _ in drawn), tuple(unit for _, unit in drawn))


def _drawn(
    party: Party, options: Options, samples: int, rng: np.random.Generator
) -> tuple[Numbers, Fraction]:
    adds = [extra.adds for extra in party.preference.interactions]
    admissible = knowledge(party, options)
    if admissible is None:
        worths = dict(party.preference.values)
        flat = [x for issue, ids in options.items() for x in worths.get(issue, (Fraction(0),) * len(ids))]
        grain = lcm(*(x.denominator for x in [*flat, *adds]))
        kind = np.float64 if sum(map(abs, [*flat, *adds])) * grain < _EXACT else object
        return np.array([[int(x * grain) for x in flat]], dtype=kind), Fraction(1, grain)
    return _Grid.of(admissible, options, adds).draw(samples, rng)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the shares of a party stand: multiples of 1/steps, worths being multiples of 1/(steps × grain).

    Attributes:
        places: by issue, its first share.
        hull: by share of the linked issues, constant and factors of the free ones (the places of these).
    """

    admissible: Polytope
    options: Options
    rows: tuple[Row, ...]
    hull: tuple[tuple[Fraction, dict[int, Fraction]], ...]
    steps: int
    grain: int
    wide: bool

    @classmethod
    def of(cls, admissible: Polytope, options: Options, adds: Sequence[Fraction]) -> "_Grid":
        parts = admissible.parts
        size, rows = system(parts, admissible.linked, admissible.cuts)
        rows += [({share: Fraction(-1)}, Fraction(0)) for share in range(size)]
        hull = _hull(size, rows)
        fixed = [x for part in parts.values() for x in part.base] + list(adds)
        ways = [x for part in parts.values() for way in part.directions for x in way]
        bounds = [bound for part in parts.values() for bound in (part.least, part.most)]
        free = [x for constant, factors in hull for x in (constant, *factors.values())]
        base = lcm(*(x.denominator for x in [*bounds, *free]))
        grain = lcm(*(x.denominator for x in [*fixed, *ways]))
        reach = sum(map(abs, fixed)) + sum(map(abs, ways)) * max(
            (part.most for part in parts.values()), default=0
        )
        for digits in range(_FINE, _COARSE - 1, -1):
            if reach * grain * base * 2**digits < _EXACT:
                return cls(admissible, options, tuple(rows), hull, base << digits, grain, wide=False)
        return cls(admissible, options, tuple(rows), hull, base << _FINE, grain, wide=True)

    def draw(self, samples: int, rng: np.random.Generator) -> tuple[Numbers, Fraction]:
        """Return whole worths and their unit."""
        shares = {
            issue: self.direct(issue, samples, rng)
            for issue in self.admissible.known
            if issue not in self.admissible.linked
        }
        shares |= self.linked(samples, rng)
        kind = object if self.wide else np.float64
        columns = []
        for issue, ids in self.options.items():
            if issue not in self.admissible.known:
                columns.append(np.zeros((samples, len(ids)), dtype=kind))
                continue
            part = self.admissible.parts[issue]
            base = np.array([int(x * self.steps * self.grain) for x in part.base], dtype=object)
            ways = np.array([[int(x * self.grain) for x in way] for way in part.directions], dtype=object)
            moved = shares[issue].astype(kind) @ ways.reshape(-1, len(ids)).astype(kind)
            columns.append(moved + base.astype(kind))
        return np.concatenate(columns, axis=1), Fraction(1, self.steps * self.grain)

    def direct(self, issue: str, samples: int, rng: np.random.Generator) -> Numbers:
        """Return the shares of one issue with no eye to the comparisons, in steps."""
        part = self.admissible.parts[issue]
        size = len(part.directions)
        low, high = int(part.least * self.steps), int(part.most * self.steps)
        if not size:
            return np.zeros((samples, 0), dtype=object if self.wide else np.int64)
        start = (low / high) ** size if high else 1.0
        weight = high * (start + rng.random(samples) * (1 - start)) ** (1 / size)
        cuts = np.sort(rng.random((samples, size - 1)), axis=1) * weight[:, None]
        ends = np.clip(np.rint(np.column_stack([cuts, weight])).astype(np.int64), 0, high)
        ends[:, -1] = np.maximum(ends[:, -1], low)
        shares: Numbers = np.diff(ends, axis=1, prepend=0)
        return shares.astype(object) if self.wide else shares

    def linked(self, samples: int, rng: np.random.Generator) -> dict[str, Numbers]:
        """Return the shares of the linked issues, in steps."""
        issues = self.admissible.linked
        if not issues:
            return {}
        kept = np.zeros((0, len(self.hull)), dtype=object if self.wide else np.int64)
        if all(not constant and factors == {share: 1} for share, (constant, factors) in enumerate(self.hull)):
            for attempt in range(_ATTEMPTS):
                if len(kept) >= samples or (attempt == _ATTEMPTS // 4 and len(kept) < samples // 8):
                    break
                drawn = np.concatenate([self.direct(issue, samples, rng) for issue in issues], axis=1)
                kept = np.concatenate([kept, drawn[self.meets(drawn)]])
        if len(kept) < samples:
            kept = self.hit_and_run(samples, rng)
        found, place = {}, 0
        for issue in issues:
            end = place + len(self.admissible.parts[issue].directions)
            found[issue] = kept[:samples, place:end]
            place = end
        return found

    def meets(self, shares: Numbers) -> npt.NDArray[np.bool_]:
        """Tell exactly which rows of shares, in steps, are admissible."""
        met = np.ones(len(shares), dtype=bool)
        for row, bound in self.rows:
            unit = lcm(bound.denominator, *(factor.denominator for factor in row.values()))
            factors = {share: int(factor * unit) for share, factor in row.items() if factor}
            most = int(bound * unit * self.steps)
            reach = sum(map(abs, factors.values())) * int(np.abs(shares).max(initial=0)) + abs(most)
            kind = np.int64 if reach < 1 << 62 else object
            total = np.zeros(len(shares), dtype=kind)
            for share, factor in factors.items():
                total += shares[:, share].astype(kind) * factor
            met &= (total <= most).astype(bool)
        return met

    def hit_and_run(self, samples: int, rng: np.random.Generator) -> Numbers:
        """Return shares along one chain for each sample, from a point inside."""
        free = sorted({share for _, factors in self.hull for share in factors})
        constants = np.array([float(constant) for constant, _ in self.hull])
        moves = np.array([[float(factors.get(share, 0)) for share in free] for _, factors in self.hull])
        normals = np.array(
            [[float(row.get(share, 0)) for share in range(len(self.hull))] for row, _ in self.rows]
        )
        room = np.array([float(bound) for _, bound in self.rows]) - normals @ constants
        normals = normals @ moves.reshape(len(self.hull), -1)
        turning = np.abs(normals).max(axis=1, initial=0) > _FLAT
        normals, room = normals[turning], room[turning]
        points = np.tile(self.inside()[free], (samples, 1))
        final = np.zeros((samples, len(self.hull)), dtype=object)
        left = np.arange(samples)
        steps = _STEPS * len(free)
        while len(left):
            for _ in range(steps):
                ways = rng.standard_normal((len(left), len(free)))
                rates, slack = ways @ normals.T, room - points[left] @ normals.T
                with np.errstate(divide="ignore", invalid="ignore"):
                    reach = slack / rates
                ahead = np.where(rates > 0, reach, np.inf).min(axis=1, initial=np.inf)
                behind = np.where(rates < 0, reach, -np.inf).max(axis=1, initial=-np.inf)
                points[left] += (behind + rng.random(len(left)) * (ahead - behind))[:, None] * ways
            whole = self.placed(points[left], free)
            met = self.meets(whole)
            final[left[met]] = whole[met]
            left, steps = left[~met], 1
        return final if self.wide else final.astype(np.int64)

    def placed(self, points: Numbers, free: Sequence[int]) -> Numbers:
        """Return the shares in steps, the free ones rounded so that all are whole."""
        unit = lcm(*(x.denominator for constant, factors in self.hull for x in (constant, *factors.values())))
        coarse = self.steps // unit
        rounded = np.rint(points * coarse).astype(np.int64).astype(object)
        columns = [
            sum(
                (rounded[:, free.index(share)] * int(factor * unit) for share, factor in factors.items()),
                np.full(len(points), int(constant * self.steps), dtype=object),
            )
            for constant, factors in self.hull
        ]
        return np.stack(columns, axis=1)

    def inside(self) -> npt.NDArray[np.float64]:
        """Return the mean of corners in all directions, which is inside."""
        size = len(self.hull)
        program = Program(size, self.rows)
        points = [
            program.maximise({share: -factor for share, factor in row.items()}).point for row, _ in self.rows
        ]
        return np.asarray(np.mean([[float(share) for share in point] for point in points], axis=0))


def _hull(size: int, rows: Sequence[Row]) -> tuple[tuple[Fraction, dict[int, Fraction]], ...]:
    """Return each share as a function of free ones, by elimination of what is always met with equality."""
    solved: dict[int, tuple[Fraction, dict[int, Fraction]]] = {}
    for number in sorted(tight(size, rows)) if rows and len(rows) > size else []:
        row, bound = rows[number]
        factors: dict[int, Fraction] = {}
        for share, factor in row.items():
            constant, instead = solved.get(share, (Fraction(0), {share: Fraction(1)}))
            bound -= factor * constant
            for other, part in instead.items():
                factors[other] = factors.get(other, Fraction(0)) + factor * part
        factors = {share: factor for share, factor in factors.items() if factor}
        if not factors:
            continue
        pivot = max(factors)
        lead = factors.pop(pivot)
        new = (bound / lead, {share: -factor / lead for share, factor in factors.items()})
        for share, (constant, instead) in list(solved.items()):
            if part := instead.pop(pivot, Fraction(0)):
                merged = dict(instead)
                for other, factor in new[1].items():
                    merged[other] = merged.get(other, Fraction(0)) + part * factor
                solved[share] = (constant + part * new[0], {k: v for k, v in merged.items() if v})
        solved[pivot] = new
    return tuple(solved.get(share, (Fraction(0), {share: Fraction(1)})) for share in range(size))

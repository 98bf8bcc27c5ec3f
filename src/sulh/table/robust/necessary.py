"""Packages that are acceptable and undominated whatever the admissible preferences.

Let D(y) be, by party, the most by which a package y can exceed x. As the parties' preferences do not depend
on each other, x can be dominated just where some y that breaks nothing has all D(y) ≥ 0 and one D(y) > 0
(such a y is acceptable wherever x is). Where no comparison links issues, D is a sum over issues and
interactions, so this asks for the frontier of another negotiation. With comparisons that sum is too large.
Then a witness y is checked by exact linear programs, and one that is false cut off by their prices: D(y)
never exceeds what a Lagrangian relaxation allows, again a sum over issues.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from typing import Final

import numpy as np

from sulh.case.agreement import Choice
from sulh.table.diagram import Diagram, TooLargeError, diagrams
from sulh.table.feasible import contains
from sulh.table.frontier import frontier
from sulh.table.halves import whole
from sulh.table.negotiation import Constraint, Negotiation, Party, Preference
from sulh.table.robust.field import EXACT, reaching
from sulh.table.robust.polytope import Factors, Options, Polytope, dot
from sulh.table.scaling import Scaled, scale

_ROUNDS: Final = 12
"""False witnesses that are cut off before x is left unproved."""

Package = Mapping[str, str]


def necessary(
    negotiation: Negotiation, known: Sequence[Polytope], options: Options, candidates: Iterable[Package]
) -> Iterator[Package]:
    """Yield those of some packages that are proved acceptable and undominated in all cases.

    Args:
        negotiation: parties, issues, constraints.
        known: the admissible worths by party.
        options: ids by issue.
        candidates: packages that break no constraint and no red line.
    """
    scaled = scale(negotiation)
    chain = whole(diagrams(scaled) or ())
    for x in candidates:
        gained = [extras(party, x) for party in negotiation.parties]
        sure = all(
            gain - worths.most(difference(options, {}, x)) >= party.reservation
            for gain, party, worths in zip(gained, negotiation.parties, known, strict=True)
        )
        # Without comparisons the bounds are exact.
        if sure and (
            not _has_rival(negotiation, (scaled, chain), known, options, x)
            or (any(each.cuts for each in known) and _is_proved(negotiation, known, options, x))
        ):
            yield x


def _has_rival(
    negotiation: Negotiation,
    space: tuple[Scaled, Diagram],
    known: Sequence[Polytope],
    options: Options,
    x: Package,
) -> bool:
    """Tell whether bounds over issues leave a package with all D(y) ≥ 0 and one D(y) > 0, or too many."""
    scaled, chain = space
    columns: list[list[int]] = []
    floors: list[int] = []
    reach = 0
    for party, (one, worths, each) in enumerate(zip(negotiation.parties, known, scaled.scales, strict=True)):
        rows = dict(_bounds(worths, options, x, (Fraction(0),) * len(worths.cuts)))
        grain = lcm(each.unit.denominator, *(bound.denominator for row in rows.values() for bound in row))
        unit = int(each.unit * grain)
        whole_rows = [
            [int(bound * grain) for bound in rows.get(i, [Fraction(0)] * len(ids))]
            for i, ids in options.items()
        ]
        columns.append(
            [
                whole_rows[step.issue][option] + (gain - scaled.values[step.issue][option][party]) * unit
                for step in chain.steps
                for option, gain in zip(step.option.tolist(), step.gains[:, party].tolist(), strict=True)
            ]
        )
        standing = sum((e.adds for e in one.preference.interactions if not e.when.options), Fraction(0))
        floors.append(int((extras(one, x) - standing) * grain))
        reach = max(reach, sum(map(abs, columns[-1])) + abs(floors[-1]))
    kind = np.float64 if reach < EXACT else object
    gains = np.array(columns, dtype=object).T.astype(kind)
    ends = np.cumsum([len(step.source) for step in chain.steps])[:-1]
    least = np.array(floors, dtype=kind)
    found = reaching(scaled, chain, np.split(gains, ends), least)
    return found is None or bool((found[1] > least).any())


def _is_proved(negotiation: Negotiation, known: Sequence[Polytope], options: Options, x: Package) -> bool:
    """Tell whether no package dominates x, which is acceptable in all cases, where comparisons say so."""
    prices = [(n, (Fraction(0),) * len(worths.cuts)) for n, worths in enumerate(known)]
    floors = [extras(party, x) for party in negotiation.parties]
    rival = negotiation
    for _ in range(_ROUNDS):
        try:
            points = frontier(_derived(rival, known, options, x, prices))
        except TooLargeError:
            return False
        above = (
            point.example
            for point in points
            if any(u > floor for u, floor in zip(point.utilities, floors, strict=False))
        )
        witness = next(above, None)
        if witness is None:
            return True
        found = [worths.best(difference(options, witness, x)) for worths in known]
        most = [
            best.value + extras(party, witness) - floor
            for best, party, floor in zip(found, negotiation.parties, floors, strict=True)
        ]
        if min(most) >= 0 and max(most) > 0:
            return False
        fresh = [(n, best.prices) for n, best in enumerate(found) if any(best.prices)]
        prices += [each for each in fresh if each not in prices]
        never = Constraint((Choice(tuple(witness.items())),))
        rival = replace(rival, constraints=(*rival.constraints, never))
    return False


def difference(options: Options, y: Package, x: Package) -> Factors:
    """Return the factors of what y is worth more than x; an issue that a package leaves out is worth 0."""
    rows = {}
    for issue, ids in options.items():
        row = [(y.get(issue) == option) - (x.get(issue) == option) for option in ids]
        if any(row):
            rows[issue] = row
    return rows


def extras(party: Party, package: Package) -> Fraction:
    """Return what the interactions that apply add for a party."""
    chosen = Choice(tuple(package.items()))
    return sum((e.adds for e in party.preference.interactions if contains(chosen, e.when)), Fraction(0))


def _derived(
    negotiation: Negotiation,
    known: Sequence[Polytope],
    options: Options,
    x: Package,
    prices: Iterable[tuple[int, Sequence[Fraction]]],
) -> Negotiation:
    """Return the negotiation in which the gain of each party from y is a bound on D(y)."""
    parties = []
    for number, (index, each) in enumerate(prices):
        party = negotiation.parties[index]
        values = tuple(_bounds(known[index], options, x, each))
        preference = Preference(values, party.preference.interactions, party.red_lines, extras(party, x))
        parties.append(Party(str(number), preference))
    return replace(negotiation, parties=tuple(parties))


def _bounds(
    worths: Polytope, options: Options, x: Package, prices: Sequence[Fraction]
) -> Iterator[tuple[str, tuple[Fraction, ...]]]:
    """Yield by issue the most that each option can be worth more than that of x, plus Σ price × surplus."""
    for issue, corners in worths.corners.items():
        here = options[issue].index(x[issue])
        added = [
            sum(
                (p * dot(cut.get(issue, ()), corner) for p, cut in zip(prices, worths.cuts, strict=True)),
                Fraction(0),
            )
            for corner in corners
        ]
        yield (
            issue,
            tuple(
                max(corner[option] - corner[here] + more for corner, more in zip(corners, added, strict=True))
                for option in range(len(options[issue]))
            ),
        )

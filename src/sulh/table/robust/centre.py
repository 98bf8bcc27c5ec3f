"""The nominal point of what is known in part, where comparisons exclude the middle.

It is the centre of the largest ball that fits among the admissible worths (Chebyshev centre), the distance
being that of all worths of the party in their unit. Where comparisons leave no room in some direction, the
ball is one of fewer dimensions, in the affine hull of the polytope. Of several centres it is one nearest to
the middle (Σ |x − middle| over all options least). It is rounded to 6 decimals; where that leaves the
polytope, each share in turn takes the nearest 6 decimals that leave room for the rest, and only what then has
no choice keeps its exact value.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from sulh.table.partial import Comparison, Known
from sulh.table.robust.polytope import (
    Factors,
    Options,
    Part,
    Point,
    Polytope,
    coefficients,
    cut_of,
    dot,
    placed,
    polytope,
    system,
)
from sulh.table.robust.program import Program, Row

_PLACES: Final = 6


def nominal(known: Mapping[str, Known], comparisons: Sequence[Comparison], options: Options) -> Point:
    """Return the middle of intervals with equal steps in rankings, or the centre where it is excluded.

    Raises:
        ValueError: if nothing is admissible.
    """
    middle = {issue: one.nominal() for issue, one in known.items()}
    cuts = [cut_of(comparison, options) for comparison in comparisons]
    if all(surplus(cut, middle) >= 0 for cut in cuts):
        return middle
    return _centre(Polytope(known, tuple(cuts)), middle)


def contradiction(
    known: Mapping[str, Known], comparisons: Sequence[Comparison], options: Options
) -> tuple[int, ...]:
    """Return the places of comparisons that contradict each other or the rest; empty where none do.

    Without any one of them the others could hold (a deletion filter, the last kept for choice).
    """
    if not polytope(known, comparisons, options).is_empty:
        return ()
    left = list(range(len(comparisons)))
    for index in range(len(comparisons)):
        fewer = [other for other in left if other != index]
        if polytope(known, [comparisons[other] for other in fewer], options).is_empty:
            left = fewer
    return tuple(left)


def surplus(cut: Factors, point: Point) -> Fraction:
    """Return the value of a cut at some worths."""
    return sum((dot(row, point[issue]) for issue, row in cut.items() if issue in point), Fraction(0))


def _centre(admissible: Polytope, middle: Point) -> Point:
    parts, issues = admissible.parts, tuple(admissible.known)
    size, rows = system(parts, issues, admissible.cuts)
    rows += [({share: Fraction(-1)}, Fraction(0)) for share in range(size)]
    norms = _norms(parts, issues, rows, tight(size, rows))
    ball: list[Row] = [
        ({**row, size: norm}, bound) if norm else (row, bound)
        for (row, bound), norm in zip(rows, norms, strict=True)
    ]
    radius = Program(size + 1, ball).maximise({size: Fraction(1)}).value if any(norms) else Fraction(0)
    ball.append(({size: Fraction(-1)}, -radius))
    place = size + 1
    goal = {}
    for issue in issues:
        for option, aim in enumerate(middle[issue]):
            unit = {issue: [int(option == other) for other in range(len(middle[issue]))]}
            row, constant = coefficients(parts, issues, unit)
            away = {place: Fraction(-1)}
            ball.append((row | away, aim - constant))
            ball.append(({share: -f for share, f in row.items()} | away, constant - aim))
            goal[place] = Fraction(-1)
            place += 1
    shares = list(Program(place, ball).maximise(goal).point[:size])
    return placed(parts, issues, _rounded(size, rows, shares))


def tight(size: int, rows: Sequence[Row]) -> set[int]:
    """Return the rows that all points meet with equality."""
    program = Program(size, rows)
    left = set(range(len(rows)))
    for number, (row, _) in enumerate(rows):
        if number in left:
            point = program.maximise({share: -factor for share, factor in row.items()}).point
            left -= {other for other in left if _slack(rows[other], point)}
    return left


def _slack(row: Row, point: Sequence[Fraction]) -> Fraction:
    return row[1] - sum((factor * point[share] for share, factor in row[0].items()), Fraction(0))


def _norms(
    parts: Mapping[str, Part], issues: Sequence[str], rows: Sequence[Row], equal: set[int]
) -> list[Fraction]:
    """Return for each row by how much it grows with a step of length 1 in its direction.

    It is 0 for rows that are always met with equality. Floating point does: the centre is rounded.
    """
    import numpy as np  # noqa: PLC0415 - start-up: seldom needed when a file is read

    size = sum(len(parts[issue].directions) for issue in issues)
    normals = np.array([[float(row.get(share, 0)) for share in range(size)] for row, _ in rows])
    worths = np.zeros((sum(len(parts[issue].base) for issue in issues), size))
    top = left = 0
    for issue in issues:
        block = np.array([[float(x) for x in way] for way in parts[issue].directions]).T
        worths[top : top + len(parts[issue].base), left : left + len(parts[issue].directions)] = (
            block.reshape(len(parts[issue].base), -1)
        )
        top, left = top + len(parts[issue].base), left + len(parts[issue].directions)
    free = np.eye(size)
    if equal:
        _, lengths, axes = np.linalg.svd(normals[sorted(equal)])
        free = axes[int((lengths > 1e-9 * lengths.max()).sum()) :].T
    # The most that n·d can be with |worths d| = 1 is the length of the least g with worthsᵀ g = n.
    steps = (
        np.linalg.lstsq((worths @ free).T, (normals @ free).T, rcond=None)[0] if free.size else normals.T * 0
    )
    lengths = np.linalg.norm(steps, axis=0)
    return [
        Fraction(0) if number in equal else Fraction(round(float(length), 9))
        for number, length in enumerate(lengths)
    ]


def _rounded(size: int, rows: list[Row], shares: list[Fraction]) -> list[Fraction]:
    near = [round(share, _PLACES) for share in shares]
    if all(_slack(row, near) >= 0 for row in rows):
        return near
    rows = list(rows)
    for share in range(size):
        one = {share: Fraction(1)}
        program = Program(size, rows)
        high = program.maximise(one).value
        low = -program.maximise({share: Fraction(-1)}).value
        value = min(max(round(shares[share], _PLACES), _up(low)), -_up(-high))
        near[share] = value if low <= value <= high else low
        rows += [(one, near[share]), ({share: Fraction(-1)}, -near[share])]
    return near


def _up(value: Fraction) -> Fraction:
    """Return the least number of 6 decimals that is not below."""
    return -Fraction((-value * 10**_PLACES).__floor__(), 10**_PLACES)

"""Exact counts of packages and of acceptable packages, without making the packages."""

from collections.abc import Sequence
from dataclasses import replace
from math import prod

import numpy as np

from sulh.table.diagram import Diagram, TooLargeError, diagrams
from sulh.table.elimination import MOST_SUMS, Focus, eliminate, floors, halves, weighted
from sulh.table.halves import pairs
from sulh.table.negotiation import Negotiation
from sulh.table.scaling import SMALL, Scaled, scale

_PAIRED = 1 << 27
"""Packages up to which all pairs of halves are looked at."""

_FITS = 1 << 58
"""Sums below are held by a machine word, with room for twice the sum of two and a floor."""


def count_packages(negotiation: Negotiation) -> int:
    """Return the number of packages, acceptable or not."""
    return prod(len(issue.options) for issue in negotiation.issues)


def count_acceptable(negotiation: Negotiation, most: int = MOST_SUMS) -> int | None:
    """Return the number of acceptable packages, or None where there are too many different sums to keep.

    Partial packages are merged where they end in the same node and, for each party, have the same sum or are
    sure to give it its reservation value.

    Args:
        negotiation: parties, issues, constraints.
        most: how many partial sums may be kept at a time; without effect for 10⁷ packages or fewer.

    Raises:
        ValueError: if the negotiation has no party, or a preference or a constraint does not fit the issues.
    """
    scaled = scale(negotiation)
    try:
        parts = diagrams(scaled)
        if parts is None:
            return 0
        needed = floors(scaled)
        focus = replace(Focus(*weighted(scaled, needed)), counting=True)
        if scaled.packages <= _PAIRED and scaled.reach < _FITS:
            return _paired(scaled, parts)
        room = max(most, SMALL) if scaled.packages <= SMALL else most
        return sum(map(int, eliminate(scaled, parts, needed, room, focus).result.counts))
    except TooLargeError:
        return None


def _paired(scaled: Scaled, parts: Sequence[Diagram]) -> int:
    """Return the number of acceptable packages by pairs of their halves."""
    needed = floors(scaled)
    focus = replace(Focus(*weighted(scaled, needed)), counting=True)
    least = np.clip(np.array(scaled.floors, dtype=object), -_FITS, _FITS).astype(np.int64)
    meetings = halves(scaled, parts, needed, 1 << 27, focus)
    return sum(pairs(left, right, least).count() for left, right in meetings)

"""Sums of gains, and which of them are not dominated."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from sulh.table.diagram import Numbers

_EXACT = 1 << 53
"""Every whole number below is a float64."""

_KEY = (1 << 63) - 1
_MOST_OBJECTIVES = 31
_LITTLE = 64
"""Rows compared at a time where no better algorithm applies."""


class Block(NamedTuple):
    """Sums of gains: a row for each vector, in ascending lexicographic order, no two equal.

    Attributes:
        sums: a column for each party.
        counts: number of ways to reach the sum.
        firsts: the least package number among them (of the options settled so far, in option order).
    """

    sums: Numbers
    counts: Numbers
    firsts: Numbers

    def take(self, rows: npt.NDArray[np.bool_] | npt.NDArray[np.int64] | slice) -> "Block":
        """Return the block of some rows."""
        return Block(self.sums[rows], self.counts[rows], self.firsts[rows])

    def row(self, sums: Iterable[int]) -> int | None:
        """Find a vector by bisection, party by party."""
        low, high = 0, len(self.sums)
        for column, value in zip(self.sums.T, sums, strict=True):
            part = column[low:high]
            low, high = low + _place(part, value, "left"), low + _place(part, value, "right")
        return low if low < high else None


def merge(
    pieces: Sequence[Block], seen: Callable[[Numbers], Numbers] | None = None, *, every: bool = False
) -> Block:
    """Put pieces into one block without the dominated rows: equal rows become one and their counts are added.

    Args:
        pieces: blocks, in any order.
        seen: what of the sums is to be compared, where it is not the sums themselves. Of rows that look
            equal, one stays; the order is that of what is seen.
        every: whether the dominated rows stay.
    """
    sums = np.concatenate([piece.sums for piece in pieces])
    counts = np.concatenate([piece.counts for piece in pieces])
    firsts = np.concatenate([piece.firsts for piece in pieces])
    if len(sums) < 2:  # noqa: PLR2004 - nothing to compare
        return Block(sums, counts, firsts)
    ranks = _ranks(seen(sums) if seen else sums)
    keys = _packed(ranks)
    order = np.argsort(keys[0]) if len(keys) == 1 else np.lexsort(keys[::-1])
    new = np.zeros(len(order), dtype=bool)
    new[0] = True
    for key in keys:
        new[1:] |= key[order[1:]] != key[order[:-1]]
    starts = np.flatnonzero(new)
    rows = order[starts]
    if len(starts) < len(order):
        counts = np.add.reduceat(counts[order], starts)
        firsts = np.minimum.reduceat(firsts[order], starts)
    else:
        counts, firsts = counts[order], firsts[order]
    if every:
        return Block(sums[rows], counts, firsts)
    kept = undominated(ranks[rows])
    return Block(sums[rows[kept]], counts[kept], firsts[kept])


def undominated(rows: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Tell which of some different rows, in ascending lexicographic order, no other row dominates.

    The numbers lie between 0 and 2^53, so that moocore's float64 holds them exactly.
    """
    parties = rows.shape[1]
    kept = np.zeros(len(rows), dtype=bool)
    if parties == 1:
        kept[-1] = True
    elif parties == 2:  # noqa: PLR2004 - sorted by the first, the second has to exceed all that follow
        second = rows[::-1, 1]
        kept[-1] = True
        kept[:-1] = (second[1:] > np.maximum.accumulate(second)[:-1])[::-1]
    elif parties <= _MOST_OBJECTIVES:
        # Imported when it is needed: it takes long.
        kept = import_module("moocore").is_nondominated(rows, maximise=True, keep_weakly=True)
    else:
        for start in range(0, len(rows), _LITTLE):
            some = rows[start : start + _LITTLE, None, :]
            covered = (rows >= some).all(axis=2).sum(axis=1)
            kept[start : start + _LITTLE] = covered == 1
    return kept


def _ranks(sums: Numbers) -> npt.NDArray[np.int64]:
    """Return numbers from 0 in the same order, for each party apart."""
    low, high = sums.min(axis=0), sums.max(axis=0)
    if sums.dtype != object and max(high - low) < _EXACT:
        ranks: npt.NDArray[np.int64] = sums - low
        return ranks
    columns = [np.unique(column, return_inverse=True)[1] for column in sums.T]
    return np.stack(columns, axis=1)


def _packed(ranks: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
    """Return as few columns as hold the rows in the same lexicographic order."""
    keys: list[npt.NDArray[np.int64]] = []
    room = 0
    for column, size in zip(ranks.T, (ranks.max(axis=0) + 1).tolist(), strict=True):
        if keys and room * size <= _KEY:
            keys[-1] = keys[-1] * size + column
            room *= size
        else:
            keys.append(column)
            room = size
    return keys


def _place(ordered: Numbers, value: int, side: Literal["left", "right"]) -> int:
    return int(np.searchsorted(ordered, value, side=side))

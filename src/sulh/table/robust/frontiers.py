"""The packages on the frontier of each sample, by an elimination with nothing but sums and package numbers.

A linked component of few packages is one table of them; of many, it is eliminated along its decision diagram.
What may be dropped, and why, stands in `sulh.table.elimination`. Here rows of equal sums are kept apart, as
every package counts, and gains have their sign turned: the filter minimises, and is faster so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from math import ceil
from os import cpu_count
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sulh.table.diagram import Diagram, TooLargeError, diagrams
from sulh.table.negotiation import Negotiation
from sulh.table.robust.sampling import Samples
from sulh.table.scaling import Scaled, scale

Numbers = npt.NDArray[Any]

_TABLE: Final = 1 << 15
"""Packages of a linked component up to which it is a table."""

_MOST_JOINED: Final = 32
"""Packages of several components up to which they are one table."""

_FEW: Final = 8
"""Rows that are not worth a filter of their own."""

_MOST_ROWS: Final = 1 << 21
_CHUNK: Final = 125
"""Samples that are counted together."""

_LONG: Final = 15_000_000
"""Rows to compare from which processes are worth their start."""

Progress = Callable[[int, int], None]
"""Told how many samples are done, of how many."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One issue of a component: an entry of each array for each arc of its decision diagram."""

    source: Numbers
    target: Numbers
    column: Numbers
    extra: Numbers
    number: Numbers


@dataclass(frozen=True, slots=True)
class _Table:
    """A component of few packages.

    Attributes:
        chosen: a row for each package, 1 in the columns of its options.
        extra: what interactions add, by package and party.
        number: of the packages.
    """

    chosen: Numbers
    extra: Numbers
    number: Numbers

    @property
    def parts(self) -> tuple[Numbers, Numbers, Numbers]:
        """All that has a row for each package."""
        return self.chosen, self.extra, self.number


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same in all samples.

    Attributes:
        floors: the least sums by party, with the sign turned.
    """

    components: tuple[_Table | tuple[_Step, ...], ...]
    floors: Numbers


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each package was on the frontier.

    Attributes:
        numbers: of the packages, ascending.
        counts: in how many samples.
        samples: how many there were.
        agreeable: in how many some package was acceptable.
    """

    numbers: Numbers
    counts: npt.NDArray[np.int64]
    samples: int
    agreeable: int


def count(
    negotiation: Negotiation, samples: Samples, size: int, workers: int | None, progress: Progress | None
) -> Counts:
    """Count in how many samples each package is on the frontier of acceptable packages.

    Raises:
        TooLargeError: if a sample has too many packages to keep, or the issues are linked too densely.
    """
    frame = _frame(negotiation, samples)
    starts = range(0, size, _CHUNK)
    found: list[tuple[Numbers, npt.NDArray[np.int64], int]] = []
    rows = 0
    for part, agreeable, work in [] if frame is None else _chunks(frame, samples, starts, size, workers):
        found.append((*np.unique(part, return_counts=True), agreeable))
        rows += work
        if progress:
            progress(min(len(found) * _CHUNK, size), size)
    numbers = np.concatenate([np.zeros(0, dtype=np.int64), *(part for part, _, _ in found)])
    unique, inverse = np.unique(numbers, return_inverse=True)
    counts = np.zeros(len(unique), dtype=np.int64)
    np.add.at(counts, inverse, np.concatenate([np.zeros(0, dtype=np.int64), *(each for _, each, _ in found)]))
    return Counts(unique, counts, size, sum(agreeable for *_, agreeable in found))


def _chunks(
    frame: Frame, samples: Samples, starts: range, size: int, workers: int | None
) -> Iterator[tuple[Numbers, int, int]]:
    def task(start: int) -> tuple[Frame, Numbers]:
        return frame, np.stack([samples.row(sample) for sample in range(start, min(start + _CHUNK, size))])

    first, *others = starts
    done = chunk(*task(first))
    yield done
    if workers is None:
        workers = min(cpu_count() or 1, 8) if done[2] * len(others) > _LONG else 1
    if workers == 1 or not others:
        for start in others:
            yield chunk(*task(start))
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - start-up: only for long work
    from multiprocessing import get_context  # noqa: PLC0415 - likewise

    pool = ProcessPoolExecutor(min(workers, len(others)), mp_context=get_context("spawn"))
    try:
        waiting = [pool.submit(chunk, *task(start)) for start in others]
        for future in waiting:
            yield future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def chunk(frame: Frame, worths: Numbers) -> tuple[Numbers, int, int]:
    """Return the numbers of the packages on the frontier of each sample, one after the other.

    Also in how many samples there are any, and how many rows were compared.
    """
    found, agreeable, work = [], 0, 0
    for row in worths:
        numbers, rows = _front(frame, np.ascontiguousarray(-row.T))
        found.append(numbers)
        agreeable += bool(len(numbers))
        work += rows
    return np.concatenate(found), agreeable, work


def _front(frame: Frame, losses: Numbers) -> tuple[Numbers, int]:
    """Return the packages on the frontier of one sample, given the losses by option and party."""
    fronts = [_component(part, losses) for part in frame.components]
    work = sum(rows for *_, rows in fronts)
    if not all(len(numbers) for _, numbers, _ in fronts):
        return fronts[0][1][:0], work
    fronts.sort(key=lambda front: (-len(front[0]), -float(np.ptp(front[0], axis=0).sum())))
    ends = [(sums.min(axis=0), sums.max(axis=0)) for sums, _, _ in fronts]
    rest = sum((low for low, _ in ends), np.zeros_like(frame.floors))
    worst = np.zeros_like(frame.floors)
    sums, numbers = np.zeros((1, len(frame.floors)), dtype=losses.dtype), fronts[0][1][:1] * 0
    for (more, ids, _), (low, high) in zip(fronts, ends, strict=True):
        rest, worst = rest - low, worst + high
        sums = (sums[:, None, :] + more[None, :, :]).reshape(-1, sums.shape[1])
        work += len(sums)
        most = frame.floors - rest
        pairs = np.arange(len(sums))
        if (worst > most).any():
            pairs = np.flatnonzero((sums <= most).all(axis=1))
            sums = sums[pairs]
        sums, pairs = _filtered(sums, pairs)
        numbers = numbers[pairs // len(ids)] + ids[pairs % len(ids)]
    return numbers, work


def _component(part: _Table | tuple[_Step, ...], losses: Numbers) -> tuple[Numbers, Numbers, int]:
    if isinstance(part, _Table):
        sums = part.chosen @ losses - part.extra
        return *(_filtered(sums, part.number) if len(sums) > _FEW else (sums, part.number)), len(sums)
    layer = {0: (np.zeros((1, losses.shape[1]), dtype=losses.dtype), part[0].number[:1] * 0)}
    work = 0
    for step in part:
        following: dict[int, tuple[list[Numbers], list[Numbers]]] = {}
        gains = losses[step.column] - step.extra
        for arc, (source, target) in enumerate(zip(step.source.tolist(), step.target.tolist(), strict=True)):
            sums, numbers = layer[source]
            rows, ids = following.setdefault(target, ([], []))
            rows.append(sums + gains[arc])
            ids.append(numbers + step.number[arc])
        layer = {
            node: _filtered(np.concatenate(rows), np.concatenate(ids))
            for node, (rows, ids) in following.items()
        }
        work += sum(len(sums) for sums, _ in layer.values())
    return *layer[0], work


def _filtered(sums: Numbers, numbers: Numbers) -> tuple[Numbers, Numbers]:
    if len(sums) > _MOST_ROWS:
        message = f"a sample would have to keep more than {_MOST_ROWS:,} packages at a time"
        raise TooLargeError(message)
    if len(sums) < 2:  # noqa: PLR2004 - nothing to compare
        return sums, numbers
    ranks = sums
    if sums.dtype == object:
        ranks = np.stack([np.unique(column, return_inverse=True)[1] for column in sums.T], axis=1)
    kept = np.flatnonzero(import_module("moocore").is_nondominated(ranks, keep_weakly=True))
    return sums[kept], numbers[kept]


def _frame(negotiation: Negotiation, samples: Samples) -> Frame | None:
    """Return the frame, or None where no package breaks nothing."""
    scaled = scale(negotiation)
    parts = diagrams(scaled)
    if parts is None:
        return None
    kind = object if any(worths.dtype == object for worths in samples.worths) else np.float64
    floors = []
    for party, unit in zip(negotiation.parties, samples.units, strict=True):
        standing = sum((e.adds for e in party.preference.interactions if not e.when.options), Fraction(0))
        floors.append(-ceil((party.reservation - standing) / unit))
    framed = [_framed(scaled, part, samples.units, kind) for part in parts]
    tables = _joined([each for each in framed if isinstance(each, _Table)], _least(scaled.sizes, samples))
    components: tuple[_Table | tuple[_Step, ...], ...] = (
        *tables,
        *(each for each in framed if not isinstance(each, _Table)),
    )
    return Frame(components or (_nothing(len(floors), kind, scaled),), np.array(floors, dtype=kind))


def _least(sizes: Sequence[int], samples: Samples) -> list[Numbers]:
    """Return by party how much more each option is worth than another of its issue at the least, or 0."""
    found = []
    for worths in samples.worths:
        least = np.zeros((sum(sizes), sum(sizes)), dtype=worths.dtype)
        end = 0
        for size in sizes:
            start, end = end, end + size
            for option in range(start, end):
                least[option, start:end] = (worths[:, [option]] - worths[:, start:end]).min(axis=0)
        found.append(least)
    return found


def _joined(tables: list[_Table], least: Sequence[Numbers]) -> list[_Table]:
    """Join tables, the smallest first, and drop what something dominates in every sample, while few are left.

    What a sample dominates can be dropped before or after joining, and what all do once for all.
    """
    done = [table for table in tables if len(table.number) > _MOST_JOINED]
    left = [_shortened(table, least) for table in tables if len(table.number) <= _MOST_JOINED]
    while len(left) > 1:
        left.sort(key=lambda table: len(table.number))
        one, other, *rest = left
        if len(one.number) * len(other.number) > _MOST_JOINED:
            break
        left = [_shortened(_Table(*map(_each_with_each, one.parts, other.parts)), least), *rest]
    return done + left


def _each_with_each(one: Numbers, other: Numbers) -> Numbers:
    joined: Numbers = one[:, None] + other[None, :]
    return joined.reshape(-1, *one.shape[1:])


def _shortened(table: _Table, least: Sequence[Numbers]) -> _Table:
    """Return the rows that no other dominates in every sample."""
    never_less = np.ones((len(table.number),) * 2, dtype=bool)
    more = ~never_less
    for party, each in enumerate(least):
        extra = table.extra[:, party]
        gap = table.chosen @ each @ table.chosen.T + extra[:, None] - extra[None, :]
        never_less &= gap >= 0
        more |= gap > 0
    kept = ~(never_less & more).any(axis=0)
    return _Table(*(part[kept] for part in table.parts))


def _nothing(parties: int, kind: Any, scaled: Scaled) -> _Table:  # noqa: ANN401 - a type of numbers
    columns = sum(scaled.sizes)
    return _Table(
        np.zeros((1, columns), dtype=kind), np.zeros((1, parties), dtype=kind), np.zeros(1, np.int64)
    )


def _framed(
    scaled: Scaled,
    part: Diagram,
    units: tuple[Fraction, ...],
    kind: Any,  # noqa: ANN401 - a type of numbers
) -> _Table | tuple[_Step, ...]:
    strides = scaled.strides()
    number_kind = np.int64 if scaled.packages < 1 << 62 else object
    steps = []
    for step in part.steps:
        start = sum(scaled.sizes[: step.issue])
        own = np.array(scaled.values[step.issue], dtype=object).reshape(-1, len(units))[step.option]
        rates = [each.unit / unit for each, unit in zip(scaled.scales, units, strict=True)]
        extra = [
            [int(int(gain - worth) * rate) for gain, worth, rate in zip(gains, worths, rates, strict=True)]
            for gains, worths in zip(step.gains.tolist(), own.tolist(), strict=True)
        ]
        steps.append(
            _Step(
                step.source,
                step.target,
                start + step.option,
                np.array(extra, dtype=kind),
                np.array([int(o) * strides[step.issue] for o in step.option], dtype=number_kind),
            )
        )
    return _table(steps, sum(scaled.sizes), kind) or tuple(steps)


def _table(steps: list[_Step], columns: int, kind: Any) -> _Table | None:  # noqa: ANN401 - a type of numbers
    """Return a component as a table, or None where it has too many packages."""
    parties = steps[0].extra.shape[1]
    node = np.zeros(1, dtype=np.int64)
    chosen = np.zeros((1, columns), dtype=kind)
    extra, number = np.zeros((1, parties), dtype=kind), steps[0].number[:1] * 0
    for step in steps:
        rows, arcs = np.nonzero(node[:, None] == step.source[None, :])
        if len(rows) > _TABLE:
            return None
        chosen = chosen[rows]
        chosen[np.arange(len(rows)), step.column[arcs]] = 1
        extra, number = extra[rows] + step.extra[arcs], number[rows] + step.number[arcs]
        node = step.target[arcs]
    return _Table(chosen, extra, number)

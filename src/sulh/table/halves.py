"""Packages as pairs of halves: the first issues and the last, joined where they meet.

The halves of a package are settled apart, from both ends of the diagram. What dominates a half completes the
same other halves, so the undominated halves make all undominated packages; pairs of them are compared by the
million, several parties' sums in one machine word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sulh.table.diagram import Diagram, Numbers, Step, first_of_each
from sulh.table.filter import Block

Integers = npt.NDArray[np.int64]

_WORD = 63
_CHUNK = 1 << 15
"""Pairs at a time: what a processor's cache holds."""

_TABLE = 20
"""Binary logarithm of the number of cells in which pairs are compared."""

_SPARE = 4
"""What rounding can add to a field, and what is asked beyond it."""


def whole(diagrams: Sequence[Diagram]) -> Diagram:
    """Return one diagram of all issues: each component begins where another ends."""
    return Diagram(tuple(step for diagram in diagrams for step in diagram.steps))


def backwards(diagram: Diagram) -> Diagram:
    """Return the diagram of the same packages with the last issue first."""
    return Diagram(tuple(map(_turned, reversed(diagram.steps))))


def _turned(step: Step) -> Step:
    arcs = np.argsort(step.target, kind="stable")
    return Step(
        issue=step.issue,
        source=step.target[arcs],
        option=step.option[arcs],
        target=step.source[arcs],
        gains=step.gains[arcs],
        nodes=int(step.target.max()) + 1,
    )


def middle(sizes: Sequence[int]) -> int:
    """Return how many of the issues, given by their numbers of options, make about half of the packages."""
    logarithms = np.log(np.maximum(np.array(sizes, dtype=np.float64), 1))
    before = [0.0, *accumulate(logarithms.tolist())]
    return min(range(len(before)), key=lambda cut: (abs(2 * before[cut] - before[-1]), cut))


class _Field(NamedTuple):
    """Where a word holds a party's sum; its highest bit is set where the floor is reached."""

    word: int
    shift: int
    bits: int


class Tops(NamedTuple):
    """Cells of pairs.

    Attributes:
        ends: the upper end of each cell by party, above the floor, in the steps of the party.
        left: a row of the left for each cell.
        right: the row of the right that makes a pair in the cell with it.
    """

    ends: Integers
    left: Integers
    right: Integers


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of halves, one of the left and one of the right, that reach the floors.

    Attributes:
        left: rows of halves of which a pair may reach the floors.
        right: the same.
        words: sums of the left and of the right, ready to be added.
        fields: by party.
        steps: by party, how much of its sums at most is above the floor, and how many steps that is.
    """

    left: Block
    right: Block
    words: tuple[tuple[Integers, Integers], ...]
    fields: tuple[_Field, ...]
    steps: tuple[tuple[int, int], ...]

    def count(self) -> int:
        """Return the number of packages."""
        if not (len(self.left.sums) and len(self.right.sums)):
            return 0
        counts = self.right.counts.astype(np.float64)
        total = 0
        for start, _, reached in self._chunks():
            # Exact: a row of the left is completed by fewer halves than floating point can count.
            completed = (reached @ counts).astype(np.int64).tolist()
            total += sum(
                count * int(row)
                for count, row in zip(
                    completed, self.left.counts[start : start + len(completed)], strict=True
                )
            )
        return total

    def tops(self, most: int) -> Tops:
        """Return cells that hold all pairs but those that another pair exceeds in every party.

        Args:
            most: how many cells are enough: they are doubled until so few remain.
        """
        index = (len(self.left.sums) * len(self.right.sums)).bit_length()
        width = min(field.bits for field in self.fields) - 1
        bits = min(
            (_WORD - index) // len(self.fields), width, most.bit_length() // max(len(self.fields) - 1, 1) + 2
        )
        coarse = min(bits, min(_TABLE, index + 1) // len(self.fields))
        table = np.zeros((1 << coarse,) * len(self.fields), dtype=bool)
        coarsely = []
        for _, words, reached in self._chunks():
            places = self._cells([word[reached] for word in words], coarse).astype(np.int32)
            table.reshape(-1)[places] = True
            coarsely.append(places)
        exceeded = _exceeded(table).reshape(-1)
        kept = []
        for places, (start, words, reached) in zip(coarsely, self._chunks(), strict=True):
            highest = ~exceeded[places]
            pairs = np.flatnonzero(reached)[highest]
            chosen = [word.reshape(-1)[pairs] for word in words]
            kept.append(self._cells(chosen, bits) << index | pairs + start * len(self.right.sums))
        keys = np.concatenate(kept)
        keys.sort()
        while True:
            cells = keys >> index
            firsts = first_of_each(cells) if len(cells) else cells
            if len(firsts) <= most or not bits:
                break
            keys, bits = np.sort(self._halved(keys[firsts], bits, index)), bits - 1
        cells, pairs = cells[firsts], keys[firsts] & ((1 << index) - 1)
        columns = [(cells >> bits * place & ((1 << bits) - 1)) for place in reversed(range(len(self.fields)))]
        ends = [
            ((column + 1) << field.bits - 1 - bits) - 1
            for column, field in zip(columns, self.fields, strict=True)
        ]
        rows, others = np.divmod(pairs, len(self.right.sums))
        return Tops(np.stack(ends, axis=1), rows, others)

    def _halved(self, keys: Integers, bits: int, index: int) -> Integers:
        """Return the keys with cells of twice the length."""
        cells = np.zeros(len(keys), dtype=np.int64)
        for place in reversed(range(len(self.fields))):
            cells = cells << bits - 1 | keys >> index + bits * place + 1 & ((1 << bits - 1) - 1)
        halved: Integers = cells << index | keys & ((1 << index) - 1)
        return halved

    def _chunks(self) -> Iterator[tuple[int, list[Integers], npt.NDArray[np.bool_]]]:
        """Yield the first row on the left, the words of all pairs with some rows, and which reach all."""
        guards = [
            sum(1 << field.shift + field.bits - 1 for field in self.fields if field.word == number)
            for number in range(len(self.words))
        ]
        rows = max(1, _CHUNK // max(1, len(self.right.sums)))
        for start in range(0, len(self.left.sums), rows):
            words = [left[start : start + rows, None] + right[None, :] for left, right in self.words]
            reached = words[0] & guards[0] == guards[0]
            for word, guard in zip(words[1:], guards[1:], strict=True):
                reached &= word & guard == guard
            yield start, words, reached

    def _cells(self, words: Sequence[Integers], bits: int) -> Integers:
        """Return the number of each pair's cell: the highest bits of what it has above the floors."""
        cells = np.zeros(len(words[0]), dtype=np.int64)
        for word, shift, width in self.fields:
            cells <<= bits
            cells |= words[word] >> shift + width - 1 - bits & ((1 << bits) - 1)
        return cells


def _exceeded(table: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which cells have a true cell beyond them on every axis."""
    above = table.copy()
    for axis in range(table.ndim):
        layers = np.moveaxis(above, axis, 0)
        for layer in reversed(range(len(layers) - 1)):
            layers[layer] |= layers[layer + 1]
    beyond = np.zeros_like(table)
    beyond[(slice(None, -1),) * table.ndim] = above[(slice(1, None),) * table.ndim]
    return beyond


def pairs(left: Block, right: Block, floors: Numbers, fine: int | None = None) -> Pairs:
    """Return the pairs whose sums reach the floors.

    Args:
        left: halves.
        right: halves that complete them.
        floors: by party.
        fine: where not None, how finely a party's sums are told apart; some pairs may then fall short by as
            little, while none that reaches the floors is missing.

    Raises:
        OverflowError: if a party's sums fit no word and `fine` is None.
    """
    left, right = _reaching(left, right, floors)
    if not (len(left.sums) and len(right.sums)):
        return Pairs(left.take(slice(0, 0)), right.take(slice(0, 0)), ((np.zeros(0, np.int64),) * 2,), (), ())
    words: list[tuple[Integers, Integers]] = []
    fields: list[_Field] = []
    steps: list[tuple[int, int]] = []
    shift = _WORD
    sides = zip(left.sums.T, right.sums.T, floors.tolist(), strict=True)
    for one, other, floor in sides:
        # Counted from the least with which a pair can reach the floor, a pair reaches it from `room` on.
        most, more = int(one.max()), int(other.max())
        room = most + more - floor
        part = room if fine is None else min(fine, room)
        width = (part + _SPARE).bit_length() + 1
        if width > _WORD:
            message = "the sums of a party fit no machine word"
            raise OverflowError(message)
        low, high = (_rounded(one - (floor - more), part, room), _rounded(other - (floor - most), part, room))
        if shift + width > _WORD:
            words.append((np.zeros(len(one), np.int64), np.zeros(len(other), np.int64)))
            shift = 0
        words[-1] = (
            words[-1][0] + (low + ((1 << width - 1) - part) << shift),
            words[-1][1] + (high << shift),
        )
        fields.append(_Field(len(words) - 1, shift, width))
        steps.append((room, part))
        shift += width
    return Pairs(left, right, tuple(words), tuple(fields), tuple(steps))


def _reaching(left: Block, right: Block, floors: Numbers) -> tuple[Block, Block]:
    """Return the rows that reach each floor with the best of the other rows that are returned."""
    before = 0
    while len(left.sums) and len(right.sums) and len(left.sums) + len(right.sums) != before:
        before = len(left.sums) + len(right.sums)
        left = left.take(np.all(left.sums + (right.sums.max(axis=0) - floors) >= 0, axis=1))
        if len(left.sums):
            right = right.take(np.all(right.sums + (left.sums.max(axis=0) - floors) >= 0, axis=1))
    return left, right


def _rounded(column: Numbers, part: int, room: int) -> Integers:
    """Return a column in `part` steps of `room`, rounded up."""
    if part == room:
        return column.astype(np.int64)
    steps: Integers = (-(-column.astype(object) * part // room)).astype(np.int64)
    return steps

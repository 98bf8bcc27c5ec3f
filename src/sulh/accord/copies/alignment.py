"""Which clause of one copy is which clause of another, and which of them stand elsewhere.

Within a language: the same id given in braces and the same words; then the same words; then the same given
id; then the most alike words. Between languages, where words cannot tell: the same given id, else the same
number under the same parent, else the same place among as many clauses. A clause whose id is only its number
is found again where a clause before it was left out and the numbers have moved.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sulh.accord.clause import Clause
from sulh.accord.copies.canonical import canonical, label_key
from sulh.accord.copies.difference import longest_increasing
from sulh.accord.counterpart import Copy

_ALIKE: Final = 0.3  # Dice coefficient of words and word pairs from which clauses may be one
_SURELY: Final = 0.8  # the same from which a clause with the same number is the one
_SAME_NUMBER: Final = 0.05  # what the same number adds to it
_COMMON: Final = 40  # clauses: words and pairs in more of them find no candidates
_CANDIDATES: Final = 5  # that are compared in full
# The order of letters in the lists of United Nations documents: (أ) (ب) (ج) (د) (هـ) stand for (a) to (e).
_LETTERS: Final = str.maketrans(dict(zip("اأبجدهوزحطيكلمنسعفصقرشت", "aabcdefghijklmnopqrstuv", strict=True)))


@dataclass(frozen=True, slots=True)
class Item:
    """A clause of one copy, as alignment needs it.

    Attributes:
        id: of the clause.
        named: whether the id is given in braces.
        number: number path.
        label: words and figures of the number as written, canonical, without marks.
        text: heading and content.
        key: `text` in canonical form.
        parent: index of the clause that it stands under; -1 for none.
    """

    id: str
    named: bool
    number: str
    label: str
    text: str
    key: str
    parent: int = -1


Row = tuple[int | None, ...]
"""The index of one clause in each copy, None where the copy has it not."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The clauses of all copies, side by side.

    Attributes:
        items: the clauses of each copy in reading order.
        rows: one for each clause, in the order of the first copy that has it.
        moved: for each copy, the rows that stand elsewhere in it than in the first copy that has them.
    """

    items: tuple[tuple[Item, ...], ...]
    rows: tuple[Row, ...]
    moved: tuple[frozenset[int], ...]

    def item(self, row: int, copy: int) -> Item | None:
        """Return the clause of a row in a copy."""
        index = self.rows[row][copy]
        return None if index is None else self.items[copy][index]


def items_of(copy: Copy) -> tuple[Item, ...]:
    """Return the clauses of `copy` in reading order."""
    found: list[Item] = []

    def add(clauses: Iterable[Clause], parent: int) -> None:
        for clause in clauses:
            label = "" if clause.label is None else label_key(clause.label.of(copy.text))
            key = canonical(clause.text)
            found.append(Item(clause.id, clause.named, clause.number, label, clause.text, key, parent))
            add(clause.children, len(found) - 1)

    add(copy.clauses, -1)
    return tuple(found)


def align(copies: Sequence[Sequence[Item]], languages: Sequence[str]) -> Alignment:
    """Return the clauses of the copies side by side; `languages` has the language of each."""
    rows: list[list[int | None]] = [[index] for index in range(len(copies[0]))]
    for n in range(1, len(copies)):
        rows = _joined(rows, copies, languages, n)
    moved = tuple(_moved(rows, copies, n) for n in range(len(copies)))
    return Alignment(tuple(map(tuple, copies)), tuple(map(tuple, rows)), moved)


def _joined(
    rows: list[list[int | None]], copies: Sequence[Sequence[Item]], languages: Sequence[str], n: int
) -> list[list[int | None]]:
    """Return the rows with copy `n` in them; clauses that only it has follow the one before them."""
    # A row is known by its clause in a copy of the same language, where words can tell, else in the first.
    seen = sorted(range(n), key=lambda copy: languages[copy] != languages[n])
    sources = [next((copy, index) for copy in seen if (index := row[copy]) is not None) for row in rows]
    row_of = _places(rows)
    matching = _Matching(
        [copies[copy][index] for copy, index in sources],
        [row_of.get((copy, copies[copy][index].parent), -1) for copy, index in sources],
        copies[n],
    )
    matching.by_words([row for row, (copy, _) in enumerate(sources) if languages[copy] == languages[n]])
    matching.by_structure([row for row, (copy, _) in enumerate(sources) if languages[copy] != languages[n]])
    alone: list[int | None] = [None] * n
    after: dict[int, list[list[int | None]]] = defaultdict(list)
    last = -1
    for new in range(len(copies[n])):
        if new in matching.row:
            last = matching.row[new]
        else:
            after[last].append([*alone, new])
    joined = after[-1]
    for row, old in enumerate(rows):
        joined.append([*old, matching.new.get(row)])
        joined += after[row]
    return joined


def _places(rows: Sequence[Sequence[int | None]]) -> dict[tuple[int, int], int]:
    """Return the row of each clause, by copy and index."""
    return {
        (copy, index): row
        for row, indices in enumerate(rows)
        for copy, index in enumerate(indices)
        if index is not None
    }


class _Matching:
    """The clauses of one copy, as far as their rows are found: `row` by clause, `new` by row."""

    def __init__(self, known: Sequence[Item], parents: Sequence[int], items: Sequence[Item]) -> None:
        self.row: dict[int, int] = {}
        self.new: dict[int, int] = {}
        self._known = known
        self._parents = parents
        self._items = items

    def _pair(self, row: int, new: int) -> None:
        if row not in self.new and new not in self.row:
            self.row[new], self.new[row] = row, new

    def _left(self, rows: Iterable[int]) -> tuple[list[int], list[int]]:
        """Return the rows and the clauses that have no partner yet."""
        return (
            [row for row in rows if row not in self.new],
            [new for new in range(len(self._items)) if new not in self.row],
        )

    def by_words(self, rows: Sequence[int]) -> None:
        """Find partners for `rows`, which are in the language of the copy."""
        if not rows:
            return
        self._equal(rows, lambda item: (item.key, item.id) if item.key else None)
        self._equal(rows, lambda item: item.key or None)
        self._equal(rows, _given_id)
        self._alike(rows)
        self._between(rows)

    def _equal(self, rows: Sequence[int], key: Callable[[Item], Hashable | None]) -> None:
        """Pair clauses with the same `key`, in order; those without one are left."""
        left, new = self._left(rows)
        waiting: dict[Hashable | None, list[int]] = defaultdict(list)
        for index in reversed(new):
            waiting[key(self._items[index])].append(index)
        for row in left:
            mine = key(self._known[row])
            if mine is not None and waiting.get(mine):
                self._pair(row, waiting[mine].pop())

    def _alike(self, rows: Sequence[int]) -> None:
        """Pair what shares most words, best first, looking only at clauses that share a rare one.

        The clause with the same number is looked at first, and is taken where most words are the same.
        """
        left, new = self._left(rows)
        mine = {row: _grams(self._known[row].key) for row in left}
        its = {index: _grams(self._items[index].key) for index in new}
        numbered = {self._items[index].id: index for index in reversed(new)}
        for row in left:
            index = numbered.get(self._known[row].id)
            if index is not None and _dice(mine[row], its[index]) >= _SURELY:
                self._pair(row, index)
        left, new = self._left(rows)
        holders: dict[str, list[int]] = defaultdict(list)
        for index in new:
            for gram in its[index]:
                holders[gram].append(index)
        scored: list[tuple[float, int, int, int]] = []
        for row in left:
            found = (holders.get(gram, ()) for gram in mine[row])
            shared = Counter(index for those in found if len(those) <= _COMMON for index in those)
            for index, _ in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:_CANDIDATES]:
                if self._known[row].named and self._items[index].named:
                    continue  # two given ids that differ name two clauses, unless their words are the same
                alike = _dice(mine[row], its[index])
                same = self._known[row].number == self._items[index].number
                if alike >= _ALIKE:
                    scored.append((-alike - _SAME_NUMBER * same, abs(row - index), row, index))
        for _, _, row, index in sorted(scored):
            self._pair(row, index)

    def _between(self, rows: Sequence[int]) -> None:
        """Pair what was rewritten as a whole: the same number after the same clause."""
        for row in self._left(rows)[0]:
            index = self.new.get(row - 1, -1) + 1
            if row and not index:
                continue
            if index < len(self._items) and self._known[row].id == self._items[index].id:
                self._pair(row, index)

    def by_structure(self, rows: Sequence[int]) -> None:
        """Find partners for `rows`, which are in another language, parents before their children."""
        if not rows:
            return
        self._equal(rows, _given_id)
        children: dict[int, list[int]] = defaultdict(list)
        for row in self._left(rows)[0]:
            children[self._parents[row]].append(row)
        its: dict[int, list[int]] = defaultdict(list)
        for index in self._left(())[1]:
            its[self._items[index].parent].append(index)
        for parent in sorted(children):
            under = self.new.get(parent, -1)
            if parent < 0 or under >= 0:
                self._siblings(children[parent], its[under])

    def _siblings(self, rows: Sequence[int], new: Sequence[int]) -> None:
        numbers = {_number(self._items[index]): index for index in reversed(new)}
        for row in rows:
            index = numbers.get(_number(self._known[row]))
            if index is not None and not (self._known[row].named and self._items[index].named):
                self._pair(row, index)
        left = [row for row in rows if row not in self.new]
        rest = [index for index in new if index not in self.row]
        if len(left) == len(rest):
            for row, index in zip(left, rest, strict=True):
                self._pair(row, index)


def _given_id(item: Item) -> str | None:
    return item.id if item.named else None


def _number(item: Item) -> str:
    """Return the number of a clause with list letters in one alphabet; the id of what has none."""
    return (item.number or item.id).translate(_LETTERS)


def _grams(key: str) -> Counter[str]:
    """Return the words of a canonical text and its pairs of words."""
    words = key.split()
    return Counter([*words, *map(" ".join, pairwise(words))])


def _dice(one: Counter[str], other: Counter[str]) -> float:
    """Return the Dice coefficient of two multisets: twice what they share, by the sum of their sizes."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _moved(rows: Sequence[Sequence[int | None]], copies: Sequence[Sequence[Item]], n: int) -> frozenset[int]:
    """Return the rows that stand elsewhere in copy `n` than in the first copy that has them."""
    row_of = _places(rows)
    moved, siblings = set[int](), defaultdict[int, list[int]](list)
    for index, item in enumerate(copies[n]):
        row = row_of[n, index]
        first, its = next((copy, its) for copy, its in enumerate(rows[row]) if its is not None)
        if first == n:
            continue
        parent = row_of.get((n, item.parent), -1)
        if row_of.get((first, copies[first][its].parent), -1) == parent:
            siblings[parent].append(row)
        else:
            moved.add(row)
    for order in siblings.values():
        kept = {order[at] for at in longest_increasing(order)}
        moved |= set(order) - kept
    return frozenset(moved)

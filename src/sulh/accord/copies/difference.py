"""Two texts word by word: what both have, what one has lost and what the other has gained.

The difference is the shortest edit script of Myers (An O(ND) Difference Algorithm and Its Variations,
Algorithmica 1, 1986), on the tokens of the canonical text. Where more than `_MOST_EDITS` edits would be
needed, the words that occur once in both texts are taken as fixed first (patience diff), and a stretch that
still needs more is given as replaced whole: the time is bounded, and what is shown is always true.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from sulh.accord.copies.canonical import Token, tokens
from sulh.text.span import Span

_MOST_EDITS: Final = 400

Sign = Literal["equal", "removed", "added"]


class Run(NamedTuple):
    """Consecutive words of which the same is to be said.

    Attributes:
        sign: `equal`, `removed` (only in the first text) or `added` (only in the second).
        first: the words in the first text; an empty span at their place where they are added.
        second: the words in the second text; an empty span at their place where they are removed.
    """

    sign: Sign
    first: Span
    second: Span


class Hunk(NamedTuple):
    """Tokens of the first text that stand for others in the second: ranges; one of them may be empty."""

    first: range
    second: range


def hunks(one: Sequence[str], other: Sequence[str]) -> list[Hunk]:
    """Return where two sequences of tokens differ, in order; between two hunks both are equal."""
    found, i, j = list[Hunk](), 0, 0
    for a, b in [*_matches(one, other, Hunk(range(len(one)), range(len(other)))), (len(one), len(other))]:
        if (a, b) != (i, j):
            found.append(Hunk(range(i, a), range(j, b)))
        i, j = a + 1, b + 1
    return found


def runs(one: str, other: str) -> list[Run]:
    """Return the difference of two texts; its runs cover all words of both, in order."""
    first, second = tokens(one), tokens(other)
    found, i, j = list[Run](), 0, 0

    def span(of: Sequence[Token], start: int, end: int, length: int) -> Span:
        if start < end:
            return Span(of[start][1].start, of[end - 1][1].end)
        at = of[start][1].start if start < len(of) else length
        return Span(at, at)

    def add(sign: Sign, a: int, b: int) -> None:
        nonlocal i, j
        if (a, b) != (i, j):
            found.append(Run(sign, span(first, i, a, len(one)), span(second, j, b, len(other))))
        i, j = a, b

    for hunk in hunks([token for token, _ in first], [token for token, _ in second]):
        add("equal", hunk.first.start, hunk.second.start)
        add("removed", hunk.first.stop, j)
        add("added", i, hunk.second.stop)
    add("equal", len(first), len(second))
    return found


def longest_increasing(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest strictly increasing subsequence, the first found for each length."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(ends, value)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [value]
        at[place : place + 1] = [index]
    chain, index = list[int](), at[-1] if at else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


Pairs = Iterator[tuple[int, int]]


def _matches(one: Sequence[str], other: Sequence[str], inside: Hunk) -> Pairs:
    """Yield the indices of equal tokens in two ranges, rising in both."""
    (a, b), (c, d) = ((part.start, part.stop) for part in inside)
    while a < b and c < d and one[a] == other[c]:
        yield a, c
        a, c = a + 1, c + 1
    tail = 0
    while a < b - tail and c < d - tail and one[b - tail - 1] == other[d - tail - 1]:
        tail += 1
    b, d = b - tail, d - tail
    if a < b and c < d:
        pairs = _shortest(one[a:b], other[c:d])
        if pairs is not None:
            yield from ((a + i, c + j) for i, j in pairs)
        else:
            yield from _patience(one, other, Hunk(range(a, b), range(c, d)))
    yield from ((b + k, d + k) for k in range(tail))


def _patience(one: Sequence[str], other: Sequence[str], inside: Hunk) -> Pairs:
    """Yield matches around the tokens that occur once on both sides; none where there are no such tokens."""
    (a, b), (c, d) = ((part.start, part.stop) for part in inside)
    mine, its = Counter(one[a:b]), Counter(other[c:d])
    place = {token: at for at, token in enumerate(other[c:d], c) if its[token] == 1}
    once = ((at, token) for at, token in enumerate(one[a:b], a) if mine[token] == 1)
    shared = [(at, place[token]) for at, token in once if token in place]
    fixed = [shared[index] for index in longest_increasing([j for _, j in shared])]
    for i, j in fixed:
        yield from _matches(one, other, Hunk(range(a, i), range(c, j)))
        yield i, j
        a, c = i + 1, j + 1
    if fixed:
        yield from _matches(one, other, Hunk(range(a, b), range(c, d)))


def _shortest(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return the matches of a shortest edit script, or None where it has more than `_MOST_EDITS` edits."""
    n, m = len(one), len(other)
    if abs(n - m) > _MOST_EDITS:
        return None
    furthest = {1: 0}
    history: list[dict[int, int]] = []
    for edits in range(min(n + m, _MOST_EDITS) + 1):
        history.append(dict(furthest))
        for k in range(-edits, edits + 1, 2):
            down = k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1])
            i = furthest[k + 1] if down else furthest[k - 1] + 1
            j = i - k
            while i < n and j < m and one[i] == other[j]:
                i, j = i + 1, j + 1
            furthest[k] = i
            if i >= n and j >= m:
                return _traced(history, n, m)
    return None


def _traced(history: Sequence[dict[int, int]], n: int, m: int) -> list[tuple[int, int]]:
    """Return the matches on the way that `history` found to the end of both."""
    i, j, matches = n, m, list[tuple[int, int]]()
    for edits in range(len(history) - 1, -1, -1):
        furthest, k = history[edits], i - j
        down = k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1])
        before = k + 1 if down else k - 1
        x = furthest[before]
        y = x - before
        while i > max(x, 0) and j > max(y, 0) and (i, j) != ((x, y + 1) if down else (x + 1, y)):
            i, j = i - 1, j - 1
            matches.append((i, j))
        i, j = x, y
    return matches[::-1]

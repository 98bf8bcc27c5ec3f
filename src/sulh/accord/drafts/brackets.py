"""What became of the brackets of a clause between two drafts, and whether anything else was reworded.

A bracket is taken as one word. Where it is closed, the wording that now stands in its place, between the
words that stood around it, tells whose it was; where one is opened, the same which wording stood.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from sulh.accord.clause import Bracket, Clause, Wording
from sulh.accord.copies.canonical import canonical, tokens
from sulh.accord.copies.difference import Hunk, hunks
from sulh.accord.counterpart import Copy
from sulh.accord.plain import plain_text

BracketKind = Literal["opened", "closed", "changed"]

_EDGE: Final = "\0"
_BRACKET: Final = "\0[["


@dataclass(frozen=True, slots=True)
class BracketChange:
    """One bracket that is not the same in both drafts.

    Attributes:
        kind: `opened`, `closed`, or `changed` in its wordings or their proposers.
        before: the bracket of the first draft; None where it is opened.
        after: the bracket of the second; None where it is closed.
        stands: of a closed bracket the wording that now stands, of an opened one the wording that stood; None
            where neither draft shows one of its wordings in this place.
    """

    kind: BracketKind
    before: Bracket | None = None
    after: Bracket | None = None
    stands: Wording | None = None


class Compared(NamedTuple):
    """Two wordings of one clause: the brackets that changed, and whether other words did."""

    brackets: tuple[BracketChange, ...]
    reworded: bool


class Piece(NamedTuple):
    """A word of a clause, or a bracket."""

    key: str
    bracket: Bracket | None = None


def pieces(copy: Copy, clause: Clause) -> tuple[Piece, ...]:
    """Return the words of a clause in canonical form, each bracket as one."""
    plain = plain_text(copy, clause)
    found, done = list[Piece](), 0
    for bracket in clause.brackets:
        start, end = (bisect_left(plain.starts, at) for at in bracket.span)
        found += (Piece(word) for word, _ in tokens(plain.text[done:start]))
        found.append(Piece(_BRACKET + canonical(plain.text[start:end]), bracket))
        done = end
    found += (Piece(word) for word, _ in tokens(plain.text[done:]))
    return tuple(found)


def compare_wordings(one: Sequence[Piece], other: Sequence[Piece]) -> Compared:
    """Return what became of the brackets of a clause, in its order, and whether other words differ."""
    first, second = _keys(one), _keys(other)
    changes, settled = list[BracketChange](), (dict[int, list[str]](), dict[int, list[str]]())
    for hunk in hunks(first, second):
        for old, new in _pairs(one, other, hunk):
            mine = None if old is None else one[old].bracket
            its = None if new is None else other[new].bracket
            if old is not None and new is not None:
                settled[0][old] = settled[1][new] = [f"{_EDGE}{old}"]
                changes.append(BracketChange("changed", mine, its))
            elif old is not None and mine:
                stands = _standing(mine, old, first, second, hunk.second)
                settled[0][old] = _words(stands) if stands else [first[old]]
                changes.append(BracketChange("closed", mine, None, stands))
            elif new is not None and its:
                stands = _standing(its, new, second, first, hunk.first)
                settled[1][new] = _words(stands) if stands else [second[new]]
                changes.append(BracketChange("opened", None, its, stands))
    reworded = bool(hunks(_settled(first, settled[0]), _settled(second, settled[1])))
    return Compared(tuple(changes), reworded)


def _keys(sequence: Sequence[Piece]) -> list[str]:
    return [piece.key for piece in sequence]


def _words(wording: Wording) -> list[str]:
    return [word for word, _ in tokens(wording.text)]


def _settled(keys: Sequence[str], instead: Mapping[int, Sequence[str]]) -> list[str]:
    return [word for at, key in enumerate(keys) for word in instead.get(at, [key])]


def _pairs(
    one: Sequence[Piece], other: Sequence[Piece], hunk: Hunk
) -> Iterator[tuple[int | None, int | None]]:
    """Yield which bracket of a hunk became which, most alike first where there are several, then in order."""
    old = [at for at in hunk.first if one[at].bracket]
    new = [at for at in hunk.second if other[at].bracket]
    scored = sorted((-_shared(one[a].bracket, other[b].bracket), a, b) for a in old for b in new)
    became: dict[int, int] = {}
    for _, a, b in scored:
        if a not in became and b not in became.values():
            became[a] = b
    yield from ((a, became.get(a)) for a in old)
    yield from ((None, b) for b in new if b not in became.values())


def _shared(one: Bracket | None, other: Bracket | None) -> int:
    """Return how many proposers and wordings two brackets share."""
    mine, its = (
        {
            word
            for wording in (bracket.wordings if bracket else ())
            for word in (*wording.proposers, f"{_EDGE}{canonical(wording.text)}")
        }
        for bracket in (one, other)
    )
    return len(mine & its)


def _standing(
    bracket: Bracket, at: int, here: Sequence[str], there: Sequence[str], place: range
) -> Wording | None:
    """Return the wording of `bracket` that stands in the other draft where the bracket does in this one.

    The words on both sides have to be the same; where one of them was changed too, one side is enough for a
    wording that has words.
    """
    left = _EDGE if at == 0 else here[at - 1]
    right = _EDGE if at + 1 == len(here) else here[at + 1]
    around = [_EDGE, *there, _EDGE]
    for sides in (2, 1):
        for wording in sorted(bracket.wordings, key=lambda one: -len(_words(one))):
            words = _words(wording)
            if sides == 1 and not words:
                continue
            first = max(0, place.start - len(words) - 1)
            for start in range(first, min(len(there) - len(words), place.stop + 1) + 1):
                if list(there[start : start + len(words)]) != words:
                    continue
                before, after = around[start], around[start + len(words) + 1]
                same = (left.startswith(_BRACKET) or before == left) + (
                    right.startswith(_BRACKET) or after == right
                )
                if same >= sides:
                    return wording
    return None

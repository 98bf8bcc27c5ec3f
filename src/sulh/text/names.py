"""Whether two names are one name, across spellings and scripts, with the evidence.

A level of evidence says how two names agree; the score only orders matches and is no probability. A
translation (جبهة النصرة, Nusra Front) never matches: which names an actor bears in other languages is for the
case to list and source. Equal names do not make one person: a match is a candidate, and a person decides.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from sulh.text.name_words import (
    ARTICLES,
    ASSIMILATED,
    BARE_AL,
    COMMON,
    DISTINGUISHING,
    PARTICLES,
    SAME_WORD,
    SUFFIXES,
    TITLES,
)
from sulh.text.normal import Fold, fold
from sulh.text.sounds import allowance, bare, distance, is_turkish, script, sounds
from sulh.text.sounds import skeleton as consonants

_FORM: Final = 0.95
_SOUNDING: Final = Fold.SEARCH & ~Fold.YA  # ى at the end is a or i, ي is only i
_MARKS: Final = re.compile(r"['’‘`´ʿʾʼʻ′\"“”«».]+")
_BREAK: Final = re.compile(r"[\W_]+")
_COMPOUND: Final = re.compile(
    r"^(?:(abd)[aeuo]?(?:l|([rnstzd])(?=\2)|sh(?=sh))(?!lah)(?=\w{3})|(عبد)(?=ال\w{2}))"
)
_AL: Final = "ال"
_BARE_AL_SHORTEST: Final = 4  # letters of the shortest word from which the article is taken


class Likeness(IntEnum):
    """How two names agree; a higher level is stronger evidence."""

    SCRIPT = 1
    """Written in two scripts, with sounds that correspond: لافروف, Lavrov."""
    SPELLING = 2
    """Another spelling in the same script: بوغدانوف, بوجدانوف."""
    FORM = 3
    """Equal but for marks, letter variants, case, spacing and punctuation: النصرة, النصره."""
    EXACT = 4
    """The same string."""


class Match(NamedTuple):
    """Two names that agree.

    Attributes:
        level: the kind of evidence.
        score: from 0 to 1, consistent with the level and not a probability: 1 exact, .95 form, .7 to .9
            spelling, .5 to .65 script, less the further the sounds are apart.
        why: one sentence.
        words: the words that were matched, folded, in pairs.
    """

    level: Likeness
    score: float
    why: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may mean.

    Attributes:
        id: key of the entry.
        name: the name of the entry that matched best.
        match: the evidence.
        extent: `whole`, or `part` where the name gives only some words of the entry's.
    """

    id: str
    name: str
    match: Match
    extent: Literal["whole", "part"]


class _Word(NamedTuple):
    text: str
    sounds: str
    skeleton: str


class _Name(NamedTuple):
    form: str
    words: tuple[_Word, ...]
    skeleton: str


_Pairs = tuple[tuple[str, str, int, int], ...]  # word, word, distance, allowance


def compare(a: str, b: str) -> Match | None:
    """Return how `a` and `b` agree as whole names, or None where they are different names.

    Every word of one must match a word of the other, in order; one word may match two that are written apart.
    Articles and doubled words do not count. The function is symmetric but for the order of the pairs.
    """
    if a == b:
        return Match(Likeness.EXACT, 1.0, "The same string.", ((a, b),)) if a.strip() else None
    one, other = _read(a), _read(b)
    if one.form == other.form:
        why = "Equal but for marks, letter variants, case, spacing or punctuation."
        return Match(Likeness.FORM, _FORM, why, ((one.form, other.form),)) if one.form else None
    if one.skeleton != other.skeleton or not one.words or not other.words:
        return None
    swapped = other.form < one.form  # so that equally good alignments cannot depend on the order
    pairs = _align(other.words, one.words) if swapped else _align(one.words, other.words)
    if pairs is None:
        return None
    return _judge(tuple((b, a, far, most) for a, b, far, most in pairs) if swapped else pairs)


def part_of(short: str, full: str) -> Match | None:
    """Return how `short` agrees with some of the words of `full`, or None.

    All words of `short` must match distinct words of `full` in order, and something of `full` must be left.
    None where `short` consists of titles, particles and words that many names share (جبهة, Army), where what
    is left makes another name (South Sudan), and where words of a body's name are left out in the middle.
    """
    one, other = _read(short), _read(full)
    if not all(word.skeleton in other.skeleton for word in one.words):
        return None
    if all(word.text in _NAMELESS for word in one.words):
        return None
    found = _embed(one.words, other.words)
    if found is None:
        return None
    pairs, used = found
    left = [word.text for at, word in enumerate(other.words) if at not in used]
    in_one_piece = max(used) - min(used) < len(used)
    shared = any(word.text in COMMON for word in one.words)
    if not left or not DISTINGUISHING.isdisjoint(left) or (shared and not in_one_piece):
        return None
    match = _judge(pairs)
    if f" {short.strip()} " in f" {full} ":
        match = Match(Likeness.EXACT, 1.0, "The same words.", match.words)
    elif all(mine == its for mine, its in match.words):
        match = Match(Likeness.FORM, _FORM, "The same words but for letter variants or article.", match.words)
    return match._replace(why=f"{match.why[:-1]}; {full} also has {' '.join(left)}.")


def key(name: str) -> tuple[str, ...]:
    """Return the folded words of `name` without articles: an index key for equal forms."""
    return tuple(word.text for word in _read(name).words)


def skeleton(name: str) -> str:
    """Return the consonant classes of `name`, the same for all names that `compare` takes for one by sound.

    P b p, F f v, M, N, L, R, and S for every other consonant that spellings exchange; sounds that some
    spelling leaves out (vowels, w, y, h, kh, ع) are not in it.
    """
    return _read(name).skeleton


def resolve(name: str, candidates: Mapping[str, Sequence[str]]) -> tuple[Candidate, ...]:
    """Return every entry that `name` may mean, best first: whole names before parts, then by level and score.

    Args:
        name: the name as a text gives it.
        candidates: the names of each entry by its id.
    """
    found = []
    for entry, names in candidates.items():
        matches = [candidate for each in names if (candidate := _candidate(name, entry, each))]
        if matches:
            found.append(min(matches, key=_rank))
    return tuple(sorted(found, key=_rank))


def _candidate(name: str, entry: str, full: str) -> Candidate | None:
    if match := compare(name, full):
        return Candidate(entry, full, match, "whole")
    if match := part_of(name, full):
        return Candidate(entry, full, match, "part")
    return None


def _rank(candidate: Candidate) -> tuple[bool, int, float, str, str]:
    match = candidate.match
    return candidate.extent == "part", -match.level, -match.score, candidate.id, candidate.name


_NAMELESS: Final = TITLES | PARTICLES | COMMON | {word.removeprefix(_AL) for word in TITLES}


@lru_cache(maxsize=1 << 16)
def _read(name: str) -> _Name:
    """Return the forms of a name that comparison needs."""
    folded = fold(name, Fold.SEARCH & ~(Fold.ALEF | Fold.YA))
    tokens = [token for token in _BREAK.split(_MARKS.sub("", folded)) if bare(token)]
    if tokens == ["على"]:
        return _Name("على", (), "")  # the preposition, not a name written without its dots
    turkish = any(map(is_turkish, tokens))
    words: list[_Word] = []
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if following and _is_article(token, following):
            continue
        for part in _parts(token):
            word = _word(part, turkish=turkish)
            if words and word.text in SUFFIXES:
                words[-1] = _joined((words[-1], word))
            elif not words or words[-1] != word:
                words.append(word)
    form = fold(bare("".join(tokens)))
    return _Name(form, tuple(words), "".join(word.skeleton for word in words))


def _is_article(token: str, following: str) -> bool:
    return token in ARTICLES or (token in ASSIMILATED and following.startswith(ASSIMILATED[token]))


def _parts(token: str) -> Iterator[str]:
    """Yield the words of a compound name (عبدالرحمن, Abdurrahman), each without its article."""
    for part in _COMPOUND.sub(r"\1\3 ", token).split():
        yield _without_article(part)


def _without_article(token: str) -> str:
    if len(token) < _BARE_AL_SHORTEST or not token.startswith(_AL) or fold(token) in BARE_AL:
        return token
    return token.removeprefix(_AL)


def _word(token: str, *, turkish: bool) -> _Word:
    plain = fold(bare(token))
    same = SAME_WORD.get(plain)
    heard = sounds(same or fold(token, _SOUNDING), turkish=turkish)
    return _Word(same or plain, heard, consonants(heard))


def _pair(one: _Word, other: _Word) -> tuple[str, str, int, int] | None:
    if one.text == other.text:
        return one.text, other.text, 0, 1
    if one.skeleton != other.skeleton or (far := distance(one.sounds, other.sounds)) is None:
        return None
    return one.text, other.text, far, allowance(one.sounds, other.sounds)


def _consonants(words: Sequence[_Word]) -> str:
    return words[0].skeleton if len(words) == 1 else words[0].skeleton + words[1].skeleton


def _joined(words: Sequence[_Word]) -> _Word:
    if len(words) == 1:
        return words[0]
    return _Word(
        "".join(word.text for word in words),
        "".join(word.sounds for word in words),
        "".join(word.skeleton for word in words),
    )


_STEPS: Final = ((1, 1), (1, 2), (2, 1))


def _align(one: Sequence[_Word], other: Sequence[_Word]) -> _Pairs | None:
    """Return the pairs of words that match all of both names at the least distance, or None."""
    if len(one) == len(other):
        pairs = tuple(map(_pair, one, other))
        if None not in pairs:
            return tuple(pair for pair in pairs if pair)
    found = _embed(one, other, skip=False)
    return found and found[0]


def _embed(
    one: Sequence[_Word], other: Sequence[_Word], *, skip: bool = True
) -> tuple[_Pairs, frozenset[int]] | None:
    """Return the pairs that match all of `one`, and the places of `other` used: all, or some with `skip`."""
    best: dict[tuple[int, int], tuple[int, int, _Pairs, frozenset[int]]] = {(0, 0): (0, 0, (), frozenset())}

    def offer(place: tuple[int, int], new: tuple[int, int, _Pairs, frozenset[int]]) -> None:
        if place not in best or new[:2] < best[place][:2]:
            best[place] = new

    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if (i, j) not in best:
                continue
            far, holes, pairs, used = best[i, j]
            if skip and j < len(other):
                offer((i, j + 1), (far, holes + (0 < i < len(one)), pairs, used))
            for di, dj in _STEPS:
                if i + di > len(one) or j + dj > len(other):
                    continue
                mine, its = one[i : i + di], other[j : j + dj]
                if _consonants(mine) == _consonants(its) and (pair := _pair(_joined(mine), _joined(its))):
                    places = used | frozenset(range(j, j + dj))
                    offer((i + di, j + dj), (far + pair[2], holes, (*pairs, pair), places))
    end = best.get((len(one), len(other)))
    return end and (end[2], end[3])


def _judge(pairs: _Pairs) -> Match:
    """Return the match that pairs of words amount to."""
    words = tuple((mine, its) for mine, its, *_ in pairs)
    differing = [(mine, its) for mine, its in words if mine != its]
    share = sum(pair[2] for pair in pairs) / sum(pair[3] for pair in pairs)
    shown = ", ".join(f"{mine} ≈ {its}" for mine, its in differing)
    if any(script(mine) != script(its) for mine, its in differing):
        return Match(
            Likeness.SCRIPT, round(0.65 - 0.15 * share, 3), f"The sounds correspond: {shown}.", words
        )
    shown = shown or "the same words, with or without article"
    return Match(Likeness.SPELLING, round(0.9 - 0.2 * share, 3), f"Another spelling: {shown}.", words)

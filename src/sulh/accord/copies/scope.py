"""Whom a clause names, and whom it includes or leaves out.

Known are the actors that the copies themselves declare; other groups are found by their first or last word
(front, brigade, جبهة, لواء). An exclusion reaches from its cue (except, does not include, باستثناء) to the
end of the sentence or to the next verb form that starts a duty.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from sulh.accord.copies.canonical import tokens
from sulh.accord.copies.feature import Feature
from sulh.text.name_words import COMMON, PARTICLES, TITLES
from sulh.text.normal import fold, normalise
from sulh.text.span import Span

Actors = Mapping[str, Sequence[Sequence[str]]]
"""The names of each actor, whole and by the words that tell it from others, folded and without articles."""

_NAMELESS: Final = COMMON | PARTICLES | TITLES | frozenset(("region", "اقليم", "the"))
_CLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_GROUPS: Final = frozenset(
    [
        "جبهه",
        "حركه",
        "هييه",
        "جيش",
        "لواء",
        "الويه",
        "فيلق",
        "فرقه",
        "كتيبه",
        "كتايب",
        "تنظيم",
        "جماعه",
        "جماعات",
        "سرايا",
        "حزب",
        "فصيل",
        "فصايل",
        "مجموعه",
        "front",
        "movement",
        "army",
        "brigade",
        "brigades",
        "battalion",
        "division",
        "corps",
        "group",
        "faction",
        "organisation",
        "organization",
        "militia",
    ]
)
_JOINING: Final = frozenset((",", "،", "and", "or", "و", "the", "او"))
_LONGEST: Final = 6  # words of a group's name
_WITHOUT: Final = (
    r"\b(?:except(?:ing|ion)?(?:\s+(?:for|of))?|exclud(?:e|es|ed|ing)(?:\s+from)?|other\s+than|apart\s+from"
    r"|save\s+for|(?:does|do|shall|will|is|are)\s+not\s+(?:include|cover|comprise|extend\s+to|apply\s+to)"
    r"|not\s+including"
    r"|[وف]?باستثناء|[وف]?ب?استثناء|[وف]?(?:في)?ما\s*عدا|سوي|[وف]?(?:ي|ت)ستثني(?:\s+(?:من|منه|منها))?"
    r"|مستثناه?\s+من|[وف]?لا\s+(?:ي|ت)(?:شمل|ضم|سري\s+علي|نطبق\s+علي|متد\s+الي))(?!\w)"
)
_WITH: Final = (
    r"\b(?:includ(?:es?|ing)|covers?|comprises?|(?:extends?|appl(?:y|ies))\s+to"
    r"|[وف]?(?:ي|ت)(?:شمل|ضم|سري\s+علي|نطبق\s+علي|متد\s+الي)|بما\s+في(?:\s+ذلك|ها|هم|ه)?)(?!\w)"
)
_CUE: Final = re.compile(rf"(?P<without>{_WITHOUT})|(?P<with>{_WITH})")
_STOP: Final = re.compile(
    r"[.;؛:!?؟\n]|\b(?:shall|will|must|may|until|unless|if|provided|within|under|pursuant|according|which|who|خلال|وفق|وفقا|بموجب|التي|الذي|الذين|حتي|اذا|شريطه|علي\s+ان)(?!\w)"
)
_ITEMS: Final = re.compile(
    r"\s*(?:[,،]\s*(?:and\s|or\s|و)?|\band\b|\bor\b|\s(?:او|و(?=ال|"
    + "|".join(sorted(word for word in _GROUPS if not word.isascii()))
    + r")))\s*"
)


class Exclusion(NamedTuple):
    """Who is left out of something, or counted in.

    Attributes:
        without: left out; false where a cue of inclusion is given.
        span: cue and those whom it concerns.
        many: how many are listed.
    """

    without: bool
    span: Span
    many: int


def actors(names: Mapping[str, Sequence[str]]) -> Actors:
    """Return what the names of each actor are recognised by.

    Words that name nobody by themselves, and words of other actors' names, are left out of a name as long as
    something of it is left.
    """
    words = {actor: [_words(name) for name in given] for actor, given in names.items()}
    owners: dict[str, set[str]] = {}
    for actor, given in words.items():
        for name in given:
            for word in name:
                owners.setdefault(word, set()).add(actor)

    def telling(name: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for word in name if word not in _NAMELESS and len(owners[word]) == 1) or name

    return {
        actor: sorted({form for name in given if name for form in (name, telling(name))})
        for actor, given in words.items()
    }


def exclusions(text: str) -> list[Exclusion]:
    """Return the exclusions and inclusions of `text`, in order; they do not overlap."""
    normal, found, done = normalise(text), list[Exclusion](), 0
    for cue in _CUE.finditer(normal.text):
        if cue.start() < done:
            continue
        stop = _STOP.search(normal.text, cue.end())
        following = _CUE.search(normal.text, cue.end())
        done = min(
            stop.start() if stop else len(normal.text), following.start() if following else len(normal.text)
        )
        if cue.group().endswith(("excluded from", "excluded")):  # those left out stand before it
            begin = max((m.end() for m in _STOP.finditer(normal.text, 0, cue.start())), default=0)
            listed = normal.text[begin : cue.start()]
            done = cue.end()
        else:
            begin, listed = cue.start(), normal.text[cue.end() : done]
        many = sum(1 for item in _ITEMS.split(listed.strip()) if item.strip())
        while done > cue.end() and normal.text[done - 1].isspace():
            done -= 1
        found.append(Exclusion(bool(cue["without"]), normal.origin(Span(begin, done)), many))
    return found


def named(text: str, known: Actors) -> list[Feature]:
    """Return where `text` names the known actors, and other groups by the words that make them groups."""
    words = tokens(text)
    variants = [word_forms(word) for word, _ in words]
    found, at = list[Feature](), 0
    while at < len(words):
        value, length = (
            _known_at(words, variants, at, known) or _group_at(words, variants, at, known) or ("", 1)
        )
        if value:
            found.append(Feature("party", value, Span(words[at][1].start, words[at + length - 1][1].end)))
        at += length
    return found


def lists(text: str, groups: Sequence[Feature]) -> list[Span]:
    """Return the stretches of `text` in which two or more actors stand beside each other."""
    found: list[Span] = []
    for one, other in pairwise(groups):
        between = [fold(word) for word, _ in tokens(text[one.span.end : other.span.start])]
        if (between and not _JOINING.issuperset(between)) or len(between) > 2:  # noqa: PLR2004 - ", and"
            continue
        if found and found[-1].end == one.span.end:
            found[-1] = Span(found[-1].start, other.span.end)
        else:
            found.append(Span(one.span.start, other.span.end))
    return found


def _known_at(
    words: Sequence[tuple[str, Span]], variants: Sequence[frozenset[str]], at: int, known: Actors
) -> tuple[str, int] | None:
    """Return the actor with the longest name at `at`; one word in small letters is a common noun."""
    common = words[at][0][0].islower()
    best: tuple[int, str] | None = None
    for actor, names in known.items():
        for name in names:
            end = at + len(name)
            if common and len(name) == 1:
                continue
            if end <= len(variants) and all(w in its for w, its in zip(name, variants[at:end], strict=True)):
                best = max(best or (0, ""), (len(name), actor))
    return (best[1], best[0]) if best else None


def _group_at(
    words: Sequence[tuple[str, Span]], variants: Sequence[frozenset[str]], at: int, known: Actors
) -> tuple[str, int] | None:
    """Return a group's name that begins at `at`: in Arabic by its first word, in English by its capitals."""
    latin = words[at][0].isascii()
    if not (_is_capital(words[at][0]) if latin else variants[at] & _GROUPS):
        return None
    goes_on = _is_capital if latin else _goes_on
    groups = (index for index in range(at, min(len(words), at + _LONGEST)) if variants[index] & _GROUPS)
    head = next(groups, None)
    if head is None or (not latin and head > at) or fold(words[at][0]) in _JOINING:
        return None
    end = at + (not latin)
    while end < len(words) and end - at < _LONGEST and goes_on(words[end][0]):
        if _known_at(words, variants, end, known):
            return None
        end += 1
    if end - at < 2 or head >= end:  # noqa: PLR2004 - the word alone names none
        return None
    value = " ".join(_plain(variants[index], fold(words[index][0])) for index in range(at, end))
    return value, end - at


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _plain(variants: frozenset[str], word: str) -> str:
    """Return a word of a group's name without what is attached to it."""
    return min(variants & _GROUPS, default=word.removeprefix("ال"))


def _goes_on(word: str) -> bool:
    """Tell whether an Arabic word goes on with the name of a group: by its article, or as such a word."""
    folded = fold(word)
    return folded.startswith("ال") or folded in COMMON


@lru_cache(maxsize=1 << 14)
def word_forms(word: str) -> frozenset[str]:
    """Return the forms that a word may have without clitics and article, folded."""
    folded = fold(word)
    forms = {folded}
    if folded and not folded.isascii():
        for clitic in _CLITICS:
            if folded.startswith(clitic) and len(folded) - len(clitic) > 2:  # noqa: PLR2004 - letters of a word
                bare = folded.removeprefix(clitic)
                forms |= {bare, bare.removeprefix("ال")}
                if clitic.endswith("ل") and bare.startswith("ل"):
                    forms.add(bare.removeprefix("ل"))
    return frozenset(form for form in forms if form)


def _words(name: str) -> tuple[str, ...]:
    return tuple(
        word.removeprefix("ال") if len(word) > 4 else word  # noqa: PLR2004 - the article and a word
        for token, _ in tokens(name)
        if (word := fold(token)) not in {"the", "al"} and word.isalnum()
    )


def names_in(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the words of a Latin text that are written as names: capitals inside a sentence."""
    previous = "."
    for word, span in tokens(text):
        if word[0].isupper() and previous not in {".", ":", ";", "!", "?", '"', "(", ")"} and len(word) > 3:  # noqa: PLR2004 - short words sound alike
            yield word, span
        previous = word

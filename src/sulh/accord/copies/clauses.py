"""The differences between two wordings of one clause, by what they are about.

Within a language, words that differ are taken hunk by hunk: what lies in a date, number, reference, exclusion
or name whose value differs is a difference of that kind; what is left is a difference of wording. Between
languages the values themselves are compared.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from sulh.accord.copies.canonical import Token, tokens
from sulh.accord.copies.difference import Hunk, hunks
from sulh.accord.copies.feature import Feature, Kind
from sulh.accord.copies.figures import figures
from sulh.accord.copies.scope import Actors, Exclusion, exclusions, lists, named
from sulh.text.normal import fold
from sulh.text.span import Span

_LINKS: Final = frozenset((",", "،", "؛", ";", "and", "or", "و", "او", "the", "of", "on", "from", "to"))
_VALUED: Final[tuple[Kind, ...]] = ("date", "number", "reference", "exclusion", "party")
_WORDED: Final = 2  # up to this number Arabic has a form of the noun, and no word for the number


_FAR: Final = 60
_ENDS: Final = frozenset((".", ";", "؛", "!", "?", "؟"))


class Content(NamedTuple):
    """What a clause says, as far as a program can tell; the features do not overlap but in exclusions.

    Attributes:
        figures: dates, numbers and references.
        parties: actors that it names outside exclusions and lists.
        exclusions: who is left out or counted in; lists of groups among them.
        scope: the same with their signs.
        inside: the actors that exclusions name.
    """

    figures: tuple[Feature, ...]
    parties: tuple[Feature, ...]
    exclusions: tuple[Feature, ...]
    scope: tuple[Exclusion, ...]
    inside: tuple[Feature, ...]


class Found(NamedTuple):
    """A kind of difference and the words that make it, in the first and the second text."""

    kind: Kind
    first: tuple[Span, ...]
    second: tuple[Span, ...]


def content(text: str, language: str, known: Actors, within: Span | None = None) -> Content:
    """Return what a clause says that a program can compare, or what a stretch of it says."""
    if within and within != (0, len(text)):
        said = content(within.of(text), language, known)
        return Content(
            _shifted(said.figures, within.start),
            _shifted(said.parties, within.start),
            _shifted(said.exclusions, within.start),
            tuple(one._replace(span=one.span.shift(within.start)) for one in said.scope),
            _shifted(said.inside, within.start),
        )
    numbers, actors, scope = figures(text, language), named(text, known), exclusions(text)
    stretches = [exclusion.span for exclusion in scope]
    groups = [actor for actor in actors if actor.value not in known]
    stretches += (one for one in lists(text, groups) if not any(one.overlaps(other) for other in stretches))
    inside = tuple(actor for actor in actors if any(actor.span.overlaps(span) for span in stretches))
    excluded = tuple(Feature("exclusion", _said(text, span, numbers), span) for span in sorted(stretches))
    parties = tuple(actor for actor in actors if actor not in inside)
    return Content(tuple(numbers), parties, excluded, tuple(scope), inside)


def _shifted(features: Iterable[Feature], by: int) -> tuple[Feature, ...]:
    return tuple(feature._replace(span=feature.span.shift(by)) for feature in features)


def _around(words: Sequence[str], pieces: Sequence[Hunk]) -> tuple[int, int]:
    """Return how many words before the first and after the last hunk have nothing to do with them.

    These are the sentences before and after; of a long sentence, what is further than `_FAR` words away.
    """
    start, end = pieces[0].first.start, pieces[-1].first.stop
    before = next(
        (at + 1 for at in range(start - 2, start - _FAR, -1) if at >= 0 and words[at] in _ENDS), None
    )
    after = next((at for at in range(end + 1, min(len(words), end + _FAR)) if words[at] in _ENDS), None)
    return (
        max(0, start - _FAR) if before is None else before,
        max(0, len(words) - end - _FAR) if after is None else len(words) - after - 1,
    )


def _stretch(text: str, words: Sequence[Token]) -> Span:
    return Span(words[0][1].start, words[-1][1].end) if words else Span(0, len(text))


def _said(text: str, span: Span, apart: Iterable[Feature]) -> str:
    """Return the words of a stretch, without figures, which are compared apart, and without links."""
    others = [feature.span.shift(-span.start) for feature in apart if feature.span.overlaps(span)]
    return " ".join(
        word
        for word, at in tokens(span.of(text))
        if fold(word) not in _LINKS and word.isalnum() and not any(at.overlaps(other) for other in others)
    )


def within_language(one: str, other: str, language: str, known: Actors) -> list[Found]:
    """Return the differences of two wordings in one language; none if and only if their tokens are equal."""
    first, second = tokens(one), tokens(other)
    pieces = hunks([word for word, _ in first], [word for word, _ in second])
    if not pieces:
        return []
    removed = [place for hunk in pieces for place in _places(first, hunk.first)]
    added = [place for hunk in pieces for place in _places(second, hunk.second)]
    before, after = _around([word for word, _ in first], pieces)
    mine = content(one, language, known, _stretch(one, first[before : len(first) - after]))
    its = content(other, language, known, _stretch(other, second[before : len(second) - after]))
    found, explained = list[Found](), (list[Span](), list[Span]())
    for kind in _VALUED:
        touched = tuple(
            [
                feature
                for feature in _of_kind(said, kind)
                if any(_touches(place, feature.span) for place in places)
            ]
            for said, places in ((mine, removed), (its, added))
        )
        if [feature.value for feature in touched[0]] != [feature.value for feature in touched[1]]:
            spans = tuple(tuple(feature.span for feature in features) for features in touched)
            found.append(Found(kind, spans[0], spans[1]))
            explained[0].extend(spans[0])
            explained[1].extend(spans[1])
    left: tuple[list[Span], list[Span]] = ([], [])
    for hunk in pieces:
        here = ([first[at] for at in hunk.first], [second[at] for at in hunk.second])
        if not _is_explained(here, explained):
            left[0].extend(span for _, span in here[0])
            left[1].extend(span for _, span in here[1])
    if left[0] or left[1]:
        found.append(Found("wording", tuple(left[0]), tuple(left[1])))
    return found


def _places(words: Sequence[Token], changed: range) -> list[tuple[Span, bool]]:
    """Return where tokens are gone or new, and whether it is a gap, with tokens only in the other text.

    A gap reaches into the tokens on both its sides.
    """
    if changed:
        return [(words[at][1], False) for at in changed]
    if 0 < changed.start < len(words):
        return [(Span(words[changed.start - 1][1].end - 1, words[changed.start][1].start + 1), True)]
    return []


def _touches(place: tuple[Span, bool], feature: Span) -> bool:
    """Tell whether words of a feature changed; a gap must lie inside it."""
    span, gap = place
    return feature.start <= span.start and span.end <= feature.end if gap else span.overlaps(feature)


def _is_explained(
    hunk: tuple[Sequence[Token], Sequence[Token]],
    explained: tuple[Sequence[Span], Sequence[Span]],
) -> bool:
    """Tell whether a hunk lies in differing features, but for links that came or went with them."""
    outside = [
        [word for word, at in words if not any(at.overlaps(span) for span in spans)]
        for words, spans in zip(hunk, explained, strict=True)
    ]
    inside = len(hunk[0]) + len(hunk[1]) - len(outside[0]) - len(outside[1])
    links = all(fold(word) in _LINKS for words in outside for word in words)
    return inside > 0 and links and not (outside[0] and outside[1])


def _of_kind(said: Content, kind: str) -> Sequence[Feature]:
    if kind == "exclusion":
        return said.exclusions
    if kind == "party":
        return said.parties
    return [feature for feature in said.figures if feature.kind == kind]


def between_languages(mine: Content, its: Content, known: Actors) -> list[Found]:
    """Return what two wordings in two languages say differently, as far as a program can tell."""
    found = list[Found]()
    for kind in _VALUED[:3]:
        first, second = _differing(_of_kind(mine, kind), _of_kind(its, kind))
        if (first and second) or not _only_worded(kind, [*first, *second]):
            found.append(Found(kind, _spans(first), _spans(second)))
    if _scope(mine, known) != _scope(its, known):
        spans = [
            tuple(exclusion.span for exclusion in said.scope if exclusion.without) for said in (mine, its)
        ]
        found.append(Found("exclusion", spans[0], spans[1]))
    outside = [_known((*said.parties, *said.inside), known) for said in (mine, its)]
    if outside[0].keys() != outside[1].keys() and not (found and found[-1].kind == "exclusion"):
        first, second = (
            [feature for actor, features in here.items() if actor not in there for feature in features]
            for here, there in (outside, outside[::-1])
        )
        found.append(Found("party", _spans(first), _spans(second)))
    return found


def _differing(one: Sequence[Feature], other: Sequence[Feature]) -> tuple[list[Feature], list[Feature]]:
    """Return the features whose values the other side has not, or has less often."""
    counts = [Counter(feature.value for feature in side) for side in (one, other)]
    return _surplus(one, counts[0] - counts[1]), _surplus(other, counts[1] - counts[0])


def _surplus(features: Sequence[Feature], surplus: Counter[str]) -> list[Feature]:
    """Return the last features with the values of `surplus`, as many of each as it counts."""
    rest = list[Feature]()
    for feature in reversed(features):
        if surplus[feature.value] > 0:
            surplus[feature.value] -= 1
            rest.append(feature)
    return rest[::-1]


def _only_worded(kind: Kind, left: Sequence[Feature]) -> bool:
    """Tell whether what is left may stand in the form of an Arabic noun: one, or two."""
    return all(kind == "number" and abs(Decimal(feature.value)) <= _WORDED for feature in left)


def _scope(said: Content, known: Actors) -> tuple[object, ...]:
    """Return who is left out: how often, how many are listed, and which of the known actors."""
    without = [exclusion for exclusion in said.scope if exclusion.without]
    spans = [exclusion.span for exclusion in without]
    out = [actor for actor in said.inside if any(actor.span.overlaps(span) for span in spans)]
    return len(without), sum(exclusion.many for exclusion in without), sorted(_known(out, known))


def _known(features: Iterable[Feature], known: Actors) -> dict[str, list[Feature]]:
    found: dict[str, list[Feature]] = {}
    for feature in features:
        if feature.value in known:
            found.setdefault(feature.value, []).append(feature)
    return found


def _spans(features: Iterable[Feature]) -> tuple[Span, ...]:
    return tuple(feature.span for feature in features)

"""Cues with one wrong letter (نقت for نفت): taken for a cue only where everything else of the frame is there."""

from functools import cache
from typing import Final

from sulh.record.complement import find_marker
from sulh.record.lexicon import Cue, Lexicon, WordClass, arabic
from sulh.record.phrases import Phrases

_LONGEST_SUBJECT: Final = 12  # words
_DENIED: Final = frozenset(
    "اي ايه علم علمه علمها علمهم صحه مشاركته مشاركتها علاقته علاقتها الاتهامات".split()
)


def repaired(phrases: Phrases, i: int) -> Cue | None:
    """Return the cue that the word at `i` is with one letter put right, or None.

    The word has to open a clause, to be followed by somebody who can speak, and by a complement that only such
    a verb takes: for a verb of denial one of its objects, for the others a complementiser.
    """
    passage, classes = phrases.passage, phrases.classes
    form = passage.forms[i]
    if (
        classes[i]
        or i + 1 >= passage.sentence_ends[i]
        or not classes[i + 1] & (WordClass.SPEAKER & ~WordClass.STATE | WordClass.STATE)
    ):
        return None
    before = passage.forms[i - 1] if i > passage.sentence_starts[i] else "،"
    if before not in "،,":
        return None
    cues = [cue for pattern in _patterns(form) for cue in _index().get(pattern, ())]
    if not cues:
        return None
    limit = min(passage.sentence_ends[i], i + _LONGEST_SUBJECT)
    denies = next((cue for cue in cues if cue.verb.act == "deny"), None)
    if denies is not None and any(word in _DENIED for word in passage.forms[i + 1 : limit]):
        return denies
    says = next((cue for cue in cues if cue.verb.act == "say"), None)
    marker = find_marker(phrases, i + 1, limit) if says is not None and len(form) > 3 else None  # noqa: PLR2004 - too many words differ by one of three letters
    return says if marker is not None and marker.kind == "that" else None


def _patterns(form: str) -> tuple[str, ...]:
    bare = form[1:] if form[0] in "وف" else form
    words = (form, bare) if bare != form else (form,)
    return tuple(word[:k] + "?" + word[k + 1 :] for word in words for k in range(len(word)))


@cache
def _index(lexicon: Lexicon | None = None) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for form, cue in (lexicon or arabic()).cues.items():
        if (
            cue.tense == "past"
            and not cue.pronoun
            and not cue.verb.also_act
            and cue.verb.act in ("say", "deny")
        ):
            for k in range(len(form)):
                pattern = form[:k] + "?" + form[k + 1 :]
                found[pattern] = (*found.get(pattern, ()), cue)
    return found

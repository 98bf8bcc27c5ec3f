"""Cues with one wrong letter (نقت for نفت), taken for cues only where the rest of the frame is there."""

from functools import cache
from typing import Final

from sulh.record.frames.marker import find_marker
from sulh.record.lexicon import Cue, WordClass, arabic
from sulh.record.phrases.recogniser import Phrases
from sulh.record.words import COMMAS, word_set

_LONGEST_SUBJECT: Final = 12  # words
_SHORTEST_SAYING: Final = 4  # letters; too many words differ by one of three letters
_DENIED: Final = word_set("أي أية علم علمه علمها علمهم صحة مشاركته مشاركتها علاقته علاقتها الاتهامات")


def repaired(phrases: Phrases, i: int) -> Cue | None:
    """Return the cue that the word at `i` is with one letter put right, or None.

    The word has to open a clause, to be followed by somebody who can speak, and by a complement that only
    such a verb takes: for a verb of denial one of its objects, for the others a complementiser.
    """
    passage = phrases.passage
    opens = i == passage.sentence_starts[i] or passage.forms[i - 1] in COMMAS
    if not opens or phrases.classes[i]:
        return None
    limit = min(passage.sentence_ends[i], i + _LONGEST_SUBJECT)
    if i + 1 == limit or not phrases.classes[i + 1] & WordClass.SPEAKER:
        return None
    cues = [cue for pattern in _patterns(passage.forms[i]) for cue in _index().get(pattern, ())]
    denies = next((cue for cue in cues if cue.verb.act == "deny"), None)
    if denies is not None and not _DENIED.isdisjoint(passage.forms[i + 1 : limit]):
        return denies
    says = next((cue for cue in cues if cue.verb.act == "say"), None)
    if says is None or len(passage.forms[i]) < _SHORTEST_SAYING:
        return None
    marker = find_marker(phrases, i + 1, limit)
    return says if marker is not None and marker.kind == "that" else None


def _patterns(form: str) -> list[str]:
    """Return the word, with and without conjunction, with each of its letters left open."""
    words = (form, form[1:]) if form[0] in "وف" else (form,)
    return [pattern for word in words if len(word) <= _longest() for pattern in _open(word)]


def _open(word: str) -> list[str]:
    return [word[:k] + "?" + word[k + 1 :] for k in range(len(word))]


@cache
def _index() -> dict[str, tuple[Cue, ...]]:
    """Return the verbs that only say or deny, by their forms with one letter left open."""
    found: dict[str, tuple[Cue, ...]] = {}
    for form, cue in arabic().cues.items():
        only_speech = cue.verb.act in ("say", "deny") and not cue.verb.also_act
        if only_speech and cue.tense == "past" and not cue.pronoun:
            for pattern in _open(form):
                found[pattern] = (*found.get(pattern, ()), cue)
    return found


@cache
def _longest() -> int:
    return max(map(len, _index()))

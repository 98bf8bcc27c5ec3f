"""Find the attributed statements of an Arabic text."""

from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from sulh.record.frames.according import according
from sulh.record.frames.colon import colon
from sulh.record.frames.found import Found
from sulh.record.frames.repair import repaired
from sulh.record.frames.verbal import verbal
from sulh.record.frames.written import STANDING, written
from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.words import COMMAS, word_set

_DEEPEST: Final = 6  # contents around one statement: texts hold three or so, and each level reads anew
_NO_VERB_AFTER: Final = word_set("في من إلى على مع دون بعد قبل كل أي هو هي لا")


@dataclass(frozen=True, slots=True)
class Event:
    """Either a statement, or the subject of a verb that reports nothing.

    Attributes:
        nested: the statement stands inside the content of an earlier one.
    """

    found: Found | None
    subject: Phrase | None = None
    nested: bool = False


def scan(phrases: Phrases, title_end: int) -> Iterator[Event]:
    """Yield what is found, in reading order.

    Args:
        phrases: recogniser of the passage.
        title_end: index after the last word of the headline; 0 where there is none.
    """
    scanner = _Scanner(phrases, title_end)
    while scanner.advance():
        event = scanner.step()
        if event is not None:
            yield event


class _Scanner:
    """The place that reading has come to.

    Attributes:
        according: the words of according to, with and without conjunction.
        places: indices of the words at which a statement can open.
        at: index of the next word.
        clause_start: index from which no words are attributed to anyone yet.
        covered: index after the content that goes furthest.
        ends: indices after the contents that stand around the next word.
    """

    def __init__(self, phrases: Phrases, title_end: int) -> None:
        self.phrases = phrases
        self.title_end = title_end
        words = phrases.lexicon.according
        self.according = words | phrases.lexicon.according_what | {f"و{word}" for word in words}
        self.places = _places(phrases, self.according)
        self.at = 0
        self.clause_start = 0
        self.covered = 0
        self.ends: list[int] = []

    def advance(self) -> bool:
        """Go to the next word at which a statement can open; tell whether there is one."""
        place = bisect_left(self.places, self.at)
        if place == len(self.places):
            return False
        self.at = self.places[place]
        return True

    def step(self) -> Event | None:
        """Read at the next word; return what is found there."""
        passage, i = self.phrases.passage, self.at
        if passage.sentence_starts[i] == i:
            self.clause_start = i
            found = colon(self.phrases, i, title_end=self.title_end)
            if found is not None:
                self.at = self.clause_start = found.content.end
                return Event(found)
        event = None
        if passage.quoted[i] < 0:
            event = self._by_another_cue(passage.forms[i]) or self._verbal()
        if self.at == i:
            self.at = i + 1
        return event

    def _by_another_cue(self, form: str) -> Event | None:
        if form in self.according:
            return self._according()
        if form in STANDING and not self._too_deep():
            found = written(self.phrases, self.at)
            return self._inward(found) if found is not None else None
        return None

    def _according(self) -> Event | None:
        i = self.at
        found = None if self._too_deep() else according(self.phrases, i, self.clause_start, self.covered)
        if found is None:
            return None
        if found.content.start > i:
            self._cover(found.content)
            self.at = found.content.start
        else:
            self.at = (found.subject or found.cue).end + 1
        self.clause_start = max(self.clause_start, self.at)
        return Event(found)

    def _verbal(self) -> Event | None:
        i, phrases = self.at, self.phrases
        cue = phrases.lexicon.cue(phrases.passage.forms[i])
        mended = cue is None
        if cue is None:
            cue = repaired(phrases, i)
        if cue is None or cue.pronoun or _is_noun_here(phrases, i) or self._too_deep():
            return None
        outcome = verbal(phrases, i, cue, headline=i < self.title_end)
        found = outcome.found
        if found is None:
            return Event(None, outcome.subject) if outcome.subject is not None else None
        if mended:
            found = replace(found, construction=f"{found.construction}/repaired")
        return self._inward(found)

    def _inward(self, found: Found) -> Event:
        """Go on inside the content of what was found."""
        nested = self.at < self.covered
        self._cover(found.content)
        self.clause_start = found.content.end
        self.at = max(self.at + 1, found.content.start)
        return Event(found, nested=nested)

    def _cover(self, content: Phrase) -> None:
        self.ends.append(content.end)
        self.covered = max(self.covered, content.end)

    def _too_deep(self) -> bool:
        """Whether so many contents stand around the next word that none is looked for inside them."""
        self.ends = [end for end in self.ends if end > self.at]
        return len(self.ends) >= _DEEPEST


def _places(phrases: Phrases, according: AbstractSet[str]) -> list[int]:
    """Return where a cue stands, a clause begins (a cue may be misprinted there) or a line (X: …)."""
    passage, cues = phrases.passage, phrases.lexicon.joined_cues
    return [
        i
        for i, (form, start, before) in enumerate(
            zip(passage.forms, passage.sentence_starts, ("،", *passage.forms), strict=False)
        )
        if form in cues or i == start or before in COMMAS or form in according or form in STANDING
    ]


def _is_noun_here(phrases: Phrases, i: int) -> bool:
    """Whether the word at `i` is a noun of the same letters (مصدر طالب, ذكر, حق)."""
    forms = phrases.passage.forms
    cue = phrases.lexicon.cues.get(forms[i])
    if i and cue is not None and forms[i][0] not in "وف" and forms[i - 1] in _NO_VERB_AFTER:
        return cue.tense == "past"
    return bool(phrases.classes[i] & (WordClass.TITLE | WordClass.ANONYMOUS))

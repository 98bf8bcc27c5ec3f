"""Noun phrases that name a speaker: where they end, and what kind of speaker they name."""

from collections.abc import Mapping
from typing import Final

from sulh.record.lexicon import Lexicon, WordClass
from sulh.record.phrases.analysis import analyse
from sulh.record.phrases.phrase import (
    APPOSITION_MARKS,
    Analysis,
    Ground,
    Phrase,
    Structure,
    is_definite,
    is_mark,
)
from sulh.record.phrases.structure import read_structure
from sulh.record.words import Passage

__all__ = ["Analysis", "Phrase", "Phrases", "Structure", "is_definite", "is_mark"]

_TITLE_REACH: Final = 14  # words of title, office and name
_APPOSITION_REACH: Final = 8  # words between a title and the comma before its name
_INSIDE: Final = ".'/-"  # marks within a name


class Phrases(Ground):
    """Recogniser of noun phrases over one passage.

    Attributes:
        titled: the phrases with a title and a person's name, anywhere in the passage, in reading order;
            each with the name in it.
    """

    def __init__(self, passage: Passage, lexicon: Lexicon, dates: Mapping[int, int]) -> None:
        """Take the passage and, for the first word of each time expression, the index after its last."""
        super().__init__(passage, lexicon, dates)
        self._structures: dict[tuple[int, int, bool], Structure] = {}
        self.titled = tuple(self._titled())
        forms = passage.forms
        self._names = frozenset(
            form for _, name in self.titled for form in forms[name.start : name.end] if not is_mark(form)
        )

    def _titled(self) -> list[tuple[Phrase, Phrase]]:
        found: list[tuple[Phrase, Phrase]] = []
        for i, kind in enumerate(self.classes):
            if kind & WordClass.TITLE and i + 1 < len(self.classes):
                name = self.structure(i, min(i + _TITLE_REACH, self.passage.sentence_ends[i])).name
                if name is not None:
                    found.append((Phrase(i, name.end), name))
        return found

    def is_known_name(self, start: int, end: int) -> bool:
        """Tell whether the words are a state, or part of a name that stands with a title elsewhere."""
        forms = self.passage.forms
        return any(
            form in self.lexicon.states or form in self._names
            for form in (" ".join(forms[start:end]), forms[start], forms[end - 1])
        )

    def subject_end(self, start: int, limit: int, *, before_noun: bool = False) -> int:
        """Return the index after the noun phrase that begins at `start`, at most `limit`.

        Args:
            start: index of its first word.
            limit: index that it cannot pass (the complementiser, the end of the sentence).
            before_noun: whether a nominal complement follows without any marker, so that the phrase ends
                where its own structure does, not only at an adverbial.
        """
        return self.structure(start, limit).end if before_noun else self._open_end(start, limit)

    def structure(self, start: int, limit: int, *, whole: bool = False) -> Structure:
        """Read the phrase at `start` as far as its own structure goes (`sulh.record.phrases.structure`)."""
        key = (start, limit, whole)
        if key not in self._structures:
            self._structures[key] = read_structure(self, start, limit, whole=whole)
        return self._structures[key]

    def analyse(self, phrase: Phrase) -> Analysis:
        """Tell what the phrase names, and which part of it is the name."""
        return analyse(self, phrase)

    def _open_end(self, start: int, limit: int) -> int:
        """End the phrase at the first word that cannot belong to it."""
        i = start
        while i < limit and (after := self._open_step(start, i, limit)) is not None:
            i = after
        return i

    def _open_step(self, start: int, i: int, limit: int) -> int | None:
        form = self.passage.forms[i]
        if (after := self.aside_end(i, limit)) is not None:
            return after
        if is_mark(form):
            apposed = form in APPOSITION_MARKS and i > start and self._apposition(i + 1, limit)
            return i + 1 if apposed or (form in _INSIDE and start < i < limit - 1) else None
        if self.is_adverbial(i, start) or i in self.passage.closes:
            return None
        if self.classes[i] & WordClass.PREPOSITION:
            return i + 1 if self._links(start, i, limit) else None
        return None if self.classes[i] & (WordClass.RELATIVE | WordClass.THAT) else i + 1

    def _links(self, start: int, i: int, limit: int) -> bool:
        """Whether the preposition at `i` goes on with a title, body or document (متحدث باسم …)."""
        form = self.passage.forms[i]
        if not self.classes[start] & WordClass.SPEAKER or form not in self.lexicon.words["linking"]:
            return False
        return form == "في" or i + 1 >= limit or not self.is_owned(i + 1)

    def _apposition(self, i: int, limit: int) -> bool:
        """Whether what follows a comma continues the phrase: a title, or a name after a title."""
        if i >= limit or self.is_adverbial(i, i) or is_mark(self.passage.forms[i]):
            return False
        if self.classes[i] & WordClass.TITLE:
            return True
        before = self.classes[max(0, i - _APPOSITION_REACH) : i - 1]
        ends = WordClass.PREPOSITION | WordClass.CLAUSE_START | WordClass.RELATIVE
        return any(kind & WordClass.TITLE for kind in before) and not self.classes[i] & ends

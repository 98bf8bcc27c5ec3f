"""What stands between a cue and its content: speaker, time, addressee, relay."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_mark
from sulh.record.words import COMMAS, after_li, word_set

_LONGEST_ADDRESSEE: Final = 6  # words
_VENUE_REACH: Final = 5  # words from "in a statement" to the one spoken to
_SHORTEST_PREFIXED: Final = 4  # letters of an attached preposition and a noun
_JOURNALISTS: Final = word_set("للصحفيين للصحافيين")
_OUTLET_STAFF: Final = word_set("لبرنامج لمراسل")
_WITHHOLDING: Final = word_set("رفض رفضت طلب طلبت فضل لم")
_WHAT: Final = word_set("ما عما")
_NO_SUBJECT: Final = word_set("تم هو هي هناك لا لم لن قد به بها فيه فيها") | _WHAT
_ENDS_ADDRESSEE: Final = WordClass.ADJUNCT | WordClass.TIME | WordClass.PREPOSITION | WordClass.THAT
_NO_TITLE_AFTER: Final = WordClass.PREPOSITION | WordClass.TITLE | WordClass.VENUE


@dataclass(frozen=True, slots=True)
class Middle:
    """The parts found between a cue and its content.

    Attributes:
        subject: the speaker.
        source: whom the subject quotes ("…, citing X"); the subject is then a relay.
        addressee: the one spoken to.
        said: the time expression of the saying.
    """

    subject: Phrase | None = None
    source: Phrase | None = None
    addressee: Phrase | None = None
    said: Phrase | None = None

    def or_else(self, other: "Middle") -> "Middle":
        """Return these parts, and those of `other` where this has none."""
        return Middle(
            self.subject or other.subject,
            self.source or other.source,
            self.addressee or other.addressee,
            self.said or other.said,
        )


def parse_middle(phrases: Phrases, start: int, limit: int, *, before_noun: bool = False) -> Middle:
    """Read the words `start ≤ i < limit` between a cue and what introduces its content.

    Args:
        phrases: recogniser of the passage.
        start: index after the cue.
        limit: index of what introduces the content.
        before_noun: whether that is a noun phrase, so that the subject ends where its own structure does.
    """
    reader = _Reader(phrases, start, limit, before_noun=before_noun)
    i = start
    while i < limit:
        for rule in _RULES:
            after = rule(reader, i)
            if after is not None:
                i = after
                break
        else:
            i += 1
    return Middle(reader.subject, reader.source, reader.addressee, reader.said)


class _Reader:
    """The words between a cue and its content, and the parts found so far.

    Each rule takes the index of a word and returns the index after what it understood, or None.
    """

    def __init__(self, phrases: Phrases, start: int, limit: int, *, before_noun: bool) -> None:
        self.phrases = phrases
        self.forms = phrases.passage.forms
        self.classes = phrases.classes
        self.start = start
        self.limit = limit
        self.before_noun = before_noun
        self.subject: Phrase | None = None
        self.source: Phrase | None = None
        self.addressee: Phrase | None = None
        self.said: Phrase | None = None

    def time(self, i: int) -> int | None:
        if i not in self.phrases.dates:
            return None
        end = min(self.phrases.dates[i], self.limit)
        while i > self.start and self.classes[i - 1] & WordClass.TIME:  # "evening of" before a day
            i -= 1
        self.said = self.said or Phrase(i, end)
        return end

    def citation(self, i: int) -> int | None:
        if i + 2 >= self.limit or self.forms[i] != "نقلا" or self.forms[i + 1] != "عن":
            return None
        end = self.phrases.subject_end(i + 2, self.limit)
        if end > i + 2:
            self.source = Phrase(i + 2, end)
        return end

    def spoken_to(self, i: int) -> int | None:
        found = addressee_at(self.phrases, i, self.limit)
        if found is None:
            return None
        self.addressee = self.addressee or found
        return found.end + (found.end < self.limit and found.end in self.phrases.passage.closing)

    def clause(self, i: int) -> int | None:
        """Skip a relative clause, or one that says that the source did not want to be named."""
        if self.classes[i] & WordClass.RELATIVE or self.forms[i] in _WITHHOLDING:
            return next((j for j in range(i, self.limit) if self.forms[j] in COMMAS), self.limit)
        return None

    def mark_or_adverb(self, i: int) -> int | None:
        mark = is_mark(self.forms[i]) and i not in self.phrases.passage.closes
        return i + 1 if mark or self.classes[i] & WordClass.TIME else None

    def venue(self, i: int) -> int | None:
        found = _spoken_to_at_venue(self.phrases, i, self.limit)
        if found is None:
            return None
        self.addressee = self.addressee or found
        return found.end

    def adjunct(self, i: int) -> int | None:
        """Skip an adverbial: to a comma, a time, an addressee, or a title that begins the subject."""
        if not _is_adjunct(self.phrases, i):
            return None
        closes = self.phrases.passage.closes
        j = i + 1
        while j < self.limit:
            if self.forms[j] in COMMAS or j in self.phrases.dates:
                return j
            if addressee_at(self.phrases, j, self.limit) is not None:
                return j
            if self.subject is None and j > i + 1 and self._begins_subject(j):
                return j
            j = closes[j] + 1 if j in closes and closes[j] < self.limit else j + 1
        return self.limit

    def _begins_subject(self, i: int) -> bool:
        return bool(self.classes[i] & WordClass.TITLE) and not self.classes[i - 1] & _NO_TITLE_AFTER

    def no_subject(self, i: int) -> int | None:
        """Skip a word that cannot begin a subject; after "what" there is none at all."""
        if self.subject is not None:
            return None
        if self.forms[i] in _WHAT:
            return self.limit
        kind = self.classes[i]
        about = kind & (WordClass.OBJECT | WordClass.RELATIVE) or self.phrases.is_owned(i)
        return i + 1 if self.forms[i] in _NO_SUBJECT or (about and not kind & WordClass.SPEAKER) else None

    def speaker(self, i: int) -> int | None:
        if self.subject is not None:
            return None
        end = self.phrases.subject_end(i, self.limit, before_noun=self.before_noun)
        if end <= i:
            return None
        self.subject = Phrase(i, end)
        return end


_RULES: Final[tuple[Callable[[_Reader, int], int | None], ...]] = (
    _Reader.time,
    _Reader.citation,
    _Reader.spoken_to,
    _Reader.clause,
    _Reader.mark_or_adverb,
    _Reader.venue,
    _Reader.adjunct,
    _Reader.no_subject,
    _Reader.speaker,
)


def addressee_at(phrases: Phrases, i: int, limit: int) -> Phrase | None:
    """Return the name of the one spoken to where the words at `i` say it (لوكالة X, لـ«X», لـ X)."""
    forms, closes = phrases.passage.forms, phrases.passage.closes
    form = forms[i]
    if form[0] != "ل":
        return None
    quoted = i + 2 < closes.get(i + 1, limit) < limit
    name = Phrase(i + 2, closes[i + 1]) if quoted else None
    if form == "ل" or form in _JOURNALISTS:
        return name if form == "ل" else Phrase(i, i + 1)
    if len(form) < _SHORTEST_PREFIXED:
        return None
    head = phrases.lexicon.word_class(after_li(form))
    if not head & (WordClass.OUTLET_HEAD | WordClass.OUTLET) and form not in _OUTLET_STAFF:
        return None
    if name is not None:
        return name
    end = _addressee_end(phrases, i + 1, min(limit, i + _LONGEST_ADDRESSEE))
    start = i
    if head & WordClass.OUTLET_HEAD:
        start += 1
        while start < end and forms[start] in phrases.lexicon.outlet_qualifiers:
            start += 1
    return Phrase(start, end) if start < end else Phrase(i, end)


def _addressee_end(phrases: Phrases, i: int, limit: int) -> int:
    while (
        i < limit
        and not is_mark(phrases.passage.forms[i])
        and i not in phrases.dates
        and not phrases.classes[i] & _ENDS_ADDRESSEE
    ):
        i += 1
    return i


def _spoken_to_at_venue(phrases: Phrases, i: int, limit: int) -> Phrase | None:
    """Return the one spoken to in "in a statement to X", "in an interview with X"."""
    forms = phrases.passage.forms
    if i + 2 >= limit or forms[i] != "في" or not phrases.classes[i + 1] & WordClass.VENUE:
        return None
    for j in range(i + 2, min(limit, i + _VENUE_REACH)):
        if forms[j] == "مع":
            end = phrases.subject_end(j + 1, limit)
            return phrases.analyse(Phrase(j + 1, end)).name if end > j + 1 else None
        if forms[j][0] == "ل":
            found = addressee_at(phrases, j, limit)
            return found if found is not None else Phrase(j, _addressee_end(phrases, j + 1, limit))
        if is_mark(forms[j]) or j in phrases.dates:
            return None
    return None


def _is_adjunct(phrases: Phrases, i: int) -> bool:
    form, kind = phrases.passage.forms[i], phrases.classes[i]
    if kind & (WordClass.ADJUNCT | WordClass.PREPOSITION):
        return True
    prefixed = form[0] in "لب" and len(form) >= _SHORTEST_PREFIXED
    return prefixed and not kind and phrases.subject_end(i, i + 1) == i

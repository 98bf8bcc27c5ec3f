"""What stands between a cue and its content: speaker, time, addressee, relay."""

from dataclasses import dataclass
from typing import Final

from sulh.record.lexicon import WordClass
from sulh.record.phrases import Phrase, Phrases, is_mark

_LONGEST_ADDRESSEE: Final = 6  # words


@dataclass(slots=True)
class Middle:
    """The parts found between a cue and its content.

    Attributes:
        subject: the speaker.
        source: whom the subject quotes ("…, citing X"); the subject is then a relay.
        end: index after the last word that was understood.
    """

    subject: Phrase | None = None
    source: Phrase | None = None
    addressee: Phrase | None = None
    said: Phrase | None = None
    end: int = 0


def parse_middle(phrases: Phrases, start: int, limit: int, *, before_noun: bool = False) -> Middle:
    """Read the words `start ≤ i < limit` between a cue and what introduces its content."""
    forms, classes = phrases.passage.forms, phrases.classes
    middle = Middle()
    i = start
    while i < limit:
        if i in phrases.dates:
            end = min(phrases.dates[i], limit)
            middle.said = middle.said or Phrase(_time_start(phrases, i, start), end)
            i = end
        elif (cited := _citation(phrases, i, limit)) is not None:
            end = phrases.subject_end(cited, limit)
            if end > cited:
                middle.source = Phrase(cited, end)
            i = max(end, cited)
        elif (addressee := addressee_at(phrases, i, limit)) is not None:
            middle.addressee = middle.addressee or addressee
            i = addressee.end + (addressee.end < limit and addressee.end in phrases.passage.closes.values())
        elif classes[i] & WordClass.RELATIVE or forms[i] in ("رفض", "رفضت", "طلب", "طلبت", "فضل", "لم"):
            i = _next_comma(phrases, i, limit)
        elif is_mark(forms[i]) and i not in phrases.passage.closes:
            i += 1
        elif classes[i] & WordClass.TIME:
            i += 1
        elif (spoken_to := _venue_addressee(phrases, i, limit)) is not None:
            middle.addressee = middle.addressee or spoken_to
            i = spoken_to.end
        elif _is_adjunct(phrases, i):
            i = _after_adjunct(phrases, i + 1, limit, wants_subject=middle.subject is None)
        elif middle.subject is None and _cannot_be_subject(phrases, i):
            i += 1 if phrases.passage.forms[i] not in ("ما", "عما") else limit - i
        elif middle.subject is None and (end := phrases.subject_end(i, limit, before_noun=before_noun)) > i:
            middle.subject = Phrase(i, end)
            i = end
        else:
            i += 1
    middle.end = i
    return middle


def _time_start(phrases: Phrases, i: int, start: int) -> int:
    """Include "evening of", "day of" before a time expression that does not hold it itself."""
    while i - 1 >= start and phrases.classes[i - 1] & WordClass.TIME:
        i -= 1
    return i


def _citation(phrases: Phrases, i: int, limit: int) -> int | None:
    """Return the index after "نقلا عن" where that stands at `i`."""
    forms = phrases.passage.forms
    return i + 2 if i + 2 < limit and forms[i] == "نقلا" and forms[i + 1] == "عن" else None


def addressee_at(phrases: Phrases, i: int, limit: int) -> Phrase | None:
    """Return the name of the one spoken to where the words at `i` say it (لوكالة X, لـ«X», لـ X)."""
    passage, forms = phrases.passage, phrases.passage.forms
    form = forms[i]
    if form == "ل" and i + 1 < limit and i + 1 in passage.closes and passage.closes[i + 1] < limit:
        return Phrase(i + 2, passage.closes[i + 1])
    if form[0] != "ل" or len(form) < 4:  # noqa: PLR2004 - a preposition and a word
        return None
    head = phrases.lexicon.word_class("ال" + form[2:] if form[1] == "ل" else form[1:])
    if form in ("للصحفيين", "للصحافيين"):
        return Phrase(i, i + 1)
    if not head & (WordClass.OUTLET_HEAD | WordClass.OUTLET) and form not in ("لبرنامج", "لمراسل"):
        return None
    if i + 1 < limit and i + 1 in passage.closes and passage.closes[i + 1] < limit:
        return Phrase(i + 2, passage.closes[i + 1])
    end = i + 1
    while (
        end < limit
        and end - i < _LONGEST_ADDRESSEE
        and not is_mark(forms[end])
        and end not in phrases.dates
        and not (
            phrases.classes[end]
            & (WordClass.ADJUNCT | WordClass.TIME | WordClass.PREPOSITION | WordClass.THAT)
        )
    ):
        if end in passage.closes:
            break
        end += 1
    if head & WordClass.OUTLET_HEAD:
        start = i + 1
        while start < end and forms[start] in phrases.lexicon.outlet_qualifiers:
            start += 1
        if start < end:
            return Phrase(start, end)
    return Phrase(i, end)


def _cannot_be_subject(phrases: Phrases, i: int) -> bool:
    kind = phrases.classes[i]
    return (
        bool(kind & (WordClass.OBJECT | WordClass.RELATIVE) and not kind & WordClass.SPEAKER)
        or (phrases.is_owned(i) and not kind & WordClass.SPEAKER)
        or phrases.passage.forms[i]
        in ("ما", "عما", "تم", "هو", "هي", "هناك", "لا", "لم", "لن", "قد", "به", "بها", "فيه", "فيها")
    )


def _venue_addressee(phrases: Phrases, i: int, limit: int) -> Phrase | None:
    """Return the one spoken to in "in a statement to X", "in an interview with X"."""
    forms, classes = phrases.passage.forms, phrases.classes
    if i + 2 >= limit or forms[i] != "في" or not classes[i + 1] & WordClass.VENUE:
        return None
    for j in range(i + 2, min(limit, i + 5)):
        if forms[j] == "مع":
            end = phrases.subject_end(j + 1, limit)
            return phrases.analyse(Phrase(j + 1, end)).name if end > j + 1 else None
        if forms[j][0] == "ل":
            found = addressee_at(phrases, j, limit)
            if found is not None:
                return found
            end = j + 1
            while (
                end < limit
                and not is_mark(forms[end])
                and end not in phrases.dates
                and not classes[end]
                & (WordClass.ADJUNCT | WordClass.TIME | WordClass.THAT | WordClass.PREPOSITION)
            ):
                end += 1
            return Phrase(j, end)
        if is_mark(forms[j]) or j in phrases.dates:
            return None
    return None


def _is_adjunct(phrases: Phrases, i: int) -> bool:
    forms, classes = phrases.passage.forms, phrases.classes
    return bool(classes[i] & (WordClass.ADJUNCT | WordClass.PREPOSITION)) or (
        forms[i][0] in "لب" and len(forms[i]) > 3 and not classes[i] and phrases.subject_end(i, i + 1) == i  # noqa: PLR2004 - a preposition and a word
    )


def _after_adjunct(phrases: Phrases, i: int, limit: int, *, wants_subject: bool) -> int:
    """Skip an adverbial: to the next comma, time expression or addressee, or a phrase that can be the subject."""
    passage, classes = phrases.passage, phrases.classes
    begin = i
    while i < limit:
        if passage.forms[i] in "،," or i in phrases.dates or addressee_at(phrases, i, limit) is not None:
            return i
        if (
            wants_subject
            and i > begin
            and classes[i] & WordClass.TITLE
            and not classes[i - 1] & (WordClass.PREPOSITION | WordClass.TITLE | WordClass.VENUE)
        ):
            return i
        i = passage.closes[i] + 1 if i in passage.closes and passage.closes[i] < limit else i + 1
    return limit


def _next_comma(phrases: Phrases, i: int, limit: int) -> int:
    return next((j for j in range(i, limit) if phrases.passage.forms[j] in "،,"), limit)

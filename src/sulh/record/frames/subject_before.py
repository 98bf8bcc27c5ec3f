"""The subject that stands before its verb: in headlines, after كان … قد, and before a relative clause."""

from typing import Final

from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_definite, is_mark
from sulh.record.words import COMMAS, word_set

_REACH: Final = 12  # words before a verb in which a subject that precedes it begins
_LONGEST_IN_HEADLINE: Final = 8  # words
_AUXILIARIES: Final = word_set("كان كانت وكان وكانت قد وقد كانوا وكانوا")
_CLAUSE_ENDS: Final = frozenset("؛:.!؟")
_CLAUSE_MARKS: Final = frozenset('،,؛-–—:"”»')
_NOT_IN_SUBJECT: Final = WordClass.THAT | WordClass.CLAUSE_START | WordClass.RELATIVE


def subject_before(phrases: Phrases, i: int, *, headline: bool) -> Phrase | None:
    """Return the phrase before the verb at `i` that is its subject; None where none plainly is."""
    passage, classes = phrases.passage, phrases.classes
    first = passage.sentence_starts[i]
    end = _before_auxiliaries(phrases, i, first)
    relative = end > first and bool(classes[end - 1] & WordClass.RELATIVE)
    if relative:
        end -= 1
        end -= end > first and passage.forms[end - 1] in COMMAS
    begin = _skip_marks(phrases, _reach_back(phrases, end, first), end)
    if begin == end or classes[begin] & WordClass.PREPOSITION:
        return None
    if headline and begin == first and end - begin <= _LONGEST_IN_HEADLINE:
        return Phrase(begin, end)
    if relative:
        return _last_speaker(phrases, begin, end)
    if _opens_clause(phrases, begin, first) and _names_speaker(phrases, begin, end):
        end = phrases.subject_end(begin, end)
        return Phrase(begin, end) if begin < end else None
    return None


def _before_auxiliaries(phrases: Phrases, i: int, first: int) -> int:
    while i > first and phrases.passage.forms[i - 1] in _AUXILIARIES:
        i -= 1
    return i


def _reach_back(phrases: Phrases, end: int, first: int) -> int:
    """Return the index of the first word before `end` that can belong to the same phrase."""
    begin = end
    while begin > max(first, end - _REACH) and _can_belong(phrases, begin - 1, end, first):
        begin -= 1
    return begin


def _can_belong(phrases: Phrases, i: int, end: int, first: int) -> bool:
    form, kind = phrases.passage.forms[i], phrases.classes[i]
    if form in COMMAS:  # in front of a title in apposition
        return first < i < end - 1 and bool(phrases.classes[i + 1] & WordClass.TITLE)
    if form in _AUXILIARIES or form in _CLAUSE_ENDS or kind & _NOT_IN_SUBJECT:
        return False
    return bool(kind) or is_definite(form) or phrases.lexicon.cue(form) is None


def _skip_marks(phrases: Phrases, begin: int, end: int) -> int:
    while begin < end and is_mark(phrases.passage.forms[begin]) and begin not in phrases.passage.closes:
        begin += 1
    return begin


def _opens_clause(phrases: Phrases, begin: int, first: int) -> bool:
    if begin == first:
        return True
    form, kind = phrases.passage.forms[begin - 1], phrases.classes[begin - 1]
    return (
        form in _AUXILIARIES
        or form in _CLAUSE_MARKS
        or bool(kind & (WordClass.CLAUSE_START | WordClass.THAT))
    )


def _names_speaker(phrases: Phrases, begin: int, end: int) -> bool:
    return bool(phrases.classes[begin] & WordClass.SPEAKER) or phrases.is_known_name(begin, end)


def _last_speaker(phrases: Phrases, begin: int, end: int) -> Phrase | None:
    """Return the last phrase of `begin ≤ i < end` that begins with a speaker's title or kind."""
    classes = phrases.classes
    for i in range(end - 1, begin - 1, -1):
        heads = i == begin or not classes[i - 1] & WordClass.SPEAKER
        if classes[i] & WordClass.SPEAKER and heads:
            return Phrase(i, end)
    return None

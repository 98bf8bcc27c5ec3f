"""The frame `X: content` of headlines and of lines in the body."""

from typing import Final

from sulh.record.frames.extent import read_content
from sulh.record.frames.found import Found
from sulh.record.frames.tone import polarity_of
from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_mark

_LONGEST_SPEAKER: Final = 9  # words
_SIGNS: Final = 2  # of: a headline, a quotation, somebody who can speak
_SHORTEST_FIRST_PERSON: Final = 4  # letters; shorter words are others
_MARKS_IN_NAMES: Final = frozenset("\"'«»“”()،-–")


def colon(phrases: Phrases, start: int, *, title_end: int) -> Found | None:
    """Read the sentence that begins at `start` as a speaker, a colon and what the speaker says.

    Args:
        phrases: recogniser of the passage.
        start: index of the first word of a sentence.
        title_end: index after the headline, in which content may run over several sentences.
    """
    passage, classes = phrases.passage, phrases.classes
    headline = start < title_end
    at = _colon_after(phrases, start, passage.sentence_ends[start])
    if at is None or classes[start] & (WordClass.PREPOSITION | WordClass.CLAUSE_START):
        return None
    quoted = at + 1 in passage.closes
    speaks = bool(classes[start] & WordClass.SPEAKER) or phrases.is_known_name(start, at)
    if quoted + speaks + headline < _SIGNS or any(not _can_name(phrases, i) for i in range(start, at)):
        return None
    content = read_content(phrases, at + 1, title_end if headline else passage.sentence_ends[start], "colon")
    if content is None:
        return None
    own_words = quoted or _first_person(phrases, content.phrase)
    if not own_words and classes[start] & WordClass.STATE and at - start == 1:
        return None  # a place and what happened there
    return Found(
        cue=Phrase(at, at + 1),
        subject=Phrase(start, at),
        content=content.phrase,
        form="direct" if own_words else "indirect",
        polarity=polarity_of(phrases, content.phrase, None),
        construction="colon/headline" if headline else "colon/line",
    )


def _colon_after(phrases: Phrases, start: int, limit: int) -> int | None:
    """Return the index of the first colon after a speaker at `start`; None where nothing follows it."""
    reach = min(limit - 1, start + _LONGEST_SPEAKER + 1)
    return next((i for i in range(start + 1, reach) if phrases.passage.forms[i] == ":"), None)


def _can_name(phrases: Phrases, i: int) -> bool:
    """Whether the word at `i` can stand in the name of a speaker."""
    form = phrases.passage.forms[i]
    if is_mark(form):
        return form in _MARKS_IN_NAMES
    cue = phrases.lexicon.cue(form)
    verb = cue is not None and cue.tense != "participle" and not phrases.classes[i]
    return not verb and not form.isdigit()


def _first_person(phrases: Phrases, content: Phrase) -> bool:
    """Whether a verb or noun of the content is in the first person (نعمل, لن نقبل, بلادنا)."""
    return any(
        len(form) >= _SHORTEST_FIRST_PERSON and (form[0] == "ن" or form.endswith("نا"))
        for form in phrases.passage.forms[content.start : content.end]
    )

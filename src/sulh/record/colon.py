"""The frame `X: content` of headlines and of lines in the body."""

from typing import Final

from sulh.record.complement import Marker, polarity_of
from sulh.record.found import Found
from sulh.record.lexicon import WordClass
from sulh.record.phrases import Phrase, Phrases, is_mark
from sulh.record.verbal import with_content

_LONGEST_SPEAKER: Final = 9  # words


def colon(phrases: Phrases, start: int, *, headline: bool) -> Found | None:
    """Read the line that begins at `start` as a speaker, a colon and what the speaker says."""
    passage, forms, classes = phrases.passage, phrases.passage.forms, phrases.classes
    limit = passage.sentence_ends[start]
    at = next(
        (i for i in range(start + 1, min(limit, start + _LONGEST_SPEAKER + 1)) if forms[i] == ":"), None
    )
    if at is None or at + 2 > limit or classes[start] & (WordClass.PREPOSITION | WordClass.CLAUSE_START):
        return None
    if any(
        is_mark(forms[i]) and forms[i] not in "\"'«»“”()،-–" or forms[i].isdigit() for i in range(start, at)
    ):
        return None
    if any(
        (cue := phrases.lexicon.cue(forms[i])) is not None and cue.tense != "participle" and not classes[i]
        for i in range(start, at)
    ):
        return None
    quoted = at + 1 in passage.closes
    speaks = bool(classes[start] & WordClass.SPEAKER) or phrases.is_known_name(start, at)
    if not ((headline and speaks) or quoted):
        return None
    line_end = limit
    if headline:
        while (
            line_end < len(passage)
            and passage.sentence_starts[line_end] != start
            and passage.starts[line_end] < _line_stop(phrases, start)
        ):
            line_end = passage.sentence_ends[line_end]
    found = with_content(phrases, at + 1, line_end, Marker("colon", at, at + 1))
    if found is None:
        return None
    content, form = found
    if (
        not quoted
        and classes[start] & WordClass.STATE
        and at - start == 1
        and not _first_person(phrases, content)
    ):
        return None  # a place and what happened there
    form = form if quoted or _first_person(phrases, content) else "indirect" if form == "direct" else form
    return Found(
        Phrase(at, at + 1), Phrase(start, at), content, form, polarity_of(phrases, content, None),
        "colon/headline" if headline else "colon/line",
    )  # fmt: skip


def _line_stop(phrases: Phrases, start: int) -> int:
    text = phrases.passage.text
    offset = text.find("\n", phrases.passage.starts[start])
    return len(text) if offset < 0 else offset


def _first_person(phrases: Phrases, content: Phrase) -> bool:
    """Whether a verb or noun of the content is in the first person (نعمل, لن نقبل, بلادنا)."""
    return any(
        form[0] in "ن" and len(form) > 3 or form.endswith("نا") and len(form) > 3  # noqa: PLR2004 - shorter words are others
        for form in phrases.passage.forms[content.start : content.end]
    )

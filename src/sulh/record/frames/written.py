"""The frame of what a document says: "وجاء في البيان أن …", it says in the statement that …."""

from typing import Final

from sulh.record.frames.extent import read_content
from sulh.record.frames.found import Found
from sulh.record.frames.marker import find_marker
from sulh.record.frames.tone import polarity_of
from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.words import word_set

STANDING: Final = word_set("جاء وجاء جاءت وجاءت ورد وورد وردت ووردت")
"""Verbs of standing in a document."""


def written(phrases: Phrases, i: int) -> Found | None:
    """Read the statement whose cue is the verb of standing in a document at `i`."""
    passage = phrases.passage
    limit = passage.sentence_ends[i]
    if i + 2 >= limit or passage.forms[i + 1] != "في":
        return None
    if not phrases.classes[i + 2] & WordClass.DOCUMENT or (i and phrases.classes[i - 1] & WordClass.RELATIVE):
        return None
    marker = find_marker(phrases, i + 3, limit)
    content = read_content(phrases, marker.start, limit, marker.kind) if marker is not None else None
    if marker is None or content is None:
        return None
    end = phrases.subject_end(i + 2, marker.at)
    return Found(
        cue=Phrase(i, i + 1),
        subject=Phrase(i + 2, end) if end > i + 2 else None,
        content=content.phrase,
        form=content.form,
        polarity=polarity_of(phrases, content.phrase, None),
        construction=f"document/{marker.kind}",
    )

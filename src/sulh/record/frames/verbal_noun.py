"""The frame of a verbal noun with its speaker's pronoun that introduces content by itself (بقوله إن …)."""

from typing import Final

from sulh.record.frames.extent import read_content
from sulh.record.frames.found import Found
from sulh.record.frames.marker import find_marker
from sulh.record.frames.tone import polarity_of
from sulh.record.lexicon import Cue
from sulh.record.phrases.recogniser import Phrase, Phrases

_SAYING: Final = "بقول"
_REACH: Final = 6  # words to the complementiser


def verbal_noun(phrases: Phrases, i: int, cue: Cue) -> Found | None:
    """Read the statement whose cue is the verbal noun at `i`; its speaker is the last one named."""
    if cue.verb.lemma != "قال" or not phrases.passage.forms[i].startswith(_SAYING):
        return None
    limit = phrases.passage.sentence_ends[i]
    marker = find_marker(phrases, i + 1, min(limit, i + _REACH))
    content = read_content(phrases, marker.start, limit, marker.kind) if marker is not None else None
    if marker is None or content is None:
        return None
    return Found(
        cue=Phrase(i, i + 1),
        subject=None,
        content=content.phrase,
        form=content.form,
        polarity=polarity_of(phrases, content.phrase, cue),
        construction=f"noun/{marker.kind}",
        feminine=cue.feminine,
        plural=cue.plural,
    )

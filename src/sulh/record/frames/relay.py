"""The frame of a relay: "نقلت R عن S قوله إن …", R passes on what S said."""

from typing import Final

from sulh.record.frames.complement import Complement
from sulh.record.frames.extent import read_content
from sulh.record.frames.found import Found
from sulh.record.frames.marker import find_marker
from sulh.record.frames.middle import Middle, parse_middle
from sulh.record.frames.tone import polarity_of
from sulh.record.lexicon import Cue
from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.words import word_set

RELAYING: Final = "نقل"
"""Lemma of the verb of passing on."""

_FROM_REACH: Final = 16  # words between the verb and "from"
_NOUN_REACH: Final = 30  # words between "from" and a verbal noun without complementiser
_FROM: Final = word_set("عن عنه عنها عنهم")


def relay(phrases: Phrases, i: int) -> Found | None:
    """Read the statement that the verb of passing on at `i` relays."""
    forms = phrases.passage.forms
    limit = phrases.passage.sentence_ends[i]
    source = next((j for j in range(i + 1, min(limit, i + _FROM_REACH)) if forms[j] in _FROM), None)
    marker = _find_marker(phrases, source + 1, limit) if source is not None else None
    if source is None or marker is None:
        return None
    content = read_content(phrases, marker.start, limit, marker.kind)
    if content is None:
        return None
    at = _noun_before(phrases, source + 1, marker.at)
    passing = parse_middle(phrases, i + 1, source)
    named = forms[source] == "عن"
    said = parse_middle(phrases, source + 1, marker.at if at is None else at) if named else Middle()
    after = parse_middle(phrases, at + 1, marker.at) if at is not None else Middle()
    cue = phrases.lexicon.cue(forms[i if at is None else at])
    agreeing = cue if at is not None else None
    return Found(
        cue=Phrase(i, i + 1) if at is None else Phrase(at, at + 1),
        subject=said.subject,
        content=content.phrase,
        form=content.form,
        polarity=polarity_of(phrases, content.phrase, cue),
        construction=f"relay/{marker.kind}",
        relays=(passing.subject,) if passing.subject is not None else (),
        addressee=said.addressee or after.addressee,
        said=said.said or after.said or passing.said,
        feminine=agreeing.feminine if agreeing is not None else None,
        plural=agreeing.plural if agreeing is not None else None,
    )


def _find_marker(phrases: Phrases, start: int, limit: int) -> Complement | None:
    """Find what introduces relayed content, across the verbal noun (قوله) that may stand before it."""
    marker = find_marker(phrases, start, limit)
    if marker is not None:
        return marker
    at = _noun_before(phrases, start, min(limit, start + _NOUN_REACH))
    if at is None:
        return None
    cue = phrases.lexicon.cue(phrases.passage.forms[at])
    marker = find_marker(phrases, at + 1, limit)
    if marker is not None or at + 1 >= limit or cue is None or cue.verb.lemma == "قال":
        return marker
    return Complement("colon", at, at + 1, at)


def _noun_before(phrases: Phrases, start: int, end: int) -> int | None:
    """Return the index of the first verbal noun with a pronoun (قوله) in `start ≤ i < end`."""
    return next(
        (i for i in range(start, end) if _is_noun(phrases.lexicon.cue(phrases.passage.forms[i]))), None
    )


def _is_noun(cue: Cue | None) -> bool:
    return cue is not None and cue.tense == "noun"

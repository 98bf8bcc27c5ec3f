"""The frames "according to X, …", "…, according to X" and "as X said"."""

from typing import Final

from sulh.record.complement import Marker, form_of, names_source, polarity_of
from sulh.record.found import Found
from sulh.record.lexicon import WordClass
from sulh.record.middle import parse_middle
from sulh.record.phrases import Phrase, Phrases, is_mark
from sulh.record.verbal import with_content

_SOURCE_REACH: Final = 16  # words of a source after "according to"


def according(phrases: Phrases, i: int, clause_start: int) -> Found | None:
    """Read the statement whose cue is the according-to word at `i`.

    Args:
        phrases: recogniser of the passage.
        i: index of the cue.
        clause_start: index from which a clause before the cue is not yet attributed to anyone.
    """
    passage, forms, classes = phrases.passage, phrases.passage.forms, phrases.classes
    limit = passage.sentence_ends[i]
    if not names_source(phrases, i):
        return None
    begin, cue_end, verb = i + 1, i + 1, None
    if forms[begin] in ("ل",):
        begin += 1
    if forms[begin] == "ما" or forms[i] in phrases.lexicon.according_what:
        at = begin + (forms[begin] == "ما")
        verb = phrases.lexicon.cue(forms[at]) if at < limit else None
        if verb is None:
            return None
        begin = cue_end = at + 1
    elif forms[begin].startswith("ما") and (verb := phrases.lexicon.cue(forms[begin][2:])) is not None:
        begin = cue_end = begin + 1
    if begin >= limit or classes[begin] & WordClass.OWN_WORDS:
        return None
    end = _source_end(phrases, begin, limit)
    relays: tuple[Phrase, ...] = ()
    source = next(
        (j for j in range(begin, end) if forms[j] == "عن" and verb is not None and verb.verb.lemma == "نقل"),
        None,
    )
    said = None
    if source is not None:
        relay, speaker = parse_middle(phrases, begin, source), parse_middle(phrases, source + 1, end)
        relays, subject, said = (
            (() if relay.subject is None else (relay.subject,)),
            speaker.subject,
            relay.said or speaker.said,
        )
    else:
        middle = parse_middle(phrases, begin, end)
        subject, said = middle.subject, middle.said
    if subject is None:
        return None
    first = passage.sentence_starts[i]
    if i - first <= 1 or forms[i - 1] == "و":
        return _leading(phrases, i, end, limit, Phrase(i, cue_end), subject, relays, said)
    return _trailing(phrases, i, max(first, clause_start), Phrase(i, cue_end), subject, relays, said)


def _source_end(phrases: Phrases, begin: int, limit: int) -> int:
    forms, classes = phrases.passage.forms, phrases.classes
    stop = min(limit, begin + _SOURCE_REACH)
    if (
        not any(
            forms[j] in "،,؛:" or forms[j] == "فان" or classes[j] & WordClass.THAT for j in range(begin, stop)
        )
        and stop < limit
    ):
        return phrases.structure(begin, stop).end
    i = begin
    while i < stop:
        if i in phrases.passage.closes and phrases.passage.closes[i] < limit:
            i = phrases.passage.closes[i] + 1
            continue
        if forms[i] in "،,؛:" or forms[i] in ("فان", "فقد") or classes[i] & WordClass.THAT:
            return i
        if forms[i][0] == "ف" and phrases.lexicon.cue(forms[i]) is not None:
            return i
        i += 1
    return i


def _leading(
    phrases: Phrases,
    i: int,
    end: int,
    limit: int,
    cue: Phrase,
    subject: Phrase,
    relays: tuple[Phrase, ...],
    said: Phrase | None,
) -> Found | None:
    forms = phrases.passage.forms
    start = end
    while start < limit and (forms[start] in "،," or phrases.classes[start] & WordClass.THAT):
        start += 1
    found = with_content(phrases, start, limit, Marker("that", end, start))
    if found is None:
        return None
    content, form = found
    del i
    return Found(
        cue,
        subject,
        content,
        form,
        polarity_of(phrases, content, None),
        "according/leading",
        relays,
        said=said,
    )


def _trailing(
    phrases: Phrases,
    i: int,
    start: int,
    cue: Phrase,
    subject: Phrase,
    relays: tuple[Phrase, ...],
    said: Phrase | None,
) -> Found | None:
    passage, forms = phrases.passage, phrases.passage.forms
    end = i
    while end > start and is_mark(forms[end - 1]) and end - 1 not in passage.closes.values():
        end -= 1
    while start < end and is_mark(forms[start]) and start not in passage.closes:
        start += 1
    if end - start < 3:  # noqa: PLR2004 - two words are no clause
        return None
    form = form_of(phrases, Phrase(start, end))
    if start in passage.closes and passage.closes[start] == end - 1:
        start, end = start + 1, end - 1
    content = Phrase(start, end)
    return Found(
        cue,
        subject,
        content,
        form,
        polarity_of(phrases, content, None),
        "according/trailing",
        relays,
        said=said,
    )

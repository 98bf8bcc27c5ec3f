"""The frames "according to X, …", "…, according to X" and "as X said"."""

from dataclasses import dataclass
from typing import Final

from sulh.record.frames.extent import is_tail, names_source, read_content
from sulh.record.frames.found import Found
from sulh.record.frames.middle import Middle, parse_middle
from sulh.record.frames.relay import RELAYING
from sulh.record.frames.tone import form_of, polarity_of
from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_mark
from sulh.record.words import COMMAS, word_set

_SOURCE_REACH: Final = 16  # words of a source after "according to"
_SHORTEST_CLAUSE: Final = 3  # words
_WHAT: Final = "ما"
_LIST_MARKS: Final = COMMAS | frozenset("؛:")
_MAIN_CLAUSE: Final = word_set("فإن فقد")


@dataclass(frozen=True, slots=True)
class _Source:
    """What stands after the according-to word.

    Attributes:
        cue: the according-to word, with the verb of "according to what X said".
        end: index after the source.
    """

    cue: Phrase
    end: int
    subject: Phrase
    relays: tuple[Phrase, ...]
    said: Phrase | None


def according(phrases: Phrases, i: int, clause_start: int, covered: int) -> Found | None:
    """Read the statement whose cue is the according-to word at `i`.

    Args:
        phrases: recogniser of the passage.
        i: index of the cue.
        clause_start: index from which a clause before the cue is not yet attributed to anyone.
        covered: index up to which words are content already, so that no clause begins before it.
    """
    source = _source(phrases, i) if names_source(phrases, i) else None
    if source is None:
        return None
    first = phrases.passage.sentence_starts[i]
    if i - first <= 1 or phrases.passage.forms[i - 1] == "و":
        return _leading(phrases, source)
    return _trailing(phrases, Phrase(max(first, clause_start), i), source, covered)


def _source(phrases: Phrases, i: int) -> _Source | None:
    limit = phrases.passage.sentence_ends[i]
    cue_end, passes_on = _cue_end(phrases, i, limit)
    if cue_end is None:
        return None
    start = cue_end + (cue_end == i + 1 < limit and phrases.passage.forms[cue_end] == "ل")
    if start >= limit or phrases.classes[start] & WordClass.OWN_WORDS:
        return None
    end = _source_end(phrases, start, limit)
    relays: tuple[Phrase, ...] = ()
    origin = next((j for j in range(start, end) if phrases.passage.forms[j] == "عن"), end)
    if passes_on and origin < end:
        passing = parse_middle(phrases, start, origin)
        middle = parse_middle(phrases, origin + 1, end).or_else(Middle(said=passing.said))
        relays = (passing.subject,) if passing.subject is not None else ()
    else:
        middle = parse_middle(phrases, start, end)
    if middle.subject is None:
        return None
    return _Source(Phrase(i, cue_end), end, middle.subject, relays, middle.said)


def _cue_end(phrases: Phrases, i: int, limit: int) -> tuple[int | None, bool]:
    """Return the index after the cue and its verb, None where that is missing; and whether it passes on."""
    forms, lexicon = phrases.passage.forms, phrases.lexicon
    at = i + 1
    if at >= limit:
        return None, False
    if forms[at] == _WHAT or forms[i] in lexicon.according_what:
        at += forms[at] == _WHAT
        verb = lexicon.cue(forms[at]) if at < limit else None
    elif forms[at].startswith(_WHAT) and lexicon.cue(forms[at].removeprefix(_WHAT)) is not None:
        verb = lexicon.cue(forms[at].removeprefix(_WHAT))
    else:
        return at, False
    return (at + 1, verb.verb.lemma == RELAYING) if verb is not None else (None, False)


def _source_end(phrases: Phrases, start: int, limit: int) -> int:
    """Return the index after the source: a mark, or the word that begins the main clause, ends it."""
    closes = phrases.passage.closes
    stop = min(limit, start + _SOURCE_REACH)
    if stop < limit and not any(_ends_source(phrases, i) for i in range(start, stop)):
        return phrases.structure(start, stop).end
    i = start
    while i < stop and not _ends_source(phrases, i):
        i = closes[i] + 1 if i in closes and closes[i] < limit else i + 1
    return i


def _ends_source(phrases: Phrases, i: int) -> bool:
    form = phrases.passage.forms[i]
    return (
        form in _LIST_MARKS
        or form in _MAIN_CLAUSE
        or bool(phrases.classes[i] & WordClass.THAT)
        or (form[0] == "ف" and phrases.lexicon.cue(form) is not None)
    )


def _leading(phrases: Phrases, source: _Source) -> Found | None:
    forms, limit = phrases.passage.forms, phrases.passage.sentence_ends[source.cue.start]
    start = source.end
    while start < limit and (forms[start] in COMMAS or phrases.classes[start] & WordClass.THAT):
        start += 1
    content = read_content(phrases, start, limit, "that")
    if content is None:
        return None
    return Found(
        cue=source.cue,
        subject=source.subject,
        content=content.phrase,
        form=content.form,
        polarity=polarity_of(phrases, content.phrase, None),
        construction="according/leading",
        relays=source.relays,
        said=source.said,
    )


def _trailing(phrases: Phrases, clause: Phrase, source: _Source, covered: int) -> Found | None:
    """Attribute the clause before the cue."""
    passage = phrases.passage
    start, end = clause
    while end > start and is_mark(passage.forms[end - 1]) and end - 1 not in passage.closing:
        end -= 1
    while start < end and is_mark(passage.forms[start]) and start not in passage.closes:
        start += 1
    if end - start < _SHORTEST_CLAUSE or start < covered or is_tail(phrases, start):
        return None
    form = form_of(phrases, Phrase(start, end))
    if passage.closes.get(start) == end - 1:
        start, end = start + 1, end - 1
    content = Phrase(start, end)
    return Found(
        cue=source.cue,
        subject=source.subject,
        content=content,
        form=form,
        polarity=polarity_of(phrases, content, None),
        construction="according/trailing",
        relays=source.relays,
        said=source.said,
    )

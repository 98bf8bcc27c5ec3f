"""Read one document into attributed statements, claims of role and actors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sulh.case.dispatch import Dispatch
from sulh.case.provenance import Provenance
from sulh.case.statement import Mention, RoleClaim, Saying, SpeakerKind, Statement
from sulh.record.confidence import confidence
from sulh.record.denials import link
from sulh.record.frames.found import Found
from sulh.record.layout import Layout, lay_out
from sulh.record.lexicon import arabic
from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.reading import Document, NamedActor, Reading
from sulh.record.roles.claims import role_claims
from sulh.record.speakers.affiliation import affiliation
from sulh.record.speakers.resolver import Attribution, Resolver
from sulh.record.statements import scan
from sulh.record.words import Passage, passage
from sulh.text.dates import DateExpression, find_dates, opening_words
from sulh.text.language import UNDETERMINED, detect
from sulh.text.normal import fold
from sulh.text.span import Span

LANGUAGES: Final = ("ar",)
"""The languages that are read."""


def read_text(
    text: str, *, path: str = "-", published: date | None = None, language: str | None = None
) -> Reading:
    """Read a text that stands by itself; see `read_dispatch`.

    Args:
        text: what to read; all offsets count its code points, from 0.
        path: where it comes from; also the document's id.
        published: the day of publication.
        language: BCP 47 tag; detected where it is not given.
    """
    whole = Span(0, len(text))
    return read_dispatch(
        Dispatch(path, path, text, whole, language=language or detect(text), published=published)
    )


def read_dispatch(dispatch: Dispatch) -> Reading:
    """Read a dispatch. A function of its argument alone; it never raises.

    Weekdays and words such as "yesterday" are resolved from the day of publication. What is read is handled
    as the dispatch is. A language that is not read gives no statements and a notice.
    """
    lexicon = arabic()
    layout = lay_out(dispatch.text, dispatch.body, lexicon)
    about = Document(
        id=dispatch.id,
        path=dispatch.path,
        language=dispatch.language,
        title=layout.title.of(dispatch.text) if layout.title is not None else None,
        outlet=dispatch.outlet,
        published=dispatch.published,
        credited=layout.credited,
        body=dispatch.body,
    )
    if dispatch.language not in LANGUAGES:
        return Reading(about, notices=(_unread(dispatch.language),))
    reading = _read(dispatch.text, about, layout)
    handling = dispatch.provenance.handling
    return replace(
        reading,
        statements=tuple(
            replace(one, provenance=Provenance(handling=handling)) for one in reading.statements
        ),
        roles=tuple(
            replace(one, provenance=replace(one.provenance, handling=handling)) for one in reading.roles
        ),
    )


def _unread(language: str) -> str:
    if language == UNDETERMINED:
        return "the language could not be told, so nothing was read; name it in the front matter"
    return f"the language {language!r} is not read yet, only Arabic is; enter its statements by hand"


@dataclass(frozen=True, slots=True)
class _Attributed:
    """A statement as found, and who said it."""

    found: Found
    attribution: Attribution


def _read(text: str, about: Document, layout: Layout) -> Reading:
    lexicon = arabic()
    words = passage(text, layout.lines)
    dates = tuple(_dates(words, about))
    spans = dict(words.over(one.span) for one in dates)
    phrases = Phrases(words, lexicon, {start: end for start, end in spans.items() if start < end})
    found = tuple(_attributed(phrases, words.at(layout.title.end) if layout.title is not None else 0))
    statements = link(
        [_statement(words, dates, about.id, f"s{i}", one) for i, one in enumerate(found, start=1)],
        lexicon,
        lexicon.concepts,
    )
    contents = [one.found.content for one in found]
    roles = role_claims(phrases, list(zip(statements, contents, strict=True)))
    return Reading(about, _actors(words, found, roles), statements, roles)


def _dates(words: Passage, about: Document) -> Iterable[DateExpression]:
    """Yield the time expressions, looked for only in sentences with a word that can begin one."""
    opening, i = opening_words(), 0
    while i < len(words):
        end = words.sentence_ends[i]
        if any(form in opening or form[0].isdigit() or form[-1].isdigit() for form in words.forms[i:end]):
            sentence = words.span(i, end)
            found = find_dates(sentence.of(words.text), published=about.published, language=about.language)
            yield from (replace(one, span=one.span.shift(sentence.start)) for one in found)
        i = end


def _attributed(phrases: Phrases, title_end: int) -> Iterable[_Attributed]:
    resolver = Resolver(phrases)
    for event in scan(phrases, title_end):
        if event.found is not None:
            attribution = resolver.resolve(event.found, nested=event.nested)
            if attribution.speaker is not None and any(map(str.isalnum, attribution.speaker.name)):
                yield _Attributed(event.found, attribution)
        elif event.subject is not None:
            resolver.note(event.subject)


def _statement(
    words: Passage, dates: Sequence[DateExpression], document: str, identifier: str, one: _Attributed
) -> Statement:
    found, speaker = one.found, one.attribution.speaker
    assert speaker is not None  # noqa: S101 - `_attributed` yields no other
    content = words.span(*found.content)
    return Statement(
        id=identifier,
        document=document,
        speaker=speaker.name,
        kind=speaker.kind,
        text=content.of(words.text),
        form=found.form,
        polarity=found.polarity,
        cue=words.span(*found.cue),
        content=(content,),
        mention=_span(words, found.subject),
        role=speaker.role,
        via=one.attribution.relays,
        addressee=words.slice(*found.addressee) if found.addressee is not None else None,
        said=_saying(words, dates, found.said),
        dates=tuple(
            Mention(d.span.of(words.text), d.first, d.last) for d in dates if content.overlaps(d.span)
        ),
        confidence=confidence(found.construction),
        construction=found.construction,
    )


def _span(words: Passage, phrase: Phrase | None) -> Span | None:
    return words.span(*phrase) if phrase is not None else None


def _saying(words: Passage, dates: Sequence[DateExpression], phrase: Phrase | None) -> Saying | None:
    if phrase is None:
        return None
    span = words.span(*phrase)
    days = (one.first for one in dates if one.span.overlaps(span) and one.first == one.last)
    return Saying(span.of(words.text), next(days, None))


def _actors(
    words: Passage, found: Sequence[_Attributed], roles: Sequence[RoleClaim]
) -> tuple[NamedActor, ...]:
    """Return speakers, relays and holders of roles in the order in which they first appear."""
    kinds: dict[str, tuple[SpeakerKind, str | None]] = {}
    mentions: dict[str, list[Span]] = {}
    for one in found:
        for relay in one.attribution.relays:
            kinds.setdefault(relay, ("organisation", None))
            mentions.setdefault(relay, [])
        speaker = one.attribution.speaker
        if speaker is not None:
            kinds.setdefault(speaker.name, (speaker.kind, speaker.role))
            span = _span(words, one.found.subject)
            mentions.setdefault(speaker.name, []).extend([span] if span is not None else [])
    for role in roles:
        kinds.setdefault(
            role.actor, ("state" if fold(role.actor) in arabic().states else "organisation", None)
        )
        mentions.setdefault(role.actor, [])
    return tuple(
        NamedActor(name, kind, role, affiliation(role, arabic()), tuple(dict.fromkeys(mentions[name])))
        for name, (kind, role) in kinds.items()
    )

"""Read a document into attributed statements."""

from datetime import date

from sulh.case.statement import Mention, Saying, Statement
from sulh.record.layout import lay_out
from sulh.record.lexicon import arabic
from sulh.record.denials import link
from sulh.record.phrases import Phrase, Phrases
from sulh.record.roles import role_claims
from sulh.record.reading import Document, Reading
from sulh.record.speakers import Resolver
from sulh.record.statements import scan
from sulh.record.words import passage
from sulh.text.dates import DateExpression, find_dates
from sulh.text.language import detect
from sulh.text.span import Span


def read_text(
    text: str,
    *,
    document: str,
    path: str,
    published: date | None = None,
    language: str | None = None,
    outlet: str | None = None,
    body: Span | None = None,
) -> Reading:
    """Read `text` into statements."""
    body = body or Span(0, len(text))
    language = language or detect(body.of(text))
    lexicon = arabic()
    layout = lay_out(text, body, lexicon)
    words = passage(text, layout.lines)
    dates = [
        found
        for line in layout.lines
        for found in (
            shift(one, line.start)
            for one in find_dates(line.of(text), published=published, language=language)
        )
    ]
    spans = {start: end for start, end in (words.over(found.span) for found in dates) if start < end}
    phrases = Phrases(words, lexicon, spans)
    title_end = words.at(layout.title.end) if layout.title is not None else 0
    resolver = Resolver(phrases)
    statements: list[Statement] = []
    contents: list[Phrase] = []
    for event in scan(phrases, title_end):
        if event.found is None:
            if event.subject is not None:
                resolver.note(event.subject)
            continue
        found = event.found
        attribution = resolver.resolve(found, nested=event.nested)
        if attribution.speaker is None:
            continue
        content = words.span(*found.content)
        contents.append(found.content)
        said = None
        if found.said is not None:
            span = words.span(*found.said)
            day = next((d.first for d in dates if d.span.overlaps(span) and d.first == d.last), None)
            said = Saying(span.of(text), day)
        statements.append(
            Statement(
                id=f"s{len(statements) + 1}",
                document=document,
                speaker=attribution.speaker.name,
                kind=attribution.speaker.kind,
                text=content.of(text),
                form=found.form,
                polarity=found.polarity,
                cue=words.span(*found.cue),
                content=(content,),
                mention=words.span(*found.subject) if found.subject is not None else None,
                role=attribution.speaker.role,
                via=attribution.relays,
                addressee=words.slice(*found.addressee) if found.addressee is not None else None,
                said=said,
                dates=tuple(
                    Mention(d.span.of(text), d.first, d.last) for d in dates if content.overlaps(d.span)
                ),
                confidence=0.5,
                construction=found.construction,
            )
        )
    linked = link(statements, lexicon, lexicon.concepts)
    roles = role_claims(phrases, list(zip(linked, contents, strict=True)))
    title = layout.title.of(text) if layout.title is not None else None
    return Reading(
        Document(document, path, language, title, outlet, published, layout.credited, body), (), linked, roles
    )


def shift(found: DateExpression, by: int) -> DateExpression:
    from dataclasses import replace

    return replace(found, span=found.span.shift(by))

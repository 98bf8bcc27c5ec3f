"""The texts that the process refers to: what each says, paragraph by paragraph, and who has joined it."""

from collections import defaultdict

from sulh.brief import participants
from sulh.brief.content import Content, anchor
from sulh.brief.page import Block, Line, Paragraph, Section, Table, Text, Verbatim, fill, joined
from sulh.brief.seats import titled
from sulh.case.actor import Adherence
from sulh.case.process import Instrument


def adherences(content: Content) -> tuple[Adherence, ...]:
    """Return the words on adherence of the brief's time."""
    return tuple(word for word in content.case.adherences if content.recent(word.when))


def shown(content: Content) -> tuple[Instrument, ...]:
    """Return the instruments of the brief's time by date, and those that the page says something of."""
    named = {part.entry for part in participants.parts(content)}
    named |= {word.instrument for word in adherences(content)}
    return tuple(
        thing
        for thing in titled(content).values()
        if isinstance(thing, Instrument) and (content.recent(thing.when) or thing.id in named)
    )


def state(content: Content, word: Adherence) -> Line:
    """Return by whose word an actor stands how to an instrument."""
    return fill(
        content.words.m.gettext("{state}, by the word of {claimant}"),
        state=Text(content.words.adherence[word.state]),
        claimant=content.name(word.by, word.when),
    )


def adherence_line(content: Content, word: Adherence) -> Line:
    """Return by whose word an actor stands how to an instrument, since when, and on what that rests."""
    day = content.day_or_state(word.when, word.provenance.as_of)
    line = joined((state(content, word), day), content.words.m.gettext(", "))
    sources = content.sources(word.provenance, dated=word.when is not None)
    return (*line, Text(" · "), *sources) if sources else line


def _section(content: Content, instrument: Instrument) -> Section:
    words, m = content.words, content.words.m
    about: tuple[Line, ...] = (
        (Text(words.instruments[instrument.kind]),),
        content.day_or_state(instrument.when, instrument.provenance.as_of),
        content.sources(instrument.provenance, dated=instrument.when is not None),
    )
    blocks: list[Block] = [Paragraph(joined(tuple(part for part in about if part), " · "), quiet=True)]
    if instrument.paragraphs:
        says = tuple(
            (((Verbatim(paragraph.number),),), ((content.title(paragraph.summary),),))
            for paragraph in instrument.paragraphs
        )
        headers = (m.gettext("Paragraph"), m.gettext("What it says, in summary"))
        blocks.append(Table("paragraphs", m.gettext("What the text says"), headers, says))
    return Section(anchor("instrument", instrument.id), (content.title(instrument.title),), tuple(blocks))


def _joined(content: Content) -> Section | None:
    m = content.words.m
    headers = (m.gettext("Actor"), m.gettext("Adherence"))
    caption = m.gettext("Who has joined, by whose word")
    words: dict[str, list[Adherence]] = defaultdict(list)
    for word in adherences(content):
        words[word.instrument].append(word)
    parts = tuple(
        Section(
            anchor("adherence", instrument.id),
            (content.title(instrument.title),),
            (Table("adherence", caption, headers, tuple(_row(content, word) for word in said)),),
        )
        for instrument in shown(content)
        if (said := words[instrument.id])
    )
    return Section("adherence", (Text(caption),), (), parts) if parts else None


def _row(content: Content, word: Adherence) -> tuple[tuple[Line, ...], ...]:
    return ((content.name(word.actor, word.when),),), (adherence_line(content, word),)


def section(content: Content) -> Section | None:
    """Return the part of the page on the texts, None where the case refers to none."""
    found = [*(_section(content, instrument) for instrument in shown(content)), _joined(content)]
    parts = tuple(part for part in found if part)
    heading = (Text(content.words.m.gettext("The texts referred to")),)
    return Section("instruments", heading, (), parts) if parts else None

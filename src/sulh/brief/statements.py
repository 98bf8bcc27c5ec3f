"""What was said: every statement with its speaker, relays, day and mark, in its own words."""

from itertools import groupby

from sulh.brief.content import Content, anchor, speaker
from sulh.brief.page import Badge, Card, Line, Link, Paragraph, Section, Text, Verbatim, fill, joined
from sulh.case.statement import Statement


def card(content: Content, statement: Statement, *, first: bool = True) -> Card:
    """Return a statement as the page shows it.

    Args:
        content: what the brief is made of.
        statement: one of its statements.
        first: whether this is where the page's links to the statement lead.
    """
    number = content.numbers.get(statement.id)
    return Card(
        mark=statement.status,
        head=_head(content, statement),
        text=Verbatim(statement.text, content.language_of(statement)),
        foot=_foot(content, statement),
        number=number,
        id=anchor("said", statement.id) if first and number else None,
    )


def _head(content: Content, statement: Statement) -> Line:
    words, m = content.words, content.words.m
    language = content.language_of(statement)
    name = content.name(speaker(statement), content.dated(statement))
    parts: list[Line] = [(name,)]
    if statement.speaker_id and name.text != statement.speaker:
        parts.append(fill(m.gettext("in the text: {name}"), name=Verbatim(statement.speaker, language)))
    if statement.role:
        parts.append((Verbatim(statement.role, language),))
    if statement.addressee:
        parts.append(fill(m.gettext("to {name}"), name=Verbatim(statement.addressee, language)))
    if statement.via:
        arrow = m.pgettext("relay, outermost first", " ← ")
        relays = joined(tuple((Verbatim(relay, language),) for relay in statement.via), arrow)
        parts.append(fill(m.gettext("via {relays}"), relays=relays))
    line = joined(tuple(parts), m.gettext(", "))
    if statement.polarity == "deny":
        line = (*line, Text(" "), Badge("denial", m.gettext("denial")))
    return (*line, Text(" "), Badge(statement.status, words.statuses[statement.status]))


def _foot(content: Content, statement: Statement) -> Line:
    words, m = content.words, content.words.m
    published = content.published(statement)
    parts: list[Line] = []
    if said := content.said(statement):
        parts.append(fill(m.gettext("said {day}"), day=content.day(said)))
    elif statement.said:
        parts.append(
            fill(
                m.gettext("said “{text}”"), text=Verbatim(statement.said.text, content.language_of(statement))
            )
        )
    if published:
        parts.append(fill(m.gettext("published {day}"), day=content.day(published)))
    if not parts:
        parts.append(content.day(None))
    parts.append((Text(words.forms[statement.form]),))
    dispatch = content.case.dispatch_by_id.get(statement.document)
    if dispatch and statement.content:
        parts.append((Link(Verbatim(dispatch.id), content.href(statement), dispatch.id),))
    if sources := content.sources(statement.provenance):
        parts.append(sources)
    return joined(tuple(parts), " · ")


def section(content: Content) -> Section:
    """Return the part of the page on what was said, by speaker."""
    m = content.words.m
    parts = tuple(
        Section(
            anchor("speaker", who),
            (content.name(who),),
            tuple(card(content, statement) for statement in said),
        )
        for who, said in groupby(content.shown, speaker)
    )
    nothing = () if parts else (Paragraph((Badge("missing", m.gettext("no statement in the record")),)),)
    return Section("statements", (Text(m.gettext("What was said, by speaker")),), nothing, parts)

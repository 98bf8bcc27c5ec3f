"""Who is said to be where, from when to when, and by whose word."""

from sulh.brief.content import Content
from sulh.brief.page import Badge, Line, Section, Table, Text, Verbatim
from sulh.case.actor import Presence


def shown(content: Content) -> tuple[Presence, ...]:
    """Return the words on presence of the brief's time."""
    return tuple(
        word for word in content.case.presences if content.recent(word.validity.begins, word.validity.ends)
    )


def _row(content: Content, word: Presence) -> tuple[tuple[Line, ...], ...]:
    m = content.words.m
    begins = word.validity.begins
    period = content.words.validity(word.validity)
    time: Line = (Text(period),) if period else content.day_or_state(None, word.provenance.as_of)
    claimant: Line = (content.name(word.by, begins),)
    if word.actor == word.by:
        claimant = (*claimant, Text(" "), Badge("plain", m.gettext("its own word")))
    sources = content.sources(word.provenance, dated=bool(period))
    said = (*claimant, Text(" · "), *sources) if sources else claimant
    return ((content.name(word.actor, begins),),), ((Verbatim(word.area),),), (time,), (said,)


def section(content: Content) -> Section | None:
    """Return the part of the page on presence, None where nobody said anything of it."""
    m = content.words.m
    rows = tuple(_row(content, word) for word in shown(content))
    headers = (m.gettext("Actor"), m.gettext("Area"), m.gettext("From and until"), m.gettext("By whose word"))
    heading = m.gettext("Who is where, and by whose word")
    table = Table("presence", m.gettext("Presence in areas, by whose word"), headers, rows)
    return Section("presence", (Text(heading),), (table,)) if rows else None

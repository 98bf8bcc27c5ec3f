"""What happened, is to happen and was said, by date: one list, and a picture of it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sulh.brief import participants
from sulh.brief.content import NEVER_DATED, Content, speaker
from sulh.brief.page import (
    Badge,
    Block,
    Figure,
    Lane,
    Line,
    Mark,
    Paragraph,
    Section,
    Table,
    Text,
    Timeline,
    fill,
    joined,
)
from sulh.brief.words import Words
from sulh.case.local_text import LocalText
from sulh.case.process import Instrument, Meeting
from sulh.case.statement import RoleClaim, Statement, Within
from sulh.case.when import When

EventKind = Literal["meeting", "instrument", "role", "adherence", "statement"]
MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Event:
    """One thing with its date.

    Attributes:
        when: None where no source gives a date.
        line: the event in words, with links to what it rests on.
        label: the name of a meeting or instrument; empty for other events.
        about: ids of the meeting or instrument, or the actors that it is about.
        statements: for what was said on one day, the statements.
    """

    kind: EventKind
    when: When | None
    line: Line
    label: str = ""
    about: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


def events(content: Content) -> tuple[Event, ...]:
    """Return what the case dates, by first possible day; what bears no date comes last."""
    found = [*_things(content), *_roles(content), *_adherences(content), *_statements(content)]
    found = [event for event in found if event.kind == "statement" or content.recent(event.when)]
    return tuple(sorted(found, key=lambda event: event.when or When.on(NEVER_DATED)))


def _things(content: Content) -> list[Event]:
    m = content.words.m

    def event(kind: EventKind, thing: Meeting | Instrument, place: LocalText | None) -> Event:
        title = content.title(thing.title)
        parts: tuple[Line, ...] = ((title,), (content.title(place),) if place else ())
        parts = (*parts, content.sources(thing.provenance))
        line = joined(tuple(part for part in parts if part), m.gettext(", "))
        return Event(kind, thing.when, line, title.text, (thing.id,))

    return [
        *(event("meeting", meeting, meeting.place) for meeting in content.case.meetings),
        *(event("instrument", instrument, None) for instrument in content.case.instruments),
    ]


def _roles(content: Content) -> list[Event]:
    """The changes of roles: where a claim gives a time for them, or rests on no statement that is dated."""
    m = content.words.m
    wordings = {
        "begins": m.gettext("{actors}: {role} ({modality}) from this day, by the word of {claimant}"),
        "ends": m.gettext("{actors}: {role} ({modality}) until this day, by the word of {claimant}"),
        "named": m.gettext("{actors}: named {role} ({modality}) by {claimant}"),
        "not": m.gettext("{actors}: said by {claimant} not to be {role}"),
    }
    grouped: dict[tuple[str, When, RoleClaim], list[str]] = defaultdict(list)
    for claim in content.roles:
        alike = RoleClaim(
            "",
            claim.role,
            claim.claimed_by,
            asserted=claim.asserted,
            modality=claim.modality,
            within=claim.within,
            statement=claim.statement,
            provenance=claim.provenance,
        )
        dated = {"begins": claim.validity.begins, "ends": claim.validity.ends} if claim.asserted else {}
        if content.statement(claim.statement) is None and claim.said not in dated.values():
            dated["named" if claim.asserted else "not"] = claim.said
        for change, when in dated.items():
            if when:
                grouped[change, when, alike].append(claim.actor)
    found = []
    for (change, when, claim), actors in grouped.items():
        line = fill(
            wordings[change],
            actors=participants.names(content, actors),
            role=Text(content.words.roles[claim.role]),
            modality=Text(content.words.modalities[claim.modality]),
            claimant=content.name(claim.claimed_by),
        )
        parts: list[Line] = [line, participants.heading(content, claim.within)]
        if sources := content.sources(claim.provenance, claim.statement):
            parts.append(sources)
        found.append(Event("role", when, joined(tuple(parts), " · "), about=tuple(actors)))
    return found


def _adherences(content: Content) -> list[Event]:
    found = []
    for adherence in content.case.adherences:
        line = joined(
            (
                (content.name(adherence.actor),),
                participants.heading(content, Within("agreement", adherence.instrument)),
                participants.adherence_line(content, adherence),
            ),
            " · ",
        )
        about = (adherence.actor, adherence.instrument)
        found.append(Event("adherence", adherence.when, line, about=about))
    return found


def _statements(content: Content) -> list[Event]:
    """What was said, one event a day: who spoke, with links to the statements."""
    days: dict[When | None, list[Statement]] = defaultdict(list)
    for statement in content.shown:
        days[content.dated(statement)].append(statement)
    found = []
    for when, said in days.items():
        speakers: dict[str, list[Line]] = defaultdict(list)
        for statement in said:
            speakers[speaker(statement)].append((content.link(statement),))
        lines = tuple(
            (content.name(who), Text(" "), *joined(tuple(links), " ")) for who, links in speakers.items()
        )
        line = joined(lines, " · ")
        found.append(Event("statement", when, line, about=tuple(speakers), statements=tuple(said)))
    return found


def kinds(content: Content) -> dict[EventKind, str]:
    """Return the names of the kinds of event, in the order of the lanes."""
    m = content.words.m
    return {
        "meeting": m.gettext("Meetings"),
        "instrument": m.gettext("Instruments"),
        "role": m.gettext("Changes of role"),
        "adherence": m.gettext("Adherence"),
        "statement": m.gettext("Statements"),
    }


def ticks(words: Words, span: When) -> tuple[tuple[When, str], ...]:
    """Return days, first days of months or years of the axis with their labels, `MOST_TICKS` at most."""
    days = [span.first + timedelta(n) for n in range((span.last - span.first).days + 1)]
    if len(days) <= MOST_TICKS:
        return tuple((When.on(day), words.day(day)) for day in days)
    months = [day for day in days if day.day == 1]
    if len(months) < 2:  # noqa: PLR2004 - one label on an axis gives no scale
        step = -(-len(days) // (MOST_TICKS - 1))
        return tuple((When.on(day), words.day(day)) for day in days[::step])
    years = [day for day in months if day.month == 1]
    if len(years) > MOST_TICKS:
        years = [day for day in years if day.year % -(-len(years) // MOST_TICKS) == 0]
    if len(years) > MOST_TICKS // 2:
        return tuple((When.on(day), str(day.year)) for day in years)
    step = next(n for n in (1, 2, 3, 6, 12) if len(months) <= n * MOST_TICKS)
    return tuple((When.on(day), words.month(day)) for day in months if (day.month - 1) % step == 0)


def chart(content: Content, found: tuple[Event, ...]) -> Timeline | None:
    """Return the picture of what is dated within the period of the case, None for fewer than two dates."""
    begins, ends = content.case.period.begins, content.case.period.ends
    first = max(begins.first if begins else date.min, content.since or date.min)
    last = ends.last if ends else date.max
    inside = [
        (event, when) for event in found if (when := event.when) and when.last >= first and when.first <= last
    ]
    if len({when for _, when in inside}) < 2:  # noqa: PLR2004 - one date makes no line
        return None
    span = When(
        max(first, min(when.first for _, when in inside)), min(last, max(when.last for _, when in inside))
    )
    lanes = (Lane(label, _marks(kind, inside)) for kind, label in kinds(content).items())
    title = content.words.m.gettext("What lies when; the table below says the same in words")
    return Timeline(title, span, tuple(lane for lane in lanes if lane.marks), ticks(content.words, span))


def _marks(kind: EventKind, dated: list[tuple[Event, When]]) -> tuple[Mark, ...]:
    """Return meetings and instruments with their names, of everything else how much there is to a date."""
    mine = [(event, when) for event, when in dated if event.kind == kind]
    if kind in {"meeting", "instrument"}:
        return tuple(Mark(when, event.label) for event, when in mine)
    counts: dict[When, int] = defaultdict(int)
    for event, when in mine:
        counts[when] += max(1, len(event.statements))
    return tuple(Mark(when, count=count) for when, count in counts.items())


def section(content: Content) -> Section:
    """Return the part of the page on what happened when."""
    m = content.words.m
    found = events(content)
    labels = kinds(content)
    rows = tuple((((*content.day(e.when),),), ((Text(labels[e.kind]),),), (e.line,)) for e in found)
    headers = (m.gettext("Date"), m.gettext("What"), m.gettext("Who and how"))
    table = Table(m.gettext("What happened, is to happen, and was said, by date"), headers, rows)
    picture = chart(content, found)
    block: Block = table
    if not found:
        block = Paragraph((Badge("missing", m.gettext("nothing in the record bears a date")),))
    elif picture:
        caption = m.gettext(
            "A dot is a day, a dashed bar an imprecise date: some day within it. A number says how many "
            "changes or statements there are."
        )
        block = Figure(picture, caption, table)
    return Section("timeline", (Text(m.gettext("Timeline")),), (block,))

"""What happened, is to happen and was said, by date: one list, and a picture of it."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from sulh.brief import instruments, participants
from sulh.brief.content import NEVER_DATED, Content, anchor, speaker
from sulh.brief.page import (
    Badge,
    Block,
    Figure,
    Lane,
    Line,
    Link,
    Mark,
    Paragraph,
    Section,
    Table,
    Text,
    Timeline,
    Verbatim,
    fill,
    joined,
)
from sulh.brief.words import Words
from sulh.case.provenance import Provenance
from sulh.case.statement import RoleClaim, Statement
from sulh.case.when import ALWAYS, When

if TYPE_CHECKING:
    from sulh.case.actor import Adherence

EventKind = Literal["meeting", "instrument", "role", "adherence", "statement"]
MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or instrument, a change that is dated alike for one or more actors, or a day's statements.

    Attributes:
        when: None where no source gives a date.
        line: the event in words, with links to where the page says on what it rests.
        label: the name of a meeting or instrument; empty for other events.
        about: ids of the meeting or instrument, or the actors that it is about.
        statements: for what was said on one day, the statements.
        as_of: the date of which an event without a date is true.
        count: how many changes or statements it is.
    """

    kind: EventKind
    when: When | None
    line: Line
    label: str = ""
    about: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    as_of: When | None = None
    count: int = 1


def events(content: Content) -> tuple[Event, ...]:
    """Return what the case dates, by first possible day; what bears no date comes last."""
    found = [*_things(content), *_roles(content), *_adherences(content), *_statements(content)]
    found = [event for event in found if event.kind == "statement" or content.recent(event.when)]
    return tuple(sorted(found, key=lambda event: event.when or When.on(NEVER_DATED)))


def _things(content: Content) -> list[Event]:
    m = content.words.m
    found = []
    for meeting in content.case.meetings:
        title = content.title(meeting.title)
        line: Line = (Link(title, f"#{anchor('place', meeting.id)}"),)
        if meeting.place:
            line = (*line, Text(m.gettext(", ")), content.title(meeting.place))
        as_of = meeting.provenance.as_of
        found.append(Event("meeting", meeting.when, line, title.text, (meeting.id,), as_of=as_of))
    for instrument in content.case.instruments:
        title = content.title(instrument.title)
        line = (Link(title, f"#{anchor('instrument', instrument.id)}"),)
        as_of = instrument.provenance.as_of
        found.append(Event("instrument", instrument.when, line, title.text, (instrument.id,), as_of=as_of))
    return found


def _assumed(content: Content, provenance: Provenance) -> Line:
    return (Badge("assumed", content.words.m.gettext("assumed")),) if provenance.assumed else ()


def _linked(line: Line, identifier: str | None) -> Line:
    """Return the line with its first name or word leading to a place in the page."""
    first, *rest = line
    if identifier is None or not isinstance(first, Text | Verbatim):
        return line
    return (Link(first, f"#{identifier}"), *rest)


def _roles(content: Content) -> list[Event]:
    """The changes of roles: where a claim gives a time for them, or rests on no statement that is dated."""
    m = content.words.m
    wordings = {
        "begins": m.gettext("{actors}: {role} ({modality}) from this day, by the word of {claimant}"),
        "ends": m.gettext("{actors}: {role} ({modality}) until this day, by the word of {claimant}"),
        "named": m.gettext("{actors}: named {role} ({modality}) by {claimant}"),
        "not": m.gettext("{actors}: said by {claimant} not to be {role}"),
    }
    homes = participants.homes(content)
    grouped: dict[tuple[str, When, str | None, RoleClaim], list[RoleClaim]] = defaultdict(list)
    for claim in content.roles:
        rests_on = Provenance(assumed=claim.provenance.assumed)
        alike = replace(
            claim, actor="", by_itself=False, statement=None, said=None, validity=ALWAYS, provenance=rests_on
        )
        dated = {"begins": claim.validity.begins, "ends": claim.validity.ends} if claim.asserted else {}
        if content.statement(claim.statement) is None and claim.said not in dated.values():
            dated["named" if claim.asserted else "not"] = claim.said
        for change, when in dated.items():
            if when:
                grouped[change, when, homes.get(claim), alike].append(claim)
    found = []
    for (change, when, home, alike), claims in grouped.items():
        actors = list(dict.fromkeys(claim.actor for claim in claims))
        line = fill(
            wordings[change],
            actors=participants.names(content, actors),
            role=Text(content.words.roles[alike.role]),
            modality=Text(content.words.modalities[alike.modality]),
            claimant=content.name(alike.claimed_by, when),
        )
        said = dict.fromkeys(s for claim in claims if (s := content.statement(claim.statement)))
        parts = (
            line,
            _linked(participants.scope(content, claims[0]), home),
            joined(tuple(content.cited(statement) for statement in said), " "),
            _assumed(content, alike.provenance),
        )
        line = joined(tuple(part for part in parts if part), " · ")
        found.append(Event("role", when, line, about=tuple(actors), count=len(actors)))
    return found


def _adherences(content: Content) -> list[Event]:
    grouped: dict[Adherence, list[str]] = defaultdict(list)
    for word in content.case.adherences:
        rests_on = Provenance(as_of=word.provenance.as_of, assumed=word.provenance.assumed)
        grouped[replace(word, actor="", provenance=rests_on)].append(word.actor)
    found = []
    for alike, actors in grouped.items():
        home = anchor("adherence", alike.instrument)
        parts = (
            participants.names(content, actors),
            _linked((participants.thing(content, alike.instrument),), home),
            instruments.state(content, alike),
            _assumed(content, alike.provenance),
        )
        line = joined(tuple(part for part in parts if part), " · ")
        about = (*actors, alike.instrument)
        as_of = alike.provenance.as_of
        found.append(Event("adherence", alike.when, line, about=about, as_of=as_of, count=len(actors)))
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
            (content.name(who, when), Text(" "), *joined(tuple(links), " "))
            for who, links in speakers.items()
        )
        line = joined(lines, " · ")
        about = tuple(speakers)
        found.append(Event("statement", when, line, "", about, tuple(said), count=len(said)))
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
    lanes = (Lane(label, _marks(content.words, kind, inside)) for kind, label in kinds(content).items())
    title = content.words.m.gettext("What lies when; the table below says the same in words")
    return Timeline(title, span, tuple(lane for lane in lanes if lane.marks), ticks(content.words, span))


def _marks(words: Words, kind: EventKind, dated: list[tuple[Event, When]]) -> tuple[Mark, ...]:
    """Return meetings and instruments with their names, of everything else how much there is to a date."""
    mine = [(event, when) for event, when in dated if event.kind == kind]
    if kind in {"meeting", "instrument"}:
        takes_days = words.takes_days if kind == "meeting" else lambda _: False
        return tuple(Mark(when, event.label, whole=takes_days(when)) for event, when in mine)
    counts: dict[When, int] = defaultdict(int)
    for event, when in mine:
        counts[when] += event.count
    return tuple(Mark(when, count=count) for when, count in counts.items())


def _date(content: Content, event: Event) -> Line:
    if event.when and event.kind == "meeting":
        return content.days(event.when)
    return content.day_or_state(event.when, event.as_of)


def section(content: Content) -> Section:
    """Return the part of the page on what happened when."""
    m = content.words.m
    found = events(content)
    labels = kinds(content)
    rows = tuple(((_date(content, e),), ((Text(labels[e.kind]),),), (e.line,)) for e in found)
    headers = (m.gettext("Date"), m.gettext("What"), m.gettext("Who and how"))
    table = Table("timeline", m.gettext("What happened, is to happen, and was said, by date"), headers, rows)
    picture = chart(content, found)
    block: Block = table
    if not found:
        block = Paragraph((Badge("missing", m.gettext("nothing in the record bears a date")),))
    elif picture:
        caption = m.gettext(
            "A dot is a day, a solid bar the days of a meeting, a dashed bar an imprecise date: some day "
            "within it. A number says how many changes or statements there are."
        )
        block = Figure(picture, caption, table)
    return Section("timeline", (Text(m.gettext("Timeline")),), (block,))

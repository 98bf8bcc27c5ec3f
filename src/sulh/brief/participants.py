"""Who is at the table, and by whose word: claims of role, accepted, contested, or met with silence."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sulh.brief.content import Content, anchor, speaker
from sulh.brief.page import (
    Badge,
    Block,
    Items,
    Line,
    Link,
    Paragraph,
    Section,
    Table,
    Text,
    Verbatim,
    fill,
    joined,
)
from sulh.brief.seats import Answer, Seat, is_recent, is_unconfirmed, merged, places, titled
from sulh.case.process import Instrument, Meeting
from sulh.case.statement import RoleClaim

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading.

    Attributes:
        id: its place in the page.
        entry: id of the meeting, instrument or track of the case that it is about; None for what texts name.
    """

    id: str
    heading: Line
    entry: str | None
    seats: tuple[Seat, ...]


def parts(content: Content) -> tuple[Part, ...]:
    """Return the meetings, instruments and tracks with their seats, then what only texts name, by kind.

    Roles of actors that the case does not know, and of which only a program has read, come last, together.
    """
    words, m = content.words, content.words.m
    known = titled(content)
    listed: dict[str, tuple[Seat, ...]] = {}
    unlisted: dict[str, list[Seat]] = {kind: [] for kind in (*words.unlisted, "")}
    others: list[Seat] = []
    for place in places(content):
        recent = [seat for seat in place.seats if is_recent(content, seat)]
        unknown = (seat for seat in recent if seat.actor not in content.case.actor_by_id)
        strange = [seat for seat in unknown if is_unconfirmed(content, seat)]
        others += strange
        seats = tuple(seat for seat in recent if seat not in strange)
        if place.within and place.within.text in known:
            listed[place.within.text] = seats
        else:
            unlisted[place.within.kind if place.within else ""] += seats
    found = [
        Part(anchor("place", key), (content.title(thing.title),), key, listed.get(key, ()))
        for key, thing in known.items()
        if listed.get(key) or (isinstance(thing, Meeting) and content.recent(thing.when))
    ]
    found += [
        Part(anchor("named", kind), (Text(label),), None, merged(content, tuple(unlisted[kind])))
        for kind, label in (*words.unlisted.items(), ("", m.gettext("In what: no source says")))
        if unlisted[kind]
    ]
    if others:
        heading = (Text(m.gettext("Others that were named")),)
        found.append(Part("others", heading, None, merged(content, tuple(others))))
    return tuple(found)


def homes(content: Content) -> dict[RoleClaim, str]:
    """Return under which heading each shown claim stands, by its id."""
    return {claim: part.id for part in parts(content) for seat in part.seats for claim in seat.claims}


def thing(content: Content, identifier: str) -> Verbatim:
    """Return the name of a meeting, instrument or track of the case."""
    return content.title(titled(content)[identifier].title)


def scope(content: Content, claim: RoleClaim) -> Line:
    """Return what a role is in, in the words of the text where it is no entry of the case."""
    words, m = content.words, content.words.m
    if claim.within is None:
        return (Text(m.gettext("In what: no source says")),)
    if claim.within.text in titled(content):
        return (thing(content, claim.within.text),)
    named = Verbatim(claim.within.text, content.claimed_in(claim))
    return (Text(words.within[claim.within.kind]), Text(m.gettext(": ")), named)


def is_attendance(content: Content, seat: Seat) -> bool:
    """Tell whether a seat is about taking part in a meeting of the case."""
    within = seat.claims[0].within
    return (
        seat.role == "participant"
        and within is not None
        and isinstance(titled(content).get(within.text), Meeting)
    )


def role(content: Content, seat: Seat) -> Text:
    """Return the role of a seat in words; who takes part in a meeting attends or stays away."""
    if is_attendance(content, seat):
        return Text(content.words.attendance[bool(seat.asserted)])
    return Text(content.words.roles[seat.role])


def claim_lines(content: Content, claims: tuple[RoleClaim, ...], *, named: bool = False) -> tuple[Line, ...]:
    """Return the claims in words, each wording once.

    Args:
        content: what the brief is made of.
        claims: what to show.
        named: whether to say what a text says that the role is in.
    """
    return tuple(dict.fromkeys(claim_line(content, claim, named=named) for claim in claims))


def claim_line(content: Content, claim: RoleClaim, *, named: bool = False) -> Line:
    """Return who makes a claim, in which way, when, for what time, and on what it rests."""
    words, m = content.words, content.words.m
    claimed_on = content.claimed(claim)
    line: Line = (content.name(claim.claimed_by, claimed_on),)
    if claim.by_itself:
        line = (*line, Text(" "), Badge("plain", m.gettext("its own word")))
    line = (*line, Text(m.gettext(", ")), *content.day_or_state(claimed_on, claim.provenance.as_of))
    plain = not claim.asserted or (claim.role, claim.modality) == ("participant", "held")
    way = "" if plain else words.modalities[claim.modality]
    if claimed := f"{way} {words.validity(claim.validity)}".strip():
        line = (*line, Text(m.gettext(": ")), Text(claimed))
    if named and claim.within:
        text = Verbatim(claim.within.text, content.claimed_in(claim))
        line = (*line, Text(m.gettext(", ")), *fill(m.gettext("in “{text}”"), text=text))
    sources = content.sources(claim.provenance, claim.statement, dated=claimed_on is not None)
    return (*line, Text(" · "), *sources) if sources else line


def answer_line(content: Content, answer: Answer) -> Line:
    """Return who denies what of the statement behind a claim."""
    return (
        content.name(speaker(answer.statement)),
        Text(content.words.m.gettext(": ")),
        Text(content.words.aspects[answer.denial.aspect]),
        Text(" "),
        *content.cited(answer.statement),
    )


def _row(content: Content, seat: Seat, *, named: bool) -> tuple[tuple[Line, ...], ...]:
    m = content.words.m
    held, denied = seat.asserted, seat.denied
    if not held and is_attendance(content, seat):
        held, denied = denied, ()
    contested = (
        *claim_lines(content, denied, named=named),
        *(answer_line(content, answer) for answer in seat.answers),
    )
    nobody: tuple[Line, ...] = ((Badge("missing", m.gettext("nobody asserts it")),),)
    return (
        ((content.name(seat.actor),),),
        ((role(content, seat),),),
        claim_lines(content, held, named=named) or nobody,
        contested or ((Badge("none", m.gettext("no contrary word")),),),
        tuple((content.name(who),) for who in seat.silent)
        or ((Badge("none", m.gettext("nobody is missing")),),),
    )


def names(content: Content, actors: list[str]) -> Line:
    """Return the names of actors, each once."""
    return joined(
        tuple((content.name(actor),) for actor in dict.fromkeys(actors)), content.words.m.gettext(", ")
    )


def namings(content: Content, seats: tuple[Seat, ...]) -> tuple[Line, ...]:
    """Return who was named in a role day by day, for each role whose holders differ from day to day."""
    words, m = content.words, content.words.m
    lines: list[Line] = []
    labels = {seat.role: role(content, seat) for seat in seats if seat.asserted}
    for named_role in dict.fromkeys(seat.role for seat in seats):
        named: dict[date, list[RoleClaim]] = defaultdict(list)
        for seat in seats:
            for claim in seat.asserted:
                when = content.claimed(claim)
                if seat.role == named_role and when and when.is_day:
                    named[when.first].append(claim)
        if len({frozenset(claim.actor for claim in made) for made in named.values()}) > 1:
            lines.extend(
                fill(
                    m.gettext("{role}, {day}: {actors}, by the word of {claimant}"),
                    role=labels[named_role],
                    day=Text(words.day(day)),
                    actors=names(content, [claim.actor for claim in made]),
                    claimant=names(content, [claim.claimed_by for claim in made]),
                )
                for day, made in sorted(named.items())
            )
    return tuple(lines)


def _about(content: Content, entry: str) -> tuple[Block, ...]:
    m = content.words.m
    found = titled(content)[entry]
    if isinstance(found, Instrument):
        says = Link(Text(m.gettext("what it says")), f"#{anchor('instrument', entry)}")
        about: tuple[Line, ...] = (content.day(found.when), (says,))
        if any(word.instrument == entry and content.recent(word.when) for word in content.case.adherences):
            joins = Link(Text(m.gettext("who has joined")), f"#{anchor('adherence', entry)}")
            about = (*about, (joins,))
    elif isinstance(found, Meeting):
        place: Line = (content.title(found.place),) if found.place else ()
        about = (content.days(found.when), place, content.sources(found.provenance))
    else:
        return ()
    return (Paragraph(joined(tuple(part for part in about if part), m.gettext(", ")), quiet=True),)


def _section(content: Content, part: Part) -> Section:
    m = content.words.m
    blocks = list(_about(content, part.entry)) if part.entry else []
    headers = (
        m.gettext("Actor"),
        m.gettext("Role"),
        m.gettext("By whose word"),
        m.gettext("Contested by"),
        m.gettext("No word from"),
    )
    rows = tuple(_row(content, seat, named=part.entry is None) for seat in part.seats)
    if part.id == "others":
        caption = m.gettext("Machine-read, and no actor of the case")
        blocks.append(Table("named", caption, headers[:-1], tuple(row[:-1] for row in rows)))
    elif rows:
        blocks.append(Table("roles", m.gettext("Roles, by whose word, and who contests them"), headers, rows))
    else:
        blocks.append(Paragraph((Badge("missing", m.gettext("no word on any role")),)))
    if part.entry and (changes := namings(content, part.seats)):
        blocks += [Paragraph((Text(m.gettext("As named over time")),)), Items(changes)]
    return Section(part.id, part.heading, tuple(blocks))


def section(content: Content) -> Section:
    """Return the part of the page on who is at the table."""
    m = content.words.m
    found = tuple(_section(content, part) for part in parts(content))
    nothing = () if found else (Paragraph((Badge("missing", m.gettext("no word on any role")),)),)
    return Section("table", (Text(m.gettext("Who is at the table, and by whose word")),), nothing, found)

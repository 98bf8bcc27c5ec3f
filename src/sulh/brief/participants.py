"""Who is at the table, and by whose word: claims of role, accepted, contested, or met with silence."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sulh.brief.content import NEVER_DATED, Content, anchor, speaker
from sulh.brief.page import Badge, Block, Items, Line, Paragraph, Section, Table, Text, Verbatim, fill, joined
from sulh.case.actor import Actor, Adherence, Membership, Office
from sulh.case.process import Instrument, Meeting, Track
from sulh.case.statement import Denial, Role, RoleClaim, Statement, Within
from sulh.case.when import When


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that denies something of a statement that a claim of role rests on."""

    statement: Statement
    denial: Denial


@dataclass(frozen=True, slots=True)
class Seat:
    """One role of one actor in one place, and everything that was said about it.

    Attributes:
        asserted: claims that the actor has the role, by the time they were made.
        denied: claims that it has not.
        answers: statements that deny something of a statement behind an asserting claim.
        silent: who could be expected to have a word on it and has none: the actor itself, then the parties of
            the same place.
    """

    actor: str
    role: Role
    asserted: tuple[RoleClaim, ...]
    denied: tuple[RoleClaim, ...]
    answers: tuple[Answer, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A meeting, track or instrument of the case, or something that a text names, with its seats."""

    within: Within | None
    seats: tuple[Seat, ...]


Titled = Track | Meeting | Instrument


def titled(content: Content) -> dict[str, Titled]:
    """Return the meetings, instruments and tracks of the case by their ids, in the order of the page."""
    case = content.case
    dated: list[Meeting | Instrument] = [*case.meetings, *case.instruments]
    dated.sort(key=lambda thing: thing.when.first if thing.when else NEVER_DATED)
    return {thing.id: thing for thing in (*dated, *case.tracks)}


def claims(content: Content) -> tuple[RoleClaim, ...]:
    """Return every claim of role, the word about who takes part in a meeting among them."""
    participations = (
        RoleClaim(
            actor=part.actor,
            role="participant",
            claimed_by=part.by,
            asserted=part.attends,
            by_itself=part.actor == part.by,
            within=Within("meeting", meeting.id),
            provenance=part.provenance,
        )
        for meeting in content.case.meetings
        for part in meeting.participants
    )
    return tuple(dict.fromkeys((*content.case.roles, *content.roles, *participations)))


def places(content: Content) -> tuple[Place, ...]:
    """Return who is said to have which role, by place: meetings and instruments by date, tracks, the rest."""
    known = titled(content)
    grouped: dict[str, list[RoleClaim]] = defaultdict(list)
    names: dict[str, Within | None] = {}
    for claim in claims(content):
        key = claim.within.text if claim.within else ""
        grouped[key].append(claim)
        names.setdefault(key, claim.within)
    order = [key for key in known if key in grouped]
    order += sorted(key for key in grouped if key and key not in known)
    order += [key for key in grouped if not key]
    return tuple(Place(names[key], _seats(content, grouped[key])) for key in order)


def _seats(content: Content, claims: list[RoleClaim]) -> tuple[Seat, ...]:
    def made(claim: RoleClaim) -> tuple[date, str, str]:
        when = content.claimed(claim)
        return when.first if when else NEVER_DATED, claim.claimed_by, claim.statement or ""

    parties = tuple(dict.fromkeys(c.actor for c in claims if c.role == "party" and c.asserted))
    grouped: dict[tuple[Role, str], list[RoleClaim]] = defaultdict(list)
    for claim in sorted(claims, key=made):
        grouped[claim.role, claim.actor].append(claim)
    order = list(content.words.roles)
    ranked = sorted(grouped.items(), key=lambda item: order.index(item[0][0]))
    return tuple(_seat(content, actor, role, tuple(about), parties) for (role, actor), about in ranked)


def _seat(
    content: Content, actor: str, role: Role, about: tuple[RoleClaim, ...], parties: tuple[str, ...]
) -> Seat:
    asserted = tuple(claim for claim in about if claim.asserted)
    rests_on = {s.id for claim in asserted if (s := content.statement(claim.statement))}
    answers = tuple(
        Answer(statement, denial)
        for statement in content.statements
        for denial in statement.denies
        if (denied := content.statement(denial.statement)) and denied.id in rests_on
    )
    heard = {actor for claim in about if claim.by_itself}
    for claim in about:
        heard |= voices(content, claim.claimed_by, content.claimed(claim))
    for answer in answers:
        heard |= voices(content, speaker(answer.statement), content.dated(answer.statement))
    silent = tuple(who for who in dict.fromkeys((actor, *parties)) if who not in heard)
    return Seat(actor, role, asserted, tuple(c for c in about if not c.asserted), answers, silent)


def voices(content: Content, who: str, said: When | None) -> set[str]:
    """Return for whom someone spoke, as things may have stood then.

    Everybody speaks for oneself; a person for the actors in which one holds an office; a body (a ministry)
    for what it is part of. A member of a group or delegation does not speak for it.
    """
    heard: set[str] = set()
    due = {who}
    while due:
        heard |= due
        actors = (content.case.actor_by_id.get(name) for name in due)
        ties = [tie for actor in actors if actor for tie in _ties(actor)]
        due = {tie.of for tie in ties if said is None or tie.validity.possibly_covers(said.first)} - heard
    return heard


def _ties(actor: Actor) -> list[Office | Membership]:
    return [*actor.offices, *(actor.members_of if actor.kind == "body" else ())]


def heading(content: Content, within: Within | None) -> Line:
    """Return how the page names what a role is in."""
    if within is None:
        return (Text(content.words.m.gettext("In what: no source says")),)
    known = titled(content).get(within.text)
    if known is None:
        return (
            Text(content.words.within[within.kind]),
            Text(content.words.m.gettext(": ")),
            Verbatim(within.text),
        )
    return (content.title(known.title),)


def claim_lines(content: Content, claims: tuple[RoleClaim, ...]) -> tuple[Line, ...]:
    """Return the claims in words, each wording once."""
    return tuple(dict.fromkeys(claim_line(content, claim) for claim in claims))


def claim_line(content: Content, claim: RoleClaim) -> Line:
    """Return who makes a claim, in which way, when, for what time, and on what it rests."""
    words, m = content.words, content.words.m
    claimed_on = content.claimed(claim)
    line: Line = (content.name(claim.claimed_by, claimed_on),)
    if claim.by_itself:
        line = (*line, Text(" "), Badge("plain", m.gettext("its own word")))
    line = (*line, Text(m.gettext(", ")), *content.day(claimed_on))
    way = words.modalities[claim.modality] if claim.asserted and claim.role != "participant" else ""
    if claimed := f"{way} {words.validity(claim.validity)}".strip():
        line = (*line, Text(m.gettext(": ")), Text(claimed))
    sources = content.sources(claim.provenance, claim.statement)
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


def _row(content: Content, seat: Seat) -> tuple[tuple[Line, ...], ...]:
    m = content.words.m
    contested = (
        *claim_lines(content, seat.denied),
        *(answer_line(content, answer) for answer in seat.answers),
    )
    return (
        ((content.name(seat.actor),),),
        ((Text(content.words.roles[seat.role]),),),
        claim_lines(content, seat.asserted) or ((Badge("missing", m.gettext("nobody asserts it")),),),
        contested or ((Badge("missing", m.gettext("no contrary word")),),),
        tuple((content.name(who),) for who in seat.silent) or ((Text(m.gettext("all have spoken")),),),
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
    for role in dict.fromkeys(seat.role for seat in seats):
        named: dict[date, list[RoleClaim]] = defaultdict(list)
        for seat in seats:
            for claim in seat.asserted:
                when = content.claimed(claim)
                if seat.role == role and when and when.is_day:
                    named[when.first].append(claim)
        if len({frozenset(claim.actor for claim in made) for made in named.values()}) > 1:
            lines.extend(
                fill(
                    m.gettext("{role}, {day}: {actors}, by the word of {claimant}"),
                    role=Text(words.roles[role]),
                    day=Text(words.day(day)),
                    actors=names(content, [claim.actor for claim in made]),
                    claimant=names(content, [claim.claimed_by for claim in made]),
                )
                for day, made in sorted(named.items())
            )
    return tuple(lines)


def is_recent(content: Content, seat: Seat) -> bool:
    """Tell whether something about a seat was said, or changed, in the time of the brief."""
    said = (
        content.recent(content.claimed(c), c.validity.begins, c.validity.ends)
        for c in (*seat.asserted, *seat.denied)
    )
    answered = (
        content.recent(content.said(a.statement), content.published(a.statement)) for a in seat.answers
    )
    return any(said) or any(answered)


def _adherences(content: Content) -> dict[str, list[Adherence]]:
    found: dict[str, list[Adherence]] = defaultdict(list)
    for adherence in content.case.adherences:
        if content.recent(adherence.when):
            found[adherence.instrument].append(adherence)
    return found


def adherence_line(content: Content, adherence: Adherence) -> Line:
    """Return by whose word an actor stands how to an instrument, and since when."""
    m = content.words.m
    line = fill(
        m.gettext("{state}, by the word of {claimant}, {day}"),
        state=Text(content.words.adherence[adherence.state]),
        claimant=content.name(adherence.by),
        day=content.day(adherence.when),
    )
    sources = content.sources(adherence.provenance)
    return (*line, Text(m.gettext(", ")), *sources) if sources else line


def _about(content: Content, within: Within | None) -> tuple[Block, ...]:
    thing = titled(content).get(within.text) if within else None
    if not isinstance(thing, Meeting | Instrument):
        return ()
    parts: list[Line] = [content.day(thing.when)]
    if isinstance(thing, Meeting) and thing.place:
        parts.append((content.title(thing.place),))
    if sources := content.sources(thing.provenance):
        parts.append(sources)
    return (Paragraph(joined(tuple(parts), content.words.m.gettext(", ")), quiet=True),)


def section(content: Content) -> Section:
    """Return the part of the page on who is at the table."""
    m = content.words.m
    adherences = _adherences(content)
    found = [
        (place.within, tuple(seat for seat in place.seats if is_recent(content, seat)))
        for place in places(content)
    ]
    named = {within.text for within, seats in found if within and seats}
    found += [(Within("agreement", i), ()) for i in titled(content) if i in adherences and i not in named]
    headers = (
        m.gettext("Actor"),
        m.gettext("Role"),
        m.gettext("By whose word"),
        m.gettext("Contested by"),
        m.gettext("No word from"),
    )
    parts = []
    for within, seats in found:
        key = within.text if within else ""
        blocks = list(_about(content, within))
        if seats:
            caption = m.gettext("Roles, by whose word, and who contests them")
            blocks.append(Table(caption, headers, tuple(_row(content, seat) for seat in seats)))
        if changes := namings(content, seats):
            blocks += [Paragraph((Text(m.gettext("As named over time")),)), Items(changes)]
        if key in adherences:
            rows = tuple(
                (((content.name(a.actor),),), (adherence_line(content, a),)) for a in adherences[key]
            )
            caption = m.gettext("Who has joined, by whose word")
            blocks.append(Table(caption, (m.gettext("Actor"), m.gettext("Adherence")), rows))
        if seats or key in adherences:
            parts.append(Section(anchor("place", key), heading(content, within), tuple(blocks)))
    nothing = () if parts else (Paragraph((Badge("missing", m.gettext("no word on any role")),)),)
    return Section(
        "table", (Text(m.gettext("Who is at the table, and by whose word")),), nothing, tuple(parts)
    )

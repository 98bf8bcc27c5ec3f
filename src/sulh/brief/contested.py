"""What is contested: each claim beside its denial, with what exactly is denied."""

from dataclasses import dataclass

from sulh.brief import instruments, participants
from sulh.brief.content import Content, speaker
from sulh.brief.page import Block, Facing, Items, Line, Paragraph, Section, Text, joined
from sulh.brief.seats import Seat, is_recent, places
from sulh.brief.statements import card
from sulh.case.actor import Adherence
from sulh.case.statement import Aspect, Statement, Within


@dataclass(frozen=True, slots=True)
class Denied:
    """One statement denies something of another."""

    denial: Statement
    claim: Statement
    aspect: Aspect


@dataclass(frozen=True, slots=True)
class Disputed:
    """A role that some assert and others deny."""

    within: Within | None
    seat: Seat


@dataclass(frozen=True, slots=True)
class Unlike:
    """Adherence to an instrument: an actor is said to have joined it, and is said not to have."""

    joined: tuple[Adherence, ...]
    denied: tuple[Adherence, ...]


def denials(content: Content) -> tuple[Denied, ...]:
    """Return every denial with the statement that it answers, in the order of the page."""
    return tuple(
        Denied(statement, claim, denial.aspect)
        for statement in sorted(content.statements, key=lambda s: (content.numbers.get(s.id, 0), s.id))
        for denial in statement.denies
        if (claim := content.statement(denial.statement))
        if statement.id in content.numbers or claim.id in content.numbers
    )


def unanswering(content: Content) -> tuple[Statement, ...]:
    """Return the denials that answer no statement of the record, in the order of the page."""
    return tuple(
        statement
        for statement in content.shown
        if statement.polarity == "deny"
        and not any(content.statement(denial.statement) for denial in statement.denies)
    )


def disputed(content: Content) -> tuple[Disputed, ...]:
    """Return the roles that are asserted and denied."""
    return tuple(
        Disputed(place.within, seat)
        for place in places(content)
        for seat in place.seats
        if seat.asserted and seat.denied and is_recent(content, seat)
    )


def unlike(content: Content) -> tuple[Unlike, ...]:
    """Return the pairs of actor and instrument of which some say joined, and others not joined."""
    words: dict[tuple[str, str], list[Adherence]] = {}
    for adherence in content.case.adherences:
        words.setdefault((adherence.actor, adherence.instrument), []).append(adherence)
    pairs = (
        Unlike(
            tuple(a for a in said if a.state == "joined"),
            tuple(a for a in said if a.state == "denied"),
        )
        for said in words.values()
        if any(content.recent(a.when) for a in said)
    )
    return tuple(pair for pair in pairs if pair.joined and pair.denied)


def _facing(content: Content, title: Line, claim: tuple[Block, ...], denial: tuple[Block, ...]) -> Facing:
    m = content.words.m
    return Facing(title, m.gettext("Claim"), claim, m.gettext("Denial"), denial)


def _denied(content: Content, denied: Denied) -> Facing:
    name = content.name(speaker(denied.denial), content.dated(denied.denial))
    title = (name, Text(content.words.m.gettext(": ")), Text(content.words.aspects[denied.aspect]))
    claim, denial = (card(content, said, first=False) for said in (denied.claim, denied.denial))
    return _facing(content, title, (claim,), (denial,))


def _disputed(content: Content, dispute: Disputed) -> Facing:
    seat = dispute.seat
    title = joined(
        (
            (content.name(seat.actor),),
            (participants.role(content, seat),),
            participants.scope(content, seat.asserted[0]),
        ),
        " · ",
    )
    claim = Items(participants.claim_lines(content, seat.asserted))
    denial = Items(participants.claim_lines(content, seat.denied))
    return _facing(content, title, (claim,), (denial,))


def _unlike(content: Content, pair: Unlike) -> Facing:
    one = pair.joined[0]
    title = joined(
        (
            (content.name(one.actor),),
            (Text(content.words.m.gettext("Adherence")),),
            (participants.thing(content, one.instrument),),
        ),
        " · ",
    )
    claim = Items(tuple(instruments.adherence_line(content, a) for a in pair.joined))
    denial = Items(tuple(instruments.adherence_line(content, a) for a in pair.denied))
    return _facing(content, title, (claim,), (denial,))


def section(content: Content) -> Section:
    """Return the part of the page on what is contested."""
    m = content.words.m
    groups = (
        ("contested-statements", m.gettext("Statements"), [_denied(content, d) for d in denials(content)]),
        ("contested-roles", m.gettext("Roles"), [_disputed(content, d) for d in disputed(content)]),
        ("contested-adherence", m.gettext("Adherence"), [_unlike(content, u) for u in unlike(content)]),
    )
    parts = tuple(Section(key, (Text(title),), tuple(blocks)) for key, title, blocks in groups if blocks)
    if loose := unanswering(content):
        explained = m.gettext("Each denies something; no statement in the record says what exactly.")
        cards = tuple(card(content, statement, first=False) for statement in loose)
        heading = (Text(m.gettext("Denials of what no text here says")),)
        parts += (Section("contested-nothing", heading, (Paragraph((Text(explained),), quiet=True), *cards)),)
    nothing = () if parts else (Paragraph((Text(m.gettext("Nothing in the record is contested.")),)),)
    return Section("contested", (Text(m.gettext("What is contested")),), nothing, parts)

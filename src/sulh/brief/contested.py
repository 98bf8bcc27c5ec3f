"""What is contested: each claim beside its denial, with what exactly is denied."""

from dataclasses import dataclass

from sulh.brief import participants
from sulh.brief.content import Content, speaker
from sulh.brief.page import Badge, Block, Facing, Items, Line, Paragraph, Section, Text, fill, joined
from sulh.brief.participants import Seat
from sulh.brief.statements import card
from sulh.case.actor import Adherence
from sulh.case.statement import Aspect, Statement, Within


@dataclass(frozen=True, slots=True)
class Denied:
    """One statement denies something of another; `claim` is None where the record holds no such statement."""

    denial: Statement
    claim: Statement | None
    aspect: Aspect | None


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
    found: list[Denied] = []
    for statement in sorted(content.statements, key=lambda s: (content.numbers.get(s.id, 0), s.id)):
        answered = [
            Denied(statement, claim, denial.aspect)
            for denial in statement.denies
            if (claim := content.statement(denial.statement))
        ]
        if not answered and statement.polarity == "deny":
            answered = [Denied(statement, None, None)]
        found.extend(d for d in answered if _is_shown(content, d))
    return tuple(found)


def _is_shown(content: Content, denied: Denied) -> bool:
    return any(s is not None and s.id in content.numbers for s in (denied.denial, denied.claim))


def disputed(content: Content) -> tuple[Disputed, ...]:
    """Return the roles that are asserted and denied."""
    return tuple(
        Disputed(place.within, seat)
        for place in participants.places(content)
        for seat in place.seats
        if seat.asserted and seat.denied and participants.is_recent(content, seat)
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
    m = content.words.m
    name = content.name(speaker(denied.denial))
    if denied.claim is None or denied.aspect is None:
        missing = Badge("missing", m.gettext("no statement in the record that it answers"))
        title = fill(m.gettext("{name}: a denial"), name=name)
        claim: Block = Paragraph((missing,))
    else:
        title = (name, Text(m.gettext(": ")), Text(content.words.aspects[denied.aspect]))
        claim = card(content, denied.claim, first=False)
    return _facing(content, title, (claim,), (card(content, denied.denial, first=False),))


def _disputed(content: Content, dispute: Disputed) -> Facing:
    seat = dispute.seat
    title = joined(
        (
            (content.name(seat.actor),),
            (Text(content.words.roles[seat.role]),),
            participants.heading(content, dispute.within),
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
            participants.heading(content, Within("agreement", one.instrument)),
        ),
        " · ",
    )
    claim = Items(tuple(participants.adherence_line(content, a) for a in pair.joined))
    denial = Items(tuple(participants.adherence_line(content, a) for a in pair.denied))
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
    nothing = () if parts else (Paragraph((Text(m.gettext("Nothing in the record is contested.")),)),)
    return Section("contested", (Text(m.gettext("What is contested")),), nothing, parts)

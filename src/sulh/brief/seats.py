"""Who is said to have which role: claims put together by place, role and actor."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from sulh.brief.content import NEVER_DATED, Content, speaker
from sulh.case.actor import Actor, Membership, Office
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

    @property
    def claims(self) -> tuple[RoleClaim, ...]:
        """Everything that is claimed of the role, in either sense."""
        return (*self.asserted, *self.denied)


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


def merged(content: Content, seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """Return the seats of several places as if they were one: one seat for an actor and a role.

    Nobody is expected to have a word on more than before; an actor that has one in one of the places is not
    silent on its own role.
    """

    def silent(seat: Seat) -> tuple[str, ...]:
        alike = (other for other in seats if (other.role, other.actor) == (seat.role, seat.actor))
        expected = dict.fromkeys(who for other in alike for who in other.silent)
        return tuple(who for who in expected if who != seat.actor or who in seat.silent)

    together = _seats(content, [claim for seat in seats for claim in seat.claims])
    return tuple(replace(seat, silent=silent(seat)) for seat in together)


def is_unconfirmed(content: Content, seat: Seat) -> bool:
    """Tell whether only a program has read of a seat, in statements that nobody confirmed."""
    statements = [content.statement(claim.statement) for claim in seat.claims]
    return all(statement is not None and statement.status == "machine-read" for statement in statements)


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


def is_recent(content: Content, seat: Seat) -> bool:
    """Tell whether something about a seat was said, or changed, in the time of the brief."""
    said = (content.recent(content.claimed(c), c.validity.begins, c.validity.ends) for c in seat.claims)
    answered = (
        content.recent(content.said(a.statement), content.published(a.statement)) for a in seat.answers
    )
    return any(said) or any(answered)

"""The case as one audience may see it: without what is above it, and without what derives from that.

An entry is seen when its own mark, every source of it, and everything that it cannot do without (the actor of
a claim, the dispatch of a statement) are seen. What it can do without (a denial, an order of steps, a
membership) is taken off it. An entry that is hidden and one that is not there look the same, so a view tells
nothing of what it hides: cases that differ only above the audience have equal views (non-interference,
Goguen and Meseguer 1982).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final, Literal

from sulh.case.actor import Actor
from sulh.case.case import Case
from sulh.case.decision import Decision
from sulh.case.handling import MEDIATOR, Handling
from sulh.case.local_text import LocalText
from sulh.case.position import Position
from sulh.case.process import Instrument, Meeting, Track
from sulh.case.provenance import Provenance
from sulh.case.reference import BY_HAND, is_id, is_machine_id, split
from sulh.case.statement import RoleClaim, Statement, Within

Node = tuple[Literal["entry", "dispatch", "statement", "issue"], str]

WITHHELD: Final = Case(title=LocalText((("ar", "محجوب"), ("en", "Withheld"))))
"""The view of a case that is as a whole above the audience."""


def view(case: Case, audience: Handling) -> Case:
    """Return the case as `audience` may see it.

    Decisions are numbered anew, as gaps between lines would tell of hidden ones; the mediator sees the case
    itself.
    """
    if audience == MEDIATOR:
        return case
    sight = _Sight(case, lambda mark: mark.visible_to(audience))
    if not sight.sees(case.provenance):
        return WITHHELD
    lower = sight.case()
    rows = tuple(replace(row, line=line) for line, row in enumerate(lower.decisions, 2))
    return replace(lower, decisions=rows)


def closed(case: Case) -> Case:
    """Return the case without what refers to something that the case does not have."""
    return _Sight(case, lambda _: True).case()


def within_id(within: Within | None) -> str | None:
    """Return the id of the meeting, track or instrument that a role is in, or None where it is only named."""
    if within is None or within.kind == "channel" or not is_id(within.text):
        return None
    return within.text


class _Sight:
    """Which entries of a case are seen: the largest set whose members need only each other."""

    def __init__(self, case: Case, allows: Callable[[Handling], bool]) -> None:
        self._case = case
        self._allows = allows
        self._by_hand = {f"{statement.document}#{statement.id}" for statement in case.statements}
        needs: dict[Node, set[Node]] = {}
        refused: set[Node] = set()

        def add(node: Node, provenance: Provenance, *more: Node) -> None:
            needs.setdefault(node, set()).update(self._sources(provenance), more)
            if not allows(provenance.handling):
                refused.add(node)

        for dispatch in case.dispatches:
            add(("dispatch", dispatch.id), dispatch.provenance)
        entries: tuple[Actor | Track | Meeting | Instrument, ...]
        entries = (*case.actors, *case.tracks, *case.meetings, *case.instruments)
        for entry in entries:
            add(("entry", entry.id), entry.provenance)
        for issue in case.issues:
            add(("issue", issue.id), issue.provenance)
        for statement in case.statements:
            node: Node = ("statement", f"{statement.document}#{statement.id}")
            add(node, statement.provenance, *_needs_of(statement))
        self._seen = needs.keys() - refused
        while lost := {node for node in self._seen if not needs[node] <= self._seen}:
            self._seen -= lost

    def _sources(self, provenance: Provenance) -> Iterator[Node]:
        for source in provenance.sources:
            if source.kind == "dispatch":
                yield "dispatch", source.reference
            elif source.kind == "statement":
                yield self._statement(source.reference)

    def _statement(self, reference: str) -> Node:
        """Return what a reference to a statement needs: a machine-read one, its dispatch."""
        document, identifier = split(reference)
        if reference not in self._by_hand and is_machine_id(identifier):
            return "dispatch", document
        return "statement", reference

    def sees(self, provenance: Provenance, *needs: Node) -> bool:
        """Tell whether a value with this provenance, which cannot do without `needs`, is seen."""
        return self._allows(provenance.handling) and self._seen.issuperset(
            (*self._sources(provenance), *needs)
        )

    def _entry(self, identifier: str) -> bool:
        return ("entry", identifier) in self._seen

    def _entries(self, identifiers: Iterable[str]) -> tuple[str, ...]:
        return tuple(filter(self._entry, identifiers))

    def case(self) -> Case:
        """Return the case with what is seen of it."""
        case = self._case
        return replace(
            case,
            tracks=tuple(self._track(track) for track in case.tracks if self._entry(track.id)),
            meetings=tuple(self._meeting(meeting) for meeting in case.meetings if self._entry(meeting.id)),
            instruments=tuple(
                self._instrument(instrument) for instrument in case.instruments if self._entry(instrument.id)
            ),
            actors=tuple(self._actor(actor) for actor in case.actors if self._entry(actor.id)),
            roles=tuple(role for role in case.roles if self._role(role)),
            adherences=tuple(
                word
                for word in case.adherences
                if self.sees(word.provenance, *_nodes(word.actor, word.instrument, word.by))
            ),
            presences=tuple(
                word for word in case.presences if self.sees(word.provenance, *_nodes(word.actor, word.by))
            ),
            dispatches=tuple(
                dispatch for dispatch in case.dispatches if ("dispatch", dispatch.id) in self._seen
            ),
            statements=tuple(
                self._without_hidden_denials(statement)
                for statement in case.statements
                if ("statement", f"{statement.document}#{statement.id}") in self._seen
            ),
            decisions=tuple(row for row in case.decisions if self._decision(row)),
            issues=tuple(issue for issue in case.issues if ("issue", issue.id) in self._seen),
            positions=tuple(position for position in case.positions if self._position(position)),
        )

    def _track(self, track: Track) -> Track:
        return replace(
            track, precedes=self._entries(track.precedes), depends_on=self._entries(track.depends_on)
        )

    def _meeting(self, meeting: Meeting) -> Meeting:
        return replace(
            meeting,
            track=meeting.track if meeting.track and self._entry(meeting.track) else None,
            participants=tuple(
                word
                for word in meeting.participants
                if self.sees(word.provenance, *_nodes(word.actor, word.by))
            ),
            precedes=self._entries(meeting.precedes),
            depends_on=self._entries(meeting.depends_on),
        )

    def _instrument(self, instrument: Instrument) -> Instrument:
        return replace(instrument, depends_on=self._entries(instrument.depends_on))

    def _actor(self, actor: Actor) -> Actor:
        return replace(
            actor,
            members_of=tuple(
                member for member in actor.members_of if self.sees(member.provenance, *_nodes(member.of))
            ),
            offices=tuple(
                office for office in actor.offices if self.sees(office.provenance, *_nodes(office.of))
            ),
        )

    def _role(self, role: RoleClaim) -> bool:
        needs = _nodes(role.actor, role.claimed_by, within_id(role.within))
        return self.sees(role.provenance, *needs, *self._behind(role.statement))

    def _position(self, position: Position) -> bool:
        needs = (*_nodes(position.actor), *self._behind(position.statement))
        return self.sees(position.provenance, ("issue", position.issue), *needs)

    def _behind(self, statement: str | None) -> Iterator[Node]:
        if statement:
            yield self._statement(statement)

    def _without_hidden_denials(self, statement: Statement) -> Statement:
        kept = tuple(denial for denial in statement.denies if self._statement(denial.statement) in self._seen)
        return replace(statement, denies=kept)

    def _decision(self, row: Decision) -> bool:
        if (
            row.room == "accord"
        ):  # its document is no part of the case: the room that has it tells who sees it
            return self._allows(MEDIATOR)
        named = row.value if row.what == "speaker_id" else None
        return self.sees(row.provenance, ("dispatch", row.document), *_nodes(named or None))


def _nodes(*identifiers: str | None) -> Iterator[Node]:
    return (("entry", identifier) for identifier in identifiers if identifier is not None)


def _needs_of(statement: Statement) -> Iterator[Node]:
    if statement.document != BY_HAND:
        yield "dispatch", statement.document
    yield from _nodes(statement.speaker_id)

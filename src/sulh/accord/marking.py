"""How far a value of an agreement may travel, given the case that it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sulh.accord.counterpart import Copy, Front
from sulh.case.case import Case
from sulh.case.handling import MEDIATOR, PUBLIC, Handling, strictest
from sulh.case.provenance import Provenance
from sulh.case.reference import BY_HAND, is_id, is_machine_id, split


class Marks:
    """The handling of what a case holds, each with everything that it rests on."""

    def __init__(self, case: Case, *, whole: bool) -> None:
        """Take the case; where it could not be read as a whole, what it has not is for the mediator."""
        self._missing = PUBLIC if whole else MEDIATOR
        self._actors = {actor.id: actor.provenance for actor in case.actors}
        self._instruments = {instrument.id: instrument.provenance for instrument in case.instruments}
        self._dispatches = {dispatch.id: dispatch.provenance for dispatch in case.dispatches}
        self._statements = {f"{one.document}#{one.id}": one for one in case.statements}
        self._met: set[tuple[str, str]] = set()

    def raised(self, provenance: Provenance, *actors: str | None) -> Provenance:
        """Return `provenance` with a mark that is at least that of its sources and of `actors`."""
        return replace(provenance, handling=strictest(self._of(provenance, actors)))

    def instrument(self, identifier: str | None) -> Handling:
        """Return the mark of an instrument."""
        known = self._instruments.get(identifier or "")
        return strictest(self._of(known)) if known else PUBLIC

    def copy(self, copy: Copy) -> Copy:
        """Return `copy` with all marks of its front matter raised."""
        front = copy.front
        held = (front.holder, *front.parties, *front.guarantors, *front.drafted_by)
        return replace(
            copy, front=replace(self._front(front), provenance=self.raised(front.provenance, *held))
        )

    def _front(self, front: Front) -> Front:
        return replace(
            front,
            circulated_to=tuple(
                replace(one, provenance=self.raised(one.provenance, one.actor, one.by))
                for one in front.circulated_to
            ),
            responses=tuple(
                replace(one, provenance=self.raised(one.provenance, one.actor, one.by))
                for one in front.responses
            ),
            signatures=tuple(
                replace(one, provenance=self.raised(one.provenance, one.actor, one.by, one.person))
                for one in front.signatures
            ),
            intended_differences=tuple(
                replace(one, provenance=self.raised(one.provenance, *one.accepted_by))
                for one in front.intended_differences
            ),
            translations=tuple(
                replace(one, provenance=self.raised(one.provenance, one.by)) for one in front.translations
            ),
            accepted=tuple(
                replace(one, provenance=self.raised(one.provenance, one.by, one.actor))
                for one in front.accepted
            ),
        )

    def _of(self, provenance: Provenance, actors: Iterable[str | None] = ()) -> Iterator[Handling]:
        yield provenance.handling
        for actor in actors:
            if actor is not None:
                yield from self._entry("actor", actor)
        for source in provenance.sources:
            if source.kind == "dispatch":
                yield from self._entry("dispatch", source.reference)
            elif source.kind == "statement":
                yield from self._statement(source.reference)

    def _entry(self, kind: str, identifier: str) -> Iterator[Handling]:
        known = (self._actors if kind == "actor" else self._dispatches).get(identifier)
        if known is None:
            yield self._missing if is_id(identifier) else PUBLIC
        elif (kind, identifier) not in self._met:  # sources may go round in a circle
            self._met.add((kind, identifier))
            yield from self._of(known)
            self._met.discard((kind, identifier))

    def _statement(self, reference: str) -> Iterator[Handling]:
        document, identifier = split(reference)
        statement = self._statements.get(reference)
        if statement is None:
            yield from self._entry("dispatch", document) if is_machine_id(identifier) else (self._missing,)
        elif ("statement", reference) not in self._met:
            self._met.add(("statement", reference))
            yield from self._of(statement.provenance, [statement.speaker_id])
            if document != BY_HAND:
                yield from self._entry("dispatch", document)
            self._met.discard(("statement", reference))

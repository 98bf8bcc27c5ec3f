"""A case: everything that is known of one process, as one frozen value."""

from dataclasses import dataclass
from functools import cached_property

from sulh.case.actor import Actor, Adherence, Presence
from sulh.case.agreement import Issue
from sulh.case.decision import Decision
from sulh.case.dispatch import Dispatch
from sulh.case.local_text import LocalText
from sulh.case.position import Position
from sulh.case.process import Instrument, Meeting, Track
from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.statement import RoleClaim, Statement
from sulh.case.when import ALWAYS, Validity


@dataclass(frozen=True)
class Case:
    """What a case holds; rooms take it as their input and never change it.

    Attributes:
        period: the time that the case is about.
        languages: languages of its texts, the first one the default of its pages.
        statements: statements entered by hand.
        roles: claims of role entered by hand.
        issues: what positions are taken on; those of a negotiation stand in its own file.
    """

    title: LocalText
    period: Validity = ALWAYS
    languages: tuple[str, ...] = ("ar", "en")
    tracks: tuple[Track, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    actors: tuple[Actor, ...] = ()
    roles: tuple[RoleClaim, ...] = ()
    adherences: tuple[Adherence, ...] = ()
    presences: tuple[Presence, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    statements: tuple[Statement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    provenance: Provenance = UNSOURCED

    @cached_property
    def actor_by_id(self) -> dict[str, Actor]:
        """The actors by their ids."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def dispatch_by_id(self) -> dict[str, Dispatch]:
        """The dispatches by their ids."""
        return {dispatch.id: dispatch for dispatch in self.dispatches}

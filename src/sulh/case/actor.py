"""Actors: states, organisations, armed formations, persons, and what holds of them from when to when."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sulh.case.local_text import LocalText
from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import ALWAYS, Validity, When

ActorKind = Literal["state", "organisation", "formation", "person", "body", "outlet"]
AdherenceState = Literal["joined", "denied", "left", "suspended"]


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor in one language, with the time during which it was used."""

    text: str
    language: str
    validity: Validity = ALWAYS


@dataclass(frozen=True, slots=True)
class Membership:
    """An actor belongs to another: a state to a group of states, a faction to a delegation."""

    of: str
    validity: Validity = ALWAYS
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds in an actor, from when to when."""

    title: LocalText
    of: str
    validity: Validity = ALWAYS
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts or speaks in the process.

    Attributes:
        id: stable identifier, lower-case ASCII with hyphens.
        names: all names, the preferred ones of each language first.
    """

    id: str
    kind: ActorKind
    names: tuple[Name, ...]
    members_of: tuple[Membership, ...] = ()
    offices: tuple[Office, ...] = ()
    provenance: Provenance = UNSOURCED

    def label(self, language: str, on: date | None = None) -> str:
        """Return the first name in `language`, else the first of all; a name of the day `on` is preferred."""

        def doubts(name: Name) -> tuple[bool, bool, bool]:
            held = name.validity
            return (
                name.language != language,
                on is not None and not held.possibly_covers(on),
                on is not None and not held.certainly_covers(on),
            )

        return min(self.names, key=doubts).text


@dataclass(frozen=True, slots=True)
class Adherence:
    """Somebody's word that an actor joined, denied, left or suspended its part in an instrument."""

    actor: str
    instrument: str
    state: AdherenceState
    by: str
    when: When | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody's word that an actor was in an area."""

    actor: str
    area: str
    by: str
    validity: Validity = ALWAYS
    provenance: Provenance = UNSOURCED

"""Attributed statements: who said what, through whom, when, and what it denies; claims of role."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import ALWAYS, Validity, When
from sulh.text.span import Span

SpeakerKind = Literal["person", "organisation", "state", "document", "anonymous"]
Form = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirm", "deny"]
Aspect = Literal["fact", "knowledge", "involvement", "authorship", "endorsement"]
Status = Literal["machine-read", "confirmed", "corrected", "entered"]
Role = Literal[
    "party",
    "mediator",
    "guarantor",
    "host",
    "convener",
    "drafter",
    "consulted",
    "participant",
    "signatory",
    "observer",
    "monitor",
    "excluded",
]
Modality = Literal["held", "prospective", "conditional", "offered"]
WithinKind = Literal["meeting", "agreement", "channel", "track"]


@dataclass(frozen=True, slots=True)
class Saying:
    """The time expression of the saying itself, and the day it names where it can be resolved."""

    text: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression inside the content, with the interval it names (None: that end is open)."""

    text: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Denial:
    """What a statement denies of another statement."""

    statement: str
    aspect: Aspect


@dataclass(frozen=True, slots=True)
class Statement:
    """One stretch of content attributed to one source through one cue.

    Offsets count code points in `Dispatch.text` of the dispatch named by `document`; a statement entered by
    hand may have no offsets at all.

    Attributes:
        id: unique in its document; in a case, references are written `DOCUMENT#ID`.
        document: id of the dispatch, or `statements.toml` for what was entered by hand without one.
        speaker: the fullest name in the document, without the title.
        speaker_id: the actor of the case that the name was matched with; None where there is none.
        role: title and office as the text gives them ("نائب وزير الخارجية الروسي").
        mention: where the speaker stands beside this cue; None for an ellipsis.
        cue: the reporting word(s).
        content: the stretches of what is said, without complementiser and outer quotation marks.
        text: the stretches of `content`, joined by " … ".
        via: relays from the outermost to the innermost.
        addressee: the one spoken to.
        said: when it was said.
        confidence: the share right among statements found by the same construction; 1 if a person entered it.
        construction: the pattern that found it, or `entered`.
        status: machine-read until a person decides.
    """

    id: str
    document: str
    speaker: str
    kind: SpeakerKind
    text: str
    form: Form
    polarity: Polarity
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    mention: Span | None = None
    role: str | None = None
    speaker_id: str | None = None
    via: tuple[str, ...] = ()
    addressee: str | None = None
    said: Saying | None = None
    denies: tuple[Denial, ...] = ()
    dates: tuple[Mention, ...] = ()
    confidence: float = 1.0
    construction: str = "entered"
    status: Status = "machine-read"
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Within:
    """What a role is in: as a text names it, or the id of a meeting, track or instrument of the case."""

    kind: WithinKind
    text: str


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """Somebody's word that an actor has, will have, would have, offers or has not a role.

    Attributes:
        actor: who has the role: the name in a reading, the actor id in a case.
        asserted: False where the claim is that the actor does not have it.
        claimed_by: the one who says so, in the same form as `actor`.
        by_itself: whether the claimant and the actor are one.
        within: what the role is in; None where nothing says.
        statement: `ID` in a reading, `DOCUMENT#ID` in a case; None for a claim that rests on other sources.
        said: when the claim was made.
        validity: from when until when the role is claimed to hold.
    """

    actor: str
    role: Role
    claimed_by: str
    asserted: bool = True
    modality: Modality = "held"
    by_itself: bool = False
    within: Within | None = None
    statement: str | None = None
    said: When | None = None
    validity: Validity = ALWAYS
    provenance: Provenance = UNSOURCED

"""The process itself: tracks, meetings, and the instruments that it refers to or brings about."""

from dataclasses import dataclass
from typing import Literal

from sulh.case.local_text import LocalText
from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import ALWAYS, Validity, When

InstrumentKind = Literal["resolution", "agreement", "statement", "memorandum", "letter", "other"]


@dataclass(frozen=True, slots=True)
class Track:
    """One strand of the process: the ceasefire, the political settlement, military consultations."""

    id: str
    title: LocalText
    precedes: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    validity: Validity = ALWAYS
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody's word that an actor takes part, takes part only as observer, or stays away."""

    actor: str
    by: str
    attends: bool = True
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that took place or was announced.

    Attributes:
        place: where, as the case names it; None where no source says.
        when: the day or days; None where no source says.
        precedes: ids of tracks, meetings or instruments that it comes before.
        depends_on: ids of what has to happen first.
    """

    id: str
    title: LocalText
    place: LocalText | None = None
    when: When | None = None
    track: str | None = None
    participants: tuple[Participation, ...] = ()
    precedes: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an instrument, summarised in the case's own words."""

    number: str
    summary: LocalText


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text with a standing of its own: a resolution, an agreement, a joint statement."""

    id: str
    kind: InstrumentKind
    title: LocalText
    when: When | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    depends_on: tuple[str, ...] = ()
    provenance: Provenance = UNSOURCED

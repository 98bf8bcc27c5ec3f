"""`case.toml`: the frame of a case, its tracks, meetings and instruments."""

from typing import Final, get_args

from sulh.case.folder.entry import STEPS, Entry
from sulh.case.process import Instrument, InstrumentKind, Meeting, Paragraph, Participation, Track

_INSTRUMENT_KINDS: Final[tuple[InstrumentKind, ...]] = get_args(InstrumentKind)


def track(entry: Entry) -> Track:
    """Read `[[track]]`."""
    return Track(
        id=entry.new_id("track"),
        title=entry.title("title"),
        precedes=entry.references("precedes", *STEPS),
        depends_on=entry.references("depends_on", *STEPS),
        validity=entry.validity(),
        provenance=entry.provenance(),
    )


def meeting(entry: Entry) -> Meeting:
    """Read `[[meeting]]`."""
    return Meeting(
        id=entry.new_id("meeting"),
        title=entry.title("title"),
        place=entry.maybe_title("place"),
        when=entry.when("when"),
        track=entry.maybe_reference("track", "track", spoils=False),
        participants=entry.entries("participant", _participation),
        precedes=entry.references("precedes", *STEPS),
        depends_on=entry.references("depends_on", *STEPS),
        provenance=entry.provenance(),
    )


def _participation(entry: Entry) -> Participation:
    return Participation(
        actor=entry.reference("actor", "actor"),
        by=entry.reference("by", "actor"),
        attends=entry.flag("attends", default=True),
        provenance=entry.provenance(),
    )


def instrument(entry: Entry) -> Instrument:
    """Read `[[instrument]]`."""
    return Instrument(
        id=entry.new_id("instrument"),
        kind=entry.choice("kind", _INSTRUMENT_KINDS),
        title=entry.title("title"),
        when=entry.when("when"),
        paragraphs=entry.entries("paragraph", _paragraph),
        depends_on=entry.references("depends_on", *STEPS),
        provenance=entry.provenance(),
    )


def _paragraph(entry: Entry) -> Paragraph:
    return Paragraph(number=entry.text("number"), summary=entry.title("summary"))

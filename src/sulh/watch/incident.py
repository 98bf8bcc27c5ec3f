"""A report of a single incident by one observer."""

from dataclasses import dataclass
from datetime import datetime

from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import When
from sulh.watch.place import Place


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """What one observer reports of one incident.

    Attributes:
        id: unique in the account; `FILE:LINE` where the source has no id of its own.
        observer: who reports it.
        happened: the day, or the interval that the day lies in.
        time: the moment with its offset, where the report gives one.
        place: where it is said to have happened.
        kind: type of violation, in the words or code of the source; None where it does not say.
        alleged: who is said to have done it; None where the report does not say.
        target: against whom or what; None where it does not say.
        killed: persons said to have been killed; None where it does not say, never 0 for missing.
        injured: likewise.
        reported: when the report was made or recorded.
        text: its description, free of what identifies a person unless that was declared.
        provenance: its row or URL, its handling and note.
    """

    id: str
    observer: str
    happened: When
    place: Place
    time: datetime | None = None
    kind: str | None = None
    alleged: str | None = None
    target: str | None = None
    killed: int | None = None
    injured: int | None = None
    reported: When | None = None
    text: str = ""
    provenance: Provenance = UNSOURCED

"""The vocabulary of a peace process, as frozen typed values: the ground floor with `sulh.text`."""

from sulh.case.actor import Actor, Adherence, Membership, Name, Office, Presence
from sulh.case.agreement import Issue, Option
from sulh.case.case import Case
from sulh.case.decision import Decision
from sulh.case.dispatch import Dispatch
from sulh.case.fault import Fault
from sulh.case.handling import Handling
from sulh.case.local_text import LocalText
from sulh.case.position import Position
from sulh.case.process import Instrument, Meeting, Paragraph, Participation, Track
from sulh.case.provenance import Provenance, Source
from sulh.case.statement import Denial, RoleClaim, Statement
from sulh.case.when import Validity, When

__all__ = [
    "Actor",
    "Adherence",
    "Case",
    "Decision",
    "Denial",
    "Dispatch",
    "Fault",
    "Handling",
    "Instrument",
    "Issue",
    "LocalText",
    "Meeting",
    "Membership",
    "Name",
    "Office",
    "Option",
    "Paragraph",
    "Participation",
    "Position",
    "Presence",
    "Provenance",
    "RoleClaim",
    "Source",
    "Statement",
    "Track",
    "Validity",
    "When",
]

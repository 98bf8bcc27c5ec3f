"""A verdict: what one body, asked or not, found of the reports of another."""

from dataclasses import dataclass
from typing import Literal

from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import When

Finding = Literal[
    "confirmed",
    "not-confirmed",
    "excluded-target",
    "duplicate",
    "outside-area",
    "before-entry-into-force",
    "pending",
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge found of the cases that one observer reported.

    Attributes:
        observer: whose reports were judged.
        judge: who judged them.
        reported: when the judged reports were published.
        judged: how many cases the judge looked at.
        findings: how many of them got each finding; a finding that the judge gave no figure for is absent,
            which is not 0. They need not add up to `judged`.
        incident: id of the one report that was judged, where the verdict is on a single incident.
        given: when the verdict was given, where that is known.
        evidence: what the judge names as its ground.
        reply: what the observer answered, where it did (the right of reply).
        replied: when it answered.
        provenance: its row and URL.
    """

    observer: str
    judge: str
    reported: When
    judged: int
    findings: tuple[tuple[Finding, int], ...] = ()
    incident: str | None = None
    given: When | None = None
    evidence: str = ""
    reply: str = ""
    replied: When | None = None
    provenance: Provenance = UNSOURCED

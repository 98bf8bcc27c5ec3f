"""Positions: how an actor stands to an issue, by whose report and since when."""

from dataclasses import dataclass
from typing import Literal

from sulh.case.local_text import LocalText
from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import When

Stance = Literal["accepts", "amends", "rejects", "silent", "denied"]


@dataclass(frozen=True, slots=True)
class Position:
    """What is known of how an actor stood to an issue at one time.

    Attributes:
        stance: `silent` says that a source reports silence: where nothing is known there is no position;
            `denied` says that the actor denies knowledge, involvement or authorship of what is at issue.
        option: the option of the issue that it speaks for or against.
        proposes: what the actor asks for instead, in the case's own words.
        statement: the statement behind it, `DOCUMENT#ID`.
        said: when it was taken; None where that follows from the statement or the sources.
    """

    actor: str
    issue: str
    stance: Stance
    option: str | None = None
    proposes: LocalText | None = None
    statement: str | None = None
    said: When | None = None
    provenance: Provenance = UNSOURCED

"""What could be agreed: issues, their options, and packages of one option an issue."""

from dataclasses import dataclass

from sulh.case.local_text import LocalText
from sulh.case.provenance import UNSOURCED, Provenance


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle an issue.

    Attributes:
        clause: what an agreement says that has this option: one paragraph of plain words; None where nobody
            has drafted it. It is handled as the issue is.
    """

    id: str
    title: LocalText | None = None
    clause: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A question that an agreement settles, with the options in the order of the file."""

    id: str
    options: tuple[Option, ...]
    title: LocalText | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Choice:
    """A package, or a part of one: pairs of issue id and option id, at most one for each issue."""

    options: tuple[tuple[str, str], ...]

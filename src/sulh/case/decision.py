"""What a person decided about something that a program read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sulh.case.provenance import UNSOURCED, Provenance
from sulh.text.span import Span

Verb = Literal["confirm", "correct", "reject", "merge", "split"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of `decisions.csv`; rows are appended and never changed.

    Attributes:
        room: the room whose output it is about (`record`).
        document: the dispatch id.
        span: the stretch of the dispatch that the decision is about (the content of a statement).
        what: `statement`, or the field that is meant (`speaker`, `content`, `polarity`, …).
        value: the new value for `correct`; `start-end` of the other statement for `merge`; the new
            stretches `start-end start-end` for `split`; else empty.
        by: who decided.
        when: when, with time zone.
        why: the reason given; may be empty.
        line: the line of the file, from 1.
    """

    room: str
    document: str
    span: Span
    what: str
    verb: Verb
    value: str
    by: str
    when: datetime
    why: str
    line: int
    provenance: Provenance = UNSOURCED

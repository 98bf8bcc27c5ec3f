"""Who owes what under an agreement, and since when, until when, under whose eyes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from sulh.accord.agreement import Event, Reported
from sulh.accord.force.standing import State
from sulh.accord.moment import After, Duration, Moment
from sulh.case.local_text import LocalText
from sulh.case.statement import Status
from sulh.text.span import Span

Time = Moment | Duration | After

Due = Literal[
    "overdue", "unclear", "due", "coming", "running", "undated", "not-bound", "not-in-force", "ended"
]
DUE: Final[tuple[Due, ...]] = get_args(Due)

Lack = Literal["unreadable", "anchor", "signature", "entry-into-force", "event"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an obligation stands.

    Attributes:
        copy: name of the copy.
        span: the sentence that it was read in, or the braces that the drafter wrote it in.
        status: how far the reading of it was checked; `entered` for what the drafter wrote.
    """

    copy: str
    span: Span
    status: Status


@dataclass(frozen=True, slots=True)
class Bound:
    """A time that the text names.

    Attributes:
        words: as it is written.
        time: None where a program cannot read it.
    """

    words: str
    time: Time | None


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing that is owed under one clause. Actors are actor ids of the case, or words of the text.

    Attributes:
        id: `AGREEMENT/CLAUSE`, with `-2`, `-3`, … for more than one in a clause.
        agreement: its id.
        clause: id of the clause.
        places: where it stands; in several copies where they say the same.
        debtors: who owes it, guarantors and forces supporting a side included; none where it is not read.
        duty: what is owed, in the languages of the copies.
        beneficiaries: to whom.
        begins, until: from when until when.
        deadline: by when it is to be done.
        monitors: who watches over it.
        guarantors: who answers for it.
        exception, trigger, consequence: in the words of the text, in the languages of the copies.
        agreed: false where the clause holds words that are not agreed.
    """

    id: str
    agreement: str
    clause: str
    places: tuple[Place, ...]
    debtors: tuple[str, ...]
    duty: LocalText
    beneficiaries: tuple[str, ...] = ()
    begins: Bound | None = None
    until: Bound | None = None
    deadline: Bound | None = None
    monitors: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()
    exception: LocalText | None = None
    trigger: LocalText | None = None
    consequence: LocalText | None = None
    agreed: bool = True

    @property
    def status(self) -> Status:
        """How far the reading of it was checked in the place where it was checked best."""
        order: tuple[Status, ...] = ("entered", "corrected", "confirmed", "machine-read")
        return min((place.status for place in self.places), key=order.index)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One word for when something is due.

    Attributes:
        words: as it is written or reported.
        time: what that says; None where a program cannot read it.
        first, last: the instants between which it is; None where it cannot be resolved, `last` alone where
            what it is counted from may not have happened.
        missing: what is missing to resolve it; None where nothing is.
        anchor: what it is counted from, where that is missing.
        reported: who says so; None for the text itself.
    """

    words: str
    time: Time | None
    first: datetime | None
    last: datetime | None
    missing: Lack | None = None
    anchor: str | None = None
    reported: Reported | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """What one actor owes, as things stand at a time.

    Attributes:
        obligation: what is owed.
        debtor: None where the text names none that a program could read.
        due: `overdue` says that the deadline has passed and that no fulfilment is recorded, and nothing of a
            breach; `unclear` that a fulfilment is recorded whose time does not tell, or that is denied;
            `running` that it has begun and has no deadline; None where no time was asked for.
        deadlines: the text's, then what is reported of it: side by side where they differ.
        conflict: whether two of them differ.
        others: other figures of the clause that are reported.
        fulfilled: the words that it was fulfilled, and against.
        force: how the agreement stands for the debtor; empty where no time was asked for, or it is not bound.
        bound: false where the debtor is no party and no guarantor, and no signature or acceptance of it is
            recorded.
    """

    obligation: Obligation
    debtor: str | None
    due: Due | None
    deadlines: tuple[Deadline, ...] = ()
    conflict: bool = False
    others: tuple[Reported, ...] = ()
    fulfilled: tuple[Event, ...] = ()
    force: tuple[State, ...] = ()
    bound: bool = True

"""How an agreement stands for a party at a time: the values of the answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from sulh.accord.agreement import Event, EventKind, Trigger
from sulh.accord.moment import Moment
from sulh.case.local_text import LocalText
from sulh.case.provenance import UNSOURCED, Provenance

State = Literal["text", "signed", "conditional", "waiting", "in-force", "suspended", "terminated", "expired"]
STATES: Final[tuple[State, ...]] = get_args(State)

StepKind = EventKind | Literal["entered-into-force", "expired"]

Lack = Literal[
    "signature",
    "rule",
    "acceptance",
    "condition-met",
    "copy",
    "same-text",
    "certified-translation",
    "start",
    "event",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One event on the way to a state.

    Attributes:
        kind: what happened; `entered-into-force` and `expired` follow from the rules.
        first, last: between which instants; both None where it has no date, `last` None where it may not be.
        claim: the word for it; None where it follows from the rules.
        denied: the words against it.
        provenance: what it rests on.
    """

    kind: StepKind
    first: datetime | None
    last: datetime | None
    claim: Event | None = None
    denied: tuple[Event, ...] = ()
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Missing:
    """What has to be there before the agreement is in force.

    Attributes:
        what: a signature, an acceptance, one text, …
        who: from whom; None where it is from nobody.
        copies: the copies that are not one text.
        title: the condition in words.
        when: the time that has not come.
    """

    what: Lack
    who: str | None = None
    copies: tuple[str, ...] = ()
    title: LocalText | None = None
    when: Moment | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the agreement stands for one party.

    Attributes:
        party: None for the agreement as a whole.
        states: the one state, or all that are possible where it cannot be told.
        since: when the state began; None where that is not known, or the states are several.
        chain: the events that led there, by time, each with its source.
        missing: what has to be there before it is in force.
        unclear: claims of which cannot be told whether they were by then.
    """

    party: str | None
    states: tuple[State, ...]
    since: Moment | None = None
    chain: tuple[Step, ...] = ()
    missing: tuple[Missing, ...] = ()
    unclear: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """How an agreement stands at a time.

    Attributes:
        agreement: its id.
        as_of: the time.
        whole: how it stands as a whole: in force when it is for all.
        parties: for each who has to sign.
        triggers: what the text names as a reason to suspend or end it; by itself it does neither.
    """

    agreement: str
    as_of: datetime
    whole: Standing
    parties: tuple[Standing, ...]
    triggers: tuple[Trigger, ...] = ()

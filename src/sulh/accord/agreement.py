"""An agreement of a case: its copies, how it enters into force, and what is reported of it.

Actors are actor ids of the case, or names. Handling marks are effective: each is at least that of every
source, actor and dispatch that the value rests on, so that nothing but the mark decides who may see it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timezone
from typing import Final, Literal, TypeVar, get_args

from sulh.accord.counterpart import Copy
from sulh.accord.moment import After, Duration, Moment
from sulh.case.decision import Decision
from sulh.case.handling import MEDIATOR, Handling
from sulh.case.local_text import LocalText
from sulh.case.provenance import UNSOURCED, Provenance

T = TypeVar("T")


EventKind = Literal[
    "signed",
    "accepted",
    "condition-met",
    "occurred",
    "suspended",
    "resumed",
    "terminated",
    "extended",
    "extension-refused",
    "fulfilled",
]
EVENT_KINDS: Final[tuple[EventKind, ...]] = get_args(EventKind)

Test = Literal["same-text", "certified-translation", "acceptance"]
TESTS: Final[tuple[Test, ...]] = get_args(Test)

Effect = Literal["suspends", "terminates"]
EFFECTS: Final[tuple[Effect, ...]] = get_args(Effect)


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody's word that something happened, or that it did not.

    Attributes:
        kind: what happened; `occurred` is an event with a name of its own, its `id`.
        id: by which deadlines refer to it; None where none do.
        actor: who did it; None where nobody did, or nobody knows.
        parties: for whom it has effect; all of them where none is named.
        clause: which clause it is about: fulfilled, or the one with the trigger.
        copy: the copy that was signed or accepted, by its name; None for any.
        when: None where it is not known.
        by: by whose word; None where only the sources say it.
        asserted: false where it is said that it did not happen.
        title: what happened, in words.
        provenance: what it rests on.
    """

    kind: EventKind
    id: str | None = None
    actor: str | None = None
    parties: tuple[str, ...] = ()
    clause: str | None = None
    copy: str | None = None
    when: Moment | None = None
    by: str | None = None
    asserted: bool = True
    title: LocalText | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be so before the signature of a party binds it.

    Attributes:
        party: whom it protects.
        requires: the test: the party's copy and the other one have equal digests (`same-text`), every pair of
            their clauses is equal or has a certificate (`certified-translation`), or somebody accepts it.
        copy: the party's own copy; None for the one that it holds or signed.
        other: the copy to compare with; None for every other copy.
        accepted_by: whose acceptance is required; only with `acceptance`.
        signed_by: who has to sign the other copy.
        title: the condition in words.
    """

    party: str
    requires: Test
    copy: str | None = None
    other: str | None = None
    accepted_by: str | None = None
    signed_by: tuple[str, ...] = ()
    title: LocalText | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Extension:
    """How the time of an agreement is extended.

    Attributes:
        length: by how much each time.
        automatic: without anybody's doing, unless one of `unless` happens before the end; else by an event
            `extended`.
        unless: the kind of event that prevents it.
    """

    length: Duration
    automatic: bool = False
    unless: EventKind = "extension-refused"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What the text names as a reason to suspend or end the agreement; by itself it does neither.

    Attributes:
        effect: what it entitles to.
        title: the trigger in words.
        clause: where the text names it.
        parties: who may invoke it; everybody where none is named.
    """

    effect: Effect
    title: LocalText
    clause: str | None = None
    parties: tuple[str, ...] = ()
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """When the agreement binds, and until when.

    Attributes:
        signed_by: who has to sign; None where that is not written, and then the parties of the copies.
        starts: not before; None for as soon as all has been done.
        ends: None for open-ended.
        extension: None where the time cannot be extended.
        conditions: what single parties have made their signature depend on.
        triggers: what may suspend or end it.
    """

    signed_by: tuple[str, ...] = ()
    starts: Moment | After | None = None
    ends: Moment | After | None = None
    extension: Extension | None = None
    conditions: tuple[Condition, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Reported:
    """What a source says of a figure of a clause.

    Attributes:
        clause: id of the clause.
        what: `deadline`, or the name of another figure.
        value: as it is reported.
        time: the value where it is a date, a length of time or one after an anchor; else None.
        by: by whose word; None where only the sources say it.
        provenance: what it rests on.
    """

    clause: str
    what: str
    value: str
    time: Moment | Duration | After | None = None
    by: str | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement with everything that is recorded of it.

    Attributes:
        id: the name of its folder.
        copies: by file name; `Copy.name` is the path in the case folder.
        instrument: the instrument of the case that it is.
        title: None where neither it nor its instrument has one.
        zone: in which its days are counted; None for anywhere on earth.
        entry: how it enters into force; None where nothing is written of that.
        events: in the order of the file.
        reported: likewise.
        decisions: what persons decided of what was read in the copies.
        provenance: handling and sources of the agreement itself.
    """

    id: str
    copies: tuple[Copy, ...] = ()
    instrument: str | None = None
    title: LocalText | None = None
    zone: timezone | None = None
    entry: EntryIntoForce | None = None
    events: tuple[Event, ...] = ()
    reported: tuple[Reported, ...] = ()
    decisions: tuple[Decision, ...] = ()
    provenance: Provenance = field(default=UNSOURCED)

    def copy_by_name(self, name: str) -> Copy | None:
        """Return the copy with this name, or the last part of it; None where there is none."""
        return next((copy for copy in self.copies if name in {copy.name, short(copy.name)}), None)


def short(name: str) -> str:
    """Return the last part of the name of a copy, by which entries of its agreement may name it."""
    return name.rpartition("/")[2]


def visible(agreement: Agreement, audience: Handling) -> Agreement | None:
    """Return the agreement as `audience` may see it; None where nothing of it may be seen.

    What refers to a clause or copy is left out with the last copy that shows it. Front matter is blanked in
    the text of a copy, so that offsets still count in the file.
    """
    if audience == MEDIATOR:
        return agreement
    if not agreement.provenance.handling.visible_to(audience):
        return None

    def seen(provenance: Provenance) -> bool:
        return provenance.handling.visible_to(audience)

    copies = tuple(_copy(copy, seen) for copy in agreement.copies if seen(copy.front.provenance))
    clauses = {clause.id for copy in copies for clause in copy.walk()}
    names = {name for copy in copies for name in (copy.name, short(copy.name))}

    def shown(value: Event | Reported | Trigger | Condition) -> bool:
        about = getattr(value, "clause", None)
        named = {getattr(value, key, None) for key in ("copy", "other")} - {None}
        return seen(value.provenance) and about in {None, *clauses} and named <= names

    entry = agreement.entry if agreement.entry and seen(agreement.entry.provenance) else None
    if entry:
        entry = replace(
            entry, conditions=_only(entry.conditions, shown), triggers=_only(entry.triggers, shown)
        )
    return replace(
        agreement,
        copies=copies,
        entry=entry,
        events=_only(agreement.events, shown),
        reported=_only(agreement.reported, shown),
        decisions=_only(agreement.decisions, lambda row: seen(row.provenance) and row.document in names),
    )


def _only(values: tuple[T, ...], holds: Callable[[T], bool]) -> tuple[T, ...]:
    return tuple(value for value in values if holds(value))


def _copy(copy: Copy, seen: Callable[[Provenance], bool]) -> Copy:
    front = copy.front
    return replace(
        copy,
        text=" " * copy.body.start + copy.text[copy.body.start :],
        front=replace(
            front,
            circulated_to=_only(front.circulated_to, lambda one: seen(one.provenance)),
            responses=_only(front.responses, lambda one: seen(one.provenance)),
            signatures=_only(front.signatures, lambda one: seen(one.provenance)),
            intended_differences=_only(front.intended_differences, lambda one: seen(one.provenance)),
            translations=_only(front.translations, lambda one: seen(one.provenance)),
            accepted=_only(front.accepted, lambda one: seen(one.provenance)),
        ),
    )

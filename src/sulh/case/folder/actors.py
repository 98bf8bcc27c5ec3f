"""`actors.toml`: actors, claims of role, adherence to instruments, presence in areas."""

from typing import Final, get_args

from sulh.case.actor import Actor, ActorKind, Adherence, AdherenceState, Membership, Name, Office, Presence
from sulh.case.folder.entry import STEPS, Entry, Kind
from sulh.case.reference import is_id
from sulh.case.statement import Modality, Role, RoleClaim, Within, WithinKind

_ACTOR_KINDS: Final[tuple[ActorKind, ...]] = get_args(ActorKind)
_STATES: Final[tuple[AdherenceState, ...]] = get_args(AdherenceState)
_ROLES: Final[tuple[Role, ...]] = get_args(Role)
_MODALITIES: Final[tuple[Modality, ...]] = get_args(Modality)
_WITHIN_KINDS: Final[tuple[WithinKind, ...]] = get_args(WithinKind)


def actor(entry: Entry) -> Actor:
    """Read `[[actor]]`."""
    entry.require("names")
    names = entry.parts("names", _names)
    if not names and not entry.spoiled:
        entry.fault('the actor has no name; give at least one, such as names = [{en = "…"}]', "names")
    return Actor(
        id=entry.new_id("actor"),
        kind=entry.choice("kind", _ACTOR_KINDS),
        names=tuple(name for group in names for name in group),
        members_of=entry.entries("member_of", _membership),
        offices=entry.entries("office", _office),
        provenance=entry.provenance(),
    )


def _names(entry: Entry) -> tuple[Name, ...]:
    validity = entry.validity()
    names = tuple(Name(text, language, validity) for language, text in entry.by_language())
    if not names:
        entry.fault('the name is missing; write it by language, such as {en = "…"}')
    return names


def _membership(entry: Entry) -> Membership:
    return Membership(
        of=entry.reference("of", "actor"), validity=entry.validity(), provenance=entry.provenance()
    )


def _office(entry: Entry) -> Office:
    return Office(
        title=entry.title("title"),
        of=entry.reference("of", "actor"),
        validity=entry.validity(),
        provenance=entry.provenance(),
    )


def role(entry: Entry) -> RoleClaim:
    """Read `[[role]]`."""
    actor = entry.reference("actor", "actor")
    claimant = entry.reference("claimed_by", "actor")
    return RoleClaim(
        actor=actor,
        role=entry.choice("role", _ROLES),
        claimed_by=claimant,
        asserted=entry.flag("asserted", default=True),
        modality=entry.choice("modality", _MODALITIES, "held"),
        by_itself=actor == claimant,
        within=_within(entry),
        statement=entry.maybe_statement("statement"),
        said=entry.when("said"),
        validity=entry.validity(),
        provenance=entry.provenance(),
    )


def _within(entry: Entry) -> Within | None:
    if entry.holds_table("in"):
        return entry.part("in", _named)
    word = entry.maybe_reference("in", *STEPS)
    for kind, within in WITHIN_OF.items():
        if word in entry.context.ids.get(kind, ()):
            return Within(within, word or "")
    if word:
        entry.spoil()
    return None


WITHIN_OF: Final[dict[Kind, WithinKind]] = {
    "meeting": "meeting",
    "track": "track",
    "instrument": "agreement",
}
"""What a role is in, by the kind of entry that `in` names."""


def _named(entry: Entry) -> Within:
    kind = entry.choice("kind", _WITHIN_KINDS)
    text = entry.text("text")
    if kind != "channel" and is_id(text):
        entry.fault(f"{text!r} looks like an id; write in = {text!r}, or the name as a text has it", "text")
    return Within(kind, text)


def adherence(entry: Entry) -> Adherence:
    """Read `[[adherence]]`."""
    return Adherence(
        actor=entry.reference("actor", "actor"),
        instrument=entry.reference("instrument", "instrument"),
        state=entry.choice("state", _STATES),
        by=entry.reference("by", "actor"),
        when=entry.when("when"),
        provenance=entry.provenance(),
    )


def presence(entry: Entry) -> Presence:
    """Read `[[presence]]`."""
    return Presence(
        actor=entry.reference("actor", "actor"),
        area=entry.text("area"),
        by=entry.reference("by", "actor"),
        validity=entry.validity(),
        provenance=entry.provenance(),
    )

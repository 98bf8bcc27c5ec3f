"""What is said to have happened by a time, and who says that it did not."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sulh.accord.agreement import Agreement, Event, EventKind, short
from sulh.accord.counterpart import Copy, Signature
from sulh.accord.force.fact import EVER, NEVER, Fact
from sulh.accord.moment import Moment


def recorded(agreement: Agreement, as_of: datetime) -> tuple[Event, ...]:
    """Return what may have happened by `as_of`, by time; the signatures in the front matter are among it.

    What has no date comes first.
    """
    signatures = [_signed(agreement, copy, one) for copy in agreement.copies for one in copy.front.signatures]
    possible = (one for one in (*signatures, *agreement.events) if begins(one) <= as_of)
    return tuple(
        sorted(possible, key=lambda one: (begins(one), (one.when is not None and one.when.last) or EVER))
    )


def is_later(agreement: Agreement, as_of: datetime) -> bool:
    """Tell whether every date of an agreement, its copies and events, is after `as_of`; not without dates."""
    dates = [Moment.on(copy.front.date, agreement.zone).first for copy in agreement.copies if copy.front.date]
    dates += [
        Moment.on(one.when, agreement.zone).first
        for copy in agreement.copies
        for one in copy.front.signatures
        if one.when
    ]
    dates += [one.when.first for one in agreement.events if one.when]
    return bool(dates) and min(dates) > as_of


def begins(claim: Event) -> datetime:
    """Return the earliest time at which what is claimed may have been."""
    return claim.when.first if claim.when else EVER


def _signed(agreement: Agreement, copy: Copy, signature: Signature) -> Event:
    return Event(
        kind="signed",
        actor=signature.actor,
        copy=short(copy.name),
        when=Moment.on(signature.when, agreement.zone) if signature.when else None,
        by=signature.by,
        asserted=signature.asserted,
        title=signature.condition,
        provenance=signature.provenance,
    )


def concerns(claim: Event, party: str | None) -> bool:
    """Tell whether a claim has effect for a party; for the agreement as a whole (None), if it has for all."""
    return not claim.parties or party in claim.parties


def contradicts(denial: Event, claim: Event) -> bool:
    """Tell whether `denial` says that what `claim` says did not happen."""
    return (
        not denial.asserted
        and claim.asserted
        and (denial.kind, denial.actor or claim.actor) == (claim.kind, claim.actor)
        and denial.id in {None, claim.id}
        and denial.clause in {None, claim.clause}
        and denial.copy in {None, claim.copy}
        and set(denial.parties) <= set(claim.parties or denial.parties)
        and (denial.when is None or claim.when is None or _overlap(denial.when, claim.when))
    )


def _overlap(one: Moment, other: Moment) -> bool:
    return max(one.first, other.first) <= min(one.last, other.last)


def denials(claim: Event, claims: Iterable[Event]) -> tuple[Event, ...]:
    """Return the claims that deny `claim`."""
    return tuple(other for other in claims if contradicts(other, claim))


def happened(claim: Event, claims: Iterable[Event]) -> Fact:
    """Return when what one claim says happened: certain only with a date, and where nobody denies it."""
    disputed = any(contradicts(other, claim) for other in claims)
    return Fact(begins(claim), None if disputed or claim.when is None else claim.when.last)


def one_of(claims: Sequence[Event], among: Sequence[Event]) -> Fact:
    """Return when the one thing happened of which all these claims speak.

    Where they give different times, it is between the first and the last of them.
    """
    said = [happened(claim, among) for claim in claims if claim.asserted]
    firsts = [fact.first for fact in said if fact.first]
    lasts = [fact.last for fact in said if fact.last]
    if not firsts:
        return NEVER
    return Fact(min(firsts), max(lasts) if len(lasts) == len(said) else None)


def of_kind(claims: Iterable[Event], kind: EventKind, actor: str | None = None) -> tuple[Event, ...]:
    """Return the claims of one kind, by one actor where one is given."""
    return tuple(one for one in claims if one.kind == kind and actor in {None, one.actor})

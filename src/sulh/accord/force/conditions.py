"""Whether what a party made its signature depend on is met, each by the test that the agreement names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sulh.accord.agreement import Agreement, Condition, Event, short
from sulh.accord.copies.canonical import copy_digest
from sulh.accord.copies.compare import compare
from sulh.accord.counterpart import Copy
from sulh.accord.force.claims import of_kind, one_of
from sulh.accord.force.fact import ALWAYS, NEVER, Fact, both
from sulh.accord.force.standing import Missing
from sulh.accord.moment import Moment


@dataclass(frozen=True, slots=True)
class Tested:
    """A condition and how far it is met.

    Attributes:
        party: whom it protects.
        met: when it was.
        open: what is missing, for as long as it is not met.
        claims: what was said of it.
    """

    party: str
    met: Fact
    open: Missing
    claims: tuple[Event, ...] = ()


def tests(
    agreement: Agreement, claims: Sequence[Event], signatories: Sequence[str], as_of: datetime
) -> list[Tested]:
    """Return every condition, those in the agreement's rules first, then those beside signatures."""
    rules = agreement.entry.conditions if agreement.entry else ()
    found = [_test(agreement, one, claims, signatories, as_of) for one in rules]
    parties = {one.party for one in rules}
    spoken = {
        (one.actor, one.title): one
        for one in of_kind(claims, "signed")
        if one.actor and one.title and one.asserted and one.actor not in parties
    }
    for one in spoken.values():
        met = of_kind(claims, "condition-met", one.actor)
        lack = Missing("condition-met", one.actor, title=one.title)
        found.append(Tested(one.actor or "", one_of(met, claims), lack, met))
    return found


def _test(
    agreement: Agreement,
    rule: Condition,
    claims: Sequence[Event],
    signatories: Sequence[str],
    as_of: datetime,
) -> Tested:
    if rule.requires == "acceptance":
        accepted = tuple(
            one
            for one in of_kind(claims, "accepted", rule.accepted_by)
            if not one.parties or rule.party in one.parties
        )
        lack = Missing("acceptance", rule.accepted_by, title=rule.title)
        return Tested(rule.party, one_of(accepted, claims), lack, accepted)
    mine, others = _pair(agreement, rule, claims)
    if mine is None or not others:
        return Tested(rule.party, NEVER, Missing("copy", rule.party, title=rule.title))
    names = tuple(short(copy.name) for copy in (mine, *others))
    lack = Missing(rule.requires, copies=names, title=rule.title)
    proved = both(_proved(agreement, rule, mine, other, as_of) for other in others)
    signers = rule.signed_by or tuple(one for one in signatories if one != rule.party)
    signed = {
        who: tuple(one for one in of_kind(claims, "signed", who) if one.copy in {None, *map(_short, others)})
        for who in signers
    }
    if proved.by(as_of) is not False:
        unsigned = [who for who, words in signed.items() if one_of(words, claims).by(as_of) is not True]
        lack = Missing("signature", unsigned[0], names[1:], rule.title) if unsigned else lack
    met = both((proved, *(one_of(words, claims) for words in signed.values())))
    return Tested(rule.party, met, lack, tuple(one for words in signed.values() for one in words))


def _short(copy: Copy) -> str:
    return short(copy.name)


def _pair(agreement: Agreement, rule: Condition, claims: Sequence[Event]) -> tuple[Copy | None, list[Copy]]:
    """Return the party's own copy and those to compare it with."""
    signed = {one.copy for one in of_kind(claims, "signed", rule.party) if one.asserted}
    candidates = (
        [copy for copy in agreement.copies if rule.copy in {copy.name, short(copy.name)}]
        if rule.copy
        else [copy for copy in agreement.copies if copy.front.holder == rule.party]
        or [copy for copy in agreement.copies if short(copy.name) in signed]
    )
    mine = candidates[0] if len(candidates) == 1 else None
    others = [
        copy
        for copy in agreement.copies
        if copy is not mine and rule.other in {None, copy.name, short(copy.name)}
    ]
    return mine, others


def _proved(agreement: Agreement, rule: Condition, mine: Copy, other: Copy, as_of: datetime) -> Fact:
    """Return since when two copies are one text by the test of the rule; texts have no date."""
    if copy_digest(mine) == copy_digest(other):
        return ALWAYS
    if rule.requires == "same-text":
        return NEVER
    known = [_certified(agreement, copy, as_of) for copy in (mine, other)]
    if compare(known).status != "same":
        return NEVER
    return both(Fact(when.first, when.last) for copy in known for when in _dates(agreement, copy))


def _certified(agreement: Agreement, copy: Copy, as_of: datetime) -> Copy:
    """Return the copy without certificates that were certainly given later."""
    kept = tuple(
        one
        for one in copy.front.translations
        if one.when is None or Moment.on(one.when, agreement.zone).first <= as_of
    )
    return replace(copy, front=replace(copy.front, translations=kept))


def _dates(agreement: Agreement, copy: Copy) -> Iterator[Moment]:
    for one in copy.front.translations:
        if one.when:
            yield Moment.on(one.when, agreement.zone)

"""How agreements stand and what is owed under them, as plain data."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sulh.accord.agreement import Agreement, Event, Trigger, short
from sulh.accord.force.claims import is_later
from sulh.accord.force.standing import Missing, Standing, Status, Step
from sulh.accord.moment import Moment
from sulh.accord.obligations.obligation import Bound, Deadline, Obligation, Owed
from sulh.brief.as_json import local, provenance
from sulh.brief.content import Content
from sulh.case.local_text import LocalText

Plain = dict[str, Any]


def status_data(content: Content, found: Sequence[tuple[Agreement, Status]], as_of: datetime) -> Plain:
    """Return how the agreements stand, for programs; times are RFC 3339."""
    agreements = [
        {**_status(agreement, one), "later": is_later(agreement, as_of)} for agreement, one in found
    ]
    return {**_head(content, as_of), "agreements": agreements}


def obligations_data(
    content: Content, found: Sequence[tuple[Agreement, Owed]], as_of: datetime | None, window: int
) -> Plain:
    """Return what is owed, one entry for each obligation of each debtor."""
    return {
        **_head(content, as_of),
        "window_days": window,
        "obligations": [_owed(owed) for _, owed in found],
    }


def _head(content: Content, as_of: datetime | None) -> Plain:
    return {
        "audience": str(content.audience),
        "title": local(content.case.title),
        "language": content.language,
        "as_of": _time(as_of),
    }


def _status(agreement: Agreement, status: Status) -> Plain:
    return {
        "id": agreement.id,
        "title": _local(agreement.title),
        "instrument": agreement.instrument,
        "copies": [copy.name for copy in agreement.copies],
        "whole": _standing(status.whole),
        "parties": [_standing(standing) for standing in status.parties],
        "triggers": [_trigger(trigger) for trigger in status.triggers],
        **provenance(agreement.provenance),
    }


def _standing(standing: Standing) -> Plain:
    return {
        "party": standing.party,
        "states": list(standing.states),
        "since": _moment(standing.since),
        "chain": [_step(step) for step in standing.chain],
        "missing": [_missing(missing) for missing in standing.missing],
        "unclear": [_claim(claim) for claim in standing.unclear],
    }


def _step(step: Step) -> Plain:
    return {
        "kind": step.kind,
        "first": _time(step.first),
        "last": _time(step.last),
        "claim": _claim(step.claim) if step.claim else None,
        "denied": [_claim(denial) for denial in step.denied],
        **provenance(step.provenance),
    }


def _claim(claim: Event) -> Plain:
    return {
        "kind": claim.kind,
        "id": claim.id,
        "actor": claim.actor,
        "for": list(claim.parties),
        "clause": claim.clause,
        "copy": short(claim.copy) if claim.copy else None,
        "when": _moment(claim.when),
        "by": claim.by,
        "asserted": claim.asserted,
        "title": _local(claim.title),
        **provenance(claim.provenance),
    }


def _missing(missing: Missing) -> Plain:
    return {
        "what": missing.what,
        "who": missing.who,
        "copies": list(missing.copies),
        "title": _local(missing.title),
        "when": _moment(missing.when),
    }


def _trigger(trigger: Trigger) -> Plain:
    return {
        "effect": trigger.effect,
        "title": local(trigger.title),
        "clause": trigger.clause,
        "for": list(trigger.parties),
        **provenance(trigger.provenance),
    }


def _owed(owed: Owed) -> Plain:
    return {
        **_obligation(owed.obligation),
        "debtor": owed.debtor,
        "due": owed.due,
        "force": list(owed.force),
        "bound": owed.bound,
        "deadlines": [_deadline(deadline) for deadline in owed.deadlines],
        "conflict": owed.conflict,
        "reported": [
            {"what": one.what, "value": one.value, "by": one.by, **provenance(one.provenance)}
            for one in owed.others
        ],
        "fulfilled": [_claim(claim) for claim in owed.fulfilled],
    }


def _obligation(one: Obligation) -> Plain:
    return {
        "id": one.id,
        "agreement": one.agreement,
        "clause": one.clause,
        "status": one.status,
        "places": [
            {"copy": place.copy, "start": place.span.start, "end": place.span.end, "status": place.status}
            for place in one.places
        ],
        "debtors": list(one.debtors),
        "duty": local(one.duty),
        "to": list(one.beneficiaries),
        "from": _bound(one.begins),
        "until": _bound(one.until),
        "within": _bound(one.deadline),
        "monitor": list(one.monitors),
        "guarantor": list(one.guarantors),
        "exception": _local(one.exception),
        "trigger": _local(one.trigger),
        "consequence": _local(one.consequence),
        "agreed": one.agreed,
    }


def _deadline(deadline: Deadline) -> Plain:
    report = deadline.reported
    return {
        "words": deadline.words,
        "first": _time(deadline.first),
        "last": _time(deadline.last),
        "missing": deadline.missing,
        "anchor": deadline.anchor,
        "reported": {"by": report.by, **provenance(report.provenance)} if report else None,
    }


def _bound(bound: Bound | None) -> str | None:
    return bound.words if bound else None


def _moment(moment: Moment | None) -> Plain | None:
    return {"first": _time(moment.first), "last": _time(moment.last)} if moment else None


def _time(time: datetime | None) -> str | None:
    return time.isoformat() if time else None


def _local(text: LocalText | None) -> dict[str, str] | None:
    return local(text) if text else None

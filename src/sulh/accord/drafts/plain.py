"""What moved between two drafts, as data for other programs."""

from typing import Any

from sulh.accord.clause import Bracket, Wording
from sulh.accord.counterpart import Copy
from sulh.accord.drafts.brackets import BracketChange
from sulh.accord.drafts.changes import Changes, ClauseChange


def data(found: Changes) -> dict[str, Any]:
    """Return the changes as JSON has them."""
    return {
        "audience": str(found.audience),
        "drafts": [_draft(found.before), _draft(found.after)],
        "clauses": [_clause(change) for change in found.clauses],
    }


def _draft(copy: Copy) -> dict[str, Any]:
    front = copy.front
    return {
        "name": copy.name,
        "version": front.version,
        "holder": front.holder,
        "date": str(front.date) if front.date else None,
        "parties": list(front.parties),
        "guarantors": list(front.guarantors),
        "drafted_by": list(front.drafted_by),
        "circulated_to": [
            {"actor": one.actor, "when": str(one.when) if one.when else None, "by": one.by}
            for one in front.circulated_to
        ],
        "open_brackets": sum(1 for _ in copy.brackets()),
    }


def _clause(change: ClauseChange) -> dict[str, Any]:
    before, after = change.before, change.after
    return {
        "clause": change.clause.id,
        "kinds": list(change.kinds),
        "numbers": [clause.number if clause else None for clause in (before, after)],
        "before": before.text if before else None,
        "after": after.text if after else None,
        "words": [
            {
                "sign": run.sign,
                "text": run.second.of(after.text) if run.sign == "added" else run.first.of(before.text),
            }
            for run in change.words()
            if before and after
        ],
        "brackets": [_bracket(one) for one in change.brackets],
        "attributes": [{"key": key, "before": old, "after": new} for key, old, new in change.attributes],
    }


def _bracket(change: BracketChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "before": _wordings(change.before),
        "after": _wordings(change.after),
        "stands": _wording(change.stands) if change.stands else None,
    }


def _wordings(bracket: Bracket | None) -> list[dict[str, Any]] | None:
    return None if bracket is None else [_wording(one) for one in bracket.wordings]


def _wording(wording: Wording) -> dict[str, Any]:
    return {"proposers": list(wording.proposers), "text": wording.text}

"""The findings of a review as data for other programs."""

from typing import Any

from sulh.accord.review.finding import Finding
from sulh.accord.review.words import sentence, why
from sulh.text.messages import Messages


def data(finding: Finding, m: Messages) -> dict[str, Any]:
    """Return a finding as JSON has it; its sentences are in the language of `m`."""
    accepted = finding.accepted
    return {
        "rule": finding.rule,
        "file": finding.copy,
        "line": finding.line,
        "clause": finding.clause,
        "actor": finding.actor,
        "details": dict(finding.details),
        "text": sentence(finding, m),
        "why": why(finding.rule, m),
        "accepted": None
        if accepted is None
        else {
            "by": accepted.by,
            "when": str(accepted.when) if accepted.when else None,
            "why": dict(accepted.why.wordings),
        },
    }

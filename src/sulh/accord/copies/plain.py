"""A comparison as data for other programs."""

from typing import Any

from sulh.accord.copies.comparison import Comparison, Difference
from sulh.accord.copies.words import remark_text
from sulh.text.messages import Messages


def data(found: Comparison, m: Messages) -> dict[str, Any]:
    """Return the comparison as JSON has it; the sentences of the notes are in the language of `m`."""
    return {
        "audience": str(found.audience),
        "status": found.status,
        "copies": list(found.names),
        "differences": [_difference(one) for one in found.differences],
        "unproved": list(found.unproved),
        "digests": {clause: dict(digests) for clause, digests in found.digests},
        "notes": [
            {
                "about": remark.about,
                "clause": remark.clause,
                "details": [list(detail) for detail in remark.details],
                "text": remark_text(remark, m),
            }
            for remark in found.remarks
        ],
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "clause": one.clause,
        "kind": one.kind,
        "copies": dict(one.copies),
        "words": {name: list(words) for name, words in one.words},
        "intended": one.intended,
        "accepted_by": list(one.accepted_by),
    }

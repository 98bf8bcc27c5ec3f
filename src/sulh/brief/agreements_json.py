"""What a brief says of agreements, as plain data."""

from typing import Any

from sulh.accord.copies.plain import data as compared
from sulh.accord.counterpart import Circulation, Response
from sulh.brief.agreement_facts import WINDOW_DAYS, Claim, Facts
from sulh.brief.agreement_json import obligations_data, status_data
from sulh.brief.as_json import adherence, local, provenance, when
from sulh.brief.content import Content

Plain = dict[str, Any]


def data(content: Content) -> list[Plain]:
    """Return what is known of each agreement; without a date, `status` is None and nothing is due."""
    return [_agreement(content, found) for found in content.agreements]


def _agreement(content: Content, found: Facts) -> Plain:
    agreement, as_of = found.agreement, content.as_of
    status = (
        status_data(content, [(agreement, found.status)], as_of)["agreements"][0]
        if found.status and as_of
        else None
    )
    owed = obligations_data(content, [(agreement, one) for one in found.owed], as_of, WINDOW_DAYS)
    return {
        "id": agreement.id,
        "title": local(agreement.title) if agreement.title else None,
        "instrument": agreement.instrument,
        "as_of": as_of.isoformat() if as_of else None,
        "copies": [copy.name for copy in agreement.copies],
        "comparison": compared(found.comparison, content.words.m) if found.comparison else None,
        "circulated_to": [_claim(c, names) for c, names in found.claims if isinstance(c, Circulation)],
        "responses": [
            {**_claim(c, names), "stance": c.stance} for c, names in found.claims if isinstance(c, Response)
        ],
        "unconsulted": list(found.unconsulted),
        "denied": [adherence(word) for word in found.denied],
        "denials": [
            {"statement": statement.id, "aspect": aspect}
            for statement, aspect in found.unaware(content.statements)
        ],
        "window_days": WINDOW_DAYS,
        "obligations": owed["obligations"],
        "status": status,
        **provenance(agreement.provenance),
    }


def _claim(claim: Claim, copies: tuple[str, ...]) -> Plain:
    return {
        "actor": claim.actor,
        "copies": list(copies),
        "when": when(claim.when),
        "by": claim.by,
        **provenance(claim.provenance),
    }

"""The answer of `sulh deals` as plain data for JSON; numbers are decimals in strings."""

from itertools import islice
from typing import Any

from sulh.table.conflict import Blocked
from sulh.table.deals import Deals
from sulh.table.frontier import Point
from sulh.table.number import plain


def data(deals: Deals, limit: int | None = None) -> dict[str, Any]:
    """Return the answer.

    Args:
        deals: what could be agreed.
        limit: how many points of the frontier are written out; all where it is None.
    """
    points = deals.frontier
    return {
        "audience": "mediator",
        "parties": [party.id for party in deals.negotiation.parties],
        "nominal": deals.negotiation.nominal,
        "packages": plain(deals.packages),
        "acceptable": None if deals.acceptable is None else plain(deals.acceptable),
        "frontier": None if points is None else [_point(point) for point in islice(points, limit)],
        "frontier_size": None if points is None else len(points),
        "frontier_abandoned": deals.abandoned,
        "solutions": deals.solutions
        and {
            name: {"utilities": list(map(plain, point.utilities)), "example": dict(point.example)}
            for name, point in deals.named_solutions.items()
        },
        "blocked_by": _blocked(deals.blocked) if deals.blocked else None,
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "utilities": list(map(plain, point.utilities)),
        "packages": plain(point.packages),
        "example": dict(point.example),
    }


def _blocked(blocked: Blocked) -> dict[str, Any]:
    relaxation = blocked.least_relaxation
    return {
        "parties": list(blocked.parties),
        "constraints": list(blocked.constraints),
        "red_lines": [{"party": line.party, "index": line.index} for line in blocked.red_lines],
        "least_relaxation": relaxation
        and {
            "lifted": [{"party": line.party, "index": line.index} for line in relaxation.lifted],
            "reservations": {party: plain(value) for party, value in relaxation.reservations},
        },
        "opens": dict(blocked.opens.options) if blocked.opens else None,
    }

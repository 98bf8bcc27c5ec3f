"""What could be agreed, as plain data: the answer of `sulh deals`, and what of it the page shows."""

from fractions import Fraction
from typing import Any

from sulh.brief.agreeable import DRAWN, Agreeable, Unanswered
from sulh.table import plain
from sulh.table.cover import Cover
from sulh.table.number import plain as decimal


def data(found: Agreeable | Unanswered) -> dict[str, Any]:
    """Return the fields of `sulh deals --json`, with a frontier of `DRAWN` points at most, and more."""
    if isinstance(found, Unanswered):
        return {"unanswered": found.why}
    fields = plain.data(plain.Answer(found.deals, members=None), DRAWN)
    del fields["members"]  # was not asked
    return {
        "unanswered": None,
        **fields,
        "ideals": None if found.ideals is None else _decimals(found.ideals),
        "assumed": {"parties": list(found.assumed.parties), "frame": found.assumed.frame},
        "table": _cover(found.few),
        "picture": _cover(found.drawn),
        "axes": [found.deals.negotiation.parties[place].id for place in found.axes or ()],
    }


def _cover(cover: Cover) -> dict[str, Any]:
    points = [
        {"utilities": _decimals(point.utilities), "example": dict(point.example)} for point in cover.points
    ]
    return {"points": points, "epsilon": decimal(cover.epsilon)}


def _decimals(numbers: tuple[Fraction, ...]) -> list[str]:
    return list(map(decimal, numbers))

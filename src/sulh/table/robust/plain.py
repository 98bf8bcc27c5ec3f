"""The answer over all admissible preferences as plain data for JSON."""

from typing import Any

from sulh.table.number import plain
from sulh.table.robust.analysis import Robust


def data(robust: Robust) -> dict[str, Any]:
    """Return the value of `robust` in the answer of `sulh deals`."""
    ask = robust.ask
    return {
        "samples": robust.samples,
        "seed": robust.seed,
        "agreeable": robust.agreeable,
        "possible": list(map(dict, robust.possible)),
        "possible_count": robust.possible_count,
        "possible_is": "lower bound",
        "necessary": list(map(dict, robust.necessary)),
        "necessary_count": robust.necessary_count,
        "necessary_is": "all" if robust.necessary_complete else "lower bound",
        "acceptability": [
            {
                "package": dict(each.package),
                "frontier": each.frontier,
                "acceptable": each.acceptable,
                "standard_error": each.standard_error,
            }
            for each in robust.acceptability
        ],
        "regret": robust.regret
        and {"example": dict(robust.regret.example), "value": plain(robust.regret.value)},
        "ask": ask
        and {
            "party": ask.party,
            "prefers": dict([ask.prefers]),
            "to": dict([ask.to]),
            "regret": plain(ask.regret),
            "best": ask.best,
        },
        "no_ask": robust.no_ask,
    }

"""What a negotiation file marks as assumed: results never look more certain than what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Assumed:
    """Which entries carry `assumed = true`.

    Attributes:
        parties: ids of the parties of which some number is assumed.
        frame: whether an issue, an option or a constraint is.
    """

    parties: tuple[str, ...] = ()
    frame: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is assumed."""
        return bool(self.parties) or self.frame


NOTHING: Final = Assumed()


def assumed(values: Mapping[str, object]) -> Assumed:
    """Return what is assumed in the values of a `negotiation.toml` that has no faults."""
    parties, preferences = values.get("party"), values.get("preference")
    said = preferences if isinstance(preferences, dict) else {}
    return Assumed(
        tuple(
            party["id"]
            for party in (parties if isinstance(parties, list) else [])
            if _marked(party) or _marked(said.get(party["id"]))
        ),
        any(_marked(values.get(key)) for key in ("issue", "constraint")),
    )


def _marked(value: object) -> bool:
    if isinstance(value, dict):
        return value.get("assumed") is True or any(map(_marked, value.values()))
    return isinstance(value, list) and any(map(_marked, value))

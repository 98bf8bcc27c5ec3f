"""Who may see a value, and what an audience may see.

The marks form a lattice: `public` < `process` < each `party:ID` < `mediator`. What rests on several values
is handled as their join; two different parties' values together are for the mediator.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Final, Self

_MARK: Final = re.compile(r"public|process|mediator|party:[^\s:]+")


@dataclass(frozen=True, slots=True)
class Handling:
    """A handling mark; the same words name an audience (`sulh brief --for process`)."""

    mark: str = "public"

    def __post_init__(self) -> None:
        """Refuse a word that is no mark."""
        if not _MARK.fullmatch(self.mark):
            msg = f"{self.mark!r} is no handling; use public, process, party:ID or mediator"
            raise ValueError(msg)

    @property
    def party(self) -> str | None:
        """The actor id of a `party:ID` mark, else None."""
        return self.mark.partition(":")[2] or None

    def join(self, other: Self) -> "Handling":
        """Return the least mark that is at or above both."""
        if self.visible_to(other):
            return other
        return self if other.visible_to(self) else MEDIATOR

    def visible_to(self, audience: Self) -> bool:
        """Tell whether `audience` may see what carries this mark."""
        ranks = {"public": 0, "process": 1, "mediator": 3}
        mine, theirs = ranks.get(self.mark, 2), ranks.get(audience.mark, 2)
        return mine < theirs or self.mark == audience.mark

    def __str__(self) -> str:
        """Return the mark as it stands in files."""
        return self.mark


PUBLIC: Final = Handling("public")
PROCESS: Final = Handling("process")
MEDIATOR: Final = Handling("mediator")


def strictest(marks: Iterable[Handling]) -> Handling:
    """Return the join of all marks, `public` for none."""
    return reduce(Handling.join, marks, PUBLIC)

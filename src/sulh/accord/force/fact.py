"""When something became so, as far as it is known: the arithmetic of imprecise and disputed times."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sulh.accord.moment import Moment

EVER: Final = datetime(1, 1, 2, tzinfo=UTC)
"""Before everything: the earliest time of what has no date."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The time from which something is so.

    Attributes:
        first: the earliest that it may be; None where nothing says that it is so at all.
        last: the latest; None where it may not be so.
    """

    first: datetime | None = None
    last: datetime | None = None

    def by(self, instant: datetime) -> bool | None:
        """Tell whether it is so at `instant`; None where that cannot be told."""
        if self.first is None or self.first > instant:
            return False
        return True if self.last is not None and self.last <= instant else None

    @property
    def moment(self) -> Moment | None:
        """When it became so, or None where it may not be so."""
        return Moment(self.first, self.last) if self.first and self.last else None

    def moved(self, by: Callable[[datetime], datetime]) -> "Fact":
        """Return when something is so that follows this by a rule."""
        first = by(self.first) if self.first and self.first > EVER else self.first
        return Fact(first, by(self.last) if self.last else None)


NEVER: Final = Fact()
ALWAYS: Final = Fact(EVER, EVER)


def both(facts: Iterable[Fact]) -> Fact:
    """Return when all are so."""
    facts = tuple(facts)
    firsts = [fact.first for fact in facts if fact.first]
    lasts = [fact.last for fact in facts if fact.last]
    if len(firsts) < len(facts):
        return NEVER
    return Fact(max(firsts, default=EVER), max(lasts, default=EVER) if len(lasts) == len(facts) else None)


def either(facts: Iterable[Fact]) -> Fact:
    """Return when one of them is so."""
    facts = tuple(facts)
    firsts = [fact.first for fact in facts if fact.first]
    lasts = [fact.last for fact in facts if fact.last]
    return Fact(min(firsts, default=None), min(lasts, default=None))

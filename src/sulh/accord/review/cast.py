"""Who is who in a review: actors by id or name, and who is a part of whom."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sulh.case.case import Case
from sulh.text.names import resolve

if TYPE_CHECKING:
    from sulh.case.actor import Membership, Office


class Cast:
    """The actors of a case, as they stand on a day."""

    def __init__(self, case: Case, day: date | None) -> None:
        """Take the actors; without `day`, a membership counts unless it is said to have ended."""
        self._day = day
        self.actors = case.actor_by_id
        self.names = {actor.id: [name.text for name in actor.names] for actor in case.actors}
        self._known: dict[str, str] = {}

    def key(self, word: str) -> str:
        """Return the id of the only actor that an id or whole name means, else the word itself."""
        if word in self.names:
            return word
        if word not in self._known:
            found = [one.id for one in resolve(word, self.names) if one.extent == "whole"]
            self._known[word] = found[0] if len(found) == 1 else word
        return self._known[word]

    def wholes(self, actor: str) -> Iterator[str]:
        """Yield what an actor certainly belongs to, directly or not, and where it holds office."""
        waiting, met = [actor], {actor}
        while waiting:
            known = self.actors.get(waiting.pop())
            groups: list[Membership | Office] = [*known.members_of, *known.offices] if known else []
            for one in groups:
                held = one.validity
                holds = held.certainly_covers(self._day) if self._day else held.ends is None
                if holds and one.of not in met:
                    met.add(one.of)
                    waiting.append(one.of)
                    yield one.of

    def related(self, one: str, other: str) -> bool:
        """Tell whether two actors are the same, or one is a part of the other."""
        mine, its = self.key(one), self.key(other)
        return mine == its or mine in self.wholes(its) or its in self.wholes(mine)

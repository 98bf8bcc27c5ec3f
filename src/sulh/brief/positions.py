"""How the actors stand to the issues: which words stand on a day, and which words they replaced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Literal

from sulh.brief.content import Content
from sulh.brief.contested import Denied, denials
from sulh.case.agreement import Issue
from sulh.case.position import Position
from sulh.case.statement import Statement
from sulh.case.when import When

RowKind = Literal["issue"]


@dataclass(frozen=True, slots=True)
class Held:
    """One position, with what it rests on.

    Attributes:
        statement: the one behind it; None where none is named, or none stands there.
        when: when it was taken; None where nothing says.
        denied_by: what others deny of its statement.
    """

    position: Position
    statement: Statement | None
    when: When | None
    denied_by: tuple[Denied, ...] = ()

    def replaces(self, other: "Held") -> bool:
        """Tell whether this was certainly taken later than `other`; without a date nothing is certain."""
        return self.when is not None and other.when is not None and other.when.last < self.when.first


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one actor in one row; a cell without positions says that none is known.

    Attributes:
        current: the positions that no later one replaces: several where their dates do not tell which is
            the later.
        history: those that were replaced, oldest first.
    """

    actor: str
    current: tuple[Held, ...] = ()
    history: tuple[Held, ...] = ()

    @property
    def last_changed(self) -> When | None:
        """When the newest of the current positions was taken."""
        return latest(held.when for held in self.current)


@dataclass(frozen=True, slots=True)
class Row:
    """What positions are taken on, with one cell for each actor of the sheet."""

    kind: RowKind
    subject: Issue
    cells: tuple[Cell, ...]

    @property
    def last_changed(self) -> When | None:
        """When the newest of the current positions was taken."""
        return latest(cell.last_changed for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The positions of a case by issue and actor.

    Attributes:
        as_of: only what was said by this day; None for everything.
        actors: everyone who takes a position in the case, in its order.
        left_out: positions of which nothing says whether they were taken by then.
    """

    as_of: date | None
    actors: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: tuple[Held, ...] = ()


def latest(dates: Iterable[When | None]) -> When | None:
    """Return the date that ends last, None where none is known."""
    return max((when for when in dates if when), key=attrgetter("last", "first"), default=None)


def sheet(content: Content, as_of: date | None = None) -> Sheet:
    """Return the positions of the case, as they stood at the end of the day `as_of`."""
    answers = [denied for denied in denials(content) if _said_by(content.dated(denied.denial), as_of)]
    found = [_held(content, position, answers) for position in content.case.positions]
    takers = {held.position.actor for held in found}
    actors = tuple(actor for actor in content.case.actor_by_id if actor in takers)
    taken: dict[tuple[str, str], list[Held]] = {}
    for held in found:
        if _said_by(held.when, as_of):
            taken.setdefault((held.position.issue, held.position.actor), []).append(held)
    rows = (
        Row("issue", issue, tuple(_cell(actor, taken.get((issue.id, actor), [])) for actor in actors))
        for issue in content.case.issues
    )
    left_out = (held for held in found if _said_by(held.when, as_of) is None)
    return Sheet(as_of, actors, tuple(rows), tuple(left_out))


def _held(content: Content, position: Position, answers: Iterable[Denied]) -> Held:
    statement = content.statement(position.statement)
    when = content.claimed(position) or position.provenance.as_of
    return Held(position, statement, when, tuple(d for d in answers if d.claim is statement))


def _said_by(when: When | None, day: date | None) -> bool | None:
    """Tell whether something was said by the end of `day`; None where its date does not tell."""
    if day is None:
        return True
    if when is None or when.first <= day < when.last:
        return None
    return when.last <= day


def _cell(actor: str, taken: list[Held]) -> Cell:
    """Part the positions of one actor in one row into those that stand and those that were replaced."""
    replaced = [held for held in taken if any(later.replaces(held) for later in taken)]
    replaced.sort(key=lambda held: (held.when.last, held.when.first) if held.when else ())
    return Cell(actor, tuple(held for held in taken if held not in replaced), tuple(replaced))

"""What changes from one answer to another: with other values, or without a party."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sulh.table.deals import Deals
from sulh.table.edits import Edited
from sulh.table.frontier import Point
from sulh.table.negotiation import Negotiation, Party

By = dict[str, Fraction]


@dataclass(frozen=True, slots=True)
class Changes:
    """Two answers side by side.

    Attributes:
        edited: values of the file that were changed.
        without: the party that was left out, or None.
        new: points of the frontier after that no point before matches; None where one of the frontiers was
            abandoned or only covered.
        gone: points of the frontier before that no point after matches; None likewise.
    """

    edited: tuple[Edited, ...]
    without: str | None
    before: Deals
    after: Deals
    new: tuple[Point, ...] | None
    gone: tuple[Point, ...] | None

    def solutions(self) -> dict[str, tuple[By, By]]:
        """Return by solution what each party has before and after; empty where there is no solution."""
        names = {**self.before.named_solutions, **self.after.named_solutions}
        return {name: (_by_party(self.before, name), _by_party(self.after, name)) for name in names}


def changes(before: Deals, after: Deals, edited: tuple[Edited, ...], without: str | None) -> Changes:
    """Return what changed.

    Two points match where the example of one, with the utilities that it has on the other side, is on the
    frontier there and has the utilities of the other point: the same package can be worth something else.
    """
    if before.frontier is None or after.frontier is None:
        return Changes(edited, without, before, after, None, None)
    old, new = list(before.frontier), list(after.frontier)
    earlier, later = _Side(before.negotiation, old), _Side(after.negotiation, new)
    pairs = [(earlier.place(point), n) for n, point in enumerate(new)]
    pairs += [(n, place) for n, point in enumerate(old) if (place := later.place(point)) is not None]
    olds = {place for place, _ in pairs}
    news = {n for place, n in pairs if place is not None}
    return Changes(
        edited,
        without,
        before,
        after,
        tuple(point for n, point in enumerate(new) if n not in news),
        tuple(point for n, point in enumerate(old) if n not in olds),
    )


class _Side:
    """A frontier on which packages of another are looked up."""

    def __init__(self, negotiation: Negotiation, points: Sequence[Point]) -> None:
        self._worths = [_worths(negotiation, party) for party in negotiation.parties]
        self._excluded = [
            part.options for constraint in negotiation.constraints for part in constraint.forbidden
        ] + [line.options for party in negotiation.parties for line in party.red_lines]
        self._options = {(issue.id, option.id) for issue in negotiation.issues for option in issue.options}
        self._issues = len(negotiation.issues)
        self._places = {point.utilities: n for n, point in enumerate(points)}

    def place(self, point: Point) -> int | None:
        """Return the place of the example of `point`, or None where it is not on this frontier."""
        package = set(point.example.items())
        if len(package) != self._issues or not package <= self._options:
            return None
        if any(package.issuperset(part) for part in self._excluded):
            return None
        return self._places.get(tuple(_worth(package, worths) for worths in self._worths))


_Worths = tuple[dict[tuple[str, str], Fraction], list[tuple[frozenset[tuple[str, str]], Fraction]]]


def _worths(negotiation: Negotiation, party: Party) -> _Worths:
    """Return the worth of each option, and what is added where several are together."""
    rows = dict(party.preference.values)
    return (
        {
            (issue.id, option.id): worth
            for issue in negotiation.issues
            if issue.id in rows
            for option, worth in zip(issue.options, rows[issue.id], strict=True)
        },
        [(frozenset(extra.when.options), extra.adds) for extra in party.preference.interactions],
    )


def _worth(package: set[tuple[str, str]], worths: _Worths) -> Fraction:
    options, extras = worths
    worth = sum((options[settled] for settled in package if settled in options), Fraction(0))
    return worth + sum((adds for when, adds in extras if when <= package), Fraction(0))


def _by_party(deals: Deals, solution: str) -> By:
    point = deals.named_solutions.get(solution)
    if point is None:
        return {}
    return {party.id: worth for party, worth in zip(deals.negotiation.parties, point.utilities, strict=True)}

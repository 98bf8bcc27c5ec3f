"""Utilities as integers of any width: one unit and one offset for each party, nothing rounded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import ceil, gcd, lcm, prod

from sulh.case.agreement import Choice, Issue
from sulh.table.negotiation import Negotiation, Preference

SMALL = 10**7
"""Packages up to which no limit applies."""

_FLOATING = 900
"""Bits that floating point can do with."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A party's utility is `offset + unit × number`."""

    offset: Fraction
    unit: Fraction

    def exact(self, number: int) -> Fraction:
        """Return the utility that `number` stands for."""
        return self.offset + self.unit * number

    def exacts(self, numbers: Sequence[int]) -> list[Fraction]:
        """Return the utilities that several numbers stand for."""
        whole = lcm(self.offset.denominator, self.unit.denominator)
        start, step = _times((self.offset, self.unit), whole)
        if whole == 1:  # spares the search for a common divisor
            return [Fraction(start + step * number) for number in numbers]
        known = {number: Fraction(start + step * number, whole) for number in set(numbers)}
        return [known[number] for number in numbers]

    def least(self, utility: Fraction) -> int:
        """Return the smallest number that is worth at least `utility`."""
        return ceil((utility - self.offset) / self.unit)


@dataclass(frozen=True, slots=True)
class Link:
    """A conjunction of options of several issues, or of one.

    Attributes:
        options: option by issue, both as positions.
        party: position of the party to which it is worth `adds`; None where no acceptable package has all
            options.
        adds: in the party's unit.
    """

    options: dict[int, int]
    party: int | None = None
    adds: int = 0


@dataclass(frozen=True, slots=True)
class Scaled:
    """A negotiation in positions and whole numbers.

    Attributes:
        sizes: number of options of each issue.
        values: by issue, option and party.
        links: interactions, forbidden choices and red lines.
        scales: by party.
        floors: by party, the least number that is worth its reservation value.
        reach: what no partial sum of a party exceeds in absolute value.
    """

    sizes: tuple[int, ...]
    values: tuple[tuple[tuple[int, ...], ...], ...]
    links: tuple[Link, ...]
    scales: tuple[Scale, ...]
    floors: tuple[int, ...]
    reach: int

    @property
    def wide(self) -> bool:
        """Whether a sum might not fit int64, with room for the difference of two."""
        return self.reach >= 1 << 61

    @property
    def vast(self) -> bool:
        """Whether a sum or a floor might not fit floating point, with room for weighted sums."""
        return max(self.reach, *map(abs, self.floors)).bit_length() > _FLOATING

    @property
    def packages(self) -> int:
        """Number of packages, acceptable or not."""
        return prod(self.sizes)

    def strides(self) -> tuple[int, ...]:
        """Return what a step to the next option of each issue adds to a package's number in option order."""
        return tuple(prod(self.sizes[position + 1 :]) for position in range(len(self.sizes)))

    def options(self, number: int) -> tuple[int, ...]:
        """Return the positions of the options of the package with this number in option order."""
        return tuple(number // stride % size for stride, size in zip(self.strides(), self.sizes, strict=True))


def scale(negotiation: Negotiation) -> Scaled:
    """Express a negotiation in whole numbers.

    Raises:
        ValueError: if there is no party, or a preference or a constraint does not fit the issues.
    """
    if not negotiation.parties:
        message = "the negotiation has no party: add one"
        raise ValueError(message)
    places = _Places(negotiation.issues)
    forbidden = [choice for constraint in negotiation.constraints for choice in constraint.forbidden]
    links = [Link(places.positions(choice)) for choice in forbidden]
    scales, columns = [], []
    for number, party in enumerate(negotiation.parties):
        preference = party.preference
        links += [Link(places.positions(choice)) for choice in party.red_lines]
        column, standing = _column(places, preference)
        interactions = [interaction for interaction in preference.interactions if interaction.adds]
        each, worths, adds = _measured(column, standing, [interaction.adds for interaction in interactions])
        scales.append(each)
        columns.append(worths)
        links += [
            Link(options, number, add)
            for interaction, add in zip(interactions, adds, strict=True)
            if (options := places.positions(interaction.when))
        ]
    sizes = tuple(len(issue.options) for issue in negotiation.issues)
    return Scaled(
        sizes=sizes,
        values=tuple(
            tuple(tuple(column[issue][option] for column in columns) for option in range(size))
            for issue, size in enumerate(sizes)
        ),
        links=tuple(links),
        scales=tuple(scales),
        floors=tuple(
            each.least(party.reservation) for each, party in zip(scales, negotiation.parties, strict=True)
        ),
        reach=max(_reach(number, column, links) for number, column in enumerate(columns)),
    )


class _Places:
    """Positions of issues and options by id."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        self.issues = issues
        self.issue = {issue.id: position for position, issue in enumerate(issues)}
        self.option = {
            (issue.id, option.id): position
            for issue in issues
            for position, option in enumerate(issue.options)
        }

    def positions(self, choice: Choice) -> dict[int, int]:
        for issue, option in choice.options:
            if (issue, option) not in self.option:
                message = f"there is no option {option!r} of an issue {issue!r}: check the spelling"
                raise ValueError(message)
        return {self.issue[issue]: self.option[issue, option] for issue, option in choice.options}


def _column(places: _Places, preference: Preference) -> tuple[list[list[Fraction]], Fraction]:
    """Return the worth of each option by issue, and of what every package has."""
    column = [[Fraction(0)] * len(issue.options) for issue in places.issues]
    for issue, values in preference.values:
        position = places.issue.get(issue)
        if position is None or len(values) != len(column[position]):
            message = f"the values for issue {issue!r} do not fit its options: give one for each"
            raise ValueError(message)
        column[position] = list(values)
    standing = [interaction.adds for interaction in preference.interactions if not interaction.when.options]
    return column, sum(standing, Fraction(0))


def _measured(
    column: Sequence[Sequence[Fraction]], standing: Fraction, adds: Sequence[Fraction]
) -> tuple[Scale, list[list[int]], list[int]]:
    """Return a scale, and worths above the least of each issue and additions in its greatest common unit."""
    whole = lcm(*(value.denominator for value in chain(*column, adds)))
    rows = [_times(values, whole) for values in column]
    extras = _times(adds, whole)
    least = [min(row, default=0) for row in rows]
    above = [[number - low for number in row] for row, low in zip(rows, least, strict=True)]
    unit = gcd(*chain(*above, extras)) or whole
    each = Scale(standing + Fraction(sum(least), whole), Fraction(unit, whole))
    return each, [[number // unit for number in row] for row in above], [extra // unit for extra in extras]


def _times(values: Iterable[Fraction], whole: int) -> list[int]:
    """Return the products with a common multiple of the denominators."""
    return [value.numerator * (whole // value.denominator) for value in values]


def _reach(party: int, column: list[list[int]], links: Iterable[Link]) -> int:
    """Bound the absolute value of every partial sum of a party."""
    most = sum(max(values, default=0) for values in column)
    return most + sum(abs(link.adds) for link in links if link.party == party)

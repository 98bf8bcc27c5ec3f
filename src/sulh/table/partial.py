"""What is known of a party's preferences on one issue, exactly or in part, and its nominal point.

The unknowns are the worths x[issue, option] = weight × value. An interval lets the weight range; a ranking
means that the first option is worth the weight, the last nothing, and those between fall weakly.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sulh.case.agreement import Choice

Worths = tuple[Fraction, ...]


class Interval(NamedTuple):
    """The numbers `low ≤ x ≤ high`."""

    low: Fraction
    high: Fraction

    @property
    def middle(self) -> Fraction:
        """The midpoint."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one party on one issue.

    Attributes:
        weight: of the issue.
        values: of the options, in the order of the issue; of a ranking, those of equal steps from 1 to 0.
        ranked: whether only the order of the options is known.
    """

    weight: Interval
    values: Worths
    ranked: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether there is only one admissible worth for each option."""
        return len(set(self.corners())) == 1

    def nominal(self) -> Worths:
        """Return the worths at the midpoint of the interval, with equal steps between ranked options."""
        return tuple(self.weight.middle * value for value in self.values)

    def corners(self) -> Iterator[Worths]:
        """Yield the corners of the polytope of admissible worths (a ranked issue has a weight ≥ 0)."""
        shapes = [self.values]
        if self.ranked:
            steps = sorted(set(self.values))[1:]
            shapes = [tuple(Fraction(value >= step) for value in self.values) for step in steps]
        for weight in self.weight:
            for shape in shapes:
                yield tuple(weight * value for value in shape)


def ranking(places: Mapping[str, int], options: tuple[str, ...]) -> Worths:
    """Return the values of `options` in equal steps from 1 to 0, by their place (from 0, the best)."""
    last = len(places) - 1
    return tuple(Fraction(last - places[option], last) for option in options)


class Comparison(NamedTuple):
    """A party gains at least as much by the options of `prefers` as by those of `to`."""

    prefers: Choice
    to: Choice


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of the worths of one party's options where it is not known exactly.

    Attributes:
        known: by issue id that the party cares about.
        comparisons: what all admissible worths meet.
    """

    known: tuple[tuple[str, Known], ...]
    comparisons: tuple[Comparison, ...] = ()

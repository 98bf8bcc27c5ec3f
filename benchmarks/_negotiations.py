"""Seeded negotiations of any size, the same for both sides of a comparison."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import NamedTuple

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.negotiation import Constraint, Interaction, Negotiation, Party, Preference
from sulh.table.partial import Interval, Knowledge, Known

HEAVIEST = 10
"""Largest weight of an issue. Weights and values are whole, so that sums are exact in floating point too."""

LARGEST = 100
"""Largest value of an option."""


class Instance(NamedTuple):
    """What a negotiation is made from.

    Attributes:
        links: how many forbidden pairs of options, and how many pairs that are worth something to one party.
        spread: how far each weight may be above or below its middle, as a share of it.
    """

    seed: int
    parties: int
    issues: int
    options: int
    links: int = 0
    spread: Fraction = Fraction(0)

    @property
    def packages(self) -> int:
        """Number of packages, acceptable or not."""
        return int(self.options**self.issues)

    @property
    def small(self) -> "Instance":
        """One of the same kind, to warm up with."""
        return self._replace(seed=-1, issues=4, options=4)


class Scores(NamedTuple):
    """What one party says of one issue."""

    weight: int
    values: tuple[int, ...]


def scores(instance: Instance) -> list[list[Scores]]:
    """Return weights and values by party and issue."""
    rng = Random(instance.seed)  # noqa: S311 - cases, not secrets
    return [
        [
            Scores(rng.randint(1, HEAVIEST), tuple(rng.randint(0, LARGEST) for _ in range(instance.options)))
            for _ in range(instance.issues)
        ]
        for _ in range(instance.parties)
    ]


def negotiation(instance: Instance) -> Negotiation:
    """Return the negotiation. Every party has a reservation value of 0, so that no package falls short."""
    rng = Random(-1 - instance.seed)  # noqa: S311 - cases, not secrets
    options = tuple(Option(f"o{option}") for option in range(instance.options))
    issues = tuple(Issue(f"i{issue}", options) for issue in range(instance.issues))

    def pairs() -> list[Choice]:
        return [
            Choice(tuple((issue.id, rng.choice(options).id) for issue in rng.sample(issues, 2)))
            for _ in range(instance.links)
        ]

    extras: list[list[Interaction]] = [[] for _ in range(instance.parties)]
    for pair in pairs():
        rng.choice(extras).append(Interaction(pair, Fraction(rng.randint(1, HEAVIEST * LARGEST))))
    parties = tuple(
        _party(f"p{number}", issues, rows, extra, instance.spread)
        for number, (rows, extra) in enumerate(zip(scores(instance), extras, strict=True))
    )
    return Negotiation(parties, issues, tuple(Constraint((pair,)) for pair in pairs()))


def _party(
    name: str,
    issues: Sequence[Issue],
    rows: Sequence[Scores],
    extras: Sequence[Interaction],
    spread: Fraction,
) -> Party:
    known = tuple(
        (
            issue.id,
            Known(Interval(weight * (1 - spread), weight * (1 + spread)), tuple(map(Fraction, values))),
        )
        for issue, (weight, values) in zip(issues, rows, strict=True)
    )
    worths = tuple((issue, one.nominal()) for issue, one in known)
    return Party(name, Preference(worths, tuple(extras)), knowledge=Knowledge(known) if spread else None)


def changed(table: Negotiation, by: int) -> Negotiation:
    """Return the negotiation in which the first option is worth more, or less, to the first party."""
    first, *others = table.parties
    (issue, row), *rest = first.preference.values
    values = ((issue, (row[0] + by, *row[1:])), *rest)
    party = replace(first, preference=replace(first.preference, values=values))
    return replace(table, parties=(party, *others))

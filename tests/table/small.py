"""Small seeded negotiations with all that is hard, and enumeration of their packages in plain words."""

from fractions import Fraction
from math import prod
from random import Random

from tests.table.conftest import Oracle

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.negotiation import Constraint, Interaction, Negotiation, Party, Preference

Vector = tuple[Fraction, ...]
Package = dict[str, str]

POOLS = [
    [Fraction(0), Fraction(1)],
    [Fraction(number) for number in range(-3, 4)],
    [Fraction("0.3"), Fraction("0.30000000000000001"), Fraction("0.1"), Fraction(0)],
    [Fraction(10**18), Fraction(10**18 + 1), Fraction(10**19), Fraction(1), Fraction(0)],
    [Fraction(1, 3), Fraction(1, 7), Fraction(2, 3), Fraction(-1, 2)],
    [Fraction(number) for number in range(100)],
]


def vector(*values: int) -> Vector:
    return tuple(map(Fraction, values))


def negotiation(seed: int) -> Negotiation:
    rng = Random(seed)  # noqa: S311 - cases, not secrets
    sizes = [rng.randint(1, 3) for _ in range(rng.randint(0, 5))]
    pool = rng.choice(POOLS)

    def choice() -> Choice:
        issues = rng.sample(range(len(sizes)), rng.randint(1, min(3, len(sizes))))
        return Choice(tuple((f"i{issue}", f"o{rng.randrange(sizes[issue])}") for issue in issues))

    def times(most: int) -> range:
        return range(rng.randint(0, most) if sizes and rng.random() < 0.6 else 0)

    def preference() -> Preference:
        values = tuple(
            (f"i{issue}", tuple(rng.choice(pool) for _ in range(size)))
            for issue, size in enumerate(sizes)
            if rng.random() < 0.85
        )
        extras = tuple(Interaction(choice(), rng.choice(pool) * rng.choice([1, -1])) for _ in times(3))
        lines = tuple(choice() for _ in times(2))
        least = rng.choice([Fraction(0), Fraction(-100), rng.choice(pool), 2 * rng.choice(pool)])
        return Preference(values, extras, lines, least)

    parties = tuple(Party(f"p{party}", preference()) for party in range(rng.randint(1, 5)))
    issues = tuple(
        Issue(f"i{issue}", tuple(Option(f"o{option}") for option in range(size)))
        for issue, size in enumerate(sizes)
    )
    rules = tuple(Constraint(tuple(choice() for _ in range(rng.randint(1, 2)))) for _ in times(4))
    return Negotiation(parties, issues, rules)


def additive(seed: int, parties: int, issues: int, options: int, top: int = 100) -> Negotiation:
    """Values without links, larger than can be enumerated in a test."""
    rng = Random(seed)  # noqa: S311 - cases, not secrets
    names = tuple(
        Issue(f"i{issue}", tuple(Option(f"o{option}") for option in range(options)))
        for issue in range(issues)
    )

    def preference() -> Preference:
        return Preference(
            tuple((name.id, tuple(Fraction(rng.randint(0, top)) for _ in range(options))) for name in names)
        )

    return Negotiation(tuple(Party(f"p{party}", preference()) for party in range(parties)), names)


def acceptable(table: Negotiation) -> list[tuple[Vector, Package]]:
    """Utilities and package of each acceptable package in option order."""
    oracle = Oracle(table)
    return [
        (oracle.utilities(package), dict(package.options))
        for package in oracle.packages()
        if oracle.acceptable(package)
    ]


def undominated(found: list[tuple[Vector, Package]]) -> list[tuple[Vector, list[Package]]]:
    """The frontier by comparison of all pairs, with all packages of each point."""
    vectors = {vector for vector, _ in found}
    kept = [
        vector
        for vector in vectors
        if not any(
            other != vector and all(a >= b for a, b in zip(other, vector, strict=True)) for other in vectors
        )
    ]
    return [
        (vector, [package for other, package in found if other == vector])
        for vector in sorted(kept, reverse=True)
    ]


def four(table: Negotiation) -> list[tuple[Vector, int, Package]]:
    """Nash, Kalai–Smorodinsky, egalitarian and utilitarian by comparison of all frontier points."""
    found = acceptable(table)
    least = [party.reservation for party in table.parties]
    ideals = [
        max(column) - low for column, low in zip(zip(*(v for v, _ in found), strict=True), least, strict=True)
    ]

    def gains(vector: Vector) -> list[Fraction]:
        return [value - low for value, low in zip(vector, least, strict=True)]

    def share(vector: Vector) -> Fraction:
        pairs = zip(gains(vector), ideals, strict=True)
        return min(gain / ideal if ideal else Fraction(1) for gain, ideal in pairs)

    points = undominated(found)
    chosen = [
        max(points, key=lambda point: (prod(gains(point[0])), point[0])),
        max(points, key=lambda point: (share(point[0]), point[0])),
        max(points, key=lambda point: (sorted(gains(point[0])), point[0])),
        max(points, key=lambda point: (sum(point[0]), point[0])),
    ]
    return [(vector, len(packages), packages[0]) for vector, packages in chosen]

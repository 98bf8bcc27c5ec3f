"""Small negotiations known in part, written in TOML, and what enumeration of packages and corners says."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, product
from random import Random

from tests.table.conftest import Oracle

from sulh.case.agreement import Choice
from sulh.table.negotiation import Negotiation, Party
from sulh.table.partial import Known, Worths
from sulh.table.reading import parse

Corner = dict[str, Worths]


def text(seed: int, parties: int = 2, issues: int = 3, options: int = 3, comparisons: int = 0) -> str:
    """A negotiation in which most weights are intervals and some values rankings."""
    rng = Random(seed)  # noqa: S311 - cases, not secrets
    sizes = [rng.randint(2, options) for _ in range(issues)]
    lines = [f'[[party]]\nid = "p{p}"\nreservation = {rng.randint(-2, 6)}' for p in range(parties)]
    for issue, size in enumerate(sizes):
        lines.append(f'[[issue]]\nid = "i{issue}"\noptions = {[f"o{o}" for o in range(size)]}')
    if rng.random() < 0.5:
        lines.append('[[constraint]]\nforbid = {i0 = "o0", i1 = "o1"}')
    for party in range(parties):
        lines.append(f"[preference.p{party}]")
        bounds = [sorted(rng.choices(range(9), k=2)) for _ in sizes]
        lines.append(f"weights = {{{', '.join(f'i{i} = {b}' for i, b in enumerate(bounds))}}}")
        for issue, size in enumerate(sizes):
            names = [f"o{o}" for o in range(size)]
            if rng.random() < 0.4:
                lines.append(f"values.i{issue} = {rng.sample(names, size)}")
            else:
                lines.append(
                    f"values.i{issue} = {{{', '.join(f'{o} = {rng.randint(0, 4) / 4}' for o in names)}}}"
                )
        if rng.random() < 0.5:
            lines.append(f'interactions = [{{when = {{i0 = "o1", i1 = "o0"}}, adds = {rng.randint(-3, 3)}}}]')
        pairs = [rng.sample(range(issues), 2) for _ in range(comparisons)]
        swings = [[f'{{i{i} = "o{rng.randrange(sizes[i])}"}}' for i in pair] for pair in pairs]
        said = [f"{{prefers = {one}, to = {other}}}" for one, other in swings]
        lines.append(f"compare = [{', '.join(said)}]")
    return "\n".join(lines) + "\n"


def sound(comparisons: int = 0, count: int = 12, **sizes: int) -> list[Negotiation]:
    """The first negotiations that can be read, whose comparisons do not contradict."""
    found: list[Negotiation] = []
    seed = 0
    while len(found) < count:
        negotiation, _ = parse(text(seed, comparisons=comparisons, **sizes), "n.toml")
        seed += 1
        if negotiation and negotiation.nominal:
            found.append(negotiation)
    return found


def corners(party: Party, more: Sequence[Callable[[Corner], Fraction]] = ()) -> list[Corner]:
    """Points that include all corners of the admissible worths where each of `more` is not negative.

    A corner of a polytope that planes cut lies on a face of the uncut one of as many dimensions as there are
    planes met; on an edge for one. So points where a plane meets the segment between two uncut points, again
    and again, include them all.
    """
    if party.knowledge is None:
        return [dict(party.preference.values)]
    issues = [issue for issue, _ in party.knowledge.known]
    found = [
        dict(zip(issues, point, strict=True))
        for point in product(*(dict.fromkeys(known.corners()) for _, known in party.knowledge.known))
    ]
    for cut in (*(surplus_of(c.prefers, c.to) for c in party.knowledge.comparisons), *more):
        kept = [point for point in found if cut(point) >= 0]
        lost = [point for point in found if cut(point) < 0]
        fresh = {
            tuple(
                tuple(a + share * (b - a) for a, b in zip(inner[issue], outer[issue], strict=True))
                for issue in issues
            )
            for inner in kept
            for outer in lost
            for share in [cut(inner) / (cut(inner) - cut(outer))]
        }
        found = kept + [dict(zip(issues, point, strict=True)) for point in sorted(fresh)]
    return found


def surplus_of(prefers: Choice, to: Choice) -> Callable[[Corner], Fraction]:
    """Σ x over one choice − Σ x over another."""

    def value(point: Corner) -> Fraction:
        return sum(
            (
                sign * point[issue][int(option[1:])]
                for sign, choice in ((1, prefers), (-1, to))
                for issue, option in choice.options
                if issue in point
            ),
            Fraction(0),
        )

    return value


class Brute:
    """All packages and corners of a small negotiation; options are called o0, o1, …"""

    def __init__(self, negotiation: Negotiation, corners_of: Sequence[list[Corner]] | None = None) -> None:
        self.negotiation = negotiation
        self.oracle = Oracle(negotiation)
        self.allowed = [
            p for p in self.oracle.packages() if not self.oracle.broken(p) and not self.oracle.crossed(p)
        ]
        self.acceptable = [p for p in self.allowed if self.oracle.acceptable(p)]
        self.corners = corners_of or [corners(party) for party in negotiation.parties]

    def utility(self, party: int, corner: Corner, package: Choice) -> Fraction:
        extras = [
            extra.adds
            for extra in self.negotiation.parties[party].preference.interactions
            if set(extra.when.options) <= set(package.options)
        ]
        worths = [corner[i][int(o[1:])] for i, o in package.options if i in corner]
        return sum([*worths, *extras], Fraction(0))

    def table(self) -> list[list[list[Fraction]]]:
        """Utilities by party, corner and allowed package."""
        return [
            [[self.utility(party, corner, package) for package in self.allowed] for corner in each]
            for party, each in enumerate(self.corners)
        ]

    def necessary(self) -> list[dict[str, str]]:
        found = []
        table = self.table()
        floors = [party.preference.reservation for party in self.negotiation.parties]
        for x, package in enumerate(self.allowed):
            sure = all(
                min(row[x] for row in rows) >= floor for rows, floor in zip(table, floors, strict=True)
            )
            tops = [
                [max(row[y] - row[x] for row in rows) for rows in table] for y in range(len(self.allowed))
            ]
            if sure and not any(min(top) >= 0 and max(top) > 0 for top in tops):
                found.append(dict(package.options))
        return found

    def regrets(self) -> dict[Choice, Fraction]:
        """The largest regret of each acceptable package."""
        utilities = [self.oracle.utilities(package) for package in self.acceptable]
        ideals = [
            max(column) - party.preference.reservation
            for column, party in zip(zip(*utilities, strict=True), self.negotiation.parties, strict=True)
        ]
        places = [self.allowed.index(package) for package in self.acceptable]
        table = self.table()
        return {
            package: max(
                sum(
                    (
                        max(row[y] - row[x] for row in rows) / ideal
                        for rows, ideal in zip(table, ideals, strict=True)
                        if ideal
                    ),
                    Fraction(0),
                )
                for y in places
            )
            for package, x in zip(self.acceptable, places, strict=True)
        }

    def questions(self) -> Iterator[tuple[Fraction, int, tuple[tuple[str, int], tuple[str, int]]]]:
        """The regret after the worse answer of each open question that W counts."""
        for number, party in enumerate(self.negotiation.parties):
            if party.knowledge is None:
                continue
            swings = [(i, o) for i, known in party.knowledge.known for o in range(len(known.values))]
            for one, other in combinations(swings, 2):

                def gap(
                    point: Corner, one: tuple[str, int] = one, other: tuple[str, int] = other
                ) -> Fraction:
                    return point[one[0]][one[1]] - point[other[0]][other[1]]

                gaps = [gap(corner) for corner in self.corners[number]]
                if min(gaps) < 0 < max(gaps):
                    worst = Fraction(0)
                    for side in (gap, lambda point, gap=gap: -gap(point)):
                        cut = corners(party, [side])
                        some = [cut if n == number else each for n, each in enumerate(self.corners)]
                        worst = max(worst, min(Brute(self.negotiation, some).regrets().values()))
                    yield worst, number, (one, other)


def is_admissible(party: Party, point: Corner) -> bool:
    """Whether worths meet all that is known of a party, said in plain words."""
    assert party.knowledge is not None
    for issue, known in party.knowledge.known:
        if not _fits(known, point[issue]):
            return False
    return all(surplus_of(c.prefers, c.to)(point) >= 0 for c in party.knowledge.comparisons)


def _fits(known: Known, worths: Worths) -> bool:
    low, high = known.weight
    if known.ranked:
        ordered = [worth for _, worth in sorted(zip(known.values, worths, strict=True), reverse=True)]
        falls = all(a >= b for a, b in pairwise(ordered))
        return falls and low <= ordered[0] <= high and ordered[-1] == 0
    weights = {worth / value for worth, value in zip(worths, known.values, strict=True) if value}
    zeros = all(worth == 0 for worth, value in zip(worths, known.values, strict=True) if not value)
    return zeros and len(weights) <= 1 and all(low <= weight <= high for weight in weights)

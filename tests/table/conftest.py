"""Random small negotiations, and what enumeration of their packages says: the oracle of the analyses."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.negotiation import Constraint, Interaction, Negotiation, Party, Preference


def holds(choice: Choice, package: Choice) -> bool:
    return set(choice.options) <= set(package.options)


@dataclass(frozen=True)
class Oracle:
    """A negotiation, package by package."""

    negotiation: Negotiation

    def packages(self) -> Iterator[Choice]:
        """All packages in the order of the options."""
        issues = self.negotiation.issues
        for chosen in product(*(issue.options for issue in issues)):
            yield Choice(tuple((issue.id, option.id) for issue, option in zip(issues, chosen, strict=True)))

    def utilities(self, package: Choice) -> tuple[Fraction, ...]:
        return tuple(self.utility(party, package) for party in self.negotiation.parties)

    def utility(self, party: Party, package: Choice) -> Fraction:
        issues = {issue.id: [option.id for option in issue.options] for issue in self.negotiation.issues}
        chosen = dict(package.options)
        worth = sum(
            (row[issues[issue].index(chosen[issue])] for issue, row in party.preference.values), Fraction(0)
        )
        return worth + sum(
            (extra.adds for extra in party.preference.interactions if holds(extra.when, package)), Fraction(0)
        )

    def reserved(self, package: Choice, parties: set[str]) -> bool:
        return all(
            self.utility(party, package) >= party.preference.reservation
            for party in self.negotiation.parties
            if party.id in parties
        )

    def crossed(self, package: Choice) -> tuple[tuple[str, int], ...]:
        """The red lines that the package crosses: party and index."""
        return tuple(
            (party.id, index)
            for party in self.negotiation.parties
            for index, line in enumerate(party.preference.red_lines)
            if holds(line, package)
        )

    def broken(self, package: Choice) -> tuple[int, ...]:
        """The constraints that the package breaks."""
        return tuple(
            index
            for index, constraint in enumerate(self.negotiation.constraints)
            if any(holds(choice, package) for choice in constraint.forbidden)
        )

    def acceptable(self, package: Choice) -> bool:
        everyone = {party.id for party in self.negotiation.parties}
        return not self.broken(package) and not self.crossed(package) and self.reserved(package, everyone)


figures = st.integers(-4, 8).map(lambda n: Fraction(n, 4)) | st.integers(-3, 9).map(Fraction)


@st.composite
def negotiations(draw: st.DrawFn, most_parties: int = 4) -> Negotiation:
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    issues = tuple(
        Issue(f"i{n}", tuple(Option(f"o{k}") for k in range(size))) for n, size in enumerate(sizes)
    )

    def choice() -> Choice:
        chosen = draw(st.lists(st.sampled_from(issues), min_size=1, max_size=3, unique=True))
        return Choice(tuple((i.id, draw(st.sampled_from(i.options)).id) for i in issues if i in chosen))

    def times(most: int) -> range:
        return range(draw(st.integers(0, most)))

    def party(n: int) -> Party:
        values = tuple(
            (issue.id, tuple(draw(figures) for _ in issue.options)) for issue in issues if draw(st.booleans())
        )
        extras = tuple(Interaction(choice(), draw(figures)) for _ in times(2))
        lines = tuple(choice() for _ in times(2))
        return Party(f"p{n}", Preference(values, extras, lines, draw(figures)))

    parties = tuple(party(n) for n in range(draw(st.integers(1, most_parties))))
    constraints = tuple(Constraint(tuple(choice() for _ in range(1 + k % 2))) for k in times(3))
    return Negotiation(parties, issues, constraints)

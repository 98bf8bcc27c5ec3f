"""Random small negotiations, and what enumeration of their packages says: the oracle of the analyses."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.negotiation import Constraint, Interaction, Member, Negotiation, Party, Preference

Holder = tuple[str, str | None]


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

    def floors(self) -> dict[Holder, Fraction]:
        """The reservation values by party and member, None for the party's own."""
        own = {(party.id, None): party.preference.reservation for party in self.negotiation.parties}
        return own | {
            (party.id, member.id): member.reservation
            for party in self.negotiation.parties
            for member in party.members
            if member.reservation is not None
        }

    def reserved(self, package: Choice, holders: Collection[Holder]) -> bool:
        worths = {party.id: self.utility(party, package) for party in self.negotiation.parties}
        floors = self.floors()
        return all(worths[holder[0]] >= floors[holder] for holder in holders)

    def crossed(self, package: Choice) -> tuple[tuple[str, int, str | None], ...]:
        """The red lines that the package crosses: party, index, and member where it is a member's."""
        return tuple(
            (party.id, index, holder)
            for party in self.negotiation.parties
            for holder, lines in (
                (None, party.preference.red_lines),
                *((member.id, member.red_lines) for member in party.members),
            )
            for index, line in enumerate(lines)
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
        return (
            not self.broken(package)
            and not self.crossed(package)
            and self.reserved(package, self.floors().keys())
        )


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
        members = tuple(
            Member(f"m{k}", tuple(choice() for _ in times(1)), draw(st.none() | figures))
            for k in range(draw(st.integers(0, 4)) // 4)
        )
        return Party(f"p{n}", Preference(values, extras, lines, draw(figures)), members)

    parties = tuple(party(n) for n in range(draw(st.integers(1, most_parties))))
    constraints = tuple(Constraint(tuple(choice() for _ in range(1 + k % 2))) for k in times(3))
    return Negotiation(parties, issues, constraints)

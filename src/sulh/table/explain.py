"""Why a package is acceptable or not, who gains what, what betters it, and what would mend it."""

from dataclasses import dataclass, replace
from fractions import Fraction

from sulh.case.agreement import Choice
from sulh.table.axioms import Dominating, pareto_efficiency
from sulh.table.feasible import RedLine, contains, forbidden, red_lines, utility
from sulh.table.nearest import nearest
from sulh.table.negotiation import Member, Negotiation, Party, Preference
from sulh.table.number import plain
from sulh.table.sentence import Argument, Sentence, sentence
from sulh.table.wording import forbids, never, settled


@dataclass(frozen=True, slots=True)
class Standing:
    """What a package is worth to a party, beside its reservation value (the largest, with its members')."""

    party: str
    utility: Fraction
    reservation: Fraction

    @property
    def gain(self) -> Fraction:
        """Utility − reservation value; below 0 where the party falls short."""
        return self.utility - self.reservation


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a package stands.

    Attributes:
        standings: of each party, in the order of the negotiation.
        broken: constraints that the package breaks: the place, from 0, and the forbidden part.
        crossed: red lines that it crosses, with the part that the party never accepts.
        dominated_by: the frontier point that gives nobody less and somebody more, of several the one of
            the lexicographically largest utilities; None where there is none.
        smallest_change: for a package that is not acceptable, an acceptable one that differs in as few
            issues as possible, of these the one of the lexicographically largest utilities; None where no
            package is acceptable, or this one is.
    """

    negotiation: Negotiation
    package: Choice
    standings: tuple[Standing, ...]
    broken: tuple[tuple[int, Choice], ...]
    crossed: tuple[tuple[RedLine, Choice], ...]
    dominated_by: Dominating | None
    smallest_change: Choice | None

    def __repr__(self) -> str:
        """Return the verdict and what each party gets."""
        verdict = "acceptable" if self.acceptable else "not acceptable"
        return f"Explanation: {verdict}; " + ", ".join(
            f"{standing.party} {plain(standing.utility)}" for standing in self.standings
        )

    @property
    def short(self) -> tuple[Standing, ...]:
        """The standings of parties that get less than their reservation values."""
        return tuple(standing for standing in self.standings if standing.gain < 0)

    @property
    def short_members(self) -> tuple[tuple[Party, Member, Fraction], ...]:
        """The members whose reservation values the package does not reach, and its worth to their party."""
        return tuple(
            (party, member, standing.utility)
            for party, standing in zip(self.negotiation.parties, self.standings, strict=True)
            for member in party.members
            if standing.utility < member.floor(standing.utility)
        )

    @property
    def acceptable(self) -> bool:
        """Whether the package breaks no constraint and no red line, and no party falls short."""
        return not (self.broken or self.crossed or self.short)

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the explanation as sentences, each with the figures that it rests on."""
        return (
            self._verdict(),
            *(forbids(self.negotiation, index, part) for index, part in self.broken),
            *(never(self.negotiation, line) for line, _part in self.crossed),
            *map(_gain, self.standings),
            *(_member_gap(*short) for short in self.short_members),
            *self._dominance(),
            *self._mending(),
        )

    def _verdict(self) -> Sentence:
        message = (
            _(
                "The package is acceptable: constraints broken: {broken}, red lines crossed: {crossed}, "
                "parties below their reservation values: {short}."
            )
            if self.acceptable
            else _(
                "The package is not acceptable: constraints broken: {broken}, red lines crossed: {crossed}, "
                "parties below their reservation values: {short}."
            )
        )
        return sentence(message, broken=len(self.broken), crossed=len(self.crossed), short=len(self.short))

    def _dominance(self) -> tuple[Sentence, ...]:
        better = self.dominated_by
        if better is None:
            return (sentence(_("No acceptable package gives nobody less and somebody more.")),)
        message = _("An acceptable package gives nobody less and somebody more: {options}.")
        return (
            sentence(message, options=settled(self.negotiation, better.package)),
            *(
                sentence(
                    _("There {party} gets {utility}, {more} more."),
                    party=old.party,
                    utility=new,
                    more=new - old.utility,
                )
                for old, new in zip(self.standings, better.utilities, strict=True)
                if new > old.utility
            ),
        )

    def _mending(self) -> tuple[Sentence, ...]:
        if self.acceptable:
            return ()
        mended = self.smallest_change
        if mended is None:
            return (sentence(_("No package at all is acceptable.")),)
        pairs = zip(settled(self.negotiation, self.package), settled(self.negotiation, mended), strict=True)
        changes = [(issue, old, new) for (issue, old), (_same, new) in pairs if old != new]
        return (
            sentence(
                _("The fewest issues to change so that it becomes acceptable: {count}."), count=len(changes)
            ),
            *(
                sentence(_("{issue}: {new} instead of {old}."), issue=issue, old=old, new=new)
                for issue, old, new in changes
            ),
            *(
                sentence(
                    _("{party} then gets {utility}; its reservation value is {reservation}."),
                    party=then.party,
                    utility=then.utility,
                    reservation=then.reservation,
                )
                for then in standings(self.negotiation, mended)
            ),
        )


def explain(negotiation: Negotiation, package: Choice) -> Explanation:
    """Return how the package stands.

    Raises:
        ValueError: it does not name one option of each issue.
    """
    package = complete(negotiation, package)
    stand = standings(negotiation, package)
    explanation = Explanation(
        negotiation,
        package,
        stand,
        broken=tuple(
            (index, choice)
            for index, constraint in enumerate(negotiation.constraints)
            for choice in constraint.forbidden
            if contains(package, choice)
        ),
        crossed=tuple(
            (line, choice)
            for line in red_lines(negotiation)
            if contains(package, choice := forbidden(negotiation, line))
        ),
        dominated_by=pareto_efficiency(negotiation, tuple(standing.utility for standing in stand)),
        smallest_change=None,
    )
    if explanation.acceptable:
        return explanation
    return replace(explanation, smallest_change=_smallest_change(negotiation, package))


def complete(negotiation: Negotiation, package: Choice) -> Choice:
    """Return the package in the order of the issues.

    Raises:
        ValueError: it does not name one option of each issue.
    """
    chosen = dict(package.options)
    known = {issue.id: [option.id for option in issue.options] for issue in negotiation.issues}
    for issue, option in chosen.items():
        if issue not in known:
            msg = f"unknown issue {issue!r}; the issues are {', '.join(known)}"
            raise ValueError(msg)
        if option not in known[issue]:
            msg = f"{issue!r} has no option {option!r}; its options are {', '.join(known[issue])}"
            raise ValueError(msg)
    if missing := [issue for issue in known if issue not in chosen]:
        msg = f"the package leaves open {', '.join(missing)}; name one option of each issue"
        raise ValueError(msg)
    return Choice(tuple((issue, chosen[issue]) for issue in known))


def standings(negotiation: Negotiation, package: Choice) -> tuple[Standing, ...]:
    """Return what the package is worth to each party."""
    return tuple(
        Standing(p.id, utility(negotiation, p.preference, package), p.reservation)
        for p in negotiation.parties
    )


def _smallest_change(negotiation: Negotiation, package: Choice) -> Choice | None:
    """Return the acceptable package nearest to keeping everything: a changed issue falls short by 1."""
    chosen = dict(package.options)
    values = tuple(
        (issue.id, tuple(Fraction(-(option.id != chosen[issue.id])) for option in issue.options))
        for issue in negotiation.issues
    )
    keeping = Party("", Preference(values))
    spans = [*(None for _ in negotiation.parties), Fraction(1)]
    return nearest(replace(negotiation, parties=(*negotiation.parties, keeping)), spans)


def _gain(standing: Standing) -> Sentence:
    figures: dict[str, Argument] = {
        "party": standing.party,
        "utility": standing.utility,
        "reservation": standing.reservation,
    }
    if standing.gain < 0:
        message = _("{party} gets {utility}: {gap} below its reservation value {reservation}.")
        return sentence(message, **figures, gap=-standing.gain)
    if standing.gain > 0:
        message = _("{party} gets {utility}: a gain of {gain} over its reservation value {reservation}.")
        return sentence(message, **figures, gain=standing.gain)
    return sentence(_("{party} gets {utility}: exactly its reservation value {reservation}."), **figures)


def _member_gap(party: Party, member: Member, utility: Fraction) -> Sentence:
    return sentence(
        _("{member}, of {party}, asks for {reservation} at least; the package gives {utility}."),
        member=member.id,
        party=party.id,
        reservation=member.floor(utility),
        utility=utility,
    )


def _(message: str) -> str:
    """Mark a message for the catalogues; it is put into words when somebody reads it."""
    return message

"""What could be agreed, for a person's eyes."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from sulh.cli.robust_page import robustness
from sulh.cli.rows import Part, Rows, examples, print_part
from sulh.table.absence import Absence
from sulh.table.changes import Changes
from sulh.table.cover import Cover, rounded_up
from sulh.table.deals import Deals
from sulh.table.explain import Explanation
from sulh.table.frontier import Point
from sulh.table.inside import Inside
from sulh.table.negotiation import Negotiation
from sulh.table.number import plain
from sulh.table.partial import Interval
from sulh.table.plain import Answer
from sulh.table.sentence import Sentence, Settled, shown, worded
from sulh.table.wording import conflict, settled
from sulh.text.messages import Messages, translator

if TYPE_CHECKING:
    from rich.console import Console


def show(
    answer: Answer, limit: int, language: str, console: "Console", labels: Mapping[str, str] | None = None
) -> None:
    """Print the answer.

    Args:
        answer: all that was asked.
        limit: how many points of the frontier are printed.
        language: one of `sulh.text.messages.LANGUAGES`.
        console: where it is printed.
        labels: of parties and members, by id.
    """
    m = translator(language)
    for part in _Words(answer, limit, m, labels or {}).parts():
        print_part(part, m, console)


class _Words:
    """The answer in the words of one language."""

    def __init__(self, answer: Answer, limit: int, m: Messages, labels: Mapping[str, str]) -> None:
        self.answer = answer
        self.limit = limit
        self.m = m
        self.labels = labels

    def parts(self) -> Iterator[Part]:
        answer, deals, m = self.answer, self.answer.deals, self.m
        yield from self._head(deals)
        if answer.changes:
            yield from self._changes(answer.changes)
        if points := deals.points:
            yield from self._frontier(deals, points)
        if deals.solutions:
            yield self._solutions(deals)
        if deals.blocked:
            for lead, items in conflict(deals.negotiation, deals.blocked):
                yield from (("", self._said(lead)) if items else (self._said(lead),))
                yield from ("• " + self._said(item) for item in items)
        if answer.robust:
            yield from robustness(answer.robust, deals.negotiation, self.limit, m, self.labels)
        yield from self._members(answer.members)
        if answer.absence:
            yield from self._absence(answer.absence)
        if answer.package:
            yield from self._package(answer.package)

    def _package(self, explanation: Explanation) -> Iterator[str]:
        package = settled(explanation.negotiation, explanation.package)
        yield ""
        yield self.m.gettext("The package: {options}.").format(options=self._options(package))
        yield from ("• " + self._said(sentence) for sentence in explanation.sentences())

    def _head(self, deals: Deals) -> Iterator[str]:
        m = self.m
        yield m.gettext("For the mediator only: this rests on the preferences of the parties.")
        if deals.negotiation.nominal:
            yield m.gettext(
                "Part of the preferences is not known exactly; what follows holds at their nominal point: "
                "the middle of each interval, equal steps in each ranking; where comparisons exclude that, "
                "the point farthest from all bounds."
            )
        yield m.gettext("Packages: {packages}").format(packages=plain(deals.packages))
        yield m.gettext("Acceptable to every party: {acceptable}").format(
            acceptable=self._count(deals.acceptable)
        )

    def _frontier(self, deals: Deals, points: Sequence[Point]) -> Iterator[Part]:
        m = self.m
        if deals.cover:
            yield from self._cover(deals.cover)
        title = m.gettext(
            "Pareto frontier: no acceptable package is better for one party without being worse for another"
        )
        if deals.cover and not deals.cover.is_frontier:
            title = m.gettext("Members of the cover")
        yield from self._points(title, deals.negotiation, points)

    def _cover(self, cover: Cover) -> Iterator[str]:
        m = self.m
        yield ""
        if cover.is_frontier:
            yield m.gettext("The whole frontier has no more points than were asked for.")
            return
        line = m.gettext(
            "This is a cover, not the whole frontier: every acceptable package has a member that gives no "
            "party less by more than {epsilon} of its ideal gain (the largest over its reservation value)."
        )
        yield line.format(epsilon=plain(rounded_up(cover.epsilon)))
        yield (
            m.gettext("The exact frontier was computed and thinned out.")
            if cover.abandoned is None
            else m.gettext("The exact frontier was abandoned: {reason}.").format(reason=cover.abandoned)
        )

    def _points(self, title: str, negotiation: Negotiation, points: Sequence[Point]) -> Iterator[Part]:
        """Yield the points up to the limit, and how many are left out."""
        m = self.m
        if named := {str(n): point for n, point in enumerate(points[: self.limit], 1)}:
            heads = ["#", *self._parties(negotiation), m.pgettext("column", "packages")]
            cells = [
                [name, *map(shown, point.utilities), plain(point.packages)] for name, point in named.items()
            ]
            yield Rows(title, heads, cells, [*examples(negotiation, _packages(named), m, self.labels)])
        if (more := len(points) - len(named)) > 0:
            line = m.ngettext("{count} point more; see --limit", "{count} points more; see --limit", more)
            yield line.format(count=more)

    def _solutions(self, deals: Deals) -> Rows:
        m = self.m
        named = {self._solution(name): point for name, point in deals.named_solutions.items()}
        heads = [m.pgettext("column", "solution"), *self._parties(deals.negotiation)]
        cells = [[name, *map(shown, point.utilities)] for name, point in named.items()]
        note = m.gettext("* depends on the scales chosen")
        below = [note, *examples(deals.negotiation, _packages(named), m, self.labels)]
        return Rows(
            m.gettext("Four solutions among these; none of them is a recommendation"), heads, cells, below
        )

    def _solution(self, name: str) -> str:
        m = self.m
        return {
            "nash": m.gettext("Nash"),
            "kalai_smorodinsky": m.gettext("Kalai–Smorodinsky"),
            "egalitarian": m.gettext("egalitarian*"),
            "utilitarian": m.gettext("utilitarian*"),
        }[name]

    def _members(self, members: Sequence[Inside] | None) -> Iterator[str]:
        m = self.m
        if members is None:
            yield ""
            yield m.gettext(
                "Which members block was not computed: the frontier, or the number of packages, is too large."
            )
        elif members:
            yield ""
            yield m.gettext("Inside the parties:")
            yield from (f"• {self._member(member)}" for member in members)

    def _member(self, inside: Inside) -> str:
        m = self.m
        names = {"member": self._label(inside.member), "party": self._label(inside.party)}
        without = inside.without
        if without is None:
            return m.gettext(
                "{member}, of {party}, rules out nothing alone: what it refuses, others refuse too."
            ).format(**names)
        line = m.gettext(
            "{member}, of {party}, rules out packages that all others accept. Acceptable with it: {present}; "
            "without it: {absent}."
        ).format(
            **names,
            present=self._count(self.answer.deals.acceptable),
            absent=plain(without.acceptable),
        )
        if without.solutions is None:
            return line
        now = self.answer.deals.solutions
        if now and now.nash.utilities == without.solutions.nash.utilities:
            return f"{line} " + m.gettext("Nash is the same without it.")
        return f"{line} " + m.gettext("Nash without it: {figures}.").format(
            figures=self._figures(self.answer.deals.negotiation, without.solutions.nash)
        )

    def _absence(self, absence: Absence) -> Iterator[Part]:
        m = self.m
        party = self._label(absence.party)
        if not absence.solutions:
            yield ""
            yield m.gettext("Without {party}, the others agree on nothing.").format(party=party)
            return
        title = m.gettext(
            "What {party} would have if the others agreed without it; its reservation value is {reservation}"
        ).format(party=party, reservation=shown(absence.reservation))
        heads = [
            m.pgettext("column", "solution"),
            m.pgettext("column", "utility"),
            m.pgettext("column", "gain"),
            m.pgettext("column", "acceptable to it"),
            m.pgettext("column", "at the table"),
        ]
        cells = [
            [
                self._solution(name),
                self._reach(fate.utility),
                self._reach(_gain(fate.utility, absence.reservation)),
                f"{self._count(fate.accepted)}/{plain(fate.packages)}",
                "–" if fate.present is None else shown(fate.present),
            ]
            for name, fate in absence.solutions.items()
        ]
        yield Rows(title, heads, cells)
        if absence.frontier is None:
            yield m.gettext("The range over the frontier of the others was not computed: it is too large.")
        else:
            yield m.gettext("Over the frontier of the others: utility {utility}, gain {gain}.").format(
                utility=self._reach(absence.frontier),
                gain=self._reach(_gain(absence.frontier, absence.reservation)),
            )

    def _changes(self, changes: Changes) -> Iterator[Part]:
        m, before, after = self.m, changes.before, changes.after
        yield ""
        yield m.gettext("What changes against the file:")
        for path, was, now in changes.edited:
            yield f"• {path}{m.gettext(': ')}" + self._moved(was or m.gettext("not written"), now)
        if changes.without is not None:
            yield "• " + m.gettext("{party} is not at the table.").format(party=self._label(changes.without))
        yield "• " + m.gettext("Acceptable packages: {change}.").format(
            change=self._moved(self._count(before.acceptable), self._count(after.acceptable))
        )
        if changes.new is None or changes.gone is None:
            yield "• " + m.gettext("The frontiers were not compared: one of them was not computed.")
        else:
            yield "• " + m.gettext("Points of the frontier: {change}; new: {new}, gone: {gone}.").format(
                change=self._moved(str(before.frontier_size), str(after.frontier_size)),
                new=len(changes.new),
                gone=len(changes.gone),
            )
            yield from self._points(m.gettext("New points"), after.negotiation, changes.new)
            yield from self._points(m.gettext("Points that are gone"), before.negotiation, changes.gone)
        yield from self._moved_solutions(changes)

    def _moved_solutions(self, changes: Changes) -> Iterator[Rows]:
        m, solutions = self.m, changes.solutions()
        if not solutions:
            return
        names = list(dict.fromkeys(party for pair in solutions.values() for side in pair for party in side))
        heads = [m.pgettext("column", "solution"), *map(self._label, names)]
        cells = [
            [
                self._solution(name),
                *(
                    shown(was[party])
                    if was.get(party) == now.get(party)
                    else self._moved(
                        *("–" if side.get(party) is None else shown(side[party]) for side in (was, now))
                    )
                    for party in names
                ),
            ]
            for name, (was, now) in solutions.items()
        ]
        yield Rows(m.gettext("The solutions before and after"), heads, cells)

    def _moved(self, before: str, after: str) -> str:
        arrow = self.m.pgettext("change", "→")
        return before if before == after else f"{before} {arrow} {after}"

    def _reach(self, ends: Interval) -> str:
        if ends.low == ends.high:
            return shown(ends.low)
        return self.m.gettext("{low} to {high}").format(low=shown(ends.low), high=shown(ends.high))

    def _figures(self, negotiation: Negotiation, point: Point) -> str:
        pairs = zip(self._parties(negotiation), point.utilities, strict=True)
        return self.m.gettext(", ").join(f"{name} {shown(worth)}" for name, worth in pairs)

    def _count(self, number: int | None) -> str:
        return self.m.gettext("not counted") if number is None else plain(number)

    def _parties(self, negotiation: Negotiation) -> list[str]:
        return [self._label(party.id) for party in negotiation.parties]

    def _label(self, identifier: str) -> str:
        return self.labels.get(identifier, identifier)

    def _options(self, options: Settled) -> str:
        return worded(options, self.m, self.labels)

    def _said(self, sentence: Sentence) -> str:
        return sentence.within(self.m, self.labels)


def _packages(named: Mapping[str, Point]) -> dict[str, Mapping[str, str]]:
    return {name: point.example for name, point in named.items()}


def _gain(utility: Interval, reservation: Fraction) -> Interval:
    return Interval(utility.low - reservation, utility.high - reservation)

"""What could be agreed, for a person's eyes: tables, or in a language written from right to left, lines.

Columns do not survive a change of direction, so that a table is written row by row in Arabic.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Final

from sulh.brief.terminal import safe
from sulh.case.agreement import Choice
from sulh.case.local_text import LocalText
from sulh.table.conflict import Blocked
from sulh.table.deals import Deals
from sulh.table.feasible import RedLine
from sulh.table.number import plain
from sulh.text.messages import Messages, translator

if TYPE_CHECKING:
    from rich.console import Console

_DIGITS: Final = 6

Rows = Iterable[Sequence[str]]


def show(deals: Deals, limit: int, language: str, console: "Console") -> None:
    """Print the answer.

    Args:
        deals: what could be agreed.
        limit: how many points of the frontier are printed.
        language: one of `sulh.text.messages.LANGUAGES`.
        console: where it is printed.
    """
    words = _Words(deals, translator(language))
    _lines(words.head(), console)
    if deals.frontier:
        title, headers, rows = words.frontier(limit)
        _table(title, headers, rows, words.m, console)
        _lines(words.left_out(len(deals.frontier) - limit), console)
    if deals.solutions:
        title, headers, rows = words.solutions()
        _table(title, headers, rows, words.m, console)
    if deals.blocked:
        _lines(words.blocked(deals.blocked), console)


def _lines(lines: Iterable[str], console: "Console") -> None:
    for line in lines:
        console.print(safe(line), markup=False)


def _table(title: str, headers: Sequence[str], rows: Rows, m: Messages, console: "Console") -> None:
    from rich.table import Table  # noqa: PLC0415 - not needed where nothing can be agreed
    from rich.text import Text  # noqa: PLC0415 - likewise

    console.print(f"\n{safe(title)}", style="bold", markup=False)
    if m.direction == "rtl":
        for row in rows:
            pairs = zip(headers, row, strict=True)
            _lines(
                ["• " + m.gettext(", ").join(f"{name}{m.gettext(': ')}{cell}" for name, cell in pairs)],
                console,
            )
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for header in headers:
        numbers = header not in {headers[0], headers[-1]}
        table.add_column(Text(safe(header)), justify="right" if numbers else "left", no_wrap=numbers)
    for row in rows:
        table.add_row(*(Text(safe(cell)) for cell in row))
    console.print(table)


def _shown(number: Fraction) -> str:
    """Return a decimal; to six digits, and marked so, where no decimal is exact."""
    exact = plain(number)
    if "/" not in exact:
        return exact
    rounded = Context(prec=_DIGITS).divide(Decimal(number.numerator), Decimal(number.denominator))
    return f"≈ {rounded:f}"


class _Words:
    """The answer in the words of one language."""

    def __init__(self, deals: Deals, m: Messages) -> None:
        self.deals = deals
        self.m = m
        self._parties = [party.id for party in deals.negotiation.parties]
        self._preferences = {party.id: party.preference for party in deals.negotiation.parties}

    def head(self) -> Iterator[str]:
        m, deals = self.m, self.deals
        yield m.gettext("For the mediator only: this rests on the preferences of the parties.")
        if deals.negotiation.nominal:
            yield m.gettext(
                "Part of the preferences is not known exactly; what follows holds at their nominal point: "
                "the middle of each interval, equal steps in each ranking."
            )
        yield m.gettext("Packages: {packages}").format(packages=plain(deals.packages))
        acceptable = m.gettext("not counted") if deals.acceptable is None else plain(deals.acceptable)
        yield m.gettext("Acceptable to every party: {acceptable}").format(acceptable=acceptable)

    def frontier(self, limit: int) -> tuple[str, Sequence[str], Rows]:
        m, points = self.m, self.deals.frontier or ()
        title = m.gettext(
            "Pareto frontier: no acceptable package is better for one party without being worse for another"
        )
        headers = ["#", *self._parties, m.pgettext("column", "packages"), m.pgettext("column", "for example")]
        rows = (
            [str(n), *map(_shown, point.utilities), plain(point.packages), self._package(point.example)]
            for n, point in enumerate(islice(points, limit), 1)
        )
        return title, headers, rows

    def left_out(self, count: int) -> Iterator[str]:
        if count > 0:
            more = self.m.ngettext(
                "{count} point more; see --limit", "{count} points more; see --limit", count
            )
            yield more.format(count=count)

    def solutions(self) -> tuple[str, Sequence[str], Rows]:
        m = self.m
        names = {
            "nash": m.gettext("Nash bargaining solution"),
            "kalai_smorodinsky": m.gettext("Kalai–Smorodinsky solution"),
            "egalitarian": m.gettext("egalitarian (leximin); depends on the scales chosen"),
            "utilitarian": m.gettext("utilitarian; depends on the scales chosen"),
        }
        headers = [m.pgettext("column", "solution"), *self._parties, m.pgettext("column", "for example")]
        rows = (
            [names[name], *map(_shown, point.utilities), self._package(point.example)]
            for name, point in self.deals.named_solutions.items()
        )
        return m.gettext("Four solutions among these; none of them is a recommendation"), headers, rows

    def blocked(self, blocked: Blocked) -> Iterator[str]:
        m = self.m
        yield ""
        yield m.gettext(
            "No package is acceptable. These cannot all be met; without any one of them they can:"
        )
        for party in blocked.parties:
            line = m.gettext("{party} gets at least {reservation}, its reservation value.")
            reservation = _shown(self._preferences[party].reservation)
            yield "• " + line.format(party=party, reservation=reservation)
        for red in blocked.red_lines:
            line = m.gettext("{party} never accepts this: {options} (red line {index}, counted from 0).")
            yield "• " + line.format(party=red.party, options=self._red_line(red), index=red.index)
        for index in blocked.constraints:
            for part in self.deals.negotiation.constraints[index].forbidden:
                line = m.gettext("Constraint {index} (counted from 0) forbids this: {options}.")
                yield "• " + line.format(index=index, options=self._choice(part))
        yield from self._opening(blocked)

    def _opening(self, blocked: Blocked) -> Iterator[str]:
        m, least = self.m, blocked.least_relaxation
        yield ""
        if least is None:
            yield m.gettext("The constraints alone admit no package, and constraints are never relaxed.")
            return
        yield m.gettext("The least that would open an agreement:")
        for red in least.lifted:
            line = m.gettext("{party} lifts its red line {index} (counted from 0): {options}.")
            yield "• " + line.format(party=red.party, index=red.index, options=self._red_line(red))
        for party, utility in least.reservations:
            line = m.gettext("{party} accepts {utility} instead of {reservation}.")
            reservation = _shown(self._preferences[party].reservation)
            yield "• " + line.format(party=party, utility=_shown(utility), reservation=reservation)
        line = m.gettext("Then this package is acceptable: {options}.")
        yield line.format(options=self._choice(least.opens))

    def _red_line(self, line: RedLine) -> str:
        return self._choice(self._preferences[line.party].red_lines[line.index])

    def _choice(self, choice: Choice) -> str:
        return self._package(dict(choice.options))

    def _package(self, chosen: Mapping[str, str]) -> str:
        """Return the options of a package or of a part of one, with their titles."""
        return self.m.gettext(", ").join(
            self._label(issue.id, issue.title) + self.m.gettext(": ") + self._label(option.id, option.title)
            for issue in self.deals.negotiation.issues
            for option in issue.options
            if chosen.get(issue.id) == option.id
        )

    def _label(self, identifier: str, title: LocalText | None) -> str:
        return title.within(self.m.language) if title else identifier

"""Tables of numbers on a terminal, and the packages that belong to their rows.

Columns do not survive a change of direction, so that in a language written from right to left a table is
written row by row. Packages differ in a few issues and have long names: the commonest options are named once,
and each row's others on a line of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import mode
from typing import TYPE_CHECKING, NamedTuple

from sulh.brief.terminal import safe
from sulh.case.agreement import Choice
from sulh.table.negotiation import Negotiation
from sulh.table.sentence import worded
from sulh.table.wording import settled
from sulh.text.messages import Messages

if TYPE_CHECKING:
    from rich.console import Console


class Rows(NamedTuple):
    """A table: the title, the heads of its columns, the cells, and lines below it."""

    title: str
    heads: Sequence[str]
    cells: Sequence[Sequence[str]]
    below: Sequence[str] = ()


Part = str | Rows
"""A line, or a table."""


def print_part(part: Part, m: Messages, console: "Console") -> None:
    """Print a line or a table."""
    if isinstance(part, str):
        console.print(safe(part), markup=False)
        return
    from rich.table import Table  # noqa: PLC0415 - not needed where nothing can be agreed
    from rich.text import Text  # noqa: PLC0415 - likewise

    console.print(f"\n{safe(part.title)}", style="bold", markup=False)
    if m.direction == "rtl":
        for row in part.cells:
            pairs = zip(part.heads, row, strict=True)
            line = m.gettext(", ").join(f"{head}{m.gettext(': ')}{cell}" for head, cell in pairs)
            console.print(safe("• " + line), markup=False)
    else:
        table = Table(box=None, pad_edge=False, header_style="dim")
        for place, head in enumerate(part.heads):
            table.add_column(Text(safe(head)), justify="right" if place else "left")
        for row in part.cells:
            table.add_row(*(Text(safe(cell)) for cell in row))
        console.print(table)
    for line in part.below:
        console.print(safe(line), markup=False)


def examples(
    negotiation: Negotiation,
    packages: Mapping[str, Mapping[str, str]],
    m: Messages,
    labels: Mapping[str, str],
) -> Iterator[str]:
    """Yield the commonest option of each issue, then for each package what it has instead.

    Args:
        negotiation: of the packages.
        packages: option by issue, by the name of the row; at least one.
        m: of the reader's language.
        labels: of parties, by id.
    """
    common = {
        issue.id: mode(package[issue.id] for package in packages.values()) for issue in negotiation.issues
    }
    others: dict[frozenset[tuple[str, str]], list[str]] = {}
    for name, package in packages.items():
        others.setdefault(frozenset(package.items() - common.items()), []).append(name)

    def said(options: Iterable[tuple[str, str]]) -> str:
        return worded(settled(negotiation, Choice(tuple(options))), m, labels)

    if not any(others):
        yield m.gettext("All of these have: {options}.").format(options=said(common.items()))
        return
    line = m.gettext("For example, where a line does not say otherwise: {options}.")
    yield line.format(options=said(common.items()))
    for other, names in others.items():
        instead = said(other) if other else m.gettext("all as said above")
        yield m.gettext(", ").join(names) + m.gettext(": ") + instead

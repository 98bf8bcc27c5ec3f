"""Show a page on a terminal: as styled text, or as plain text where the output is a file or a pipe.

Arabic and mixed text are written in logical order, as any text file has them; the order on the screen is the
terminal's work. Tables are written row by row, since columns do not survive a change of direction; a cell
that says that there is nothing is left out.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sulh.brief.bidi import balanced
from sulh.brief.page import (
    Badge,
    Bars,
    Block,
    Card,
    Day,
    Facing,
    Figure,
    Items,
    Line,
    Link,
    Note,
    Page,
    Paragraph,
    Passage,
    Section,
    Table,
    Text,
    Verbatim,
)

if TYPE_CHECKING:
    from rich.console import Console

MOST_BESIDE: Final = 2  # cells that stand beside the first one without their headers
BAR: Final = 20  # signs of the longest bar
SHORT: Final = 2  # rows of a section that needs no blank line before it
_STYLES: Final = {
    "machine-read": "yellow",
    "confirmed": "green",
    "corrected": "green",
    "entered": "green",
    "denial": "red",
    "assumed": "yellow",
    "missing": "italic dim",
    "none": "dim",
    "plain": "dim",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph on the terminal.

    Attributes:
        runs: pieces of text, each with its style in the words of rich.
        indent: levels of two columns.
    """

    runs: tuple[tuple[str, str], ...]
    indent: int = 0


def safe(text: str) -> str:
    """Return a foreign string that cannot steer the terminal: no control characters, balanced directions."""
    spaced = "".join(" " if char in "\n\r\t\u2028\u2029" else char for char in text)
    return balanced("".join(char if unicodedata.category(char) != "Cc" else "\ufffd" for char in spaced))


def plain(page: Page) -> str:
    """Return the page as plain text, one paragraph a line."""
    lines = ("  " * row.indent + "".join(text for text, _ in row.runs) for row in rows(page))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def show(page: Page, console: "Console") -> None:
    """Print the page with styles, wrapped to the width of the console."""
    from rich.padding import Padding  # noqa: PLC0415 - only a terminal needs it
    from rich.text import Text as Styled  # noqa: PLC0415 - likewise

    for row in rows(page):
        console.print(Padding(Styled.assemble(*row.runs), (0, 0, 0, 2 * row.indent)))


def rows(page: Page) -> Iterator[Row]:
    """Yield the page paragraph by paragraph."""
    yield Row(((safe(page.title), "bold underline"),))
    for line in (page.audience, *page.summary):
        yield Row(tuple(_runs(line)))
    for section in page.sections:
        yield from _section(section, 0)


def _section(section: Section, level: int) -> Iterator[Row]:
    style = "bold" if level else "bold cyan"
    heading = Row(tuple((text, style) for text, _ in _runs(section.heading)), level)
    cards = bool(section.blocks) and all(isinstance(block, Card) for block in section.blocks)
    found = [] if cards else [heading]  # a card names its speaker itself
    for block in section.blocks:
        found += _block(block, level + 1)
    for inner in section.sections:
        found += _section(inner, level + 1)
    if not level or (len(found) > SHORT and not cards):
        yield Row(())
    yield from found


def _block(block: Block, indent: int) -> Iterator[Row]:
    match block:
        case Paragraph():
            yield Row(tuple(_runs(block.line)), indent)
        case Items():
            yield from (Row((("• ", ""), *_runs(item)), indent) for item in block.items)
        case Table():
            yield from _table(block, indent)
        case Figure():
            if isinstance(block.chart, Bars):
                yield from _bars(block.chart, indent)
            yield from _table(block.table, indent)
        case Card():
            yield from _card(block, indent)
        case Facing():
            yield Row(tuple((text, "bold") for text, _ in _runs(block.title)), indent)
            yield from _side(block.claim_heading, block.claim, indent + 1)
            yield from _side(block.denial_heading, block.denial, indent + 1)
        case Passage():
            return  # the whole text is in its file, which the line above names


def _side(heading: str, blocks: tuple[Block, ...], indent: int) -> Iterator[Row]:
    yield Row(((heading, "dim"),), indent)
    for block in blocks:
        yield from _block(block, indent + 1)


def _card(card: Card, indent: int) -> Iterator[Row]:
    number = ((f"[{card.number}] ", "bold"),) if card.number else ()
    (name, _), *rest = _runs(card.head)
    yield Row((*number, (name, "bold"), *rest), indent)
    yield Row(((safe(card.text.text), ""),), indent + 1)
    yield Row(tuple((text, "dim") for text, _ in _runs(card.foot)), indent + 1)


def _bars(chart: Bars, indent: int) -> Iterator[Row]:
    for panel in chart.panels:
        yield from (Row(((safe(words), "bold"),), indent) for words in panel.heading)
        for bar in panel.bars:
            filled = round((bar.share or 0) * BAR)
            drawn = "█" * filled + "░" * (BAR - filled)
            yield Row(((drawn, "cyan"), (f" {bar.figure} · {safe(bar.label)}", "")), indent + 1)


def _compared(table: Table, indent: int) -> Iterator[Row]:
    """Yield what the table shows, then each row with its columns below it; equal ones share a line."""
    yield Row(((f"{table.caption}:", "dim"),), indent)
    for (head,), *cells in table.rows:
        yield Row(tuple((text, "bold") for text, _ in _runs(head)), indent + 1)
        alike: dict[Line, list[str]] = {}
        for header, (line,) in zip(table.headers[1:], cells, strict=True):
            alike.setdefault(line, []).append(header)
        for line, headers in alike.items():
            yield Row(((f"{' · '.join(headers)}: ", "dim"), *_runs(line)), indent + 2)


def _table(table: Table, indent: int) -> Iterator[Row]:
    if table.kind in {"utilities", "packages"}:
        yield from _compared(table, indent)
        return
    for row in table.rows:
        (head,), *cells = row
        plain = MOST_BESIDE if len(cells) <= MOST_BESIDE else 1
        beside = [(text, "bold") for text, _ in _runs(head)]
        for (line,) in cells[:plain]:
            beside += [(" · ", "dim"), *_runs(line)]
        below: list[Row] = []
        for header, cell in zip(table.headers[plain + 1 :], cells[plain:], strict=True):
            if all(isinstance(part, Verbatim) for line in cell for part in line):
                names = ", ".join(text for line in cell for text, _ in _runs(line))
                beside += [(f" · {header}: ", "dim"), (names, "")]
            else:
                said = (line for line in cell if not _is_nothing(line))
                below += [Row(((f"{header}: ", "dim"), *_runs(line)), indent + 1) for line in said]
        yield Row(tuple(beside), indent)
        yield from below


def _is_nothing(line: Line) -> bool:
    return any(isinstance(part, Badge) and part.kind == "none" for part in line)


def _runs(line: Line) -> Iterator[tuple[str, str]]:
    for part in line:
        match part:
            case Verbatim():
                yield safe(part.text), ""
            case Badge():
                yield f"({part.label})", _STYLES[part.kind]
            case Link():
                label = safe(part.label.text)
                yield label if part.href.startswith("#") else f"{label} <{safe(part.href)}>", "cyan"
            case Day():
                yield part.label, ""
            case Note():
                yield f"— {safe(part.text)}", "dim"
            case Text():
                yield part.text, ""

"""A page as values: sections, blocks and inline parts, without a word of how they are shown.

Each room says what it has to say in these values; each renderer shows these values and knows no room. A
string of the page's own language is a `Text`; a string from the case is a `Verbatim`, which keeps its own
direction and is never taken for markup.
"""

import string
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from sulh.case.statement import Status
from sulh.case.when import When
from sulh.text.span import Span

BadgeKind = Status | Literal["assumed", "denial", "missing", "none", "plain"]
TableKind = Literal[
    "roles", "named", "paragraphs", "adherence", "presence", "timeline", "utilities", "packages", "positions"
]
Shape = Literal["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the page, in the page's language."""

    text: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A string from the case, with its language where that is known."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark that says how far something can be relied on.

    `missing` is what should be known and is not, `none` what is known to be nothing.
    """

    kind: BadgeKind
    label: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date, exact or an interval, with its wording in the page's language."""

    when: When
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """A reference.

    Attributes:
        label: what is shown.
        href: `#ID` of a place in the page, or an http(s) URL.
        document: the dispatch that the place is in, where it is in one.
    """

    label: Text | Verbatim
    href: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Somebody's remark, in whatever language it was made."""

    text: str


Inline = Text | Verbatim | Badge | Day | Link | Note
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `quiet` for what explains rather than says."""

    line: Line
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its header, and a cell holds any number of lines.

    Attributes:
        kind: what it lists; tables of one kind have the same columns.
    """

    kind: TableKind
    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Something that somebody said, with who, when and through whom.

    Attributes:
        mark: how far the reading of it was checked; shown by the form of the card, not by colour alone.
        number: the number by which the page refers to it.
        id: its place in the page; None where the same words are shown a second time.
    """

    mark: BadgeKind
    head: Line
    text: Verbatim
    foot: Line
    number: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Facing:
    """Two sides that contradict each other, side by side, and what exactly stands between them."""

    title: Line
    claim_heading: str
    claim: tuple["Block", ...]
    denial_heading: str
    denial: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on a time line: at a day, somewhere in an interval, or all through it (`whole`)."""

    when: When
    label: str = ""
    count: int = 1
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of a time line."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chart of what lies when.

    Attributes:
        title: what the chart shows, for those who do not see it.
        span: the days that the axis covers; what lies outside is not drawn.
        ticks: days with a label on the axis.
    """

    title: str
    span: When
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[When, str], ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One side of a plane; places on it run from 0 to 1.

    Attributes:
        label: what is measured.
        reservation: place of the reservation value.
        ticks: places with their labels.
    """

    label: str
    reservation: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """One point of a plane, with the shapes that mark what it is."""

    across: float
    up: float
    label: str = ""
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Scatter:
    """A chart of points by what they are worth to two parties.

    Attributes:
        title, description: what the chart shows, for those who do not see it.
        legend: what a shape stands for; None is a point without one.
    """

    title: str
    description: str
    across: Axis
    up: Axis
    dots: tuple[Dot, ...]
    legend: tuple[tuple[Shape | None, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A share from 0 to 1, with its figure; None where there is nothing to have a share of."""

    label: str
    share: float | None
    figure: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars under one heading of one or more lines."""

    heading: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of small multiples: the same bars in each panel.

    Attributes:
        title, description: what the chart shows, for those who do not see it.
    """

    title: str
    description: str
    panels: tuple[Panel, ...]


Chart = Timeline | Scatter | Bars


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, and the table that says the same in words."""

    chart: Chart
    caption: str
    table: Table


@dataclass(frozen=True, slots=True)
class Highlight:
    """Stretches of a passage that the page refers to under one id.

    Attributes:
        number: the number of the statement that they are the content of; None for another source.
    """

    id: str
    spans: tuple[Span, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, letter for letter.

    Attributes:
        offset: where `text` begins in its file; the spans of the highlights count in the file.
    """

    text: str
    language: str
    offset: int
    highlights: tuple[Highlight, ...]


Block = Paragraph | Items | Table | Card | Facing | Figure | Passage


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page with a heading, its own blocks, then its parts."""

    id: str
    heading: Line
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page for one audience.

    Attributes:
        language: BCP 47 tag of the page's own words.
        audience: for whom it is, in words.
        summary: what stands under the title: of what time it is, how far checked.
    """

    title: str
    language: str
    audience: Line
    summary: tuple[Line, ...]
    sections: tuple[Section, ...]


def fill(template: str, **parts: Inline | Line) -> Line:
    """Return the words of `template` with `parts` in the places that name them (`{name}`)."""
    line: list[Inline] = []
    for words, name, _, _ in string.Formatter().parse(template):
        if words:
            line.append(Text(words))
        if name is not None:
            part = parts[name]
            line.extend(part if isinstance(part, tuple) else (part,))
    return tuple(line)


def joined(lines: tuple[Line, ...], separator: str) -> Line:
    """Return the parts of all `lines` with `separator` between one line and the next."""
    return tuple(
        part for i, line in enumerate(lines) for part in ((Text(separator), *line) if i and line else line)
    )


def flat(line: Line) -> str:
    """Return the words of a line."""
    return "".join(
        part.text
        if isinstance(part, Text | Verbatim | Note)
        else part.label
        if isinstance(part, Badge | Day)
        else part.label.text
        for part in line
    )


def links(value: object) -> Iterator[Link]:
    """Yield every link in a page or a part of one, in reading order."""
    if isinstance(value, Link):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from links(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from links(getattr(value, field.name))

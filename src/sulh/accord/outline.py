"""The order of clauses: which line begins one, and which clause it stands under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sulh.accord.label import WORDS, Label, read_label
from sulh.accord.marks import Braces, Marks, within
from sulh.text.span import Span

_DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_HEADING: Final = re.compile(rf"[{_DIRECTION}]* {{0,3}}(?P<signs>#{{1,6}})(?:[ \t]+|(?=\r?$))[{_DIRECTION}]*")
_START: Final = re.compile(rf"(?P<indent>[ \t]*)[{_DIRECTION} \t]*")
_WORD: Final = re.compile(rf"[^{_DIRECTION}\s]")
_WIDTH: Final = 4  # columns of a tab
_DEEPEST: Final = 40  # columns; so that what a hostile file can nest stays few
_DEEPER: Final = 2  # columns by which a list within a list is indented at least

_MISPLACED: Final = (
    r"braces stand at the end of the first line of a heading or paragraph; move them there, or write \{ for "
    "the character itself"
)
_NAMELESS: Final = "a paragraph without number needs an id for its attributes; write {#id key=value}"


class Line(NamedTuple):
    """The first line of a clause.

    Attributes:
        start: of the line.
        words: what follows the number, up to the end of the line.
        level: of a heading; 0 for a paragraph.
        indent: in columns.
        label: its number.
        label_span: where that stands.
        braces: its id and attributes.
    """

    start: int
    words: Span
    level: int
    indent: int
    label: Label | None
    label_span: Span | None
    braces: Braces | None

    @property
    def style(self) -> tuple[str, int, str]:
        """What lines of one list have in common: the style of the number, its components and brackets."""
        if self.label is None:
            return ("", 0, "")
        components = len(self.label.parts) if self.label.style == "decimal" else 0
        return self.label.style, components, self.label.brackets


@dataclass(slots=True)
class Node:
    """A clause as far as it is read."""

    line: Line
    parent: "Node | None"
    children: list["Node"] = field(default_factory=list)
    number: str = ""
    path: str = ""


class Outline:
    """Reads the lines of a body into a tree of clauses.

    Attributes:
        roots: the outermost clauses.
        faults: offsets and what is wrong there.
    """

    def __init__(self, marks: Marks, body: Span) -> None:
        """Read all of `body`."""
        self.roots: list[Node] = []
        self.faults: list[tuple[int, str]] = []
        self._marks = marks
        self._stack: list[Node] = []
        for span, is_first in self._lines(body):
            self._read(span, is_first=is_first)

    def _lines(self, body: Span) -> Iterator[tuple[Span, bool]]:
        """Yield the lines that begin outside brackets and notes, and whether each begins a paragraph."""
        text, start, is_first = self._marks.text, body.start, True
        spans = [one.span for one in self._marks.brackets] + [one.span for one in self._marks.notes]
        inside = {at for span in spans for at in _line_starts(text, span)}
        while start < body.end:
            end = text.find("\n", start, body.end)
            end = body.end if end < 0 else end
            line = Span(start, end)
            if start not in inside:
                yield line, is_first
            is_first = not line.of(text).strip()
            start = end + 1

    def _read(self, span: Span, *, is_first: bool) -> None:
        braces = self._braces(span)
        text = self._marks.text
        if heading := _HEADING.match(text, *span):
            line = self._line(span, heading.end(), braces, level=len(heading["signs"]))
        else:
            start = _START.match(text, *span)
            at = start.end() if start else span.start
            indent = len(start["indent"].expandtabs(_WIDTH)) if start else 0
            line = self._line(span, at, braces, indent=min(indent, _DEEPEST))
            if not self._begins(line, is_first=is_first):
                if braces:
                    self.faults.append((braces.span.start, _NAMELESS if is_first else _MISPLACED))
                return
        self._place(line)

    def _braces(self, line: Span) -> Braces | None:
        """Return the braces at the end of a line; others are a fault."""
        last = None
        for braces in within(self._marks.braces, line, lambda one: one.span.start):
            if not _WORD.search(self._marks.text, braces.span.end, line.end):
                last = braces
            else:
                self.faults.append((braces.span.start, _MISPLACED))
        return last

    def _line(self, span: Span, at: int, braces: Braces | None, *, level: int = 0, indent: int = 0) -> Line:
        label = read_label(self._marks.text[at : span.end], heading=bool(level))
        if label and label.either:
            label = self._letter_or_roman(label)
        after = at + (label.length if label else 0)
        number = Span(at, after) if label else None
        return Line(span.start, Span(after, span.end), level, indent, label, number, braces)

    def _letter_or_roman(self, label: Label) -> Label:
        """Take `(i)` after `(h)` for a letter, else for a Roman number."""
        style = "LETTER" if label.style.isupper() else "letter"
        before = chr(ord(label.parts[0]) - 1)
        labels = [node.line.label for node in self._stack if node.line.label]
        follows = any(one.style == style and one.parts == (before,) for one in labels)
        return label._replace(style=style) if follows else label

    def _begins(self, line: Line, *, is_first: bool) -> bool:
        if line.label is None:
            return is_first and line.braces is not None and bool(line.braces.id)
        return line.label.certain or is_first or self._continues(line.label.parts)

    def _continues(self, parts: tuple[str, ...]) -> bool:
        """Tell whether a number without a sign after it is the first or the next one here."""
        *before, last = parts
        open_numbers = {node.line.label.parts for node in self._stack if node.line.label}
        if last == "1":
            return tuple(before) in open_numbers
        return (*before, str(int(last) - 1)) in open_numbers

    def _place(self, line: Line) -> None:
        del self._stack[self._depth(line) :]
        parent = self._stack[-1] if self._stack else None
        node = Node(line, parent)
        node.number = _number(node)
        named = line.braces.id if line.braces else ""
        node.path = node.number or named or (parent.path if parent else "")
        (parent.children if parent else self.roots).append(node)
        self._stack.append(node)

    def _depth(self, line: Line) -> int:
        """Return how many of the open clauses `line` stands under."""
        lines = [node.line for node in self._stack]
        headings = sum(1 for one in lines if one.level)  # they come first: a heading ends all lists
        if line.level:
            return sum(1 for one in lines[:headings] if one.level < line.level)
        if line.style[0] in WORDS:
            outer = WORDS[: WORDS.index(line.style[0])]
            return headings + sum(1 for one in lines[headings:] if one.style[0] in outer)
        return headings + _depth(line, lines[headings:])


def _depth(line: Line, lists: Sequence[Line]) -> int:
    """Return how many of the open numbered clauses a numbered line stands under.

    It goes on with the innermost list of its style at its indentation, or else stands under what is indented
    less, or else goes on with any list of its style; 2.1 stands under 2 whatever lists are open there; and
    else it begins a list under the innermost clause.
    """
    while lists and not lists[-1].label and line.indent < lists[-1].indent + _DEEPER:
        lists = lists[:-1]
    if not lists:
        return 0
    same = [at for at, one in enumerate(lists) if line.label and one.style == line.style]
    beside = [at for at in same if abs(lists[at].indent - line.indent) < _DEEPER or _follows(line, lists[at])]
    if beside:
        return beside[-1]
    if line.indent >= lists[-1].indent + _DEEPER:
        return len(lists)
    if same:
        return same[-1]
    kept = [at for at, one in enumerate(lists, 1) if one.indent <= line.indent]
    depth = kept[-1] if kept else len(lists)
    style, components, _ = line.style
    shorter = [at for at, one in enumerate(lists, 1) if one.style[0] == style and one.style[1] < components]
    return shorter[-1] if shorter and style == "decimal" else depth


def _follows(line: Line, before: Line) -> bool:
    """Tell whether the number of `line` is the next one after that of `before`: 3 after 2."""
    if line.label is None or before.label is None or line.style != before.style:
        return False
    last, next_one = before.label.parts[-1], line.label.parts[-1]
    return last.isdigit() and next_one.isdigit() and int(next_one) == int(last) + 1


def _line_starts(text: str, span: Span) -> Iterator[int]:
    at = text.find("\n", *span)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, span.end)


def _number(node: Node) -> str:
    """Return the number path of a clause under the clauses above it; empty where it has no number."""
    label = node.line.label
    if label is None:
        return ""
    above = node.parent.path if node.parent else ""
    own = ".".join(label.parts)
    if label.style in WORDS and label.style != "article":
        own = f"{label.style}-{own}"
    if not above:
        return own
    prefix = ".".join(label.parts[:-1])
    if label.style == "decimal" and prefix and (above == prefix or above.endswith(f".{prefix}")):
        return f"{above}.{label.parts[-1]}"
    return f"{above}.{own}"

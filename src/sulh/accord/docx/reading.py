"""From the bytes of a DOCX file to the text of a copy: headings, numbers, tables, changes and comments."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from sulh.accord.docx.numbering import Numbering
from sulh.accord.docx.package import Package, children, integer, open_package, value
from sulh.accord.docx.words import Remark, Words
from sulh.accord.label import read_label
from sulh.accord.marks import find_marks
from sulh.text.span import Span

_HEADING_NAME: Final = re.compile("heading ([1-6])", re.IGNORECASE)
_LEVELS: Final = 6
_INDENT: Final = "   "
_LEFT_OUT: Final = {
    "drawing": "drawing or text box",
    "pict": "picture or text box",
    "object": "embedded object",
    "AlternateContent": "drawing or text box",
    "sym": "sign of a symbol font",
}


def markdown(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the body of a copy, as Markdown, and what of the document it leaves out.

    Numbers are written as the word processor shows them, tables as Markdown tables. A tracked change is a
    bracket, `[[author: new | : old]]`; a comment, footnote or endnote is a note. Headers, footers and
    formatting are no part of it.

    Raises:
        DocumentError: the file cannot be read.
    """
    reader = _Reader(open_package(data))
    text = "\n\n".join(reader.blocks()) + "\n"
    return text, tuple(reader.left_out())


class _Reader:
    """One reading of one document."""

    def __init__(self, package: Package) -> None:
        self._body = package.document.find("body")
        self._numbering = Numbering(package.numbering)
        self._styles = {style.get("styleId", ""): style for style in children(package.styles, "style")}
        self._words = Words(_remarks(package), {})

    def blocks(self) -> Iterator[str]:
        """Yield paragraphs and tables in order."""
        return self._blocks(self._body)

    def left_out(self) -> Iterator[str]:
        """Yield what could not be read as text."""
        for tag, times in sorted(self._words.left_out.items()):
            yield f"{times} × {_LEFT_OUT[tag]} left out; what is written in it is no part of this copy"

    def _blocks(self, element: Element | None) -> Iterator[str]:
        for child in element if element is not None else ():
            if child.tag == "p":
                if block := self._paragraph(child):
                    yield block
            elif child.tag == "tbl":
                yield "\n".join(self._rows(child))
            else:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> str:
        words = self._words.markdown(paragraph)
        level = self._level(paragraph)
        label, depth = self._label(paragraph)
        if level and (words or label):
            words = " ".join(words.split("\n"))
            return f"{'#' * level} {_numbered(label, words, heading=True)}".rstrip()
        lines = "\n".join("\\" + line if line.startswith("#") else line for line in words.split("\n"))
        return (_INDENT * depth if label else "") + _numbered(label, lines, heading=False)

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """Yield the properties of a paragraph and of its styles, the nearest first."""
        style = value(paragraph, "pPr", "pStyle")
        if (own := paragraph.find("pPr")) is not None:
            yield own
        met: set[str] = set()
        while style and style not in met and style in self._styles:
            met.add(style)
            if (properties := self._styles[style].find("pPr")) is not None:
                yield properties
            style = value(self._styles[style], "basedOn")

    def _level(self, paragraph: Element) -> int:
        style = self._styles.get(value(paragraph, "pPr", "pStyle") or "")
        name = value(style, "name") or "" if style is not None else ""
        if found := _HEADING_NAME.fullmatch(name):
            return int(found[1])
        if name.lower() == "title":
            return 1
        outlines = (value(properties, "outlineLvl") for properties in self._chain(paragraph))
        level = integer(next((one for one in outlines if one is not None), None), _LEVELS) + 1
        return level if 0 < level <= _LEVELS else 0

    def _label(self, paragraph: Element) -> tuple[str, int]:
        number, depth = None, None
        for properties in self._chain(paragraph):
            number = number or value(properties, "numPr", "numId")
            depth = depth or value(properties, "numPr", "ilvl")
        if not number or number == "0":
            return "", 0
        style = value(paragraph, "pPr", "pStyle") or ""
        at = integer(depth, self._numbering.level_of(number, style))
        return self._numbering.label(number, at) or "", at

    def _rows(self, table: Element) -> Iterator[str]:
        rows = [[cell for tc in _cells(row) for cell in self._cell(tc)] for row in _named(table, "tr")]
        width = max(map(len, rows), default=0)
        for index, row in enumerate(rows):
            yield "| " + " | ".join(row + [""] * (width - len(row))) + " |"
            if not index:
                yield "|" + "---|" * width

    def _cell(self, cell: Element) -> list[str]:
        words = (self._words.markdown(paragraph) for paragraph in cell.iter("p"))
        text = " ".join(" ".join(words).split())
        marks = find_marks(text, Span(0, len(text)))
        inside = {at for bracket in marks.brackets for at in range(*bracket.span)}
        inside |= {at for span in marks.hidden for at in range(span.start, span.end + 1)}
        text = "".join(
            "\\|" if letter == "|" and at not in inside else letter for at, letter in enumerate(text)
        )
        span = integer(value(cell, "tcPr", "gridSpan"), 1)
        return [text] + [""] * (min(span, 100) - 1)


def _named(element: Element, name: str) -> Iterator[Element]:
    """Yield the nearest elements of that name; what wraps rows and cells is looked through."""
    for child in element:
        if child.tag == name:
            yield child
        elif child.tag not in {"tbl", "p"}:
            yield from _named(child, name)


def _cells(row: Element) -> Iterator[Element]:
    return _named(row, "tc")


def _numbered(label: str, words: str, *, heading: bool) -> str:
    """Return the words after their number, with a sign after it where it would else be read as a word."""
    if not label:
        return words
    if label == "•":
        return f"- {words}"
    for sign in ("", ".", ":"):
        line = f"{label}{sign} {words}".rstrip()
        found = read_label(line.split("\n")[0], heading=heading)
        if found and found.certain and found.length == len(label + sign):
            return line
    return f"{label} {words}".rstrip()


def _remarks(package: Package) -> dict[tuple[str, str], Remark]:
    """Return the comments and notes, in one line each."""
    found = {}
    parts = (("comment", package.comments), ("footnote", package.footnotes), ("endnote", package.endnotes))
    for kind, part in parts:
        for remark in children(part, kind):
            paragraphs = ("".join(run.text or "" for run in p.iter("t")) for p in remark.iter("p"))
            text = " ".join(" ".join(paragraphs).split())
            author = " ".join((remark.get("author") or kind).replace(":", " ").split())
            if text:
                found[kind, remark.get("id", "")] = Remark(author, text)
    return found

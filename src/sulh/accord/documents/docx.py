"""A document as DOCX: everything in the direction of its words, changes as tracked changes."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as File
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.table import Table as FileTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run as FileRun

from sulh.accord.documents.display import is_right_to_left
from sulh.accord.documents.document import (
    Block,
    Change,
    Document,
    Run,
    Runs,
    Side,
    Signatory,
    Table,
    text_of,
)

_RIGHT: Final = frozenset(("R", "AL", "AN"))
_LEFT: Final = frozenset(("L", "EN"))
_INDENT: Final = 0.75  # cm a level
_FONT: Final = "Times New Roman"  # has Arabic letters wherever a word processor runs
_AUTHOR: Final = "sulh"
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # that a zip archive can hold: the same bytes on every day
_AFTER_BIDI: Final = ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents")
_LAST: Final = ("jc", "textDirection", "outlineLvl", "rPr", "sectPr")
_AFTER_VISUAL: Final = (
    "tblStyleRowBandSize",
    "tblStyleColBandSize",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
)
_LAST_IN_TABLE: Final = ("tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook")

_Place = File | _Cell


def render(document: Document) -> bytes:
    """Return the bytes of a DOCX file."""
    file = docx.Document()
    style = file.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(11.5)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:cs"), _FONT)
    file.core_properties.title, file.core_properties.author = document.title[:255], ""
    _edges(file, document)
    writer = _Writer(file, document.sides)
    if len(document.sides) == 1:
        writer.one(document)
    else:
        writer.two(document)
    for title, group in document.groups():
        _centred(file.add_paragraph(), title, bold=True)
        for one in group:
            writer.signatory(one, document)
    stream = BytesIO()
    file.save(stream)
    return _repacked(stream.getvalue())


def _repacked(data: bytes) -> bytes:
    """Return a zip archive without the time at which it was made."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _EARLIEST), old.read(name), ZIP_DEFLATED)
    return stream.getvalue()


def _edges(file: File, document: Document) -> None:
    """Write the mark of a draft on top of each page; its number, digests and audience at the bottom."""
    section = file.sections[0]
    section.left_margin = section.right_margin = Cm(2)
    top = section.header.paragraphs[0]
    if document.draft:
        _centred(top, document.draft_mark, bold=True)
        if document.against:
            _centred(section.header.add_paragraph(), document.against_line)
    bottom = section.footer.paragraphs[0]
    bottom.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, field in enumerate(("PAGE", "NUMPAGES")):
        if number:
            bottom.add_run(" / ")
        element = OxmlElement("w:fldSimple")
        element.set(qn("w:instr"), field)
        bottom._p.append(element)  # noqa: SLF001 - the library has no fields
    for side in document.sides:
        words = (f"{side.labels.digest} ({side.language})", side.digest)
        for text in (*words, side.labels.audience.format(audience=document.audience)):
            _centred(section.footer.add_paragraph(), text, size=7)


def _centred(paragraph: Paragraph, words: str, *, bold: bool = False, size: float = 0) -> None:
    _fill(paragraph, (Run(words),), right=is_right_to_left(words, otherwise=False), bold=bold, size=size)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


class _Writer:
    """Writes clauses into a file or the cells of a table."""

    def __init__(self, file: File, sides: tuple[Side, ...]) -> None:
        self._file = file
        self._sides = sides

    def one(self, document: Document) -> None:
        """Write all clauses in one language."""
        (side,) = self._sides
        self._title(self._file, side)
        for row in document.rows:
            if block := row.cells[0]:
                self.block(self._file, block, side)

    def two(self, document: Document) -> None:
        """Write all clauses as rows of a table, the first language on the right."""
        table = _table(self._file, len(document.rows) + 1, len(self._sides), right=True)
        titles, *rows = table.rows
        for cell, side in zip(titles.cells, self._sides, strict=True):
            self._title(cell, side)
            _without_first(cell)
        for made, row in zip(rows, document.rows, strict=True):
            for cell, block, side in zip(made.cells, row.cells, self._sides, strict=True):
                if block:
                    self.block(cell, block, side)
                elif not row.removed:
                    _centred(cell.paragraphs[0], f"— {side.labels.missing} —", bold=True)
                _without_first(cell)

    def _title(self, place: _Place, side: Side) -> None:
        if side.title:
            _centred(place.add_paragraph(), side.title, bold=True, size=16)
        for line in side.details:
            _centred(place.add_paragraph(), line)

    def block(self, place: _Place, block: Block, side: Side) -> None:
        """Write one clause."""
        first, rest = block.opening()
        last: Paragraph | None = None
        if block.level:
            last = place.add_paragraph()
            last.paragraph_format.keep_with_next = True
            last.paragraph_format.space_before = Pt(10)
            self._style(last, block.level)
            self._paragraph(last, first, side, bold=True)
        elif first:
            last = self._indented(place, block.depth)
            self._paragraph(last, first, side)
        for part in rest:
            if isinstance(part, Table):
                self._grid(place, part, side)
            else:
                last = self._indented(place, block.depth)
                self._paragraph(last, part, side)
        for note in block.notes:
            last = last or place.add_paragraph()
            runs = last.runs or [last.add_run()]
            comment = self._file.add_comment(runs, note.text, author=note.author or "—", initials="")
            comment._comment_elm.attrib.pop(qn("w:date"), None)  # noqa: SLF001 - the day of writing is not that of the remark

    def _style(self, paragraph: Paragraph, level: int) -> None:
        """Give a heading its place in the outline; its looks are those of the text."""
        element = OxmlElement("w:outlineLvl")
        element.set(qn("w:val"), str(level - 1))
        _properties(paragraph).insert_element_before(element, "w:divId", "w:rPr", "w:sectPr")

    def _indented(self, place: _Place, depth: int) -> Paragraph:
        paragraph = place.add_paragraph()
        if depth:
            paragraph.paragraph_format.left_indent = Cm(_INDENT * min(depth, 6))
        return paragraph

    def _paragraph(self, paragraph: Paragraph, runs: Runs, side: Side, *, bold: bool = False) -> None:
        _fill(paragraph, runs, right=is_right_to_left(text_of(runs), side.right_to_left), bold=bold)

    def _grid(self, place: _Place, table: Table, side: Side) -> None:
        words = "".join(text_of(cell) for row in table.rows for cell in row)
        right = is_right_to_left(words, side.right_to_left)
        made = _table(place, len(table.rows), len(table.rows[0]), right=right)
        for number, (row, cells) in enumerate(zip(table.rows, made.rows, strict=True)):
            for runs, cell in zip(row, cells.cells, strict=True):
                direction = is_right_to_left(text_of(runs), right)
                _fill(cell.paragraphs[0], runs, right=direction, bold=table.header and not number)

    def signatory(self, one: Signatory, document: Document) -> None:
        """Write the name of somebody who signs, what is said of it, and lines to sign on."""
        right = document.sides[0].right_to_left
        frame = _table(self._file, 1, len(document.sides), right=right, style="Normal Table")
        for cell, name, claims, side in zip(
            frame.rows[0].cells, one.names, one.claims, document.sides, strict=True
        ):
            words = name or f"— {side.labels.missing} —"
            _fill(
                cell.paragraphs[0],
                (Run(words),),
                right=is_right_to_left(words, side.right_to_left),
                bold=True,
            )
            for claim in claims:
                _fill(cell.add_paragraph(), (Run(claim),), right=side.right_to_left, size=9)
        lines = _table(self._file, 1, 3, right=right, style="Normal Table")
        for cell, words in zip(lines.rows[0].cells, document.signing_lines, strict=True):
            _centred(cell.paragraphs[0], "\n" + "_" * 22)
            _centred(cell.add_paragraph(), words, size=9)
        self._file.add_paragraph()


def _without_first(cell: _Cell) -> None:
    """Take the empty paragraph away with which a cell begins, if others follow."""
    first, *others = cell.paragraphs
    if others and not first.text:
        first._p.getparent().remove(first._p)  # noqa: SLF001 - the library cannot remove a paragraph


def _properties(paragraph: Paragraph) -> BaseOxmlElement:
    found: BaseOxmlElement = paragraph.paragraph_format.element.get_or_add_pPr()
    return found


def _table(place: _Place, rows: int, columns: int, *, right: bool, style: str = "Table Grid") -> FileTable:
    if isinstance(place, _Cell):
        table = place.add_table(rows, columns)
        table.style = style
    else:
        table = place.add_table(rows, columns, style=style)
    if right:
        after = (f"w:{name}" for name in (*_AFTER_VISUAL, *_LAST_IN_TABLE))
        table._tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *after)  # noqa: SLF001 - the library has no other way
    return table


def _fill(paragraph: Paragraph, runs: Runs, *, right: bool, bold: bool = False, size: float = 0) -> None:
    """Write into a paragraph: a run for each stretch of one direction, mark and change."""
    if right:
        after = (f"w:{name}" for name in (*_AFTER_BIDI, *_LAST))
        _properties(paragraph).insert_element_before(OxmlElement("w:bidi"), *after)
    for change, group in groupby(_directed(runs, right=right), lambda one: one[0].change):
        written = [_run(paragraph, run, right=way, bold=bold, size=size) for run, way in group]
        if change:
            _track(written, change)


def _run(paragraph: Paragraph, run: Run, *, right: bool, bold: bool, size: float) -> FileRun:
    made = paragraph.add_run(run.text)
    if bold or run.mark == "proposer":
        made.font.bold = made.font.cs_bold = True
    if size:
        made.font.size = Pt(size)
    if right:
        made.font.rtl = True
    if run.mark in {"bracket", "proposer"}:
        made.font.highlight_color = WD_COLOR_INDEX.YELLOW
    return made


def _track(runs: Sequence[FileRun], change: Change) -> None:
    """Put runs into a tracked change, which the library does not know."""
    element = OxmlElement("w:ins" if change == "inserted" else "w:del")
    element.set(qn("w:id"), "0")
    element.set(qn("w:author"), _AUTHOR)
    runs[0].element.addprevious(element)
    for run in runs:
        element.append(run.element)
        for text in run.element.findall(qn("w:t")) if change == "removed" else ():
            text.tag = qn("w:delText")


def _directed(runs: Iterable[Run], *, right: bool) -> Iterator[tuple[Run, bool]]:
    """Yield runs of one direction each: signs and blanks run as what stands before them."""
    direction = right
    for run in runs:
        letters = []
        for letter in run.text:
            kind = unicodedata.bidirectional(letter)
            if kind in _RIGHT | _LEFT:
                direction = kind in _RIGHT
            letters.append((letter, direction))
        for way, group in groupby(letters, lambda one: one[1]):
            yield run._replace(text="".join(letter for letter, _ in group)), way

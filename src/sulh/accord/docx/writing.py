"""A copy as a DOCX file: headings, numbers as text, brackets highlighted, notes as comments, tables.

Every paragraph, run and table has the direction of its own words.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Final

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sulh.accord.clause import Clause
from sulh.accord.counterpart import Copy
from sulh.accord.plain import join
from sulh.text.span import Span

_RIGHT: Final = frozenset(("R", "AL", "AN"))
_LEFT: Final = frozenset(("L", "EN"))
_RULE: Final = frozenset("|-: ")
_INDENT: Final = 0.75  # cm a level
_CONTROLS: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def document(copy: Copy) -> bytes:
    """Return the bytes of a DOCX file with the words of `copy`; ids and attributes are not in it."""
    file = docx.Document()
    if copy.front.title:
        file.core_properties.title = copy.front.title.within(copy.front.language)[:255]
    for clause in copy.clauses:
        _clause(file, copy, clause, 0)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _clause(file: Document, copy: Copy, clause: Clause, depth: int) -> None:
    label = clause.label.of(copy.text).strip() if clause.label else ""
    lines = list(_Words(copy, clause, clause.content).lines())
    last: Paragraph | None = None
    if clause.level:
        last = file.add_heading(level=clause.level)
        _fill(last, _Words(copy, clause, clause.heading).all(), label)
    elif clause.label:
        start = clause.content[0].start if lines else clause.own.end
        is_beside = "\n" not in copy.text[clause.label.end : start]
        last = _paragraph(file, lines.pop(0) if lines and is_beside else [], label, depth)
    for is_row, group in groupby(lines, lambda line: line[0][0] == "|"):
        if is_row:
            _table(file, [_split(line) for line in group])
        else:
            for line in group:
                last = _paragraph(file, line, "", depth)
    last = last or file.add_paragraph()
    for note in clause.notes:
        runs = last.runs or [last.add_run()]
        file.add_comment(runs, note.text, author=note.author or "—", initials="")
    for child in clause.children:
        _clause(file, copy, child, depth + (not clause.level))


Letter = tuple[str, bool, bool]
"""A letter, whether it stands in a bracket, and whether it parts two cells."""


class _Words:
    """The words of a clause, letter by letter."""

    def __init__(self, copy: Copy, clause: Clause, stretches: Iterable[Span]) -> None:
        self._text = copy.text
        self._plain = join(copy.text, stretches)
        self._brackets = [bracket.span for bracket in clause.brackets]

    def all(self) -> list[Letter]:
        return list(self._letters())

    def lines(self) -> Iterator[list[Letter]]:
        for is_break, group in groupby(self._letters(), lambda letter: letter[0] == "\n"):
            if not is_break:
                yield list(group)

    def _letters(self) -> Iterator[Letter]:
        at, before = 0, -1
        for letter, start in zip(self._plain.text, self._plain.starts, strict=True):
            while at < len(self._brackets) and self._brackets[at].end <= start:
                at += 1
            bracketed = at < len(self._brackets) and self._brackets[at].start <= start
            escaped = self._text[start - 1 : start] == "\\" and before != start - 1
            yield letter, bracketed, letter == "|" and not bracketed and not escaped
            before = start


def _split(row: Sequence[Letter]) -> list[list[Letter]]:
    """Return the cells of a row; the bars at its ends part nothing."""
    cells: list[list[Letter]] = [[]]
    for letter in row:
        if letter[2]:
            cells.append([])
        else:
            cells[-1].append(letter)
    if not "".join(letter[0] for letter in cells[-1]).strip():
        cells.pop()
    return [_stripped(cell) for cell in cells[1:]]


def _stripped(letters: list[Letter]) -> list[Letter]:
    text = "".join(letter[0] for letter in letters)
    start = len(text) - len(text.lstrip())
    return letters[start : len(text.rstrip())]


def _is_right(letters: Iterable[str]) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in letters)
    return next((kind in _RIGHT for kind in kinds if kind in _RIGHT or kind == "L"), False)


def _paragraph(file: Document, letters: Sequence[Letter], label: str, depth: int) -> Paragraph:
    paragraph = file.add_paragraph()
    if depth:
        paragraph.paragraph_format.left_indent = Cm(_INDENT * depth)
    _fill(paragraph, letters, label)
    return paragraph


def _fill(paragraph: Paragraph, letters: Sequence[Letter], label: str = "") -> None:
    """Write letters into an empty paragraph: a run for each stretch of one direction and one kind."""
    words = [*((letter, False, False) for letter in f"{label} " if label), *letters]
    base = _is_right(letter for letter, _, _ in (letters or words))
    if base:
        properties = paragraph.paragraph_format.element.get_or_add_pPr()
        properties.insert_element_before(
            OxmlElement("w:bidi"),
            *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
            *("w:mirrorIndents", "w:jc", "w:textDirection", "w:outlineLvl", "w:rPr", "w:sectPr"),
        )
    for (right, bracketed), group in groupby(_directed(words, base=base), lambda one: (one[1], one[2])):
        run = paragraph.add_run("".join(letter for letter, _, _ in group).translate(_CONTROLS))
        _format(run, right=right, bracketed=bracketed)


def _directed(words: Iterable[Letter], *, base: bool) -> Iterator[tuple[str, bool, bool]]:
    """Yield letters with their direction: signs and blanks run as what stands before them."""
    right = base
    for letter, bracketed, _ in words:
        kind = unicodedata.bidirectional(letter)
        if kind in _RIGHT | _LEFT:
            right = kind in _RIGHT
        yield letter, right, bracketed


def _format(run: Run, *, right: bool, bracketed: bool) -> None:
    if right:
        run.font.rtl = True
    if bracketed:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _table(file: Document, rows: Sequence[Sequence[list[Letter]]]) -> None:
    rows = [row for index, row in enumerate(rows) if index != 1 or not _is_rule(row)]
    width = max(map(len, rows), default=0)
    if not width:
        return
    table: Table = file.add_table(len(rows), width, style="Table Grid")
    if _is_right(letter for row in rows for cell in row for letter, _, _ in cell):
        table._tblPr.insert_element_before(  # noqa: SLF001 - the library has no other way
            OxmlElement("w:bidiVisual"),
            *("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing"),
            *("w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
        )
    for row, cells in zip(rows, table.rows, strict=True):
        for letters, cell in zip(row, cells.cells, strict=False):
            _cell(cell, letters)


def _cell(cell: _Cell, letters: list[Letter]) -> None:
    _fill(cell.paragraphs[0], letters)


def _is_rule(row: Sequence[list[Letter]]) -> bool:
    return bool(row) and all(cell and {letter for letter, _, _ in cell} <= _RULE for cell in row)

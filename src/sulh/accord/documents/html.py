"""A document as one HTML page that needs nothing else; all words are escaped when it is written."""

from importlib.resources import files
from xml.etree.ElementTree import Element, SubElement, tostring

from sulh.accord.documents.display import is_right_to_left
from sulh.accord.documents.document import (
    Block,
    Document,
    Row,
    Runs,
    Side,
    Signatory,
    Table,
    remarks,
    text_of,
)


def render(document: Document) -> bytes:
    """Return the page in UTF-8."""
    sides = document.sides
    page = Element("html", lang=sides[0].language, dir=_dir(sides[0].right_to_left))
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = document.title
    style = files("sulh.accord.documents").joinpath("document.css")
    SubElement(head, "style").text = style.read_text("utf-8")
    body = SubElement(page, "body")
    if document.draft:
        mark = _add(body, "p", document.draft_mark, "draft")
        if document.against:
            _add(mark, "small", document.against_line)
    main = SubElement(body, "main", {"class": "two" if len(sides) > 1 else "one"})
    _titles(main, sides)
    for row in document.rows:
        _row(main, row, sides)
    for title, group in document.groups():
        section = SubElement(main, "section", {"class": "signing"})
        _add(section, "h2", title)
        for one in group:
            _signatory(section, one, document)
    _foot(body, document)
    written: bytes = tostring(page, "utf-8", method="html", short_empty_elements=False)
    return b"<!DOCTYPE html>\n" + written


def _titles(main: Element, sides: tuple[Side, ...]) -> None:
    titles = SubElement(main, "header", {"class": "row"})
    for side in sides:
        cell = _cell(titles, side)
        if side.title:
            _add(cell, "h1", side.title)
        for detail in side.details:
            _add(cell, "p", detail)


def _foot(body: Element, document: Document) -> None:
    foot = SubElement(body, "footer")
    for side in document.sides:
        line = _add(foot, "p", f"{side.labels.digest} ({side.language}) ", lang=side.language, dir="auto")
        _add(line, "code", side.digest, dir="ltr")
    for side in document.sides:
        words = side.labels.audience.format(audience=document.audience)
        _add(foot, "p", words, lang=side.language, dir=_dir(side.right_to_left))


def _dir(right_to_left: bool) -> str:  # noqa: FBT001 - a plain choice
    return "rtl" if right_to_left else "ltr"


def _add(parent: Element, tag: str, text: str, kind: str = "", **attributes: str) -> Element:
    element = SubElement(parent, tag, {"class": kind} if kind else {}, **attributes)
    element.text = text
    return element


def _cell(row: Element, side: Side) -> Element:
    return SubElement(row, "div", lang=side.language, dir=_dir(side.right_to_left))


def _row(main: Element, row: Row, sides: tuple[Side, ...]) -> None:
    element = SubElement(main, "div", {"class": "row"})
    for block, side in zip(row.cells, sides, strict=True):
        cell = _cell(element, side)
        if block:
            _block(cell, block, side)
        elif not row.removed:
            _add(cell, "p", side.labels.missing, "missing")


def _block(cell: Element, block: Block, side: Side) -> None:
    cell.set("class", f"clause depth-{min(block.depth, 6)}")
    first, rest = block.opening()
    if block.level:
        _runs(SubElement(cell, f"h{min(block.level + 1, 6)}"), first)
    elif first:
        _paragraph(cell, first, side)
    for part in rest:
        if isinstance(part, Table):
            _table(cell, part, side)
        else:
            _paragraph(cell, part, side)
    for note in remarks(block, side):
        _runs(SubElement(cell, "aside", dir=_dir(side.right_to_left)), note)


def _paragraph(cell: Element, runs: Runs, side: Side) -> None:
    direction = _dir(is_right_to_left(text_of(runs), side.right_to_left))
    _runs(SubElement(cell, "p", dir=direction), runs)


def _table(cell: Element, table: Table, side: Side) -> None:
    words = "".join(text_of(runs) for row in table.rows for runs in row)
    element = SubElement(cell, "table", dir=_dir(is_right_to_left(words, side.right_to_left)))
    for number, row in enumerate(table.rows):
        line = SubElement(element, "tr")
        for runs in row:
            _runs(SubElement(line, "th" if table.header and not number else "td"), runs)


def _runs(parent: Element, runs: Runs) -> None:
    for run in runs:
        place = parent
        if run.change:
            place = SubElement(place, {"inserted": "ins", "removed": "del"}[run.change])
        if run.mark in {"bracket", "proposer"}:
            place = SubElement(place, "mark", {"class": run.mark})
        if place is parent:
            place = SubElement(place, "span")
        place.text = run.text


def _signatory(section: Element, one: Signatory, document: Document) -> None:
    frame = SubElement(section, "div", {"class": "signatory"})
    row = SubElement(frame, "div", {"class": "row"})
    for name, claims, side in zip(one.names, one.claims, document.sides, strict=True):
        cell = _cell(row, side)
        _add(cell, "p", name or side.labels.missing, "name" if name else "missing")
        for claim in claims:
            _add(cell, "p", claim, "claim")
    lines = SubElement(frame, "div", {"class": "lines"})
    for words in document.signing_lines:
        _add(lines, "span", words)

"""A document as PDF, made by typst: the same bytes for the same document, on every machine.

The layout is `document.typ`; the words are handed to it as JSON, so that none of them is ever read as markup.
Fonts are Amiri (in `fonts/`, SIL Open Font License 1.1) and, for Cyrillic and Greek, the Libertinus Serif of
typst; fonts of the system are not used, and nothing is downloaded.
"""

import json
import re
import unicodedata
from importlib.resources import as_file, files
from typing import Any, Final

from sulh.accord.documents.display import is_right_to_left
from sulh.accord.documents.document import Block, Document, Row, Runs, Side, Table, remarks, text_of

_SCRIPTS: Final = re.compile(
    "ARABIC|LATIN|CYRILLIC|GREEK|MODIFIER|COMBINING|FEMININE|MASCULINE|MICRO|OHM|KELVIN"
)


class UnshownError(ValueError):
    """A document has letters for which there is no font; the message names them."""


def render(document: Document) -> bytes:
    """Return the bytes of a PDF file.

    Raises:
        UnshownError: it has letters of a script that the fonts do not have.
        ImportError: typst is not installed.
    """
    import typst  # noqa: PLC0415 - an extra

    data = json.dumps(_data(document), ensure_ascii=False)
    if unshown := sorted({letter for letter in data if letter.isalpha() and not _has_font(letter)}):
        msg = f"the PDF has no letters for {' '.join(unshown)}; write HTML or DOCX instead"
        raise UnshownError(msg)
    with as_file(files("sulh.accord.documents")) as folder:
        compiler = typst.Compiler(
            (folder / "document.typ").read_bytes(),
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[folder / "fonts"]),
            sys_inputs={"data": data},
        )
        written = compiler.compile(timestamp=0)
    return b"".join(written) if isinstance(written, list) else written or b""


def _has_font(letter: str) -> bool:
    return letter.isascii() or bool(_SCRIPTS.match(unicodedata.name(letter, "")))


def _data(document: Document) -> dict[str, Any]:
    sides = document.sides
    return {
        "title": document.title,
        "draft": document.draft_mark,
        "against": document.against_line,
        "sides": [
            {
                "lang": side.language.partition("-")[0],
                "right": side.right_to_left,
                "title": side.title,
                "details": side.details,
                "missing": side.labels.missing,
                "foot": f"{side.labels.digest} ({side.language})",
                "digest": side.digest,
                "audience": side.labels.audience.format(audience=document.audience),
            }
            for side in sides
        ],
        "rows": [_row(row, sides) for row in document.rows],
        "lines": document.signing_lines,
        "groups": [
            {"title": title, "signatories": [{"names": one.names, "claims": one.claims} for one in group]}
            for title, group in document.groups()
        ],
    }


def _row(row: Row, sides: tuple[Side, ...]) -> dict[str, Any]:
    cells = zip(row.cells, sides, strict=True)
    return {"removed": row.removed, "cells": [block and _block(block, side) for block, side in cells]}


def _block(block: Block, side: Side) -> dict[str, Any]:
    return {
        "level": block.level,
        "depth": block.depth,
        "label": _runs(block.label),
        "heading": _runs(block.heading),
        "body": [
            _table(part, side) if isinstance(part, Table) else _paragraph(part, side) for part in block.body
        ],
        "notes": [_paragraph(note, side) for note in remarks(block, side)],
    }


def _runs(runs: Runs) -> list[dict[str, str]]:
    return [run._asdict() for run in runs]


def _paragraph(runs: Runs, side: Side) -> dict[str, Any]:
    right = is_right_to_left(text_of(runs), side.right_to_left)
    return {"kind": "paragraph", "right": right, "runs": _runs(runs)}


def _table(table: Table, side: Side) -> dict[str, Any]:
    words = "".join(text_of(cell) for row in table.rows for cell in row)
    return {
        "kind": "table",
        "right": is_right_to_left(words, side.right_to_left),
        "header": table.header,
        "rows": [[_runs(cell) for cell in row] for row in table.rows],
    }

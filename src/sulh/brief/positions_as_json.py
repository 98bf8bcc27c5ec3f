"""The positions as plain data, with the fields of `sulh brief --json` where they say the same."""

from typing import Any

from sulh.brief.as_json import local, provenance, statement, when
from sulh.brief.content import Content
from sulh.brief.contested import Denied
from sulh.brief.positions import Cell, Held, Row, Sheet
from sulh.case.local_text import LocalText

Plain = dict[str, Any]


def data(content: Content, sheet: Sheet) -> Plain:
    """Return the positions, for programs; every actor has a cell in every row."""
    return {
        "audience": str(content.audience),
        "title": local(content.case.title),
        "language": content.language,
        "as_of": str(sheet.as_of) if sheet.as_of else None,
        "actors": list(sheet.actors),
        "rows": [_row(content, row) for row in sheet.rows],
        "left_out": [_held(content, held) for held in sheet.left_out],
    }


def _row(content: Content, row: Row) -> Plain:
    subject = row.subject
    return {
        "kind": row.kind,
        "id": subject.id,
        "title": _local(subject.title),
        "options": [{"id": option.id, "title": _local(option.title)} for option in subject.options],
        "last_changed": when(row.last_changed),
        "cells": [_cell(content, cell) for cell in row.cells],
        **provenance(subject.provenance),
    }


def _cell(content: Content, cell: Cell) -> Plain:
    return {
        "actor": cell.actor,
        "last_changed": when(cell.last_changed),
        "positions": [_held(content, held) for held in cell.current],
        "history": [_held(content, held) for held in cell.history],
    }


def _held(content: Content, held: Held) -> Plain:
    position = held.position
    return {
        "actor": position.actor,
        "issue": position.issue,
        "stance": position.stance,
        "option": position.option,
        "proposes": _local(position.proposes),
        "when": when(held.when),
        "reference": position.statement,
        "statement": statement(content, held.statement) if held.statement else None,
        "denied_by": [_denied(content, denied) for denied in held.denied_by],
        **provenance(position.provenance),
    }


def _denied(content: Content, denied: Denied) -> Plain:
    return {"aspect": denied.aspect, "statement": statement(content, denied.denial)}


def _local(text: LocalText | None) -> dict[str, str] | None:
    return local(text) if text else None

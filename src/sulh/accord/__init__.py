"""The text of an agreement: clauses and counterpart copies, read with offsets and written back unchanged."""

from sulh.accord.clause import Attribute, Bracket, Clause, Note, Wording
from sulh.accord.counterpart import (
    Circulation,
    Copy,
    Front,
    IntendedDifference,
    Response,
    Signature,
    Translation,
)
from sulh.accord.door import InvalidCopyError, load, load_with_faults, save
from sulh.accord.editing import escape, proposals, render, resolve, with_text
from sulh.accord.plain import plain_text
from sulh.accord.reading import parse

__all__ = [
    "Attribute",
    "Bracket",
    "Circulation",
    "Clause",
    "Copy",
    "Front",
    "IntendedDifference",
    "InvalidCopyError",
    "Note",
    "Response",
    "Signature",
    "Translation",
    "Wording",
    "escape",
    "load",
    "load_with_faults",
    "parse",
    "plain_text",
    "proposals",
    "render",
    "resolve",
    "save",
    "with_text",
]

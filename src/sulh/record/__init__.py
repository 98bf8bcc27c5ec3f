"""Read dispatches: who said what, to whom, through whom, when; who claims which role; what is denied."""

from sulh.record.case_reading import CaseReading, read_case
from sulh.record.read import LANGUAGES, read_dispatch, read_text
from sulh.record.reading import Document, NamedActor, Reading

__all__ = [
    "LANGUAGES",
    "CaseReading",
    "Document",
    "NamedActor",
    "Reading",
    "read_case",
    "read_dispatch",
    "read_text",
]

"""Documents that people can read and sign, made from one copy of an agreement or two: PDF, DOCX, HTML, XML.

`document` makes the document, `render` its bytes in one of `FORMATS`.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from sulh.accord.documents.building import document
from sulh.accord.documents.document import Document

FORMATS: Final[Mapping[str, str]] = {"pdf": ".pdf", "docx": ".docx", "html": ".html", "akn": ".xml"}
"""The end of a file's name by format."""

__all__ = ["FORMATS", "Document", "document", "render"]


def render(made: Document, form: str) -> bytes:
    """Return the bytes of a document; the same for the same document.

    Args:
        made: the document.
        form: one of `FORMATS`.

    Raises:
        ValueError: the format cannot hold it: PDF letters without font, Akoma Ntoso a second language.
        ImportError: the extra `documents` is not installed (PDF, DOCX).
    """
    written: bytes = import_module(f"sulh.accord.documents.{form}").render(made)
    return written

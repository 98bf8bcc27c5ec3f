"""What a word in a case refers to: the shape of ids, and references to statements, `DOCUMENT#ID`."""

import re
from typing import Final

BY_HAND: Final = "statements.toml"
"""The document of a statement that was entered by hand and that no dispatch carries."""

_ID: Final = re.compile(r"[a-z0-9-]+")
_MACHINE_READ: Final = re.compile(r"s[0-9].*")


def is_id(word: str) -> bool:
    """Tell whether `word` has the shape of an id: lower-case ASCII letters, digits and hyphens."""
    return _ID.fullmatch(word) is not None


def is_machine_id(identifier: str) -> bool:
    """Tell whether an id is one that the program gives to what it reads in a dispatch (`s1`, `s2`).

    These are kept for the program, so that `DOCUMENT#s3` never means two things.
    """
    return _MACHINE_READ.fullmatch(identifier) is not None


def split(reference: str) -> tuple[str, str]:
    """Return the document and the id of a `DOCUMENT#ID`; the document is empty for a plain id."""
    document, _, identifier = reference.rpartition("#")
    return document, identifier

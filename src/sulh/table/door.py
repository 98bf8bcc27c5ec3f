"""The door of the table: a file in, a negotiation out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sulh.case.fault import Fault
from sulh.table.edits import Edit, Edited
from sulh.table.negotiation import Negotiation
from sulh.table.reading import Reading, parse_edited

FILE: Final = "negotiation.toml"
"""The name of the file in a case folder."""


class InvalidNegotiationError(ValueError):
    """A negotiation could not be read.

    Attributes:
        faults: everything that is wrong with it, by line.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Say each fault on a line."""
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def load(path: str | Path) -> Negotiation:
    """Read the negotiation in `path`: a `negotiation.toml`, or a folder that holds one.

    Raises:
        InvalidNegotiationError: with everything that is wrong.
    """
    negotiation, faults = load_with_faults(path)
    if negotiation is None:
        raise InvalidNegotiationError(faults)
    return negotiation


def load_with_faults(path: str | Path) -> Reading:
    """Read the negotiation in `path`, or say everything that is wrong with it; raises nothing."""
    return load_edited(path, ())[0]


def load_edited(path: str | Path, edits: Sequence[Edit]) -> tuple[Reading, tuple[Edited, ...]]:
    """Read the negotiation in `path` with other values, and say what these changed, or all that is wrong.

    Args:
        path: the file, or a folder that holds it.
        edits: values to read instead of those of the file.

    Raises:
        ValueError: an edit leads to nothing in the file.
    """
    path = Path(path)
    file = path / FILE if path.is_dir() else path
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = f"the file could not be read ({error.strerror}); name a {FILE}, or a folder that holds one"
        return Reading(None, (Fault(str(file), None, reason),)), ()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Reading(None, (Fault(str(file), line, "not UTF-8 from here on; save it as UTF-8"),)), ()
    return parse_edited(text, str(file), edits)

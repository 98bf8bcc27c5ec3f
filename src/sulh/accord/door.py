"""The door of agreement texts: a file in, a copy out, and back."""

from pathlib import Path
from typing import NamedTuple

from sulh.accord.counterpart import Copy
from sulh.accord.reading import parse
from sulh.case.fault import Fault
from sulh.case.folder.atomic import write_bytes
from sulh.text.decode import NotTextError, decode


class Reading(NamedTuple):
    """What a file says.

    Attributes:
        copy: as far as it could be read; None where the file could not be.
        faults: what a person has to mend, by line.
    """

    copy: Copy | None
    faults: tuple[Fault, ...]


class InvalidCopyError(ValueError):
    """A copy of an agreement could not be read without faults.

    Attributes:
        faults: everything that is wrong with it, by line.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Say each fault on a line."""
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def load(path: str | Path) -> Copy:
    """Read the copy in `path`.

    Raises:
        InvalidCopyError: with everything that is wrong.
    """
    copy, faults = load_with_faults(path)
    if copy is None or faults:
        raise InvalidCopyError(faults)
    return copy


def load_with_faults(path: str | Path) -> Reading:
    """Read the copy in `path`, as far as it can be read, and say what is wrong with it; raises nothing."""
    path = Path(path)
    try:
        decoded = decode(path.read_bytes())
    except OSError as error:
        reason = f"the file could not be read ({error.strerror}); name the file of a copy"
        return _unread(path, reason)
    except NotTextError as error:
        return _unread(path, str(error))
    if decoded.encoding != "utf-8":
        return _unread(path, f"the file is {decoded.encoding}, not UTF-8; save it as UTF-8")
    return Reading(*parse(decoded.text, str(path)))


def _unread(path: Path, reason: str) -> Reading:
    return Reading(None, (Fault(str(path), None, reason),))


def save(copy: Copy, path: str | Path) -> None:
    """Write `copy` to `path` in UTF-8, as a whole or not at all: byte for byte what was read.

    Raises:
        OSError: the folder does not exist or cannot be written to; `path` is then as it was.
        UnicodeEncodeError: the text has half a surrogate pair, which no file can hold; likewise.
    """
    write_bytes(Path(path), copy.text.encode("utf-8"))

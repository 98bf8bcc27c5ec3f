"""The door of DOCX files: `load_with_faults` reads one as a copy, `save` writes a copy as one.

Writing needs python-docx, the extra `documents`; reading needs nothing.
"""

from pathlib import Path

from sulh.accord.counterpart import Copy
from sulh.accord.docx.package import DocumentError
from sulh.accord.door import Reading
from sulh.accord.reading import parse
from sulh.case.fault import Fault


def load_with_faults(path: str | Path) -> Reading:
    """Read a DOCX file as the copy that `sulh.accord.docx.reading.markdown` makes of it; raises nothing.

    The spans of the copy count in that text; lines of faults too.
    """
    from sulh.accord.docx.reading import markdown  # noqa: PLC0415 - start-up: only documents need it

    path = Path(path)
    try:
        text, left_out = markdown(path.read_bytes())
    except OSError as error:
        reason = f"the file could not be read ({error.strerror}); name a DOCX file"
        return Reading(None, (Fault(str(path), None, reason),))
    except DocumentError as error:
        return Reading(None, (Fault(str(path), None, str(error)),))
    if not text.strip():
        return Reading(None, (Fault(str(path), None, "the document has no text"),))
    copy, faults = parse(text, str(path))
    return Reading(copy, (*(Fault(str(path), None, reason) for reason in left_out), *faults))


def save(copy: Copy, path: str | Path) -> None:
    """Write `copy` as a DOCX file, as a whole or not at all; see `sulh.accord.docx.writing`.

    Raises:
        OSError: the folder does not exist or cannot be written to; `path` is then as it was.
        ImportError: python-docx is not installed.
    """
    from sulh.accord.docx.writing import document  # noqa: PLC0415 - start-up: only documents need it
    from sulh.case.folder.atomic import write_bytes  # noqa: PLC0415 - likewise

    write_bytes(Path(path), document(copy))

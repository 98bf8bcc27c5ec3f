"""A PDF file with text, read as a copy: its lines joined to paragraphs, page numbers left out.

Reading needs pypdf, the extra `documents`. A PDF keeps lines, not paragraphs, so that where one ends is an
estimate: compare the result with the pages before anything rests on it.
"""

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from sulh.accord.door import Reading
from sulh.accord.editing import escape_signs
from sulh.accord.label import read_label
from sulh.accord.reading import parse
from sulh.case.fault import Fault
from sulh.text.normal import Fold, fold

_LARGEST: Final = 50_000_000  # bytes
_MOST_PAGES: Final = 2_000
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_DIGITS: Final = "[0-9٠-٩۰-۹]{1,3}"  # more would be years
_PAGE_NUMBER: Final = re.compile(
    rf"(?:page|صفحة|الصفحة)?\s*[-–—]?\s*({_DIGITS})\s*[-–—]?(?:\s*(?:/|of|من)\s*{_DIGITS})?", re.IGNORECASE
)
_ENDS: Final = re.compile(r"[.:;!?؛؟][\"”»)\]]*$")
_ITEM: Final = re.compile(r"[-•–] ")
_FULL: Final = 0.8  # of the longest lines: a shorter line that ends a sentence ends its paragraph
_NUMBERED: Final = 2  # pages that have to agree before a line counts as a page number
_SCANNED: Final = (
    "no text, only pictures of pages; have the text recognised (OCR) and check it, or use the original"
)


def load_with_faults(path: str | Path) -> Reading:
    """Read the text of a PDF file as a copy, and say what is wrong with it or missing; raises nothing.

    The spans of the copy count in the text that is made of the pages; lines of faults too.
    """
    try:
        pages = _pages(Path(path).read_bytes())
    except OSError as error:
        return _unread(path, f"the file could not be read ({error.strerror}); name a PDF file")
    except ImportError:
        return _unread(path, "reading PDF files needs pypdf; install sulh with the extra 'documents'")
    except _PdfError as error:
        return _unread(path, str(error))
    empty = [number for number, page in enumerate(pages, 1) if not page.strip()]
    if len(empty) == len(pages):
        return _unread(path, _SCANNED)
    copy, faults = parse(text_of(pages), str(path))
    notes = (Fault(str(path), None, f"page {number} has {_SCANNED}") for number in empty)
    return Reading(copy, (*notes, *faults))


class _PdfError(ValueError):
    """A PDF file that cannot be read."""


def _unread(path: str | Path, reason: str) -> Reading:
    return Reading(None, (Fault(str(path), None, reason),))


def _pages(data: bytes) -> list[str]:
    """Return the text of each page, lines as they stand."""
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - an extra, and slow to import

    if len(data) > _LARGEST:
        msg = f"larger than {_LARGEST // 1_000_000} MB; nothing of it was read"
        raise _PdfError(msg)
    # What a damaged file can make the library raise is not documented: these are what its decoders raise.
    damaged = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)
    try:
        pages = _extracted(data)
    except (PyPdfError, zlib.error, struct.error, *damaged) as error:
        msg = f"not a PDF file, or a damaged one ({error}); save it anew as PDF"
        raise _PdfError(msg) from None
    if isinstance(pages, str):
        raise _PdfError(pages)
    return pages


def _extracted(data: bytes) -> list[str] | str:
    """Return the text of each page, or why there is none to be had."""
    from pypdf import PdfReader  # noqa: PLC0415 - see above

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        return "protected with a password; save it without one"
    if len(reader.pages) > _MOST_PAGES:
        return f"more than {_MOST_PAGES} pages; nothing of it was read"
    return [page.extract_text() for page in reader.pages]


def text_of(pages: Sequence[str]) -> str:
    """Return the body of a copy made of the text of pages.

    Arabic presentation forms become letters. A number alone in the first or last line of a page is left out
    where it counts the pages. A line is joined to the one before it, unless that ends a sentence and is
    short, or a number or item begins here, or there is an empty line between them.
    """
    lines = _without_page_numbers([_lines(page) for page in pages])
    return "\n\n".join(_escaped(one) for one in _paragraphs(lines)) + "\n"


def _lines(page: str) -> list[str]:
    page = _PRESENTATION.sub(lambda found: fold(found[0], Fold.PRESENTATION), page)
    return [" ".join(line.split()) for line in page.strip().splitlines()]


def _without_page_numbers(pages: list[list[str]]) -> list[list[str]]:
    for edge in (0, -1):
        found = {
            at: int(match[1]) - at
            for at, page in enumerate(pages)
            if page and (match := _PAGE_NUMBER.fullmatch(page[edge]))
        }
        ahead, agreeing = next(iter(Counter(found.values()).most_common(1)), (0, 0))
        if agreeing < _NUMBERED:
            continue
        for at, page in enumerate(pages):
            if found.get(at) == ahead:
                del page[edge]
    return pages


def _paragraphs(pages: list[list[str]]) -> Iterator[str]:
    full = _FULL * max((len(line) for page in pages for line in page), default=0)
    paragraph, last = "", ""
    for line in (line for page in pages for line in page):
        begins = bool(_ITEM.match(line)) or read_label(line, heading=False) is not None
        ends = not last or bool(_ENDS.search(last) and len(last) < full)
        if paragraph and line and not begins and not ends:
            paragraph += line if paragraph.endswith("-") else f" {line}"
        elif line:
            if paragraph:
                yield paragraph
            paragraph = line
        last = line
    if paragraph:
        yield paragraph


def _escaped(paragraph: str) -> str:
    return ("\\" if paragraph.startswith("#") else "") + escape_signs(paragraph)

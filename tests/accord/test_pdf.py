import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from sulh.accord import pdf as pdf_module
from sulh.accord.door import Reading
from sulh.accord.pdf import load_with_faults, text_of

_PAPER = "/MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >>"


def pdf(*pages: list[str], letters: str = "") -> bytes:
    """Return a PDF file; the letters of `letters` are written with the bytes from A on."""
    codes = "".join(f"<{65 + at:02x}> <{ord(letter):04x}>\n" for at, letter in enumerate(letters))
    unicode = f"begincmap\n{len(letters)} beginbfchar\n{codes}endbfchar\nendcmap"
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        + (" /ToUnicode 4 0 R >>" if letters else " >>"),
        f"<< /Length {len(unicode)} >>\nstream\n{unicode}\nendstream",
    ]
    for at, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F 12 Tf 72 720 Td {shown} ET" if lines else ""
        bodies += [
            f"<< /Type /Page /Parent 2 0 R {_PAPER} /Contents {6 + 2 * at} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    result, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(result))
        result += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{result}{end}startxref\n{len(result)}\n%%EOF\n".encode("latin-1")


def read(data: bytes, folder: Path) -> Reading:
    file = folder / "agreement.pdf"
    file.write_bytes(data)
    return load_with_faults(file)


def test_paragraphs_without_page_numbers(tmp_path: Path) -> None:
    pages = (
        ["1. The parties cease all military operations in the", "valley. They begin", "2. Aid passes.", "1"],
        ["It passes daily and nobody stops it on the way there.", "# no heading", "2"],
    )
    copy, faults = read(pdf(*pages), tmp_path)
    assert faults == ()
    assert copy is not None
    assert [(clause.id, clause.text) for clause in copy.walk()] == [
        ("1", "The parties cease all military operations in the valley. They begin"),
        ("2", "Aid passes.\nIt passes daily and nobody stops it on the way there. # no heading"),
    ]


def test_arabic_presentation_forms_become_letters(tmp_path: Path) -> None:
    # A page shows its letters from left to right.
    copy, faults = read(pdf(["ABC"], letters="ﻡﻼﺳ"), tmp_path)
    assert faults == ()
    assert copy is not None
    assert "سلام" in copy.text


def test_pages_without_text(tmp_path: Path) -> None:
    copy, (fault,) = read(pdf([], []), tmp_path)
    assert copy is None
    assert "only pictures of pages" in fault.reason
    copy, (fault,) = read(pdf(["1. Words."], []), tmp_path)
    assert copy is not None
    assert fault.reason.startswith("page 2 has no text")


def test_files_that_are_no_pdf(tmp_path: Path) -> None:
    for data in (b"", b"%PDF-1.4\n", b"PK\x03\x04", pdf(["x"])[:200]):
        copy, (fault,) = read(data, tmp_path)
        assert copy is None
        assert "not a PDF file, or a damaged one" in fault.reason
    copy, (fault,) = load_with_faults(tmp_path / "missing.pdf")
    assert copy is None
    assert "could not be read" in fault.reason


def test_files_that_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = PdfWriter(BytesIO(pdf(["x"])))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    assert "protected with a password" in read(stream.getvalue(), tmp_path)[1][0].reason
    monkeypatch.setattr(pdf_module, "_MOST_PAGES", 1)
    assert "more than 1 pages" in read(pdf(["x"], ["y"]), tmp_path)[1][0].reason
    monkeypatch.setattr(pdf_module, "_LARGEST", 10)
    assert "larger than" in read(pdf(["x"]), tmp_path)[1][0].reason
    monkeypatch.setitem(sys.modules, "pypdf.errors", None)
    assert "needs pypdf" in read(pdf(["x"]), tmp_path)[1][0].reason


def test_where_paragraphs_end() -> None:
    page = "A title\n\nWe agree that all of it is well con-\nsidered by both, and\nends here.\n- one\n- two"
    assert text_of([page]) == (
        "A title\n\nWe agree that all of it is well con-sidered by both, and ends here.\n\n- one\n\n- two\n"
    )


def test_only_numbers_that_count_the_pages_are_left_out() -> None:
    assert text_of(["2016\na", "2017\nb", "2018\nc"]) == "2016 a 2017 b 2018 c\n"
    assert text_of(["a\n5", "b\n9"]) == "a 5 b 9\n"
    assert text_of(["a\nصفحة ٣ من ٩", "b\nصفحة ٤ من ٩"]) == "a b\n"
    assert text_of(["a\n- 1 -", "b\nPage 2 of 2"]) == "a b\n"

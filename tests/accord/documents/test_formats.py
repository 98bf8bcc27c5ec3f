import hashlib
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.accord.documents.pieces import FINAL, arabic, english

from sulh.accord.copies import copy_digest
from sulh.accord.documents import FORMATS, document, render
from sulh.accord.documents.pdf import UnshownError
from sulh.accord.docx import load_with_faults

SENTENCE = "لا يشمل وقف إطلاق النار جبهة الشمال ولواء الجسر."
HOSTILE = [
    "#panic(1)",
    "$x$",
    '"); #read("/etc/passwd") ("',
    '#import "@preview/x:1.0.0"',
    "<script>alert(1)</script>",
    "</style><b>",
    "]]>&amp;",
    "*a* _b_ `c` // d",
    "\x00\x1b",
    "\u202e",
    "{{ 7*7 }}",
]

LETTERS = st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x60C, max_codepoint=0x6FF)


def every() -> list[bytes]:
    return [
        render(document(copies, against, notes=True), form)
        for copies, against in (([english()], [english(FINAL.replace('"ar"', '"en"'))]), ([arabic()], []))
        for form in FORMATS
    ]


def test_the_same_document_has_the_same_bytes() -> None:
    assert [hashlib.sha256(one).digest() for one in every()] == [
        hashlib.sha256(one).digest() for one in every()
    ]


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_two_languages(form: str) -> None:
    short = arabic(FINAL[: FINAL.index("# المادة 6")])
    old = english(english().text + "\n# Article 7: Costs\n\nNone.\n")
    made = render(document([english(), short], [old]), form)
    words = "لا يوجد هذا البند بهذه اللغة"
    if form == "html":
        assert made.decode().count(words) == 1
    if form == "docx":
        with zipfile.ZipFile(BytesIO(made)) as archive:
            assert archive.read("word/document.xml").decode().count(words) == 1
    assert len(made) > 1000


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_whole_arabic_sentences_are_extracted(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(render(document([arabic()]), "pdf"))
    command = ["pdftotext", str(file), "-"]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own words
    found = done.stdout.decode()
    plain = " ".join(re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", found).split())
    assert SENTENCE in plain
    assert "شخصا بحرية على كل الطرق" in plain


def test_arabic_letters_are_extracted_by_another_reader() -> None:
    page = pypdf.PdfReader(BytesIO(render(document([arabic()]), "pdf"))).pages[0]
    lines = page.extract_text(extraction_mode="layout").splitlines()
    # pypdf gives letters as they stand from left to right, and the two of a ligature in the order of reading.
    read = [line.strip()[::-1].replace("ال", "لا") for line in lines]
    assert SENTENCE.replace("ال", "لا") in read


def test_each_page_of_a_draft_says_so_and_bears_the_digest() -> None:
    made = document([english()])
    pages = pypdf.PdfReader(BytesIO(render(made, "pdf"))).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        text = page.extract_text().replace("\u200e", "")
        assert "DRAFT" in text
        assert copy_digest(english()) in text
        assert "Audience: public" in text
        assert f"{number} / {len(pages)}" in text
    final = pypdf.PdfReader(BytesIO(render(document([arabic()]), "pdf"))).pages[0].extract_text()
    assert "DRAFT" not in final


def test_a_pdf_has_no_time_and_no_font_of_the_system() -> None:
    reader = pypdf.PdfReader(BytesIO(render(document([arabic(), english()]), "pdf")))
    assert reader.metadata is not None
    assert {"/CreationDate", "/ModDate"}.isdisjoint(reader.metadata)
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    names = {
        str(one.get("/BaseFont", "")) for one in objects if isinstance(one, pypdf.generic.DictionaryObject)
    } - {""}
    assert {name.partition("+")[2].partition("-")[0] for name in names} == {"Amiri"}


def test_letters_without_font_are_refused() -> None:
    with pytest.raises(UnshownError, match="停"):
        render(document([english("1. 停火")]), "pdf")


@settings(max_examples=20)
@given(st.lists(st.sampled_from(HOSTILE) | st.text(LETTERS, max_size=8), max_size=5))
def test_words_are_never_markup(words: list[str]) -> None:
    # As one paragraph, with signs of the format escaped; other signs stay as they are.
    from sulh.accord.editing import escape  # noqa: PLC0415 - only here

    line = escape(" ".join(" ".join(words).split())) or "x"
    made = document([english(f"1. {line} end")])
    pdf = pypdf.PdfReader(BytesIO(render(made, "pdf")))
    assert len(pdf.pages) == 1
    page = render(made, "html").decode()
    assert page.count("<script") == 0
    assert page.count("<style") == page.count("</style") == 1
    assert "<b>" not in page
    assert ET.fromstring(render(made, "akn")).tag.endswith("akomaNtoso")  # noqa: S314 - our own output
    assert zipfile.is_zipfile(BytesIO(render(made, "docx")))


def test_markup_shows_as_letters_in_a_pdf() -> None:
    made = document([english('1. #panic("x") *bold* $y$ `z` https://a.example // rest')])
    text = pypdf.PdfReader(BytesIO(render(made, "pdf"))).pages[0].extract_text()
    assert '#panic("x") *bold* $y$ `z` https://a.example // rest' in " ".join(text.split())


def test_html_has_brackets_changes_and_directions() -> None:
    page = render(
        document([english()], [english(FINAL.replace('"ar"', '"en"'))], notes=True), "html"
    ).decode()
    assert '<mark class="proposer">' in page
    assert "<ins>" in page
    assert "<del>" in page
    assert "<aside" in page
    assert "http" not in page
    assert 'dir="rtl"' in render(document([arabic()]), "html").decode()


def test_docx_runs_from_right_to_left_and_tracks_changes(tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(render(document([english(), arabic()]), "docx"))) as archive:
        xml = archive.read("word/document.xml").decode()
    assert all(tag in xml for tag in ("<w:bidi/>", "<w:rtl/>", "<w:bidiVisual/>"))
    file = tmp_path / "a.docx"
    old = english(english().text.replace("every week", "every month"))
    file.write_bytes(render(document([english()], [old], notes=True), "docx"))
    read = load_with_faults(file)
    assert read.copy is not None
    assert "[[sulh: week | : month]]" in read.copy.text
    assert "{>> Harbour: enough? <<}" in read.copy.text


def test_akoma_ntoso_keeps_ids_and_nesting() -> None:
    root = ET.fromstring(render(document([english()], notes=True), "akn"))  # noqa: S314 - our own output
    names = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
    inner = root.find(
        ".//a:hcontainer[@eId='clause_withdrawal']/a:hcontainer[@eId='clause_pull-back']/a:num", names
    )
    assert inner is not None
    assert inner.text == "1."
    ids = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(ids) == len(set(ids))
    assert len(root.findall(".//a:inline[@name='proposer']", names)) == 3
    assert root.find(".//a:FRBRlanguage[@language='eng']", names) is not None
    with pytest.raises(ValueError, match="one language"):
        render(document([english(), arabic()]), "akn")

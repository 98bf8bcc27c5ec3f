from collections.abc import Callable
from pathlib import Path

from sulh.accord.docx import load_with_faults
from sulh.accord.docx.reading import markdown

Make = Callable[..., bytes]
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = (
    '<w:style w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="B"><w:name w:val="Base"/><w:basedOn w:val="B"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="O"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
)


def paragraph(text: str, style: str = "", level: int | None = None, number: int = 1) -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(make: Make, body: str, **parts: str) -> list[str]:
    text, left_out = markdown(make(body, numbering=NUMBERING, styles=STYLES, **parts))
    assert left_out == ()
    return text.strip("\n").split("\n\n")


def test_headings_and_numbers(make: Make) -> None:
    body = (
        paragraph("Truce", "T")
        + paragraph("Scope", "H")
        + paragraph("all", "B")
        + paragraph("north", level=1)
        + paragraph("south", level=1)
        + paragraph("hill", level=2)
        + paragraph("Own", "O")
        + paragraph("free", "B", 0, 0)
        + "<w:p/>"
        + paragraph("3. typed")
        + paragraph("# sign")
    )
    assert read(make, body) == [
        *(
            "# Truce",
            "## 1 Scope",
            "2. all",
            "   (a) north",
            "   (b) south",
            "      - hill",
            "### Own",
            "free",
        ),
        *("3. typed", "\\# sign"),
    ]


def test_a_number_that_would_be_read_as_a_word_gets_a_sign(make: Make) -> None:
    article = NUMBERING.replace('w:val="%1"', 'w:val="Article %1"')
    text, _ = markdown(make(paragraph("The sides", level=0), numbering=article))
    assert text == "Article 1. The sides\n"
    odd = NUMBERING.replace('w:val="%1"', 'w:val="§%1"')
    text, _ = markdown(make(paragraph("The sides", level=0), numbering=odd))
    assert text == "§1 The sides\n"


def test_tables(make: Make) -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>'
    rows = [
        cell.format(paragraph("a|b")) + cell.format(paragraph("c") + paragraph("d")),
        wide.format(paragraph("e")),
        cell.format('<w:p><w:ins w:author="A"><w:r><w:t>f</w:t></w:r></w:ins></w:p>'),
    ]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert read(make, body) == ["| a\\|b | c d |\n|---|---|\n| e |  |\n| [[A: f | :]] |  |"]


def test_what_wraps_paragraphs_is_looked_through(make: Make) -> None:
    assert read(make, f"<w:sdt><w:sdtContent>{paragraph('x')}</w:sdtContent></w:sdt>") == ["x"]


def test_comments_and_footnotes(make: Make) -> None:
    body = (
        '<w:p><w:r><w:t>x</w:t><w:commentReference w:id="1"/><w:footnoteReference w:id="2"/>'
        '<w:footnoteReference w:id="0"/></w:r></w:p>'
    )
    comments = f'<w:comment w:id="1" w:author="Jo: a">{paragraph("one")}{paragraph("two")}</w:comment>'
    footnotes = f'<w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{paragraph("n")}</w:footnote>'
    assert read(make, body, comments=comments, footnotes=footnotes) == [
        "x {>> Jo a: one two <<} {>> footnote: n <<}"
    ]


def test_the_door(make: Make, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(make(paragraph("1. Words") + "<w:p><w:r><w:drawing/></w:r></w:p>"))
    copy, (fault,) = load_with_faults(file)
    assert copy is not None
    assert [clause.text for clause in copy.clauses] == ["Words"]
    assert fault.reason.startswith("1 × drawing or text box left out")
    file.write_bytes(make("<w:p/>"))
    assert load_with_faults(file)[1][0].reason == "the document has no text"
    file.write_bytes(b"x")
    assert "not a DOCX file" in load_with_faults(file)[1][0].reason
    assert "could not be read" in load_with_faults(tmp_path / "missing.docx")[1][0].reason

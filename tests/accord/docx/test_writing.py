from pathlib import Path

import docx

from sulh.accord import Copy, parse
from sulh.accord.docx import load_with_faults, save

TEXT = """\
+++
title = {ar = "اتفاق", en = "Agreement"}
language = "en"
+++
The parties agree.

# 1. Scope {#scope}

It is wide.

1.1 All of [[A: the valley | B, C: | : it]]. {#area by=a}

And {>> Jo: why? <<} more \\[[here.

(a) | not a row

## المادة ٢: وقف إطلاق النار

1. يبدأ في 5 مايو باسم Upland.

| المنطقة | [[A: x | B: y]] | z |
|---|---|---|
| a\\|b | \\\\ | c |

# 3. {#empty}
"""


def plain(copy: Copy) -> list[tuple[str, str]]:
    return [(clause.number, clause.text) for clause in copy.walk()]


def test_written_and_read_again_the_words_are_the_same(tmp_path: Path) -> None:
    copy, faults = parse(TEXT, "x")
    assert faults == ()
    file = tmp_path / "copy.docx"
    save(copy, file)
    again, faults = load_with_faults(file)
    assert faults == ()
    assert again is not None
    assert plain(again) == plain(copy)
    assert [(note.author, note.text) for clause in again.walk() for note in clause.notes] == [("Jo", "why?")]
    assert len(list(again.brackets())) == 2


def test_direction_highlight_and_tables(tmp_path: Path) -> None:
    file = tmp_path / "copy.docx"
    save(parse(TEXT, "x")[0], file)
    written = docx.Document(str(file))
    assert written.core_properties.title == "Agreement"
    by_text = {paragraph.text: paragraph for paragraph in written.paragraphs}
    arabic = by_text["1. يبدأ في 5 مايو باسم Upland."]
    assert arabic.paragraph_format.element.xpath("w:pPr/w:bidi")
    directions = {run.text: run.font.rtl for run in arabic.runs}
    assert directions == {"1. ": None, "يبدأ في ": True, "5 ": None, "مايو باسم ": True, "Upland.": None}
    english = by_text["1.1 All of [[A: the valley | B, C: | : it]]."]
    assert not english.paragraph_format.element.xpath("w:pPr/w:bidi")
    highlighted = [run.text for run in english.runs if run.font.highlight_color is not None]
    assert highlighted == ["[[A: the valley | B, C: | : it]]"]
    heading = by_text["المادة ٢: وقف إطلاق النار"]
    assert heading.style is not None
    assert heading.style.name == "Heading 2"
    (table,) = written.tables
    assert written.element.xpath("//w:tbl/w:tblPr/w:bidiVisual")
    assert [cell.text for cell in table.rows[1].cells] == ["a|b", "\\", "c"]
    assert len(table.rows) == 2


def test_a_table_alone_under_a_number(tmp_path: Path) -> None:
    copy, _ = parse("1.\n| a |\n|---|\n\n2. {>> n <<}\n\n|\n", "x")
    save(copy, tmp_path / "copy.docx")
    written = docx.Document(str(tmp_path / "copy.docx"))
    assert [cell.text for table in written.tables for cell in table.rows[0].cells] == ["a"]
    assert not written.element.xpath("//w:bidiVisual")
    assert [paragraph.text for paragraph in written.paragraphs][:2] == ["1. ", "2. "]

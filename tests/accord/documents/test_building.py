import pytest
from tests.accord.copies.two_rivers import ARABIC, ENGLISH
from tests.accord.documents.pieces import DRAFT, arabic, english

from sulh.accord.documents import document
from sulh.accord.documents.document import Block, Runs, Table, text_of


def first(block: Block | None) -> Runs:
    assert block is not None
    line = block.body[0]
    assert not isinstance(line, Table)
    return line


def test_two_languages_stand_side_by_side_arabic_first() -> None:
    made = document([english(), arabic()])
    assert [side.language for side in made.sides] == ["ar", "en"]
    assert made.draft
    assert all(row.cells[0] and row.cells[1] and row.cells[0].id == row.cells[1].id for row in made.rows)
    assert made.title == "هدنة النهرين / Truce of the Two Rivers"
    assert made.sides[1].details == ("Harbour, \u200e2030-12-30\u200e", "Version 3")


def test_a_missing_clause_is_an_empty_cell_and_said() -> None:
    short = arabic(ARABIC[: ARABIC.index("# المادة 6")])
    made = document([english(ENGLISH), short])
    assert [row.cells[1] and row.cells[1].id for row in made.rows if row.cells[0] is None] == ["disputes"]
    assert "ar.md has no clause disputes" in made.remarks


def test_moved_clauses_and_pairs_by_place_are_said() -> None:
    head, tail = ENGLISH.split("# Article 5")
    fifth, sixth = tail.split("# Article 6")
    made = document([arabic(ARABIC), english(f"{head}# Article 6{sixth}\n# Article 5{fifth}")])
    assert [one for one in made.remarks if "another place" in one]
    made = document([english("1. One side {#a}\n2. Two"), arabic("1. طرف {#b}\n2. طرفان")])
    assert "side by side only by their place in the text: a = b" in made.remarks


def test_an_agreed_text_is_no_draft() -> None:
    made = document([arabic()])
    assert not made.draft
    assert made.draft_mark == ""
    assert document([arabic()], [arabic(ARABIC)]).draft
    assert document([english(ENGLISH.replace("Aid reaches", "Aid {>> why <<} reaches"))], notes=True).draft


def test_changes_against_an_earlier_draft() -> None:
    old = ENGLISH.replace("every week", "every month") + "\n# Article 7: Costs {#costs}\n\nNone.\n"
    old = old.replace("# Article 4: Aid {#aid}", "# Article 9: Aid {#aid}").replace(
        "+++\n# Art", "+++\nBefore.\n\n# Art"
    )
    made = document([english(ENGLISH), arabic()], [english(old)])
    blocks = [row.cells[1] for row in made.rows if row.cells[1]]
    changes = {run.change: run.text for block in blocks if block.id == "monitoring" for run in first(block)}
    assert changes["removed"].strip() == "month"
    removed = [row for row in made.rows if row.removed]
    assert [text_of(first(row.cells[1])) for row in removed] == ["Before.", "None."]
    (aid,) = [block for block in blocks if block.id == "aid"]
    assert [run.change for run in aid.label] == ["removed", "inserted"]
    assert made.against == ("en.md",)
    new = document([english(old)], [english(ENGLISH)])
    assert {
        run.change
        for row in new.rows
        if row.cells[0] and row.cells[0].id == "costs"
        for run in row.cells[0].heading
    } == {"inserted"}


def test_notes_are_shown_where_asked() -> None:
    assert not any(cell and cell.notes for row in document([english()]).rows for cell in row.cells)
    (noted,) = [
        cell for row in document([english()], notes=True).rows for cell in row.cells if cell and cell.notes
    ]
    assert noted.notes[0].author == "Harbour"


def test_wrong_copies_are_refused() -> None:
    with pytest.raises(ValueError, match="two languages"):
        document([english(), english()])
    with pytest.raises(ValueError, match="two languages"):
        document([])
    with pytest.raises(ValueError, match="earlier draft"):
        document([english(DRAFT)], [arabic()])

from hypothesis import given
from hypothesis import strategies as st
from tests.accord.conftest import texts

from sulh.accord.documents.display import body, clean, is_right_to_left, redlined, runs_of
from sulh.accord.documents.document import Run, Table, text_of
from sulh.accord.documents.labels import labels, messages
from sulh.accord.reading import parse

OWN = labels(messages("en"))


def shown(text: str) -> tuple[Run, ...]:
    copy, _ = parse(text, "x.md")
    (clause,) = copy.clauses
    return runs_of(copy, clause, clause.content, OWN)


def test_brackets_stand_with_their_proposers() -> None:
    runs = shown(r"1. open [[A: one \| a | B, C: | : two]] doors")
    assert text_of(runs) == "open [A: one | a | B, C: (deleted) | as it stood: two] doors"
    assert [run.text for run in runs if run.mark == "proposer"] == ["A: ", "B, C: (deleted)", "as it stood: "]
    assert "one | a | " in [run.text for run in runs if run.mark == "bracket"]


@given(texts())
def test_no_words_are_lost(text: str) -> None:
    copy, _ = parse(text, "x.md")
    for clause in copy.walk():
        runs = runs_of(copy, clause, clause.content, OWN)
        if not clause.brackets:
            assert text_of(runs) in clean(clause.text)


def test_tables() -> None:
    before, table, after = body(shown("1. x\n\n| a \\| b | [[A: c | B: d]] |\n|--|:-:|\n| e |\n\ny"))
    assert isinstance(table, Table)
    assert not isinstance(before, Table)
    assert not isinstance(after, Table)
    assert (text_of(before), text_of(after)) == ("x", "y")
    assert table.header
    assert [[text_of(cell) for cell in row] for row in table.rows] == [["a | b", "[A: c | B: d]"], ["e", ""]]


@given(st.text("ab .\nوقف", max_size=30), st.text("ab .\nوقف", max_size=30))
def test_both_drafts_are_in_a_redline(old: str, new: str) -> None:
    runs = redlined((Run(old),), (Run(new),))
    kept = "".join(run.text for run in runs if run.change != "removed").split()
    gone = "".join(run.text for run in runs if run.change != "inserted").split()
    assert "".join(kept) == "".join(new.split())
    assert "".join(gone) == "".join(old.split())


def test_what_would_reverse_letters_unseen_is_shown() -> None:
    assert clean("a\u202eb\x00c\n\t\ud800") == "a\ufffdb\ufffdc\n\t\ufffd"


def test_direction_is_that_of_the_first_letter() -> None:
    assert is_right_to_left("1. وقف fire", otherwise=False)
    assert not is_right_to_left("1. fire وقف", otherwise=True)
    assert is_right_to_left("12", otherwise=True)

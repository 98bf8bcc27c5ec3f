from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sulh.case import Case, Decision, Dispatch, Handling, LocalText, Provenance, Statement
from sulh.case.folder import parse, read, read_with_notices, render, write
from sulh.case.template import files
from sulh.text.span import Span

TITLE = LocalText((("en", "Two rivers"),))


def decision(line: int, why: str = "") -> Decision:
    when = datetime(2031, 4, 5, tzinfo=UTC)
    return Decision("record", "d1", Span(0, 2), "statement", "confirm", "", "N. N.", when, why, line)


def case_of(*decisions: Decision) -> Case:
    text = "قال المجلس"
    dispatch = Dispatch("d1", "dispatches/d1.txt", text, Span(0, len(text)), "ar")
    return Case(TITLE, dispatches=(dispatch,), decisions=decisions)


@given(data=st.data())
@settings(max_examples=100)
def test_a_case_written_and_read_again_is_equal(
    cases: Callable[[list[str]], st.SearchStrategy[Case]], data: st.DataObject
) -> None:
    case = data.draw(cases(["public", "process", "party:a1", "mediator"]))
    reading = parse(render(case), Path("case"))
    assert reading.faults == ()
    assert reading.case == case


def test_through_files(tmp_path: Path) -> None:
    case = case_of(decision(2, "line\nbreak"), decision(4))
    write(case, tmp_path / "a" / "case")
    assert read(tmp_path / "a" / "case") == (case, ())
    assert sorted(file.name for file in (tmp_path / "a" / "case").iterdir()) == [
        "case.toml",
        "decisions.csv",
        "dispatches",
    ]


def test_an_older_version_is_replaced(tmp_path: Path) -> None:
    write(case_of(decision(2)), tmp_path)
    newer = replace(case_of(decision(2), decision(3)), title=LocalText((("ar", "النهران"),)))
    write(newer, tmp_path)
    assert read(tmp_path) == (newer, ())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("notes.txt", "", "no case folder"),
        ("case.toml", "title = 3", "has faults"),
        ("dispatches/other.txt", "text", "is not in the case"),
        ("decisions.csv", "", "has faults"),
    ],
)
def test_nothing_is_lost(tmp_path: Path, name: str, content: str, reason: str) -> None:
    if name != "notes.txt":
        write(Case(TITLE), tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(content, "utf-8")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(FileExistsError, match=reason):
        write(Case(TITLE, languages=("fa",)), tmp_path)
    assert before == {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}


def test_decisions_are_only_appended(tmp_path: Path) -> None:
    write(case_of(decision(2, "first"), decision(3)), tmp_path)
    with pytest.raises(FileExistsError, match="decisions"):
        write(case_of(decision(2, "other"), decision(3)), tmp_path)


def test_what_a_folder_cannot_say_is_refused(tmp_path: Path) -> None:
    read_by_machine = Statement("s1", "statements.toml", "A", "state", "text", "direct", "affirm")
    with pytest.raises(ValueError, match="cannot say these statements"):
        write(replace(case_of(), statements=(read_by_machine,)), tmp_path / "new")
    hidden = replace(case_of().dispatches[0], provenance=Provenance(handling=Handling("process")))
    with pytest.raises(ValueError, match="cannot say these dispatches"):
        write(replace(case_of(), dispatches=(hidden,)), tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    case, (fault,) = read(tmp_path / "none")
    assert case.title.wordings == (("ar", "none"),)
    assert str(fault).startswith(f"{tmp_path / 'none'}:1: there is no such folder")


def test_what_cannot_be_opened_is_a_fault_and_does_not_make_references_wrong(tmp_path: Path) -> None:
    for name, data in files().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "actors.toml").unlink()
    (tmp_path / "actors.toml").mkdir()
    case, (fault,) = read(tmp_path)
    assert fault.file == str(tmp_path / "actors.toml")
    assert "could not be read" in fault.reason
    assert [meeting.id for meeting in case.meetings] == ["first-round"]
    assert case.meetings[0].participants == ()


def test_other_files_among_the_dispatches_are_named(tmp_path: Path) -> None:
    write(case_of(), tmp_path)
    (tmp_path / "dispatches" / "page.html").write_text("<p>", "utf-8")
    (tmp_path / "dispatches" / ".hidden").write_text("", "utf-8")
    reading = read_with_notices(tmp_path)
    assert reading.faults == ()
    assert [Path(notice.file).name for notice in reading.notices] == ["page.html"]


def test_windows_1256_is_read_with_a_notice(tmp_path: Path) -> None:
    write(Case(TITLE), tmp_path)
    (tmp_path / "dispatches").mkdir()
    (tmp_path / "dispatches" / "d1.txt").write_bytes("قال مجلس المرتفعات".encode("windows-1256"))
    reading = read_with_notices(tmp_path)
    assert reading.faults == ()
    assert [notice.reason[:20] for notice in reading.notices] == ["read as Windows-1256"]
    assert reading.case.dispatches[0].text == "قال مجلس المرتفعات"

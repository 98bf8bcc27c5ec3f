import json
from pathlib import Path

import pytest
from tests.cli.talks import DISPATCH, read_nothing, run, write

from sulh.brief import terminal
from sulh.case import Case, Fault
from sulh.record import CaseReading


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sulh.record.read_case", read_nothing)
    return write(tmp_path / "talks")


def test_the_page_is_printed_for_the_public_in_the_first_language(case: Path) -> None:
    result = run(case)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Two rivers\nBrief for the public\n")
    assert "Upland Front · party" in result.stdout
    assert "guarantor" not in result.stdout


def test_an_audience_sees_its_part(case: Path) -> None:
    assert "Upland Front · guarantor" in run(case, "--for", "process").stdout
    assert "Brief for the party Upland Front" in run(case, "--for", "party:upland").stdout


def test_the_page_is_written_whole(case: Path, tmp_path: Path) -> None:
    output = tmp_path / "brief.html"
    result = run(case, "-o", output, "--lang", "ar")
    assert (result.exit_code, result.stdout) == (0, "")
    html = output.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>\n")
    assert html.rstrip().endswith("</html>")
    assert 'dir="rtl"' in html


def test_json_is_one_object_and_may_go_with_a_file(case: Path, tmp_path: Path) -> None:
    result = run(case, "--json", "-o", tmp_path / "brief.html", "--since", "2031-04-03")
    assert (tmp_path / "brief.html").exists()
    value = json.loads(result.stdout)
    assert (value["audience"], value["since"]) == ("public", "2031-04-03")
    assert value["sections"]["roles"][0]["seats"] == []


def test_faults_are_printed_and_what_can_be_read_is_shown(case: Path) -> None:
    with (case / "actors.toml").open("a", encoding="utf-8") as file:
        file.write('[[role]]\nactor = "nobody"\nrole = "host"\nclaimed_by = "lowland"\n')
    result = run(case)
    assert result.exit_code == 2
    assert f"{case / 'actors.toml'}:2" in result.stderr
    assert "Upland Front · party" in result.stdout


def test_what_was_not_read_is_told_and_is_no_fault(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = "record,{},0,3,statement,confirm,,N. N.,2031-04-05T00:00:00+00:00,\n"
    header = "room,document,start,end,what,decision,value,by,when,why\n"
    secret = DISPATCH.replace('"en"', '"en"\nhandling = "mediator"')
    (case / "dispatches" / "secret.txt").write_text(secret, encoding="utf-8")
    (case / "decisions.csv").write_text(
        header + row.format("secret") + row.format("harbour"), encoding="utf-8"
    )

    def read_little(seen: Case) -> CaseReading:
        unmet = (Fault("decisions.csv", row.line, "no statement") for row in seen.decisions)
        return CaseReading(notices=(Fault("dispatches/harbour.txt", None, "not read"), *unmet))

    monkeypatch.setattr("sulh.record.read_case", read_little)
    result = run(case)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"{case / 'dispatches' / 'harbour.txt'}:1: not read",
        f"{case / 'decisions.csv'}:3: no statement",
    ]
    assert "not read" not in result.stdout
    assert len(run(case, "--for", "mediator").stderr.splitlines()) == 3


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere", "-o", tmp_path / "brief.html")
    assert result.exit_code == 2
    assert "there is no such folder" in result.stderr
    assert not (tmp_path / "brief.html").exists()


@pytest.mark.parametrize(
    ("audience", "message"),
    [
        ("everyone", "use public, process, party:ID or mediator"),
        ("party:none", "the case has no actor 'none'"),
    ],
)
def test_an_unknown_audience_is_refused(case: Path, audience: str, message: str) -> None:
    result = run(case, "--for", audience)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_a_file_that_cannot_be_written_is_named(case: Path, tmp_path: Path) -> None:
    result = run(case, "-o", tmp_path / "no" / "brief.html")
    assert result.exit_code == 2
    assert "brief.html:1: the page could not be written" in result.stderr


def test_a_case_in_another_language_has_an_english_page(case: Path) -> None:
    text = (case / "case.toml").read_text(encoding="utf-8")
    (case / "case.toml").write_text(text.replace('["en", "ar"]', '["fr"]'), encoding="utf-8")
    assert json.loads(run(case, "--json").stdout)["language"] == "en"


def test_a_terminal_has_styles_and_says_that_it_is_busy(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(terminal, "show", lambda page, _: shown.append(page.title))
    monkeypatch.setattr("sulh.cli.audience._is_terminal", lambda _: True)
    result = run(case)
    assert result.exit_code == 0
    assert shown == ["Two rivers"]


def test_help_has_an_example() -> None:
    assert "sulh brief talks -o brief.html" in run("--help").stdout

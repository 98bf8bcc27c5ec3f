import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.accord.copies.test_compare import certificates, front
from tests.accord.copies.two_rivers import ARABIC, ENGLISH, copy

from sulh.cli import copies as command
from sulh.cli import run


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.md").write_text(front(ENGLISH, 'holder = "Lowland Region"'), "utf-8")
    Path("same.md").write_text(ENGLISH.replace(" the ", "  the "), "utf-8")
    Path("other.md").write_text(ENGLISH.replace("31 December 2030", "16 January 2031"), "utf-8")
    Path("short.md").write_text(ENGLISH.replace("# Article 4: Aid {#aid}", ""), "utf-8")
    Path("arabic.md").write_text(ARABIC, "utf-8")
    Path("certified.md").write_text(front(ENGLISH, certificates(copy(ENGLISH), copy(ARABIC))), "utf-8")
    Path("bad.md").write_text(ENGLISH.replace("three", "[[three"), "utf-8")
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> str:
    assert run(["copies", *arguments]) == code
    output = capsys.readouterr()
    assert output.err == ""
    return output.out


@pytest.mark.usefixtures("files")
def test_one_text(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, 0, "one.md", "same.md").splitlines()
    assert said == ["The copies are one text.", "Audience: public", "• Lowland Region (one.md)", "• same.md"]
    assert "النسخ نص واحد." in shown(capsys, 0, "one.md", "same.md", "--lang", "ar")
    assert "The translation is certified by Office of the envoy" in shown(
        capsys, 0, "certified.md", "arabic.md"
    )


@pytest.mark.usefixtures("files")
def test_differences_word_by_word(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, 1, "one.md", "other.md")
    assert "The copies differ." in said
    assert "Clause ceasefire: date or time" in said
    assert "[-31 December 2030-] {+16 January 2031+}" in said
    assert "«31 December 2030»; other.md: «16 January 2031»" in said
    arabic = shown(capsys, 1, "one.md", "other.md", "--lang", "ar")
    assert "البند ceasefire: تاريخ أو مدة" in arabic


@pytest.mark.usefixtures("files")
def test_missing_clauses_and_three_copies(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, 1, "one.md", "short.md", "same.md", "arabic.md")
    assert "Clause aid: missing" in said
    assert "short.md: missing here" in said
    assert "Without a certified translation:" in said


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("language", ["ar", "en"])
def test_unproved_is_never_one_text(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, 1, "one.md", "arabic.md", "--lang", language)
    said += shown(capsys, 1, "one.md", "arabic.md", "--lang", language, "--json")
    assert '"status": "unproved"' in said
    assert "one text" not in said
    assert "نص واحد" not in said


@pytest.mark.usefixtures("files")
def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(capsys, 1, "one.md", "other.md", "--json"))
    assert (found["status"], found["audience"], found["unproved"]) == ("different", "public", [])
    (difference,) = found["differences"]
    assert (difference["clause"], difference["kind"], difference["intended"]) == ("ceasefire", "date", False)
    assert set(difference["copies"]) == {"one.md", "other.md"}
    assert difference["words"] == {"one.md": ["31 December 2030"], "other.md": ["16 January 2031"]}
    short = json.loads(shown(capsys, 1, "one.md", "short.md", "--json"))
    assert {one["clause"]: one["copies"]["short.md"] for one in short["differences"]}["aid"] is None


@pytest.mark.usefixtures("files")
def test_unreadable_copies(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["copies", "one.md", "bad.md"]) == 2
    output = capsys.readouterr()
    assert output.err.startswith("bad.md:")
    assert "Clause crossings" in output.out
    assert run(["copies", "one.md", "none.md"]) == 2
    output = capsys.readouterr()
    assert (output.out, output.err.split(":")[0]) == ("", "none.md")


@pytest.mark.usefixtures("files")
def test_two_copies_are_needed(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["one.md"], ["one.md", "one.md"]):
        assert run(["copies", *arguments]) == 2
        assert "at least two copies" in capsys.readouterr().err


@pytest.mark.usefixtures("files")
def test_long_equal_stretches_are_shortened(capsys: pytest.CaptureFixture[str]) -> None:
    words = " ".join(f"word{n}" for n in range(80))
    for name, text in (("a.md", f"1. x {words} y {words} z"), ("b.md", f"1. v {words} w {words} u")):
        Path(name).write_text(text, "utf-8")
    said = shown(capsys, 1, "a.md", "b.md").splitlines()
    line = next(line for line in said if "→" in line)
    assert line.count("…") == 2
    assert len(line) < 500


@pytest.mark.usefixtures("files")
def test_signs_stand_beside_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "60")
    done = CliRunner().invoke(command.copies, ["one.md", "other.md"])
    assert done.exit_code == 1
    assert all(len(line) <= 60 for line in done.output.splitlines())
    assert "[-31" in done.output

import json
from pathlib import Path

import pytest

from sulh.cli import run
from sulh.table import load

DOMAIN = '<d><issue index="1" name="scope"><item value="all"/><item value="part"/></issue></d>'
PROFILE = (
    '<u><issue index="1" name="scope"><item value="all" evaluation="3"/><item value="part" evaluation="1"/>'
    '</issue><weight index="1" value="0.5"/><reservation value="0.3"/></u>'
)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("domain", DOMAIN), ("upland", PROFILE), ("lowland", PROFILE)):
        (tmp_path / f"{name}.xml").write_text(text, "utf-8")
    return [str(tmp_path / f"{name}.xml") for name in ("domain", "upland", "lowland")]


def test_import(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "negotiation.toml"
    assert run(["import", "genius", *files, "-o", str(output)]) == 0
    shown = capsys.readouterr()
    assert shown.out == f"{output}: parties 2, issues 1; look at it with: sulh deals {output}\n"
    assert shown.err.count("0-1 scale of Genius") == 2
    assert [party.id for party in load(output).parties] == ["upland", "lowland"]
    assert str(tmp_path) not in output.read_text("utf-8")


def test_import_as_json(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "negotiation.toml"
    assert run(["import", "genius", *files, "-o", str(output), "--normalise", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "audience": "mediator",
        "file": str(output),
        "parties": ["upland", "lowland"],
        "issues": ["scope"],
        "notices": [],
    }


def test_files_that_cannot_be_read(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "negotiation.toml"
    (tmp_path / "upland.xml").write_text("<u>\n", "utf-8")
    assert run(["import", "genius", *files, str(tmp_path / "none.xml"), "-o", str(output)]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"{tmp_path}/upland.xml:2: not well-formed XML: no element found")
    assert second.startswith(f"{tmp_path}/none.xml:1: the file could not be read (No such file or directory)")
    assert not output.exists()


def test_faults_leave_no_file(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "negotiation.toml"
    assert run(["import", "genius", *files[1:], "-o", str(output)]) == 2
    assert "one file has to be the domain" in capsys.readouterr().err
    assert not output.exists()


def test_what_a_negotiation_cannot_say_is_a_fault(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(files[1]).rename(tmp_path / " .xml")
    files[1] = str(tmp_path / " .xml")
    output = tmp_path / "negotiation.toml"
    assert run(["import", "genius", *files, "-o", str(output)]) == 2
    assert "'id' is empty" in capsys.readouterr().err
    assert not output.exists()


def test_help_of_the_subcommand(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "genius", "--help"]) == 0
    assert "--normalise" in capsys.readouterr().out

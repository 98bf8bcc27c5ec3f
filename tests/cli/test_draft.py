import json
import shutil
from pathlib import Path

import pytest

from sulh.accord import parse
from sulh.cli import run

CASE = Path(__file__).parent.parent.parent / "examples" / "two-rivers"
ISSUES = """
[[issue]]
id = "scope"
options = [
  {id = "all", clause = {en = "It holds everywhere.", ar = "يسري في كل مكان."}},
  {id = "line", title = "Along the line"},
]
[[issue]]
id = "water"
options = ["half", "now"]
"""
WANTS = """
[[party]]
id = "upland"
reservation = {reservation}
[preference.upland]
weights = {{scope = {weight}}}
values.scope = {{all = {value}, line = 0.25}}
red_lines = [{{water = "{red}"}}]
"""


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CASE, tmp_path / "talks", ignore=shutil.ignore_patterns("agreements"))
    wants(10, 60, 1, "now")
    return tmp_path / "talks"


def wants(reservation: int, weight: int, value: float, red: str) -> None:
    said = WANTS.format(reservation=reservation, weight=weight, value=value, red=red)
    Path("talks/negotiation.toml").write_text(said + ISSUES, "utf-8")


@pytest.mark.usefixtures("talks")
def test_a_draft_parses_and_is_for_the_process(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "talks", "--package", "scope=all", "-o", "draft.md", "--lang", "en"]) == 0
    assert capsys.readouterr() == ("", "")
    copy, faults = parse(Path("draft.md").read_text("utf-8"), "draft.md")
    assert faults == ()
    assert str(copy.front.provenance.handling) == "process"
    assert [clause.id for clause in copy.clauses] == ["scope", "water"]
    assert copy.clauses[0].text.endswith("It holds everywhere.")
    (bracket,) = copy.clauses[1].brackets
    assert [one.proposers for one in bracket.wordings] == [("half",), ("now",)]
    assert len(copy.clauses[1].notes) == 2


@pytest.mark.usefixtures("talks")
def test_preferences_have_no_influence(capsys: pytest.CaptureFixture[str]) -> None:
    drafts = set()
    for numbers in ((10, 60, 1, "now"), (99, 1, 0.5, "half"), (0, 33, 0, "now")):
        wants(*numbers)
        assert run(["draft", "talks", "--package", "water=half", "--json"]) == 0
        drafts.add(capsys.readouterr().out)
    (said,) = drafts
    found = json.loads(said)
    assert (found["chosen"], found["open"], found["language"]) == ({"water": "half"}, ["scope"], "ar")
    assert "0.25" not in said
    assert "upland" not in said


def test_a_template_of_the_agreement(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = talks / "agreements" / "truce" / "template"
    folder.mkdir(parents=True)
    (folder / "en.md").write_text("1. {{scope}} {#scope by=upland}\n", "utf-8")
    arguments = ["draft", "talks", "--agreement", "truce", "--package", "scope=line"]
    assert run([*arguments, "--lang", "en"]) == 0
    output = capsys.readouterr()
    assert "1. Along the line {>> sulh: " in output.out
    assert "no place for the issue 'water'" in output.err
    assert run([*arguments, "--lang", "ar"]) == 0
    assert "there is no template in this language" in capsys.readouterr().err
    for bad in (b"1. {{scop}}\n", b"\xff\xfe"):
        (folder / "en.md").write_bytes(bad)
        assert run([*arguments, "--lang", "en"]) == 2
        assert capsys.readouterr().out == ""
    assert run(["draft", "talks", "--agreement", "none"]) == 2


@pytest.mark.parametrize("package", ["scope", "scope=none", "peace=now", "scope=all,scope=line"])
@pytest.mark.usefixtures("talks")
def test_a_package_names_options(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "talks", "--package", package]) == 2
    assert "--package" in capsys.readouterr().err


def test_handling_and_faults(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (talks / "negotiation.toml").read_text("utf-8")
    secret = text.replace('{id = "all",', '{id = "all", handling = "mediator",')
    (talks / "negotiation.toml").write_text(secret, "utf-8")
    assert run(["draft", "talks", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["audience"] == "mediator"
    for broken in (
        text.replace("weights", "wieghts"),
        text.replace('{id = "all",', '{id = "all", handling = "x",'),
    ):
        (talks / "negotiation.toml").write_text(broken, "utf-8")
        assert run(["draft", "talks"]) == 2
    (talks / "negotiation.toml").unlink()
    assert run(["draft", "talks"]) == 2
    assert "no issue with options" in capsys.readouterr().err
    (talks / "issues.toml").write_text(ISSUES, "utf-8")
    assert run(["draft", "talks", "--lang", "en"]) == 0
    assert "all: It holds everywhere." in capsys.readouterr().out
    (talks / "actors.toml").write_text("x = 1", "utf-8")
    assert run(["draft", "talks"]) == 2
    assert "{#scope}" in capsys.readouterr().out
    assert run(["draft", "nowhere"]) == 2

import json
import shutil
from pathlib import Path

import pytest
from tests.accord.review.test_reviewing import SOUND

from sulh.cli import run

CASE = Path(__file__).parent.parent.parent / "examples" / "two-rivers"
OPEN = SOUND.replace("by=upland guarantor=harbour", "by=upland guarantor=upland")
ACCEPTED = OPEN.replace(
    "+++\n#",
    '[[accepted]]\nrule = "self-guarantee"\nclause = "halt"\nby = "harbour"\nwhy = "Its rules do."\n+++\n#',
    1,
)


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CASE, tmp_path / "talks", ignore=shutil.ignore_patterns("agreements"))
    folder = tmp_path / "talks" / "agreements" / "truce"
    folder.mkdir(parents=True)
    marked = OPEN.replace("+++\n", '+++\nhandling = "process"\n', 1)
    (folder / "draft.md").write_text(marked.replace('actor = "upland"', 'actor = "lowland"'), "utf-8")
    for name, text in (("sound.md", SOUND), ("open.md", OPEN), ("accepted.md", ACCEPTED)):
        Path(name).write_text(text, "utf-8")


def shown(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> str:
    assert run(["review", *arguments]) == code
    return capsys.readouterr().out


def test_one_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No finding." in shown(capsys, 0, "sound.md", "--strict")
    said = shown(capsys, 0, "open.md")
    assert said.splitlines()[0] == "1 finding"
    assert "open.md:16: self-guarantee Clause halt" in said
    assert "Who answers for itself adds nothing" in said
    assert "من يضمن نفسه" in shown(capsys, 1, "open.md", "--strict", "--lang", "ar")


def test_what_is_accepted_is_listed_and_passes(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, 0, "accepted.md", "--strict")
    assert said.startswith("No finding.")
    assert "Accepted by harbour: Its rules do." in said
    (finding,) = json.loads(shown(capsys, 0, "accepted.md", "--json"))["findings"]
    assert finding["accepted"]["by"] == "harbour"


def test_a_case_is_reviewed_for_its_audience(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(shown(capsys, 0, "talks", "--json"))["findings"] == []
    found = json.loads(shown(capsys, 0, "talks", "--for", "process", "--json"))
    assert found["audience"] == "process"
    rules = [finding["rule"] for finding in found["findings"]]
    assert {"self-guarantee", "unconsulted-party", "member-not-bound"} <= set(rules)
    assert found["findings"][0]["file"] == "talks/agreements/truce/draft.md"
    assert {finding["line"] for finding in found["findings"]} == {None}
    assert "draft.md:17: self-guarantee" in shown(capsys, 0, "talks", "--for", "mediator", "--lang", "en")
    said = shown(capsys, 0, "talks", "--for", "process", "--as-of", "2031-05-02")
    assert "هيئة المرتفعات" in said


def test_what_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "none.md"]) == 2
    assert capsys.readouterr().err.startswith("none.md:1:")
    Path("bad.md").write_text(SOUND + "[[x\n", "utf-8")
    assert "No finding." in shown(capsys, 2, "bad.md")

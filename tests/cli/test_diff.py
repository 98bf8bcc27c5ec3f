import json
from pathlib import Path

import pytest
from tests.accord.drafts.test_changes import FIRST

from sulh.cli import run

BRACKET = "[[upland: the whole valley | lowland, harbour: the west bank]]"


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    second = (
        FIRST.replace(BRACKET, "the west bank")
        .replace('"10 days"', '"14 days"')
        .replace("The sick are", "[[upland: The sick | : All]] are")
        .replace("three observers", "[[harbour: five | : three]] observers")
        .replace(
            "## 3. Aid {#aid}\n\nConvoys pass every day.\n", "## 3. Dams {#dams}\n\nThe dams stay closed.\n"
        )
        .replace("## 4.", "## 5.")
    )
    for name, text in (("a.md", FIRST), ("b.md", second), ("c.md", FIRST.replace(BRACKET, "both banks"))):
        Path(name).write_text(text, "utf-8")
    Path("d.md").write_text(FIRST.replace("lowland, harbour", "lowland"), "utf-8")
    Path("ar.md").write_text(FIRST.replace('language = "en"', 'language = "ar"'), "utf-8")
    Path("bad.md").write_text(FIRST + "[[x\n", "utf-8")


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["diff", *arguments]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    return output.out


def test_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "a.md", "b.md")
    for line in (
        "5 clauses changed.",
        "a.md: version: 1; held by: harbour; said to have gone to: upland; open brackets: 1",
        "Bracket closed with the wording of lowland, harbour: «the west bank»",
        "within: 10 days, now 14 days",
        "before stood the wording of nobody (as it stood): «three»",
        "Bracket opened: upland: «The sick» | nobody (as it stood): «All»",
        "Clause aid: removed",
        "{+Dams The dams stay closed.+}",
        "Clause prisoners: renumbered, brackets",
        "4, now 5",
    ):
        assert line in said
    assert "Bracket closed with other words" in shown(capsys, "a.md", "c.md")
    assert "Bracket changed: upland: «the whole valley»" in shown(capsys, "a.md", "d.md")
    assert "Nothing moved between the two drafts." in shown(capsys, "a.md", "a.md")
    assert "أُغلق قوس بصيغة lowland، harbour" in shown(capsys, "a.md", "b.md", "--lang", "ar")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(capsys, "a.md", "b.md", "--json"))
    assert found["audience"] == "process"
    assert [one["clause"] for one in found["clauses"]] == ["scope", "monitoring", "dams", "aid", "prisoners"]


def test_unreadable_drafts(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "a.md", "none.md"]) == 2
    assert capsys.readouterr().out == ""
    assert run(["diff", "a.md", "ar.md"]) == 2
    assert "two languages" in capsys.readouterr().err
    assert run(["diff", "a.md", "bad.md"]) == 2
    assert "clause" in capsys.readouterr().out

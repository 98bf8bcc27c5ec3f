import json
import sys
from pathlib import Path

import pytest
from tests.accord.documents.pieces import DRAFT, FINAL

from sulh.cli import run


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("en.md").write_text(DRAFT, "utf-8")
    Path("ar.md").write_text(FINAL, "utf-8")
    Path("secret.md").write_text(DRAFT.replace("+++\ntitle", '+++\nhandling = "process"\ntitle'), "utf-8")
    Path("bad.md").write_text(DRAFT.replace("three", "[[three"), "utf-8")


@pytest.fixture
def case() -> Path:
    folder = Path("talks")
    (folder / "agreements" / "truce").mkdir(parents=True)
    (folder / "case.toml").write_text('title = "Talks"\nlanguages = ["en", "ar"]\n', "utf-8")
    actors = "\n".join(
        f'[[actor]]\nid = "{identifier}"\nkind = "body"\n'
        f'names = [{{en = "{english}"}}, {{ar = "{arabic}"}}]\n'
        for identifier, english, arabic in (
            ("lowland", "Lowland Region", "إقليم السهل"),
            ("upland", "Upland Region", "إقليم المرتفعات"),
        )
    )
    (folder / "actors.toml").write_text(actors, "utf-8")
    for language, words in (("en", "Fire ceases."), ("ar", "يوقف إطلاق النار.")):
        text = f'+++\nlanguage = "{language}"\nparties = ["lowland", "upland"]\n+++\n1. {words} {{#halt}}\n'
        (folder / "agreements" / "truce" / f"{language}.md").write_text(text, "utf-8")
    return folder


def said(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> tuple[str, str]:
    assert run(["export", *arguments]) == code
    output = capsys.readouterr()
    return output.out, output.err


@pytest.mark.parametrize(
    ("form", "end"), [("pdf", "pdf"), ("docx", "docx"), ("html", "html"), ("akn", "xml")]
)
def test_each_format(form: str, end: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(capsys, 0, "en.md", "--format", form)
    assert out == f"en-en.{end}: en.md; audience public; مسودة / DRAFT\n"
    assert err == ""
    assert Path(f"en-en.{end}").stat().st_size > 1000


def test_json_and_remarks(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(
        capsys, 0, "en.md", "ar.md", "--lang", "ar+en", "-o", "two.html", "--format", "html", "--json"
    )
    answer = json.loads(out)
    assert (answer["audience"], answer["file"], answer["draft"], answer["missing"]) == (
        "public",
        "two.html",
        True,
        [],
    )
    assert [one["language"] for one in answer["copies"]] == ["ar", "en"]
    assert err.splitlines() == [f"two.html: {remark}" for remark in answer["remarks"]]
    assert "only by the order of the parties" in err


def test_changes_and_notes(capsys: pytest.CaptureFixture[str]) -> None:
    Path("old.md").write_text(DRAFT.replace("every week", "every month"), "utf-8")
    out, _ = said(capsys, 0, "en.md", "--against", "old.md", "--notes", "--format", "html", "--json")
    assert json.loads(out)["against"] == ["old.md"]
    page = Path("en-en.html").read_text("utf-8")
    assert "<del> month</del>" in page
    assert "enough?" in page


def test_a_copy_above_the_audience_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    _, err = said(capsys, 2, "secret.md")
    assert "secret.md is not for the audience public" in err
    _, err = said(capsys, 2, "en.md", "--against", "secret.md")
    assert "not for the audience" in err
    out, _ = said(capsys, 0, "secret.md", "--for", "process", "--json")
    assert json.loads(out)["audience"] == "process"


def test_faults_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    _, err = said(capsys, 2, "bad.md")
    assert err.startswith("bad.md:")
    assert not Path("bad-en.pdf").exists()
    assert said(capsys, 2, "none.md")[1].startswith("none.md:")
    _, err = said(capsys, 2, "en.md", "-o", "nowhere/x.pdf")
    assert "could not be written" in err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["en.md", "--lang", "ar"], "there is no copy in 'ar'"),
        (["en.md", "en.md"], "several copies are in 'en'"),
        (["en.md", "--agreement", "x"], "only a case folder has agreements"),
        (["en.md", "talks"], "not all of one case"),
        (["talks", "--agreement", "x"], "it has: truce"),
        (["en.md", "ar.md", "--format", "akn"], "one language"),
    ],
)
@pytest.mark.usefixtures("case")
def test_wrong_use(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert reason in said(capsys, 2, *arguments)[1]


def test_a_case_names_its_actors(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(capsys, 0, "talks", "--lang", "ar+en", "--format", "html", "--json")
    assert err == ""
    page = Path(json.loads(out)["file"]).read_text("utf-8")
    assert "إقليم السهل" in page
    assert "Lowland Region" in page
    assert json.loads(out)["draft"] is False
    (case / "agreements" / "truce" / "ar.md").unlink()
    assert "there is no copy in 'ar'" in said(capsys, 2, "talks", "--lang", "ar+en")[1]
    (case / "agreements" / "truce" / "en.md").unlink()
    assert "there is no copy" in said(capsys, 2, "talks")[1]


def test_a_file_of_a_case_keeps_the_marks_of_the_case(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    actors = case / "actors.toml"
    actors.write_text(
        actors.read_text("utf-8").replace('id = "upland"', 'id = "upland"\nhandling = "mediator"'), "utf-8"
    )
    file = "talks/agreements/truce/en.md"
    assert "not for the audience public" in said(capsys, 2, file)[1]
    assert "not for the audience public" in said(capsys, 2, "talks", "--lang", "en")[1]
    assert "audience mediator" in said(capsys, 0, file, "--for", "mediator", "--format", "akn")[0]


def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert "pip install 'sulh[documents]'" in said(capsys, 2, "en.md")[1]

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sulh.cli.positions import positions

CASE = 'title = {ar = "نهران", en = "Two rivers"}\nlanguages = ["en", "ar"]\n'
ACTORS = """\
[[actor]]
id = "upland"
kind = "formation"
names = [{en = "Upland Front"}, {ar = "جبهة المرتفعات"}]
[[actor]]
id = "lowland"
kind = "formation"
names = [{en = "Lowland Council"}, {ar = "مجلس السهول"}]
"""
ISSUES = """\
[[issue]]
id = "water"
title = {ar = "المياه", en = "Water"}
[[position]]
actor = "upland"
issue = "water"
stance = "rejects"
statement = "call"
[[position]]
actor = "upland"
issue = "water"
stance = "amends"
statement = "minutes#s1"
"""
STATEMENTS = """\
[[statement]]
id = "call"
speaker = "Upland Front"
speaker_id = "upland"
kind = "organisation"
text = "No share is settled yet"
said = {text = "on 1 April", day = 2031-04-01}
entered_by = "N. N., 1 April 2031"
"""
MINUTES = """\
+++
date = 2031-04-06
language = "ar"
handling = "process"
+++

قالت جبهة المرتفعات إن الحصص الموسمية قابلة للبحث.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "dispatches").mkdir()
    texts = {
        "case.toml": CASE,
        "actors.toml": ACTORS,
        "issues.toml": ISSUES,
        "statements.toml": STATEMENTS,
        "dispatches/minutes.txt": MINUTES,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(positions, [str(a) for a in arguments], catch_exceptions=False)


def test_the_public_sees_neither_the_hidden_position_nor_that_there_is_one(case: Path) -> None:
    result = run(case)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Two rivers\nBrief for the public\n")
    assert "Upland Front · rejects, 1 April 2031" in result.stdout
    assert "asks for changes" not in result.stdout
    without = ISSUES[: ISSUES.rindex("[[position]]")]
    (case / "issues.toml").write_text(without, encoding="utf-8")
    assert run(case).stdout == result.stdout


def test_those_at_the_table_see_the_later_one_and_what_stood_before(case: Path) -> None:
    later = run(case, "--for", "process").stdout
    assert "Upland Front · asks for changes, 6 April 2031" in later
    assert "الحصص الموسمية قابلة للبحث" in later
    assert "before: rejects, 1 April 2031" in later
    earlier = run(case, "--for", "process", "--as-of", "2031-04-05").stdout
    assert "Upland Front · rejects, 1 April 2031" in earlier
    assert "asks for changes" not in earlier


def test_in_arabic(case: Path) -> None:
    assert "جبهة المرتفعات · رفض، 1 نيسان/أبريل 2031" in run(case, "--lang", "ar").stdout


def test_json_is_one_object(case: Path) -> None:
    found = json.loads(run(case, "--json", "--as-of", "2031-04-01").stdout)
    assert (found["audience"], found["as_of"], found["actors"]) == ("public", "2031-04-01", ["upland"])
    assert found["rows"][0]["cells"][0]["positions"][0]["statement"]["text"] == "No share is settled yet"


def test_a_statement_that_is_not_read_is_told(case: Path) -> None:
    (case / "issues.toml").write_text(ISSUES.replace("#s1", "#s7"), encoding="utf-8")
    result = run(case, "--for", "mediator")
    assert result.exit_code == 0
    assert result.stderr.startswith(
        f"{case / 'issues.toml'}:1: the statement 'minutes#s7' behind the position"
    )
    assert run(case).stderr == ""


def test_faults_are_printed_and_the_rest_is_shown(case: Path) -> None:
    (case / "issues.toml").write_text(ISSUES.replace('"amends"', '"amend"'), encoding="utf-8")
    result = run(case)
    assert result.exit_code == 2
    assert "issues.toml:12: unknown stance 'amend'; did you mean 'amends'?" in result.stderr
    assert "rejects" in result.stdout


def test_help_has_an_example() -> None:
    assert "sulh positions talks --as-of 2031-04-30 --for process" in run("--help").stdout

import json
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from rich.console import Console

from sulh.cli import deals as command
from sulh.cli import run
from sulh.cli.deals_page import show
from sulh.table import load
from sulh.table.deals import deals
from sulh.table.diagram import TooLargeError
from sulh.table.negotiation import Negotiation

SPLIT = """\
[[party]]
id = "upland"
[[party]]
id = "lowland"
reservation = -2
[[issue]]
id = "share"
title = {ar = "الحصة", en = "Share"}
options = ["a", "b", {id = "c", title = {ar = "ثلث", en = "a third"}}, "d", "e", "worse"]
[preference.upland]
weights = {share = 0.1}
values.share = {a = 1000, d = 500, c = 300, b = 200, e = 10, worse = 10}
[preference.lowland]
weights = {share = 1}
values.share = {a = -1, d = 9, c = 14, b = 18, e = 38, worse = -2}
"""
BLOCKED = """\
[[party]]
id = "upland"
reservation = 2
[[party]]
id = "lowland"
reservation = 1
[[issue]]
id = "scope"
options = ["all", "part"]
[preference.upland]
weights = {scope = 1}
values.scope = {all = 3, part = 1}
red_lines = [{scope = "part"}]
[preference.lowland]
weights = {scope = 1}
values.scope = {all = 0.5, part = 5}
"""
EXCLUDED = """
[[constraint]]
forbid = {scope = "all"}
[[constraint]]
if = {}
then = {scope = "all"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "negotiation.toml"


def answer(file: Path, text: str, code: int, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    file.write_text(text, "utf-8")
    assert run(["deals", str(file), *options]) == code
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def test_what_could_be_agreed_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Gains a (100, 1), d (50, 11), c (30, 16), b (20, 20), e (1, 40): each solution is another of them."""
    found = json.loads(answer(file, SPLIT, 0, capsys, "--json"))
    frontier = [("a", "100", "-1"), ("d", "50", "9"), ("c", "30", "14"), ("b", "20", "18"), ("e", "1", "38")]
    points = {o: {"utilities": [u, v], "example": {"share": o}} for o, u, v in frontier}
    assert found == {
        "audience": "mediator",
        "parties": ["upland", "lowland"],
        "nominal": False,
        "packages": "6",
        "acceptable": "6",
        "frontier": [{**point, "packages": "1"} for point in points.values()],
        "frontier_size": 5,
        "frontier_abandoned": None,
        "solutions": {
            "nash": points["d"],
            "kalai_smorodinsky": points["c"],
            "egalitarian": points["b"],
            "utilitarian": points["a"],
        },
        "blocked_by": None,
    }


def test_limit_bounds_what_is_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(file, SPLIT, 0, capsys, "--json", "--limit", "2"))
    assert [point["example"]["share"] for point in found["frontier"]] == ["a", "d"]
    assert found["frontier_size"] == 5
    assert found["solutions"]["egalitarian"]["utilities"] == ["20", "18"]
    assert "\n3 points more; see --limit\n" in answer(file, SPLIT, 0, capsys, "--limit", "2")
    assert "more; see" not in answer(file, SPLIT, 0, capsys, "--limit", "5")


def test_what_could_be_agreed_for_a_person(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = answer(file, SPLIT, 0, capsys).splitlines()
    assert shown[:3] == [
        "For the mediator only: this rests on the preferences of the parties.",
        "Packages: 6",
        "Acceptable to every party: 6",
    ]
    cells = [line.split() for line in shown]
    assert ["3", "30", "14", "1", "Share:", "a", "third"] in cells
    assert any(line.startswith("egalitarian (leximin); depends on the scales chosen ") for line in shown)
    assert any(line.startswith("utilitarian; depends on the scales chosen ") for line in shown)


def test_in_arabic_row_by_row(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = answer(file, SPLIT, 0, capsys, "--lang", "ar").splitlines()
    assert "الحزم الممكنة: 6" in shown
    assert "• #: 3، upland: 30، lowland: 14، الحزم: 1، مثال: الحصة: ثلث" in shown
    assert "• الحل: حل ناش للمساومة، upland: 50، lowland: 9، مثال: الحصة: d" in shown


def test_partial_knowledge_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SPLIT.replace("weights = {share = 1}", "weights = {share = [0, 2]}")
    assert "nominal point" in answer(file, text, 0, capsys)
    assert json.loads(answer(file, text, 0, capsys, "--json"))["nominal"] is True


def test_what_no_decimal_says_is_a_fraction(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SPLIT.replace("e = 10,", 'e = "10/3",')
    assert json.loads(answer(file, text, 0, capsys, "--json"))["frontier"][4]["utilities"] == ["1/3", "38"]
    shown = answer(file, text, 0, capsys).splitlines()
    assert ["5", "≈", "0.333333", "38", "1", "Share:", "e"] in [line.split() for line in shown]


def test_what_blocks_an_agreement_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(file, BLOCKED, 1, capsys, "--json"))
    assert (found["acceptable"], found["frontier"], found["solutions"]) == ("0", [], None)
    assert found["blocked_by"] == {
        "parties": ["lowland"],
        "constraints": [],
        "red_lines": [{"party": "upland", "index": 0}],
        "least_relaxation": {"lifted": [], "reservations": {"lowland": "0.5"}},
        "opens": {"scope": "all"},
    }


def test_what_blocks_an_agreement_for_a_person(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = answer(file, BLOCKED, 1, capsys).splitlines()
    assert shown[-8:] == [
        "",
        "No package is acceptable. These cannot all be met; without any one of them they can:",
        "• lowland gets at least 1, its reservation value.",
        "• upland never accepts this: scope: part (red line 0, counted from 0).",
        "",
        "The least that would open an agreement:",
        "• lowland accepts 0.5 instead of 1.",
        "Then this package is acceptable: scope: all.",
    ]
    arabic = answer(file, BLOCKED, 1, capsys, "--lang", "ar").splitlines()
    assert "• لا يحصل الطرف lowland على أقل من 1، وهي قيمة التحفظ لديه." in arabic


def test_red_lines_that_have_to_be_lifted(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = BLOCKED.replace('[{scope = "part"}]', '[{scope = "part"}, {scope = "all"}]')
    found = json.loads(answer(file, both, 1, capsys, "--json"))
    least = found["blocked_by"]["least_relaxation"]
    assert len(least["lifted"]) == 1
    index = least["lifted"][0]["index"]
    option = found["blocked_by"]["opens"]["scope"]
    assert (index, option) in {(0, "part"), (1, "all")}
    line = f"• upland lifts its red line {index} (counted from 0): scope: {option}."
    assert line in answer(file, both, 1, capsys).splitlines()


def test_constraints_that_admit_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = BLOCKED + EXCLUDED
    blocked = json.loads(answer(file, text, 1, capsys, "--json"))["blocked_by"]
    assert blocked == {
        "parties": [],
        "constraints": [0, 1],
        "red_lines": [],
        "least_relaxation": None,
        "opens": None,
    }
    shown = answer(file, text, 1, capsys).splitlines()
    assert "• Constraint 1 (counted from 0) forbids this: scope: part." in shown
    assert shown[-1] == "The constraints alone admit no package, and constraints are never relaxed."


def test_faults_are_all_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(SPLIT.replace("d = 500", "dd = 500"), "utf-8")
    assert run(["deals", str(file), "--json"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        f"{file}:12: 'share' has no value for the option 'd'; add it",
        f"{file}:12: unknown option 'dd' of issue 'share'; did you mean 'd'? define it or correct the id",
    ]


def test_a_case_folder_without_a_negotiation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deals", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path}/negotiation.toml:1: the file could not be read")


def test_ids_cannot_steer_the_terminal(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = answer(file, SPLIT.replace("lowland", '"\\u001b[31m[red]x"').replace('""', '"'), 0, capsys)
    assert "\x1b" not in shown
    assert "\ufffd[31m[red]x" in shown


def test_a_terminal_has_a_width(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    assert all(len(line) <= 60 for line in answer(file, SPLIT, 0, capsys).splitlines())


def test_a_count_that_nothing_makes_in_time_is_said(file: Path) -> None:
    file.write_text(SPLIT, "utf-8")
    console = Console(record=True, width=200)
    show(replace(deals(load(file)), acceptable=None), 20, "en", console)
    assert "Acceptable to every party: not counted" in console.export_text()


def too_large(_: Negotiation) -> NoReturn:
    message = "more than 1 partial sum"
    raise TooLargeError(message)


def test_a_frontier_that_is_abandoned_is_said(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(SPLIT, "utf-8")
    monkeypatch.setattr("sulh.table.deals.frontier", too_large)
    assert run(["deals", str(file), "--json"]) == 0
    shown = capsys.readouterr()
    found = json.loads(shown.out)
    assert (found["frontier"], found["frontier_size"]) == (None, None)
    assert found["frontier_abandoned"] == "more than 1 partial sum"
    assert found["solutions"]["nash"]["example"] == {"share": "d"}
    assert shown.err == f"{file}: the exact frontier was abandoned: more than 1 partial sum\n"
    assert run(["deals", str(file)]) == 0
    assert "Nash bargaining solution" in capsys.readouterr().out


def test_what_is_too_large_for_any_answer(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(SPLIT, "utf-8")
    for name in ("frontier", "solutions", "blocked_by"):
        monkeypatch.setattr(f"sulh.table.deals.{name}", too_large)
    assert run(["deals", str(file)]) == 2
    assert capsys.readouterr().err == f"{file}:1: too large to be answered: more than 1 partial sum\n"

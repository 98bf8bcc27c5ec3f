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
from sulh.table.cover import cover
from sulh.table.deals import deals
from sulh.table.diagram import TooLargeError
from sulh.table.plain import Answer

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
        "members": [],
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
    assert ["3", "30", "14", "1"] in cells
    assert "3: Share: a third" in shown
    assert ["egalitarian*", "20", "18"] in cells
    assert "* depends on the scales chosen" in shown


def test_in_arabic_row_by_row(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = answer(file, SPLIT, 0, capsys, "--lang", "ar").splitlines()
    assert "الحزم الممكنة: 6" in shown
    assert "• #: 3، upland: 30، lowland: 14، الحزم: 1" in shown
    assert "3: الحصة: ثلث" in shown
    assert "• الحل: ناش، upland: 50، lowland: 9" in shown


def test_partial_knowledge_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SPLIT.replace("weights = {share = 1}", "weights = {share = [0, 2]}")
    assert "nominal point" in answer(file, text, 0, capsys)
    assert json.loads(answer(file, text, 0, capsys, "--json"))["nominal"] is True


def test_what_no_decimal_says_is_a_fraction(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SPLIT.replace("e = 10,", 'e = "10/3",')
    assert json.loads(answer(file, text, 0, capsys, "--json"))["frontier"][4]["utilities"] == ["1/3", "38"]
    shown = answer(file, text, 0, capsys).splitlines()
    assert ["5", "≈", "0.333333", "38", "1"] in [line.split() for line in shown]


def test_what_blocks_an_agreement_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(file, BLOCKED, 1, capsys, "--json"))
    assert (found["acceptable"], found["frontier"], found["solutions"]) == ("0", [], None)
    assert found["blocked_by"] == {
        "parties": ["lowland"],
        "members": [],
        "constraints": [],
        "red_lines": [{"party": "upland", "index": 0}],
        "least_relaxation": {"lifted": [], "reservations": {"lowland": "0.5"}, "members": []},
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
        "members": [],
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
    show(Answer(replace(deals(load(file)), acceptable=None), members=None), 20, "en", console)
    shown = console.export_text()
    assert "Acceptable to every party: not counted" in shown
    assert "Which members block was not computed: the frontier, or the number of packages, is too" in shown


def too_large(*_: object) -> NoReturn:
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
    assert shown.err == (
        f"{file}: the exact frontier was abandoned: more than 1 partial sum; "
        "ask for a few points that come close to all: --points 50\n"
    )
    assert run(["deals", str(file)]) == 0
    assert "Kalai–Smorodinsky" in capsys.readouterr().out


def test_what_is_too_large_for_any_answer(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(SPLIT, "utf-8")
    for name in ("frontier", "solutions", "blocked_by"):
        monkeypatch.setattr(f"sulh.table.deals.{name}", too_large)
    assert run(["deals", str(file)]) == 2
    assert capsys.readouterr().err == f"{file}:1: too large to be answered: more than 1 partial sum\n"


MEMBERS = BLOCKED.replace(
    'id = "upland"\n',
    'id = "upland"\nmembers = [{id = "north", reservation = 3, red_lines = [{scope = "part"}]}]\n',
    1,
).replace('red_lines = [{scope = "part"}]\n[pref', "[pref")


def test_who_blocks_inside_a_party(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(file, MEMBERS, 1, capsys, "--json"))
    assert found["blocked_by"] == {
        "parties": ["lowland"],
        "members": [],
        "constraints": [],
        "red_lines": [{"party": "upland", "index": 0, "member": "north"}],
        "least_relaxation": {"lifted": [], "reservations": {"lowland": "0.5"}, "members": []},
        "opens": {"scope": "all"},
    }
    assert found["members"] == [
        {
            "party": "upland",
            "member": "north",
            "blocks": False,
            "without": None,
        }
    ]
    shown = answer(file, MEMBERS, 1, capsys).splitlines()
    assert "• north, of upland, never accepts this: scope: part (red line 0, counted from 0)." in shown
    assert "• north, of upland, rules out nothing alone: what it refuses, others refuse too." in shown
    eager = MEMBERS.replace("reservation = 2\n", "reservation = 1\n")
    (north,) = json.loads(answer(file, eager, 1, capsys, "--json"))["members"]
    point = {"utilities": ["1", "5"], "example": {"scope": "part"}}
    assert north["without"] == {
        "acceptable": "1",
        "frontier_size": 1,
        "solutions": dict.fromkeys(("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"), point),
    }
    said = (
        "• north, of upland, rules out packages that all others accept. Acceptable with it: 0; without it: "
    )
    assert f"{said}1. Nash without it: upland 1, lowland 5." in answer(file, eager, 1, capsys).splitlines()
    dear = eager.replace("reservation = 3", "reservation = 9")
    least = json.loads(answer(file, dear, 1, capsys, "--json"))["blocked_by"]["least_relaxation"]
    assert least["members"] == [{"party": "upland", "member": "north", "reservation": "3"}]
    shown = answer(file, dear, 1, capsys, "--set", "party.lowland.reservation=0").splitlines()
    assert "• upland gets at least 9, the reservation value of its member north." in shown
    assert "• north, of upland, accepts 3 instead of 9." in shown


def test_without_a_party(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(file, SPLIT, 0, capsys, "--without", "lowland", "--json"))
    assert found["parties"] == ["upland"]
    assert found["solutions"]["nash"] == {"utilities": ["100"], "example": {"share": "a"}}
    assert found["without"]["party"] == "lowland"
    assert found["without"]["reservation"] == "-2"
    assert found["without"]["solutions"]["kalai_smorodinsky"] == {
        "utility": ["-1", "-1"],
        "gain": ["1", "1"],
        "packages": "1",
        "acceptable_to_it": "1",
        "present": {"utility": "14", "gain": "16"},
    }
    assert found["without"]["frontier"] == {"utility": ["-1", "-1"], "gain": ["1", "1"]}
    assert found["changes"]["without"] == "lowland"
    assert (found["changes"]["new"], len(found["changes"]["gone"])) == ([], 4)
    shown = answer(file, SPLIT, 0, capsys, "--without", "lowland").splitlines()
    assert ["Nash", "-1", "1", "1/1", "9"] in [line.split() for line in shown]
    assert "• lowland is not at the table." in shown
    assert "Over the frontier of the others: utility -1, gain 1." in shown


def test_without_a_party_the_others_may_agree_on_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BLOCKED.replace("values.scope = {all = 3, part = 1}", "values.scope = {all = 1, part = 1}")
    shown = answer(file, text, 1, capsys, "--without", "lowland").splitlines()
    assert "Without lowland, the others agree on nothing." in shown
    found = json.loads(answer(file, text, 1, capsys, "--without", "lowland", "--json"))
    assert found["without"] == {"party": "lowland", "reservation": "1", "solutions": None, "frontier": None}
    assert found["changes"]["solutions"] == {}


def test_what_the_others_agree_can_be_worth_this_or_that(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SPLIT.replace("a = 1000, d = 500", "a = 1000, d = 1000") + 'red_lines = [{share = "d"}]\n'
    shown = answer(file, text, 0, capsys, "--without", "lowland").splitlines()
    cells = [line.split() for line in shown]
    assert ["Nash", "-1", "to", "9", "1", "to", "11", "1/2", "14"] in cells
    found = json.loads(answer(file, text, 0, capsys, "--without", "lowland", "--json"))
    assert found["without"]["frontier"] == {"utility": ["-1", "9"], "gain": ["1", "11"]}


def test_other_values(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--set", "party.lowland.reservation=15", "--set", "party.upland.reservation=10")
    found = json.loads(answer(file, SPLIT, 0, capsys, *options, "--json"))
    assert found["frontier_size"] == 1
    changed = found["changes"]
    assert changed["set"] == [
        {"path": "party.lowland.reservation", "before": "-2", "after": "15"},
        {"path": "party.upland.reservation", "before": None, "after": "10"},
    ]
    assert changed["acceptable"] == {"before": "6", "after": "1"}
    assert changed["frontier_size"] == {"before": 5, "after": 1}
    assert [point["example"]["share"] for point in changed["gone"]] == ["a", "d", "c", "e"]
    assert changed["solutions"]["nash"] == {
        "before": {"upland": "50", "lowland": "9"},
        "after": {"upland": "20", "lowland": "18"},
    }
    shown = answer(file, SPLIT, 0, capsys, *options).splitlines()
    assert "• party.upland.reservation: not written → 10" in shown
    assert "• Points of the frontier: 5 → 1; new: 0, gone: 4." in shown
    assert ["Nash", "50", "→", "20", "9", "→", "18"] in [line.split() for line in shown]
    assert "The solutions before and after" in shown
    arabic = answer(file, SPLIT, 0, capsys, *options, "--lang", "ar").splitlines()
    assert "• الحزم المقبولة: 6 ← 1." in arabic


def test_other_values_and_without_a_party(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--set", "party.lowland.reservation=15", "--without", "lowland")
    found = json.loads(answer(file, SPLIT, 0, capsys, *options, "--json"))
    nash = found["without"]["solutions"]["nash"]
    assert (nash["gain"], nash["present"]) == (["-16", "-16"], {"utility": "18", "gain": "3"})
    assert nash["acceptable_to_it"] == "0"
    assert found["changes"]["acceptable"] == {"before": "6", "after": "6"}


def test_a_package_explained(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(file, MEMBERS, 1, capsys, "--package", "scope=part", "--json"))["package"]
    assert found == {
        "package": {"scope": "part"},
        "acceptable": False,
        "parties": [
            {"party": "upland", "utility": "1", "reservation": "3", "gain": "-2"},
            {"party": "lowland", "utility": "5", "reservation": "1", "gain": "4"},
        ],
        "constraints": [],
        "red_lines": [{"party": "upland", "index": 0, "member": "north", "never": {"scope": "part"}}],
        "members": [{"party": "upland", "member": "north", "reservation": "3"}],
        "dominated_by": None,
        "smallest_change": None,
    }
    shown = answer(file, MEMBERS, 1, capsys, "--package", "scope = part").splitlines()
    assert "The package: scope: part." in shown
    assert "• north, of upland, asks for 3 at least; the package gives 1." in shown
    mended = json.loads(
        answer(
            file, SPLIT, 0, capsys, "--set", "party.upland.reservation=20", "--package", "share=e", "--json"
        )
    )["package"]
    assert mended["smallest_change"] == {
        "changed": {"share": "a"},
        "package": {"share": "a"},
        "utilities": ["100", "-1"],
    }
    worse = json.loads(answer(file, SPLIT, 0, capsys, "--package", "share=worse", "--json"))["package"]
    assert worse["acceptable"] is True
    assert worse["dominated_by"] == {"utilities": ["100", "-1"], "example": {"share": "a"}}


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--without", "upper", "there is no party 'upper'; the parties are upland, lowland"),
        ("--set", "party.uplan.reservation=3", "did you mean 'upland'?"),
        ("--set", "party.upland.reservation=x", "is no TOML"),
        ("--package", "share=z", "'share' has no option 'z'; its options are a, b"),
        ("--package", "shore=a", "unknown issue 'shore'; the issues are share"),
        ("--package", "", "unknown issue ''"),
        ("--points", "0", "x>=1"),
    ],
)
def test_what_cannot_be_asked(
    option: str, value: str, reason: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(SPLIT, "utf-8")
    assert run(["deals", str(file), option, value, "--json"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert reason in shown.err


def test_other_values_can_be_faults(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(SPLIT, "utf-8")
    assert run(["deals", str(file), "--set", 'party.lowland.reservation="x"']) == 2
    assert capsys.readouterr().err == (
        f"{file}:5: 'reservation': not a number; write one such as 40, 0.2 or \"16/19\" "
        '(with --set party.lowland.reservation="x")\n'
    )


def test_a_few_points_that_come_close_to_all(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(file, SPLIT, 0, capsys, "--points", "2", "--json"))
    assert found["cover"]["size"] == len(found["frontier"]) <= 2
    assert 0 < float(found["cover"]["epsilon"]) <= 1
    assert (found["frontier_size"], found["frontier_abandoned"]) == (None, None)
    epsilon = found["cover"]["epsilon"]
    shown = answer(file, SPLIT, 0, capsys, "--points", "2")
    assert f"a member that gives no party less by more than {epsilon} of its ideal gain" in shown
    assert "The exact frontier was computed and thinned out." in shown
    whole = json.loads(answer(file, SPLIT, 0, capsys, "--points", "5", "--json"))
    assert (whole["cover"], whole["frontier_size"]) == ({"epsilon": "0", "size": 5}, 5)
    assert "The whole frontier has no more points" in answer(file, SPLIT, 0, capsys, "--points", "5")


def test_a_cover_of_a_frontier_that_is_abandoned(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(SPLIT, "utf-8")
    monkeypatch.setattr(
        "sulh.table.deals.cover",
        lambda negotiation, points, most: replace(cover(negotiation, points, most), abandoned="too many"),
    )
    assert run(["deals", str(file), "--points", "3"]) == 0
    shown = capsys.readouterr()
    assert "The exact frontier was abandoned: too many." in shown.out
    assert shown.err == f"{file}: the exact frontier was abandoned: too many\n"
    options = ("--set", "party.upland.reservation=20", "--points", "3")
    assert run(["deals", str(file), *options]) == 0
    assert "The frontiers were not compared: one of them was not computed." in capsys.readouterr().out


def test_parties_go_by_the_names_of_the_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "negotiation.toml").write_text(SPLIT, "utf-8")
    actors = (
        '[[actor]]\nid = "upland"\nkind = "body"\nnames = [{ar = "المرتفعات"}, {en = "Upland Assembly"}]\n'
    )
    (tmp_path / "actors.toml").write_text(actors, "utf-8")
    for path in (tmp_path, tmp_path / "negotiation.toml"):
        assert run(["deals", str(path)]) == 0
        assert "#  Upland Assembly  lowland" in capsys.readouterr().out
    assert run(["deals", str(tmp_path), "--lang", "ar"]) == 0
    assert "المرتفعات: 30، lowland: 14" in capsys.readouterr().out


def test_no_point_is_printed_where_none_is_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = answer(file, SPLIT, 0, capsys, "--limit", "0")
    assert "5 points more; see --limit" in shown
    assert "Pareto" not in shown


PARTIAL = SPLIT.replace("weights = {share = 1}", "weights = {share = [0, 2]}").replace(
    "values.share = {a = -1, d = 9, c = 14, b = 18, e = 38, worse = -2}",
    'values.share = ["e", "b", "c", "d", "a", "worse"]',
)


def test_what_holds_for_all_preferences(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(file, PARTIAL, 0, capsys, "--json", "--samples", "7", "--seed", "3"))["robust"]
    assert (found["samples"], found["seed"], found["agreeable"]) == (7, 3, 1)
    assert found["possible_is"] == "lower bound"
    assert found["necessary"] == [{"share": "a"}]
    shown = answer(file, PARTIAL, 0, capsys, "--samples", "7").splitlines()
    assert "• Some package is acceptable in 100.0% of the samples." in shown
    assert any(line.startswith("• Packages acceptable and on the frontier whatever") for line in shown)
    assert any(line.startswith("• Least largest regret: ") for line in shown)
    assert ["1", "100.0%", "±", "0.0%", "100.0%"] in [line.split() for line in shown]
    few = answer(file, PARTIAL, 0, capsys, "--samples", "7", "--limit", "1")
    assert "packages more; see --limit" in few
    arabic = answer(file, PARTIAL, 0, capsys, "--samples", "7", "--lang", "ar").splitlines()
    assert "• توجد حزمة مقبولة في 100.0% من العينات." in arabic
    assert "robust" not in json.loads(answer(file, PARTIAL, 0, capsys, "--json", "--samples", "0"))


def test_what_holds_for_all_preferences_can_be_abandoned(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def abandoned(*_: object, **__: object) -> NoReturn:
        too_large()

    monkeypatch.setattr("sulh.table.robust.robust", abandoned)
    file.write_text(PARTIAL, "utf-8")
    assert run(["deals", str(file), "--json"]) == 0
    shown = capsys.readouterr()
    assert "robust" not in json.loads(shown.out)
    assert shown.err == f"{file}: what holds for all preferences was abandoned: more than 1 partial sum\n"

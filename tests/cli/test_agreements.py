import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tests.accord.agreements import TEXT, copy, write

from sulh.cli.agreements import obligations, status

RULES = """\
title = {ar = "هدنة النهرين", en = "Truce of the two rivers"}
utc_offset = "+02:00"
[entry_into_force]
signed_by = ["lowland", "upland"]
starts = {after = "signature", days = 1, at = "00:00"}
[[entry_into_force.trigger]]
effect = "terminates"
title = {ar = "تغير خط التماس", en = "a change of the line"}
[[event]]
kind = "suspended"
actor = "upland"
when = "2031-06"
by = "authority"
sources = [{statement = "call"}, {url = "https://news.example/1"}]
[[event]]
kind = "suspended"
actor = "upland"
asserted = false
by = "upland"
[[reported]]
clause = "detainees"
value = "2 weeks"
by = "lowland"
[[reported]]
clause = "detainees"
what = "number"
value = "forty"
by = "lowland"
"""
DECIDED = ("obligation", "reject", "", "A. N.", "2031-05-02T10:00:00Z", "")
STATEMENTS = """\
[[statement]]
id = "call"
speaker = "Two Rivers Authority"
speaker_id = "authority"
kind = "organisation"
text = "It is suspended"
entered_by = "N. N., 1 July 2031"
"""


def case(folder: Path, terms: str = RULES, copies: dict[str, str] | None = None, decisions: str = "") -> Path:
    write(folder, terms, copies, decisions)
    (folder / "statements.toml").write_text(STATEMENTS, encoding="utf-8")
    return folder


def run(command: click.Command, *arguments: object) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments], catch_exceptions=False)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "Truce of the two rivers",
                "As a whole: cannot be told: in force or suspended",
                "2 May 2031, 00:00 UTC+02:00: entry into force, by the rules of the agreement",
                "June 2031: suspended · Upland Assembly · by the word of Two Rivers Authority",
                "(contested)",
                "denied by Upland Assembly: suspended",
                "to end it: a change of the line",
                "to suspend it: the loss of a village · clause fire",
            ],
        ),
        ("ar", ["هدنة النهرين", "لا يمكن الجزم: نافذ أو معلَّق", "متنازع عليه", "للإنهاء: تغير خط التماس"]),
    ],
)
def test_status(tmp_path: Path, language: str, words: list[str]) -> None:
    shown = run(status, case(tmp_path / "case"), "--as-of", "2031-07-10", "--lang", language)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert [word for word in words if word not in shown.stdout] == []


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ("", "a rule of how it enters into force"),
        (
            '[entry_into_force]\nsigned_by = ["lowland", "upland", "authority"]\n',
            "the signature of Two Rivers Authority",
        ),
        (
            "[entry_into_force]\nstarts = 2032-01-01T00:00:00Z\n",
            "its time to begin: 1 January 2032, 00:00 UTC",
        ),
        ('[entry_into_force]\nstarts = {after = "opening"}\n', "what it is counted from: opening"),
        (
            (
                '[[entry_into_force.condition]]\nfor = "upland"\naccepted_by = "authority"\n'
                'title = "the task"\n'
            ),
            "the acceptance of Two Rivers Authority · the task",
        ),
        (
            (
                '[[entry_into_force.condition]]\nfor = "upland"\nrequires = "same-text"\n'
                'signed_by = ["authority"]\n'
            ),
            "the signature of Two Rivers Authority under lowland.md",
        ),
    ],
)
def test_what_is_missing(tmp_path: Path, terms: str, words: str) -> None:
    shown = run(status, case(tmp_path / "case", terms), "--as-of", "2031-07-10T00:00:00Z", "--lang", "en")
    assert words in shown.stdout


def test_copies_that_differ_are_missing_one_text(tmp_path: Path) -> None:
    terms = '[[entry_into_force.condition]]\nfor = "upland"\nrequires = "same-text"\n'
    copies = {"a": copy("lowland"), "b": copy("upland", TEXT.replace("all", "most"))}
    shown = run(status, case(tmp_path / "case", terms, copies), "--as-of", "2031-07-10", "--lang", "en")
    assert "one text: these copies differ: b.md, a.md" in shown.stdout


def test_status_as_json(tmp_path: Path) -> None:
    shown = run(status, case(tmp_path / "case"), "--as-of", "2031-07-10T00:00:00Z", "--json")
    found = json.loads(shown.stdout)
    (agreement,) = found["agreements"]
    assert found["audience"] == "public"
    assert found["as_of"] == "2031-07-10T00:00:00+00:00"
    assert agreement["whole"]["states"] == ["in-force", "suspended"]
    last = agreement["parties"][0]["chain"][-1]
    assert (last["kind"], last["claim"]["by"], last["denied"][0]["by"]) == (
        "suspended",
        "authority",
        "upland",
    )
    assert last["claim"]["when"]["first"] == "2031-06-01T00:00:00+02:00"
    assert [trigger["effect"] for trigger in agreement["triggers"]] == ["terminates", "suspends"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "Overdue: the deadline has passed, no fulfilment is recorded",
                "not that somebody breached",
                "1 obligation was read by a program and confirmed by no person",
                "deadline: 10 days after entry into force, so: 12 May 2031, 00:00 UTC+02:00",
                "reported deadline: 2 weeks, so: 16 May 2031, 00:00 UTC+02:00",
                "00:00 UTC+02:00 · by the word of Lowland Council",
                "the deadlines differ; none is chosen",
                "number: forty",
                "Without a date",
                "not open fire (machine-read, not confirmed)",
            ],
        ),
        ("ar", ["10 أيام بعد الدخول حيز النفاذ", "متأخر", "بلا موعد", "المواعيد مختلفة"]),
    ],
)
def test_obligations(tmp_path: Path, language: str, words: list[str]) -> None:
    shown = run(obligations, case(tmp_path / "case"), "--as-of", "2031-05-20", "--lang", language)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert [word for word in words if word not in shown.stdout] == []


def test_all_that_can_stand_beside_an_obligation(tmp_path: Path) -> None:
    text = (
        '1. Pay. {#pay to=upland from=2031-05-01 until=2031-12-31 within="10 days" monitor=authority '
        'guarantor=authority exception="food" trigger="a breach" consequence="talks"}\n'
        '2. Meet. {#meet by=Harbour within="2 days of opening"}\n'
        "3. Rest [[upland: now | lowland: later]]. {#rest within=promptly by=upland}\n"
        '4. Sign. {#sign within="2 hours of signature" by=upland}\n'
        '5. See. {#see within="2031-05-01" by=upland}\n'
    )
    done = '[[event]]\nkind = "fulfilled"\nclause = "see"\nwhen = 2031-05-09\nby = "lowland"\n'
    folder = case(tmp_path / "case", done, {"a": copy("lowland", text)})
    shown = run(obligations, folder, "--lang", "en")
    for words in (
        "who owes it was not read",
        "owed to: Upland Assembly",
        "monitor: Two Rivers Authority",
        "guarantor: Two Rivers Authority",
        "from: 1 May 2031",
        "until: 31 December 2031",
        "exception: food",
        "trigger: a breach",
        "consequence: talks",
        "deadline: 10 days, so: (it does not say from when it counts)",
        "not known: this event is not recorded: opening",
        "its date cannot be read",
        "not known: no signature of all is recorded",
        "wording not agreed",
        "deadline: 1 May 2031",
        "fulfilled · clause see · by the word of Lowland Council",
    ):
        assert words in shown.stdout, words
    assert "Overdue" not in shown.stdout


def test_obligations_as_json(tmp_path: Path) -> None:
    shown = run(obligations, case(tmp_path / "case"), "--as-of", "2031-05-20", "--json")
    found = json.loads(shown.stdout)
    first = found["obligations"][0]
    assert (found["window_days"], found["as_of"]) == (7, "2031-05-20T23:59:59.999999+00:00")
    assert (first["id"], first["debtor"], first["due"], first["conflict"]) == (
        "truce/detainees",
        "lowland",
        "overdue",
        True,
    )
    assert [line["words"] for line in first["deadlines"]] == ["10 days of entry-into-force", "2 weeks"]
    assert first["deadlines"][1]["reported"]["by"] == "lowland"
    assert first["reported"][0]["value"] == "forty"
    assert first["force"] == ["in-force"]


def test_the_places_are_those_that_decisions_take(tmp_path: Path) -> None:
    folder = case(tmp_path / "case")
    found = json.loads(run(obligations, folder, "--json").stdout)["obligations"]
    rows = "".join(
        ",".join(("accord", place["copy"], str(place["start"]), str(place["end"]), *DECIDED)) + "\n"
        for place in found[1]["places"]
    )
    header = "room,document,start,end,what,decision,value,by,when,why\n"
    (folder / "decisions.csv").write_text(header + rows, encoding="utf-8")
    left = json.loads(run(obligations, folder, "--json").stdout)["obligations"]
    assert [one["id"] for one in left] == ["truce/detainees"]


def test_a_decision_that_meets_nothing_is_a_notice(tmp_path: Path) -> None:
    row = "accord,agreements/truce/upland.md,1,2,obligation,reject,,A. N.,2031-05-02T10:00:00Z,\n"
    shown = run(obligations, case(tmp_path / "case", decisions=row))
    assert shown.exit_code == 0
    assert shown.stderr.endswith("decisions.csv:2: no obligation stands there any more\n")


@pytest.mark.parametrize(("command", "nothing"), [(status, "no agreement"), (obligations, "no obligation")])
def test_a_case_without_agreements(tmp_path: Path, command: click.Command, nothing: str) -> None:
    folder = case(tmp_path / "case", 'handling = "party:upland"')
    shown = run(command, folder, "--as-of", "2031-05-20", "--lang", "en")
    assert nothing in shown.stdout
    seen = run(command, folder, "--as-of", "2031-05-20", "--lang", "en", "--for", "party:upland")
    assert nothing not in seen.stdout


@pytest.mark.parametrize("command", [status, obligations])
def test_faults_leave_exit_code_two_and_the_rest_is_shown(tmp_path: Path, command: click.Command) -> None:
    folder = case(tmp_path / "case", RULES + '[[event]]\nkind = "resumed"\n')
    shown = run(command, folder, "--as-of", "2031-05-20", "--lang", "en")
    assert shown.exit_code == 2
    assert "agreement.toml:29: this rests on nothing" in shown.stderr
    assert "Truce of the two rivers" in shown.stdout


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--as-of", "soon"), "'soon' is not a date"),
        (("--as-of", "2031-05-20", "--for", "party:nobody"), "the case has no actor 'nobody'"),
    ],
)
def test_wrong_usage(tmp_path: Path, more: tuple[str, ...], message: str) -> None:
    shown = run(status, case(tmp_path / "case"), *more)
    assert shown.exit_code == 2
    assert message in shown.stderr


def test_no_such_case(tmp_path: Path) -> None:
    shown = run(obligations, tmp_path / "nowhere")
    assert shown.exit_code == 2
    assert "there is no such folder" in shown.stderr

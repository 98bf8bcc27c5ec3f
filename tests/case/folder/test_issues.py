from datetime import date
from pathlib import Path

import pytest

from sulh.case import Handling, Issue, LocalText, Option, Position, Provenance, When
from sulh.case.folder import Reading, parse

CASE = {
    "case.toml": 'title = "Two rivers"\nlanguages = ["en"]\n',
    "actors.toml": '[[actor]]\nid = "syria"\nkind = "state"\nnames = [{en = "Syria"}]\n',
    "statements.toml": '[[statement]]\nid = "c1"\nspeaker = "A"\nkind = "state"\ntext = "x"\n',
    "dispatches/d1.txt": "The Assembly said no.",
}
ISSUE = '[[issue]]\nid = "scope"\noptions = ["all", {id = "part", title = "A part"}]\n'
POSITION = '[[position]]\nactor = "syria"\nissue = "scope"\nstance = "accepts"\n'


def read(issues: str) -> Reading:
    """Read a sound case with these issues."""
    files = CASE | {"issues.toml": issues}
    return parse({name: text.encode() for name, text in files.items()}, Path("talks"))


@pytest.mark.parametrize(
    ("issues", "line", "reason"),
    [
        ('[[issue]]\nid = "a b"\n', 2, "the id 'a b' has signs other than"),
        (ISSUE + ISSUE, 5, "the id 'scope' is taken by another issue"),
        ('[[issue]]\nid = "a"\noptions = "x"\n', 3, "'options' has the wrong type"),
        ('[[issue]]\nid = "a"\noptions = ["X"]\n', 3, "the id 'X' has signs other than"),
        ('[[issue]]\nid = "a"\noptions = ["x", "x"]\n', 3, "two options with one id"),
        (ISSUE + POSITION, 4, "the position rests on nothing; add 'statement' or 'sources'"),
        (
            ISSUE + POSITION.replace("accepts", "silent") + "assumed = true\n",
            4,
            "silence is what a source reports",
        ),
        (
            ISSUE + POSITION.replace("syria", "siria") + 'statement = "d1#s1"\n',
            5,
            "unknown actor 'siria'; did you mean 'syria'?",
        ),
        (
            ISSUE + POSITION.replace("scope", "scop") + 'statement = "d1#s1"\n',
            6,
            "unknown issue 'scop'; did you mean 'scope'? define it in issues.toml",
        ),
        (
            ISSUE + POSITION.replace("accepts", "agrees") + 'statement = "d1#s1"\n',
            7,
            "use one of accepts, amends, rejects, silent, denied",
        ),
        (
            ISSUE + POSITION + 'option = "al"\nstatement = "d1#s1"\n',
            8,
            "unknown option 'al' of issue 'scope'; did you mean 'all'?",
        ),
        (ISSUE + POSITION + 'statement = "call-1"\n', 8, "unknown statement 'call-1'"),
        (ISSUE + POSITION + 'statement = "d2#s1"\n', 8, "unknown dispatch 'd2'"),
        (
            ISSUE + POSITION + 'statement = "d1#s1"\nsaid = "May"\n',
            9,
            "'said': 'May' is not a date",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(issues: str, line: int, reason: str) -> None:
    (fault,) = read(issues).faults
    assert reason in fault.reason
    assert (fault.file, fault.line) == ("talks/issues.toml", line)


def test_fields_of_issues_and_positions() -> None:
    more = f"""title = {{ar = "النطاق", en = "Scope"}}
handling = "process"
[[issue]]
id = "t1"
{POSITION}option = "part"
proposes = "More"
statement = "c1"
said = "2031-05"
{POSITION.replace("accepts", "rejects")}assumed = true
"""
    reading = read(ISSUE + more)
    assert reading.faults == ()
    options = (Option("all"), Option("part", LocalText((("en", "A part"),))))
    title = LocalText((("ar", "النطاق"), ("en", "Scope")))
    provenance = Provenance(handling=Handling("process"))
    assert reading.case.issues == (Issue("scope", options, title, provenance), Issue("t1", ()))
    may = When(date(2031, 5, 1), date(2031, 5, 31))
    proposes = LocalText((("en", "More"),))
    assert reading.case.positions == (
        Position("syria", "scope", "accepts", "part", proposes, "statements.toml#c1", may),
        Position("syria", "scope", "rejects", provenance=Provenance(assumed=True)),
    )


def test_an_option_is_not_called_unknown_where_the_options_cannot_be_read() -> None:
    broken = ISSUE.replace('["all", {id', "[3, {id")
    reading = read(broken + POSITION + 'option = "all"\nstatement = "d1#s1"\n')
    assert len(reading.faults) == 1
    assert (reading.case.issues, reading.case.positions) == ((), ())

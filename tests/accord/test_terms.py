from datetime import time, timedelta, timezone
from pathlib import Path

import pytest
from tests.accord.agreements import read

from sulh.accord.agreement import Extension
from sulh.accord.moment import After, Duration

ALL = """\
instrument = "truce-text"
title = {ar = "هدنة", en = "Truce"}
utc_offset = "+02:00"
handling = "process"
note = "as handed over"

[entry_into_force]
signed_by = ["lowland", "upland"]
starts = {after = "signature", days = 1, at = "00:00"}
ends = {after = "entry-into-force", months = 6}
extension = {months = 6, automatic = true, unless = "extension-refused"}

[[entry_into_force.condition]]
for = "upland"
requires = "same-text"
copy = "upland.md"
other = "lowland.md"
signed_by = ["lowland"]

[[entry_into_force.condition]]
for = "lowland"
accepted_by = "authority"
title = "the Authority takes the task"

[[entry_into_force.trigger]]
effect = "suspends"
title = "a change of the line"
clause = "fire"
for = ["upland"]

[[event]]
kind = "occurred"
id = "first-meeting"
when = "2031-05"
by = "authority"
title = "The first meeting"

[[event]]
kind = "fulfilled"
clause = "detainees"
actor = "lowland"
when = 2031-05-09T10:00:00Z
sources = [{url = "https://news.example/1"}]

[[reported]]
clause = "detainees"
value = "2 weeks"
by = "Harbour News"

[[reported]]
clause = "detainees"
what = "detainees"
value = "about forty"
assumed = true

[[reported]]
clause = "detainees"
value = 2031-05-16
by = "authority"
"""


def test_all_fields(tmp_path: Path) -> None:
    agreement, faults = read(tmp_path / "case", ALL)
    assert faults == []
    entry = agreement.entry
    assert entry is not None
    assert agreement.zone == timezone(timedelta(hours=2))
    assert entry.starts == After("signature", Duration(1, "days"), time(0))
    assert entry.ends == After("entry-into-force", Duration(6, "months"))
    assert entry.extension == Extension(Duration(6, "months"), automatic=True)
    assert [(one.party, one.requires, one.accepted_by) for one in entry.conditions] == [
        ("upland", "same-text", None),
        ("lowland", "acceptance", "authority"),
    ]
    assert entry.triggers[0].parties == ("upland",)
    assert [one.id for one in agreement.events] == ["first-meeting", None]
    assert [(one.what, one.value, one.time is None) for one in agreement.reported] == [
        ("deadline", "2 weeks", False),
        ("detainees", "about forty", True),
        ("deadline", "2031-05-16", False),
    ]


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ('utc_offset = "Paris"', "no offset from UTC"),
        ('utc_offset = "+15:00"', "no offset from UTC"),
        ('instrument = "treaty"', "unknown instrument 'treaty'"),
        ('[entry_into_force]\nsigned_by = ["uplnd"]', "unknown actor 'uplnd'; did you mean 'upland'?"),
        ("[entry_into_force]\nstarts = 2031-05-01T00:00:00", "has no time zone"),
        ('[entry_into_force]\nstarts = "soon"', "is not a date"),
        ('[entry_into_force]\nstarts = {after = "signature", days = 0}', "from 1 to 999"),
        ('[entry_into_force]\nstarts = {after = "signature", days = "1"}', "wrong type"),
        ('[entry_into_force]\nstarts = {after = "signature", days = 1, weeks = 1}', "leave one"),
        ('[entry_into_force]\nstarts = {after = "entry-into-force", days = 1}', "cannot start after itself"),
        ("[entry_into_force]\nstarts = {days = 1}", "'after' is missing"),
        ('[entry_into_force]\nstarts = {after = "signature", days = 1, at = "00:00"}', "utc_offset"),
        ('[entry_into_force]\nstarts = {after = "signature", days = 1, at = "noon"}', "no time of the day"),
        ("[entry_into_force]\nextension = {hours = 6}", "an extension has a length"),
        ('[[entry_into_force.condition]]\nrequires = "same-text"', "'for' is missing"),
        ('[[entry_into_force.condition]]\nfor = "upland"', "write one of the two"),
        (
            '[[entry_into_force.condition]]\nfor = "upland"\nrequires = "same-text"\naccepted_by = "upland"',
            "write one of the two",
        ),
        (
            '[[entry_into_force.condition]]\nfor = "upland"\nrequires = "same-text"\ncopy = "uplan.md"',
            "there is no copy 'uplan.md'; did you mean 'upland.md'?",
        ),
        ('[[event]]\nkind = "signed"\nby = "authority"', "somebody does"),
        ('[[event]]\nkind = "fulfilled"\nby = "authority"', "about a clause"),
        ('[[event]]\nkind = "fulfilled"\nclause = "detaines"\nby = "authority"', "did you mean 'detainees'?"),
        ('[[event]]\nkind = "resumed"', "rests on nothing"),
        ('[[event]]\nkind = "occurred"\nby = "authority"', "'id' is missing"),
        ('[[event]]\nkind = "ended"\nby = "authority"', "unknown kind 'ended'"),
        (
            '[[event]]\nkind = "resumed"\nid = "x"\nby = "upland"\n' * 2,
            "two events have the id 'x'",
        ),
        ('[[reported]]\nclause = "detainees"\nvalue = 10\nby = "authority"', "is not a date"),
        ('[[reported]]\nclause = "detainees"\nby = "authority"', "'value' is missing"),
        ('[[reported]]\nvalue = "10 days"\nby = "authority"', "'clause' is missing"),
    ],
)
def test_faults(tmp_path: Path, toml: str, reason: str) -> None:
    _, faults = read(tmp_path / "case", toml)
    assert len(faults) == 1, faults
    assert reason in faults[0]


def test_rules_with_a_fault_are_left_out_as_a_whole(tmp_path: Path) -> None:
    toml = '[entry_into_force]\nsigned_by = ["upland"]\n[[entry_into_force.condition]]\nfor = "upland"\n'
    agreement, faults = read(tmp_path / "case", toml)
    assert faults
    assert agreement.entry is None


def test_an_event_with_a_fault_leaves_the_others(tmp_path: Path) -> None:
    toml = '[[event]]\nkind = "resumed"\n[[event]]\nkind = "resumed"\nby = "upland"\n'
    agreement, faults = read(tmp_path / "case", toml)
    assert len(faults) == 1
    assert [one.by for one in agreement.events] == ["upland"]

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.accord.agreements import SIGNED, TEXT, copy, read

from sulh.accord.agreement import Agreement, visible
from sulh.case.handling import MEDIATOR, PROCESS, PUBLIC, Handling

UPLAND = Handling("party:upland")
OPEN = '[[event]]\nkind = "resumed"\nby = "upland"\nwhen = 2031-06-01\n'
# Values that an audience below the mediator must not notice; in front matter, of one length and layout.
SECRETS = [
    '[[event]]\nkind = "terminated"\nby = "upland"\nhandling = "mediator"\n',
    '[[event]]\nkind = "suspended"\nby = "envoy"\n',
    '[[event]]\nkind = "fulfilled"\nclause = "secret"\nby = "upland"\n',
    '[[reported]]\nclause = "secret"\nvalue = "3 days"\nby = "upland"\n',
    '[[event]]\nkind = "signed"\nactor = "upland"\ncopy = "hidden.md"\nby = "upland"\n',
]
ROW = "accord,agreements/truce/hidden.md,5,9,obligation,reject,,A. N.,2031-05-02T10:00:00Z,\n"
HIDDEN = copy("upland", TEXT + "3. Secret. {#secret by=upland}\n", 'handling = "mediator"')


def with_secrets(tmp: Path, chosen: list[int], *, front: str = "lowland") -> Agreement:
    signature = SIGNED.format(who=front) + 'handling = "mediator"'
    copies = {
        "lowland": copy("lowland", more=signature if chosen else re.sub(".", " ", signature)),
        **({"hidden": HIDDEN} if chosen else {}),
    }
    terms = OPEN + "".join(SECRETS[one] for one in chosen)
    agreement, faults = read(tmp, terms, copies, ROW if chosen else "")
    assert faults == []
    return agreement


@settings(deadline=None, max_examples=15)
@given(
    st.lists(st.sampled_from(range(len(SECRETS))), min_size=1, unique=True),
    st.sampled_from([PUBLIC, PROCESS, UPLAND]),
)
def test_what_is_above_an_audience_changes_nothing_that_it_sees(
    chosen: list[int], audience: Handling
) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        told = with_secrets(Path(one) / "case", chosen)
        plain = with_secrets(Path(other) / "case", [])
    assert visible(told, audience) == visible(plain, audience)
    assert told != plain


def test_the_mediator_sees_all(tmp_path: Path) -> None:
    agreement = with_secrets(tmp_path / "case", [0, 1])
    assert visible(agreement, MEDIATOR) is agreement


def test_an_agreement_above_its_audience_is_not_there(tmp_path: Path) -> None:
    agreement, _ = read(tmp_path / "case", 'handling = "party:upland"')
    assert visible(agreement, PROCESS) is None
    assert visible(agreement, UPLAND) is not None


def test_offsets_count_in_the_file_and_front_matter_is_blank(tmp_path: Path) -> None:
    agreement, _ = read(tmp_path / "case")
    lower = visible(agreement, PUBLIC)
    assert lower is not None
    for whole, seen in zip(agreement.copies, lower.copies, strict=True):
        assert len(seen.text) == len(whole.text)
        assert seen.body.of(seen.text) == whole.body.of(whole.text)
        assert not seen.text[: seen.body.start].strip()
        assert seen.clauses == whole.clauses


def test_rules_above_the_audience_leave_no_rules(tmp_path: Path) -> None:
    terms = '[entry_into_force]\nsigned_by = ["upland"]\nhandling = "process"\n'
    agreement, _ = read(tmp_path / "case", terms)
    lower = visible(agreement, PUBLIC)
    assert lower is not None
    assert lower.entry is None


def test_single_conditions_and_triggers_are_hidden(tmp_path: Path) -> None:
    terms = """\
[entry_into_force]
signed_by = ["upland", "lowland"]
[[entry_into_force.condition]]
for = "upland"
requires = "same-text"
handling = "party:upland"
[[entry_into_force.trigger]]
effect = "suspends"
title = "a loss"
handling = "process"
"""
    agreement, _ = read(tmp_path / "case", terms)
    assert agreement.entry is not None
    lower = visible(agreement, PUBLIC)
    assert lower is not None
    assert lower.entry == replace(agreement.entry, conditions=(), triggers=())

import pytest

from sulh.case.folder.decisions import decisions
from sulh.case.folder.entry import Context

HEADER = "room,document,start,end,what,decision,value,by,when,why\n"
COPY = "agreements/truce/upland.md"


def read(what: str, verb: str, value: str = "", document: str = COPY) -> tuple[int, list[str]]:
    row = f'accord,{document},5,9,{what},{verb},"{value}",A. N.,2031-05-02T10:00:00Z,\n'
    rows, faults = decisions("decisions.csv", HEADER + row, Context("en", {"dispatch": frozenset()}))
    return len(rows), [fault.reason for fault in faults]


@pytest.mark.parametrize(
    ("what", "verb", "value"),
    [
        ("obligation", "confirm", ""),
        ("obligation", "reject", ""),
        ("by", "correct", "upland, lowland"),
        ("within", "correct", ""),
        ("monitor", "correct", "authority"),
    ],
)
def test_what_can_be_decided_of_an_obligation(what: str, verb: str, value: str) -> None:
    assert read(what, verb, value) == (1, [])


@pytest.mark.parametrize(
    ("what", "verb", "value", "reason"),
    [
        ("statement", "confirm", "", "unknown what 'statement'"),
        ("speaker", "correct", "x", "unknown what 'speaker'"),
        ("obligation", "merge", "1-2", "unknown decision 'merge'"),
        ("obligation", "correct", "x", "correct a field, or confirm, reject an obligation"),
        ("by", "confirm", "", "correct a field, or confirm, reject an obligation"),
        ("obligation", "confirm", "x", "takes no value"),
        ("duty", "correct", "", "the value of 'duty' is empty"),
    ],
)
def test_what_cannot(what: str, verb: str, value: str, reason: str) -> None:
    count, reasons = read(what, verb, value)
    assert count == 0
    assert any(reason in one for one in reasons), reasons


@pytest.mark.parametrize(
    "document", ["upland.md", "agreements/upland.md", "agreements/truce/upland.txt", "news"]
)
def test_a_copy_is_named_by_its_path(document: str) -> None:
    assert read("obligation", "confirm", document=document) == (
        0,
        [f"{document!r} is no copy of an agreement; write its path, agreements/ID/COPY.md"],
    )

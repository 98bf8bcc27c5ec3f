from datetime import timedelta
from pathlib import Path

import pytest
from tests.accord.agreements import SIGNED, at, copy, read

from sulh.accord.agreement import Agreement
from sulh.accord.clause import KEYS
from sulh.accord.obligations import Owed, obligations, owed
from sulh.accord.obligations.obligation import DUE, Due
from sulh.case.folder.decisions import OBLIGATION_FIELDS

NAMES = {
    "lowland": ["Lowland Council", "Lowland", "مجلس السهل", "السهل"],
    "upland": ["Upland Assembly", "Upland", "هيئة المرتفعات"],
    "authority": ["Two Rivers Authority", "هيئة النهرين"],
}
RULES = 'utc_offset = "+02:00"\n[entry_into_force]\nsigned_by = ["lowland", "upland"]\n'
REPORTS = """
[[reported]]
clause = "detainees"
value = "2 weeks"
by = "Harbour News"
[[reported]]
clause = "detainees"
value = 2031-05-11
by = "authority"
[[reported]]
clause = "detainees"
what = "number of detainees"
value = "forty"
by = "authority"
"""
DONE = '[[event]]\nkind = "fulfilled"\nclause = "detainees"\nwhen = 2031-05-09\nby = "authority"\n'


def one(folder: Path, terms: str, when: str, text: str | None = None, window: int = 7) -> list[Owed]:
    copies = text and {who: copy(who, text, SIGNED.format(who=who)) for who in ("lowland", "upland")}
    agreement, faults = read(folder, terms, copies or None)
    assert faults == []
    return list(owed(agreement, NAMES, at(when), timedelta(days=window))[0])


def test_every_attribute_of_an_obligation_can_be_corrected() -> None:
    assert set(OBLIGATION_FIELDS) == set(KEYS) - {"suspends", "terminates"}


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("2031-05-02T00:00:00Z", "coming"),
        ("2031-05-05T00:00:00Z", "due"),
        ("2031-05-11T12:00:00Z", "due"),
        ("2031-05-13T00:00:00Z", "overdue"),
    ],
)
def test_ten_days_after_entry_into_force(tmp_path: Path, when: str, due: Due) -> None:
    (first, *_) = one(tmp_path / "case", RULES, when)
    assert (first.debtor, first.due) == ("lowland", due)
    assert first.obligation.status == "entered"
    assert first.force == ("in-force",)


def test_both_copies_have_one_obligation(tmp_path: Path) -> None:
    (first, second, third) = one(tmp_path / "case", RULES, "2031-05-05T00:00:00Z")
    assert [place.copy[-10:] for place in first.obligation.places] == ["lowland.md", "/upland.md"]
    assert (second.obligation.id, third.obligation.id) == ("truce/fire", "truce/fire")
    assert (second.debtor, third.debtor) == ("lowland", "upland")
    assert second.obligation.status == "machine-read"


def test_before_signature_the_deadline_has_no_date(tmp_path: Path) -> None:
    (first, *_) = one(tmp_path / "case", RULES, "2031-04-01T00:00:00Z")
    assert first.due == "not-in-force"
    assert [(line.missing, line.anchor) for line in first.deadlines] == [
        ("entry-into-force", "entry-into-force")
    ]


@pytest.mark.parametrize(
    ("within", "missing"),
    [
        ("10 days", "anchor"),
        ("promptly", "unreadable"),
        ("10 days of first-meeting", "event"),
        ("2031-05-20", None),
        ("10 days of signature", None),
    ],
)
def test_what_is_missing_to_resolve_a_deadline(tmp_path: Path, within: str, missing: str | None) -> None:
    text = f'1. Lowland shall pay. {{#pay by=lowland within="{within}"}}\n'
    (first,) = one(tmp_path / "case", RULES, "2031-05-05T00:00:00Z", text)
    assert first.deadlines[0].missing == missing
    assert (first.due == "undated") == (missing is not None)


def test_a_deadline_counted_from_an_event(tmp_path: Path) -> None:
    text = '1. Lowland shall pay. {#pay by=lowland within="2 days of first-meeting"}\n'
    terms = (
        RULES
        + '[[event]]\nkind = "occurred"\nid = "first-meeting"\nwhen = 2031-05-03T10:00:00Z\nby = "upland"\n'
    )
    (first,) = one(tmp_path / "case", terms, "2031-05-06T00:00:00Z", text)
    assert (first.due, first.deadlines[0].first) == ("overdue", at("2031-05-05T10:00:00Z"))


def test_reports_that_differ_stand_side_by_side(tmp_path: Path) -> None:
    (first, *_) = one(tmp_path / "case", RULES + REPORTS, "2031-05-12T12:00:00Z")
    assert first.conflict
    assert [(line.words, line.reported and line.reported.by) for line in first.deadlines] == [
        ("10 days of entry-into-force", None),
        ("2 weeks", "Harbour News"),
        ("2031-05-11", "authority"),
    ]
    assert first.due == "overdue"  # the text says so; a report changes nothing of that
    assert [other.value for other in first.others] == ["forty"]


def test_a_report_of_the_same_day_is_no_conflict(tmp_path: Path) -> None:
    reports = '[[reported]]\nclause = "detainees"\nvalue = 2031-05-11\nby = "authority"\n'
    (first, *_) = one(tmp_path / "case", RULES + reports, "2031-05-12T12:00:00Z")
    assert not first.conflict


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("2031-05-10T23:00:00Z", "due"),
        ("2031-05-15T12:00:00Z", "due"),
        ("2031-05-20T12:00:00Z", "overdue"),
    ],
)
def test_where_only_reports_give_a_deadline_it_is_overdue_by_the_last(
    tmp_path: Path, when: str, due: Due
) -> None:
    text = "1. Lowland shall release all detainees. {#detainees by=lowland}\n"
    reports = REPORTS.replace('"2 weeks"', "2031-05-18")
    (first,) = one(tmp_path / "case", RULES + reports, when, text)
    assert (first.due, first.conflict) == (due, True)


def test_two_lengths_without_an_anchor_differ_in_words(tmp_path: Path) -> None:
    text = "1. Lowland shall release all detainees. {#detainees by=lowland within=promptly}\n"
    (first,) = one(tmp_path / "case", RULES + REPORTS, "2031-05-12T12:00:00Z", text)
    assert [line.missing for line in first.deadlines] == ["unreadable", "anchor", None]
    assert first.conflict


def test_fulfilled(tmp_path: Path) -> None:
    (first, *_) = one(tmp_path / "case", RULES + DONE, "2031-05-20T12:00:00Z")
    assert (first.due, [word.by for word in first.fulfilled]) == ("ended", ["authority"])


def test_fulfilment_that_is_denied_ends_nothing(tmp_path: Path) -> None:
    denied = DONE.replace('"authority"', '"upland"') + "asserted = false\n"
    (first, *_) = one(tmp_path / "case", RULES + DONE + denied, "2031-05-20T12:00:00Z")
    assert (first.due, [word.asserted for word in first.fulfilled]) == ("unclear", [True, False])


def test_fulfilment_by_one_debtor_leaves_the_other(tmp_path: Path) -> None:
    done = DONE.replace("detainees", "fire") + 'actor = "upland"\n'
    found = one(tmp_path / "case", RULES + done, "2031-05-20T12:00:00Z")
    assert [(word.debtor, word.due) for word in found[1:]] == [("lowland", "undated"), ("upland", "ended")]


@pytest.mark.parametrize("until", ["2031-05-10", "10 days of signature"])
def test_until_a_day(tmp_path: Path, until: str) -> None:
    text = f'1. Lowland shall pay. {{#pay by=lowland until="{until}"}}\n'
    (first,) = one(tmp_path / "before", RULES, "2031-05-05T00:00:00Z", text)
    assert first.due == "undated"
    (first,) = one(tmp_path / "after", RULES, "2031-05-20T00:00:00Z", text)
    assert first.due == "ended"


def test_a_length_alone_ends_nothing(tmp_path: Path) -> None:
    text = '1. Lowland shall pay. {#pay by=lowland until="10 days"}\n'
    (first,) = one(tmp_path / "case", RULES, "2031-12-05T00:00:00Z", text)
    assert first.due == "undated"


def test_a_terminated_agreement_ends_all(tmp_path: Path) -> None:
    ended = '[[event]]\nkind = "terminated"\nwhen = 2031-05-04\nby = "authority"\n'
    found = one(tmp_path / "case", RULES + ended, "2031-05-20T12:00:00Z")
    assert {word.due for word in found} == {"ended"}


def test_without_a_time_nothing_is_due(tmp_path: Path) -> None:
    agreement, _ = read(tmp_path / "case", RULES)
    found, _ = owed(agreement, NAMES)
    assert {word.due for word in found} == {None}
    assert found[0].deadlines[0].first is not None
    assert None not in DUE


def test_without_rules_deadlines_that_are_dates_still_count() -> None:
    assert owed(Agreement("empty"), NAMES, at("2031-05-01T00:00:00Z")) == ((), ())


def row(agreement: Agreement, what: str, verb: str, value: str = "", number: int = 0) -> str:
    place = obligations(agreement, NAMES).obligations[1].places[number]
    span = f"{place.span.start},{place.span.end}"
    return f'accord,{place.copy},{span},{what},{verb},"{value}",A. N.,2031-05-02T10:00:00Z,\n'


@pytest.mark.parametrize(
    ("what", "verb", "value", "status"),
    [
        ("obligation", "confirm", "", "confirmed"),
        ("within", "correct", "10 days of signature", "corrected"),
        ("by", "correct", "upland", "corrected"),
    ],
)
def test_decisions(tmp_path: Path, what: str, verb: str, value: str, status: str) -> None:
    agreement, _ = read(tmp_path / "before")
    rows = "".join(row(agreement, what, verb, value, number) for number in (0, 1))
    decided, faults = read(tmp_path / "after", decisions=rows)
    assert faults == []
    found = obligations(decided, NAMES)
    assert (found.obligations[1].status, found.unmet) == (status, ())
    if what == "by":
        assert found.obligations[1].debtors == ("upland",)
    if what == "within":
        assert found.obligations[1].deadline is not None


def test_a_decision_about_one_copy_parts_what_then_differs(tmp_path: Path) -> None:
    agreement, _ = read(tmp_path / "before")
    decided, _ = read(tmp_path / "after", decisions=row(agreement, "by", "correct", "upland"))
    found = obligations(decided, NAMES).obligations
    assert [(word.id, word.debtors) for word in found[1:]] == [
        ("truce/fire", ("upland",)),
        ("truce/fire-2", ("lowland", "upland")),
    ]


def test_rejected_and_brought_back(tmp_path: Path) -> None:
    agreement, _ = read(tmp_path / "before")
    reject = row(agreement, "obligation", "reject") + row(agreement, "obligation", "reject", number=1)
    gone, _ = read(tmp_path / "gone", decisions=reject)
    assert [word.clause for word in obligations(gone, NAMES).obligations] == ["detainees"]
    back, _ = read(tmp_path / "back", decisions=reject + row(agreement, "obligation", "confirm"))
    assert [len(word.places) for word in obligations(back, NAMES).obligations] == [2, 1]


def test_a_decision_that_meets_nothing(tmp_path: Path) -> None:
    stray = "accord,agreements/truce/upland.md,1,2,obligation,reject,,A. N.,2031-05-02T10:00:00Z,\n"
    agreement, _ = read(tmp_path / "case", decisions=stray)
    assert [one.span for one in obligations(agreement, NAMES).unmet] == [(1, 2)]


def test_two_languages_say_one_thing(tmp_path: Path) -> None:
    english = "1. Lowland shall open the bridge within 10 days of signature. {#bridge}\n"
    english = english.replace(" {#bridge}", "")
    arabic = "1. يلتزم مجلس السهل بفتح الجسر خلال عشرة أيام من التوقيع.\n"
    copies = {"ar": copy("lowland", arabic, language="ar"), "en": copy("upland", english)}
    agreement, _ = read(tmp_path / "case", copies=copies)
    (found,) = obligations(agreement, NAMES).obligations
    assert found.debtors == ("lowland",)
    assert found.duty.wordings == (("ar", "بفتح الجسر"), ("en", "open the bridge"))


def test_copies_that_differ_have_two(tmp_path: Path) -> None:
    text = "1. Lowland shall open the bridge within {} days of signature.\n"
    copies = {"a": copy("lowland", text.format(10)), "b": copy("upland", text.format(14))}
    agreement, _ = read(tmp_path / "case", copies=copies)
    found = obligations(agreement, NAMES).obligations
    assert [word.deadline and word.deadline.words for word in found] == [
        "10 days of signature",
        "14 days of signature",
    ]


def test_words_that_are_not_agreed(tmp_path: Path) -> None:
    text = "1. Lowland shall pay [[lowland: ten | upland: twenty]] tons.\n"
    agreement, _ = read(tmp_path / "case", copies={"a": copy("lowland", text)})
    assert not obligations(agreement, NAMES).obligations[0].agreed


def test_a_fulfilment_whose_time_does_not_tell_is_not_overdue(tmp_path: Path) -> None:
    done = DONE.replace("2031-05-09", '"2031-05"')
    (first, *_) = one(tmp_path / "case", RULES + done, "2031-05-20T12:00:00Z")
    assert first.due == "unclear"


def test_words_beside_a_clause_are_in_the_language_of_their_copy(tmp_path: Path) -> None:
    text = '1. Open. {{#open by=lowland exception="{}"}}\n'
    copies = {
        "ar": copy("lowland", text.format("الغذاء"), language="ar"),
        "en": copy("upland", text.format("food")),
    }
    agreement, _ = read(tmp_path / "case", copies=copies)
    (found,) = obligations(agreement, NAMES).obligations
    assert found.exception is not None
    assert found.exception.wordings == (("ar", "الغذاء"), ("en", "food"))

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.brief import timeline
from sulh.brief.content import Content
from sulh.brief.page import Figure, Paragraph, Table, flat
from sulh.brief.words import words
from sulh.case import When


def test_events_are_in_order_and_the_undated_come_last(content: Content) -> None:
    found = timeline.events(content)
    assert [(e.kind, str(e.when) if e.when else None) for e in found] == [
        ("statement", "2031-04-01"),
        ("role", "2031-04-02"),
        ("statement", "2031-04-02"),
        ("role", "2031-05-01"),
        ("statement", "2031-05-01"),
        ("meeting", "2031-05-01/2031-05-31"),
        ("instrument", "2031-06-01"),
        ("role", "2031-06-01"),
        ("adherence", "2031-06-01"),
        ("role", "2031-06-02"),
        ("adherence", "2031-06-03"),
        ("statement", None),
    ]


def test_changes_of_role_say_who_what_and_by_whose_word(content: Content) -> None:
    lines = [flat(e.line) for e in timeline.events(content) if e.kind == "role"]
    assert lines == [
        "Upland Front, Lowland Council: named party (held) by Lowland Council · First round",
        "Harbour: named guarantor (held) by Lowland Council · Truce · assumed, no source A remark.",
        (
            "Harbour: guarantor (held) from this day, by the word of Lowland Council · Truce"
            " · assumed, no source A remark."
        ),
        "Harbour: said by Upland Front not to be guarantor · Truce · example.org",
    ]


def test_a_role_that_begins_on_the_day_of_the_claim_is_one_event(content: Content) -> None:
    day = When.on(date(2031, 6, 1))
    claim = replace(content.case.roles[2], said=day)
    found = timeline.events(replace(content, roles=(claim,)))
    assert [e.when for e in found if e.kind == "role"] == [day]


def test_what_was_said_is_one_event_a_day(content: Content) -> None:
    lines = [flat(e.line) for e in timeline.events(content) if e.kind == "statement"]
    assert lines == ["Upland Front [3]", "Lowland Council [1] [2]", "مجلس المرافئ [5]", "Upland Front [4]"]


def test_the_picture_counts_what_the_list_says(content: Content) -> None:
    (block,) = timeline.section(content).blocks
    assert isinstance(block, Figure)
    counts = {lane.label: sum(mark.count for mark in lane.marks) for lane in block.chart.lanes}
    assert counts == {
        "Meetings": 1, "Instruments": 1, "Changes of role": 4, "Adherence": 2, "Statements": 4,
    }  # fmt: skip
    assert len(block.table.rows) == len(timeline.events(content))
    assert block.chart.span == When(date(2031, 4, 1), date(2031, 6, 3))


def test_since_cuts_the_picture(content: Content) -> None:
    later = replace(content, since=date(2031, 5, 10))
    chart = timeline.chart(later, timeline.events(later))
    assert chart
    assert chart.span.first == date(2031, 5, 10)


def test_one_date_makes_no_picture_and_none_is_said(content: Content) -> None:
    bare = replace(
        content, roles=(), case=replace(content.case, roles=(), meetings=(), instruments=(), adherences=())
    )
    one = replace(bare, statements=content.statements[:1])
    assert isinstance(timeline.section(one).blocks[0], Table)
    assert isinstance(timeline.section(replace(bare, statements=())).blocks[0], Paragraph)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 30000))
def test_ticks_are_few_and_within_the_axis(first: date, days: int) -> None:
    span = When(first, first + timedelta(days))
    found = timeline.ticks(words("en"), span)
    assert 1 <= len(found) <= timeline.MOST_TICKS + 1
    assert all(span.first <= when.first <= span.last for when, _ in found)
    assert len({label for _, label in found}) == len(found)


@pytest.mark.parametrize(
    ("days", "first", "second"),
    [(3, "1 January 2031", "2 January 2031"), (25, "1 January 2031", "5 January 2031"),
     (100, "January 2031", "February 2031"), (700, "January 2031", "April 2031"), (3000, "2031", "2032")],
)  # fmt: skip
def test_ticks_are_days_months_or_years(days: int, first: str, second: str) -> None:
    span = When(date(2031, 1, 1), date(2031, 1, 1) + timedelta(days))
    labels = [label for _, label in timeline.ticks(words("en"), span)]
    assert labels[:2] == [first, second]

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.brief import timeline
from sulh.brief.content import Content
from sulh.brief.page import Figure, Link, Paragraph, Table, Timeline, flat
from sulh.brief.words import words
from sulh.case import LocalText, Provenance, Source, Validity, When


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
        "Harbour: named guarantor (held) by Lowland Council · Truce · assumed",
        "Harbour: guarantor (held) from this day, by the word of Lowland Council · Truce · assumed",
        "Harbour: said by Upland Front not to be guarantor · Truce",
    ]


def test_a_role_that_begins_on_the_day_of_the_claim_is_one_event(content: Content) -> None:
    day = When.on(date(2031, 6, 1))
    claim = replace(content.case.roles[2], said=day)
    found = timeline.events(replace(content, roles=(claim,)))
    assert [e.when for e in found if e.kind == "role"] == [day]


def test_the_same_change_of_several_actors_is_one_event(content: Content) -> None:
    first = content.case.adherences[0]
    noted = Provenance((Source("url", "https://example.org/3"),), note=LocalText((("en", "A long remark."),)))
    case = replace(
        content.case,
        adherences=(first, replace(first, actor="lowland", provenance=noted), *content.case.adherences[1:]),
    )
    found = [e for e in timeline.events(replace(content, case=case)) if e.kind == "adherence"]
    assert [(flat(e.line), e.count) for e in found] == [
        ("Upland Front, Lowland Council · Truce · joined, by the word of Harbour", 2),
        ("Upland Front · Truce · denied having joined, by the word of Upland Front", 1),
    ]
    assert found[0].about == ("upland", "lowland", "truce")
    assert [p.href for p in found[0].line if isinstance(p, Link)] == ["#adherence-truce"]


def test_a_change_of_role_leads_to_its_claim_and_to_its_statement(content: Content) -> None:
    claim = replace(content.roles[-2], validity=Validity(When.on(date(2031, 5, 3))))
    unknown = replace(claim, actor="Nobody Known", within=None)
    found = timeline.events(replace(content, roles=(claim, unknown)))
    lines = [e.line for e in found if e.kind == "role"]
    assert [[p.href for p in line if isinstance(p, Link)] for line in lines] == [
        ["#place-first-round", "#at-english_23_s1"], ["#others", "#at-english_23_s1"],
    ]  # fmt: skip
    assert "First round · [1] machine-read" in flat(lines[0])


def test_a_missing_date_gives_way_to_the_day_of_which_the_value_is_true(content: Content) -> None:
    word = replace(
        content.case.adherences[0], when=None, provenance=Provenance(as_of=When.on(date(2031, 6, 5)))
    )
    bare = replace(content, roles=(), statements=(), case=replace(content.case, adherences=(word,)))
    (figure,) = timeline.section(bare).blocks
    assert isinstance(figure, Figure)
    assert [flat(row[0][0]) for row in figure.table.rows] == ["May 2031", "1 June 2031", "as of 5 June 2031"]


def test_the_days_of_a_meeting_are_no_imprecise_date(content: Content) -> None:
    days = When(date(2031, 5, 3), date(2031, 5, 4))
    meetings = (*content.case.meetings, replace(content.case.meetings[0], id="second", when=days))
    more = replace(content, case=replace(content.case, meetings=meetings))
    found = timeline.events(more)
    (figure,) = timeline.section(more).blocks
    assert isinstance(figure, Figure)
    assert "3–4 May 2031" in [flat(row[0][0]) for row in figure.table.rows]
    drawn = timeline.chart(more, found)
    assert drawn
    assert [(mark.when, mark.whole) for mark in drawn.lanes[0].marks] == [
        (found[5].when, False), (days, True),
    ]  # fmt: skip


def test_what_was_said_is_one_event_a_day(content: Content) -> None:
    lines = [flat(e.line) for e in timeline.events(content) if e.kind == "statement"]
    assert lines == ["Upland Front [3]", "Lowland Council [1] [2]", "مجلس المرافئ [5]", "Upland Front [4]"]


def test_the_picture_counts_what_the_list_says(content: Content) -> None:
    (block,) = timeline.section(content).blocks
    assert isinstance(block, Figure)
    assert isinstance(block.chart, Timeline)
    counts = {lane.label: sum(mark.count for mark in lane.marks) for lane in block.chart.lanes}
    assert counts == {
        "Meetings": 1, "Instruments": 1, "Changes of role": 5, "Adherence": 2, "Statements": 4,
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

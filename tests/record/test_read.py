"""Reading one document: laws that hold for any text, and one whole dispatch of invented parties."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sulh.case import Dispatch, Handling, Provenance
from sulh.record import Reading, read_dispatch, read_text
from sulh.text.decode import NotTextError, decode
from sulh.text.span import Span

# An invented dispute in the constructions of agency copy: relays, ellipses, a misprint, page furniture.
DATA = Path(__file__).parent / "data"
PAGE = (DATA / "two_banks.txt").read_bytes().decode()
PUBLISHED = date(2031, 4, 1)  # a Tuesday

WORDS = st.sampled_from((DATA / "words.txt").read_bytes().decode().split(" "))


@st.composite
def _texts(draw: st.DrawFn) -> str:
    return draw(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))


def assert_sound(reading: Reading, text: str) -> None:
    """Every offset points at the text that it names."""
    ids = [one.id for one in reading.statements]
    assert len(set(ids)) == len(ids)
    for one in reading.statements:
        assert " … ".join(span.of(text) for span in one.content) == one.text
        assert one.text.strip()
        for span in (one.cue, one.mention, *one.content):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert one.said is None or one.said.text in text
        assert {denial.statement for denial in one.denies} <= set(ids) - {one.id}
    for role in reading.roles:
        assert role.statement in ids
    for actor in reading.actors:
        assert all(span.of(text).strip() for span in actor.mentions)


@given(_texts())
@settings(max_examples=300)
def test_offsets_point_at_what_they_name(text: str) -> None:
    reading = read_text(text, language="ar", published=PUBLISHED)
    assert_sound(reading, text)
    assert reading == read_text(text, language="ar", published=PUBLISHED)


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except NotTextError:
        return
    assert_sound(read_text(text, language="ar"), text)


def test_a_whole_dispatch() -> None:
    reading = read_text(PAGE, published=PUBLISHED)
    assert_sound(reading, PAGE)
    assert reading.document.title == "الوادي: نعمل على اتفاق بين الضفتين"
    assert reading.document.credited == ("أنباء النهر", "صوت المرفأ")
    found = [(one.speaker, one.via, one.polarity) for one in reading.statements]
    assert found == [
        ("سالم الوادي", (), "affirm"),
        ("سالم الوادي", (), "affirm"),
        ("سالم الوادي", ("أنباء النهر",), "affirm"),
        ("مصدر دبلوماسي", ("وكالة المرفأ",), "affirm"),
        ("كريم السهلي", (), "affirm"),
        ("كريم السهلي", (), "affirm"),
        ("الجزيرة", (), "affirm"),
        ("حركة السهل", (), "deny"),
    ]
    relayed = reading.statements[2]
    assert relayed.text == "هذه المحادثات تسبق لقاء موسعا في الجزيرة"
    assert relayed.said is not None
    assert relayed.said.day == PUBLISHED


def test_roles_and_the_denial_of_a_whole_dispatch() -> None:
    reading = read_text(PAGE, published=PUBLISHED)
    roles = {(one.actor, one.role, one.modality, one.asserted, one.claimed_by) for one in reading.roles}
    assert roles >= {
        ("المرفأ", "drafter", "held", True, "سالم الوادي"),
        ("الجزيرة", "drafter", "held", True, "سالم الوادي"),
        ("المرفأ", "guarantor", "prospective", True, "كريم السهلي"),
        ("الجزيرة", "host", "offered", True, "الجزيرة"),
        ("حركة السهل", "participant", "held", False, "حركة السهل"),
    }
    denial = reading.statements[-1]
    assert {one.aspect for one in denial.denies} == {"knowledge", "involvement"}
    assert {reading.statements[int(one.statement[1:]) - 1].speaker for one in denial.denies} == {
        "سالم الوادي"
    }
    assert denial.construction.endswith("/repaired")


def test_a_state_that_only_has_a_role_is_a_state() -> None:
    reading = read_text("قال وزير الري سالم الوادي إن أنقرة تستضيف المفاوضات.")
    kinds = {one.name: one.kind for one in reading.actors}
    assert kinds == {"سالم الوادي": "person", "أنقرة": "state"}


@pytest.mark.parametrize("text", ['نفى “ " بقوله', 'مكررا اذاعه “ " وصفت'])
def test_quotation_marks_alone_are_no_speaker(text: str) -> None:
    assert read_text(text, language="ar").statements == ()


def test_a_front_matter_is_not_read_but_counts() -> None:
    front = '+++\nhandling = "process"\n+++\n'
    text = front + "قالت وزارة الري إن السد آمن."
    dispatch = Dispatch(
        "d1",
        "d1.txt",
        text,
        Span(len(front), len(text)),
        "ar",
        provenance=Provenance(handling=Handling("process")),
    )
    (statement,) = read_dispatch(dispatch).statements
    assert statement.text == "السد آمن"
    assert statement.content[0].of(text) == "السد آمن"
    assert statement.provenance.handling == Handling("process")


def test_windows_line_ends_count() -> None:
    text = "عنوان قصير\r\n\r\nقالت وزارة الري إن السد آمن.\r\n"
    (statement,) = read_text(text).statements
    assert statement.content[0].of(text) == "السد آمن"


def test_another_language_gives_a_notice_and_nothing_else() -> None:
    reading = read_text("The ministry said that the dam was safe, and that it would stay so.")
    assert (reading.statements, reading.roles, reading.document.language) == ((), (), "en")
    assert len(reading.notices) == 1

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.record.phrases.recogniser import Phrases
from sulh.record.statements import scan
from sulh.record.words import word_set

Frames = Callable[[str], list[dict[str, object]]]
Recognise = Callable[[str], Phrases]

WAY = "الطريق مفتوح"
PIECES = word_set(
    "قال قالت وقال وأضاف نفى أعلن دعا نقلت مشيرا مؤكدا قائلا قوله بقوله رفض طلب كان قد الذي التي "
    "إن أن أنه إلى بأن بحسب وفق حسبما ما عن نقلا الوزير وزير رئيس سالم الوادي هيئة المرفأ مصدر وكالة "
    "صحيفة لوكالة ل ب في من لا علم ليس استعدادها الثلاثاء مساء لكن فيما دون بيان السفن الطريق مفتوح "
    'نقت سوريا هويته الكشف و ف ، . : ؛ ؟ « » " “ ” ( ) - ... 10 abc'
)
TEXTS = st.lists(st.sampled_from(sorted(PIECES | {"\n"})), max_size=40).map(" ".join) | st.text(max_size=60)


def test_reading_order(frames: Frames) -> None:
    found = frames(f"قال الوزير إن {WAY}. وأضاف أن السفن عادت، موضحا أن الريح هدأت.")
    assert [one["content"] for one in found] == [WAY, "السفن عادت", "الريح هدأت"]


def test_a_statement_inside_content_is_nested(frames: Frames) -> None:
    outer, inner = frames(f"قال الوزير إن هيئة المرفأ أكدت أن {WAY}.")
    assert (outer["nested"], inner["nested"]) == (False, True)
    assert inner["content"] == WAY


def test_words_inside_quotations_are_no_cues(frames: Frames) -> None:
    assert len(frames(f"قال الوزير «هيئة المرفأ أكدت أن {WAY}».")) == 1


def test_a_repaired_cue_shows_in_the_construction(frames: Frames) -> None:
    (found,) = frames("نقت هيئة المرفأ أي علم لها بالمحادثات.")
    assert (found["construction"], found["polarity"]) == ("verb-first/nominal/repaired", "deny")


@pytest.mark.parametrize("text", [f"من قال إن {WAY}", f"متحدث إن {WAY}", f"قاله إن {WAY}"])
def test_nouns_and_verbs_with_an_object_are_no_cues(frames: Frames, text: str) -> None:
    assert frames(text) == []


def test_the_subject_of_a_silent_verb_is_noted(recognise: Recognise) -> None:
    phrases = recognise("رد الوزير سالم الوادي.")
    (event,) = scan(phrases, 0)
    assert event.found is None
    assert event.subject is not None
    assert phrases.passage.slice(*event.subject) == "الوزير سالم الوادي"


def test_contents_nest_only_so_deep(frames: Frames) -> None:
    assert len(frames("قال إن " * 500)) < 10


@given(TEXTS)
def test_parts_of_a_statement_lie_in_the_text_and_do_not_cross(recognise: Recognise, text: str) -> None:
    phrases = recognise(text)
    count = len(phrases.passage)
    for event in scan(phrases, min(5, count)):
        if event.found is None:
            assert event.subject is not None
            continue
        found = event.found
        parts = (found.cue, found.content, found.subject, found.addressee, found.said, *found.relays)
        assert all(0 <= part.start < part.end <= count for part in parts if part is not None)
        assert found.content.start >= found.cue.end or found.content.end <= found.cue.start
        if found.subject is not None:
            assert found.subject.end <= found.content.start or found.content.end <= found.subject.start
            assert found.subject.end <= found.cue.start or found.cue.end <= found.subject.start


@given(TEXTS)
def test_statements_open_in_reading_order(recognise: Recognise, text: str) -> None:
    cues = [event.found.cue.start for event in scan(recognise(text), 0) if event.found is not None]
    assert cues == sorted(cues)

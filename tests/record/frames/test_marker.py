from collections.abc import Callable

import pytest

from sulh.record.frames.marker import count_words, find_marker, is_speech, stands_alone, withholds_name
from sulh.record.phrases.recogniser import Phrases

Recognise = Callable[[str], Phrases]


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("قال الوزير إن الطريق مفتوح", "that", "الطريق مفتوح"),
        ("أشار الوزير إلى أن الطريق مفتوح", "that", "الطريق مفتوح"),
        ("قال الوزير «لن نغلق الطريق أبدا»", "quote", "«لن نغلق الطريق أبدا»"),
        ("قال الوزير: الطريق مفتوح", "colon", "الطريق مفتوح"),
        ("قال قيادي في حركة «الضفاف» إن الطريق مفتوح", "that", "الطريق مفتوح"),
        ("قال الوزير الذي أعلن الخطة إن الطريق مفتوح", "that", "الطريق مفتوح"),
        ("قال الوزير بعد أن عاد إن الطريق مفتوح", "that", "الطريق مفتوح"),
        ("قال الوزير في 10:30 إن الطريق مفتوح", "that", "الطريق مفتوح"),
    ],
)
def test_what_introduces_content(recognise: Recognise, text: str, kind: str, content: str) -> None:
    phrases = recognise(text)
    marker = find_marker(phrases, 1, len(phrases.passage))
    assert marker is not None
    assert marker.kind == kind
    assert phrases.passage.slice(marker.start, len(phrases.passage)) == content
    assert marker.subject_end == marker.at <= marker.start


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير شيئا",
        "غادر الوزير، لكن المدير قال إن الطريق مفتوح",  # another clause
        "غادر الوزير وأكد المدير أن الطريق مفتوح",  # another verb
        "غادر لأن الطريق مفتوح",  # a reason
        "قال الوزير:",  # nothing follows
        "قال" + " كلمة" * 60 + " إن الطريق مفتوح",  # too far
    ],
)
def test_what_introduces_nothing(recognise: Recognise, text: str) -> None:
    phrases = recognise(text)
    assert find_marker(phrases, 1, len(phrases.passage)) is None


def test_the_preposition_belongs_to_the_marker(recognise: Recognise) -> None:
    phrases = recognise("أشار الوزير إلى أن الطريق مفتوح")
    marker = find_marker(phrases, 1, len(phrases.passage))
    assert marker is not None
    assert phrases.passage.slice(marker.at, marker.start) == "إلى أن"


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("قال «لن نغلق الطريق أبدا اليوم»", True),
        ("قال «لن نغلق» وغادر", False),  # too short to tell
        ("قال «لن نغلق».", True),  # a cue before and the end after
        ("قال: «لن نغلق»", True),
        ("إن «لن نغلق»", True),
        ("قناة «نهر ونخلة وجسر وسماء»", False),  # the name of an outlet
        ("لـ«الضفاف»", False),
        ("«مرحبا»", False),
        ("صحيفة «الضفاف».", False),
        ("قال «...».", False),
    ],
)
def test_speech_and_quoted_names(recognise: Recognise, *, text: str, speech: bool) -> None:
    phrases = recognise(text)
    (opening,) = phrases.passage.closes
    assert is_speech(phrases, opening) is speech


def test_letters_with_full_stops_are_one_word(recognise: Recognise) -> None:
    phrases = recognise("قناة «سي.إن.إن»")
    assert count_words(phrases, 1) == 1


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("ثم قال", True),
        ("ثم مؤكدا", False),
        ("ثم، مؤكدا", True),
        ("ثم، مؤكدة", False),
        ("ثم قوله", False),
        ("رفضت ذكر", False),
    ],
)
def test_verbs_that_stand_alone(recognise: Recognise, *, text: str, alone: bool) -> None:
    phrases = recognise(text)
    last = len(phrases.passage) - 1
    cue = phrases.lexicon.cue(phrases.passage.forms[last])
    assert cue is not None
    assert stands_alone(phrases, last, cue) is alone


@pytest.mark.parametrize(
    ("text", "withholds"),
    [
        ("رفض الكشف عن هويته", True),
        ("طلب عدم ذكر اسمه", True),
        ("رفض الخطة", False),
        ("رفض الكشف عن الخطة", False),
        ("قال عدم ذكر اسمه", False),
    ],
)
def test_refusing_to_be_named(recognise: Recognise, *, text: str, withholds: bool) -> None:
    phrases = recognise(text)
    cue = phrases.lexicon.cue(phrases.passage.forms[0])
    assert cue is not None
    assert withholds_name(phrases, 0, cue) is withholds
    assert not withholds or not stands_alone(phrases, 0, cue)

from collections.abc import Callable

import pytest

from sulh.record.frames.repair import repaired
from sulh.record.phrases.recogniser import Phrases

Recognise = Callable[[str], Phrases]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("نقت هيئة المرفأ أي علم لها", "نفي"),
        ("ونقت هيئة المرفأ أي علم لها", "نفي"),
        ("أوضخ الوزير أن الطريق مفتوح", "اوضح"),
    ],
)
def test_one_wrong_letter(recognise: Recognise, text: str, lemma: str) -> None:
    cue = repaired(recognise(text), 0)
    assert cue is not None
    assert cue.verb.lemma == lemma


def test_after_a_comma(recognise: Recognise) -> None:
    assert repaired(recognise("غادر، نقت الهيئة أي علم لها"), 2) is not None


@pytest.mark.parametrize(
    "text",
    [
        "نقت هيئة المرفأ الصناديق",  # nothing that only a denial takes
        "نقت السفن أي علم لها",  # nobody who speaks
        "نقت",
        "فال الوزير إن الطريق مفتوح",  # too short
        "أوضخ الوزير: الطريق مفتوح",  # no complementiser
        "أوضضخ الوزير أن الطريق مفتوح",
        "الوزير الوزير أن الطريق مفتوح",  # a word of its own
        "ا" * 10_000 + " الوزير أن الطريق مفتوح",
    ],
)
def test_other_words_stay(recognise: Recognise, text: str) -> None:
    assert repaired(recognise(text), 0) is None


def test_inside_a_clause_nothing_is_mended(recognise: Recognise) -> None:
    assert repaired(recognise("ثم نقت الهيئة أي علم لها"), 1) is None

from collections.abc import Callable

import pytest

from sulh.record.frames.subject_before import subject_before
from sulh.record.phrases.recogniser import Phrases

Recognise = Callable[[str], Phrases]


def _subject(phrases: Phrases, verb: str, *, headline: bool = False) -> str | None:
    found = subject_before(phrases, list(phrases.passage.forms).index(verb), headline=headline)
    return phrases.passage.slice(*found) if found is not None else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("هيئة المرفأ قالت", "هيئة المرفأ"),
        ("وكانت هيئة المرفأ قد قالت", "هيئة المرفأ"),
        ("رئيس الهيئة، الوزير سالم الوادي قالت", "رئيس الهيئة، الوزير سالم الوادي"),
        ("عاد الوزير، الذي قالت", "الوزير"),
        ("عاد الوزير الذي قالت", "الوزير"),
        ("غادر لكن الوزير قالت", "الوزير"),
        ("- الوزير قالت", "الوزير"),
    ],
)
def test_subjects_before_their_verb(recognise: Recognise, text: str, subject: str) -> None:
    assert _subject(recognise(text), "قالت") == subject


@pytest.mark.parametrize(
    "text",
    [
        "قالت",
        "لوكالة سوريا قالت",
        "وكانت قد قالت",
        "في الهيئة قالت",
        "- قالت",
        "غادر الطريق، ثم قالت",
        "عاد الطريق الذي قالت",
        "عاد أمس الوزير قالت",  # another clause
        "أعلن الوزير قالت",  # the subject of another verb
    ],
)
def test_no_subject_before(recognise: Recognise, text: str) -> None:
    assert _subject(recognise(text), "قالت") is None


def test_a_headline_may_begin_with_any_name(recognise: Recognise) -> None:
    phrases = recognise("سالم الوادي قالت")
    assert _subject(phrases, "قالت", headline=True) == "سالم الوادي"
    assert _subject(phrases, "قالت") is None


def test_a_name_with_a_title_elsewhere(recognise: Recognise) -> None:
    phrases = recognise("غادر الوزير سالم الوادي. الوادي قالت")
    assert _subject(phrases, "قالت") == "الوادي"

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sulh.record import read_text
from sulh.record.frames.found import Found
from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.speakers.resolver import Resolver

Recognise = Callable[[str], Phrases]
WORDS = st.sampled_from((Path(__file__).parents[1] / "data" / "words.txt").read_bytes().decode().split(" "))


def _speakers(text: str) -> list[str]:
    return [one.speaker for one in read_text(text, language="ar").statements]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "قال وزير الري سالم الوادي إن النهر عال. وأضاف الوادي أن الجسر سليم. وقال الوزير إن الطريق سالك.",
            ["سالم الوادي"] * 3,
        ),
        (
            "الوادي: النهر ارتفع كثيرا\n\nقال وزير الري سالم الوادي إن النهر ارتفع كثيرا.",
            ["سالم الوادي"] * 2,
        ),
        (
            "قال معهد مائي نهري إن النهر ارتفع.\nوقال معهد دراسات الماء إن الجسر سليم.",
            ["معهد دراسات الماء"] * 2,
        ),
        (
            "قالت وزارة الري إن النهر ارتفع. وقال كريم دانا إن الجسر سليم. وأضافت أن الطريق مفتوح.",
            ["وزارة الري", "كريم دانا", "وزارة الري"],
        ),
        (
            "قالت وزارة الري إن النهر ارتفع. وقالت الوزارة إن الجسر سليم.",
            ["وزارة الري"] * 2,
        ),
        (
            "قال مصدر محلي إن النهر ارتفع. وقال المصدر إن الجسر سليم.",
            ["مصدر محلي"] * 2,
        ),
        (
            "قال كريم دانا إن النهر ارتفع. وأضاف المصدر ذاته أن الجسر سليم.",
            ["كريم دانا"] * 2,
        ),
        (
            "قال الخبير إن النهر ارتفع. وقال المسؤول الكبير إن الجسر سليم.",
            ["الخبير", "المسؤول الكبير"],
        ),
        (
            "اجتمع الوزير سالم الوادي والوزير كريم دانا في الجسر. وقال الوزيران إن النهر ارتفع.",
            ["سالم الوادي و كريم دانا"],
        ),
        ("قال الوزيران إن النهر ارتفع.", ["الوزيران"]),
        (
            "قالت حركة الضفة وحركة الساحل إن النهر ارتفع.",
            ["حركة الضفة و حركة الساحل"],
        ),
        (
            "قال محمد المنصف الوادي إن النهر ارتفع. وأكد المنصف الوادي أن الجسر سليم.",
            ["محمد المنصف الوادي"] * 2,
        ),
        (
            "قال مكتب سلامة الجسر إن النهر ارتفع. وأكد مكتب سلامة الجسر المحلي أن الطريق مفتوح.",
            ["مكتب سلامة الجسر المحلي"] * 2,
        ),
        ("وأضاف أن النهر ارتفع.", []),
    ],
)
def test_mentions_and_ellipses_mean_the_fullest_name(text: str, speakers: list[str]) -> None:
    assert _speakers(text) == speakers


def test_a_relay_goes_on_with_its_report() -> None:
    text = (
        "ونقلت وكالة الجسر عن الوزير سالم الوادي قوله إن النهر ارتفع. وأضاف أن الجسر سليم. "
        "وقالت وزارة الري إن الطريق مفتوح."
    )
    assert [one.via for one in read_text(text, language="ar").statements] == [
        ("وكالة الجسر",),
        ("وكالة الجسر",),
        (),
    ]


def _found(subject: Phrase | None, cue: Phrase, *, construction: str = "verb-first/that") -> Found:
    return Found(cue, subject, Phrase(5, 6), "indirect", "affirm", construction)


def test_a_report_within_a_report_is_passed_on_by_the_outer_speaker(recognise: Recognise) -> None:
    phrases = recognise("قال كريم دانا إن سالما أكد أن النهر ارتفع. وأكد سالم ذلك.")
    resolver = Resolver(phrases)
    forms = list(phrases.passage.forms)
    resolver.resolve(_found(Phrase(1, 3), Phrase(0, 1)), nested=False)
    inner, later = forms.index("اكد"), forms.index("واكد")
    nested = resolver.resolve(_found(Phrase(4, 5), Phrase(inner, inner + 1)), nested=True)
    assert nested.relays == ("كريم دانا",)
    joined = resolver.resolve(_found(Phrase(later + 1, later + 2), Phrase(later, later + 1)), nested=True)
    assert joined.relays == ()


def test_only_what_can_speak_is_remembered(recognise: Recognise) -> None:
    phrases = recognise("عاد الوزير سالم الوادي . وقال البيان . مشيرا")
    resolver = Resolver(phrases)
    elided = _found(None, Phrase(0, 1), construction="participle/that")
    assert resolver.resolve(elided, nested=False).speaker is None
    resolver.note(Phrase(6, 7))
    assert resolver.resolve(elided, nested=False).speaker is None
    resolver.note(Phrase(1, 4))
    remembered = resolver.resolve(elided, nested=False).speaker
    assert remembered is not None
    assert remembered.name == "سالم الوادي"
    resolver.note(Phrase(1, 1))
    resolver.note(Phrase(2, 4))
    again = resolver.resolve(elided, nested=False).speaker
    assert again is not None
    assert again.name == remembered.name


def test_a_capital_speaks_for_the_state(recognise: Recognise) -> None:
    phrases = recognise("ليما وبيرو")
    found = Found(Phrase(0, 1), Phrase(0, 1), Phrase(1, 2), "indirect", "affirm", "verb-first/that")
    speaker = Resolver(phrases).resolve(found, nested=False).speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("بيرو", "state")


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=150)
def test_any_words_are_resolved_alike_each_time(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_text(text, language="ar")
    assert reading == read_text(text, language="ar")
    for one in reading.statements:
        assert one.speaker.strip()
        assert one.mention is None or 0 <= one.mention.start < one.mention.end <= len(text)

from collections.abc import Callable

import pytest

from sulh.record.frames.complement import ComplementKind
from sulh.record.frames.extent import content_end, is_tail, names_source, read_content
from sulh.record.phrases.recogniser import Phrases

Recognise = Callable[[str], Phrases]

SHIPS = "السفن عادت إلى أرصفتها"


@pytest.mark.parametrize(
    "after",
    [
        "",
        ".",
        " وأضاف أن الطريق مفتوح",
        "، وأضاف: الطريق مفتوح",
        " كما أعلن رفض الخطة",
        "، مشيرا إلى أن الطريق مفتوح",
        " مشيرا إلى أن الطريق مفتوح",
        "، موضحا الطريق",
        " موضحا: الطريق مفتوح",
        " مشيرة إلى أن الطريق مفتوح",
        " من دون أن يقدم تفاصيل",
        "، بحسب هيئة المرفأ",
        " وفي وقت لاحق فتح الطريق",
        "، فيما فتح الطريق",
        "، لكن الوزير قال إن الطريق مفتوح",
        "، علما بأن الطريق مفتوح",
        " في الوقت الذي فتح فيه الطريق",
        ".. وفتح الطريق",
    ],
)
def test_where_content_ends(recognise: Recognise, after: str) -> None:
    phrases = recognise(SHIPS + after)
    assert phrases.passage.slice(0, content_end(phrases, 0, len(phrases.passage))) == SHIPS


@pytest.mark.parametrize(
    "text",
    [
        f"{SHIPS}، لكن الطريق مغلق",
        f"{SHIPS}، لكن الوزير قال",  # no complement
        f"{SHIPS} وأضاف الماء",
        f"{SHIPS} وتابع رحلته",  # an act
        f"{SHIPS} كما كانت",
        f"{SHIPS} كما",
        f"{SHIPS} موضحا الطريق",
        f"{SHIPS} وفق الجدول",  # no source
        f"{SHIPS} معلنة عن الخطة",
        f"{SHIPS} «وأضاف أن الطريق مفتوح» كله",  # inside a quotation
    ],
)
def test_where_content_goes_on(recognise: Recognise, text: str) -> None:
    phrases = recognise(text)
    assert content_end(phrases, 0, len(phrases.passage)) == len(phrases.passage)


@pytest.mark.parametrize(
    ("after", "inside"),
    [
        ("", ""),
        (" وغادر", ""),
        (" حيث وقف", ""),
        (" خلال الجلسة", ""),
        (" قال الوزير", ""),
        ("، ثم غادر", ""),
        (" الأخيرة من الخطة", " الأخيرة من الخطة"),
    ],
)
def test_a_quotation_ends_content_unless_the_sentence_goes_on(
    recognise: Recognise, after: str, inside: str
) -> None:
    phrases = recognise(f"«{SHIPS}»{after}")
    end = content_end(phrases, 0, len(phrases.passage), quoted=True)
    assert phrases.passage.slice(0, end) == f"«{SHIPS}»{inside}"


def test_a_quotation_carries_content_over_sentences(recognise: Recognise) -> None:
    phrases = recognise(f"إن «{SHIPS}. الطريق مفتوح. لا خوف» على أحد")
    assert content_end(phrases, 1, 4) == len(phrases.passage)


@pytest.mark.parametrize(
    ("text", "kind", "content", "form"),
    [
        (f"«{SHIPS}»", "quote", SHIPS, "direct"),
        (f"«{SHIPS}.»", "quote", SHIPS, "direct"),
        (f"، {SHIPS}،", "that", SHIPS, "indirect"),
        (f"إن {SHIPS}", "colon", SHIPS, "direct"),
        (f"«{SHIPS}» إلى الأبد", "that", f"«{SHIPS}» إلى الأبد", "mixed"),
    ],
)
def test_content_without_its_marks(
    recognise: Recognise, text: str, kind: ComplementKind, content: str, form: str
) -> None:
    phrases = recognise(text)
    found = read_content(phrases, 0, len(phrases.passage), kind)
    assert found is not None
    assert phrases.passage.slice(*found.phrase) in (content, content.removeprefix("«"))
    assert found.form == form


@pytest.mark.parametrize("text", ["؛", "« »", "إن", "«...»"])
def test_no_content(recognise: Recognise, text: str) -> None:
    phrases = recognise(text)
    assert read_content(phrases, 0, len(phrases.passage), "colon") is None


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("من دون أن", True),
        ("دون مزيد", True),
        ("من الطريق", False),
        ("بحسب مصدر", True),
        ("وفق الجدول", False),
    ],
)
def test_the_narrator_speaks_again(recognise: Recognise, *, text: str, tail: bool) -> None:
    assert is_tail(recognise(text), 0) is tail


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("بحسب", False),
        ("بحسب مصدر", True),
        ("وفقا لمصدر", True),
        ("وفقا للوزير", True),
        ("وفق القانون", False),
        ("حسب ما قال", True),
        ("حسب ماقال", True),
        ("حسبما قال", True),
        ("حسبما كان", False),
        ("بحسب «الضفة»", True),
        ("وفقا ل«الضفة»", True),
        ("بحسب قوله", True),
        ("وفق طريق", False),
    ],
)
def test_sources_after_according_to(recognise: Recognise, *, text: str, source: bool) -> None:
    assert names_source(recognise(text), 0) is source

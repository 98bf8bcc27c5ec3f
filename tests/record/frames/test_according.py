from collections.abc import Callable

import pytest

Frames = Callable[[str], list[dict[str, object]]]

SHIPS = "السفن عادت إلى أرصفتها"
PORT = "هيئة المرفأ"


@pytest.mark.parametrize(
    ("text", "construction", "cue", "subject"),
    [
        (f"وفق {PORT}، {SHIPS}.", "leading", "وفق", PORT),
        (f"وبحسب {PORT} فإن {SHIPS}.", "leading", "وبحسب", PORT),
        (f"وبحسب {PORT} فقد {SHIPS}.", "leading", "وبحسب", PORT),
        (f"حسبما أفادت {PORT}، {SHIPS}.", "leading", "حسبما أفادت", PORT),
        (f"{SHIPS}، بحسب {PORT}.", "trailing", "بحسب", PORT),
        (f"{SHIPS}، وفق ما أعلنت {PORT}.", "trailing", "وفق ما أعلنت", PORT),
        (f"{SHIPS}، وفق ماأعلنت {PORT}.", "trailing", "وفق ماأعلنت", PORT),
        (f"{SHIPS} حسبما أفاد مصدر عسكري.", "trailing", "حسبما أفاد", "مصدر عسكري"),
        (f"{SHIPS}، وفقا ل«الضفاف».", "trailing", "وفقا", "«الضفاف»"),
        (f"- {SHIPS}، بحسب {PORT}.", "trailing", "بحسب", PORT),
    ],
)
def test_leading_and_trailing_clauses(
    frames: Frames, text: str, construction: str, cue: str, subject: str
) -> None:
    (found,) = frames(text)
    assert found["construction"] == f"according/{construction}"
    assert (found["cue"], found["subject"]) == (cue, subject)
    assert str(found["content"]).removeprefix("فقد ") == SHIPS


def test_quoted_clauses_are_direct(frames: Frames) -> None:
    (found,) = frames(f"«{SHIPS}»، بحسب {PORT}.")
    assert (found["content"], found["form"]) == (SHIPS, "direct")


def test_a_long_source_ends_where_its_structure_does(frames: Frames) -> None:
    (found,) = frames(
        f"بحسب {PORT} عادت السفن كلها إلى أرصفتها سالمة بعد ليلة طويلة من الريح والمطر في عرض البحر"
    )
    assert found["subject"] == PORT


def test_what_a_relay_passed_on(frames: Frames) -> None:
    (found,) = frames(f"{SHIPS}، وفق ما نقلته وكالة الجسر الثلاثاء عن الوزير سالم الوادي.")
    assert (found["subject"], found["relays"]) == ("الوزير سالم الوادي", ("وكالة الجسر",))
    assert found["said"] == "الثلاثاء"


def test_a_clause_is_attributed_once(frames: Frames) -> None:
    first, second = frames(f"{SHIPS}، بحسب {PORT}، والطريق مفتوح أمام الجميع، بحسب مصدر.")
    assert first["content"] == SHIPS
    assert second["content"] == "والطريق مفتوح أمام الجميع"
    assert [one["construction"] for one in frames(f"وفق {PORT}، {SHIPS}، بحسب مصدر.")] == [
        "according/leading"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{SHIPS} وفق القانون.",
        f"{SHIPS} على حد قوله.",
        "على حد قوله، بحسب مصدر.",
        f"{SHIPS}، بحسب قوله.",
        f"{SHIPS} بحسب.",
        f"{SHIPS} حسب ما.",
        f"{SHIPS} حسب ما كان.",
        f"{SHIPS} حسب ما قال.",
        f"{SHIPS} وفقا ل.",
        "كلها، بحسب مصدر.",  # no clause
        f"بحسب {PORT}.",
        f"{SHIPS}، بحسب ما نقلته عن.",
    ],
)
def test_no_source_or_no_clause(frames: Frames, text: str) -> None:
    assert frames(text) == []

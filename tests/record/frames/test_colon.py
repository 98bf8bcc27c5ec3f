from collections.abc import Callable

import pytest

Frames = Callable[[str], list[dict[str, object]]]

BODY = "\nغادرت السفن المرفأ."


@pytest.mark.parametrize(
    ("line", "subject", "content", "form"),
    [
        ("هيئة المرفأ: السفن عادت", "هيئة المرفأ", "السفن عادت", "indirect"),
        ("هيئة المرفأ: لن نغلق الميناء", "هيئة المرفأ", "لن نغلق الميناء", "direct"),
        ("هيئة المرفأ: ميناؤنا مفتوح. السفن عادت", "هيئة المرفأ", "ميناؤنا مفتوح. السفن عادت", "direct"),
        ("سالم الوادي: «السفن عادت»", "سالم الوادي", "السفن عادت", "direct"),
        ("هيئة «المرفأ»: السفن عادت", "هيئة «المرفأ»", "السفن عادت", "indirect"),
    ],
)
def test_headlines(frames: Frames, line: str, subject: str, content: str, form: str) -> None:
    (found,) = frames(line + BODY)
    assert found["construction"] == "colon/headline"
    assert (found["subject"], found["content"], found["form"]) == (subject, content, form)
    assert found["cue"] == ":"


def test_lines_of_the_body_need_a_quotation(frames: Frames) -> None:
    (found,) = frames(f"عودة السفن{BODY} الوزير سالم الوادي: «السفن عادت إلى أرصفتها».")
    assert (found["construction"], found["content"]) == ("colon/line", "السفن عادت إلى أرصفتها")
    assert frames(f"عودة السفن{BODY} الوزير سالم الوادي: السفن عادت.") == []
    assert frames(f"عودة السفن{BODY} ثم صاح أحدهم: «السفن عادت إلى أرصفتها».") == []


@pytest.mark.parametrize(
    "line",
    [
        "في المرفأ: «السفن عادت»",  # begins with a preposition
        "عودة السفن: السفن عادت",  # nobody who speaks
        "الهيئة 24: «السفن عادت»",  # a number
        "الهيئة؟: «السفن عادت»",
        "الهيئة:",
        "الهيئة: ...",
        "سوريا: عودة السفن",  # a place and what happened there
        "الهيئة التي في أقصى الضفة الأخرى من النهر الكبير القديم: لن نعود",  # too long for a name
    ],
)
def test_lines_that_nobody_says(frames: Frames, line: str) -> None:
    assert frames(line + BODY) == []


def test_a_verb_before_the_colon_is_another_frame(frames: Frames) -> None:
    (found,) = frames("الوزير قال: «السفن عادت»" + BODY)
    assert found["construction"] == "subject-first/colon"

from collections.abc import Callable

import pytest

Frames = Callable[[str], list[dict[str, object]]]

WAY = "الطريق مفتوح"
PORT = "هيئة المرفأ"
MINISTER = "الوزير سالم الوادي"


@pytest.mark.parametrize(
    ("text", "construction", "content"),
    [
        (f"قال {MINISTER} إن {WAY}.", "verb-first/that", WAY),
        (f"قال {MINISTER} «لن نغلق الطريق قبل الصيف».", "verb-first/quote", "لن نغلق الطريق قبل الصيف"),
        (f"وقال {MINISTER}: «لن نغلق الطريق».", "verb-first/colon", "لن نغلق الطريق"),
        (f"أعلن {MINISTER} استعداده للحوار.", "verb-first/nominal", "استعداده للحوار"),
        (f"رحب {MINISTER} بإعادة فتح الطريق.", "verb-first/nominal", "بإعادة فتح الطريق"),
        (f"كشف {MINISTER} عن خطة لفتح الطريق.", "verb-first/nominal", "خطة لفتح الطريق"),
        (f"وكان {MINISTER} قد قال إن {WAY}.", "subject-first/that", WAY),
        (f"وكان {MINISTER} قد أعلن فتح الطريق.", "subject-first/nominal", "فتح الطريق"),
        (f"{MINISTER} الذي قال إن {WAY}.", "subject-first/that", WAY),
    ],
)
def test_orders_of_verb_speaker_and_content(
    frames: Frames, text: str, construction: str, content: str
) -> None:
    (found,) = frames(text)
    assert (found["construction"], found["subject"], found["content"]) == (construction, MINISTER, content)
    assert found["form"] == ("direct" if "«" in text else "indirect")
    assert found["polarity"] == "affirm"


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        (f"وتابع {MINISTER} قائلا إن {WAY}.", "قائلا", MINISTER),
        (f"وأضاف قائلا إن {WAY}.", "وأضاف قائلا", None),
        (f"وتابع قائلا {MINISTER} الثلاثاء إن {WAY}.", "وتابع قائلا", MINISTER),
    ],
)
def test_a_doubled_cue_is_one(frames: Frames, text: str, cue: str, subject: str | None) -> None:
    (found,) = frames(text)
    assert (found["cue"], found["subject"], found["content"]) == (cue, subject, WAY)


def test_a_noun_before_its_quotation_is_content(frames: Frames) -> None:
    (found,) = frames(f"أعلنت {PORT} حصول «عودة السفن كلها إلى أرصفتها».")
    assert found["content"] == "حصول «عودة السفن كلها إلى أرصفتها»"


def test_an_outlet_that_cites_nobody_speaks_for_itself(frames: Frames) -> None:
    (found,) = frames(f"ونقلت وكالة الجسر أن {WAY}.")
    assert (found["construction"], found["subject"]) == ("verb-first/that", "وكالة الجسر")


def test_one_quoted_stretch_makes_speech_mixed(frames: Frames) -> None:
    (found,) = frames(f"قالت {PORT} إن السفن «عادت إلى أرصفتها سالمة كلها».")
    assert (found["form"], found["content"]) == ("mixed", "السفن «عادت إلى أرصفتها سالمة كلها»")


@pytest.mark.parametrize(
    ("clause", "construction", "content"),
    [
        ("مشيرا إلى أن السفن عادت", "participle/that", "السفن عادت"),
        ("مؤكدا ضرورة عودة السفن", "participle/nominal", "ضرورة عودة السفن"),
        ("موضحا: «السفن عادت»", "participle/colon", "السفن عادت"),
    ],
)
def test_a_participle_opens_a_statement_of_the_same_speaker(
    frames: Frames, clause: str, construction: str, content: str
) -> None:
    first, second = frames(f"قال {MINISTER} إن {WAY}، {clause}.")
    assert first["content"] == WAY
    assert (second["construction"], second["subject"], second["content"]) == (construction, None, content)


@pytest.mark.parametrize(
    "text",
    [
        f"يذكر أن {WAY}.",  # nobody says it
        f"لم تعلن {PORT} أن {WAY}.",  # it was not said
        "أكدت الوزارة.",  # no content
        "قال مصدر طلب عدم الكشف عن هويته.",  # the second verb withholds a name
        "نقل العمال الصناديق إلى المخزن.",  # an act
        "تابع الجمهور المباراة.",
        "شاهد الزائر لوحة معبرة عن ضرورة الصيد.",  # a feminine participle without a clause
        "مشيرا بيده من بعيد في هدوء وهو واقف على الرصيف إلى أن السفن عادت.",  # too far
    ],
)
def test_what_reports_nothing(frames: Frames, text: str) -> None:
    assert frames(text) == []


def test_an_act_needs_a_subject_that_can_speak(frames: Frames) -> None:
    assert frames("رفض الباب أن ينفتح.") == []
    (found,) = frames(f"رفض {MINISTER} أن ينفتح الباب.")
    assert found["content"] == "ينفتح الباب"
    (found,) = frames("رفض أن ينفتح الباب.")
    assert found["subject"] is None


def test_a_speaker_who_asks_for_anonymity(frames: Frames) -> None:
    (found,) = frames(f"قال مصدر عسكري طلب عدم الكشف عن هويته إن {WAY}.")
    assert (found["subject"], found["content"]) == ("مصدر عسكري", WAY)


def test_the_one_called_on_is_the_addressee(frames: Frames) -> None:
    (found,) = frames(f"دعا {MINISTER} الجانبين إلى وقف إطلاق النار.")
    assert found["addressee"] == "الجانبين"
    assert (found["subject"], found["content"]) == (MINISTER, "وقف إطلاق النار")


def test_the_one_called_on_after_a_time(frames: Frames) -> None:
    (found,) = frames(f"دعا {MINISTER}، الثلاثاء، الجانبين إلى وقف إطلاق النار.")
    assert (found["addressee"], found["said"]) == ("الجانبين", "الثلاثاء")


def test_a_time_before_the_verb(frames: Frames) -> None:
    (found,) = frames(f"يوم الثلاثاء قال {MINISTER} إن {WAY}.")
    assert found["said"] == "يوم الثلاثاء"


def test_citing_makes_the_subject_a_relay(frames: Frames) -> None:
    (found,) = frames(f"قالت وكالة الجسر نقلا عن مصدر عسكري إن {WAY}.")
    assert found["construction"] == "citing/that"
    assert (found["subject"], found["relays"]) == ("مصدر عسكري", ("وكالة الجسر",))


def test_a_headline_gives_subject_first(frames: Frames) -> None:
    title, line = frames(f"{PORT} تعلن فتح الطريق\nأعلنت {PORT} فتح الطريق.")
    assert (title["construction"], title["subject"]) == ("subject-first/nominal", PORT)
    assert line["construction"] == "verb-first/nominal"


def test_cues_agree_with_their_subject(frames: Frames) -> None:
    found = frames(f"قالت الوزيرة إن {WAY}. وقالا إن {WAY}.")
    assert [one["agrees"] for one in found] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    "clause", ["نفى صحة ذلك", "نفت أي علم لها بالمحادثات", "قالت إنه لا علم لها بالمحادثات"]
)
def test_denials(frames: Frames, clause: str) -> None:
    (found,) = frames(f"{clause}.")
    assert found["polarity"] == "deny"

from collections.abc import Callable

import pytest

from sulh.record.frames.middle import Middle, addressee_at, parse_middle
from sulh.record.phrases.recogniser import Phrase, Phrases

Recognise = Callable[[str], Phrases]
Parts = dict[str, str | None]


def _parts(phrases: Phrases, middle: Middle) -> Parts:
    found = {
        "subject": middle.subject,
        "source": middle.source,
        "addressee": middle.addressee,
        "said": middle.said,
    }
    return {name: phrases.passage.slice(*phrase) for name, phrase in found.items() if phrase is not None}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("الوزير سالم الوادي", {"subject": "الوزير سالم الوادي"}),
        ("الوزير مساء الثلاثاء", {"subject": "الوزير", "said": "مساء الثلاثاء"}),
        ("وكالة الجسر نقلا عن مصدر", {"subject": "وكالة الجسر", "source": "مصدر"}),
        ("وكالة الجسر نقلا عن", {"subject": "وكالة الجسر"}),
        ("الوزير لوكالة الجسر", {"subject": "الوزير", "addressee": "الجسر"}),
        ("الوزير ل«الضفاف»", {"subject": "الوزير", "addressee": "الضفاف"}),
        ("مصدر رفض الكشف عن هويته، الثلاثاء", {"subject": "مصدر", "said": "الثلاثاء"}),
        ("الوزير الذي عاد من الجلسة", {"subject": "الوزير"}),
        ("في حديث مع قناة الضفاف", {"addressee": "الضفاف"}),
        ("الوزير في حديث لقناة الضفاف", {"subject": "الوزير", "addressee": "الضفاف"}),
        ("الوزير في حديث لزائريه", {"subject": "الوزير", "addressee": "لزائريه"}),
        ("الوزير في حديث صحفي، الثلاثاء", {"subject": "الوزير", "said": "الثلاثاء"}),
        ("خلال الجلسة الوزير سالم الوادي", {"subject": "الوزير سالم الوادي"}),
        ("خلال جلسة «الضفة» كلها، الوزير", {"subject": "الوزير"}),
        ("خلال الجلسة لوكالة الجسر", {"addressee": "الجسر"}),
        ("ما قال الوزير", {}),
        ("أنه استعدادها الوزير", {"subject": "الوزير"}),
        ("الذي عاد", {}),
        ("", {}),
    ],
)
def test_what_stands_between_cue_and_content(recognise: Recognise, text: str, parts: Parts) -> None:
    phrases = recognise(f"قال {text}")
    assert _parts(phrases, parse_middle(phrases, 1, len(phrases.passage))) == parts


def test_the_first_part_of_a_kind_counts() -> None:
    first, second = Middle(subject=Phrase(1, 2)), Middle(subject=Phrase(3, 4), said=Phrase(4, 5))
    assert first.or_else(second) == Middle(subject=Phrase(1, 2), said=Phrase(4, 5))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("لوكالة الجسر", "الجسر"),
        ("لوكالة أنباء الجسر أمس", "الجسر"),
        ("لوكالة", "لوكالة"),
        ("لصحيفة «الضفاف»", "الضفاف"),
        ("للصحفيين", "للصحفيين"),
        ("لبرنامج الصباح", "لبرنامج الصباح"),
        ("ل «الضفاف»", "الضفاف"),
        ("ل الضفاف", None),
        ("ل « » الضفاف", None),
        ("لها", None),
        ("لزائريه", None),
        ("إلى الضفاف", None),
    ],
)
def test_the_one_spoken_to(recognise: Recognise, text: str, name: str | None) -> None:
    phrases = recognise(text)
    found = addressee_at(phrases, 0, len(phrases.passage))
    assert (phrases.passage.slice(*found) if found is not None else None) == name

from collections.abc import Callable

import pytest

from sulh.record.lexicon import arabic
from sulh.record.phrases.recogniser import Phrases
from sulh.record.speakers.entities import Entities, stem
from sulh.text.normal import fold

Recognise = Callable[[str], Phrases]


def _person(recognise: Recognise, text: str, name: str) -> str | None:
    found = Entities(recognise(text)).person(tuple(fold(word) for word in name.split()))
    return found.name if found is not None else None


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("غاب الوزير سالم الوادي", "الوادي", "سالم الوادي"),
        ("وقال سالم دانا إن الوضع جيد", "دانا", "سالم دانا"),
        ("نقلت وكالة الجسر عن سالم دانا قوله إن", "دانا", "سالم دانا"),
        ("تحدث محمد المنصف الوادي", "الوادي", "محمد المنصف الوادي"),
        ("غاب عبد الله دانا", "دانا", "عبد الله دانا"),
        ("غاب الوزير مولود تشاووش أوغلو", "جاوش أوغلو", "مولود تشاووش أوغلو"),
        ("غاب الوزير كيفندونيكان", "دونيكان", "كيفندونيكان"),
        ("غاب الوزير سالم دانا والوزير كريم", "كريم", "كريم"),
        ("غاب الوزير سالم الوادي", "السهلي", None),
        ("غاب الوزير سالم الوادي", "سهلي", None),
        ("غاب الوزير سالم الوادي", "كريم السهلي", None),
    ],
)
def test_part_of_a_name_means_the_fullest(
    recognise: Recognise, text: str, mention: str, name: str | None
) -> None:
    assert _person(recognise, text, mention) == name


def test_a_second_spelling_is_no_second_person(recognise: Recognise) -> None:
    text = "غاب الوزير ميخائيل بوغدانوف ثم حضر الوزير ميخائيل بوجدانوف"
    assert _person(recognise, text, "ميخائيل بوجدانوف") == "ميخائيل بوغدانوف"


def test_a_title_found_later_is_added(recognise: Recognise) -> None:
    entities = Entities(recognise("قال سالم دانا إن الوضع جيد. وغاب وزير الري، سالم دانا"))
    person = entities.person(("دانا",))
    assert person is not None
    assert person.role == "وزير الري"
    assert entities.named("دانا") == person
    assert entities.named("وادي") is None
    assert person.office is not None
    assert entities.holders_of(person.office) == [person]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("غابت وزارة الري النهرية ثم عادت الوزارة", "الوزاره", "وزارة الري النهرية"),
        ("عادت الوزارة ثم غابت وزارة الري", "الوزاره", "وزارة الري"),
        ("كتبت في موقع لصحيفة «الضفاف» ثم عادت الصحيفة", "الصحيفه", "الضفاف"),
        ("كتبت للوزارة النهرية الجديدة ثم عادت", "الوزاره", "الوزارة النهرية الجديدة"),
        ("عادت الوزارة", "الوزاره", None),
        ("عادت الوزارة", "المجلس", None),
    ],
)
def test_a_head_means_the_body_named_before_it_or_after(
    recognise: Recognise, text: str, mention: str, name: str | None
) -> None:
    phrases = recognise(text)
    forms = list(phrases.passage.forms)
    at = forms.index(mention) if mention in forms else len(forms)
    assert Entities(phrases).body([mention], at) == name


def test_a_longer_name_begins_with_the_words_of_the_mention(recognise: Recognise) -> None:
    phrases = recognise("غاب مكتب سلامة النهر المحلي ومكتب سلامة الجبل المحلي")
    entities = Entities(phrases)
    assert entities.body(["مكتب", "سلامه", "الجبل"], 0, beginning=True) == "مكتب سلامة الجبل المحلي"
    assert entities.body(["مكتب"], 0, definite=True) == "مكتب سلامة النهر المحلي"
    plain = Entities(recognise("غاب معهد بحثي نهري"))
    assert plain.body(["معهد"], 0, definite=True) is None


def test_a_capital_means_the_state_that_the_text_names(recognise: Recognise) -> None:
    entities = Entities(recognise("بين ليما وبيرو وكوريا الجنوبية"))
    assert entities.state("ليما") == "بيرو"
    assert entities.state("سيول") == "كوريا الجنوبية"
    assert entities.state("بيرو") is None
    assert entities.state("هافانا") is None
    assert entities.state("الضفة") is None


@pytest.mark.parametrize(
    ("form", "bare"),
    [("الوزاره", "وزار"), ("لوزاره", "وزار"), ("للبيان", "بيان"), ("المصادر", "مصادر"), ("نهر", "نهر")],
)
def test_stems(form: str, bare: str) -> None:
    assert stem(form, arabic()) == bare

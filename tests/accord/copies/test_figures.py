import pytest

from sulh.accord.copies.figures import figures


def said(text: str, language: str) -> list[tuple[str, str]]:
    return [(feature.kind, feature.value) for feature in figures(text, language)]


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("on 31 December 2030", "في 31 كانون الأول/ديسمبر 2030"),
        ("at 23:30", "الساعة ٢٣:٣٠"),
        ("within ten days", "خلال عشرة أيام"),
        ("within two weeks", "خلال أسبوعين"),
        ("for 72 hours", "مدة 72 ساعة"),
        ("for two hours", "مدة ساعتين"),
        ("a six-month period", "فترة ستة أشهر"),
        ("a 48-hour truce", "هدنة 48 ساعة"),
        ("a year of 12 months", "عام من 12 شهرا"),
        ("next month", "الشهر المقبل"),
        ("1,200 fighters", "١٢٠٠ مقاتل"),
        ("under Article 3 (a)", "وفق المادة 3 (أ)"),
        ("Articles 4 and 5", "المادتين 4 و5"),
        ("Article Three", "المادة الثالثة"),
        ("Annex II", "المرفق الثاني"),
        ("Security Council resolution 77 (2029)", "قرار مجلس الأمن رقم 77 (2029)"),
        ("paragraph (b)", "الفقرة (ب)"),
        ("document S/2030/11", "الوثيقة S/2030/11"),
    ],
)
def test_both_languages_say_the_same(english: str, arabic: str) -> None:
    found = said(english, "en")
    assert [value for value in found if value[1] != "12 month"] == [
        value for value in said(arabic, "ar") if value[1] != "12 month"
    ]
    assert found


def test_a_day_that_can_be_read_in_two_ways_keeps_its_words() -> None:
    assert said("on 5/6/2031", "en") == [("date", "5/6/2031")]
    assert said("في 5/6/2031", "ar") == [("date", "2031-06-05")]


def test_a_length_of_time_that_says_no_number_is_none() -> None:
    assert said("within a few days of 3 parties", "en")[-1] == ("number", "3")

import pytest

from sulh.record.lexicon import arabic
from sulh.record.speakers.affiliation import affiliation


@pytest.mark.parametrize(
    ("role", "served"),
    [
        ("عضو الهيئة", "الهيئة"),
        ("المتحدث باسم وزارة الري", "وزارة الري"),
        ("مسؤول بوزارة الري", "وزارة الري"),
        ("ممثل للمجلس", "المجلس"),
        ("وزير الخارجية الروسي", "روسيا"),
        ("نائب وزير الخارجية الإيراني", "إيران"),
        ("السفير الكوري الجنوبي", "كوريا الجنوبية"),
        ("رئيس بيرو", "بيرو"),
        ("الوزير", None),
        ("", None),
        (None, None),
    ],
)
def test_a_title_names_whom_it_serves(role: str | None, served: str | None) -> None:
    assert affiliation(role, arabic()) == served

from collections.abc import Callable

import pytest

from sulh.record.phrases.recogniser import Phrase, Phrases

Recognise = Callable[[str], Phrases]


@pytest.mark.parametrize(
    ("text", "kind", "name", "role"),
    [
        ("وزير الري سالم الوادي", "person", "سالم الوادي", "وزير الري"),
        ("وزير الري، سالم الوادي", "person", "سالم الوادي", "وزير الري"),
        ("أمين المجلس، السيد سالم الوادي", "person", "سالم الوادي", "أمين المجلس، السيد"),
        ("سالم الوادي، وزير الري", "person", "سالم الوادي", "وزير الري"),
        ("سالم الوادي، نفسه", "person", "سالم الوادي", "نفسه"),
        ("سالم الوادي المتحدث باسم مجلس الضفة", "person", "سالم الوادي", "المتحدث باسم مجلس الضفة"),
        ("سالم علي وادي قائد حرس النهر", "person", "سالم علي وادي", "قائد حرس النهر"),
        ("المسؤول المحلي نهرو دانا", "person", "نهرو دانا", "المسؤول المحلي"),
        ("المحامية وناشطة حقوق الضفة ليلى نهراوي", "person", "ليلى نهراوي", "المحامية وناشطة حقوق الضفة"),
        (
            "مدير المرصد النهري لحقوق الضفة رامي نهراوي",
            "person",
            "رامي نهراوي",
            "مدير المرصد النهري لحقوق الضفة",
        ),
        ("الباحثة النهرية رها بحريني", "person", "رها بحريني", "الباحثة النهرية"),
        ("وزير الري", "person", "وزير الري", "وزير الري"),
        ("متحدث باسم خفر الضفة", "anonymous", "متحدث باسم خفر الضفة", None),
        ("مصدر دبلوماسي", "anonymous", "مصدر دبلوماسي", None),
        ("شهود في الساحة", "anonymous", "شهود", None),
        ("مسؤول في وزارة الري", "anonymous", "مسؤول في وزارة الري", None),
        ("ناطق", "anonymous", "ناطق", None),
        ("الناجون من الغرق", "anonymous", "الناجون من الغرق", None),
        ("سالم (58 عاما)", "person", "سالم", None),
        ("بيان مشترك", "document", "بيان مشترك", None),
        ("تقارير محلية", "document", "تقارير محلية", None),
        ("مشروع القرار", "document", "مشروع القرار", None),
        ("للبيان", "document", "للبيان", None),
        ("الحكومة", "state", "الحكومة", None),
        ("وزارة الري النهرية التابعة للمجلس", "organisation", "وزارة الري النهرية", None),
        ("مكتب الري (م ر)", "organisation", "مكتب الري", None),
        ("مجلس الضفة والرئيس الجديد", "organisation", "مجلس الضفة", None),
        ("تنظيم داعش عملية", "organisation", "تنظيم داعش", None),
        ("وكالة «أنباء النهر»", "organisation", "أنباء النهر", None),
        ("صحيفة الضفاف النهرية", "organisation", "الضفاف", None),
        ("وكالة الجسر للأنباء", "organisation", "وكالة الجسر للأنباء", None),
        ("وكالة رويترز للأنباء", "organisation", "رويترز", None),
        ("«ضفاف»", "organisation", "ضفاف", None),
        ("«ضفاف» النهرية", "organisation", "ضفاف", None),
        ("الكيان الجديد", "organisation", "الكيان الجديد", None),
        ("سالم الوادي:", "person", "سالم الوادي", None),
    ],
)
def test_a_phrase_is_taken_apart(
    recognise: Recognise, text: str, kind: str, name: str, role: str | None
) -> None:
    phrases = recognise(text)
    found = phrases.analyse(Phrase(0, len(phrases.passage)))
    given = phrases.passage.slice(*found.role) if found.role is not None else None
    assert (found.kind, phrases.passage.slice(*found.name), given) == (kind, name, role)
    assert found.is_office == (role == name)

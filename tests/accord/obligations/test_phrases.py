import pytest

from sulh.accord.copies.scope import actors
from sulh.accord.obligations.phrases import proposals

NAMES = {
    "lowland": ["مجلس السهل", "السهل", "Lowland Council", "Lowland"],
    "upland": ["هيئة المرتفعات", "المرتفعات", "Upland Assembly", "Upland"],
    "authority": ["هيئة النهرين", "Two Rivers Authority"],
    "harbour": ["جمهورية المرفأ", "المرفأ", "Harbour Republic", "Harbour"],
}
KNOWN = actors(NAMES)
PARTIES = ("lowland", "upland")


def read(text: str) -> list[dict[str, str]]:
    language = "en" if text.isascii() else "ar"
    return [one.fields for one in proposals(text, language, KNOWN, PARTIES)]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Lowland shall release all detainees within 10 days of the entry into force of this agreement.",
            {"by": "lowland", "duty": "release all detainees", "within": "10 days of entry-into-force"},
        ),
        (
            ("The parties shall not move arms, except for repair, supervised by the Two Rivers Authority."),
            {
                "by": "lowland, upland",
                "duty": "not move arms",
                "monitor": "authority",
                "exception": "except for repair",
            },
        ),
        (
            "Upland undertakes to hand over maps not later than 4 June 2031.",
            {"by": "upland", "duty": "hand over maps", "within": "2031-06-04"},
        ),
        (
            "Harbour commits to support the bridge until 31 December 2031.",
            {"by": "harbour", "duty": "support the bridge", "until": "2031-12-31"},
        ),
        (
            "The parties and the forces supporting them must cease fire.",
            {"by": "lowland, upland, the forces supporting them", "duty": "cease fire"},
        ),
        (
            "Within 2 weeks of signature, the Upland Assembly shall withdraw its forces.",
            {"by": "upland", "duty": "withdraw its forces", "within": "14 days of signature"},
        ),
        ("All detainees shall be released within 10 days.", {"duty": "be released", "within": "10 days"}),
        (
            "Neither party shall open fire.",
            {"by": "lowland, upland", "duty": "Neither party shall open fire"},
        ),
        (
            "Lowland, Upland and Harbour shall meet within 48 hours, guaranteed by Harbour.",
            {
                "by": "lowland, upland, harbour",
                "duty": "meet",
                "within": "48 hours",
                "guarantor": "harbour",
            },
        ),
        (
            "يلتزم مجلس السهل بالإفراج عن جميع المحتجزين خلال عشرة أيام من دخول هذا الاتفاق حيز النفاذ.",
            {"by": "lowland", "duty": "بالإفراج عن جميع المحتجزين", "within": "10 days of entry-into-force"},
        ),
        (
            "على هيئة المرتفعات أن تسلم الخرائط في موعد أقصاه 4 حزيران 2031.",
            {"by": "upland", "duty": "أن تسلم الخرائط", "within": "2031-06-04"},
        ),
        (
            "يتعهد الطرفان بعدم نقل الأسلحة الثقيلة، باستثناء نقلها للإصلاح، بإشراف هيئة النهرين.",
            {
                "by": "lowland, upland",
                "duty": "بعدم نقل الأسلحة الثقيلة",
                "monitor": "authority",
                "exception": "باستثناء نقلها للإصلاح",
            },
        ),
        (
            "يُحظر على الأطراف والقوات الداعمة لها استهداف المدنيين.",
            {
                "by": "lowland, upland, والقوات الداعمة لها",
                "duty": "يُحظر على الأطراف والقوات الداعمة لها استهداف المدنيين",
            },
        ),
        (
            "يجب على السهل والمرتفعات أن يفتحا الجسر خلال أسبوعين من التوقيع.",
            {"by": "lowland, upland", "duty": "أن يفتحا الجسر", "within": "14 days of signature"},
        ),
        ("تضمن جمهورية المرفأ تنفيذ هذا الاتفاق.", {"by": "harbour", "duty": "تنفيذ هذا الاتفاق"}),
        (
            "السهل يلتزم بفتح الجسر قبل 10 أيار 2031.",
            {"by": "lowland", "duty": "بفتح الجسر", "within": "2031-05-10"},
        ),
        (
            "لا يجوز لمجلس السهل أن يغلق القناة حتى 31 كانون الأول 2031.",
            {"by": "lowland", "duty": "لا يجوز لمجلس السهل أن يغلق القناة", "until": "2031-12-31"},
        ),
        ("يجب ألا تنقل الأسلحة.", {"duty": "ألا تنقل الأسلحة"}),
    ],
)
def test_what_a_sentence_obliges_to(text: str, fields: dict[str, str]) -> None:
    assert read(text) == [fields]


@pytest.mark.parametrize(
    "text",
    [
        "The river rises in the hills.",
        "Upland shall not be obliged to pay.",
        "Lowland is not required to pay.",
        "لا يلتزم السهل بالدفع.",
        "قال مجلس السهل إن النهر يفيض.",
        "",
    ],
)
def test_what_obliges_to_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Upland shall not open fire.", "not"),
        ("Upland may not open fire.", "not"),
        ("Upland undertakes not to open fire.", "not"),
        ("No party shall open fire.", "No"),
        ("يمتنع السهل عن إطلاق النار.", "يمتنع"),
    ],
)
def test_a_prohibition_never_loses_its_negation(text: str, kept: str) -> None:
    (found,) = read(text)
    assert found["duty"].startswith(kept)


def test_each_sentence_is_apart() -> None:
    assert len(read("Lowland shall open the bridge. Upland shall open the road. It is wide.")) == 2


def test_a_party_that_the_copy_does_not_name_stays_in_its_words() -> None:
    (found,) = proposals("Both parties must cease fire.", "en", KNOWN, ())
    assert found.fields["by"] == "Both parties"


def test_a_span_is_that_of_the_sentence() -> None:
    text = "It is wide. Upland shall open the road."
    (found,) = proposals(text, "en", KNOWN, PARTIES)
    assert found.span.of(text) == "Upland shall open the road."

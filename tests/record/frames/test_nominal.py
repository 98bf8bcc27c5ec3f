from collections.abc import Callable

import pytest

from sulh.record.frames.nominal import find_nominal, is_object
from sulh.record.phrases.recogniser import Phrases

Recognise = Callable[[str], Phrases]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("نفى الوزير صحة الأنباء", "صحة الأنباء"),
        ("نفى عضو الهيئة بالضفة عن المرفأ، سالم الوادي أي علم له", "أي علم له"),
        ("نفت هيئة المرفأ الأمر", "الأمر"),
        ("نفت سلمى، المديرة الجديدة، وجود أي خطة", "وجود أي خطة"),
        ("نفت هيئة المرفأ ارتكاب أي خطأ", "ارتكاب أي خطأ"),
        ("نفى علمه؛ أي علم", "علمه؛ أي علم"),
        ("أعلنت هيئة المرفأ، الثلاثاء، استعدادها للحوار", "استعدادها للحوار"),
        ("أعلنت هيئة المرفأ في ختام الجلسة، فتح الطريق", "فتح الطريق"),
        ("أعلنت هيئة المرفأ في بيان رسمي رفض الخطة", "رفض الخطة"),
        ("كشف الوزير عن خطة جديدة", "خطة جديدة"),
        ("دعا الوزير الجانبين إلى الحوار", "الحوار"),
        ("رحب الوزير بالخطة", "بالخطة"),
        ("رحب الوزير بخطته", "بخطته"),
        ("رحب الوزير أمس بتوقيع الخطة", "بتوقيع الخطة"),
        ("رحب الوزير ب «الخطة»", "ب «الخطة»"),
        ("رحب الوزير سالم الوادي بعودة السفن", "بعودة السفن"),
        ("حذر الوزير من جهته من العنف", "العنف"),
        ("شكك الوزير في حديث صحفي في الخطة", "الخطة"),
        ("نفى مشاركته بالخطة", "مشاركته بالخطة"),
        ("أكد الوزير سالم الوادي «خطة الحوار»", "«خطة الحوار»"),
        ("أكد الوزير رفض الخطة على الضفة", "رفض الخطة على الضفة"),
        ("أكد الوزير على رفض الخطة", "رفض الخطة"),
    ],
)
def test_nominal_complements(recognise: Recognise, text: str, content: str) -> None:
    phrases = recognise(text)
    cue = phrases.lexicon.cue(phrases.passage.forms[0])
    assert cue is not None
    found = find_nominal(phrases, 1, len(phrases.passage), cue)
    assert found is not None
    assert found.kind == "nominal"
    assert found.subject_end <= found.at <= found.start
    assert phrases.passage.slice(found.start, len(phrases.passage)) == content


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير شيئا",  # the verb takes no noun
        "أكد أحدهم",  # no more than a subject
        "أكد الوزير في الجلسة",  # an adverbial
        "أكد الوزير الذي عاد",  # a relative clause
        "أكد الوزير؛ رفض الخطة",
        "كشف الوزير في بيانه؛ عن خطة",  # another clause
        "كشف الوزير، لكن عن خطة",
        "كشف الوزير ثم قال عن خطة",
        "كشف الوزير عن",
        "حذر الوزير بعد أن عاد",
        "رحب بيان",  # a noun that begins with the letter of the preposition
        "رحب برنامج",
        "تبنى مشروعا جديدا",  # an act
        "أكد" + " في الطريق" * 30,  # too far
    ],
)
def test_no_nominal_complement(recognise: Recognise, text: str) -> None:
    phrases = recognise(text)
    cue = phrases.lexicon.cue(phrases.passage.forms[0])
    assert cue is not None
    assert find_nominal(phrases, 1, len(phrases.passage), cue) is None


def test_the_complement_begins_at_once_where_the_subject_is_before(recognise: Recognise) -> None:
    phrases = recognise("الهيئة تعلن مواعيد السفن")
    cue = phrases.lexicon.cue(phrases.passage.forms[1])
    assert cue is not None
    found = find_nominal(phrases, 2, 4, cue, follows=True)
    assert found is not None
    assert found.start == found.subject_end == 2


@pytest.mark.parametrize(("word", "about"), [("اتهامات", True), ("استعدادها", True), ("الوزير", False)])
def test_objects(recognise: Recognise, *, word: str, about: bool) -> None:
    assert is_object(recognise(word), 0) is about

"""Claims of role by invented persons and bodies."""

import pytest

from sulh.case.statement import RoleClaim
from sulh.record import read_text

MINISTER = "قال وزير الري سالم الوادي إن "


def _claims(text: str) -> tuple[RoleClaim, ...]:
    return read_text(text, language="ar").roles


def _plain(text: str) -> set[tuple[str, str, bool, str]]:
    return {(one.actor, one.role, one.asserted, one.modality) for one in _claims(text)}


@pytest.mark.parametrize(
    ("content", "claims"),
    [
        ("حركة الضفة تساهم في صياغة اتفاق هدنة.", {("حركة الضفة", "drafter", True, "held")}),
        ("حركة الضفة وحركة الساحل تعملان معا على صياغة اتفاق.",
         {("حركة الضفة", "drafter", True, "held"), ("حركة الساحل", "drafter", True, "held")}),
        ("المرفأ والجزيرة ستقومان بدور الوساطة في اللقاء.",
         {("المرفأ", "mediator", True, "prospective"), ("الجزيرة", "mediator", True, "prospective")}),
        ("مجلس الضفة سيكون ضامنا للاتفاق.", {("مجلس الضفة", "guarantor", True, "prospective")}),
        ("مجلس الضفة وهيئة الجبل ضامنان للاتفاق.",
         {("مجلس الضفة", "guarantor", True, "held"), ("هيئة الجبل", "guarantor", True, "held")}),
        ("حركة الضفة وحركة الساحل ستكونان راعيتين للمحادثات.",
         {("حركة الضفة", "convener", True, "prospective"), ("حركة الساحل", "convener", True, "prospective")}),
        ("المحادثات ستجري برعاية مجلس الضفة وبوساطة هيئة الجبل.",
         {("مجلس الضفة", "convener", True, "prospective"), ("هيئة الجبل", "mediator", True, "prospective")}),
        ("الاتفاق أبرم بضمانة مجلس الضفة.", {("مجلس الضفة", "guarantor", True, "held")}),
        ("مجلس الضفة حضر اللقاء بصفة مراقب.",
         {("مجلس الضفة", "participant", True, "held"), ("مجلس الضفة", "observer", True, "held")}),
        ("مجلس الضفة سيتولى مراقبة وقف إطلاق النار.", {("مجلس الضفة", "monitor", True, "prospective")}),
        ("مجلس الضفة سيكون مراقبا لوقف إطلاق النار.", {("مجلس الضفة", "monitor", True, "prospective")}),
        ("حركة الضفة طرف في الاتفاق.", {("حركة الضفة", "party", True, "held")}),
        ("حركة الضفة ليست طرفا في الاتفاق.", {("حركة الضفة", "party", False, "held")}),
        ("حركة الضفة وقعت على الاتفاق وإن حركة الساحل لم توقع على الاتفاق.",
         {("حركة الضفة", "signatory", True, "held"), ("حركة الساحل", "signatory", False, "held")}),
        ("حركة الضفة لن تشارك في المحادثات.", {("حركة الضفة", "participant", False, "prospective")}),
        ("مجلس الضفة سيستضيف جولة جديدة من المحادثات.", {("مجلس الضفة", "host", True, "prospective")}),
        ("ستستضيف هيئة الجبل المحادثات.", {("هيئة الجبل", "host", True, "prospective")}),
        ("مجلس الضفة قد يستضيف المؤتمر.", {("مجلس الضفة", "host", True, "conditional")}),
        ("مجلس الضفة يمكن أن يكون وسيطا في المحادثات.", {("مجلس الضفة", "mediator", True, "conditional")}),
        ("مجلس الضفة سيكون ضامنا للاتفاق إذا قبلته.", {("مجلس الضفة", "guarantor", True, "conditional")}),
        ("المقرر أن يحضر اللقاء ممثلون عن حركة الضفة.", {("حركة الضفة", "participant", True, "prospective")}),
        ("ممثلين عن حركة الضفة سيحضرون لقاء الجبل.", {("حركة الضفة", "participant", True, "prospective")}),
        ("هيئة الجبل مستعدة لاستضافة المحادثات.", {("هيئة الجبل", "host", True, "offered")}),
        ("رئيس الحركة كريم دانا سيحضر اللقاء.", {("كريم دانا", "participant", True, "prospective")}),
        # What claims no role
        ("يجب أن يكون مجلس الضفة وسيطا في المحادثات.", set()),
        ("انفجارا وقع في المرفأ خلال المحادثات.", set()),
        ("التقرير يضمن حقوق الناس في الاتفاق.", set()),
        ("هيئة الجبل مستعدة لقبول جهود الوساطة.", set()),
        ("فرقا تبحث عن المفقودين بمشاركة حركة الضفة.", set()),
        ("حركة الضفة تعمل بجد.", set()),
        ("حركة الضفة شاركت في السباق.", set()),
        ("الجميع سيكون ضامنا للاتفاق.", set()),
        ("هذا سيكون بصفة دائمة.", set()),
        ("الوسيط غاب.", set()),
        ("ستكون، الضامن.", set()),
        ("يحضر اللقاء ممثلون", set()),
        ("يحضر اللقاء ممثلون عن", set()),
        ("كان كل شيء جيدا.", set()),
    ],
)  # fmt: skip
def test_a_minister_claims_roles_for_others(content: str, claims: set[tuple[str, str, bool, str]]) -> None:
    assert _plain(MINISTER + content) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("أكدت هيئة الجبل استعدادها لاستضافة المحادثات.", {("هيئة الجبل", "host", True, "offered")}),
        (
            "قالت حركة الضفة إنها لن تشارك في المحادثات.",
            {("حركة الضفة", "participant", False, "prospective")},
        ),
        ("قالت حركة الضفة إنها لم تستشر في الاتفاق.", {("حركة الضفة", "consulted", False, "held")}),
        ("نفت حركة الضفة مشاركتها في المحادثات.", {("حركة الضفة", "participant", False, "held")}),
        ("نفت حركة الضفة مشاركتها فيها.", {("حركة الضفة", "participant", False, "held")}),
        ("نفت حركة الضفة توقيعها على الاتفاق.", {("حركة الضفة", "signatory", False, "held")}),
        ("نفت حركة الضفة مشاركتها في السباق.", set()),
        ("رفضت حركة الضفة مشاركتها في المحادثات.", set()),
        ("دعت حركة الضفة إلى مشاركة الجميع في المحادثات.", set()),
    ],
)
def test_a_body_claims_or_denies_its_own_role(text: str, claims: set[tuple[str, str, bool, str]]) -> None:
    assert _plain(text) == claims
    assert all(one.by_itself for one in _claims(text))


def test_what_describes_delegates_goes_into_the_note() -> None:
    (claim,) = _claims(MINISTER + "من المقرر أن يحضر اللقاء ممثلون عن «الفصائل النهرية التي تقاتل هنا».")
    assert claim.actor == "الفصائل النهرية"
    assert claim.provenance.note is not None
    assert "التي تقاتل هنا" in claim.provenance.note.within("ar")


def test_these_states_are_those_of_the_last_claims() -> None:
    text = MINISTER + "حركة الضفة وحركة الساحل تساهمان في صياغة اتفاق. وأكد أن هذه الدول ستكون ضامنة للاتفاق."
    guarantors = [one.actor for one in _claims(text) if one.role == "guarantor"]
    assert guarantors == ["حركة الضفة", "حركة الساحل"]


def test_what_another_says_in_a_statement_is_his_claim() -> None:
    text = MINISTER + "حركة الضفة أكدت أن هيئة الجبل ستكون ضامنا للاتفاق."
    assert [(one.actor, one.claimed_by) for one in _claims(text)] == [("هيئة الجبل", "حركة الضفة")]


@pytest.mark.parametrize(
    ("content", "kind", "text"),
    [
        ("مجلس الضفة سيستضيف المحادثات النهرية هنا.", "track", "المحادثات النهرية"),
        ("مجلس الضفة سيكون ضامنا لوقف إطلاق النار.", "agreement", "وقف إطلاق النار"),
        ("مجلس الضفة سيكون ضامنا للاتفاقات التي تنتج.", "agreement", "الاتفاقات"),
        ("مجلس الضفة سيكون ضامنا لاتفاق يعقد هنا.", "agreement", "اتفاق"),
        ("اللقاء سيعقد بوساطة مجلس الضفة.", "meeting", "اللقاء"),
        ("مجلس الضفة سيكون وسيطا في لقاء الثلاثاء.", "meeting", "لقاء"),
    ],
)
def test_a_role_is_in_what_the_text_names(content: str, kind: str, text: str) -> None:
    (claim,) = _claims(MINISTER + content)
    assert claim.within is not None
    assert (claim.within.kind, claim.within.text) == (kind, text)

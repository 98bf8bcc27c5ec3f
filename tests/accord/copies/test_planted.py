"""Differences planted in copies of one invented agreement: each is found, in its clause, with its kind."""

import unicodedata
from collections.abc import Callable

import pytest
from tests.accord.copies.two_rivers import ARABIC, ENGLISH, copy

from sulh.accord.copies import compare

Plant = tuple[str, str, str, set[str]]
"""Clause, words, the words instead of them, and what kinds of difference that makes."""

PLANTED_ENGLISH: list[Plant] = [
    ("ceasefire", "31 December 2030", "16 January 2031", {"date"}),
    ("ceasefire", "31 December 2030", "31 December 2031", {"date"}),
    ("ceasefire", "00:00", "12:00", {"date"}),
    ("pull-back", "10 days", "two weeks", {"date"}),
    ("pull-back", "10 days", "15 days", {"date"}),
    ("crossings", "six months", "six weeks", {"date"}),
    ("disputes", "16 January", "23 January", {"date"}),
    ("pull-back", "1,200", "1,500", {"number"}),
    ("crossings", "three crossings", "four crossings", {"number"}),
    ("monitoring", "45 persons", "54 persons", {"number"}),
    ("pull-back", "The Lowland Region shall", "The Upland Region shall", {"party"}),
    ("crossings", "the State of Harbour", "the River Authority", {"party"}),
    ("ceasefire", "The Lowland Region and the Upland Region", "The Lowland Region", {"party"}),
    ("scope", " and the Bridge Brigade", "", {"exclusion"}),
    ("scope", "Northern Front", "Southern Front", {"exclusion"}),
    ("scope", "does not include", "includes", {"exclusion"}),
    ("scope", "the Bridge Brigade", "the Bridge Brigade and the Dawn Movement", {"exclusion"}),
    ("aid", "resolution 77", "resolution 78", {"reference"}),
    ("aid", "Article 2 demand", "Article 3 demand", {"reference"}),
    ("aid", "all villages", "some villages", {"wording"}),
    ("pull-back", "shall withdraw", "may withdraw", {"wording"}),
    ("crossings", "shall open", "shall not open", {"wording"}),
    ("disputes", "The two sides", "The two Sides", {"wording"}),
    ("aid", "free of charge.", "free of charge", {"wording"}),
    ("aid", "free of charge", "freed of charge", {"wording"}),
    ("pull-back", "10 days", "ten days", {"wording"}),
    ("pull-back", "shall withdraw 1,200", "may withdraw 1,300", {"wording", "number"}),
]
PLANTED_ARABIC: list[Plant] = [
    ("ceasefire", "31 كانون الأول/ديسمبر 2030", "16 كانون الثاني/يناير 2031", {"date"}),
    ("ceasefire", "00:00", "٠٢:٠٠", {"date"}),
    ("pull-back", "10 أيام", "أسبوعين", {"date"}),
    ("crossings", "ستة أشهر", "ستة أسابيع", {"date"}),
    ("pull-back", "1200 مقاتل", "١٥٠٠ مقاتل", {"number"}),
    ("crossings", "ثلاثة معابر", "أربعة معابر", {"number"}),
    ("pull-back", "يسحب إقليم السهل", "يسحب إقليم المرتفعات", {"party"}),
    ("crossings", "وتراقب دولة المرفأ", "وتراقب هيئة النهر", {"party"}),
    ("scope", " ولواء الجسر", "", {"exclusion"}),
    ("scope", "لا يشمل", "يشمل", {"exclusion"}),
    ("scope", "جبهة الشمال", "جبهة الجنوب", {"exclusion"}),
    ("aid", "القرار 77", "القرار 78", {"reference"}),
    ("aid", "والمادة 2", "والمادة الثالثة", {"reference"}),
    ("monitoring", "على كل", "علي كل", {"wording"}),
    ("aid", "القرى", "القري", {"wording"}),
    ("monitoring", "هيئة", "هيئه", {"wording"}),
    ("ceasefire", "إطلاق", "اطلاق", {"wording"}),
    ("aid", "؛ و", "، و", {"wording"}),
    ("crossings", "يفتح", "لا يفتح", {"wording"}),
]
PLANTED_ACROSS: list[Plant] = [
    ("ceasefire", "31 كانون الأول/ديسمبر 2030", "16 كانون الثاني/يناير 2031", {"date"}),
    ("ceasefire", "00:00", "02:00", {"date"}),
    ("pull-back", "10 أيام", "أسبوعين", {"date"}),
    ("crossings", "ستة أشهر", "سبعة أشهر", {"date"}),
    ("disputes", "16 كانون الثاني/يناير 2031", "23 كانون الثاني/يناير 2031", {"date"}),
    ("pull-back", "1200", "١٥٠٠", {"number"}),
    ("crossings", "ثلاثة معابر", "معبرين", {"number"}),
    ("monitoring", "45 شخصا", "خمسين شخصا", {"number"}),
    ("pull-back", "إقليم السهل", "إقليم المرتفعات", {"party"}),
    ("crossings", "دولة المرفأ", "هيئة النهر", {"party"}),
    ("scope", " ولواء الجسر", "", {"exclusion"}),
    ("scope", "لا يشمل", "يشمل", {"exclusion"}),
    ("aid", "القرار 77", "القرار 78", {"reference"}),
    ("aid", "والمادة 2", "والمادة 5", {"reference"}),
    ("aid", "تصل المساعدات إلى تمرين", "تصل المساعدات إلى السوق", {"wording"}),
]
"""In the Arabic copy, which is compared with the English one."""


def found(one: str, other: str) -> set[tuple[str, str]]:
    compared = compare([copy(one, "one"), copy(other, "other")])
    return {(difference.clause, difference.kind) for difference in compared.differences}


def last_replaced(text: str, words: str, instead: str) -> str:
    """Replace the last occurrence."""
    before, _, after = text.rpartition(words)
    return before + instead + after


def in_clause(text: str, clause: str, words: str, instead: str) -> str:
    """Replace words in one clause."""
    parts = text.split("{#")
    at = next(at for at, part in enumerate(parts) if part.startswith(f"{clause}}}"))
    # A numbered paragraph has its id after it, a heading before its paragraphs.
    at = at if words in parts[at] else at - 1
    assert words in parts[at]
    parts[at] = last_replaced(parts[at], words, instead)
    return "{#".join(parts)


@pytest.mark.parametrize(
    ("base", "plant"),
    [
        (base, plant)
        for base, plants in ((ENGLISH, PLANTED_ENGLISH), (ARABIC, PLANTED_ARABIC))
        for plant in plants
    ],
    ids=lambda value: value[0] + " " + value[2] if isinstance(value, tuple) else "",
)
def test_a_planted_difference_is_found(base: str, plant: Plant) -> None:
    clause, words, instead, kinds = plant
    changed = in_clause(base, clause, words, instead)
    assert found(base, changed) == {(clause, kind) for kind in kinds}
    assert found(changed, base) == {(clause, kind) for kind in kinds}


@pytest.mark.parametrize("plant", PLANTED_ACROSS, ids=lambda plant: plant[0] + " " + plant[2])
def test_a_difference_between_languages_is_found(plant: Plant) -> None:
    clause, words, instead, kinds = plant
    changed = in_clause(ARABIC, clause, words, instead)
    assert found(ENGLISH, changed) == {(clause, kind) for kind in kinds}
    assert found(changed, ENGLISH) == {(clause, kind) for kind in kinds}


def lacking(text: str, heading: str) -> str:
    """Leave out an article."""
    start = text.index(heading)
    end = text.find("\n# ", start)
    return text[:start] + (text[end + 1 :] if end >= 0 else "")


@pytest.mark.parametrize(
    ("one", "other", "differences"),
    [
        (ENGLISH, lacking(ENGLISH, "# Article 4"), {("aid", "missing")}),
        (lacking(ENGLISH, "# Article 6"), ENGLISH, {("disputes", "missing")}),
        (ARABIC, lacking(ARABIC, "# المادة 5"), {("monitoring", "missing")}),
        (ENGLISH, lacking(ARABIC, "# المادة 3"), {("scope", "missing")}),
        (
            ENGLISH,
            lacking(ENGLISH, "# Article 2"),
            {("withdrawal", "missing"), ("pull-back", "missing"), ("crossings", "missing")},
        ),
    ],
)
def test_a_missing_clause_is_found(one: str, other: str, differences: set[tuple[str, str]]) -> None:
    assert found(one, other) == differences


def moved(text: str, heading: str) -> str:
    """Put an article at the end."""
    without = lacking(text, heading)
    start = text.index(heading)
    end = text.find("\n# ", start)
    return without + "\n" + text[start : end + 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ENGLISH, moved(ENGLISH, "# Article 3")),
        (ARABIC, moved(ARABIC, "# المادة 3")),
        (ENGLISH, moved(ARABIC, "# المادة 3")),
    ],
)
def test_a_moved_clause_is_found(one: str, other: str) -> None:
    assert found(one, other) == {("scope", "order")}


def dressed(text: str, how: str) -> str:
    """Change the body, and leave the front matter as it is."""
    head, fence, body = text.rpartition("+++\n")
    return head + fence + CLEAN[how](body)


CLEAN: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "wide blanks": lambda text: text.replace(" the ", "   the ").replace(" من ", "  من "),
    "no-break spaces": lambda text: text.replace(" and ", "\u00a0and\u202f").replace(" كل ", "\u00a0كل "),
    "line breaks": lambda text: text.replace(" and the ", "\nand the ", 1).replace(" وكل ", "\nوكل "),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "bidirectional controls": lambda text: text.replace("00:00", "\u200e00:00\u200f").replace(
        " 10 ", " \u206610\u2069 "
    ),
    "zero-width": lambda text: text.replace("Tamrin", "Tam\u200brin").replace("تمرين", "تم\u200dرين"),
    "tatweel": lambda text: text.replace("تمرين", "تمـــرين").replace("الجسر", "الجســر"),
    "presentation forms": lambda text: (
        text.replace("لا", "\ufefb").replace("ش", "\ufeb7").replace("cease fire", "cease \ufb01re")
    ),
    "quotation marks": lambda text: text.replace('"safe passage"', "“safe passage”").replace(
        "«المرور الآمن»", '"المرور الآمن"'
    ),
    "other digits": lambda text: text.replace("1200", "١٢٠٠").replace(" 45 ", " ۴۵ "),
    "vowel signs": lambda text: text.replace("يسوي", "يُسوّي").replace("حيز", "حيّز"),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "blanks before marks": lambda text: text.replace("؛", " ؛").replace("; ", " ; "),
}


@pytest.mark.parametrize("base", [ENGLISH, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize("how", CLEAN)
def test_a_copy_in_another_dress_is_the_same(base: str, how: str) -> None:
    compared = compare([copy(base, "one"), copy(dressed(base, how), "other")])
    assert compared.differences == ()
    assert compared.status == "same"
    about = {remark.about for remark in compared.remarks}
    assert about <= {"other digits": {"digits"}, "vowel signs": {"vowel signs"}}.get(how, set())


@pytest.mark.parametrize("how", CLEAN)
def test_languages_in_another_dress_agree(how: str) -> None:
    compared = compare([copy(ENGLISH, "one"), copy(dressed(ARABIC, how), "other")])
    assert compared.differences == ()
    assert compared.status == "unproved"
    assert len(compared.unproved) == 8


def test_there_are_enough_planted_differences() -> None:
    assert len(PLANTED_ENGLISH) + len(PLANTED_ARABIC) + len(PLANTED_ACROSS) >= 40

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.accord.label import read_label


@pytest.mark.parametrize(
    ("line", "style", "parts", "written"),
    [
        ("1. x", "decimal", ("1",), "1."),
        ("(12) x", "decimal", ("12",), "(12)"),
        ("٢-النص", "decimal", ("2",), "٢-"),
        ("۳ـ نص", "decimal", ("3",), "۳ـ"),
        ("4 – x", "decimal", ("4",), "4 –"),
        ("2.10.1. x", "decimal", ("2", "10", "1"), "2.10.1."),
        ("١٫٢ نص", "decimal", ("1", "2"), "١٫٢"),
        ("(a) x", "letter", ("a",), "(a)"),
        ("aa) x", "letter", ("aa",), "aa)"),
        ("B. x", "LETTER", ("b",), "B."),
        ("(iv) x", "roman", ("iv",), "(iv)"),
        ("XIX. x", "ROMAN", ("xix",), "XIX."),
        ("ا) نص", "arabic", ("أ",), "ا)"),
        ("(هـ) نص", "arabic", ("ه",), "(هـ)"),
        ("ب - نص", "arabic", ("ب",), "ب -"),
        ("ARTICLE 3", "article", ("3",), "ARTICLE 3"),
        ("Article XIV: x", "article", ("14",), "Article XIV:"),
        ("المادة (٥) – نص", "article", ("5",), "المادة (٥) –"),
        ("الماده الأولى:", "article", ("1",), "الماده الأولى:"),
        ("المادة الثانية عشرة", "article", ("12",), "المادة الثانية عشرة"),
        ("المادة الحادية عشرة", "article", ("11",), "المادة الحادية عشرة"),
        ("البند العشرون.", "item", ("20",), "البند العشرون."),
        ("الملحق الأول", "annex", ("1",), "الملحق الأول"),
        ("Annex C", "annex", ("c",), "Annex C"),
        ("ثانياً: نص", "ordinal", ("2",), "ثانياً:"),
        ("عاشرا - نص", "ordinal", ("10",), "عاشرا -"),
        ("Third: x", "ordinal", ("3",), "Third:"),
    ],
)
def test_numbers_of_a_paragraph(line: str, style: str, parts: tuple[str, ...], written: str) -> None:
    label = read_label(line, heading=False)
    assert label is not None
    assert (label.style, label.parts, line[: label.length]) == (style, parts, written)


@pytest.mark.parametrize(
    "line",
    [
        *("", "word", "1 x", "(1 x", "(1. x", "1.x", "2016. x", "1,000 x", "10 - 15 x", "(a x", "(a. x"),
        *("abc) x", "iiii) x", "ab) x", "Article three", "Article 3 of it", "المادة الأخيرة", "المادة 3 من"),
        *("Firstly: x", "First, x", "Word 3", "و نص", "U.S. x"),
    ],
)
def test_what_is_no_number_of_a_paragraph(line: str) -> None:
    assert read_label(line, heading=False) is None


def test_in_a_heading_no_sign_is_needed() -> None:
    for line, parts in {
        "3 Scope": ("3",),
        "Article 3 Scope": ("3",),
        "المادة الثالثة النطاق": ("3",),
    }.items():
        label = read_label(line, heading=True)
        assert label is not None
        assert label.parts == parts
        assert label.certain


def test_two_places_without_a_sign_are_uncertain() -> None:
    label = read_label("2.5 km", heading=False)
    assert label is not None
    assert not label.certain


@given(st.text(alphabet="1٢ivaأ()-–. :المادةـ\u200f", max_size=12))
def test_a_number_is_part_of_its_line(line: str) -> None:
    label = read_label(line, heading=False)
    if label:
        assert 0 < label.length <= len(line)
        assert all(label.parts)

import re
import sys
import unicodedata
from functools import reduce
from operator import or_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.text import normal
from sulh.text.normal import Fold, Normal, fold, normalise
from sulh.text.span import Span

ARABIC = (
    "اأإآٱبتةكکڪىيیؤئءهوﷲﷺﻻﺍﻟﺳﻼﻡﹰﹱﹷ٠١۵۶ـ\u0653\u0654\u0655\u064b\u064e\u0651\u0670\u06d6"
    "\u200c\u200d\u200f\u202b\ufeff\u00ad \n،«»"
)
OTHER = "eéßİŉΐᾴſK\u0345\u0301\u0323\u0307각ᄀ\u1161\u11a8ﾊ\uff9eＡ…″ﬃ½\u09c7\u09be\u0f71\u0f72\u3099か"
texts = st.text() | st.text(st.sampled_from(ARABIC + OTHER)) | st.text(st.sampled_from(ARABIC))
foldings = st.lists(st.sampled_from(list(Fold))).map(lambda folds: reduce(or_, folds, Fold(0)))


def origins(text: str, form: Normal) -> list[str]:
    return [form.origin(Span(at, at + 1)).of(text) for at in range(len(form))]


@given(texts)
def test_no_folds_change_nothing(text: str) -> None:
    form = normalise(text, Fold(0))
    assert form.text == text
    assert origins(text, form) == list(text)


@given(texts)
def test_presentation_is_nfkc(text: str) -> None:
    assert normalise(text, Fold.PRESENTATION).text == unicodedata.normalize("NFKC", text)


@given(texts, foldings)
def test_offsets_never_decrease_and_lie_inside(text: str, folds: Fold) -> None:
    form = normalise(text, folds)
    assert len(form.text) == len(form.starts) == len(form.ends) == len(form)
    assert list(form.starts) == sorted(form.starts)
    assert list(form.ends) == sorted(form.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(form.starts, form.ends, strict=True))


@given(texts, foldings)
def test_normalising_is_idempotent(text: str, folds: Fold) -> None:
    once = normalise(text, folds).text
    assert normalise(once, folds).text == once


@given(texts, foldings)
def test_each_character_is_in_the_normal_form_of_its_origin(text: str, folds: Fold) -> None:
    form = normalise(text, folds)
    for character, origin in zip(form.text, origins(text, form), strict=True):
        assert character in normalise(origin, folds).text


@given(texts, foldings)
def test_folding_agrees_with_normalising(text: str, folds: Fold) -> None:
    assert fold(text, folds) == normalise(text, folds).text
    assert fold(text * 9, folds) == normalise(text * 9, folds).text


@given(texts, foldings, st.data())
def test_origin_of_a_span_covers_the_origins_of_its_characters(
    text: str, folds: Fold, data: st.DataObject
) -> None:
    form = normalise(text, folds)
    end = data.draw(st.integers(0, len(form)))
    start = data.draw(st.integers(0, end))
    origin = form.origin(Span(start, end))
    assert 0 <= origin.start <= origin.end <= len(text)
    assert (origin.start == origin.end) == (start == end)
    for at in range(start, end):
        assert origin.start <= form.starts[at] < form.ends[at] <= origin.end


@pytest.mark.parametrize(
    ("old", "new", "folds"),
    [
        ("ﷲ", "الله", Fold.PRESENTATION),
        ("ﻣﻮﺳﻜﻮ", "موسكو", Fold.PRESENTATION),
        ("هدنــــة", "هدنة", Fold.TATWEEL),
        ("مُفَاوَضَاتٌ", "مفاوضات", Fold.DIACRITICS),
        ("é\u0301", "é\u0301", Fold.DIACRITICS),
        ("\ufeffمی\u200cشود\u200f", "میشود", Fold.INVISIBLE),
        ("أنقرة إلى آستانة ٱلآن", "انقرة الى استانة الان", Fold.ALEF),
        ("ا\u0655ا", "اا", Fold.ALEF | Fold.PRESENTATION),
        ("على ایران", "علي ايران", Fold.YA),
        ("الهدنة", "الهدنه", Fold.TA_MARBUTA),
        ("مسؤول وقائد سماء", "مسوول وقايد سماء", Fold.HAMZA),
        ("کابل ڪتاب", "كابل كتاب", Fold.KAF),
        ("٢٢٥٤ و۱۴۰۲", "2254 و1402", Fold.DIGITS),
        ("Straße", "strasse", Fold.CASE),
        ("الأُمَـم المتّحدة", "الامم المتحده", Fold.SEARCH),
        ("e\u200d\u0301", "é", Fold.LETTER),
    ],
)
def test_folds(old: str, new: str, folds: Fold) -> None:
    assert normalise(old, folds).text == new
    assert fold(old, folds) == new


@pytest.mark.parametrize(
    ("text", "found", "origin"),
    [
        ("في الهُدْنَةِ.", "الهدنه", "الهُدْنَةِ"),
        ("إن\u200f هدنـة\u200f، ", "هدنه", "هدنـة"),
        ("(ﷲ)", "لل", "ﷲ"),
        ("حتّى الآن", "حتي", "حتّى"),
        ("die Straße nach", "strasse", "Straße"),
        ("Straße", "as", "aß"),
        ("e\u200d\u0301t", "é", "e\u200d\u0301"),
    ],
)
def test_origin(text: str, found: str, origin: str) -> None:
    form = normalise(text)
    start = form.text.index(found)
    assert form.origin(Span(start, start + len(found))).of(text) == origin


def test_origin_of_empty_spans() -> None:
    form = normalise("\u200fأَب\u200f")
    assert form.text == "اب"
    assert [form.origin(Span(at, at)) for at in range(3)] == [Span(1, 1), Span(3, 3), Span(4, 4)]
    assert normalise("\u200f").origin(Span(0, 0)) == Span(0, 0)


@pytest.mark.parametrize("span", [Span(-1, 1), Span(0, 4), Span(2, 1)])
def test_origin_outside_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="not within the 3 characters"):
        normalise("abc").origin(span)


def test_ordinary_text_keeps_ranges_instead_of_arrays() -> None:
    assert normalise("قال وزير الخارجية في أنقرة: 3 أيام").starts == range(34)


def test_plain_characters_are_kept_by_nfkc_and_join_nothing_before() -> None:
    plain = re.compile(f"[{normal._PLAIN}]")  # noqa: SLF001 - the table is what is tested
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if plain.match(character):
            assert unicodedata.is_normalized("NFKC", character)
            assert normal._begins(character)  # noqa: SLF001 - the law that makes the table safe


def test_no_composition_reaches_across_a_cluster() -> None:
    for code in range(sys.maxunicode + 1):
        decomposition = unicodedata.decomposition(chr(code)).split()
        if len(decomposition) > 1 and not decomposition[0].startswith("<"):
            second = chr(int(decomposition[1], 16))
            assert not normal._begins(second)  # noqa: SLF001 - the law that clusters rest on

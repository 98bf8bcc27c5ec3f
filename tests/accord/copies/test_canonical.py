import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.accord.copies.two_rivers import ARABIC, ENGLISH, copy

from sulh.accord.copies.canonical import canonical, copy_digest, digest, spelling, tokens

LETTERS = "ابتجدرسعفقكلمنهويةىأإآؤئءabcdefgzABCZ"
DIGITS = "0123456789"
MARKS = ".,;:!?()[]-/%،؛؟٪"
SENTENCES = st.lists(st.text(LETTERS + DIGITS + MARKS, min_size=1, max_size=8), min_size=1, max_size=12).map(
    " ".join
)
BLANKS = st.sampled_from([" ", "  ", "\n", "\u00a0", "\t", " \u200f", "\u202f\u2009", "\r\n"])


@given(SENTENCES, st.data())
def test_any_change_of_one_sign_is_seen(text: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([at for at, char in enumerate(text) if char != " "]))
    new = data.draw(st.sampled_from(LETTERS + DIGITS + MARKS).filter(lambda char: char != text[at]))
    assert canonical(text[:at] + new + text[at + 1 :]) != canonical(text)


@given(SENTENCES, st.data())
def test_other_blanks_change_nothing(text: str, data: st.DataObject) -> None:
    pieces = text.split(" ")
    respaced = "".join(piece + data.draw(BLANKS) for piece in pieces)
    assert canonical(respaced) == canonical(text)
    assert [token for token, _ in tokens(respaced)] == [token for token, _ in tokens(text)]


@given(st.text(LETTERS + DIGITS + MARKS + " \n\u0640\u064e\u0651\u0654\u200f\ufefb\ufe8e٣۴«»“’\u0301"))
def test_the_canonical_text_of_a_canonical_text_is_itself(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
    assert digest(text) == hashlib.sha256(canonical(text).encode()).hexdigest()


@given(SENTENCES, SENTENCES)
def test_tokens_are_equal_where_the_canonical_text_is(one: str, other: str) -> None:
    words = [[token for token, _ in tokens(text)] for text in (one, other, canonical(one))]
    assert (words[0] == words[1]) == (canonical(one) == canonical(other))
    assert words[0] == words[2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﻻ", "لا"),
        ("الـــسلام", "السلام"),
        ("«نص»", '"نص"'),
        ("it’s", "it's"),
        ("آ", "ا\u0653"),
        ("أ", "ا\u0654"),
        ("١٢ و۳", "12 و3"),
        ("كُتِبَ", "كتب"),
        ("\ufe70ب", "ب"),
        ("ﬁre", "fire"),
        ("Ｆｉｒｅ", "Fire"),
        ("نص ، نص", "نص، نص"),
        ("(a) (b)", "( a )(b)"),
    ],
)
def test_what_is_folded(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "على"),
        ("مدرسة", "مدرسه"),
        ("إن", "أن"),
        ("إن", "ان"),
        ("مسؤول", "مسوول"),
        ("ى\u0654", "ى"),
        ("Party", "party"),
        ("1,2", "1, 2"),
        ("in to", "into"),
        ("10²", "102"),
        ("½", "1/2"),
        ("café", "cafe"),
        ("'x'", '"x"'),
        ("٫", "."),
        ("ک", "ك"),
    ],
)
def test_what_counts(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
    assert digest(one) != digest(other)


def test_spelling_keeps_vowel_signs_and_digits() -> None:
    assert spelling("كُتِبَ ١") == "كُتِبَ ١"
    assert spelling("كتـب  1") == "كتب 1"


def test_tokens_know_where_they_stand() -> None:
    text = "كـتب ١٬٠٠٠ جندي، 31. 12. 2030"
    assert [(token, span.of(text)) for token, span in tokens(text)] == [
        ("كتب", "كـتب"),
        ("1٬000", "١٬٠٠٠"),
        ("جندي", "جندي"),
        ("،", "،"),
        ("31. 12. 2030", "31. 12. 2030"),
    ]


@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_the_digest_of_a_copy_follows_from_its_words(text: str) -> None:
    mine = copy_digest(copy(text))
    assert copy_digest(copy(unicodedata.normalize("NFD", text), "another name")) == mine
    assert copy_digest(copy(text.replace("{#aid}", "{#help}"))) == mine
    assert copy_digest(copy(text.replace("Article 4", "Article 7").replace("المادة 4", "المادة 7"))) != mine
    assert copy_digest(copy(text.replace("45", "54"))) != mine

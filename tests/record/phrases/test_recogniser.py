from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.record.lexicon import arabic
from sulh.record.phrases.recogniser import Phrase, Phrases, is_definite, is_mark
from sulh.record.words import passage
from sulh.text.span import Span

Recognise = Callable[[str], Phrases]
WORDS = st.sampled_from((Path(__file__).parents[1] / "data" / "words.txt").read_bytes().decode().split(" "))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("الوزير سالم الوادي الثلاثاء", "الوزير سالم الوادي"),
        ("الوزير، سالم الوادي، في الجلسة", "الوزير، سالم الوادي"),
        ("الوزير، في مؤتمر صحفي", "الوزير"),
        ("الوزير، ،", "الوزير"),
        ("سالم، وزير الري", "سالم، وزير الري"),
        ("سالم الوادي عن كيفية", "سالم الوادي"),
        ("الوزير على ذلك", "الوزير"),
        ("متحدث باسم المجلس", "متحدث باسم المجلس"),
        ("مسؤولون عن اعتقادهم", "مسؤولون"),
        ("الوزير رفض", "الوزير"),
        ("الوزير لصحيفة الضفاف", "الوزير"),
        ("الوزير ل«الضفاف»", "الوزير"),
        ("الوزير من جهته", "الوزير"),
        ("صحيفة «الضفاف» النهرية", "صحيفة «الضفاف» النهرية"),
        ("صحيفة «هذا كلام طويل لا يمكن أن يكون اسم صحيفة» النهرية", "صحيفة"),
        ("كي.بي الدولية", "كي.بي الدولية"),
        ("الوزير الذي عاد", "الوزير"),
        ("في الجلسة", ""),
        ("ل", ""),
    ],
)
def test_an_open_phrase_ends_before_an_adverbial(recognise: Recognise, text: str, phrase: str) -> None:
    phrases = recognise(text)
    assert phrases.passage.slice(0, phrases.subject_end(0, len(phrases.passage))) == phrase


def test_a_name_is_known_where_a_title_stands_with_it(recognise: Recognise) -> None:
    phrases = recognise("الوزير سالم الوادي. قال الوادي إن سهلا غاب عن بيرو")
    forms = list(phrases.passage.forms)
    at = forms.index("الوادي", 4)
    assert phrases.is_known_name(at, at + 1)
    assert phrases.is_known_name(len(forms) - 1, len(forms))
    assert not phrases.is_known_name(forms.index("سهلا"), forms.index("سهلا") + 1)


@pytest.mark.parametrize(("text", "word"), [("على علي", 1), ("محمد علي", 1), ("بان كي", 0), ("عبد الملك", 1)])
def test_a_name_that_spells_a_function_word_is_free(recognise: Recognise, text: str, word: int) -> None:
    assert recognise(text).classes[word] == 0


def test_the_preposition_keeps_its_class(recognise: Recognise) -> None:
    assert recognise("علي ذلك").classes[0]


def test_a_possessive_pronoun_is_told_from_a_feminine_ending(recognise: Recognise) -> None:
    phrases = recognise("استعدادها استعدادة اسمه الكتابه")
    assert [phrases.is_owned(i) for i in range(4)] == [True, False, False, False]


def test_a_preposition_is_taken_off_a_name(recognise: Recognise) -> None:
    phrases = recognise("لوزارة الري للبيان سالم  الوادي")
    assert phrases.name_text(Phrase(0, 2)) == "وزارة الري"
    assert phrases.name_text(Phrase(2, 3)) == "البيان"
    assert phrases.name_text(Phrase(3, 5)) == "سالم الوادي"
    assert phrases.class_after_l("لا") == 0


def test_marks_and_definite_words() -> None:
    assert is_mark("،")
    assert not is_mark("نهر")
    assert is_definite("النهر")
    assert not is_definite("الا")


@given(st.lists(WORDS, max_size=25))
def test_any_words_can_be_taken_apart(words: list[str]) -> None:
    text = " ".join(words)
    phrases = Phrases(passage(text, (Span(0, len(text)),)), arabic(), {})
    size = len(phrases.passage)
    for start in range(size):
        for end in (phrases.subject_end(start, size), phrases.subject_end(start, size, before_noun=True)):
            assert start <= end <= size
        found = phrases.analyse(Phrase(start, size))
        assert start <= found.name.start < found.name.end <= size

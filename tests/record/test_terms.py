from hypothesis import given
from hypothesis import strategies as st

from sulh.record.lexicon import arabic
from sulh.record.terms import forms_of, terms, without_prefix

CONCEPTS = (frozenset({"مفاوضات", "محادثات"}),)


def test_words_of_one_concept_are_one_term() -> None:
    lexicon = arabic()
    assert terms("المفاوضات", lexicon, CONCEPTS) == terms("بالمحادثات", lexicon, CONCEPTS)
    assert terms("الجسور، في التي", lexicon, CONCEPTS) == {"جسور"}
    assert terms("هيئاتها", lexicon, ()) == terms("الهيئات", lexicon, ())


def test_prefixes_are_taken_off_while_a_word_remains() -> None:
    assert without_prefix("وبالجسر") == "جسر"
    assert without_prefix("له") == "له"


@given(st.text(max_size=60))
def test_words_hold_no_marks(text: str) -> None:
    assert all(word for word in forms_of(text))
    assert all(terms(text, arabic(), CONCEPTS))

import pytest

from sulh.record.lexicon import WordClass, arabic


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "feminine", "plural"),
    [
        ("قال", "قال", "past", False, False),
        ("وقالت", "قال", "past", True, False),
        ("يقولون", "قال", "present", False, True),
        ("سيعلن", "اعلن", "present", False, False),
        ("مشيرا", "اشار", "participle", False, False),
        ("نفت", "نفي", "past", True, False),
        ("بقولها", "قال", "noun", True, False),
    ],
)
def test_forms_of_a_verb_are_cues(form: str, lemma: str, tense: str, feminine: bool, plural: bool) -> None:  # noqa: FBT001 - the features
    cue = arabic().cue(form)
    assert cue is not None
    assert (cue.verb.lemma, cue.tense, cue.feminine, cue.plural) == (lemma, tense, feminine, plural)


def test_other_words_are_none() -> None:
    lexicon = arabic()
    assert lexicon.cue("نهر") is None
    assert lexicon.cue("نقلا") is None
    assert lexicon.word_class("نهر") == 0
    assert lexicon.word_class("") == 0


def test_a_conjunction_is_looked_through() -> None:
    lexicon = arabic()
    assert lexicon.word_class("ووزير") & WordClass.TITLE
    assert lexicon.word_class("وزير") == lexicon.word_class("ووزير")


def test_a_state_is_known_by_its_names_capital_and_adjective() -> None:
    lexicon = arabic()
    state = lexicon.states["بيرو"]
    assert state.title == "بيرو"
    assert lexicon.states["ليما"] is state
    assert lexicon.adjectives["البيروفيه"] is state
    assert lexicon.adjectives["الكوري الجنوبي"] is lexicon.states["سيول"]


def test_every_list_is_folded() -> None:
    for words in arabic().words.values():
        assert words
        assert not any(mark in word for word in words for mark in "أإآىة")

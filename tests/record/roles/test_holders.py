from collections.abc import Callable

import pytest

from sulh.case.statement import SpeakerKind, Statement
from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.roles.holders import (
    adjective_states,
    following,
    holders,
    home_state,
    leading,
    spelling,
    states_before,
)

Recognise = Callable[[str], Phrases]


def _statement(speaker: str, kind: SpeakerKind, role: str | None = None) -> Statement:
    return Statement("s1", "a", speaker, kind, "", "indirect", "affirm", role=role)


NOBODY = _statement("سالم الوادي", "person")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("بيرو وكوبا", ("بيرو", "كوبا")),
        ("كوريا الجنوبية", ("كوريا الجنوبية",)),
        ("حركة الضفة", ("حركة الضفة",)),
        ("الوزير سالم الوادي", ("سالم الوادي",)),
        ("، حركة الضفة ،", ("حركة الضفة",)),
        ("ممثلين عن حركة الضفة", ("حركة الضفة",)),
        ("هذه الدول", ("بيرو", "كوبا")),
        ("بلاده وكوبا", ()),
        ("التقرير", ()),
        ("كلام كثير", ()),
        ("،", ()),
    ],
)
def test_a_phrase_names_holders(recognise: Recognise, text: str, names: tuple[str, ...]) -> None:
    phrases = recognise(text)
    found = holders(phrases, NOBODY, Phrase(0, len(phrases.passage)), ("بيرو", "كوبا"))
    assert found == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("المرفأ والجزيرة", ("المرفأ", "الجزيرة")),
        ("المرفأ الجزيرة", ()),
        ("الجميع", ()),
        ("المرفأ وكلام", ()),
    ],
)
def test_names_that_no_list_knows_are_taken_where_the_phrase_is_plainly_an_actor(
    recognise: Recognise, text: str, names: tuple[str, ...]
) -> None:
    phrases = recognise(text)
    whole = Phrase(0, len(phrases.passage))
    assert holders(phrases, NOBODY, whole, (), plainly=True) == names


def test_his_country_is_the_state_that_the_speaker_serves(recognise: Recognise) -> None:
    phrases = recognise("بلاده وكوبا وبيرو")
    minister = _statement("سالم الوادي", "person", "وزير الري البيروفي")
    assert holders(phrases, minister, Phrase(0, 2), ()) == ("بيرو", "كوبا")
    assert home_state(phrases, _statement("كوبا", "state")) == "كوبا"
    assert home_state(phrases, NOBODY) is None
    assert home_state(recognise("هنا"), minister) == "بيرو"


def test_a_state_is_spelt_as_the_text_spells_it(recognise: Recognise) -> None:
    assert spelling(recognise("بين ايران وغيرها"), ("ايران",)) == "ايران"
    assert spelling(recognise("مع كوريا الجنوبيه"), ("كوريا الجنوبيه",)) == "كوريا الجنوبيه"
    assert spelling(recognise("هنا"), ("بيرو",)) is None


def test_where_a_holder_stands(recognise: Recognise) -> None:
    phrases = recognise("، حركة الضفة والمرفأ غادرت مع بيرو وكوبا بلادها وبيرو في هذه الدول")
    size = len(phrases.passage)
    forms = list(phrases.passage.forms)
    assert leading(phrases, 0, size) == Phrase(1, 4)
    assert leading(phrases, forms.index("مع"), size).end == forms.index("مع")
    assert leading(phrases, forms.index("هذه"), size) == Phrase(forms.index("هذه") + 1, size)
    country = forms.index("بلادها")
    assert states_before(phrases, 0, country) == Phrase(forms.index("بيرو"), country)
    assert following(phrases, country, size) == Phrase(country, country + 2)
    assert following(phrases, forms.index("غادرت"), size).end == forms.index("غادرت")
    assert following(phrases, size, size) == Phrase(size, size)
    assert following(phrases, 1, size).start == 1


def test_an_adjective_names_a_state(recognise: Recognise) -> None:
    assert list(adjective_states(recognise("بيروفية جيدة"), Phrase(0, 2))) == ["بيرو"]

import pytest

from sulh.record.lexicon import arabic
from sulh.record.speakers.offices import Office, office
from sulh.text.normal import fold


def _office(text: str) -> Office:
    return office([fold(word) for word in text.split()], arabic())


def test_an_office_holds_words_and_states() -> None:
    found = _office("وزير الداخلية البيروفي ، السابق")
    assert found.head == "وزير"
    assert found.words == frozenset({"وزير", "داخليه", "سابق"})
    assert len(found.states) == 1
    assert _office("سفير كوريا الجنوبية").states == _office("السفير الكوري الجنوبي").states
    assert _office("") == Office("", frozenset(), frozenset())


@pytest.mark.parametrize(
    ("short", "full", "likeness"),
    [
        ("الوزير", "وزير الداخلية", 3),
        ("الوزير البيروفي", "وزير داخلية بيرو", 3),
        ("الوزير البيروفي", "وزير الداخلية", 1),
        ("الوزير الكوبي", "وزير داخلية بيرو", 0),
        ("الوزير البيروفي المنتهية ولايته", "وزير داخلية بيرو", 1),
        ("المتحدثة باسم الشرطة", "المتحدثة", 1),
        ("المفتي", "وزير الداخلية", 0),
    ],
)
def test_a_short_office_may_mean_a_full_one(short: str, full: str, likeness: int) -> None:
    assert _office(short).likeness(_office(full)) == likeness

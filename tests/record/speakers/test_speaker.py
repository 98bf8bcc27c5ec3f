import pytest

from sulh.record.lexicon import WordClass, arabic
from sulh.record.speakers.speaker import Speaker, is_feminine, is_plural


@pytest.mark.parametrize(
    ("feminine", "plural", "agrees"),
    [(True, False, True), (False, False, False), (None, None, True), (True, True, False)],
)
def test_a_verb_agrees_with_its_subject(feminine: bool | None, plural: bool | None, agrees: bool) -> None:  # noqa: FBT001 - the features
    speaker = Speaker("وزارة الري", "organisation", feminine=True, plural=False)
    assert speaker.agrees(feminine=feminine, plural=plural) == agrees
    assert Speaker("سالم", "person").agrees(feminine=feminine, plural=plural)


def test_gender_shows_in_the_first_word() -> None:
    lexicon = arabic()
    assert is_feminine("نهر", 0, "state", lexicon)
    assert is_feminine("وزاره", WordClass.BODY, "organisation", lexicon)
    assert is_feminine("مصادر", WordClass.ANONYMOUS, "anonymous", lexicon)
    assert is_feminine("وزير", WordClass.TITLE, "person", lexicon) is False
    assert is_feminine("سالم", 0, "person", lexicon) is None


def test_number_shows_in_persons() -> None:
    lexicon = arabic()
    assert is_plural("مسوولون", "anonymous", lexicon)
    assert is_plural("شهود", "anonymous", lexicon)
    assert is_plural("مصدر", "anonymous", lexicon) is False
    assert is_plural("حركه", "organisation", lexicon) is None

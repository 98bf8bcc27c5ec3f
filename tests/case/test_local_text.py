from sulh.case.local_text import LocalText

TITLE = LocalText((("ar", "النهران"), ("en", "Two rivers")))


def test_the_wording_asked_for_or_the_first() -> None:
    assert TITLE.within("en") == "Two rivers"
    assert TITLE.within("fr") == "النهران"
    assert TITLE.languages() == ("ar", "en")

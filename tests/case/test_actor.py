from sulh.case import Actor, Name


def test_label() -> None:
    actor = Actor(
        "upland", "body", (Name("المرتفعات", "ar"), Name("Uplands", "en"), Name("Upland Front", "en"))
    )
    assert [actor.label(language) for language in ("ar", "en", "fr")] == ["المرتفعات", "Uplands", "المرتفعات"]

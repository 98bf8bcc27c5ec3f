from datetime import date

from sulh.case import Actor, Name, Validity, When


def test_label() -> None:
    actor = Actor(
        "upland", "body", (Name("المرتفعات", "ar"), Name("Uplands", "en"), Name("Upland Front", "en"))
    )
    assert [actor.label(language) for language in ("ar", "en", "fr")] == ["المرتفعات", "Uplands", "المرتفعات"]


def test_a_label_of_a_day_is_a_name_of_that_day_in_the_language_or_else_any() -> None:
    spring = When(date(2031, 4, 1), date(2031, 4, 30))
    actor = Actor(
        "upland",
        "body",
        (
            Name("Upland Front", "en", Validity(ends=spring)),
            Name("Upland Army", "en", Validity(begins=spring)),
            Name("المرتفعات", "ar", Validity(ends=spring)),
        ),
    )
    days = (date(2031, 3, 31), date(2031, 4, 15), date(2031, 5, 1), None)
    assert [actor.label("en", day) for day in days] == [
        "Upland Front", "Upland Front", "Upland Army", "Upland Front",
    ]  # fmt: skip
    assert actor.label("ar", date(2031, 5, 1)) == "المرتفعات"

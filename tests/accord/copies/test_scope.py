import pytest

from sulh.accord.copies.scope import actors, exclusions, lists, named

KNOWN = actors(
    {
        "low": ["Lowland Region", "إقليم السهل"],
        "harbour": ["State of Harbour", "دولة المرفأ"],
        "river": ["River Authority", "هيئة النهر"],
    }
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Lowland Region and the State of Harbour agree.", ["Lowland Region", "State of Harbour"]),
        ("the Lowland alone", ["Lowland"]),
        ("a river, low land and harbour defence", []),
        ("للسهل وللمرفأ وهيئة النهر", ["للسهل", "وللمرفأ", "وهيئة النهر"]),
        ("the Northern Front and the army", ["Northern Front"]),
        ("The Front of the Hills", []),
        ("جبهة الشمال ولواء أحرار الجسر", ["جبهة الشمال", "ولواء أحرار الجسر"]),
        ("جبهة واسعة", []),
    ],
)
def test_who_is_named(text: str, names: list[str]) -> None:
    assert [feature.span.of(text) for feature in named(text, KNOWN)] == names


@pytest.mark.parametrize(
    ("text", "without", "words", "many"),
    [
        ("All, except A, B and C, agree.", True, "except A, B and C, agree", 4),
        ("It does not apply to the Front; it begins.", True, "does not apply to the Front", 1),
        ("Forces, including scouts, leave.", False, "including scouts, leave", 2),
        ("The truce holds. A and B are excluded from it.", True, " A and B are excluded from", 2),
        ("يسري ما عدا القرى حتى الغد", True, "ما عدا القرى", 1),
        ("تستثنى منه جبهة الشمال ولواء الجسر.", True, "تستثنى منه جبهة الشمال ولواء الجسر", 2),
        ("بما في ذلك المعابر", False, "بما في ذلك المعابر", 1),
    ],
)
def test_who_is_left_out(text: str, without: bool, words: str, many: int) -> None:  # noqa: FBT001 - an expected value
    (found,) = exclusions(text)
    assert (found.without, found.span.of(text), found.many) == (without, words, many)


def test_one_exclusion_ends_where_the_next_begins() -> None:
    text = "all except A but including B"
    assert [found.span.of(text) for found in exclusions(text)] == ["except A but", "including B"]


def test_groups_beside_each_other_are_a_list() -> None:
    text = "Northern Front, Bridge Brigade and the Dawn Movement met; later the Hill Army joined."
    found = lists(text, named(text, {}))
    assert [span.of(text) for span in found] == ["Northern Front, Bridge Brigade and the Dawn Movement"]

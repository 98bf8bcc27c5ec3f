from collections.abc import Callable

import pytest

Frames = Callable[[str], list[dict[str, object]]]

WAY = "الطريق مفتوح"
BRIDGE = ("وكالة الجسر",)


@pytest.mark.parametrize(
    ("text", "construction", "parts"),
    [
        (f"نقلت وكالة الجسر عن الوزير قوله إن {WAY}.", "relay/that", ("قوله", "الوزير", BRIDGE)),
        (f"نقلت وكالة الجسر عن مصدر عسكري أن {WAY}.", "relay/that", ("نقلت", "مصدر عسكري", BRIDGE)),
        (f"نقلت وكالة الجسر عن الوزير قوله: «{WAY}».", "relay/colon", ("قوله", "الوزير", BRIDGE)),
        (f"ونقل عن الوزير قوله إن {WAY}.", "relay/that", ("قوله", "الوزير", ())),
        (f"ونقلت عنه وكالة الجسر قوله إن {WAY}.", "relay/that", ("قوله", None, ())),
        (f"نقلت وكالة الجسر عن الوزير تأكيده {WAY}.", "relay/colon", ("نقلت", "الوزير", BRIDGE)),
    ],
)
def test_who_said_it_and_who_passes_it_on(
    frames: Frames, text: str, construction: str, parts: tuple[str, str | None, tuple[str, ...]]
) -> None:
    (found,) = frames(text)
    assert found["construction"] == construction
    assert (found["cue"], found["subject"], found["relays"]) == parts
    assert found["content"] == WAY


def test_only_the_verbal_noun_shows_agreement(frames: Frames) -> None:
    found = frames(f"نقلت وكالة الجسر عن الوزيرة قولها إن {WAY}. نقلت الوكالة عن مصدر أن {WAY}.")
    assert [one["agrees"] for one in found] == [(True, False), (None, None)]


def test_time_and_addressee_stand_on_either_side_of_the_noun(frames: Frames) -> None:
    before, after = frames(
        f"نقلت وكالة الجسر عن الوزير قوله لقناة الضفاف الثلاثاء إن {WAY}. "
        f"ونقلت وكالة الجسر الثلاثاء عن الوزير قوله إن {WAY}."
    )
    assert (before["addressee"], before["said"]) == ("الضفاف", "الثلاثاء")
    assert after["said"] == "الثلاثاء"


@pytest.mark.parametrize(
    "text",
    [
        "نقلت الشاحنة الصناديق.",
        "نقلت الشاحنة الصناديق عن الطريق.",
        "نقلت وكالة الجسر عن الوزير قوله ذلك.",
        "نقلت وكالة الجسر عن الوزير تأكيده.",
        "نقلت وكالة الجسر عن الوزير قوله: ...",
    ],
)
def test_what_relays_nothing(frames: Frames, text: str) -> None:
    assert frames(text) == []

from collections.abc import Callable

import pytest

Frames = Callable[[str], list[dict[str, object]]]

WAY = "الطريق مفتوح"


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "relays", "kind"),
    [
        (f"نقلت وكالة الجسر عن الوزير قوله إن {WAY}.", "قوله", "الوزير", ("وكالة الجسر",), "that"),
        (f"نقلت وكالة الجسر عن مصدر عسكري أن {WAY}.", "نقلت", "مصدر عسكري", ("وكالة الجسر",), "that"),
        (f"نقلت وكالة الجسر عن الوزير قوله: «{WAY}».", "قوله", "الوزير", ("وكالة الجسر",), "colon"),
        (f"ونقل عن الوزير قوله إن {WAY}.", "قوله", "الوزير", (), "that"),
        (f"ونقلت عنه وكالة الجسر قوله إن {WAY}.", "قوله", None, (), "that"),
        (f"نقلت وكالة الجسر عن الوزير تأكيده {WAY}.", "نقلت", "الوزير", ("وكالة الجسر",), "colon"),
    ],
)
def test_who_said_it_and_who_passes_it_on(  # noqa: PLR0913, PLR0917 - the parts of a relay
    frames: Frames, text: str, cue: str, speaker: str | None, relays: tuple[str, ...], kind: str
) -> None:
    (found,) = frames(text)
    assert found["construction"] == f"relay/{kind}"
    assert (found["cue"], found["subject"], found["relays"]) == (cue, speaker, relays)
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

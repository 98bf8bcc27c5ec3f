from collections.abc import Callable

import pytest

from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.speakers.joint import members

Recognise = Callable[[str], Phrases]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("بيرو وكوبا", ["بيرو", "وكوبا"]),
        ("بيرو، تشيلي وكوبا", ["بيرو", "تشيلي", "وكوبا"]),
        ("بيرو وكوبا وتشيلي", ["بيرو", "وكوبا", "وتشيلي"]),
        ("وزيرا الري النهري سالم الوادي والجبلي كريم السهلي", None),
        (
            "وزيرا الري الروسي سالم الوادي والتركي كريم السهلي",
            ["وزيرا الري الروسي سالم الوادي", "والتركي كريم السهلي"],
        ),
        (
            "وزير الري سالم الوادي ووزير النقل كريم السهلي",
            ["وزير الري سالم الوادي", "ووزير النقل كريم السهلي"],
        ),
        ("وزير الري ووزير النقل", None),
        ("حركة الضفة وحركة الساحل", ["حركة الضفة", "وحركة الساحل"]),
        ("وزارة الري والشؤون المائية", None),
        ("الحكومة النهرية والمعارضة", ["الحكومة النهرية", "والمعارضة"]),
        ("وزارة «الري والنقل»", None),
        ("سالم الوادي", None),
    ],
)
def test_joined_speakers_are_told_apart(recognise: Recognise, text: str, parts: list[str] | None) -> None:
    phrases = recognise(text)
    found = members(phrases, Phrase(0, len(phrases.passage)))
    assert [phrases.passage.slice(*part) for part in found] == (parts or [text])

from collections.abc import Callable

import pytest

Frames = Callable[[str], list[dict[str, object]]]

WAY = "الطريق مفتوح"


@pytest.mark.parametrize(
    ("text", "cue", "document", "kind"),
    [
        (f"وجاء في البيان أن {WAY}.", "وجاء", "البيان", "that"),
        (f"ثم وورد في تقرير الهيئة: «{WAY}».", "وورد", "تقرير الهيئة", "colon"),
    ],
)
def test_what_a_document_says(frames: Frames, text: str, cue: str, document: str, kind: str) -> None:
    (found,) = frames(text)
    assert found["construction"] == f"document/{kind}"
    assert (found["cue"], found["subject"], found["content"]) == (cue, document, WAY)
    assert found["agrees"] == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "جاء في الصباح.",
        "جاء في",
        "جاء في البيان.",
        "جاء في البيان أن ...",
        f"جاء إلى البيان أن {WAY}.",
        f"كل السفن التي وردت في التقرير ثم غادرت لأن {WAY}.",
        f"الأنباء التي وردت في التقرير أن {WAY}.",
    ],
)
def test_what_stands_in_no_document(frames: Frames, text: str) -> None:
    assert frames(text) == []

"""The form of `sulh read --json`."""

import json
from datetime import date

from sulh.record import plain, read_text

TEXT = "أعلنت وزارة الري النهرية، الثلاثاء، أن بلدة المرفأ ستستضيف محادثات الضفتين في 5 أيار/مايو 2031."


def test_every_field_of_the_contract_is_there() -> None:
    reading = read_text(TEXT, path="a.txt", published=date(2031, 4, 1))
    data = plain.data(reading)
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
    assert data["audience"] == "public"
    assert data["document"] == {
        "path": "a.txt", "language": "ar", "title": None, "outlet": None, "published": "2031-04-01",
        "credited": [], "body": [0, len(TEXT)],
    }  # fmt: skip
    (one,) = data["statements"]
    assert set(one) == {
        "id", "speaker", "kind", "role", "mention", "cue", "content", "text", "form", "polarity", "via",
        "addressee", "when", "denies", "dates", "confidence", "construction",
    }  # fmt: skip
    assert one["when"] == {"text": "الثلاثاء", "date": "2031-04-01"}
    assert [(d["from"], d["to"]) for d in one["dates"]] == [("2031-05-05", "2031-05-05")]
    assert TEXT[slice(*one["content"][0])] == one["text"]
    assert TEXT[slice(*one["cue"])] == "أعلنت"
    assert TEXT[slice(*one["mention"])] == one["speaker"]
    role = next(role for role in data["roles"] if role["role"] == "host")
    assert set(role) >= {"actor", "role", "asserted", "modality", "claimed_by", "self", "in", "statement"}
    assert role["modality"] == "prospective"
    speaker = next(actor for actor in data["actors"] if actor["name"] == one["speaker"])
    assert speaker["mentions"] == [one["mention"]]
    assert set(speaker) == {"name", "kind", "role", "affiliation", "mentions"}


def test_the_text_is_there_only_where_offsets_need_it() -> None:
    reading = read_text(TEXT)
    assert "text" not in plain.data(reading)["document"]
    assert plain.data(reading, text=TEXT)["document"]["text"] == TEXT


def test_a_notice_is_told() -> None:
    (notice,) = plain.data(read_text("The ministry said that it was so.", language="en"))["notices"]
    assert "'en'" in notice

import json
from dataclasses import replace
from datetime import date

from sulh.brief.content import Content
from sulh.brief.positions import sheet
from sulh.brief.positions_as_json import data
from sulh.case import Issue, LocalText, Option, Position, When

DAY = date(2031, 4, 1)


def test_every_field_is_plain(content: Content) -> None:
    title = LocalText((("ar", "المحادثات"), ("en", "The talks")))
    options = (Option("open", title), Option("closed"))
    taken = (
        Position("lowland", "talks", "accepts", "open", statement="english#s2"),
        Position("upland", "talks", "silent", said=When.on(DAY)),
        Position(
            "upland", "talks", "rejects", proposes=title, statement="english#s3", said=When.on(date.max)
        ),
        Position("upland", "water", "rejects", statement="english#s9"),
    )
    issues = (Issue("talks", options, title), Issue("water", ()))
    content = replace(content, case=replace(content.case, issues=issues, positions=taken))
    found = data(content, sheet(content))
    assert json.loads(json.dumps(found)) == found
    assert {key: found[key] for key in ("audience", "language", "as_of", "actors", "left_out")} == {
        "audience": "public",
        "language": "en",
        "as_of": None,
        "actors": ["lowland", "upland"],
        "left_out": [],
    }
    talks, water = found["rows"]
    assert (talks["kind"], talks["id"], talks["title"]["en"]) == ("issue", "talks", "The talks")
    assert talks["options"] == [
        {"id": "open", "title": {"ar": "المحادثات", "en": "The talks"}},
        {"id": "closed", "title": None},
    ]
    assert (talks["last_changed"], water["last_changed"], water["title"]) == ("9999-12-31", None, None)
    lowland, upland = talks["cells"]
    (accepts,) = lowland["positions"]
    assert (accepts["stance"], accepts["option"], accepts["when"]) == ("accepts", "open", "2031-04-02")
    assert accepts["statement"]["content"] == [[97, 116]]
    (denied,) = accepts["denied_by"]
    assert (denied["aspect"], denied["statement"]["id"]) == ("knowledge", "english#s3")
    (rejects,), (silent,) = upland["positions"], upland["history"]
    assert rejects["proposes"] == {"ar": "المحادثات", "en": "The talks"}
    assert rejects["statement"]["denies"] == [{"statement": "english#s2", "aspect": "knowledge"}]
    assert (silent["stance"], silent["statement"], silent["handling"]) == ("silent", None, "public")
    assert water["cells"][0] == {"actor": "lowland", "last_changed": None, "positions": [], "history": []}
    (lost,) = water["cells"][1]["positions"]
    assert (lost["reference"], lost["statement"], lost["when"]) == ("english#s9", None, None)
    assert [held["reference"] for held in data(content, sheet(content, DAY))["left_out"]] == ["english#s9"]

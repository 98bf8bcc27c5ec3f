import json
from dataclasses import replace
from datetime import date
from typing import Any

from sulh.brief import as_json, page
from sulh.brief.content import Content
from sulh.case import Handling
from sulh.case.statement import Mention


def data(content: Content) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(as_json.data(content, page(content)), ensure_ascii=False))
    return plain


def test_the_frame(content: Content) -> None:
    found = data(replace(content, audience=Handling("process"), since=date(2031, 4, 1), language="ar"))
    sections = found.pop("sections")
    assert found == {
        "audience": "process",
        "title": {"ar": "نهران", "en": "Two rivers"},
        "language": "ar",
        "period": {"from": "2031-03-01", "until": "2031-09-30"},
        "since": "2031-04-01",
    }
    assert list(sections) == [
        "roles", "adherence", "contested", "instruments", "presence", "statements", "timeline", "dispatches",
    ]  # fmt: skip


def test_a_statement_has_the_fields_of_a_reading(content: Content) -> None:
    first, *rest = content.statements
    dated = replace(first, dates=(Mention("in May", date(2031, 5, 1), None),))
    found = data(replace(content, statements=(dated, *rest)))["sections"]["statements"]
    texts = {d.id: d.text for d in content.case.dispatches}
    for statement in found:
        for start, end in statement["content"]:
            assert texts[statement["document"]][start:end] == statement["text"]
    assert found[0]["dates"] == [{"text": "in May", "from": "2031-05-01", "to": None}]
    assert found[2]["denies"] == [{"statement": "english#s2", "aspect": "knowledge"}]
    assert found[2]["when"] == {"text": "on Tuesday", "date": "2031-04-01"}
    assert found[3]["published"] is None
    assert [s["number"] for s in found] == [1, 2, 3, 4, 5]
    fields = {
        "id", "speaker", "kind", "role", "mention", "cue", "content", "text", "form", "polarity", "via",
        "addressee", "when", "denies", "dates", "confidence", "construction",
    }  # fmt: skip
    assert fields <= set(found[0])


def test_roles_contests_and_timeline(content: Content) -> None:
    sections = data(content)["sections"]
    (meeting, truce, channel, nowhere) = sections["roles"]
    assert [p["in"] and p["in"]["text"] for p in sections["roles"]] == [
        "first-round", "truce", "the back channel", None,
    ]  # fmt: skip
    assert truce["seats"][0]["denied"][0]["claimed_by"] == "upland"
    assert truce["seats"][0]["asserted"][0]["from"] == "2031-06-01"
    assert truce["seats"][0]["asserted"][0]["assumed"] is True
    mediator = next(seat for seat in meeting["seats"] if seat["role"] == "mediator")
    assert mediator["no_word_from"] == ["harbour", "upland"]
    assert mediator["asserted"][0]["statement"] == "english#s1"
    assert channel["seats"][0]["asserted"][0]["said"] is None
    answers = [seat["answers"] for seat in nowhere["seats"] if seat["role"] == "participant"]
    assert answers == [[{"statement": "english#s3", "aspect": "knowledge"}]]
    assert sections["contested"]["statements"] == [
        {"claim": "english#s2", "denial": "english#s3", "aspect": "knowledge"},
        {"claim": None, "denial": "statements.toml#call", "aspect": None},
    ]
    assert [d["role"] for d in sections["contested"]["roles"]] == ["participant", "guarantor"]
    assert len(sections["contested"]["adherence"]) == 1
    (instrument,) = sections["instruments"]
    assert (instrument["id"], instrument["kind"], instrument["when"]) == ("truce", "agreement", "2031-06-01")
    assert instrument["paragraphs"] == [
        {"number": "2", "summary": {"ar": "يتوقف إطلاق النار", "en": "Fire ceases"}}
    ]
    (presence,) = sections["presence"]
    assert [presence[key] for key in ("actor", "area", "by", "from", "until")] == [
        "upland", "East bank", "lowland", "2031-04-02", None,
    ]  # fmt: skip
    assert presence["sources"][0]["reference"] == "english"
    assert sections["timeline"][0]["statements"] == ["english#s3"]
    assert {e["kind"] for e in sections["timeline"]} == {
        "meeting", "instrument", "role", "adherence", "statement",
    }  # fmt: skip
    assert [d["id"] for d in sections["dispatches"]] == ["english", "arabic"]

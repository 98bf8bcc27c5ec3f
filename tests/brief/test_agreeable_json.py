import json
from dataclasses import replace
from typing import Any

import pytest
from tests.brief.talks import BLOCKED, OPEN, negotiation

from sulh.brief import as_json, page
from sulh.brief.agreeable import Unanswered, answer
from sulh.brief.assumed import Assumed
from sulh.brief.content import Content
from sulh.case import Handling


def sections(content: Content, text: str = OPEN, audience: str = "mediator") -> dict[str, Any]:
    found = answer(negotiation(text), Assumed(("upland",)))
    given = replace(content, audience=Handling(audience), negotiation=found)
    plain: dict[str, Any] = json.loads(json.dumps(as_json.data(given, page(given))))["sections"]
    return plain


def test_it_has_the_fields_of_deals_and_what_the_page_shows(content: Content) -> None:
    found = sections(content)["agreeable"]
    assert (found["audience"], found["packages"], found["acceptable"]) == ("mediator", "4", "3")
    assert [point["utilities"] for point in found["frontier"]] == [["10", "3"], ["6", "6"]]
    assert found["solutions"]["utilitarian"]["utilities"] == ["10", "3"]
    assert (found["unanswered"], found["blocked_by"]) == (None, None)
    assert found["ideals"] == ["10", "6"]
    assert found["assumed"] == {"parties": ["upland"], "frame": False}
    assert found["axes"] == ["lowland", "upland"]
    assert found["table"] == {
        "points": [
            {"utilities": ["10", "3"], "example": {"scope": "wide", "watch": "joint"}},
            {"utilities": ["6", "6"], "example": {"scope": "wide", "watch": "none"}},
        ],
        "epsilon": "0",
    }
    assert found["picture"] == found["table"]


def test_a_blocked_negotiation(content: Content) -> None:
    found = sections(content, BLOCKED)["agreeable"]
    assert found["blocked_by"]["parties"] == ["lowland"]
    assert (found["ideals"], found["table"]["points"]) == (None, [])


def test_what_is_not_answered(content: Content) -> None:
    given = replace(content, audience=Handling("mediator"), negotiation=Unanswered("unreadable"))
    assert as_json.data(given, page(given))["sections"]["agreeable"] == {"unanswered": "unreadable"}


@pytest.mark.parametrize("audience", ["public", "process", "party:upland"])
def test_only_the_mediator_has_the_key(content: Content, audience: str) -> None:
    assert "agreeable" not in sections(content, audience=audience)

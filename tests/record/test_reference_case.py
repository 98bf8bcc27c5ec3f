"""The reference case, read whole: what a careful reader lists in its Arabic dispatches, and what is found.

The list is `data/astana-2016.json`: for each dispatch the statements in reading order, `content` an exact
substring without complementiser and final stop. `optional` ones may be found or not.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

from sulh.case import Case, Statement
from sulh.case.folder import read
from sulh.record import CaseReading, read_case
from sulh.text.names import compare, part_of
from sulh.text.span import Span

CASE: Final = Path(__file__).parents[2] / "examples" / "astana-2016"
GOLD: Final[dict[str, list[dict[str, Any]]]] = json.loads(
    (Path(__file__).parent / "data" / "astana-2016.json").read_text("utf-8")
)
OVERLAP: Final = 0.5  # share of all characters of both stretches


@pytest.fixture(scope="module")
def case() -> Case:
    case, faults = read(CASE)
    assert faults == ()
    return case


@pytest.fixture(scope="module")
def reading(case: Case) -> CaseReading:
    return read_case(case)


def overlap(one: Span, other: Span) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (one.end - one.start + other.end - other.start - shared)


def same_name(one: str, other: str) -> bool:
    return any((compare(one, other), part_of(one, other), part_of(other, one)))


def matched(case: Case, statements: tuple[Statement, ...]) -> list[tuple[dict[str, Any], Statement | None]]:
    """Pair each listed statement with the one read in the same stretch, each at most once."""
    pairs: list[tuple[dict[str, Any], Statement | None]] = []
    for identifier, listed in GOLD.items():
        if case.dispatch_by_id[identifier].language != "ar":
            continue
        text = case.dispatch_by_id[identifier].text
        left = [one for one in statements if one.document == identifier and one.status != "entered"]
        for item in listed:
            start = text.index(item["content"])
            span = Span(start, start + len(item["content"]))
            found = max(left, key=lambda one: overlap(span, one.content[0]), default=None)
            if found is None or overlap(span, found.content[0]) < OVERLAP:
                found = None
            else:
                left.remove(found)
            pairs.append((item, found))
    return pairs


def test_the_case_is_whole(case: Case) -> None:
    counts = {
        "tracks": len(case.tracks),
        "meetings": len(case.meetings),
        "instruments": len(case.instruments),
        "dispatches": Counter(dispatch.language for dispatch in case.dispatches),
        "entered": len(case.statements),
    }
    assert counts == {
        "tracks": 4,
        "meetings": 6,
        "instruments": 10,
        "dispatches": {"ar": 11, "en": 3},
        "entered": 17,
    }


def test_the_guarantors_changed(case: Case) -> None:
    claimed = {
        (role.actor, role.modality, str(role.said))
        for role in case.roles
        if role.role == "guarantor" and role.asserted
    }
    assert {actor for actor, _, said in claimed if said == "2016-12-27"} == {"russia", "iran", "turkey"}
    assert {actor for actor, _, said in claimed if said == "2016-12-29"} == {"russia", "turkey"}
    assert "iran" in {
        actor for actor, modality, said in claimed if modality == "held" and said == "2017-03-15"
    }


def test_what_is_found_of_what_a_careful_reader_lists(case: Case, reading: CaseReading) -> None:
    pairs = [pair for pair in matched(case, reading.statements) if not pair[0].get("optional")]
    found = [(item, one) for item, one in pairs if one is not None]
    counts = {
        "listed": len(pairs),
        "found": len(found),
        "speaker": sum(same_name(item["speaker"], one.speaker) for item, one in found),
        "relay": sum(bool(item["via"]) and len(item["via"]) == len(one.via) for item, one in found),
        "denial": sum(item["polarity"] == one.polarity == "deny" for item, one in found),
    }
    assert counts == {"listed": 76, "found": 68, "speaker": 63, "relay": 10, "denial": 7}


def test_what_is_read_beside_it(case: Case, reading: CaseReading) -> None:
    known = {one.id for _, one in matched(case, reading.statements) if one is not None}
    machine = [one for one in reading.statements if one.status == "machine-read"]
    assert len([one for one in machine if one.id not in known]) <= 8


def test_every_english_statement_was_entered_by_a_person(case: Case, reading: CaseReading) -> None:
    english = {dispatch.id for dispatch in case.dispatches if dispatch.language == "en"}
    assert {one.document for one in reading.statements if one.status == "entered"} == english
    assert reading.notices == ()


def test_denials_of_knowledge_are_linked(reading: CaseReading) -> None:
    denials = [
        one for one in reading.statements if one.document == "2016-12-27-hnc" and one.polarity == "deny"
    ]
    assert len(denials) >= 3
    assert any(denial.aspect == "knowledge" for one in denials for denial in one.denies)

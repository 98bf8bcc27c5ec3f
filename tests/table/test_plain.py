import json
import re
from typing import Any

from hypothesis import given, settings
from tests.table.conftest import negotiations

from sulh.table.absence import absence, without
from sulh.table.changes import changes
from sulh.table.deals import deals
from sulh.table.explain import explain
from sulh.table.feasible import meeting
from sulh.table.inside import inside
from sulh.table.negotiation import Negotiation
from sulh.table.plain import Answer, data

DECIMAL = re.compile(r"(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9])")


def numbers(value: Any) -> list[str]:  # noqa: ANN401 - whatever JSON holds
    """All texts but ids, reasons and the like."""
    if isinstance(value, dict):
        return [n for key, each in value.items() if key not in {"party", "member"} for n in numbers(each)]
    if isinstance(value, list):
        return [n for each in value for n in numbers(each)]
    return [value] if isinstance(value, str) and value[-1:].isdigit() and value[0] not in "iopm" else []


@settings(max_examples=20)
@given(negotiations(most_parties=3))
def test_the_answer_survives_json_and_its_numbers_are_plain(negotiation: Negotiation) -> None:
    answer = deals(negotiation)
    package = meeting(negotiation, ())
    assert package is not None
    asked = Answer(
        answer,
        inside(answer),
        package=explain(negotiation, package),
        changes=changes(answer, answer, (), None),
    )
    if len(negotiation.parties) > 1:
        rest = deals(without(negotiation, "p0"))
        asked = Answer(rest, inside(rest), absence(answer, "p0", rest), changes(answer, rest, (), "p0"))
    found = data(asked)
    assert json.loads(json.dumps(found)) == found
    assert all(map(DECIMAL.fullmatch, numbers(found)))
    assert found["audience"] == "mediator"
    for key in ("cover", "robust", *(() if asked.package else ("package",))):
        assert key not in found


@settings(max_examples=10)
@given(negotiations())
def test_the_limit_bounds_what_is_written(negotiation: Negotiation) -> None:
    answer = deals(negotiation)
    found = data(Answer(answer, changes=changes(answer, answer, (), None)), limit=1)
    assert len(found["frontier"]) == min(1, found["frontier_size"])
    assert found["changes"]["new"] == found["changes"]["gone"] == []


@settings(max_examples=10)
@given(negotiations())
def test_a_cover_comes_with_its_measure(negotiation: Negotiation) -> None:
    found = data(Answer(deals(negotiation, points=2)))
    assert found["cover"]["size"] == len(found["frontier"]) <= 2
    assert 0 <= float(found["cover"]["epsilon"]) <= 1

"""What a page says at the top; and that what is above its audience leaves no trace in it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sulh.brief import as_json, html, page, terminal
from sulh.brief.content import Content
from sulh.brief.page import flat
from sulh.case import (
    Actor,
    Adherence,
    Case,
    Decision,
    Denial,
    Dispatch,
    Handling,
    Instrument,
    LocalText,
    Meeting,
    Name,
    Participation,
    Presence,
    Provenance,
    RoleClaim,
    Source,
    Statement,
    When,
)
from sulh.case.statement import Within
from sulh.case.view import view
from sulh.text.span import Span

CANARY = "Zqx"
DAY = date(2031, 4, 3)


def read(case: Case) -> tuple[tuple[Statement, ...], tuple[RoleClaim, ...]]:
    """Read a case in the simplest way that uses all its texts: each line of a dispatch is a statement."""
    found = []
    for dispatch in case.dispatches:
        at = dispatch.body.start
        for number, line in enumerate(dispatch.body.of(dispatch.text).split("\n")):
            if line:
                span = Span(at, at + len(line))
                found.append(
                    Statement(
                        f"{dispatch.id}#s{number}",
                        dispatch.id,
                        line.split()[0],
                        "organisation",
                        line,
                        "indirect",
                        "affirm",
                        content=(span,),
                    )
                )
            at += len(line) + 1
    entered = (replace(s, id=f"{s.document}#{s.id}") for s in case.statements)
    return (*found, *entered), case.roles


def outputs(case: Case, audience: Handling) -> list[str]:
    seen = view(case, audience)
    content = Content(seen, *read(seen), audience=audience)
    built = page(content)
    arabic = page(replace(content, language="ar"))
    return [html.render(arabic), terminal.plain(built), json.dumps(as_json.data(content, built))]


def secret(mark: str) -> Provenance:
    return Provenance(handling=Handling(mark), note=LocalText((("en", f"{CANARY} note"),)))


def plant_dispatch(case: Case, mark: str) -> Case:
    text = f"{CANARY} said that the talks are off.\n"
    dispatch = Dispatch(f"a-{CANARY.lower()}", f"{CANARY}.txt", text, Span(0, len(text)), "en", CANARY, DAY)
    return replace(case, dispatches=(replace(dispatch, provenance=secret(mark)), *case.dispatches))


def plant_statement(case: Case, mark: str) -> Case:
    denial = Denial("english#s2", "knowledge")
    statement = Statement(
        "note", "statements.toml", CANARY, "person", f"{CANARY} spoke.", "direct", "deny",
        denies=(denial,), status="entered", provenance=secret(mark),
    )  # fmt: skip
    return replace(case, statements=(statement, *case.statements))


def plant_role(case: Case, mark: str) -> Case:
    within = Within("meeting", "first-round")
    role = RoleClaim("harbour", "party", "upland", within=within, provenance=secret(mark))
    return replace(case, roles=(role, *case.roles))


def plant_role_that_rests_on_a_hidden_dispatch(case: Case, mark: str) -> Case:
    case = plant_dispatch(case, mark)
    source = Source("dispatch", f"a-{CANARY.lower()}", Span(0, 3))
    role = RoleClaim("harbour", "monitor", "upland", provenance=Provenance((source,)))
    return replace(case, roles=(role, *case.roles))


def plant_actor(case: Case, mark: str) -> Case:
    actor = Actor("zqx-actor", "person", (Name(CANARY, "en"),), provenance=secret(mark))
    role = RoleClaim("zqx-actor", "host", "upland", within=Within("meeting", "first-round"))
    return replace(case, actors=(actor, *case.actors), roles=(role, *case.roles))


def plant_meeting(case: Case, mark: str) -> Case:
    title = LocalText((("en", CANARY),))
    meeting = Meeting("zqx", title, None, When.on(DAY), None, (Participation("upland", "upland"),))
    return replace(case, meetings=(replace(meeting, provenance=secret(mark)), *case.meetings))


def plant_participation(case: Case, mark: str) -> Case:
    first, *rest = case.meetings
    word = Participation("harbour", "upland", provenance=secret(mark))
    return replace(case, meetings=(replace(first, participants=(word, *first.participants)), *rest))


def plant_instrument_and_adherence(case: Case, mark: str) -> Case:
    instrument = Instrument("zqx", "letter", LocalText((("en", CANARY),)), When.on(DAY))
    word = Adherence("lowland", "truce", "left", "harbour", When.on(DAY), secret(mark))
    return replace(
        case,
        instruments=(replace(instrument, provenance=secret(mark)), *case.instruments),
        adherences=(word, *case.adherences),
    )


def plant_presence(case: Case, mark: str) -> Case:
    word = Presence("lowland", f"{CANARY} bank", "harbour", provenance=secret(mark))
    return replace(case, presences=(word, *case.presences))


def plant_decision(case: Case, mark: str) -> Case:
    now = datetime(2031, 4, 4, tzinfo=UTC)
    row = Decision("record", "english", Span(40, 50), "statement", "confirm", "", CANARY, now, "", 2)
    return replace(case, decisions=(replace(row, provenance=secret(mark)), *case.decisions))


PLANTS = [
    plant_dispatch, plant_statement, plant_role, plant_role_that_rests_on_a_hidden_dispatch, plant_actor,
    plant_meeting, plant_participation, plant_instrument_and_adherence, plant_presence,
    plant_decision,
]  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize(
    ("mark", "audience"),
    [
        ("process", "public"), ("mediator", "public"), ("party:upland", "public"), ("mediator", "process"),
        ("party:upland", "process"), ("party:upland", "party:lowland"), ("mediator", "party:upland"),
    ],
)  # fmt: skip
def test_what_is_above_the_audience_leaves_no_trace(
    content: Content, plant: Callable[[Case, str], Case], mark: str, audience: str
) -> None:
    case = content.case
    planted = outputs(plant(case, mark), Handling(audience))
    assert planted == outputs(case, Handling(audience))
    assert not any(CANARY.lower() in output.lower() for output in planted)


@pytest.mark.parametrize("plant", [plant for plant in PLANTS if plant is not plant_decision])
def test_who_may_see_it_sees_it(content: Content, plant: Callable[[Case, str], Case]) -> None:
    seen = outputs(plant(content.case, "party:upland"), Handling("party:upland"))
    assert all(
        one != other for one, other in zip(seen, outputs(content.case, Handling("party:upland")), strict=True)
    )


def test_the_top_says_for_whom_of_what_time_and_how_far_checked(content: Content) -> None:
    built = page(replace(content, since=date(2031, 4, 1)))
    assert built.title == "Two rivers"
    assert flat(built.audience) == "Brief for the public"
    assert [flat(line) for line in built.summary] == [
        "The case: from 1 March 2031 until 30 September 2031",
        "Only what was said, held or published since 1 April 2031, and what bears no date",
        "2 dispatches · 5 statements",
        "machine-read, not confirmed 2 statements were read by a program and confirmed by no person",
    ]


def test_a_page_on_which_all_is_confirmed_does_not_warn(content: Content) -> None:
    built = page(replace(content, statements=content.statements[1:2]))
    assert not any("read by a program" in flat(line) for line in built.summary)


@pytest.mark.parametrize(
    ("mark", "label"),
    [("process", "Brief for all at the table"), ("mediator", "Brief for the mediator"),
     ("party:upland", "Brief for the party Upland Front")],
)  # fmt: skip
def test_the_audience_is_named(content: Content, mark: str, label: str) -> None:
    assert flat(page(replace(content, audience=Handling(mark))).audience) == label


def test_the_page_is_the_same_however_often_it_is_built(content: Content) -> None:
    assert outputs(content.case, Handling()) == outputs(content.case, Handling())

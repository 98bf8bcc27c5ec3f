from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sulh.case import (
    Actor,
    Adherence,
    Case,
    Decision,
    Denial,
    Dispatch,
    Handling,
    Instrument,
    Issue,
    LocalText,
    Meeting,
    Membership,
    Name,
    Office,
    Participation,
    Position,
    Presence,
    Provenance,
    RoleClaim,
    Source,
    Statement,
    Track,
    When,
)
from sulh.case.handling import MEDIATOR, PROCESS, PUBLIC
from sulh.case.statement import Within
from sulh.case.view import WITHHELD, closed, view
from sulh.text.span import Span

Cases = Callable[[list[str]], st.SearchStrategy[Case]]

LADDER = [PUBLIC, PROCESS, Handling("party:a1"), MEDIATOR]
ALL = ["public", "process", "party:a0", "party:a1", "mediator"]
few = settings(max_examples=50)

TITLE = LocalText((("en", "x"),))
NOON = datetime(2031, 4, 5, 12, tzinfo=UTC)
SECRET = Provenance(handling=MEDIATOR)


def resting_on(kind: Any, reference: str) -> Provenance:  # noqa: ANN401 - a Literal is not known from a parameter
    return Provenance((Source(kind, reference),))


def actor(identifier: str, **more: Any) -> Actor:  # noqa: ANN401 - any field of an actor
    return Actor(identifier, "state", (Name(identifier, "en"),), **more)


def dispatch(identifier: str, provenance: Provenance = SECRET) -> Dispatch:
    return Dispatch(
        identifier, f"dispatches/{identifier}.txt", "text", Span(0, 4), "en", provenance=provenance
    )


def statement(identifier: str, document: str = "statements.toml", **more: Any) -> Statement:  # noqa: ANN401 - any field of a statement
    return Statement(identifier, document, "A", "state", "text", "direct", "affirm", status="entered", **more)


def without_own_marks_above(value: Any, audience: Handling) -> Any:  # noqa: ANN401 - walks values of every type
    """Delete everything, at every depth, that itself carries a mark above `audience`."""
    if isinstance(value, tuple) and not isinstance(value, Span):
        kept = (item for item in value if mark_of(item).visible_to(audience))
        return tuple(without_own_marks_above(item, audience) for item in kept)
    if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Provenance | Handling):
        parts = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        new = {name: without_own_marks_above(part, audience) for name, part in parts.items()}
        return replace(value, **new)
    return value


def mark_of(value: object) -> Handling:
    provenance = getattr(value, "provenance", None)
    return provenance.handling if isinstance(provenance, Provenance) else PUBLIC


def with_more_above(case: Case) -> Case:
    """Add what only the mediator may see, and references to it from what others see."""
    secret = replace(case, decisions=())
    added = {
        "tracks": (Track("secret-t", TITLE, provenance=SECRET),),
        "actors": (actor("secret-a", provenance=SECRET),),
        "meetings": (Meeting("secret-m", TITLE, provenance=SECRET),),
        "instruments": (Instrument("secret-i", "letter", TITLE, provenance=SECRET),),
        "dispatches": (dispatch("secret-d"),),
        "statements": (
            statement("secret-s", provenance=SECRET),
            statement("leak", "secret-d"),
            statement("leak", speaker_id="secret-a"),
        ),
        "roles": (
            RoleClaim("secret-a", "party", "a0"),
            RoleClaim("a0", "party", "secret-a"),
            RoleClaim("a0", "host", "a1", within=Within("meeting", "secret-m")),
            RoleClaim("a0", "host", "a1", statement="secret-d#s1"),
            RoleClaim("a0", "host", "a1", within=Within("track", "t0"), statement="secret-d#s1"),
            RoleClaim("a0", "host", "a1", provenance=resting_on("statement", "statements.toml#secret-s")),
        ),
        "presences": (
            Presence("secret-a", "area", "a0"),
            Presence("a0", "area", "secret-a"),
            Presence("a0", "area", "a1", provenance=resting_on("dispatch", "secret-d")),
        ),
        "adherences": (
            Adherence("secret-a", "i0", "joined", "a0"),
            Adherence("a0", "secret-i", "joined", "a0"),
            Adherence("a0", "i0", "joined", "secret-a"),
        ),
        "issues": (
            Issue("secret-q", (), provenance=SECRET),
            Issue("q", (), provenance=resting_on("dispatch", "secret-d")),
        ),
        "positions": (
            Position("secret-a", "i0", "accepts"),
            Position("a0", "secret-q", "rejects"),
            Position("a0", "q", "amends"),
            Position("a0", "i0", "silent", provenance=resting_on("dispatch", "secret-d")),
            Position("a0", "i0", "denied", statement="secret-d#s1"),
            Position("a0", "i0", "denied", statement="statements.toml#secret-s"),
        ),
        "decisions": (
            Decision("record", "secret-d", Span(0, 2), "statement", "confirm", "", "x", NOON, "", 2),
            Decision("record", "d1", Span(0, 2), "speaker_id", "correct", "secret-a", "x", NOON, "", 3),
        ),
    }
    more: dict[str, Any] = {name: (*values, *getattr(secret, name)) for name, values in added.items()}
    more["decisions"] = (*added["decisions"], *case.decisions)
    more["tracks"] = tuple(
        replace(track, precedes=("secret-t", *track.precedes), depends_on=("secret-m", *track.depends_on))
        for track in more["tracks"]
    )
    more["actors"] = tuple(
        replace(
            one,
            members_of=(Membership("secret-a"), *one.members_of),
            offices=(Office(TITLE, "secret-a"), *one.offices),
        )
        for one in more["actors"]
    )
    more["meetings"] = tuple(
        replace(
            one,
            track=one.track or "secret-t",
            precedes=("secret-i", *one.precedes),
            depends_on=("secret-t", *one.depends_on),
            participants=(
                Participation("a0", "secret-a"),
                Participation("secret-a", "a0"),
                *one.participants,
            ),
        )
        for one in more["meetings"]
    )
    more["instruments"] = tuple(
        replace(one, depends_on=("secret-m", *one.depends_on)) for one in more["instruments"]
    )
    denial = Denial("statements.toml#secret-s", "fact")
    more["statements"] = tuple(replace(one, denies=(denial, *one.denies)) for one in more["statements"])
    return replace(secret, **more)


def facts(case: Case) -> Iterator[object]:
    """Yield what a case tells, one small fact at a time, without what it leaves out."""
    yield from case.roles
    yield from case.adherences
    yield from case.presences
    yield from case.dispatches
    yield from case.issues
    yield from case.positions
    yield from (replace(row, line=0) for row in case.decisions)
    entries: tuple[Track | Meeting | Instrument | Actor | Statement, ...]
    entries = (*case.tracks, *case.meetings, *case.instruments, *case.actors, *case.statements)
    for entry in entries:
        for field in fields(entry):
            value = getattr(entry, field.name)
            for part in value if isinstance(value, tuple) else (value,):
                if part is not None:
                    yield entry.id, field.name, part


@given(data=st.data())
@few
def test_a_view_is_idempotent_and_the_mediator_sees_all(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases(ALL))
    assert view(case, MEDIATOR) == case
    for audience in LADDER:
        once = view(case, audience)
        assert view(once, audience) == once


@given(data=st.data())
@few
def test_a_higher_audience_sees_all_that_a_lower_one_sees(cases: Cases, data: st.DataObject) -> None:
    case = replace(data.draw(cases(["public", "public", "process", "party:a1"])), provenance=Provenance())
    views = [list(facts(view(case, audience))) for audience in LADDER]
    for lower, higher in pairwise(views):
        assert all(fact in higher for fact in lower)


@given(data=st.data())
@few
def test_cases_that_differ_only_above_the_audience_have_equal_views(
    cases: Cases, data: st.DataObject
) -> None:
    case = data.draw(cases(["public", "public", "public", "process", "party:a0", "mediator"]))
    if data.draw(st.booleans()):
        case = replace(case, provenance=Provenance())
    for audience in LADDER[:-1]:
        seen = view(case, audience)
        assert view(without_own_marks_above(case, audience), audience) == seen
        assert view(with_more_above(case), audience) == seen


@given(data=st.data())
@few
def test_nothing_is_taken_from_a_case_that_is_public_throughout(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases(["public"]))
    rows = tuple(replace(row, line=line) for line, row in enumerate(case.decisions, 2))
    assert view(case, PUBLIC) == replace(case, decisions=rows)
    assert closed(case) == case


def test_confidence_is_inherited_along_every_step() -> None:
    """A dispatch for the process, a statement on it, a claim on that, a meeting on the dispatch."""
    case = Case(
        TITLE,
        actors=(actor("a"), actor("b", provenance=resting_on("statement", "statements.toml#c1"))),
        meetings=(
            Meeting("m", TITLE, provenance=resting_on("dispatch", "d")),
            Meeting("n", TITLE, track="m"),
        ),
        dispatches=(dispatch("d", Provenance(handling=PROCESS)), dispatch("e", Provenance())),
        statements=(
            statement("c1", provenance=resting_on("dispatch", "d")),
            statement("c2", "d"),
            statement("c3", speaker_id="b", denies=(Denial("e#s1", "fact"),)),
            statement("c4", denies=(Denial("d#s1", "fact"), Denial("e#s1", "fact"))),
        ),
        roles=(RoleClaim("a", "host", "a", statement="d#c2"), RoleClaim("a", "host", "a", statement="e#s7")),
    )
    seen = view(case, PUBLIC)
    assert [one.id for one in seen.actors] == ["a"]
    assert [(one.id, one.track) for one in seen.meetings] == [("n", None)]
    assert [one.id for one in seen.dispatches] == ["e"]
    assert [(one.id, one.denies) for one in seen.statements] == [("c4", (Denial("e#s1", "fact"),))]
    assert [one.statement for one in seen.roles] == ["e#s7"]
    assert view(case, PROCESS) == case


def test_statements_that_cite_each_other_stand_or_fall_together() -> None:
    mutual = (
        statement("c1", provenance=resting_on("statement", "statements.toml#c2")),
        statement("c2", provenance=resting_on("statement", "statements.toml#c1")),
    )
    assert view(Case(TITLE, statements=mutual), PUBLIC).statements == mutual
    hidden = replace(mutual[1], provenance=replace(mutual[1].provenance, handling=PROCESS))
    assert view(Case(TITLE, statements=(mutual[0], hidden)), PUBLIC).statements == ()


def test_one_of_two_entries_with_one_id_hides_both() -> None:
    case = Case(TITLE, actors=(actor("a"), actor("a", provenance=SECRET)))
    assert view(case, PUBLIC).actors == ()


@pytest.mark.parametrize("mark", ["process", "party:a", "mediator"])
def test_a_case_above_the_audience_is_withheld(mark: str) -> None:
    case = Case(TITLE, actors=(actor("a"),), provenance=Provenance(handling=Handling(mark)))
    assert view(case, PUBLIC) == WITHHELD
    assert view(case, Handling(mark)) == case


def test_parties_do_not_see_each_other() -> None:
    own = tuple(actor(name, provenance=Provenance(handling=Handling(f"party:{name}"))) for name in "ab")
    assert view(Case(TITLE, actors=own), Handling("party:a")).actors == own[:1]


def test_decisions_are_numbered_without_gaps() -> None:
    when = datetime(2031, 4, 5, tzinfo=UTC)
    rows = tuple(
        Decision("record", document, Span(0, 1), "statement", "confirm", "", "N. N.", when, "", line)
        for line, document in ((2, "d"), (5, "e"))
    )
    case = Case(TITLE, dispatches=(dispatch("d"), dispatch("e", Provenance())), decisions=rows)
    assert [(row.document, row.line) for row in view(case, PUBLIC).decisions] == [("e", 2)]
    assert view(case, MEDIATOR).decisions == rows


def test_a_position_is_hidden_with_its_issue_its_actor_and_what_it_rests_on() -> None:
    case = Case(
        TITLE,
        actors=(actor("a"), actor("b", provenance=SECRET)),
        dispatches=(dispatch("d"), dispatch("e", Provenance())),
        issues=(Issue("q", ()), Issue("r", (), provenance=SECRET), Issue("b", ())),
        positions=(
            Position("b", "q", "accepts"),
            Position("a", "r", "accepts"),
            Position("a", "q", "accepts", statement="d#s1"),
            Position("a", "q", "accepts", provenance=resting_on("dispatch", "d")),
            Position("a", "q", "accepts", provenance=SECRET),
            Position("a", "b", "rejects", statement="e#s1"),
        ),
    )
    seen = view(case, PUBLIC)
    assert [issue.id for issue in seen.issues] == ["q", "b"]
    assert seen.positions == case.positions[-1:]


def test_closed_leaves_out_what_refers_to_nothing() -> None:
    case = Case(
        TITLE,
        tracks=(Track("t", TITLE, precedes=("gone", "t2")), Track("t2", TITLE)),
        actors=(actor("a", provenance=SECRET),),
        roles=(RoleClaim("a", "host", "gone"), RoleClaim("a", "host", "a", said=When.on(date(2031, 1, 1)))),
    )
    assert closed(case) == replace(
        case, tracks=(Track("t", TITLE, precedes=("t2",)), Track("t2", TITLE)), roles=case.roles[1:]
    )

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sulh.brief.content import Content
from sulh.brief.positions import Cell, Held, Sheet, latest, sheet
from sulh.case import Actor, Case, Issue, LocalText, Name, Position, Provenance, Source, When

TITLE = LocalText((("en", "Two rivers"),))
FIRST = date(2031, 4, 1)
TALKS = Position("lowland", "talks", "accepts", statement="english#s2")


def with_positions(content: Content, *positions: Position) -> Content:
    issues = (Issue("talks", ()), Issue("water", ()))
    return replace(content, case=replace(content.case, issues=issues, positions=positions))


def cell(found: Sheet, issue: str, actor: str) -> Cell:
    (row,) = (row for row in found.rows if row.subject.id == issue)
    (one,) = (cell for cell in row.cells if cell.actor == actor)
    return one


def stances(helds: tuple[Held, ...]) -> list[str]:
    return [held.position.stance for held in helds]


def test_every_actor_with_a_position_has_a_cell_in_every_row_and_no_word_is_no_silence(
    content: Content,
) -> None:
    silent = Position("upland", "water", "silent", said=When.on(FIRST))
    found = sheet(with_positions(content, silent, TALKS))
    assert found.actors == ("lowland", "upland")
    assert [(row.kind, [cell.actor for cell in row.cells]) for row in found.rows] == [
        ("issue", ["lowland", "upland"]),
        ("issue", ["lowland", "upland"]),
    ]
    assert stances(cell(found, "water", "upland").current) == ["silent"]
    assert cell(found, "talks", "upland") == Cell("upland")
    assert cell(found, "talks", "upland").last_changed is None


def test_a_later_position_replaces_an_earlier_one_and_history_keeps_it(content: Content) -> None:
    taken = (
        Position("lowland", "talks", "rejects", said=When.on(FIRST + timedelta(3))),
        Position("lowland", "talks", "accepts", said=When.on(FIRST)),
        Position("lowland", "talks", "amends", said=When.on(FIRST + timedelta(1))),
    )
    found = sheet(with_positions(content, *taken))
    one = cell(found, "talks", "lowland")
    assert stances(one.current) == ["rejects"]
    assert stances(one.history) == ["accepts", "amends"]
    assert one.last_changed == found.rows[0].last_changed == taken[0].said
    earlier = cell(sheet(with_positions(content, *taken), FIRST + timedelta(2)), "talks", "lowland")
    assert (stances(earlier.current), stances(earlier.history)) == (["amends"], ["accepts"])


def test_where_dates_do_not_tell_which_is_later_both_stand(content: Content) -> None:
    april = When(FIRST, FIRST + timedelta(29))
    taken = (
        replace(TALKS, statement=None, said=april),
        replace(TALKS, statement=None, said=When.on(FIRST + timedelta(9)), stance="rejects"),
        replace(TALKS, statement=None, stance="amends"),
    )
    one = cell(sheet(with_positions(content, *taken)), "talks", "lowland")
    assert stances(one.current) == ["accepts", "rejects", "amends"]
    assert one.last_changed == april
    found = sheet(with_positions(content, *taken), FIRST + timedelta(9))
    assert stances(cell(found, "talks", "lowland").current) == ["rejects"]
    assert stances(found.left_out) == ["accepts", "amends"]


def test_the_date_is_that_of_the_word_before_that_of_the_value(content: Content) -> None:
    dispatch = Provenance((Source("dispatch", "english"),), as_of=When.on(FIRST))
    taken = (
        replace(TALKS, said=When.on(FIRST)),
        replace(TALKS, provenance=Provenance(as_of=When.on(FIRST))),
        replace(TALKS, statement=None, provenance=dispatch),
        replace(TALKS, statement=None, provenance=Provenance(as_of=When.on(FIRST))),
    )
    one = cell(sheet(with_positions(content, *taken)), "talks", "lowland")
    published = When.on(date(2031, 4, 2))
    assert [held.when for held in one.current] == [published, published]
    assert [held.when for held in one.history] == [When.on(FIRST), When.on(FIRST)]


def test_denials_are_linked_by_the_statement(content: Content) -> None:
    """The Front said on 1 April that it knows nothing of the talks of which the Council spoke."""
    found = sheet(
        with_positions(content, TALKS, Position("upland", "talks", "denied", statement="english#s3"))
    )
    (council,) = cell(found, "talks", "lowland").current
    (front,) = cell(found, "talks", "upland").current
    assert council.statement is not None
    assert council.statement.id == "english#s2"
    assert [(denied.denial.id, denied.aspect) for denied in council.denied_by] == [
        ("english#s3", "knowledge")
    ]
    assert front.denied_by == ()
    assert front.statement is not None
    assert front.statement.polarity == "deny"


def test_a_denial_said_later_is_not_known_yet(content: Content) -> None:
    early = with_positions(content, replace(TALKS, said=When.on(FIRST - timedelta(1))))
    (council,) = cell(sheet(early, FIRST - timedelta(1)), "talks", "lowland").current
    assert council.denied_by == ()


def test_a_statement_that_is_not_there_leaves_the_position(content: Content) -> None:
    found = sheet(with_positions(content, replace(TALKS, statement="english#s9")))
    (held,) = cell(found, "talks", "lowland").current
    assert (held.statement, held.when) == (None, None)


def test_the_latest_date_is_the_one_that_ends_last() -> None:
    april, day = When(FIRST, FIRST + timedelta(29)), When.on(FIRST + timedelta(9))
    assert latest([april, None, day]) == april
    assert latest([None]) is None


days = st.integers(0, 5).map(lambda n: FIRST + timedelta(n))
whens = st.none() | st.tuples(days, days).map(lambda pair: When(min(pair), max(pair)))


@given(said=st.lists(whens, max_size=6), as_of=days)
def test_nothing_is_lost_and_what_stands_is_replaced_by_nothing(said: list[When | None], as_of: date) -> None:
    actor = Actor("a", "state", (Name("A", "en"),))
    taken = tuple(Position("a", "q", "accepts", said=when) for when in said)
    content = Content(Case(TITLE, actors=(actor,), issues=(Issue("q", ()),), positions=taken), (), ())
    for day in (None, as_of):
        found = sheet(content, day)
        current = [held for row in found.rows for cell in row.cells for held in cell.current]
        history = [held for row in found.rows for cell in row.cells for held in cell.history]
        later = [when for when in said if day and when and when.first > day]
        assert len(current) + len(history) + len(found.left_out) + len(later) == len(said)
        assert not any(one.replaces(other) for one in current + history for other in current)
        assert all(any(one.replaces(other) for one in current) for other in history)
        assert all(held.when is None or held.when.last <= day for held in current + history if day)

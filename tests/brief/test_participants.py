from dataclasses import replace
from datetime import date

from sulh.brief import participants
from sulh.brief.content import Content
from sulh.brief.page import Items, Table, flat
from sulh.brief.participants import Seat
from sulh.case import Actor, Case, LocalText, Membership, Name, Office, RoleClaim, Validity, When
from sulh.case.statement import Within

TITLE = LocalText((("en", "clerk"),))


def seat(content: Content, role: str, actor: str) -> Seat:
    return next(
        s for p in participants.places(content) for s in p.seats if (s.role, s.actor) == (role, actor)
    )


def test_places_are_meetings_and_instruments_by_date_then_texts_then_nowhere(content: Content) -> None:
    found = [place.within.text if place.within else None for place in participants.places(content)]
    assert found == ["first-round", "truce", "the back channel", None]
    headings = [flat(participants.heading(content, p.within)) for p in participants.places(content)]
    assert headings == [
        "First round", "Truce", "channel: the back channel", "In what: no source says",
    ]  # fmt: skip


def test_the_actor_and_the_parties_without_a_word_are_named(content: Content) -> None:
    assert seat(content, "mediator", "harbour").silent == ("harbour", "upland")
    assert seat(content, "party", "lowland").silent == ("upland",)
    assert seat(content, "participant", "upland").silent == ()


def test_who_holds_an_office_speaks_for_the_actor(content: Content) -> None:
    assert participants.voices(content, "speaker", None) == {"speaker", "upland"}
    assert participants.voices(content, "Nobody Known", None) == {"Nobody Known"}
    claim = RoleClaim("harbour", "host", "speaker", within=Within("meeting", "first-round"))
    more = replace(content, roles=(*content.roles, claim))
    assert seat(more, "host", "harbour").silent == ("harbour", "lowland")


def test_a_ministry_speaks_for_its_state_and_a_member_not_for_its_group(content: Content) -> None:
    council = Actor("council", "body", (Name("Council office", "en"),), (Membership("lowland"),))
    faction = Actor("faction", "formation", (Name("Faction", "en"),), (Membership("upland"),))
    clerk = Actor("clerk", "person", (Name("Clerk", "en"),), (), (Office(TITLE, "council"),))
    more = replace(content, case=replace(content.case, actors=(council, faction, clerk)))
    assert participants.voices(more, "clerk", None) == {"clerk", "council", "lowland"}
    assert participants.voices(more, "faction", None) == {"faction"}


def test_who_no_longer_holds_the_office_speaks_for_oneself_only(content: Content) -> None:
    ended = Validity(None, When.on(date(2031, 4, 1)))
    actors = tuple(
        replace(a, offices=tuple(replace(o, validity=ended) for o in a.offices)) for a in content.case.actors
    )
    later = replace(content, case=replace(content.case, actors=actors))
    assert participants.voices(later, "speaker", When.on(date(2031, 4, 1))) == {"speaker", "upland"}
    assert participants.voices(later, "speaker", When.on(date(2031, 4, 2))) == {"speaker"}


def test_a_denial_of_the_statement_behind_a_claim_answers_the_claim(content: Content) -> None:
    found = seat(content, "participant", "lowland")
    assert [(a.statement.id, a.denial.aspect) for a in found.answers] == [("english#s3", "knowledge")]
    assert flat(participants.answer_line(content, found.answers[0])) == (
        "Upland Front: denies knowledge of it, not that it happened [3] machine-read"
    )


def test_contrary_claims_stand_on_the_other_side(content: Content) -> None:
    found = seat(content, "guarantor", "harbour")
    assert [c.claimed_by for c in found.asserted] == ["lowland"]
    assert [c.claimed_by for c in found.denied] == ["upland"]
    assert flat(participants.claim_line(content, found.asserted[0])) == (
        "Lowland Council, 1 May 2031: held from 1 June 2031 · assumed, no source A remark."
    )


def test_role_holders_that_change_from_day_to_day_are_listed_by_day(content: Content) -> None:
    within = Within("agreement", "truce")
    day = When.on(date(2031, 6, 9))
    more = RoleClaim("upland", "guarantor", "lowland", within=within, said=day)
    seats = next(
        p.seats
        for p in participants.places(replace(content, roles=(*content.roles, more)))
        if p.within == within
    )
    assert [flat(line) for line in participants.namings(content, seats)] == [
        "guarantor, 1 May 2031: Harbour, by the word of Lowland Council",
        "guarantor, 9 June 2031: Upland Front, by the word of Lowland Council",
    ]


def test_the_section_has_a_table_for_each_place(content: Content) -> None:
    section = participants.section(content)
    first = section.sections[0]
    (table,) = (block for block in first.blocks if isinstance(block, Table))
    rows = [[" / ".join(map(flat, cell)) for cell in row] for row in table.rows]
    assert rows[0] == [
        "Upland Front", "party", "Lowland Council, 2 April 2031: held", "no contrary word", "Upland Front",
    ]  # fmt: skip
    truce = section.sections[1]
    assert [type(block).__name__ for block in truce.blocks] == ["Paragraph", "Table", "Table"]
    assert not any(isinstance(block, Items) for block in truce.blocks)


def test_a_role_that_only_a_contrary_word_names_is_shown_as_asserted_by_nobody(content: Content) -> None:
    denial = RoleClaim("upland", "host", "upland", asserted=False, within=Within("track", "ceasefire"))
    section = participants.section(replace(content, roles=(denial,), case=replace(content.case, roles=())))
    tables = [b for s in section.sections for b in s.blocks if isinstance(b, Table)]
    assert any(flat(row[2][0]) == "nobody asserts it" for table in tables for row in table.rows)


def test_adherence_stands_alone_where_no_role_is_claimed(content: Content) -> None:
    section = participants.section(replace(content, roles=(), case=replace(content.case, roles=())))
    (table,) = section.sections[-1].blocks[1:]
    assert isinstance(table, Table)
    assert flat(table.rows[0][1][0]) == "joined, by the word of Harbour, 1 June 2031"


def test_since_leaves_out_roles_of_which_nothing_was_said_later(content: Content) -> None:
    later = participants.section(replace(content, since=date(2031, 6, 2)))
    shown = {flat(s.heading) for s in later.sections}
    assert "Truce" in shown
    assert not any(
        "2 April 2031" in flat(line)
        for s in later.sections for b in s.blocks if isinstance(b, Table)
        for row in b.rows for cell in row for line in cell
    )  # fmt: skip


def test_an_empty_case_says_that_there_is_no_word() -> None:
    empty = Content(Case(LocalText((("en", "x"),)), Validity()), (), ())
    assert [type(b).__name__ for b in participants.section(empty).blocks] == ["Paragraph"]

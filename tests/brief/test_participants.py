from dataclasses import replace
from datetime import date

from sulh.brief import participants
from sulh.brief.content import Content
from sulh.brief.page import Paragraph, Section, Table, Verbatim, flat, links
from sulh.brief.seats import Seat, places
from sulh.case import Case, LocalText, Provenance, RoleClaim, Validity, When
from sulh.case.statement import Within


def seat(content: Content, role: str, actor: str) -> Seat:
    return next(s for p in places(content) for s in p.seats if (s.role, s.actor) == (role, actor))


def rows(section: Section) -> list[list[str]]:
    return [
        [" / ".join(map(flat, cell)) for cell in row]
        for block in section.blocks if isinstance(block, Table)
        for row in block.rows
    ]  # fmt: skip


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
        p.seats for p in places(replace(content, roles=(*content.roles, more))) if p.within == within
    )
    assert [flat(line) for line in participants.namings(content, seats)] == [
        "guarantor, 1 May 2031: Harbour, by the word of Lowland Council",
        "guarantor, 9 June 2031: Upland Front, by the word of Lowland Council",
    ]


def test_the_section_has_a_table_for_each_place(content: Content) -> None:
    section = participants.section(content)
    assert [(part.id, flat(part.heading)) for part in section.sections] == [
        ("place-first-round", "First round"),
        ("place-truce", "Truce"),
        ("named-channel", "In a channel, as the texts name it"),
        ("named-", "In what: no source says"),
    ]
    assert rows(section.sections[0])[0] == [
        "Upland Front", "party", "Lowland Council, 2 April 2031: held", "no contrary word", "Upland Front",
    ]  # fmt: skip
    assert rows(section.sections[2]) == [
        [
            "Upland Front", "observer", "Lowland Council, no date given: held, in “the back channel”",
            "no contrary word", "Upland Front",
        ],
    ]  # fmt: skip
    truce = section.sections[1]
    assert [type(block).__name__ for block in truce.blocks] == ["Paragraph", "Table"]
    assert [link.href for link in links(truce.blocks[0])] == ["#instrument-truce", "#adherence-truce"]


def test_who_takes_part_in_a_meeting_attends_or_stays_away(content: Content) -> None:
    meeting = content.case.meetings[0]
    both = rows(participants.section(content).sections[0])
    attends = ["Upland Front", "attends", "Lowland Council, no date given",
               "Upland Front its own word, no date given", "nobody is missing"]  # fmt: skip
    assert attends in both
    away = replace(
        meeting.participants[1], by="lowland", provenance=Provenance(as_of=When.on(date(2031, 5, 3)))
    )
    case = replace(content.case, roles=(), meetings=(replace(meeting, participants=(away,)),))
    section = participants.section(replace(content, roles=(), case=case))
    assert rows(section.sections[0]) == [
        [
            "Upland Front", "stays away", "Lowland Council, as of 3 May 2031", "no contrary word",
            "Upland Front",
        ],
    ]  # fmt: skip


def test_a_meeting_of_which_nobody_says_who_attends_is_there(content: Content) -> None:
    case = replace(
        content.case, roles=(), meetings=(replace(content.case.meetings[0], participants=(), place=None),)
    )
    (part,) = participants.section(replace(content, roles=(), case=case)).sections
    assert [flat(b.line) for b in part.blocks if isinstance(b, Paragraph)] == [
        "May 2031", "no word on any role",
    ]  # fmt: skip


def test_what_only_texts_name_stands_under_one_heading_a_kind(content: Content) -> None:
    claims = tuple(
        RoleClaim("harbour", "mediator", "lowland", within=Within("agreement", text), statement="arabic#s1")
        for text in ("اتفاق", "الاتفاق")
    )
    (part,) = participants.section(
        replace(content, roles=claims, case=replace(content.case, roles=(), meetings=()))
    ).sections
    assert flat(part.heading) == "In an agreement, as the texts name it"
    ((_, _, said, _, _),) = rows(part)
    assert "in “اتفاق”" in said
    assert "in “الاتفاق”" in said
    (table,) = part.blocks
    assert isinstance(table, Table)
    assert Verbatim("اتفاق", "ar") in table.rows[0][2][0]


def test_unknown_actors_that_only_a_program_has_read_of_come_last(content: Content) -> None:
    read = RoleClaim("Nobody Known", "observer", "lowland", statement="english#s1")
    confirmed = replace(read, actor="Somebody", statement="english#s2")
    section = participants.section(replace(content, roles=(*content.roles, read, confirmed)))
    last = section.sections[-1]
    assert flat(last.heading) == "Others that were named"
    assert rows(last) == [
        [
            "Nobody Known", "observer", "Lowland Council, 2 April 2031: held · [1] machine-read",
            "no contrary word",
        ],
    ]  # fmt: skip
    assert "Somebody" in [row[0] for row in rows(section.sections[-2])]


def test_what_a_role_is_in_is_named_in_the_words_of_the_case_or_of_the_text(content: Content) -> None:
    scopes = [flat(participants.scope(content, claim)) for claim in content.roles]
    assert scopes == [
        "First round", "First round", "Truce", "Truce", "channel: the back channel",
        "In what: no source says", "First round", "In what: no source says",
    ]  # fmt: skip


def test_a_track_has_its_roles_and_no_day(content: Content) -> None:
    claim = RoleClaim("upland", "host", "upland", within=Within("track", "ceasefire"))
    part = participants.section(replace(content, roles=(claim,))).sections[-1]
    assert [type(block).__name__ for block in part.blocks] == ["Table"]


def test_a_role_that_only_a_contrary_word_names_is_shown_as_asserted_by_nobody(content: Content) -> None:
    denial = RoleClaim("upland", "host", "upland", asserted=False, within=Within("track", "ceasefire"))
    section = participants.section(replace(content, roles=(denial,), case=replace(content.case, roles=())))
    tables = [b for s in section.sections for b in s.blocks if isinstance(b, Table)]
    assert any(flat(row[2][0]) == "nobody asserts it" for table in tables for row in table.rows)


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

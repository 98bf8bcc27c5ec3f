"""All dispatches of a case, with what persons entered and decided."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sulh.case import (
    Actor,
    Case,
    Decision,
    Dispatch,
    Handling,
    LocalText,
    Name,
    Provenance,
    Statement,
)
from sulh.case.statement import Denial
from sulh.case.view import view
from sulh.record import read_case
from sulh.record.decide import extent
from sulh.text.span import Span

ARABIC = """المجلس الأعلى يؤكد استعداده لاستضافة محادثات النهرين

قالت وزارة الري النهرية، الثلاثاء، إن محادثات النهرين ستبدأ مطلع الشهر المقبل.

ونفت حركة الضفة أي علم لها بمحادثات النهرين.
"""
ENGLISH = "The Bank Movement said that it had signed nothing."
PUBLISHED = date(2031, 4, 1)  # a Tuesday


def dispatch(identifier: str, text: str, language: str, mark: str = "public") -> Dispatch:
    return Dispatch(
        identifier, f"dispatches/{identifier}.txt", text, Span(0, len(text)), language,
        published=PUBLISHED, provenance=Provenance(handling=Handling(mark)),
    )  # fmt: skip


ACTORS = (
    Actor("ministry", "body", (Name("وزارة الريّ النهريّة", "ar"), Name("Ministry of Irrigation", "en"))),
    Actor("movement", "formation", (Name("حركة الضفة", "ar"), Name("Bank Movement", "en"))),
)
CASE = Case(
    LocalText((("en", "Two banks"),)),
    actors=ACTORS,
    dispatches=(dispatch("news", ARABIC, "ar"), dispatch("wire", ENGLISH, "en")),
)


def by_speaker(case: Case) -> dict[str | None, Statement]:
    return {one.speaker_id: one for one in read_case(case).statements}


def test_ids_are_written_with_their_document_and_actors_are_known() -> None:
    read = by_speaker(CASE)
    said, denied = read["ministry"], read["movement"]
    assert said.id.startswith("news#s")
    assert denied.polarity == "deny"
    assert Denial(said.id, "knowledge") in denied.denies
    assert said.said is not None
    assert said.said.day == PUBLISHED


def test_a_language_that_is_not_read_is_told_unless_a_person_read_it() -> None:
    assert [notice.file for notice in read_case(CASE).notices] == ["dispatches/wire.txt"]
    words = "it had signed nothing"
    stretch = Span(ENGLISH.index(words), ENGLISH.index(words) + len(words))
    entered = Statement("note-1", "wire", "Bank Movement", "organisation", words, "indirect", "deny",
                        content=(stretch,), status="entered")  # fmt: skip
    reading = read_case(replace(CASE, statements=(entered,)))
    assert reading.notices == ()
    assert reading.statements[-1].id == "wire#note-1"
    assert reading.statements[-1].speaker_id == "movement"


def test_what_a_person_entered_replaces_what_was_read_in_the_same_stretch() -> None:
    machine = by_speaker(CASE)["ministry"]
    entered = replace(
        machine, id="note-1", document="news", speaker="وزير", status="entered", construction="entered"
    )
    reading = read_case(replace(CASE, statements=(entered,)))
    assert machine.id not in {one.id for one in reading.statements}
    assert "news#note-1" in {one.id for one in reading.statements}


def test_decisions_are_applied_and_astray_ones_told() -> None:
    machine = by_speaker(CASE)["ministry"]
    when = datetime(2031, 4, 3, tzinfo=UTC)
    kept = Decision("record", "news", extent(machine), "statement", "confirm", "", "analyst", when, "", 2)
    astray = replace(kept, span=Span(1, 3), line=3)
    reading = read_case(replace(CASE, decisions=(kept, astray)))
    assert next(one for one in reading.statements if one.id == machine.id).status == "confirmed"
    assert [(notice.file, notice.line) for notice in reading.notices] == [
        ("decisions.csv", 3),
        ("dispatches/wire.txt", None),
    ]


def test_claims_of_role_name_actors_of_the_case() -> None:
    host = next(one for one in read_case(CASE).roles if one.role == "host")
    assert host.modality == "offered"
    assert host.statement is not None
    assert host.statement.startswith("news#")
    known = Actor("council", "body", (Name("المجلس الأعلى", "ar"),))
    claim = next(one for one in read_case(replace(CASE, actors=(*ACTORS, known))).roles if one.role == "host")
    assert (claim.actor, claim.claimed_by, claim.by_itself) == ("council", "council", True)


def test_statements_without_a_dispatch_stand_last() -> None:
    call = Statement("call-1", "statements.toml", "حركة الضفة", "organisation", "…", "indirect", "affirm")
    assert read_case(replace(CASE, statements=(call,))).statements[-1].id == "statements.toml#call-1"


def test_what_is_read_is_handled_as_its_dispatch() -> None:
    confidential = dispatch("secret", ARABIC.replace("النهرين", "السدين"), "ar", "party:movement")
    case = replace(CASE, dispatches=(*CASE.dispatches, confidential))
    assert {str(one.provenance.handling) for one in read_case(case).statements} == {
        "public",
        "party:movement",
    }
    assert read_case(view(case, Handling("public"))) == read_case(CASE)


def test_two_actors_of_one_name_are_not_guessed() -> None:
    namesake = Actor("other", "body", (Name("وزارة الري النهرية", "ar"),))
    read = read_case(replace(CASE, actors=(*ACTORS, namesake))).statements
    assert "ministry" not in {one.speaker_id for one in read}

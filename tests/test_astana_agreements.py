"""What holds of the agreements in the reference case."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sulh.accord.copies import compare
from sulh.accord.counterpart import Copy
from sulh.accord.folder import read_agreements
from sulh.accord.force import status
from sulh.case.folder import read
from sulh.case.handling import PUBLIC
from sulh.case.provenance import Provenance
from sulh.record import read_case

FOLDER = Path(__file__).parent.parent / "examples" / "astana-2016"
CASE, _ = read(FOLDER)
READ, FAULTS = read_agreements(FOLDER)
AGREEMENTS = {agreement.id: agreement for agreement in READ}
CEASEFIRE = AGREEMENTS["ceasefire-2016-12-29"]
DELEGATIONS = AGREEMENTS["delegations-2016-12-29"]
STATEMENT = AGREEMENTS["joint-statement-2017-01-24"]
MEMORANDUM = AGREEMENTS["memorandum-2017-05-04"]
COPIES = [copy for agreement in READ for copy in agreement.copies]
BY_HAND = {f"{one.document}#{one.id}" for one in CASE.statements}

URL = re.compile(r"https?://[^\s\"<>|،]+[^\s\"<>|،.,]")
DISPATCH = re.compile(r"(?<![\w/-])\d{4}-\d\d-\d\d-[a-z][a-z-]*")


def pair(agreement: str, one: str, other: str) -> tuple[Copy, Copy]:
    found = AGREEMENTS[agreement]
    first, second = found.copy_by_name(one), found.copy_by_name(other)
    assert first
    assert second
    return first, second


def names_in(*copies: Copy) -> dict[str, list[str]]:
    """The names that the case has for the actors whom copies name by their ids."""
    words = {
        word
        for copy in copies
        for value in (
            *copy.front.parties,
            *copy.front.guarantors,
            *(one.value for clause in copy.walk() for one in clause.attributes),
        )
        for word in value.split(", ")
    }
    return {actor.id: [name.text for name in actor.names] for actor in CASE.actors if actor.id in words}


def provenances() -> Iterator[Provenance]:
    for agreement in READ:
        yield agreement.provenance
        if agreement.entry:
            yield agreement.entry.provenance
            yield from (one.provenance for one in agreement.entry.conditions)
        yield from (one.provenance for one in agreement.events)
        yield from (one.provenance for one in agreement.reported)
        for copy in agreement.copies:
            yield copy.front.provenance
            yield from (one.provenance for one in copy.front.circulated_to)


def test_every_agreement_is_read_without_fault_and_is_public() -> None:
    assert FAULTS == ()
    assert len(READ) == 4
    assert all(provenance.handling == PUBLIC for provenance in provenances())
    instruments = {instrument.id for instrument in CASE.instruments}
    assert {agreement.instrument for agreement in READ} - {None} <= instruments
    assert [agreement.id for agreement in READ if agreement.instrument is None] == [DELEGATIONS.id]


def test_actors_are_those_of_the_case() -> None:
    """Only two sources that are no actors of it are called by name."""
    said = {one.by for agreement in READ for one in agreement.reported}
    said |= {who for agreement in READ for one in agreement.events for who in (one.actor, one.by)}
    assert said - CASE.actor_by_id.keys() == {None, "PA-X", "The New Arab"}
    for copy in COPIES:
        assert {
            *copy.front.parties,
            *copy.front.guarantors,
            *copy.front.drafted_by,
        } <= CASE.actor_by_id.keys()
        for clause in copy.walk():
            for key in ("by", "monitor", "guarantor"):
                assert set((clause.attribute(key) or "russia").split(", ")) <= CASE.actor_by_id.keys()


def test_every_source_is_one_of_the_case() -> None:
    files = [
        path
        for name in ("*.toml", "README.md", "dispatches/*.txt")
        for path in FOLDER.glob(name)
        if path.name != "issues.toml"
    ]
    known = {url for path in files for url in URL.findall(path.read_text("utf-8"))}
    used = {url for path in FOLDER.glob("agreements/*/*") for url in URL.findall(path.read_text("utf-8"))}
    assert len(used) > 10
    assert used <= known
    dispatches = {dispatch.id for dispatch in CASE.dispatches}
    machine = {one.id: one for one in read_case(CASE).statements}
    for provenance in provenances():
        assert provenance.sources or provenance.assumed
        for source in provenance.sources:
            if source.kind == "dispatch":
                assert source.reference in dispatches
            elif source.kind == "statement":
                assert source.reference in BY_HAND | machine.keys()
    denial = next(event for event in CEASEFIRE.events if event.id == "denial-of-knowledge")
    for source in denial.provenance.sources:
        said = machine[source.reference]
        assert (said.speaker_id, said.polarity) == ("hnc", "deny")


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.name)
def test_every_clause_names_its_sources_beside_it_and_quotes_nobody(copy: Copy) -> None:
    dispatches = {dispatch.id for dispatch in CASE.dispatches}
    for clause in copy.clauses:
        (note,) = clause.notes
        assert note.author in {"sulh editors", "محررو القضية"}
        cited = DISPATCH.findall(note.text)
        assert set(cited) <= dispatches
        assert cited or URL.findall(note.text)
        assert not set(clause.text) & set("\"'«»“”‘’")
        assert clause.named


SAME_TEXT = [
    ("ceasefire-2016-12-29", "ar.md", "en.md"),
    ("delegations-2016-12-29", "government.ar.md", "government.en.md"),
    ("delegations-2016-12-29", "opposition.ar.md", "opposition.en.md"),
    ("joint-statement-2017-01-24", "ar.md", "en.md"),
    ("memorandum-2017-05-04", "ar.md", "en.md"),
]


@pytest.mark.parametrize(("agreement", "arabic", "english"), SAME_TEXT)
def test_the_languages_do_not_differ_and_nothing_proves_it(agreement: str, arabic: str, english: str) -> None:
    copies = pair(agreement, arabic, english)
    assert [copy.front.language for copy in copies] == ["ar", "en"]
    for names in ({}, names_in(*copies)):
        found = compare(copies, names)
        assert (found.status, found.differences) == ("unproved", ())
        assert found.unproved == tuple(clause.id for clause in copies[0].walk())
    fronts = [
        (front.parties, front.guarantors, front.drafted_by, front.holder, front.date)
        for front in (copy.front for copy in copies)
    ]
    assert fronts[0] == fronts[1]
    duties = [
        [
            (clause.id, [one.value for one in clause.attributes if one.key != "exception"])
            for clause in copy.walk()
        ]
        for copy in copies
    ]
    assert duties[0] == duties[1]


DATES = {
    "ar": {
        "delegation": ("31 كانون الأول/ديسمبر 2016", "16 كانون الثاني/يناير 2017"),
        "talks": ("15 كانون الثاني/يناير 2017", "23 كانون الثاني/يناير 2017"),
    },
    "en": {
        "delegation": ("31 December 2016", "16 January 2017"),
        "talks": ("15 January 2017", "23 January 2017"),
    },
}
EXCLUDED = {
    "ar": (
        "لا يشمل تنظيم الدولة الإسلامية وجبهة فتح الشام والجماعات المرتبطة بهما",
        "لا يشمل مناطق سيطرة تنظيم الدولة الإسلامية",
    ),
    "en": (
        "does not cover ISIL, Jabhat Fateh al-Sham and groups linked with them",
        "does not cover areas held by ISIL",
    ),
}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_copies_on_delegations_differ_in_what_is_reported_and_nothing_else(language: str) -> None:
    copies = pair(DELEGATIONS.id, f"government.{language}.md", f"opposition.{language}.md")
    for names in ({}, names_in(*copies)):
        found = compare(copies, names)
        assert found.status == "different"
        assert [(one.clause, one.kind) for one in found.differences] == [
            ("delegation", "date"),
            ("talks", "date"),
            ("exclusion", "exclusion"),
            ("condition", "missing"),
        ]
        assert not any(one.intended for one in found.differences)
        words = {one.clause: tuple(said for _, (said,) in one.words) for one in found.differences[:3]}
        assert words == {**DATES[language], "exclusion": EXCLUDED[language]}
        without, having = (text for _, text in found.differences[3].copies)
        assert without is None
        assert having
        assert found.remarks == ()


def test_the_opposition_copy_waits_for_a_copy_that_says_the_same() -> None:
    found = status(DELEGATIONS, datetime(2016, 12, 31, 12, tzinfo=UTC))
    standing = {one.party: one for one in found.parties}
    assert standing["armed-opposition"].states == ("conditional",)
    assert found.whole.states == ("conditional",)
    (missing,) = standing["armed-opposition"].missing
    assert (missing.what, missing.copies) == ("same-text", ("opposition.ar.md", "government.ar.md"))


def test_the_ceasefire_begins_at_midnight_in_damascus() -> None:
    before, after = (
        status(CEASEFIRE, datetime(2016, 12, 29, hour, minute, tzinfo=UTC)).whole.states
        for hour, minute in ((21, 59), (22, 0))
    )
    assert "in-force" not in before
    assert after == ("in-force",)


def test_deadlines_stand_side_by_side_with_who_reported_them() -> None:
    assert [(one.clause, one.what, str(one.time), one.by) for one in MEMORANDUM.reported] == [
        ("working-group", "deadline", "2 weeks of signature", "interfax"),
        ("working-group", "deadline", "2 weeks of signature", "sputnik"),
        ("working-group", "deadline", "10 days of signature", "tass"),
        ("maps", "deadline", "2017-06-04", "interfax"),
        ("maps", "deadline", "2017-06-04", "russian-mfa"),
        ("maps", "deadline", "2017-05-27", "tass"),
        ("term", "entry-into-force", "1 day of signature", "interfax"),
        ("term", "entry-into-force", "2017-05-04", "tass"),
    ]


def test_no_syrian_party_is_said_to_have_signed_the_statement_or_the_memorandum() -> None:
    signed = [event for event in STATEMENT.events if event.kind == "signed"]
    assert [(event.actor, event.asserted, event.by) for event in signed] == [
        ("syria", False, "cumhuriyet"),
        ("armed-opposition", False, "cumhuriyet"),
    ]
    signed = [event for event in MEMORANDUM.events if event.kind == "signed"]
    assert [(event.actor, event.asserted) for event in signed] == [
        ("iran", True),
        ("russia", True),
        ("turkey", True),
    ]


def test_what_factions_say_of_the_end_is_no_trigger_of_the_text() -> None:
    instant = datetime(2017, 5, 7, tzinfo=UTC)
    assert all(not status(agreement, instant).triggers for agreement in READ)
    (frozen,) = (event for agreement in READ for event in agreement.events if event.kind == "suspended")
    assert (frozen.actor, frozen.parties, str(frozen.when)) == (
        "twelve-factions",
        ("twelve-factions",),
        "2017-01-02",
    )


def test_every_wording_is_in_both_languages() -> None:
    wordings = [provenance.note for provenance in provenances() if provenance.note]
    wordings += [event.title for agreement in READ for event in agreement.events if event.title]
    titles = [agreement.title for agreement in READ] + [copy.front.title for copy in COPIES]
    titles += [one.title for agreement in READ if agreement.entry for one in agreement.entry.conditions]
    for wording in (*wordings, *titles):
        assert wording
        assert set(wording.languages()) == {"ar", "en"}


def test_reconstructions_say_that_they_are() -> None:
    for copy in COPIES:
        note = copy.front.provenance.note
        assert note
        words = dict(note.wordings)["en"]
        assert "our own words" in words
        assert ("reconstruction" in words) == (copy in DELEGATIONS.copies)

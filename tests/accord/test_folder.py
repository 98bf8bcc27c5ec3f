from pathlib import Path

import pytest
from tests.accord.agreements import TEXT, copy, read, write

from sulh.accord.folder import read_agreements
from sulh.case.folder import read_with_notices
from sulh.case.handling import MEDIATOR, PUBLIC, Handling


def test_a_case_without_agreements(tmp_path: Path) -> None:
    assert read_agreements(tmp_path) == ((), ())


def test_copies_are_named_by_their_path_in_the_case(tmp_path: Path) -> None:
    agreement, faults = read(tmp_path / "case", 'instrument = "truce-text"')
    assert faults == []
    assert [one.name for one in agreement.copies] == [
        "agreements/truce/lowland.md",
        "agreements/truce/upland.md",
    ]
    assert agreement.id == "truce"
    assert agreement.title is not None
    assert agreement.title.within("en") == "The truce"
    assert agreement.copy_by_name("upland.md") is agreement.copies[1]
    assert agreement.copy_by_name("agreements/truce/upland.md") is agreement.copies[1]
    assert agreement.copy_by_name("nobody.md") is None


def test_a_case_that_is_read_is_not_read_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "case")
    known = read_with_notices(folder)
    (folder / "actors.toml").unlink()
    assert read_agreements(folder, known) == read_agreements(write(tmp_path / "other"), known)


def test_faults_name_file_and_line_and_hide_the_agreement(tmp_path: Path) -> None:
    agreement, faults = read(tmp_path / "case", 'title = "T"\nhandling = "process"\ntitel = 3\n')
    assert faults == [
        (
            "agreement.toml:3: unknown key 'titel'; did you mean 'title'? correct or remove it"
            "; until then the agreement is handled as mediator"
        )
    ]
    assert agreement.provenance.handling == MEDIATOR


@pytest.mark.parametrize("data", [b"\xff", b"title = ", b""])
def test_terms_that_cannot_be_read(tmp_path: Path, data: bytes) -> None:
    folder = write(tmp_path / "case")
    (folder / "agreements" / "truce" / "agreement.toml").write_bytes(data)
    (agreement,), faults = read_agreements(folder)
    assert bool(faults) == bool(data)
    assert agreement.provenance.handling == (MEDIATOR if data else PUBLIC)
    assert len(agreement.copies) == 2


def test_terms_that_are_a_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "case")
    terms = folder / "agreements" / "truce" / "agreement.toml"
    terms.unlink()
    terms.mkdir()
    (agreement,), faults = read_agreements(folder)
    assert "could not be read" in faults[0].reason
    assert agreement.provenance.handling == MEDIATOR


def test_a_name_that_is_no_id_and_a_copy_that_is_no_text(tmp_path: Path) -> None:
    folder = write(tmp_path / "case")
    odd = folder / "agreements" / "The Truce"
    odd.mkdir()
    (odd / "x.md").write_bytes(b"\x00\xff\xfe\x00" * 9)
    (folder / "agreements" / "notes.txt").write_text("no agreement", encoding="utf-8")
    agreements, faults = read_agreements(folder)
    assert [one.id for one in agreements] == ["The Truce", "truce"]
    assert any("rename it" in fault.reason for fault in faults)
    assert agreements[0].copies == ()


def test_a_hidden_actor_hides_what_names_it(tmp_path: Path) -> None:
    terms = '[[event]]\nkind = "occurred"\nid = "call"\nwhen = 2031-05-02\nby = "envoy"\n'
    agreement, faults = read(tmp_path / "case", terms)
    assert faults == []
    assert agreement.events[0].provenance.handling == MEDIATOR


def test_in_a_case_with_faults_unknown_actors_are_for_the_mediator(tmp_path: Path) -> None:
    folder = write(tmp_path / "case", '[[event]]\nkind = "resumed"\nby = "lost"\n')
    (folder / "actors.toml").write_text('[[actor]]\nid = "lost"\n', encoding="utf-8")
    (agreement,), faults = read_agreements(folder)
    assert faults == ()
    assert agreement.events[0].provenance.handling == MEDIATOR


def test_an_instrument_hides_its_agreement(tmp_path: Path) -> None:
    folder = write(tmp_path / "case", 'instrument = "truce-text"')
    case = (folder / "case.toml").read_text(encoding="utf-8")
    (folder / "case.toml").write_text(case + 'handling = "party:upland"\n', encoding="utf-8")
    (agreement,), faults = read_agreements(folder)
    assert faults == ()
    assert agreement.provenance.handling == Handling("party:upland")


def test_decisions_about_copies(tmp_path: Path) -> None:
    row = "accord,agreements/truce/{},5,9,obligation,confirm,,A. N.,2031-05-02T10:00:00+02:00,\n"
    rows = row.format("upland.md") + row.format("uplant.md")
    agreement, faults = read(tmp_path / "case", decisions=rows)
    assert [one.document for one in agreement.decisions] == ["agreements/truce/upland.md"]
    assert faults == [
        (
            "decisions.csv:3: there is no copy 'agreements/truce/uplant.md'; "
            "did you mean 'agreements/truce/upland.md'? correct the decision"
        )
    ]


def test_a_decision_that_names_a_hidden_actor_is_hidden(tmp_path: Path) -> None:
    row = 'accord,agreements/truce/upland.md,5,9,by,correct,"upland, envoy",A. N.,2031-05-02T10:00:00Z,\n'
    agreement, _ = read(tmp_path / "case", decisions=row)
    assert agreement.decisions[0].provenance.handling == MEDIATOR


def test_a_copy_that_names_a_hidden_actor_is_hidden(tmp_path: Path) -> None:
    agreement, _ = read(tmp_path / "case", copies={"a": copy("envoy", TEXT), "b": copy("upland")})
    assert [one.front.provenance.handling for one in agreement.copies] == [MEDIATOR, PUBLIC]

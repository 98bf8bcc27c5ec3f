"""The mediator's brief reads `negotiation.toml`; nobody else's brief does, whatever it holds."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.brief.talks import BLOCKED, OPEN
from tests.cli.talks import read_nothing, run, write

from sulh.brief import agreeable
from sulh.table.diagram import TooLargeError


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sulh.record.read_case", read_nothing)
    folder = write(tmp_path / "talks")
    (folder / "negotiation.toml").write_text(OPEN, encoding="utf-8")
    return folder


def mediators(case: Path, *more: object) -> Result:
    return run(case, "--for", "mediator", *more)


def test_the_mediator_sees_what_could_be_agreed(case: Path) -> None:
    result = mediators(case)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "\nWhat could be agreed\n" in result.stdout
    assert "are assumed, and so is all that follows: Upland Front\n" in result.stdout
    assert "████████████████████ 5 (100%) · Upland Front\n" in result.stdout


def test_the_two_parties_of_the_picture_can_be_chosen(case: Path) -> None:
    def axes(*more: str) -> list[str]:
        found: list[str] = json.loads(mediators(case, "--json", *more).stdout)["sections"]["agreeable"][
            "axes"
        ]
        return found

    assert axes() == ["lowland", "upland"]
    assert axes("--parties", "upland, lowland") == ["upland", "lowland"]


@pytest.mark.parametrize("parties", ["upland", "upland,upland", "upland,nobody", "a,b,c", ""])
def test_anything_but_two_parties_is_refused(case: Path, parties: str) -> None:
    result = mediators(case, "--parties", parties)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "name two of lowland, upland as A,B" in " ".join(result.stderr.split())


def test_parties_are_for_the_mediator_and_need_a_negotiation(case: Path) -> None:
    refused = run(case, "--parties", "upland,lowland")
    assert refused.exit_code == 2
    assert "add --for mediator" in " ".join(refused.stderr.split())
    (case / "negotiation.toml").unlink()
    assert run(case, "--parties", "upland,lowland").stderr == refused.stderr
    result = mediators(case, "--parties", "upland,lowland")
    assert result.exit_code == 2
    assert "the case has no negotiation.toml" in " ".join(result.stderr.split())


def test_a_case_without_a_negotiation_has_no_such_part(case: Path) -> None:
    (case / "negotiation.toml").unlink()
    result = mediators(case)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "What could be agreed" not in result.stdout
    assert "agreeable" not in json.loads(mediators(case, "--json").stdout)["sections"]


def test_faults_are_printed_and_the_rest_of_the_page_stands(case: Path, tmp_path: Path) -> None:
    broken = OPEN.replace("reservation = 2", 'reservation = "much"')
    (case / "negotiation.toml").write_text(broken, encoding="utf-8")
    result = mediators(case, "-o", tmp_path / "brief.html")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{case / 'negotiation.toml'}:3: 'reservation': not a number")
    html = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "negotiation.toml could not be read" in html
    assert html.rstrip().endswith("</html>")


def test_what_is_too_large_is_said(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*_: object) -> None:
        raise TooLargeError

    monkeypatch.setattr(agreeable, "deals", too_large)
    assert "the negotiation is too large to be answered" in mediators(case).stdout


@pytest.mark.parametrize(("audience", "needed"), [("public", False), ("mediator", True)])
def test_the_table_is_loaded_for_the_mediator_alone(case: Path, audience: str, *, needed: bool) -> None:
    program = (
        "import sys; from sulh.cli import run; assert run(sys.argv[1:]) == 0; "
        "print(any(name.startswith('sulh.table') for name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, "brief", case, "--for", audience],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr.splitlines()[-1] == str(needed)


def blocked(file: Path) -> None:
    file.write_text(BLOCKED, encoding="utf-8")


def other_preferences(file: Path) -> None:
    file.write_text(OPEN.replace("scope = 6", "scope = 9"), encoding="utf-8")


def partial(file: Path) -> None:
    file.write_text(OPEN.replace("scope = 6", "scope = [5, 7]"), encoding="utf-8")


def with_a_fault(file: Path) -> None:
    file.write_text(OPEN + '[preference.nobody]\nweights = {scope = "much"}\n', encoding="utf-8")


def no_toml(file: Path) -> None:
    file.write_text("[[party", encoding="utf-8")


def no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")


def empty(file: Path) -> None:
    file.write_bytes(b"")


def missing(file: Path) -> None:
    file.unlink()


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def a_link_to_nothing(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere.toml")


CHANGES = [
    blocked, other_preferences, partial, with_a_fault, no_toml, no_text, empty, missing, a_folder,
    a_link_to_nothing,
]  # fmt: skip


def outputs(case: Path, audience: str) -> list[tuple[int, str, str] | bytes]:
    """Return terminal, JSON and HTML."""
    page = case.parent / "brief.html"
    results = [
        run(case, "--for", audience, *more)
        for more in ((), ("--lang", "ar", "--json"), ("--lang", "ar", "-o", page))
    ]
    return [*((r.exit_code, r.stdout, r.stderr) for r in results), page.read_bytes()]


@pytest.mark.parametrize("audience", ["public", "process", "party:upland"])
@pytest.mark.parametrize("change", CHANGES)
def test_for_others_every_byte_is_the_same_whatever_the_negotiation(
    case: Path, change: Callable[[Path], None], audience: str
) -> None:
    before = outputs(case, audience)
    change(case / "negotiation.toml")
    assert outputs(case, audience) == before


@pytest.mark.parametrize("change", CHANGES)
def test_the_mediator_sees_the_difference(case: Path, change: Callable[[Path], None]) -> None:
    before = outputs(case, "mediator")
    change(case / "negotiation.toml")
    after = outputs(case, "mediator")
    assert all(one != other for one, other in zip(before, after, strict=True) if isinstance(one, bytes))
    faulty = change in {with_a_fault, no_toml, no_text, empty, a_folder, a_link_to_nothing}
    assert {result[0] for result in after if isinstance(result, tuple)} == {2 if faulty else 0}

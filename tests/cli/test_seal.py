import json
import stat
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sulh.cli.seal import PASSWORD, key, seal, sign, verify

TEXT = """\
+++
language = "en"
title = "Two rivers"
parties = ["Lowland", "Upland"]
+++

# 1. Water {#water}

The share of Lowland is 40 per cent.
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def private(tmp_path: Path) -> Path:
    path = tmp_path / "lowland.pem"
    assert run(key, path).exit_code == 0
    return path


def run(command: click.Command, *arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)), env=environment)


def signed(copy: Path, private: Path, *more: str) -> Path:
    result = run(sign, copy, "--key", private, "--signer", "Lowland", "--json", *more)
    assert result.exit_code == 0, result.output
    return Path(json.loads(result.stdout)["file"])


def test_a_new_key_is_readable_by_its_owner_alone(private: Path) -> None:
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert private.with_suffix(".pub.pem").read_text().startswith("-----BEGIN PUBLIC KEY-----")


def test_a_key_is_never_overwritten(private: Path) -> None:
    before = private.read_bytes()
    result = run(key, private)
    assert result.exit_code == 2
    assert "never overwritten" in result.stderr
    assert private.read_bytes() == before


def test_the_digest_stays_the_same_where_only_layout_changes(copy: Path) -> None:
    digest = run(seal, copy).stdout
    copy.write_text(TEXT.replace("is 40 per", "is\n40  per").replace("{#water}", ""), encoding="utf-8")
    assert run(seal, copy).stdout == digest
    copy.write_text(TEXT.replace("40", "41"), encoding="utf-8")
    assert run(seal, copy).stdout != digest


def test_a_seal_as_json(copy: Path) -> None:
    entry = json.loads(run(seal, copy, "--json").stdout)
    assert entry == {
        "audience": "public",
        "copy": str(copy),
        "digest": run(seal, copy).stdout.strip(),
        "clauses": 1,
        "brackets": 0,
    }


def test_a_signature_holds_until_one_letter_changes(copy: Path, private: Path) -> None:
    file = signed(copy, private)
    public = private.with_suffix(".pub.pem")
    good = run(verify, copy, file, "--key", public)
    assert good.exit_code == 0
    assert "The signature holds" in good.stdout
    copy.write_text(TEXT.replace("Lowland is", "Lowlane is"), encoding="utf-8")
    bad = run(verify, copy, file, "--key", public, "--lang", "ar")
    assert bad.exit_code == 1
    assert "التوقيع على نص غير هذا النص" in bad.stdout


def test_without_a_key_nobody_vouches(copy: Path, private: Path) -> None:
    result = run(verify, copy, signed(copy, private))
    assert result.exit_code == 0
    assert "nobody vouches" in result.stdout


def test_another_key_and_a_changed_file_do_not_hold(copy: Path, private: Path, tmp_path: Path) -> None:
    file = signed(copy, private)
    assert run(key, tmp_path / "other.pem").exit_code == 0
    file.write_text(file.read_text().replace('"Lowland"', '"Upland"'))
    result = run(verify, copy, file, "--key", tmp_path / "other.pub.pem", "--json")
    assert result.exit_code == 1
    entry = json.loads(result.stdout)
    assert entry["valid"] is False
    (one,) = entry["signatures"]
    assert (one["same_text"], one["genuine"], one["known"]) == (True, False, False)
    said = run(verify, copy, file, "--key", tmp_path / "other.pub.pem").stdout
    assert "was changed after it was signed" in said
    assert "none of those that were expected" in said


def test_a_draft_is_signed_only_knowingly(copy: Path, private: Path) -> None:
    copy.write_text(TEXT.replace("40", "[[Lowland: 40 | Upland: 30]]"), encoding="utf-8")
    result = run(sign, copy, "--key", private, "--signer", "Lowland")
    assert result.exit_code == 2
    assert "not a final text, 1 brackets are open" in result.stderr
    assert signed(copy, private, "--draft").exists()


def test_the_time_can_be_given(copy: Path, private: Path, tmp_path: Path) -> None:
    output = tmp_path / "one.json"
    at = "2031-05-01T09:30:00+03:00"
    result = run(sign, copy, "--key", private, "--signer", "السهل", "--at", at, "-o", output)
    assert result.exit_code == 0
    assert "السهل, 2031-05-01T09:30:00+03:00, sha256:" in result.stdout
    assert json.loads(output.read_text(encoding="utf-8"))["at"] == at


@pytest.mark.parametrize("at", ["tomorrow", "2031-05-01T09:30"])
def test_a_time_without_offset_is_refused(copy: Path, private: Path, at: str) -> None:
    result = run(sign, copy, "--key", private, "--signer", "Lowland", "--at", at)
    assert result.exit_code == 2
    assert "offset" in result.stderr


def test_a_signer_has_a_name(copy: Path, private: Path) -> None:
    result = run(sign, copy, "--key", private, "--signer", " ")
    assert result.exit_code == 2
    assert "one line, and not empty" in result.stderr


def test_an_encrypted_key_takes_its_password_from_the_environment(copy: Path, tmp_path: Path) -> None:
    path = tmp_path / "secret.pem"
    assert run(key, path, "--encrypt", "--json", **{PASSWORD: "one"}).exit_code == 0
    assert "ENCRYPTED" in path.read_text()
    arguments = (copy, "--key", path, "--signer", "Lowland")
    assert run(sign, *arguments, **{PASSWORD: "one"}).exit_code == 0
    wrong = run(sign, *arguments, **{PASSWORD: "two"})
    assert wrong.exit_code == 2
    assert "another password" in wrong.stderr


def test_files_of_another_kind_are_refused(copy: Path, private: Path, tmp_path: Path) -> None:
    file = signed(copy, private)
    for arguments, reason in (
        ((sign, copy, "--key", copy, "--signer", "Lowland"), "no private key"),
        ((verify, copy, copy), "no signature in JSON"),
        ((verify, copy, file, "--key", private), "no public key"),
        ((seal, tmp_path / "none.md"), "could not be read"),
    ):
        result = run(*arguments)
        assert result.exit_code == 2
        assert reason in result.stderr
        assert result.stdout == ""

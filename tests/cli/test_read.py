"""`sulh read`."""

import json
from pathlib import Path

import pytest

from sulh.cli import run

TEXT = "قالت وزارة الري النهرية، الثلاثاء، إن السد آمن."


def read(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = run(["read", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def dispatch(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_statements_are_printed(dispatch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = read(capsys, dispatch)
    assert (code, err) == (0, "")
    assert [line.strip() for line in out.splitlines()][-2:] == ["وزارة الري النهرية", "السد آمن"]


def test_one_object_a_file(dispatch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = read(capsys, dispatch, dispatch, "--json", "--published", "2031-04-01")
    first, second = map(json.loads, out.splitlines())
    assert code == 0
    assert first == second
    assert first["document"]["path"] == str(dispatch)
    assert first["statements"][0]["when"] == {"text": "الثلاثاء", "date": "2031-04-01"}


def test_front_matter_says_day_and_audience(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.txt"
    path.write_bytes(f'+++\ndate = 2031-04-01\nhandling = "party:bank"\n+++\n{TEXT}'.encode())
    _, out, _ = read(capsys, path, "--json", "--published", "2030-01-01")
    data = json.loads(out)
    assert data["audience"] == "party:bank"
    assert data["document"]["published"] == "2031-04-01"
    start, end = data["statements"][0]["content"][0]
    assert path.read_bytes().decode()[start:end] == "السد آمن"


def test_windows_1256_is_read_with_a_notice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("windows-1256"))
    code, out, err = read(capsys, path)
    assert code == 0
    assert "السد آمن" in out
    assert err.startswith(f"{path}:1: read as Windows-1256")


def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    dispatch: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = {"empty.txt": b"", "image.txt": b"\x89PNG\r\n\x00\x00", "front.txt": b"+++\ndate = soon\n+++\nx"}
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    missing = tmp_path / "missing.txt"
    paths = [tmp_path / name for name in bad]
    code, out, err = read(capsys, *paths, missing, dispatch, "--json")
    assert code == 2
    lines = err.splitlines()
    for path in (*paths, missing):
        assert any(line.startswith(f"{path}:") for line in lines)
    assert json.loads(out.splitlines()[-1])["statements"]
    assert "Traceback" not in err


def test_standard_input_carries_its_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "in"
    path.write_bytes(TEXT.encode())
    with path.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        code, out, _ = read(capsys, "-", "--json")
    assert code == 0
    assert json.loads(out)["document"]["text"] == TEXT


def test_a_language_that_is_not_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "english.txt"
    path.write_text("The ministry said that the dam was safe and that it would stay so.", "utf-8")
    code, _, err = read(capsys, path)
    assert code == 0
    assert "only Arabic is" in err

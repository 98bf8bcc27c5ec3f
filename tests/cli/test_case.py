import json
from pathlib import Path

import pytest

from sulh.case.folder import read
from sulh.case.template import files
from sulh.cli import run


def test_new_writes_a_sound_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a" / "talks"
    assert run(["new", str(folder)]) == 0
    assert "sulh check" in capsys.readouterr().out
    case, faults = read(folder)
    assert faults == ()
    assert {dispatch.language for dispatch in case.dispatches} == {"ar", "en"}
    assert run(["check", str(folder)]) == 0
    output = capsys.readouterr()
    assert output.out.startswith("sound: tracks 2, meetings 1, instruments 1, actors 4, roles 2,")
    assert output.err == ""


def test_new_refuses_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("mine", "utf-8")
    assert run(["new", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path}:1: there is something already; name a new folder\n"
    assert run(["new", str(tmp_path / "note.txt")]) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["note.txt"]


def test_new_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "--json", str(tmp_path)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer == {"audience": "mediator", "folder": str(tmp_path), "files": list(files())}


def test_check_names_every_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.toml").write_text('titel = "x"\n', "utf-8")
    (tmp_path / "dispatches").mkdir()
    (tmp_path / "dispatches" / "d1.txt").write_bytes("قال مجلس المرتفعات".encode("windows-1256"))
    assert run(["check", str(tmp_path)]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    notice, *faults = output.err.splitlines()
    assert notice.startswith(f"{tmp_path}/dispatches/d1.txt:1: read as Windows-1256")
    assert faults == [
        f"{tmp_path}/case.toml:1: the key 'title' is missing; add it",
        f"{tmp_path}/case.toml:1: unknown key 'titel'; did you mean 'title'? correct or remove it",
    ]


def test_check_as_json(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "case.toml").write_text('title = "x"\n[[track]]\nid = "أ"\ntitle = "x"\n', "utf-8")
    assert run(["check", "--json", str(tmp_path)]) == 2
    output = capsysbinary.readouterr().out.decode()
    assert "'أ'" in output
    answer = json.loads(output)
    assert answer["audience"] == "mediator"
    assert answer["sound"] is False
    (fault,) = answer["faults"]
    assert (fault["file"], fault["line"]) == (f"{tmp_path}/case.toml", 3)
    assert answer["notices"] == []
    assert set(answer["counts"].values()) == {0}
    assert list(answer["counts"])[:2] == ["tracks", "meetings"]


def test_check_of_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(tmp_path / "none")]) == 2
    assert "there is no such folder" in capsys.readouterr().err

import json
from pathlib import Path

import pytest

from sulh.case import Fault
from sulh.cli.report import faults_as_json, print_faults, print_json, write_file


def test_json_is_one_line_of_utf8(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    value = {"text": "صلح\n", "path": "\udcff"}
    print_json(value)
    output = capsysbinary.readouterr().out
    assert output.count(b"\n") == 1
    assert "صلح".encode() in output
    assert json.loads(output) == value


def test_faults(capsys: pytest.CaptureFixture[str]) -> None:
    faults = [Fault("a.toml", 3, "x"), Fault("b.toml", None, "ص")]
    print_faults(faults)
    assert capsys.readouterr() == ("", "a.toml:3: x\nb.toml:1: ص\n")
    assert faults_as_json(faults)[1] == {"file": "b.toml", "line": None, "reason": "ص"}


def test_a_file_is_written_in_utf8_as_it_is(tmp_path: Path) -> None:
    write_file(tmp_path / "page.html", "صلح\r\n")
    assert (tmp_path / "page.html").read_bytes() == "صلح\r\n".encode()

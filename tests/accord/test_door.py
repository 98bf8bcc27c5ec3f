from pathlib import Path

import pytest

from sulh.accord import InvalidCopyError, load, load_with_faults, save

BYTES = '\ufeff+++\r\nversion = "1"\r\n+++\r\n1. النص\u200f  \r\n\r\n2) [[A: x | :]]'.encode()


def test_byte_for_byte(tmp_path: Path) -> None:
    file = tmp_path / "COPY.md"
    file.write_bytes(BYTES)
    copy = load(str(file))
    assert copy.name == str(file)
    assert copy.front.version == "1"
    save(copy, tmp_path / "again.md")
    assert (tmp_path / "again.md").read_bytes() == BYTES
    assert sorted(path.name for path in tmp_path.iterdir()) == ["COPY.md", "again.md"]


def test_all_faults_at_once(tmp_path: Path) -> None:
    file = tmp_path / "COPY.md"
    file.write_text("1. [[x\n\n2. {>>\n\n3. ]]", "utf-8")
    with pytest.raises(InvalidCopyError) as caught:
        load(file)
    assert [fault.line for fault in caught.value.faults] == [1, 3, 5]
    assert str(caught.value).startswith(f"{file}:1: the bracket")
    copy, faults = load_with_faults(file)
    assert copy is not None
    assert faults == caught.value.faults


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "COPY.md"
    copy, (fault,) = load_with_faults(file)
    assert copy is None
    assert "could not be read" in fault.reason
    for data, words in {b" \n": "empty", b"a\0b": "not a text", "نص".encode("utf-16"): "not UTF-8"}.items():
        file.write_bytes(data)
        copy, (fault,) = load_with_faults(file)
        assert copy is None
        assert words in fault.reason

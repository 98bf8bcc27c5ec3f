from pathlib import Path

import pytest

from sulh.case.folder.atomic import write_bytes


def test_replaces_the_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    write_bytes(file, b"a longer text")
    write_bytes(file, b"short")
    assert file.read_bytes() == b"short"
    assert list(tmp_path.iterdir()) == [file]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_bytes(tmp_path / "taken", b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "taken"]

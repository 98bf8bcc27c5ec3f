from pathlib import Path

import pytest

from sulh.table import InvalidNegotiationError, load, load_with_faults

TEXT = """\
[[party]]
id = "upland"
[[issue]]
id = "scope"
options = ["نهران", "local"]
"""


def test_a_file_or_the_folder_that_holds_it(tmp_path: Path) -> None:
    file = tmp_path / "negotiation.toml"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    negotiation = load(file)
    assert [party.id for party in negotiation.parties] == ["upland"]
    assert [option.id for option in negotiation.issues[0].options] == ["نهران", "local"]
    assert load(str(tmp_path)) == negotiation
    assert load_with_faults(tmp_path) == (negotiation, ())


def test_all_faults_at_once(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text('a = 1\n[[party]]\nid = "upland"\nreservation = "x"\n', "utf-8")
    with pytest.raises(InvalidNegotiationError) as caught:
        load(file)
    assert [fault.line for fault in caught.value.faults] == [1, 1, 4]
    assert str(caught.value) == "\n".join(map(str, caught.value.faults))
    assert isinstance(caught.value, ValueError)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "negotiation.toml"):
        negotiation, (fault,) = load_with_faults(path)
        assert negotiation is None
        assert fault.file == str(tmp_path / "negotiation.toml")
        assert "No such file or directory" in fault.reason


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"a = 1\nb = '\xe9'\n")
    negotiation, (fault,) = load_with_faults(file)
    assert negotiation is None
    assert fault.line == 2
    assert "UTF-8" in fault.reason

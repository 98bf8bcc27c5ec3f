from sulh.case.reference import is_id, is_machine_id, split


def test_shapes() -> None:
    assert [word for word in ("a", "a-1", "2031-04", "", "A", "a_b", "a b", "é", "a\n") if is_id(word)] == [
        "a",
        "a-1",
        "2031-04",
    ]
    assert [word for word in ("s1", "s12a", "s", "call-1", "as1") if is_machine_id(word)] == ["s1", "s12a"]


def test_split() -> None:
    assert split("2031-04-02-harbour#s3") == ("2031-04-02-harbour", "s3")
    assert split("call-1") == ("", "call-1")

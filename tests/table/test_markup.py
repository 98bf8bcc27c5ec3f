import pytest

from sulh.table import markup
from sulh.table.markup import Element, MarkupError, parse


def test_elements_stand_before_those_in_them() -> None:
    data = (
        '<?xml version="1.0"?>\n<a>\n <b z="1" y="أ"> x &amp; <c/>\n y</b>\n <!-- no --><b/>\n</a>'.encode()
    )
    elements = parse(data)
    assert elements == (
        Element(0, "a", ()),
        Element(1, "b", (("z", "1"), ("y", "أ")), "x & \n y"),
        Element(2, "c", ()),
        Element(1, "b", ()),
    )
    assert [element.line for element in elements] == [2, 3, 3, 5]
    assert elements[1].get("z") == "1"
    assert elements[1].get("a") is None


def test_other_encodings_are_read() -> None:
    text = '<?xml version="1.0" encoding="{}"?><a b="é"/>'
    for encoding in ("ISO-8859-1", "windows-1252", "UTF-16"):
        (element,) = parse(text.format(encoding).encode(encoding))
        assert element.get("b") == "é"


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"<a>\n<b></a>", 2, "not well-formed XML: mismatched tag; correct it"),
        (b"", 1, "not well-formed XML: no element found"),
        (b"<a>\n&nbsp;</a>", 2, "not well-formed XML: undefined entity"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', 1, "encoding"),
        (b'<?xml version="1.0" encoding="base64"?><a/>', 1, "encoding"),
        (b'\n<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>', 2, "document type declaration"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 1, "document type declaration"),
    ],
)
def test_what_cannot_be_read(data: bytes, line: int, reason: str) -> None:
    with pytest.raises(MarkupError, match=reason) as caught:
        parse(data)
    assert caught.value.line == line


def test_entities_never_grow() -> None:
    """A "billion laughs" document is refused before anything is expanded."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    with pytest.raises(MarkupError, match="document type declaration"):
        parse(f'<!DOCTYPE a [<!ENTITY e0 "x">{entities}]><a>&e19;</a>'.encode())


def test_size_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert markup.LARGEST == 20_000_000
    monkeypatch.setattr(markup, "LARGEST", 10)
    assert parse(b"<abcdefg/>")
    with pytest.raises(MarkupError, match="larger than") as caught:
        parse(b"<abcdefgh/>")
    assert caught.value.line is None


def test_depth_has_none() -> None:
    assert parse(b"<a>" * 50_000 + b"</a>" * 50_000)[-1].depth == 49_999

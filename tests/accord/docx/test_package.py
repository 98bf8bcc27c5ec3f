from collections.abc import Callable

import pytest

from sulh.accord.docx import package
from sulh.accord.docx.package import DocumentError, open_package

Make = Callable[..., bytes]
Archive = Callable[[dict[str, str]], bytes]
RELATIONS = (
    '<Relationships><Relationship Type="x/officeDocument" Target="d.xml"/>'
    '<Relationship Type="x/styles" Target="http://example.org/" TargetMode="External"/></Relationships>'
)


def test_parts_by_their_relations(make: Make) -> None:
    opened = open_package(make("<w:p/>", styles="<w:style/>"))
    assert opened.document.tag == "document"
    assert opened.styles is not None
    assert opened.comments is None


def test_files_that_are_no_document(make: Make, archive: Archive) -> None:
    whole = make("<w:p/>")
    cases = {
        b"": "not a DOCX file",
        b"plain text": "not a DOCX file",
        whole[: len(whole) // 2]: "not a DOCX file",
        b"\xd0\xcf\x11\xe0 old": "protected with a password",
        archive({"a": "b"}): "without the text of a document",
        archive({"_rels/.rels": RELATIONS}): "without the text of a document",
        archive({"_rels/.rels": RELATIONS, "d.xml": "<document/>"}): "without the text of a document",
        archive({"_rels/.rels": RELATIONS, "d.xml": "<document>"}): "d.xml is not well-formed XML in line 1",
        archive({"_rels/.rels": RELATIONS, "d.xml": "<a>" * 300 + "</a>" * 300}): "nested more than 200",
    }
    for data, words in cases.items():
        with pytest.raises(DocumentError, match=words):
            open_package(data)


def test_entities_are_refused(archive: Archive) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    outside = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
    for text in (bomb, outside):
        with pytest.raises(DocumentError, match="document type declaration"):
            open_package(archive({"_rels/.rels": RELATIONS, "d.xml": text}))


def test_bombs_are_refused_before_they_are_opened(
    make: Make, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DocumentError, match="more than 10000 parts"):
        open_package(archive(dict.fromkeys(map(str, range(10_001)), "")))
    bomb = archive({"_rels/.rels": " " * 51_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(DocumentError, match="would take 51 MB"):
        open_package(bomb)
    monkeypatch.setattr(package, "LARGEST_FILE", 10)
    with pytest.raises(DocumentError, match="larger than"):
        open_package(make("<w:p/>"))


def test_an_encrypted_part_is_refused(make: Make) -> None:
    data = bytearray(make("<w:p/>"))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    with pytest.raises(DocumentError, match="cannot be opened"):
        open_package(bytes(data))

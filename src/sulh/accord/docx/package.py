"""A DOCX file from outside, opened safely: no entities, no other files, bounded in size and depth.

The format is ECMA-376 (Office Open XML): a zip archive of XML parts that refer to each other. Elements and
attributes are known by their local names, so that its transitional and its strict form are read alike.
"""

import posixpath
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

LARGEST_FILE: Final = 50_000_000  # bytes
_LARGEST_PART: Final = 50_000_000  # bytes, after decompression
_MOST_PARTS: Final = 10_000
_DEEPEST: Final = 200  # elements within each other
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ROOT: Final = "_rels/.rels"


class DocumentError(ValueError):
    """A document cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document that its text needs; None for a part that it has not.

    Attributes:
        document: the text itself.
    """

    document: Element
    numbering: Element | None
    styles: Element | None
    comments: Element | None
    footnotes: Element | None
    endnotes: Element | None


def open_package(data: bytes) -> Package:
    """Open the bytes of a DOCX file.

    Raises:
        DocumentError: they are none, are damaged, protected or too large, or have no text.
    """
    if len(data) > LARGEST_FILE:
        msg = f"larger than {LARGEST_FILE // 1_000_000} MB; nothing of it was read"
        raise DocumentError(msg)
    if data.startswith(_OLE):
        msg = "protected with a password, or a DOC of an old version; save it as DOCX without a password"
        raise DocumentError(msg)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _package(archive)
    except (BadZipFile, zlib.error, EOFError, OSError) as error:
        msg = f"not a DOCX file, or a damaged one ({error}); save it anew as DOCX"
        raise DocumentError(msg) from None
    except (RuntimeError, NotImplementedError) as error:  # encrypted; an unknown compression
        msg = f"a DOCX file that cannot be opened ({error}); save it anew as DOCX"
        raise DocumentError(msg) from None


def _package(archive: ZipFile) -> Package:
    if len(archive.infolist()) > _MOST_PARTS:
        msg = f"more than {_MOST_PARTS} parts; no document has so many, nothing of it was read"
        raise DocumentError(msg)
    root = _part(archive, _ROOT)
    main = _targets(root, "").get("officeDocument", "") if root is not None else ""
    document = _part(archive, main) if main else None
    if document is None or document.find("body") is None:
        msg = "a zip archive without the text of a document; save it anew as DOCX"
        raise DocumentError(msg)
    folder, name = posixpath.split(main)
    relations = _part(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    targets = _targets(relations, folder) if relations is not None else {}
    kinds = ("numbering", "styles", "comments", "footnotes", "endnotes")
    return Package(document, *(_part(archive, targets[kind]) if kind in targets else None for kind in kinds))


def _targets(relations: Element, folder: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the last word of the kind of relation."""
    found = {}
    for relation in relations.iter("Relationship"):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            found[kind.rpartition("/")[2]] = posixpath.normpath(posixpath.join("/", folder, target))[1:]
    return found


def _part(archive: ZipFile, name: str) -> Element | None:
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    # No more than the size declared is ever decompressed.
    if info.file_size > _LARGEST_PART:
        msg = f"its part {name} would take {info.file_size // 1_000_000} MB; nothing of it was read"
        raise DocumentError(msg)
    return _Parser(name).parse(archive.read(info))


class _Parser:
    """Reads one part; refuses a document type declaration, without which there are no entities."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._depth = 0
        self._builder = TreeBuilder()
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = self._refuse

    def parse(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - the signature is expat's
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            msg = (
                f"its part {self._name} is not well-formed XML in line {error.lineno} ({what}); save it anew"
            )
            raise DocumentError(msg) from None
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            msg = f"its part {self._name} is nested more than {_DEEPEST} deep; nothing of it was read"
            raise DocumentError(msg)
        self._builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_local(name))

    def _refuse(self, *_: object) -> None:
        msg = (
            f"its part {self._name} has a document type declaration, which no DOCX file has; nothing was read"
        )
        raise DocumentError(msg)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def value(element: Element | None, *path: str) -> str | None:
    """Return the `val` of the element at `path` under `element`, or None where there is none."""
    found = element.find("/".join(path)) if element is not None and path else element
    return None if found is None else found.get("val")


def integer(word: str | None, default: int) -> int:
    """Return a number of a part, or `default` where there is none or it is no number."""
    try:
        return int(word or "")
    except ValueError:
        return default


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of that name."""
    return iter(()) if element is None else (child for child in element if child.tag == name)

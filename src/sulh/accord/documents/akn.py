"""A document as Akoma Ntoso 3.0 XML (OASIS LegalDocML, 2018): one language, `eId`s from the ids of clauses.

The document is a `doc` named `agreement`; a clause is an `hcontainer` named `clause`. Where the copy bears no
date, `FRBRdate` is 0001-01-01 with the name `unknown`; the country is `xx`, since an agreement has none.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from sulh.accord.documents.document import Block, Document, Runs, Side, Table, remarks

_NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SOURCE: Final = "#sulh"
_UNKNOWN: Final = "0001-01-01"
_LANGUAGES: Final = {"ar": "ara", "en": "eng", "fr": "fra", "ru": "rus", "tr": "tur", "fa": "fas"}


def render(document: Document) -> bytes:
    """Return the XML file in UTF-8.

    Raises:
        ValueError: the document has two languages.
    """
    if len(document.sides) > 1:
        msg = "an Akoma Ntoso file has one language; write one file for each with --lang"
        raise ValueError(msg)
    (side,) = document.sides
    root = Element("akomaNtoso", xmlns=_NAMESPACE)
    doc = SubElement(root, "doc", name="agreement", contains="originalVersion")
    _meta(SubElement(doc, "meta"), document, side)
    preface = SubElement(doc, "preface")
    for words in (side.title, *side.details, document.draft_mark, document.against_line):
        if words:
            SubElement(preface, "p").text = words
    audience = side.labels.audience.format(audience=document.audience)
    for words in (f"{side.labels.digest}: {side.digest}", audience):
        SubElement(preface, "p").text = words
    _clauses(SubElement(doc, "mainBody"), [row.cells[0] for row in document.rows if row.cells[0]], side)
    if document.signatories:
        end = SubElement(doc, "conclusions")
        for title, group in document.groups():
            SubElement(end, "p").text = title
            for one in group:
                SubElement(SubElement(end, "p"), "signature").text = one.names[0]
                for claim in one.claims[0]:
                    SubElement(end, "p").text = claim
    written: bytes = tostring(root, "utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + written + b"\n"


def _meta(meta: Element, document: Document, side: Side) -> None:
    language = _LANGUAGES.get(side.language.partition("-")[0], side.language.partition("-")[0])
    # What the text says decides its name, so that two exports of one text have the same one.
    work = f"/akn/xx/doc/agreement/{sha256(side.digest.encode()).hexdigest()[:16]}"
    expression = f"{work}/{language}@{side.date}"
    identification = SubElement(meta, "identification", source=_SOURCE)
    day = {"date": side.date, "name": "document"} if side.date else {"date": _UNKNOWN, "name": "unknown"}
    for name, uri in (
        ("FRBRWork", work),
        ("FRBRExpression", expression),
        ("FRBRManifestation", f"{expression}.xml"),
    ):
        part = SubElement(identification, name)
        SubElement(part, "FRBRthis", value=f"{uri}/!main")
        SubElement(part, "FRBRuri", value=uri)
        SubElement(part, "FRBRdate", day)
        SubElement(part, "FRBRauthor", href=_SOURCE)
        if name == "FRBRWork":
            SubElement(part, "FRBRcountry", value="xx")
        if name == "FRBRExpression":
            SubElement(part, "FRBRlanguage", language=language)
    references = SubElement(meta, "references", source=_SOURCE)
    SubElement(
        references, "TLCOrganization", eId="sulh", href="/akn/ontology/organization/sulh", showAs="sulh"
    )
    for number, one in enumerate(document.signatories, 1):
        href = f"/akn/ontology/organization/signatory-{number}"
        SubElement(
            references, "TLCOrganization", eId=f"signatory-{number}", href=href, showAs=one.names[0] or ""
        )


def _clauses(parent: Element, blocks: Sequence[Block], side: Side) -> None:
    """Write blocks, each under the one that it stands under."""
    open_ = [(-1, parent)]
    for at, block in enumerate(blocks):
        while open_[-1][0] >= block.nesting:
            open_.pop()
        has_more = at + 1 < len(blocks) and blocks[at + 1].nesting > block.nesting
        element = SubElement(open_[-1][1], "hcontainer", eId=f"clause_{block.id}", name="clause")
        if block.label:
            _inline(SubElement(element, "num"), block.label)
        if block.heading:
            _inline(SubElement(element, "heading"), block.heading)
        parts = list(_parts(block, side))
        if parts or not has_more:
            content = SubElement(element, "intro" if has_more else "content")
            content.extend(parts or [Element("p")])
        open_.append((block.nesting, element))


def _parts(block: Block, side: Side) -> Iterator[Element]:
    for part in block.body:
        if isinstance(part, Table):
            table = Element("table")
            for number, row in enumerate(part.rows):
                line = SubElement(table, "tr")
                for cell in row:
                    name = "th" if part.header and not number else "td"
                    _inline(SubElement(SubElement(line, name), "p"), cell)
            yield table
        else:
            paragraph = Element("p")
            _inline(paragraph, part)
            yield paragraph
    for number, note in enumerate(remarks(block, side), 1):
        paragraph = Element("p")
        beside = SubElement(paragraph, "authorialNote", eId=f"clause_{block.id}__note_{number}")
        _inline(SubElement(beside, "p"), note)
        yield paragraph


def _inline(parent: Element, runs: Runs) -> None:
    last: Element | None = None
    for run in runs:
        if not run.change and not run.mark:
            if last is None:
                parent.text = (parent.text or "") + run.text
            else:
                last.tail = (last.tail or "") + run.text
            continue
        place = parent
        if run.change:
            place = last = SubElement(parent, {"inserted": "ins", "removed": "del"}[run.change])
        if run.mark:
            place = SubElement(place, "inline", name=run.mark)
            last = last if run.change else place
        place.text = run.text

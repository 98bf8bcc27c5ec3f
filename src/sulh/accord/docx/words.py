"""The words of one paragraph of a DOCX file, with tracked changes as brackets and comments as notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple
from xml.etree.ElementTree import Element

from sulh.accord.editing import escape_signs
from sulh.accord.marks import find_marks
from sulh.text.span import Span

_SIGNS: Final = {"tab": " ", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": " "}
_INSERTED: Final = {"ins", "moveTo"}
_DELETED: Final = {"del", "moveFrom"}
_LEFT_OUT: Final = {"drawing", "pict", "object", "AlternateContent", "sym"}
_UNKNOWN: Final = "unknown"
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys(",،;؛:|[]{}<>\\\n", " "))
_NOTES: Final = {
    "commentReference": "comment",
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
}

Change = Literal["", "ins", "del"]


class Remark(NamedTuple):
    """A comment or a foot- or endnote; the author of these is what they are called."""

    author: str
    text: str


class Piece(NamedTuple):
    """A stretch with one history.

    Attributes:
        inserted: who inserted it; empty for what stood before.
        deleted: who deleted it; empty for what stands.
        text: its words; empty for a remark.
        remark: a note that stands here.
    """

    inserted: str
    deleted: str
    text: str
    remark: Remark | None = None


@dataclass(slots=True)
class Words:
    """Reads paragraphs.

    Attributes:
        remarks: comments, footnotes and endnotes, by kind and id.
        left_out: what was met and cannot be read as text, by the name of its element.
    """

    remarks: Mapping[tuple[str, str], Remark]
    left_out: dict[str, int]

    def markdown(self, paragraph: Element) -> str:
        """Return the words of a paragraph as they stand in the body of a copy, its lines without blanks."""
        pieces = list(_merged(self._pieces(paragraph, "", "")))
        written = "".join(self._written(pieces))
        return "\n".join(line.strip() for line in written.split("\n") if line.strip())

    def _pieces(self, element: Element, inserted: str, deleted: str) -> Iterator[Piece]:
        for child in element:
            tag = child.tag
            if tag in _INSERTED:
                yield from self._pieces(child, _author(child), deleted)
            elif tag in _DELETED:
                yield from self._pieces(child, inserted, _author(child))
            elif tag in _LEFT_OUT:
                self.left_out[tag] = self.left_out.get(tag, 0) + 1
            elif (text := _text(child)) is not None:
                yield Piece(inserted, deleted, text)
            elif tag in _NOTES:
                if remark := self.remarks.get((_NOTES[tag], child.get("id", ""))):
                    yield Piece("", "", "", remark)
            elif not tag.endswith("Pr"):
                yield from self._pieces(child, inserted, deleted)

    def _written(self, pieces: Sequence[Piece]) -> Iterator[str]:
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            after = pieces[at + 1] if at + 1 < len(pieces) else None
            if piece.remark:
                yield f" {{>> {piece.remark.author}: {escape_signs(piece.remark.text)} <<}}"
            elif not piece.inserted and not piece.deleted:
                yield _as_typed(piece.text)
            elif after and _replaces(piece, after):
                old, new = (after, piece) if after.deleted else (piece, after)
                yield _bracket(new.inserted, new.text, "", old.text)
                at += 1
            elif piece.inserted and piece.deleted:
                yield _bracket(piece.inserted, piece.text, piece.deleted, "")
            elif piece.inserted:
                yield _bracket(piece.inserted, piece.text, "", "")
            else:
                yield _bracket(piece.deleted, "", "", piece.text)
            at += 1


def _text(element: Element) -> str | None:
    """Return the words that an element of a run stands for, or None where it stands for none."""
    if element.tag in {"t", "delText"}:
        return (element.text or "").replace("\n", " ")
    if element.tag == "br":
        return "\n" if element.get("type", "textWrapping") == "textWrapping" else ""
    return _SIGNS.get(element.tag)


def _author(change: Element) -> str:
    return " ".join(change.get("author", "").translate(_NOT_IN_NAMES).split()) or _UNKNOWN


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces with those of one history joined; empty ones are left out."""
    last: Piece | None = None
    for piece in pieces:
        if last and not piece.remark and not last.remark and last[:2] == piece[:2]:
            last = last._replace(text=last.text + piece.text)
            continue
        if last and (last.text or last.remark):
            yield last
        last = piece
    if last and (last.text or last.remark):
        yield last


def _replaces(piece: Piece, after: Piece) -> bool:
    """Tell whether one author deleted one of the two pieces and inserted the other in its place."""
    changes = {(piece.inserted, piece.deleted), (after.inserted, after.deleted)}
    author = piece.inserted or piece.deleted
    return not after.remark and changes == {(author, ""), ("", author)}


def _bracket(proposer: str, wording: str, other: str, instead: str) -> str:
    """Return a bracket; the blanks around its words stand around it."""
    both = wording + instead
    if not both.strip():
        return both if instead else ""
    before = " " if wording[:1].isspace() or instead[:1].isspace() else ""
    after = " " if wording[-1:].isspace() or instead[-1:].isspace() else ""
    first, second = _wording(proposer, wording), _wording(other, instead)
    apart = " " if second.endswith("]") else ""
    return f"{before}[[{first} | {second}{apart}]]{after}"


def _wording(proposer: str, words: str) -> str:
    lines = (escape_signs(" ".join(line.split()), "|:") for line in words.split("\n"))
    return f"{proposer}: {' '.join(filter(None, lines))}".rstrip(" ")


def _as_typed(words: str) -> str:
    """Escape what would be a mark, but keep well-formed brackets, which somebody typed as such."""
    marks, done, result = find_marks(words, Span(0, len(words))), 0, ""
    for bracket in marks.brackets if not marks.faults else ():
        result += escape_signs(words[done : bracket.span.start]) + bracket.span.of(words)
        done = bracket.span.end
    return result + escape_signs(words[done:])

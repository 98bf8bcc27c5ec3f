"""Cut a passage where highlights begin and end, so that overlapping ones can be marked."""

from dataclasses import dataclass
from itertools import pairwise

from sulh.brief.page import Highlight, Passage


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage under one and the same set of highlights.

    Attributes:
        begins: the highlights whose first piece this is.
        continues: the other highlights over it.
    """

    text: str
    begins: tuple[Highlight, ...] = ()
    continues: tuple[Highlight, ...] = ()


def pieces(passage: Passage) -> tuple[Piece, ...]:
    """Return the passage in pieces: joined they are its text, and each highlight covers whole pieces.

    Highlights of which nothing lies in the passage begin at an empty piece at its end, so that links to them
    still lead to the passage.
    """
    reach = {
        h: [(_clip(s.start, passage), _clip(s.end, passage)) for s in h.spans] for h in passage.highlights
    }
    ends = {0, len(passage.text)}
    cuts = sorted(ends.union(*(span for spans in reach.values() for span in spans)))
    due = dict.fromkeys(passage.highlights)
    found = []
    for start, stop in pairwise(cuts):
        over = [h for h, spans in reach.items() if any(s <= start and stop <= e for s, e in spans)]
        begins = tuple(h for h in over if h in due)
        continues = tuple(h for h in over if h not in due)
        for highlight in begins:
            del due[highlight]
        found.append(Piece(passage.text[start:stop], begins, continues))
    return (*found, *([Piece("", tuple(due))] if due else []))


def _clip(offset: int, passage: Passage) -> int:
    return min(max(offset - passage.offset, 0), len(passage.text))

"""A dispatch: a text that somebody published, with what is known of its publication."""

from dataclasses import dataclass
from datetime import date

from sulh.case.provenance import UNSOURCED, Provenance
from sulh.text.span import Span


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One published text.

    Attributes:
        id: file name without its suffix, unique in the case.
        path: path of the file relative to the case folder, with `/`.
        text: the whole decoded file, front matter included: every offset counts in it, from 0.
        body: the stretch of `text` after the front matter.
        outlet: who published it; None where not known.
        published: the day of publication; None where not known.
        language: BCP 47 tag.
    """

    id: str
    path: str
    text: str
    body: Span
    language: str
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    provenance: Provenance = UNSOURCED

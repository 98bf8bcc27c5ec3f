"""Where a value comes from, and how far it may travel."""

from dataclasses import dataclass
from typing import Literal

from sulh.case.handling import PUBLIC, Handling
from sulh.case.local_text import LocalText
from sulh.case.when import When
from sulh.text.span import Span

SourceKind = Literal["dispatch", "statement", "row", "url", "person"]


@dataclass(frozen=True, slots=True)
class Source:
    """What a value rests on.

    Attributes:
        kind: `dispatch` (a character span of a dispatch), `statement` (one entered by hand), `row`
            (`FILE:LINE`), `url`, or `person` (somebody's own entry).
        reference: the dispatch id, statement id, `FILE:LINE`, URL or name of the person.
        span: for a dispatch, the stretch of its text (offsets in the decoded file); None for the whole.
    """

    kind: SourceKind
    reference: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """The fields that any value of a case may carry.

    Attributes:
        sources: what the value rests on.
        handling: who may see it.
        as_of: the date of which the value is true, where it is not when it was said.
        assumed: true where somebody supposed the value and no source gives it.
        note: a remark for the reader.
    """

    sources: tuple[Source, ...] = ()
    handling: Handling = PUBLIC
    as_of: When | None = None
    assumed: bool = False
    note: LocalText | None = None


UNSOURCED = Provenance()

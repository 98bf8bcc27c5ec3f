"""What comes out of reading one document."""

from dataclasses import dataclass
from datetime import date

from sulh.case.statement import RoleClaim, SpeakerKind, Statement
from sulh.text.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """The document that was read.

    Attributes:
        id: what statements name it by (the dispatch id, or the path).
        title: the headline; None where the text begins with a paragraph.
        credited: the names in its "source:" line.
        body: the stretch of the text that was read, front matter left out.
    """

    id: str
    path: str
    language: str
    title: str | None
    outlet: str | None
    published: date | None
    credited: tuple[str, ...]
    body: Span


@dataclass(frozen=True, slots=True)
class NamedActor:
    """A speaker, relay or role holder as the document names it."""

    name: str
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says, as far as it was read.

    Attributes:
        notices: what a reader of the result has to know (a language that is not read), one sentence each.
    """

    document: Document
    actors: tuple[NamedActor, ...] = ()
    statements: tuple[Statement, ...] = ()
    roles: tuple[RoleClaim, ...] = ()
    notices: tuple[str, ...] = ()

"""`statements.toml`: statements entered by hand."""

from itertools import pairwise
from typing import Final, get_args

from sulh.case.folder.entry import Entry
from sulh.case.provenance import Source
from sulh.case.reference import BY_HAND, is_machine_id
from sulh.case.statement import (
    Aspect,
    Denial,
    Form,
    Mention,
    Polarity,
    Saying,
    SpeakerKind,
    Statement,
)
from sulh.text.span import Span

KINDS: Final[tuple[SpeakerKind, ...]] = get_args(SpeakerKind)
FORMS: Final[tuple[Form, ...]] = get_args(Form)
POLARITIES: Final[tuple[Polarity, ...]] = get_args(Polarity)
_ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)


def statement(entry: Entry) -> Statement:
    """Read `[[statement]]`."""
    identifier = entry.new_id("statement")
    document = entry.maybe_reference("dispatch", "dispatch")
    if document and is_machine_id(identifier):
        entry.fault(f"ids such as {identifier!r} are the program's own in a dispatch; choose another", "id")
    text, content = _content(entry, document)
    entered_by = entry.maybe_text("entered_by")
    return Statement(
        id=identifier,
        document=document or BY_HAND,
        speaker=entry.text("speaker"),
        kind=entry.choice("kind", KINDS),
        text=text,
        form=entry.choice("form", FORMS, "indirect"),
        polarity=entry.choice("polarity", POLARITIES, "affirm"),
        cue=_stretch(entry, "cue", document),
        content=content,
        mention=_stretch(entry, "mention", document),
        role=entry.maybe_text("role"),
        speaker_id=entry.maybe_reference("speaker_id", "actor"),
        via=entry.texts("via"),
        addressee=entry.maybe_text("addressee"),
        said=entry.part("said", _saying),
        denies=tuple(denial for denial in entry.parts("denies", _denial) if denial.statement),
        dates=entry.parts("dates", _mention),
        status="entered",
        provenance=entry.provenance([Source("person", entered_by)] if entered_by else []),
    )


def _content(entry: Entry, document: str | None) -> tuple[str, tuple[Span, ...]]:
    """Return the text of the statement and, where a dispatch carries it, where its stretches stand."""
    entry.require("text")
    if document is None:
        pieces = entry.texts("text") if entry.holds_list("text") else (entry.text("text"),)
        return " … ".join(pieces), ()
    content = entry.quotations("text", document)
    if any(later.start < earlier.end for earlier, later in pairwise(content)):
        entry.fault("the pieces of 'text' overlap or are not in their order; reorder them", "text")
    whole = entry.context.texts[document].whole if document in entry.context.texts else ""
    return " … ".join(span.of(whole) for span in content), content


def _stretch(entry: Entry, key: str, document: str | None) -> Span | None:
    if document is None:
        if entry.has(key):
            entry.fault(f"{key!r} are words of a dispatch; add 'dispatch' or leave {key!r} out", key)
        return None
    return next(iter(entry.quotations(key, document)), None)


def _saying(entry: Entry) -> Saying:
    return Saying(entry.text("text"), entry.day("day"))


def _denial(entry: Entry) -> Denial:
    entry.require("statement")
    return Denial(entry.maybe_statement("statement") or "", entry.choice("aspect", _ASPECTS))


def _mention(entry: Entry) -> Mention:
    return Mention(entry.text("text"), entry.day("from"), entry.day("until"))

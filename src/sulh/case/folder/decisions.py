"""`decisions.csv`: what persons decided about what a program read, one row a decision."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, get_args

from sulh.case.decision import Decision, Verb
from sulh.case.fault import Fault
from sulh.case.folder.entry import Context
from sulh.case.folder.statements import FORMS, KINDS, POLARITIES
from sulh.case.folder.table import suggestion
from sulh.text.span import Span

HEADER: Final = ("room", "document", "start", "end", "what", "decision", "value", "by", "when", "why")
OBLIGATION: Final = "obligation"
OBLIGATION_FIELDS: Final = (
    "by",
    "duty",
    "to",
    "from",
    "until",
    "within",
    "monitor",
    "guarantor",
    "exception",
    "trigger",
    "consequence",
)
"""What can be corrected of an obligation: the attributes of a clause."""

_VERBS: Final[tuple[Verb, ...]] = get_args(Verb)
_FIELDS: Final = ("speaker", "speaker_id", "kind", "role", "form", "polarity", "addressee", "content")
_DECIDED: Final[dict[str, tuple[str, Sequence[str], Sequence[str]]]] = {
    "record": ("statement", _FIELDS, get_args(Verb)),
    "accord": (OBLIGATION, OBLIGATION_FIELDS, ("confirm", "correct", "reject")),
}
"""By room: what its decisions are about, the fields of that, and what can be decided."""
ROOMS: Final = tuple(_DECIDED)

_COPY: Final = re.compile(r"agreements/[a-z0-9-]+/[^/]+\.md")
_WORDS: Final[dict[str, Sequence[str]]] = {"kind": KINDS, "form": FORMS, "polarity": POLARITIES}
_MAY_BE_EMPTY: Final = ("speaker_id", "role", "addressee", *OBLIGATION_FIELDS[2:])
_STRETCH: Final = re.compile(r"([0-9]+)-([0-9]+)")
_NUMBER: Final = re.compile(r"[0-9]{1,18}")


def decisions(file: str, text: str, context: Context) -> tuple[tuple[Decision, ...], list[Fault]]:
    """Read the rows; one with a fault is left out."""
    result: list[Decision] = []
    faults: list[Fault] = []
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    line = 1
    try:
        header = next(rows, [])
        if tuple(header) != HEADER:
            reason = f"the first line has to be {','.join(HEADER)}; correct it, no decision was read"
            return (), [Fault(file, 1, reason)]
        line = rows.line_num + 1
        for row in rows:
            if row:
                decision, reasons = _decision(row, line, context)
                faults += [Fault(file, line, reason) for reason in reasons]
                result += [decision] if decision else []
            line = rows.line_num + 1
    except csv.Error as error:
        faults.append(Fault(file, line, f"not readable as CSV: {error}; correct it, no later row was read"))
    return tuple(result), faults


def _decision(row: list[str], line: int, context: Context) -> tuple[Decision | None, list[str]]:
    if len(row) != len(HEADER):
        reason = f"{len(row)} fields instead of {len(HEADER)}; put fields with commas into quotation marks"
        return None, [reason]
    room, document, start, end, what, verb, value, by, when, why = row
    text = context.texts.get(document)
    length = len(text.whole) if text else None
    reasons = [*_known("room", room, ROOMS)]
    reasons += _document(room, document, context)
    reasons += _what(room if room in ROOMS else ROOMS[0], what, verb)
    stretch = _stretches(f"{start}-{end}", length)
    if len(stretch) != 1:
        reasons.append(f"start {start!r} and end {end!r} are no stretch of the dispatch; correct them")
    if not by.strip():
        reasons.append("'by' is empty; say who decided")
    time = _time(when)
    if time is None or time.tzinfo is None:
        reasons.append(f"{when!r} is no time with offset; write one such as 2031-04-02T09:30:00+03:00")
    if not reasons:
        reasons += _value(what, verb, value, length, context)
    if reasons or time is None or (text is None and room == ROOMS[0]):
        return None, reasons
    known_verb = next(known for known in _VERBS if known == verb)
    return Decision(room, document, stretch[0], what, known_verb, value, by, time, why, line), []


def _known(field: str, word: str, words: Sequence[str]) -> Iterator[str]:
    if word not in words:
        yield f"unknown {field} {word!r}{suggestion(word, words)} use one of {', '.join(words)}"


def _document(room: str, document: str, context: Context) -> Iterator[str]:
    """Yield what is wrong with the document; whether a copy is there, the room that reads copies tells."""
    if room != "accord":
        yield from filter(None, [context.missing(document, ("dispatch",))])
    elif not _COPY.fullmatch(document):
        yield f"{document!r} is no copy of an agreement; write its path, agreements/ID/COPY.md"


def _what(room: str, what: str, verb: str) -> Iterator[str]:
    whole, fields, verbs = _DECIDED[room]
    yield from _known("what", what, (whole, *fields))
    yield from _known("decision", verb, verbs)
    if verb in verbs and (verb == "correct") != (what in fields):
        others = ", ".join(known for known in verbs if known != "correct")
        article = "an" if whole == OBLIGATION else "a"
        yield f"{verb!r} does not go with {what!r}; correct a field, or {others} {article} {whole}"


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _stretches(text: str, length: int | None) -> list[Span]:
    """Return the stretches `start-end start-end`, in order and within `length`; none where one is wrong."""
    result: list[Span] = []
    for word in text.split(" "):
        match = _STRETCH.fullmatch(word)
        if match is None or not all(_NUMBER.fullmatch(number) for number in match.groups()):
            return []
        span = Span(int(match[1]), int(match[2]))
        after = result[-1].end if result else 0
        if not after <= span.start < span.end or (length is not None and span.end > length):
            return []
        result.append(span)
    return result


def _value(what: str, verb: str, value: str, length: int | None, context: Context) -> Iterator[str]:
    """Yield what is wrong with the value of a decision that is otherwise sound."""
    needed = {"merge": (1, 1), "split": (2, None), "correct": (1, None)}
    if verb in {"confirm", "reject"}:
        if value:
            yield f"{verb!r} takes no value; empty the field, or decide 'correct'"
    elif verb != "correct" or what == "content":
        least, most = needed[verb]
        count = len(_stretches(value, length))
        if count < least or (most is not None and count > most):
            form = " ".join(["start-end"] * least)
            yield f"{value!r} does not name stretches of the dispatch in order; write {form}"
    elif not value.strip():
        if what not in _MAY_BE_EMPTY:
            yield f"the value of {what!r} is empty; write the correct one"
    elif what == "speaker_id":
        yield from filter(None, [context.missing(value, ("actor",))])
    elif what in _WORDS:
        yield from _known(what, value, _WORDS[what])


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text


def written(rows: Sequence[Decision]) -> str:
    """Return the text of `decisions.csv`."""
    table: list[Sequence[str]] = [HEADER]
    for row in rows:
        start, end = map(str, row.span)
        when = row.when.isoformat()
        table.append(
            (row.room, row.document, start, end, row.what, row.verb, row.value, row.by, when, row.why)
        )
    return "".join(",".join(map(_field, fields)) + "\n" for fields in table)

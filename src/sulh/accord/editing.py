"""Changes to a copy that leave every other character of it as it is.

A change is made in the text and read again: what would begin another clause, or is not well written, is
refused. So a change does what it says and nothing else.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from sulh.accord.clause import Bracket, Clause, Wording
from sulh.accord.counterpart import Copy
from sulh.accord.label import read_label
from sulh.accord.reading import parse
from sulh.text.span import Span

_SPECIAL: Final = re.compile(r"\\(?=\S)|\[(?=\[)|\](?=\])|\{(?=>>|[ \t]*(?:#|[A-Za-z_-]+=))|<(?=<\})")
_HEADING: Final = re.compile(r"[^\w\s#]?#{1,6}(?:\s|\Z)")
_NEEDS_NO_BLANK: Final = re.compile(r"[ \t.,;:!?)\]،؛؟»”]|\s*\Z|\r?\n")


def render(copy: Copy) -> str:
    """Return the text of the file: the very text that was read."""
    return copy.text


def escape(words: str, also: str = "") -> str:
    """Return `words` written so that they are read as text of one paragraph, whatever signs are in them.

    Args:
        words: empty lines, and blanks at the ends of lines, are layout and not kept.
        also: further signs to be taken as they are: `|:` in the wording of a bracket, `|` in a table.
    """
    lines = (escape_signs(line.strip(), also) for line in words.splitlines())
    return "\n".join("\\" + line if _begins_a_clause(line) else line for line in lines if line)


def escape_signs(words: str, also: str = "") -> str:
    """Return `words` with a backslash before each sign that would be a mark; numbers stay numbers."""
    special = re.compile(f"{_SPECIAL.pattern}|[{re.escape(also)}]") if also else _SPECIAL
    return special.sub(r"\\\g<0>", words)


def _begins_a_clause(line: str) -> bool:
    return bool(_HEADING.match(line)) or read_label(line, heading=False) is not None


def with_text(copy: Copy, identifier: str, words: str) -> Copy:
    """Return the copy with other words in one clause.

    Its number, heading, id, attributes and notes stay, and so do the clauses under it.

    Args:
        copy: is not changed.
        identifier: id of the clause.
        words: its paragraphs as they are to stand in the file; `escape` makes them of plain words.

    Raises:
        KeyError: there is no such clause.
        ValueError: the words would begin a clause, or are not well written; the message says where.
    """
    clause = copy.clause_by_id(identifier)
    if clause is None:
        raise KeyError(identifier)
    newline = "\r\n" if "\r\n" in copy.text else "\n"
    lines = [line.strip() for line in words.strip().splitlines()]
    old = _words(copy, clause)
    kept = [note.span for note in clause.notes if old.start <= note.span.start < old.end]
    if clause.braces and not clause.level:
        before = [piece.end for piece in clause.content if piece.end <= clause.braces.start]
        gap = Span(before[-1] if before else min(old.start, clause.braces.start), clause.braces.end)
        kept = [span for span in kept if not span.overlaps(gap)]
        old = Span(old.start, max(old.end, gap.end))
        between = gap.of(copy.text)
        first = "".join(lines[:1])
        blank = "" if between[0].isspace() or not first else " "
        lines = [first + blank + between, *lines[1:]]
    new = newline.join(lines) + "".join(f" {span.of(copy.text)}" for span in kept)
    if new and not clause.content:
        is_word = clause.label and not (clause.braces or clause.level) and copy.text[old.start - 1].isalnum()
        if is_word:  # Article 3 stands alone on its line
            new = newline + new
        else:
            new = newline * 2 + new if clause.level else _after_blank(copy.text, old.start, new)
    return _edited(copy, [(old, new)])


def _words(copy: Copy, clause: Clause) -> Span:
    """Return the stretch from the first to the last word of the content, or where that would stand."""
    if clause.content:
        start = clause.content[0].start
        # What stands right before the first word and is no blank is the backslash of an escape.
        escaped = start > clause.own.start and copy.text[start - 1] == "\\"
        return Span(start - escaped, clause.content[-1].end)
    ends = [span.end for span in (clause.label, *clause.heading) if span]
    if not clause.level:
        place = ends[-1] if ends else clause.own.start
        return Span(place, place)
    after = clause.braces.end if clause.braces else max(ends, default=copy.text.index("#", clause.own.start))
    end = copy.text.find("\n", after, clause.own.end)
    line = copy.text[after : clause.own.end if end < 0 else end].rstrip()
    return Span(after + len(line), after + len(line))


def _after_blank(text: str, place: int, words: str) -> str:
    return words if words[0].isspace() or text[place - 1 : place].isspace() or not place else f" {words}"


def proposals(copy: Copy, proposer: str) -> dict[Bracket, str]:
    """Return every bracket for which `proposer` has a wording, as choices for `resolve`."""
    return {
        bracket: proposer
        for bracket in copy.brackets()
        if any(proposer in (wording.proposers or ("",)) for wording in bracket.wordings)
    }


def resolve(copy: Copy, choices: Mapping[Bracket, str]) -> Copy:
    """Return the copy with brackets replaced by the wording of one of their proposers.

    Where that is empty, one blank before the bracket goes too, if none is needed there.

    Args:
        copy: is not changed.
        choices: a proposer for each bracket that is settled; the empty text for words that nobody proposes,
            which are those as they stood.

    Raises:
        ValueError: a bracket is none of this copy or has no wording of that proposer, or the wording would
            begin a clause.
    """
    known = set(copy.brackets())
    edits = []
    for bracket, proposer in choices.items():
        if bracket not in known:
            msg = f"{copy.name} has no such bracket at {list(bracket.span)}; read the copy again"
            raise ValueError(msg)
        edits.append(_settled(copy.text, bracket, _chosen(bracket, proposer)))
    return _edited(copy, edits)


def _chosen(bracket: Bracket, proposer: str) -> Wording:
    for wording in bracket.wordings:
        if proposer in (wording.proposers or ("",)):
            return wording
    names = ", ".join(name or "nobody" for one in bracket.wordings for name in one.proposers or ("",))
    msg = f"{proposer!r} has no wording in the bracket at {list(bracket.span)}; choose one of {names}"
    raise ValueError(msg)


def _settled(text: str, bracket: Bracket, wording: Wording) -> tuple[Span, str]:
    start, end = bracket.span
    spare = wording.span.start == wording.span.end and text[start - 1 : start] in {" ", "\t"}
    if spare and _NEEDS_NO_BLANK.match(text, end):
        start -= 1
    return Span(start, end), wording.span.of(text)


def _edited(copy: Copy, edits: Iterable[tuple[Span, str]]) -> Copy:
    """Return the copy with stretches replaced, if nothing but the words of its clauses changes."""
    text = copy.text
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    edited, faults = parse(text, copy.name)
    before = Counter(fault.reason for fault in parse(copy.text, copy.name)[1])
    for fault in faults:
        before[fault.reason] -= 1
        if before[fault.reason] < 0:
            msg = f"the new words are not well written: {fault}"
            raise ValueError(msg)
    if _shape(edited) != _shape(copy):
        msg = "the new words begin or end a clause; put a backslash before what is no number or heading"
        raise ValueError(msg)
    return edited


def _shape(copy: Copy) -> list[tuple[str, str, int, int]]:
    return [(one.id, one.number, one.level, len(one.children)) for one in copy.walk()]

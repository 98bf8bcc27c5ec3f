"""The words of a clause as a document shows them: brackets by their proposers, lines, tables, changes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from sulh.accord.clause import Bracket, Clause
from sulh.accord.copies.difference import runs as differing
from sulh.accord.counterpart import Copy
from sulh.accord.documents.document import Change, Labels, Run, Runs, Table, text_of
from sulh.accord.plain import join
from sulh.text.span import Span

_UNSHOWN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_RULE: Final = re.compile("[-: ]+")
_RIGHT: Final = frozenset(("R", "AL"))


class _Zone(NamedTuple):
    """A stretch of a bracket: what its signs are shown as, or None for its words."""

    span: Span
    shown: Runs | None


def clean(text: str) -> str:
    """Return `text` with � for what no page can show or what would reverse the order of letters unseen."""
    return _UNSHOWN.sub("\ufffd", text)


def runs_of(copy: Copy, clause: Clause, stretches: Iterable[Span], labels: Labels) -> Runs:
    """Return the words of stretches of a clause, with brackets as `[A: one | B: other]`."""
    words = join(copy.text, stretches)
    zones = [zone for bracket in clause.brackets for zone in _zones(bracket, labels)]
    return _merged(_letters(copy.text, zip(words.text, words.starts, strict=True), zones))


def _letters(source: str, letters: Iterable[tuple[str, int]], zones: Sequence[_Zone]) -> Iterator[Run]:
    at, said, before = 0, -1, -1
    for letter, start in letters:
        while at < len(zones) and zones[at].span.end <= start:
            at += 1
        if at == len(zones) or start < zones[at].span.start:
            escaped = source[start - 1 : start] == "\\" and before != start - 1
            yield Run(letter, "cell" if letter == "|" and not escaped else "")
        elif (shown := zones[at].shown) is None:
            yield Run(letter, "bracket")
        elif said != at:
            yield from shown
            said = at
        before = start


def _zones(bracket: Bracket, labels: Labels) -> Iterator[_Zone]:
    sign, start = "[", bracket.span.start
    for wording in bracket.wordings:
        names = ", ".join(wording.proposers) or labels.as_it_stood
        shown = [Run(sign, "bracket"), Run(f"{names}: ", "proposer")]
        if not wording.text:
            shown.append(Run(labels.deleted, "proposer"))
        yield _Zone(Span(start, wording.span.start), tuple(shown))
        yield _Zone(wording.span, None)
        sign, start = " | ", wording.span.end
    yield _Zone(Span(start, bracket.span.end), (Run("]", "bracket"),))


def _merged(runs: Iterable[Run]) -> Runs:
    return tuple(
        Run(clean("".join(run.text for run in group)), *kind)
        for kind, group in groupby(runs, lambda run: run[1:])
    )


def redlined(old: Runs, new: Runs) -> Runs:
    """Return the words of both drafts, each with its change."""
    before, after = text_of(old), text_of(new)
    found: list[Run] = []
    i = j = 0
    for sign, first, second in differing(before, after):
        if sign == "removed":
            found += _sliced(old, i, first.end, "removed")
            if not j:
                found.append(Run(" "))  # what follows begins the new draft, with no blank before it
            i = first.end
        else:
            found += _sliced(new, j, second.end, "inserted" if sign == "added" else "")
            i, j = first.end, second.end
    found += _sliced(new, j, len(after), "")
    return _merged(found)


def _sliced(runs: Runs, start: int, end: int, change: Change) -> Iterator[Run]:
    at = 0
    for run in runs:
        if piece := run.text[max(start - at, 0) : max(end - at, 0)]:
            yield Run(piece, run.mark, change)
        at += len(run.text)


def changed(runs: Runs, change: Change) -> Runs:
    """Return `runs` with one change throughout."""
    return tuple(run._replace(change=change) for run in runs)


def body(runs: Runs) -> tuple[Runs | Table, ...]:
    """Return the lines of `runs` as paragraphs, and rows `| a | b |` as tables."""
    found: list[Runs | Table] = []
    for is_row, group in groupby(_lines(runs), lambda line: line[0].mark == "cell"):
        lines = list(group)
        found += [_table(lines)] if is_row else lines
    return tuple(found)


def _lines(runs: Runs) -> Iterator[Runs]:
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        line.append(run._replace(text=first))
        for text in rest:
            yield from _if_any(line)
            line = [run._replace(text=text)]
    yield from _if_any(line)


def _if_any(line: list[Run]) -> Iterator[Runs]:
    kept = _merged(run for run in line if run.text)
    if text_of(kept).strip():
        yield kept


def _table(lines: Sequence[Runs]) -> Table:
    rows = [_cells(line) for line in lines]
    header = len(rows) > 1 and all(_RULE.fullmatch(text_of(cell)) for cell in rows[1])
    if header:
        del rows[1]
    width = max(map(len, rows))
    return Table(tuple((*row, *[()] * (width - len(row))) for row in rows), header)


def _cells(line: Runs) -> list[Runs]:
    """Return the cells of a row; the bars at its ends part nothing."""
    cells: list[list[Run]] = [[]]
    for run in line:
        if run.mark == "cell":
            cells += [[] for _ in run.text]
        else:
            cells[-1].append(run)
    if len(cells) > 1 and not text_of(tuple(cells[-1])).strip():
        cells.pop()
    return [_stripped(cell) for cell in cells[1:]]


def _stripped(cell: list[Run]) -> Runs:
    if cell:
        cell[0] = cell[0]._replace(text=cell[0].text.lstrip())
        cell[-1] = cell[-1]._replace(text=cell[-1].text.rstrip())
    return tuple(run for run in cell if run.text)


def is_right_to_left(text: str, otherwise: bool) -> bool:  # noqa: FBT001 - the answer where letters give none
    """Tell whether the first letter with a direction runs from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in _RIGHT or kind == "L"), None)
    return otherwise if first is None else first in _RIGHT

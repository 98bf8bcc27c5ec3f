"""From the text of a copy to its values and everything that is wrong with it; touches no file."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sulh.accord.clause import PREAMBLE, Bracket, Clause, Note
from sulh.accord.counterpart import Copy, Front
from sulh.accord.front import front
from sulh.accord.marks import Marks, find_marks, within
from sulh.accord.outline import Node, Outline
from sulh.accord.plain import join
from sulh.case.fault import Fault
from sulh.case.folder.dispatches import take_apart
from sulh.case.folder.entry import Context, Entry
from sulh.case.folder.reading import in_order
from sulh.case.folder.table import Page
from sulh.case.handling import MEDIATOR
from sulh.text.language import detect
from sulh.text.span import Span

_CAUTION: Final = "; until then the copy is handled as mediator"
_TWICE: Final = "the id {!r} is taken by the clause in line {}; give one of the two another id"
_NUMBER_TWICE: Final = (
    "the number {!r} stands already in line {}; correct it, or give this clause an id of its own, {{#id}}"
)


def parse(text: str, name: str) -> tuple[Copy, tuple[Fault, ...]]:
    """Read one copy of an agreement, and what a person has to mend, by line; time grows linearly.

    The text always stays whole. An entry of the front matter with a fault is left out, and the copy is then
    for the mediator; a bracket with a fault is text; of clauses with the same id, both stay.

    Args:
        text: a `COPY.md`, decoded, with its line ends and byte order mark.
        name: of the file, for faults and outputs.
    """
    parts = take_apart(text)
    body = parts.text.body
    said, faults = _front(parts.front, name, detect(body.of(text)))
    if parts.fault:
        faults.append(Fault(name, 1, parts.fault))
    if faults:
        said = replace(said, provenance=replace(said.provenance, handling=MEDIATOR))
    marks = find_marks(text, body)
    outline = Outline(marks, body)
    clauses = tuple(_Clauses(marks, body).all(outline.roots))
    wrong = [*marks.faults, *outline.faults, *_duplicates(clauses, text)]
    faults = [replace(fault, reason=fault.reason + _CAUTION) for fault in faults]
    return Copy(name, text, said, body, clauses), in_order((*faults, *_placed(wrong, text, name)))


def _front(toml: str, name: str, language: str) -> tuple[Front, list[Fault]]:
    try:
        page = Page(name, toml, before=1)
    except ArithmeticError:  # a decimal that not even Decimal can hold
        return Front(language), [Fault(name, 1, "a number has too many digits; write a shorter one")]
    entry = Entry(page, (), page.values, context=Context(language))
    language = entry.maybe_language() or language
    entry.context.language = language
    return front(entry, language), page.faults()


class _Clauses:
    """Makes clauses of the lines of a body."""

    def __init__(self, marks: Marks, body: Span) -> None:
        self._marks = marks
        self._body = body
        self._unnumbered = 0

    def all(self, roots: list[Node]) -> Iterator[Clause]:
        """Yield the outermost clauses, the preamble first where there is one."""
        start = self._body.start
        end = roots[0].line.start if roots else self._body.end
        before = Span(start, end)
        if before.of(self._marks.text).strip():
            yield self._clause(before)
            start = end
        yield from self._siblings(roots, start, self._body.end)

    def _siblings(self, nodes: list[Node], start: int, end: int) -> Iterator[Clause]:
        for index, node in enumerate(nodes, 1):
            last = nodes[index].line.start if index < len(nodes) else end
            yield self._clause(Span(start, last), node)
            start = last

    def _clause(self, span: Span, node: Node | None = None) -> Clause:
        marks, line = self._marks, node.line if node else None
        children = node.children if node else []
        own = Span(span.start, children[0].line.start if children else span.end)
        braces = line.braces if line else None
        level = line.level if line else 0
        words = Span(line.words.start if line else own.start, own.end)
        heading, content = Span(words.start, words.start), words
        if line and level:
            brackets = within(marks.brackets, line.words, _start)
            end = max([line.words.end, *(bracket.span.end for bracket in brackets)])
            heading, content = Span(words.start, end), Span(end, own.end)
        heading_words, content_words = tuple(marks.words(heading)), tuple(marks.words(content))
        identifier = (braces.id if braces else "") or (node.number if node else PREAMBLE)
        if not identifier:
            self._unnumbered += 1
            identifier = f"heading-{self._unnumbered}"
        return Clause(
            id=identifier,
            named=bool(braces and braces.id),
            number=node.number if node else "",
            span=span,
            own=own,
            label=line.label_span if line else None,
            level=level,
            heading=heading_words,
            content=content_words,
            text=join(marks.text, heading_words, content_words).text,
            brackets=tuple(within(marks.brackets, own, _start)),
            notes=tuple(within(marks.notes, own, _start)),
            braces=braces.span if braces else None,
            attributes=braces.attributes if braces else (),
            children=tuple(self._siblings(children, own.end, span.end)),
        )


def _start(mark: Bracket | Note) -> int:
    return mark.span.start


def _duplicates(clauses: Iterable[Clause], text: str) -> Iterator[tuple[int, str]]:
    """Yield the second of each two clauses with one id, and what to do about it."""
    breaks = [at for at, character in enumerate(text) if character == "\n"]
    first: dict[str, int] = {}
    for clause in (one for root in clauses for one in root.walk()):
        place = next(iter((*clause.heading, *clause.content)), clause.span).start
        place = clause.label.start if clause.label else place
        if clause.id in first:
            line = 1 + bisect_left(breaks, first[clause.id])
            reason = _TWICE if clause.named or not clause.number else _NUMBER_TWICE
            yield place, reason.format(clause.id, line)
        else:
            first[clause.id] = place


def _placed(wrong: Iterable[tuple[int, str]], text: str, name: str) -> Iterator[Fault]:
    """Yield faults with the lines of their offsets."""
    line, done = 1, 0
    for at, reason in sorted(wrong):
        line += text.count("\n", done, at)
        done = at
        yield Fault(name, line, reason)

"""The positions as a page: issue by issue, who stands how, by which words, and since when."""

from collections.abc import Iterator
from dataclasses import replace

from sulh.brief.build import audience
from sulh.brief.content import Content, anchor, speaker
from sulh.brief.page import (
    Badge,
    Block,
    Inline,
    Line,
    Page,
    Paragraph,
    Section,
    Table,
    Text,
    Verbatim,
    fill,
    joined,
)
from sulh.brief.participants import names
from sulh.brief.positions import Cell, Held, Row, Sheet
from sulh.case.agreement import Issue
from sulh.case.provenance import Source
from sulh.case.statement import Statement


def page(content: Content, sheet: Sheet) -> Page:
    """Return the positions as a page; like a brief, it holds nothing above its audience."""
    nothing = (Paragraph((Badge("missing", content.words.m.gettext("no issue in the case")),)),)
    return Page(
        title=content.title(content.case.title).text,
        language=content.language,
        audience=audience(content),
        summary=tuple(_summary(content, sheet)),
        sections=tuple(_section(content, row) for row in sheet.rows)
        or (Section("positions", (Text(content.words.m.gettext("Positions")),), nothing),),
    )


def _summary(content: Content, sheet: Sheet) -> Iterator[Line]:
    words, m = content.words, content.words.m
    yield (Text(m.gettext("Positions of the actors on each issue, by the newest word that is known")),)
    if sheet.as_of:
        said = m.gettext("Only what was said by {day}").format(day=words.day(sheet.as_of))
        yield (Text(said),)
    if count := len(sheet.left_out):
        left = m.ngettext(
            "{count} position is left out: its date does not tell whether it was taken by then",
            "{count} positions are left out: their dates do not tell whether they were taken by then",
            count,
        )
        yield (Text(left.format(count=count)),)


def _section(content: Content, row: Row) -> Section:
    m = content.words.m
    blocks: list[Block] = []
    if row.last_changed:
        changed = fill(m.gettext("last changed {day}"), day=content.day(row.last_changed))
        blocks.append(Paragraph(changed, quiet=True))
    if basis := content.sources(row.subject.provenance):
        blocks.append(Paragraph(basis, quiet=True))
    headers = (
        m.gettext("Actor"),
        m.pgettext("column", "position"),
        m.pgettext("column", "said"),
        m.pgettext("column", "proposes"),
        m.pgettext("column", "rests on"),
        m.pgettext("column", "denial"),
        m.pgettext("column", "before"),
    )
    rows = tuple(
        _row(content, row.subject, cell, held, first=not place)
        for cell in row.cells
        for place, held in enumerate(cell.current)
    )
    if rows:
        blocks.append(Table("positions", m.gettext("Positions"), headers, rows))
    if unknown := [cell.actor for cell in row.cells if not cell.current]:
        nobody = Badge("missing", m.gettext("no position known"))
        blocks.append(Paragraph((nobody, Text(m.gettext(": ")), *names(content, unknown))))
    return Section(anchor("issue", row.subject.id), (_titled(content, row.subject),), tuple(blocks))


def _titled(content: Content, subject: Issue) -> Verbatim:
    return content.title(subject.title) if subject.title else Verbatim(subject.id)


def _row(
    content: Content, subject: Issue, cell: Cell, held: Held, *, first: bool
) -> tuple[tuple[Line, ...], ...]:
    """Return one position; what the actor held before stands with the first of its positions."""
    provenance = held.position.provenance
    nothing: tuple[Line, ...] = ((Badge("none", content.words.m.pgettext("cell", "none")),),)
    quoted = tuple(source for source in provenance.sources if source.span or source.kind == "statement")
    others = tuple(source for source in provenance.sources if source not in quoted)
    basis = content.sources(replace(provenance, sources=others), dated=held.when is not None)
    proposes = held.position.proposes
    return (
        ((content.name(cell.actor, held.when),),),
        (_stance(content, subject, held),),
        tuple(_words(content, held, quoted)) or nothing,
        ((content.title(proposes),),) if proposes else nothing,
        (basis,) if basis else nothing,
        tuple(_denials(content, held)) or nothing,
        tuple(_stance(content, subject, earlier) for earlier in cell.history if first) or nothing,
    )


def _stance(content: Content, subject: Issue, held: Held) -> Line:
    """Return how an actor stands to an issue, to which option of it, and since when."""
    m = content.words.m
    line: Line = (Text(content.words.stances[held.position.stance]),)
    if option := next((o for o in subject.options if o.id == held.position.option), None):
        title = content.title(option.title) if option.title else Verbatim(option.id)
        line = (*line, Text(m.gettext(": ")), title)
    return (*line, Text(m.gettext(", ")), *content.day(held.when))


def _words(content: Content, held: Held, quoted: tuple[Source, ...]) -> Iterator[Line]:
    """Yield the words behind a position, each once, with who said them and where they stand."""
    found = [held.statement, *(content.statement(s.reference) for s in quoted if s.kind == "statement")]
    statements = list(dict.fromkeys(statement for statement in found if statement))
    yield from (_said(content, statement) for statement in statements)
    for source in quoted:
        dispatch = content.case.dispatch_by_id.get(source.reference)
        if source.kind == "dispatch" and source.span and dispatch:
            words = Verbatim(source.span.of(dispatch.text), dispatch.language)
            yield words, Text(" · "), _place(dispatch.id, *source.span)


def _said(content: Content, statement: Statement) -> Line:
    words, m = content.words, content.words.m
    parts: list[Inline] = [
        content.name(speaker(statement), content.dated(statement)),
        Text(m.gettext(": ")),
        Verbatim(statement.text, content.language_of(statement)),
        Text(" · "),
    ]
    if statement.content:
        parts.append(_place(statement.document, statement.content[0].start, statement.content[-1].end))
    else:
        parts.append(Verbatim(statement.id))
    if statement.polarity == "deny":
        parts += [Text(" "), Badge("denial", m.gettext("denial"))]
    return (*parts, Text(" "), Badge(statement.status, words.statuses[statement.status]))


def _place(document: str, start: int, end: int) -> Verbatim:
    """Return where words stand, with the offsets that `decisions.csv` takes."""
    return Verbatim(f"{document}:{start}-{end}")


def _denials(content: Content, held: Held) -> Iterator[Line]:
    """Yield what the statement behind a position denies of others, and what others deny of it."""
    aspects, colon = content.words.aspects, Text(content.words.m.gettext(": "))
    answers = content.words.m.gettext("answers {name}: {aspect}")
    for denial in held.statement.denies if held.statement else ():
        if claim := content.statement(denial.statement):
            yield fill(answers, aspect=Text(aspects[denial.aspect]), name=content.name(speaker(claim)))
    for denied in held.denied_by:
        name = content.name(speaker(denied.denial), content.dated(denied.denial))
        yield joined(((name, colon, Text(aspects[denied.aspect])), (Verbatim(denied.denial.id),)), " · ")

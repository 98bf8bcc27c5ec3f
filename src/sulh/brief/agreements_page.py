"""The part of a brief on agreements: is each one text, who has seen it, who owes what, is it in force."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from sulh.accord.agreement import short
from sulh.accord.copies import Comparison
from sulh.accord.copies.words import kind_text, status_text
from sulh.accord.counterpart import Circulation, Response
from sulh.brief import force_page, obligations_page
from sulh.brief.agreement_facts import WINDOW_DAYS, Claim, Facts
from sulh.brief.agreement_words import AgreementWords
from sulh.brief.content import Content, anchor, speaker
from sulh.brief.instruments import adherence_line
from sulh.brief.page import Badge, Block, Items, Line, Paragraph, Section, Text, Verbatim, fill, joined
from sulh.case.statement import Aspect, Statement

_PRESSING: Final = frozenset({"overdue", "unclear", "due", "coming", None})


def section(content: Content) -> Section:
    """Return the part of the page on the agreements; there is at least one."""
    w = AgreementWords(content)
    if content.as_of:
        time = fill(w.m.gettext("As things stood at {time}"), time=w.instant(content.as_of))
    else:
        undated = w.m.gettext("No date is given (--as-of): what is in force, overdue or due is left out")
        time = (Badge("missing", undated),)
    parts = (*(_agreement(w, found) for found in content.agreements), *_obligations(w))
    return Section("agreements", (Text(w.m.gettext("Agreements")),), (Paragraph(time, quiet=True),), parts)


def _agreement(w: AgreementWords, found: Facts) -> Section:
    agreement = found.agreement
    blocks = list(_one_text(w, found))
    parts = list(_seen(w, found))
    if found.status:
        force = force_page.section(w.content, agreement, found.status)
        heading = (Text(w.m.gettext("Is it in force")),)
        parts.append(replace(force, id=anchor("force", agreement.id), heading=heading))
    elif basis := w.basis(agreement.provenance):
        blocks.append(Paragraph(basis, quiet=True))
    return Section(anchor("accord", agreement.id), (w.title(agreement),), tuple(blocks), tuple(parts))


def _one_text(w: AgreementWords, found: Facts) -> Iterator[Block]:
    if found.comparison:
        yield Paragraph((Text(status_text(found.comparison.status, w.m)),))
        if items := tuple(_differences(w, found.comparison)):
            yield Items(items)
        return
    nothing = (
        w.m.gettext("There is one copy, and none to compare it with")
        if found.agreement.copies
        else w.m.gettext("There is no copy of the text")
    )
    yield Paragraph((Badge("missing", nothing),))


def _differences(w: AgreementWords, found: Comparison) -> Iterator[Line]:
    m = w.m
    for (clause, intended), here in groupby(found.differences, lambda one: (one.clause, one.intended)):
        kinds = m.gettext(", ").join(kind_text(one.kind, m) for one in here)
        line = joined((_clause(w, clause), (Text(kinds),)), m.gettext(": "))
        yield (*line, Text(m.gettext(" (intended)"))) if intended else line
    if found.unproved:
        clauses = joined(tuple((Verbatim(one),) for one in found.unproved), m.gettext(", "))
        yield (Text(m.gettext("Without a certified translation:")), Text(" "), *clauses)


def _clause(w: AgreementWords, name: str) -> Line:
    return fill(w.m.pgettext("event", "clause {name}"), name=Verbatim(name))


def _seen(w: AgreementWords, found: Facts) -> Iterator[Section]:
    """Yield who has seen the agreement, by whose word, and what each answered."""
    m, content = w.m, w.content
    answered = {claim.actor for claim, _ in found.claims if isinstance(claim, Response)}
    lines: list[Line] = []
    for actor, claims in groupby(found.claims, lambda one: one[0].actor):
        lines += [_claim(w, claim, copies) for claim, copies in claims]
        if actor not in answered:
            none = Badge("missing", m.pgettext("response", "no answer is recorded"))
            lines.append(joined(((content.name(actor),), (none,)), m.gettext(": ")))
    lines += [
        joined(((content.name(word.actor, word.when),), adherence_line(content, word)), m.gettext(": "))
        for word in found.denied
    ]
    lines += [_unaware(w, statement, aspect) for statement, aspect in found.unaware(content.statements)]
    if found.unconsulted:
        names = joined(tuple((content.name(one),) for one in found.unconsulted), m.gettext(", "))
        lines.append(fill(m.gettext("Nothing says that these have seen it: {names}"), names=names))
    if lines:
        heading = (Text(m.gettext("Who has seen it, and what each answered")),)
        yield Section(anchor("seen", found.agreement.id), heading, (Items(tuple(lines)),))


def _claim(w: AgreementWords, claim: Claim, copies: tuple[str, ...]) -> Line:
    m, content = w.m, w.content
    says = (
        m.pgettext("response", "was given it")
        if isinstance(claim, Circulation)
        else content.words.stances[claim.stance]
    )
    parts = [
        joined(((content.name(claim.actor, claim.when),), (Text(says),)), m.gettext(": ")),
        content.day_or_state(claim.when, claim.provenance.as_of),
        fill(
            m.pgettext("event", "copy {name}"),
            name=joined(tuple((Verbatim(short(copy)),) for copy in copies), m.gettext(", ")),
        ),
    ]
    if claim.by:
        who = content.name(claim.by, claim.when)
        parts.append(fill(m.pgettext("event", "by the word of {who}"), who=who))
    parts.append(w.basis(claim.provenance))
    return joined(tuple(part for part in parts if part), " · ")


def _unaware(w: AgreementWords, statement: Statement, aspect: Aspect) -> Line:
    content = w.content
    name = content.name(speaker(statement), content.dated(statement))
    mark = Badge("denial", content.words.aspects[aspect])
    day = content.day(content.dated(statement))
    return joined((joined(((name,), (mark,)), w.m.gettext(": ")), day, content.cited(statement)), " · ")


def _obligations(w: AgreementWords) -> Iterator[Section]:
    """Yield who owes what: with a date what is overdue, due or to come; without, all that is recorded."""
    m, content = w.m, w.content
    entries = [(found.agreement, owed) for found in content.agreements for owed in found.owed]
    pressing = [entry for entry in entries if entry[1].due in _PRESSING]
    if not entries:
        return
    parts = tuple(obligations_page.sections(content, pressing, WINDOW_DAYS))
    if content.as_of is None:
        parts = parts[0].sections
    blocks: list[Block] = []
    if any(owed.due == "overdue" for _, owed in pressing):
        says = m.gettext(
            "Overdue says that the deadline has passed and no fulfilment is recorded, "
            "not that somebody breached"
        )
        blocks.append(Paragraph((Text(says),), quiet=True))
    if rest := len(entries) - len(pressing):
        more = m.ngettext(
            "{count} obligation without a date, not in force or ended is left out; sulh obligations shows it",
            "{count} obligations without a date, not in force or ended are left out; "
            "sulh obligations shows them",
            rest,
        )
        blocks.append(Paragraph((Text(more.format(count=rest)),), quiet=True))
    yield Section("obligations", (Text(m.gettext("Who owes what")),), tuple(blocks), parts)

"""Who owes what under the agreements of a case: as a page, by urgency and then by actor."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sulh.accord.agreement import Agreement, short
from sulh.accord.moment import Moment
from sulh.accord.obligations.obligation import DUE, Deadline, Due, Owed
from sulh.brief.agreement_words import AgreementWords
from sulh.brief.build import audience
from sulh.brief.content import Content, anchor
from sulh.brief.page import (
    Badge,
    Block,
    Inline,
    Items,
    Line,
    Page,
    Paragraph,
    Section,
    Text,
    Verbatim,
    fill,
    joined,
)

Entries = Sequence[tuple[Agreement, Owed]]


def page(content: Content, found: Entries, as_of: datetime | None, window: int) -> Page:
    """Return the obligations as a page.

    Args:
        content: the case as its audience may see it.
        found: what is owed, with the agreement that it is owed under.
        as_of: at which time; None for all that is recorded.
        window: how many days after it something is due.
    """
    w = AgreementWords(content)
    nothing = (Paragraph((Badge("missing", w.m.gettext("no obligation in the case")),)),)
    return Page(
        title=content.title(content.case.title).text,
        language=content.language,
        audience=audience(content),
        summary=tuple(_summary(w, found, as_of)),
        sections=tuple(sections(content, found, window))
        or (Section("obligations", (Text(w.m.gettext("Obligations")),), nothing),),
    )


def _summary(w: AgreementWords, found: Entries, as_of: datetime | None) -> Iterator[Line]:
    m = w.m
    yield (Text(m.gettext("Who owes what under the agreements")),)
    if as_of:
        yield fill(m.gettext("As things stood at {time}"), time=w.instant(as_of))
    if any(owed.due == "overdue" for _, owed in found):
        says = m.gettext(
            "Overdue says that the deadline has passed and no fulfilment is recorded, "
            "not that somebody breached"
        )
        yield (Text(says),)
    count = len({owed.obligation.id for _, owed in found if owed.obligation.status == "machine-read"})
    if count:
        note = m.ngettext(
            "{count} obligation was read by a program and confirmed by no person",
            "{count} obligations were read by a program and confirmed by no person",
            count,
        ).format(count=count)
        mark = Badge("machine-read", w.content.words.statuses["machine-read"])
        yield (mark, Text(" "), Text(note))


def sections(content: Content, found: Entries, window: int) -> Iterator[Section]:
    """Yield the obligations by urgency, then by actor."""
    w = AgreementWords(content)
    order = {actor: place for place, actor in enumerate(content.case.actor_by_id)}
    kinds: tuple[Due | None, ...] = (*DUE, None)
    for due in kinds:
        entries = [entry for entry in found if entry[1].due == due]
        if not entries:
            continue
        debtors = sorted(
            {owed.debtor for _, owed in entries},
            key=lambda who: (who is None, order.get(who or "", len(order)), who or ""),
        )
        heading = _headings(w, window)[due]
        place = f"obligations-{due or 'all'}"
        parts = tuple(
            Section(
                anchor(place, debtor or "nobody"),
                (_debtor(w, debtor),),
                tuple(
                    block
                    for agreement, owed in entries
                    if owed.debtor == debtor
                    for block in _blocks(w, agreement, owed)
                ),
            )
            for debtor in debtors
        )
        yield Section(place, (Text(heading),), (), parts)


def _headings(w: AgreementWords, window: int) -> dict[Due | None, str]:
    m = w.m
    within = m.ngettext("Due within {count} day", "Due within {count} days", window).format(count=window)
    return {
        "overdue": m.pgettext("obligations", "Overdue: the deadline has passed, no fulfilment is recorded"),
        "unclear": m.pgettext("obligations", "Fulfilment is recorded; whether it was by then cannot be told"),
        "due": within,
        "coming": m.pgettext("obligations", "To come"),
        "running": m.pgettext("obligations", "Running"),
        "undated": m.pgettext("obligations", "Without a date"),
        "not-bound": m.pgettext("obligations", "Named in the text, and no party to it"),
        "not-in-force": m.pgettext("obligations", "Not in force"),
        "ended": m.pgettext("obligations", "Ended"),
        None: m.gettext("Obligations"),
    }


def _debtor(w: AgreementWords, debtor: str | None) -> Inline:
    if debtor is None:
        return Badge("missing", w.m.pgettext("obligations", "who owes it was not read"))
    return w.content.name(debtor)


def _blocks(w: AgreementWords, agreement: Agreement, owed: Owed) -> Iterator[Block]:
    obligation, m = owed.obligation, w.m
    status = Badge(obligation.status, w.content.words.statuses[obligation.status])
    duty: Line = (w.content.title(obligation.duty), Text(" "), status)
    if not obligation.agreed:
        duty = (*duty, Text(" "), Badge("missing", m.pgettext("obligations", "wording not agreed")))
    yield Paragraph(duty)
    clause = fill(m.pgettext("event", "clause {name}"), name=Verbatim(obligation.clause))
    places = (
        (Verbatim(f"{short(place.copy)}:{place.span.start}-{place.span.end}"),) for place in obligation.places
    )
    items: list[Line] = [joined(((w.title(agreement),), clause, *places), " · ")]
    items += [_deadline(w, one) for one in owed.deadlines]
    if owed.conflict:
        differ = Badge("denial", m.pgettext("obligations", "the deadlines differ; none is chosen"))
        items.append((differ,))
    items += _particulars(w, owed)
    items += [w.dated(one) for one in owed.fulfilled]
    if not owed.bound:
        says = m.pgettext("obligations", "no party, and no signature or acceptance of it is recorded")
        items.append((Badge("missing", says),))
    if owed.force:
        line = w.states_line(owed.force)
        items.append(joined(((Text(m.pgettext("obligations", "the agreement")),), line), m.gettext(": ")))
    yield Items(tuple(items))


def _deadline(w: AgreementWords, deadline: Deadline) -> Line:
    m = w.m
    reported, own = m.pgettext("obligations", "reported deadline"), m.pgettext("obligations", "deadline")
    lacks = {
        "unreadable": m.pgettext("obligations", "its date cannot be read"),
        "anchor": m.pgettext("obligations", "it does not say from when it counts"),
        "signature": m.pgettext("obligations", "not known: no signature of all is recorded"),
        "entry-into-force": m.pgettext("obligations", "not known: no entry into force is recorded"),
        "event": m.pgettext("obligations", "not known: this event is not recorded: {name}"),
    }
    if deadline.missing:
        missing = lacks[deadline.missing].format(name=deadline.anchor)
        time: Line = (Badge("missing", missing),)
    else:
        time = w.time(deadline.first, deadline.last) if not isinstance(deadline.time, Moment) else ()
    line = joined(
        ((Text(reported if deadline.reported else own),), (w.bound(deadline.words, deadline.time),)),
        m.gettext(": "),
    )
    line = joined((line, time), m.pgettext("obligations", ", so: ")) if time else line
    if deadline.reported:
        report = deadline.reported
        if report.by:
            who = w.content.name(report.by)
            line = joined((line, fill(m.pgettext("event", "by the word of {who}"), who=who)), " · ")
        if basis := w.basis(report.provenance):
            line = joined((line, basis), " · ")
    return line


def _particulars(w: AgreementWords, owed: Owed) -> Iterator[Line]:
    m, obligation = w.m, owed.obligation
    colon = m.gettext(": ")
    for label, names in (
        (m.pgettext("obligations", "owed to"), obligation.beneficiaries),
        (m.pgettext("obligations", "monitor"), obligation.monitors),
        (m.pgettext("obligations", "guarantor"), obligation.guarantors),
    ):
        if names:
            named = joined(tuple((w.content.name(name),) for name in names), m.gettext(", "))
            yield joined(((Text(label),), named), colon)
    for label, bound in (
        (
            m.pgettext("obligations", "running since")
            if owed.due == "running"
            else m.pgettext("obligations", "from"),
            obligation.begins,
        ),
        (m.pgettext("obligations", "until"), obligation.until),
    ):
        if bound:
            yield joined(((Text(label),), (w.bound(bound.words, bound.time),)), colon)
    for label, words in (
        (m.pgettext("obligations", "exception"), obligation.exception),
        (m.pgettext("obligations", "trigger"), obligation.trigger),
        (m.pgettext("obligations", "consequence"), obligation.consequence),
    ):
        if words:
            yield joined(((Text(label),), (w.content.title(words),)), colon)
    for other in owed.others:
        line = joined(((Verbatim(other.what),), (Verbatim(other.value),)), colon)
        who = (
            fill(m.pgettext("event", "by the word of {who}"), who=w.content.name(other.by))
            if other.by
            else ()
        )
        yield joined(tuple(part for part in (line, who, w.basis(other.provenance)) if part), " · ")

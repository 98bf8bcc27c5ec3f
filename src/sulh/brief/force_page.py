"""Is each agreement in force, for whom, since when, and what is missing: as a page."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sulh.accord.agreement import Agreement, Trigger
from sulh.accord.force.claims import is_later
from sulh.accord.force.standing import Missing, Standing, Status, Step
from sulh.brief.agreement_words import AgreementWords
from sulh.brief.build import audience
from sulh.brief.content import Content, anchor
from sulh.brief.page import Badge, Block, Items, Line, Page, Paragraph, Section, Text, Verbatim, fill, joined

_Known = tuple[Step, bool]


def page(content: Content, found: Sequence[tuple[Agreement, Status]], as_of: datetime) -> Page:
    """Return how the agreements of a case stand, as a page; those that are later are only counted."""
    w = AgreementWords(content)
    known = [one for one in found if not is_later(one[0], as_of)]
    count = len(found) - len(known)
    none = w.m.gettext("no agreement by then") if count else w.m.gettext("no agreement in the case")
    nothing = (Paragraph((Badge("missing", none),)),)
    later = w.m.ngettext(
        "{count} agreement of the case is later and left out",
        "{count} agreements of the case are later and left out",
        count,
    ).format(count=count)
    return Page(
        title=content.title(content.case.title).text,
        language=content.language,
        audience=audience(content),
        summary=(
            (Text(w.m.gettext("Which agreements are in force, for whom and since when")),),
            fill(w.m.gettext("As things stood at {time}"), time=w.instant(as_of)),
            *(((Text(later),),) if count else ()),
        ),
        sections=tuple(section(content, agreement, status) for agreement, status in known)
        or (Section("agreements", (Text(w.m.gettext("Agreements")),), nothing),),
    )


def section(content: Content, agreement: Agreement, status: Status) -> Section:
    """Return how one agreement stands as a part of a page; what led there for every party stands once."""
    w = AgreementWords(content)
    whole: Line = (Text(w.m.pgettext("force", "As a whole")),)
    blocks: list[Block] = [Paragraph(joined((whole, _state(w, status.whole)), w.m.gettext(": ")))]
    if basis := w.basis(agreement.provenance):
        blocks.append(Paragraph(basis, quiet=True))
    first, *others = status.parties or (status.whole,)
    common = [one for one in _chain(first) if all(one in _chain(other) for other in others)]
    if not status.parties:
        blocks += _lacks(w, status.whole)
    blocks += _led(w, w.m.pgettext("force", "What led there:"), common)
    if status.triggers:
        words = w.m.gettext("Named as reasons to suspend or end it; by themselves they do neither:")
        blocks += [Paragraph((Text(words),)), Items(tuple(_trigger(w, one) for one in status.triggers))]
    place = anchor("agreement", agreement.id)
    return Section(
        place,
        (w.title(agreement),),
        tuple(blocks),
        tuple(_standing(w, place, standing, common) for standing in status.parties),
    )


def _state(w: AgreementWords, standing: Standing) -> Line:
    line = w.states_line(standing.states)
    if standing.since:
        since = w.time(standing.since.first, standing.since.last)
        line = (*line, *fill(w.m.pgettext("force", ", since {time}"), time=since))
    return line


def _standing(w: AgreementWords, place: str, standing: Standing, common: Sequence[_Known]) -> Section:
    own = [one for one in _chain(standing) if one not in common]
    besides = w.m.pgettext("force", "Besides that:")
    heading = besides if common else w.m.pgettext("force", "What led there:")
    blocks = (Paragraph(_state(w, standing)), *_lacks(w, standing), *_led(w, heading, own))
    party = standing.party or ""
    return Section(anchor(place, party), (w.content.name(party),), blocks)


def _chain(standing: Standing) -> list[_Known]:
    """Return the steps, each with whether it cannot be told that it was by then."""
    return [(step, step.claim in standing.unclear) for step in standing.chain]


def _lacks(w: AgreementWords, standing: Standing) -> Iterator[Block]:
    if standing.missing:
        yield Paragraph((Badge("missing", w.m.pgettext("force", "missing")),))
        yield Items(tuple(_missing(w, one) for one in standing.missing))


def _led(w: AgreementWords, heading: str, chain: Sequence[_Known]) -> Iterator[Block]:
    if chain:
        yield Paragraph((Text(heading),))
        yield Items(tuple(line for step, unclear in chain for line in _step(w, step, unclear=unclear)))


def _step(w: AgreementWords, step: Step, *, unclear: bool) -> Iterator[Line]:
    """Yield an event, then each word against it."""
    if step.claim is None:
        line = joined((w.time(step.first, step.last), (Text(w.events[step.kind]),)), w.m.gettext(": "))
        basis = w.basis(step.provenance)
        yield joined((line, basis), " · ") if basis else line
        return
    line = w.dated(step.claim)
    if step.denied:
        line = (*line, Text(" "), Badge("denial", w.m.pgettext("force", "contested")))
    elif unclear:
        line = (*line, Text(" "), Badge("missing", w.m.pgettext("force", "whether by then cannot be told")))
    yield line
    yield from (w.dated(denial) for denial in step.denied)


def _trigger(w: AgreementWords, trigger: Trigger) -> Line:
    effects = {
        "suspends": w.m.pgettext("trigger", "to suspend it"),
        "terminates": w.m.pgettext("trigger", "to end it"),
    }
    line = joined(((Text(effects[trigger.effect]),), (w.content.title(trigger.title),)), w.m.gettext(": "))
    if trigger.clause:
        clause = fill(w.m.pgettext("event", "clause {name}"), name=Verbatim(trigger.clause))
        line = joined((line, clause), " · ")
    return line


def _missing(w: AgreementWords, missing: Missing) -> Line:
    m = w.m
    templates = {
        "signature": m.pgettext("missing", "the signature of {name}"),
        "rule": m.pgettext("missing", "a rule of how it enters into force"),
        "acceptance": m.pgettext("missing", "the acceptance of {name}"),
        "condition-met": m.pgettext("missing", "that the condition of {name} is met"),
        "copy": m.pgettext("missing", "a copy of {name} and one to compare it with"),
        "same-text": m.pgettext("missing", "one text: these copies differ: {copies}"),
        "certified-translation": m.pgettext("missing", "a certified translation of every clause: {copies}"),
        "start": m.pgettext("missing", "its time to begin: {time}"),
        "event": m.pgettext("missing", "what it is counted from: {name}"),
    }
    names = joined(tuple((Verbatim(copy),) for copy in missing.copies), m.gettext(", "))
    line = fill(
        templates[missing.what],
        name=w.content.name(missing.who) if missing.who else Text(""),
        copies=names,
        time=w.time(missing.when.first, missing.when.last) if missing.when else w.content.day(None),
    )
    if missing.what == "signature" and names:
        line = (*line, *fill(m.pgettext("missing", " under {copies}"), copies=names))
    return joined((line, (w.content.title(missing.title),)), " · ") if missing.title else line

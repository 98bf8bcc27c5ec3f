"""Put the parts of a brief together into one page."""

from sulh.brief import contested, dispatches, instruments, participants, presence, statements, timeline
from sulh.brief.content import Content
from sulh.brief.page import Badge, Line, Page, Section, Text, fill, joined, links


def page(content: Content) -> Page:
    """Return the brief as a page.

    Everything on it comes from `content`, which holds nothing above its audience: what is left out for the
    audience leaves no trace, not even in a count.
    """
    parts = (
        participants.section(content),
        contested.section(content),
        _agreeable(content),
        instruments.section(content),
        _agreements(content),
        presence.section(content),
        statements.section(content),
        timeline.section(content),
    )
    sections = tuple(part for part in parts if part)
    referred = frozenset(link.document for link in links(sections) if link.document)
    texts = dispatches.section(content, referred)
    return Page(
        title=content.title(content.case.title).text,
        language=content.language,
        audience=audience(content),
        summary=_summary(content, len(texts.sections)),
        sections=(*sections, texts),
    )


def _agreeable(content: Content) -> Section | None:
    if content.agreeable is None:
        return None
    from sulh.brief.agreeable_page import section  # noqa: PLC0415 - only the mediator's page needs the table

    return section(content, content.agreeable)


def _agreements(content: Content) -> Section | None:
    if not content.agreements:
        return None
    from sulh.brief.agreements_page import section  # noqa: PLC0415 - only a case with agreements needs it

    return section(content)


def audience(content: Content) -> Line:
    """Return for whom the page is, in words."""
    m = content.words.m
    party = content.audience.party
    if party:
        return fill(m.pgettext("audience", "Brief for the party {name}"), name=content.name(party))
    named = {
        "public": m.pgettext("audience", "Brief for the public"),
        "process": m.pgettext("audience", "Brief for all at the table"),
        "mediator": m.pgettext("audience", "Brief for the mediator"),
    }
    return (Text(named[content.audience.mark]),)


def _summary(content: Content, texts: int) -> tuple[Line, ...]:
    words, m = content.words, content.words.m
    lines: list[Line] = []
    if period := words.validity(content.case.period):
        lines.append((Text(m.gettext("The case: {period}").format(period=period)),))
    if content.since:
        since = m.gettext("Only what was said, held or published since {day}, and what bears no date")
        lines.append((Text(since.format(day=words.day(content.since))),))
    count = len(content.shown)
    unread = sum(statement.status == "machine-read" for statement in content.shown)
    counts = joined(
        (
            (Text(m.ngettext("{count} dispatch", "{count} dispatches", texts).format(count=texts)),),
            (Text(m.ngettext("{count} statement", "{count} statements", count).format(count=count)),),
        ),
        " · ",
    )
    lines.append(counts)
    if unread:
        note = m.ngettext(
            "{count} statement was read by a program and confirmed by no person",
            "{count} statements were read by a program and confirmed by no person",
            unread,
        ).format(count=unread)
        lines.append((Badge("machine-read", words.statuses["machine-read"]), Text(" "), Text(note)))
    return tuple(lines)

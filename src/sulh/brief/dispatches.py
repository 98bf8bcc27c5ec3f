"""The dispatches themselves, letter for letter, with every stretch that the page refers to."""

from sulh.brief.content import Content, anchor, web
from sulh.brief.page import Badge, Line, Paragraph, Passage, Section, Text, Verbatim, joined
from sulh.case.dispatch import Dispatch
from sulh.case.when import When


def shown(content: Content, referred: frozenset[str]) -> tuple[Dispatch, ...]:
    """Return the dispatches of the brief's time and those in `referred`, by day, then in the case's order."""
    kept = [
        dispatch
        for dispatch in content.case.dispatches
        if dispatch.id in referred
        or content.recent(When.on(dispatch.published) if dispatch.published else None)
    ]
    return tuple(sorted(kept, key=lambda d: (d.published is None, d.published or d.id)))


def _heading(content: Content, dispatch: Dispatch) -> Line:
    published = When.on(dispatch.published) if dispatch.published else None
    no_outlet = Badge("missing", content.words.m.gettext("no outlet given"))
    outlet = Verbatim(dispatch.outlet, dispatch.language) if dispatch.outlet else no_outlet
    return joined(((outlet,), content.day(published), (Verbatim(dispatch.id),)), " · ")


def _origin(content: Content, dispatch: Dispatch) -> Line:
    parts: list[Line] = [(Verbatim(dispatch.path),)]
    if dispatch.url:
        parts.append((web(dispatch.url),))
    if sources := content.sources(dispatch.provenance):
        parts.append(sources)
    return joined(tuple(parts), " · ")


def section(content: Content, referred: frozenset[str]) -> Section:
    """Return the part of the page with the texts.

    Args:
        content: what the brief is made of.
        referred: ids of dispatches that the rest of the page leads to.
    """
    m = content.words.m
    parts = tuple(
        Section(
            anchor("text", dispatch.id),
            _heading(content, dispatch),
            (
                Paragraph(_origin(content, dispatch), quiet=True),
                Passage(
                    dispatch.body.of(dispatch.text),
                    dispatch.language,
                    dispatch.body.start,
                    content.highlights(dispatch),
                ),
            ),
        )
        for dispatch in shown(content, referred)
    )
    nothing = () if parts else (Paragraph((Badge("missing", m.gettext("no dispatch in the record")),)),)
    return Section("dispatches", (Text(m.gettext("Dispatches")),), nothing, parts)

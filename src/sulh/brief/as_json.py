"""A brief as plain data, with the fields of `sulh read` where it says the same."""

from datetime import date
from typing import TYPE_CHECKING, Any

from sulh.brief import contested, dispatches, instruments, presence, seats, timeline
from sulh.brief.content import Content
from sulh.brief.page import Page, flat, links
from sulh.case.actor import Adherence, Presence
from sulh.case.dispatch import Dispatch
from sulh.case.local_text import LocalText
from sulh.case.process import Instrument
from sulh.case.provenance import Provenance
from sulh.case.statement import RoleClaim, Statement, Within
from sulh.case.when import Validity, When
from sulh.text.span import Span

if TYPE_CHECKING:
    from sulh.brief.agreeable import Agreeable, Unanswered

Plain = dict[str, Any]


def data(content: Content, page: Page) -> Plain:
    """Return what is on the page, for programs.

    Offsets count code points of the dispatch's file, from 0, end exclusive; dates are ISO 8601; what is not
    known is None.
    """
    referred = frozenset(link.document for link in links(page.sections[:-1]) if link.document)
    found = {} if content.agreeable is None else {"agreeable": _agreeable(content.agreeable)}
    return {
        "audience": str(content.audience),
        "title": local(content.case.title),
        "language": content.language,
        "period": validity(content.case.period),
        "since": _day(content.since),
        "sections": {
            "roles": [_place(content, place) for place in seats.places(content)],
            "adherence": [adherence(a) for a in instruments.adherences(content)],
            "contested": _contested(content),
            **found,
            "instruments": [instrument(i) for i in instruments.shown(content)],
            **({"agreements": _agreements(content)} if content.agreements else {}),
            "presence": [presence_of(p) for p in presence.shown(content)],
            "statements": [statement(content, s) for s in content.shown],
            "timeline": [_event(event) for event in timeline.events(content)],
            "dispatches": [dispatch(d) for d in dispatches.shown(content, referred)],
        },
    }


def _agreeable(found: "Agreeable | Unanswered") -> Plain:
    from sulh.brief.agreeable_json import data as negotiated  # noqa: PLC0415 - the mediator's page alone

    return negotiated(found)


def _agreements(content: Content) -> list[Plain]:
    from sulh.brief.agreements_json import data as known  # noqa: PLC0415 - only a case with agreements

    return known(content)


def statement(content: Content, said: Statement) -> Plain:
    """Return a statement with its number on the page, its day of publication and its mark."""
    return {
        "id": said.id,
        "number": content.numbers[said.id],
        "document": said.document,
        "published": when(content.published(said)),
        "status": said.status,
        "speaker": said.speaker,
        "speaker_id": said.speaker_id,
        "kind": said.kind,
        "role": said.role,
        "mention": _span(said.mention),
        "cue": _span(said.cue),
        "content": [list(span) for span in said.content],
        "text": said.text,
        "form": said.form,
        "polarity": said.polarity,
        "via": list(said.via),
        "addressee": said.addressee,
        "when": {"text": said.said.text, "date": _day(said.said.day)} if said.said else None,
        "denies": [
            {"statement": denied.id, "aspect": denial.aspect}
            for denial in said.denies
            if (denied := content.statement(denial.statement))
        ],
        "dates": [{"text": d.text, "from": _day(d.first), "to": _day(d.last)} for d in said.dates],
        "confidence": said.confidence,
        "construction": said.construction,
        **provenance(said.provenance),
    }


def claim(content: Content, made: RoleClaim) -> Plain:
    """Return a claim of role with when it was made and for what time."""
    return {
        "actor": made.actor,
        "role": made.role,
        "asserted": made.asserted,
        "modality": made.modality,
        "claimed_by": made.claimed_by,
        "self": made.by_itself,
        "in": within(made.within),
        "statement": made.statement if content.statement(made.statement) else None,
        "said": when(content.claimed(made)),
        **validity(made.validity),
        **provenance(made.provenance),
    }


def adherence(said: Adherence) -> Plain:
    """Return somebody's word on who has joined an instrument."""
    return {
        "actor": said.actor,
        "instrument": said.instrument,
        "state": said.state,
        "by": said.by,
        "when": when(said.when),
        **provenance(said.provenance),
    }


def instrument(text: Instrument) -> Plain:
    """Return a text that the process refers to, with its paragraphs."""
    return {
        "id": text.id,
        "kind": text.kind,
        "title": local(text.title),
        "when": when(text.when),
        "depends_on": list(text.depends_on),
        "paragraphs": [{"number": p.number, "summary": local(p.summary)} for p in text.paragraphs],
        **provenance(text.provenance),
    }


def presence_of(said: Presence) -> Plain:
    """Return somebody's word on where an actor was."""
    return {
        "actor": said.actor,
        "area": said.area,
        "by": said.by,
        **validity(said.validity),
        **provenance(said.provenance),
    }


def dispatch(text: Dispatch) -> Plain:
    """Return a dispatch with its whole text, in which offsets count."""
    return {
        "id": text.id,
        "path": text.path,
        "language": text.language,
        "outlet": text.outlet,
        "published": _day(text.published),
        "url": text.url,
        "body": _span(text.body),
        "text": text.text,
        **provenance(text.provenance),
    }


def provenance(rests_on: Provenance) -> Plain:
    """Return sources, handling and what else a value carries."""
    return {
        "sources": [
            {"kind": source.kind, "reference": source.reference, "span": _span(source.span)}
            for source in rests_on.sources
        ],
        "handling": str(rests_on.handling),
        "as_of": when(rests_on.as_of),
        "assumed": rests_on.assumed,
        "note": local(rests_on.note) if rests_on.note else None,
    }


def local(text: LocalText) -> dict[str, str]:
    """Return the wordings by language."""
    return dict(text.wordings)


def when(point: When | None) -> str | None:
    """Return a date as `YYYY-MM-DD` or `YYYY-MM-DD/YYYY-MM-DD` (some day of it)."""
    return str(point) if point else None


def validity(period: Validity) -> Plain:
    """Return from when until when something held."""
    return {"from": when(period.begins), "until": when(period.ends)}


def within(place: Within | None) -> Plain | None:
    """Return what a role is in."""
    return {"kind": place.kind, "text": place.text} if place else None


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _place(content: Content, place: seats.Place) -> Plain:
    return {
        "in": within(place.within),
        "seats": [
            {
                "actor": seat.actor,
                "role": seat.role,
                "asserted": [claim(content, c) for c in seat.asserted],
                "denied": [claim(content, c) for c in seat.denied],
                "answers": [{"statement": a.statement.id, "aspect": a.denial.aspect} for a in seat.answers],
                "no_word_from": list(seat.silent),
            }
            for seat in place.seats
            if seats.is_recent(content, seat)
        ],
    }


def _contested(content: Content) -> Plain:
    return {
        "statements": [
            *(
                {"claim": d.claim.id, "denial": d.denial.id, "aspect": d.aspect}
                for d in contested.denials(content)
            ),
            *(
                {"claim": None, "denial": denial.id, "aspect": None}
                for denial in contested.unanswering(content)
            ),
        ],
        "roles": [
            {
                "actor": d.seat.actor,
                "role": d.seat.role,
                "in": within(d.within),
                "asserted": [claim(content, c) for c in d.seat.asserted],
                "denied": [claim(content, c) for c in d.seat.denied],
            }
            for d in contested.disputed(content)
        ],
        "adherence": [
            {"joined": [adherence(a) for a in u.joined], "denied": [adherence(a) for a in u.denied]}
            for u in contested.unlike(content)
        ],
    }


def _event(event: timeline.Event) -> Plain:
    return {
        "kind": event.kind,
        "when": when(event.when),
        "about": list(event.about),
        "text": flat(event.line),
        "statements": [s.id for s in event.statements],
    }

"""What a brief is made of: a case as its audience may see it, what was read in it, and how to refer to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sulh.brief.page import Badge, Day, Highlight, Line, Link, Note, Text, Verbatim, fill, joined
from sulh.brief.words import Words, words
from sulh.case.case import Case
from sulh.case.dispatch import Dispatch
from sulh.case.handling import MEDIATOR, PUBLIC, Handling
from sulh.case.local_text import LocalText
from sulh.case.position import Position
from sulh.case.provenance import Provenance, Source
from sulh.case.statement import RoleClaim, Statement
from sulh.case.when import When
from sulh.text.span import Span

if TYPE_CHECKING:
    from sulh.brief.agreeable import Agreeable, Unanswered
    from sulh.brief.agreement_facts import Facts

NEVER_DATED: Final = date.max


def anchor(prefix: str, name: str) -> str:
    """Return an id for `name` that HTML, CSS and URLs take as it is; different names give different ids."""
    return f"{prefix}-" + re.sub(r"[^A-Za-z0-9-]", lambda match: f"_{ord(match[0]):x}_", name)


@dataclass(frozen=True)
class Content:
    """The input of a brief.

    Attributes:
        case: the case as `audience` may see it; nothing above the audience is in it.
        statements: statements of `case`, read or entered, with ids `DOCUMENT#ID`.
        roles: claims of role in `case`, read or entered.
        language: of the page.
        since: leave out what is known to have been said, held and published before this day.
        negotiation: what could be agreed; None where the case says nothing of it.
        agreements: what is known of each agreement, as `audience` may see it.
        as_of: at which time the agreements are judged, with zone; None where no time was asked for.
    """

    case: Case
    statements: tuple[Statement, ...]
    roles: tuple[RoleClaim, ...]
    audience: Handling = PUBLIC
    language: str = "en"
    since: date | None = None
    negotiation: "Agreeable | Unanswered | None" = None
    agreements: "tuple[Facts, ...]" = ()
    as_of: datetime | None = None

    @property
    def agreeable(self) -> "Agreeable | Unanswered | None":
        """What could be agreed, for the mediator alone: it rests on the preferences of the parties."""
        return self.negotiation if self.audience == MEDIATOR else None

    @property
    def words(self) -> Words:
        """The words of the page's language."""
        return words(self.language)

    def recent(self, *dates: When | None) -> bool:
        """Tell whether one of the dates may lie in the time of the brief, or none is known."""
        known = [when for when in dates if when]
        return self.since is None or not known or any(when.last >= self.since for when in known)

    # Statements

    @cached_property
    def shown(self) -> tuple[Statement, ...]:
        """The statements of the brief's time, grouped by speaker: actors as in the case, then other names."""
        order = {actor: place for place, actor in enumerate(self.case.actor_by_id)}
        kept = [s for s in self.statements if self.recent(self.said(s), self.published(s))]

        def place(statement: Statement) -> tuple[int, str, date, str, tuple[Span, ...], str]:
            said = self.dated(statement)
            return (
                order.get(speaker(statement), len(order)),
                speaker(statement),
                said.first if said else NEVER_DATED,
                statement.document,
                statement.content,
                statement.id,
            )

        return tuple(sorted(kept, key=place))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of the shown statements by their ids, from 1."""
        return {statement.id: number for number, statement in enumerate(self.shown, 1)}

    @cached_property
    def _statement_by_id(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    def statement(self, reference: str | None) -> Statement | None:
        """Return the statement that a reference (`DOCUMENT#ID`, or a bare id that is unique) means."""
        if reference is None or reference in self._statement_by_id:
            return self._statement_by_id.get(reference or "")
        found = [s for s in self.statements if s.id.endswith(f"#{reference}")]
        return found[0] if len(found) == 1 else None

    def published(self, statement: Statement) -> When | None:
        """Return when the dispatch of a statement was published."""
        dispatch = self.case.dispatch_by_id.get(statement.document)
        return When.on(dispatch.published) if dispatch and dispatch.published else None

    @staticmethod
    def said(statement: Statement) -> When | None:
        """Return the day on which the dispatch says that a statement was made."""
        return When.on(statement.said.day) if statement.said and statement.said.day else None

    def dated(self, statement: Statement) -> When | None:
        """Return when a statement was made, or else published."""
        return self.said(statement) or self.published(statement)

    def claimed(self, claim: RoleClaim | Position) -> When | None:
        """Return when a claim of role was made or a position taken, or else first published."""
        statement = self.statement(claim.statement)
        return claim.said or (self.dated(statement) if statement else self._reported(claim.provenance))

    def _reported(self, provenance: Provenance) -> When | None:
        dispatches = (self.case.dispatch_by_id.get(source.reference) for source in provenance.sources)
        days = [dispatch.published for dispatch in dispatches if dispatch and dispatch.published]
        return When.on(min(days)) if days else None

    # Names and dates

    def name(self, who: str, when: When | None = None) -> Verbatim:
        """Return the name of an actor at a time in the page's language, or the name as the text has it."""
        actor = self.case.actor_by_id.get(who)
        if actor is None:
            return Verbatim(who, self._languages.get(who))
        label = actor.label(self.language, when.first if when else None)
        return Verbatim(label, next(name.language for name in actor.names if name.text == label))

    @cached_property
    def _languages(self) -> dict[str, str | None]:
        """The languages of the names that texts give, by the first text."""
        found: dict[str, str | None] = {}
        for statement in self.statements:
            found.setdefault(statement.speaker, self.language_of(statement))
        for claim in self.roles:
            for who in (claim.actor, claim.claimed_by):
                found.setdefault(who, self.claimed_in(claim))
        return found

    def language_of(self, statement: Statement) -> str | None:
        """Return the language of the text that a statement stands in, None where no dispatch carries it."""
        dispatch = self.case.dispatch_by_id.get(statement.document)
        return dispatch.language if dispatch else None

    def claimed_in(self, claim: RoleClaim) -> str | None:
        """Return the language of the first dispatch that a claim of role rests on."""
        statement = self.statement(claim.statement)
        references = (source.reference for source in claim.provenance.sources if source.kind == "dispatch")
        documents = (*((statement.document,) if statement else ()), *references)
        dispatches = (self.case.dispatch_by_id.get(document) for document in documents)
        return next((dispatch.language for dispatch in dispatches if dispatch), None)

    def title(self, title: LocalText) -> Verbatim:
        """Return a title in the page's language, or else in the first of its languages."""
        found = self.language if self.language in title.languages() else title.languages()[0]
        return Verbatim(title.within(self.language), found)

    def day(self, when: When | None) -> Line:
        """Return a date in words; a missing date is named as missing."""
        if when is None:
            return (Badge("missing", self.words.m.gettext("no date given")),)
        return (Day(when, self.words.when(when)),)

    def days(self, when: When | None) -> Line:
        """Return the day or days of a meeting."""
        return (Day(when, self.words.days(when)),) if when else self.day(None)

    def day_or_state(self, when: When | None, as_of: When | None) -> Line:
        """Return a date; where there is none, the date of which the value is true."""
        if when or not as_of:
            return self.day(when)
        return fill(self.words.m.gettext("as of {day}"), day=self.day(as_of))

    # What a value rests on

    def link(self, statement: Statement) -> Link | Text | Verbatim:
        """Return a link to the highlighted words of a statement, else to the statement itself."""
        number = self.numbers.get(statement.id)
        dispatch = self.case.dispatch_by_id.get(statement.document)
        named = Verbatim(dispatch.id if dispatch else statement.speaker)
        label = Text(f"[{number}]") if number else named
        if dispatch and statement.content:
            return Link(label, self.href(statement), dispatch.id)
        return Link(label, f"#{anchor('said', statement.id)}") if number else label

    def cited(self, statement: Statement) -> Line:
        """Return a link to a statement, marked where only a program has read it."""
        if statement.status != "machine-read":
            return (self.link(statement),)
        mark = Badge("machine-read", self.words.m.pgettext("mark", "machine-read"))
        return (self.link(statement), Text(" "), mark)

    @staticmethod
    def href(statement: Statement) -> str:
        """Return where the highlighted words of a statement stand in the page."""
        return f"#{anchor('at', statement.id)}"

    def _source(self, source: Source) -> Line:
        dispatch = self.case.dispatch_by_id.get(source.reference)
        if source.kind == "dispatch" and dispatch:
            whole = anchor("text", dispatch.id)
            place = anchor("at", _place(dispatch.id, source.span)) if source.span else whole
            return (Link(Verbatim(dispatch.id), f"#{place}", dispatch.id),)
        if source.kind == "statement":
            statement = self.statement(source.reference)
            return self.cited(statement) if statement else ()
        if source.kind == "url":
            return (web(source.reference),)
        return (Verbatim(source.reference),) if source.kind in {"row", "person"} else ()

    def sources(self, provenance: Provenance, statement: str | None = None, *, dated: bool = True) -> Line:
        """Return links to what a value rests on, with what limits its reliability.

        Args:
            provenance: of the value.
            statement: the one that the value rests on.
            dated: False where the value has no date, so that `day_or_state` has said of when it is true.
        """
        m = self.words.m
        said = self.statement(statement)
        lines = dict.fromkeys(
            (*([self.cited(said)] if said else []), *(self._source(s) for s in provenance.sources))
        )
        parts = [joined(tuple(line for line in lines if line), " · ")]
        if provenance.assumed:
            label = m.gettext("assumed") if parts[0] else m.gettext("assumed, no source")
            parts.append((Badge("assumed", label),))
        if provenance.as_of and dated:
            parts.append(self.day_or_state(None, provenance.as_of))
        if provenance.note:
            parts.append((Note(provenance.note.within(self.language)),))
        return joined(tuple(part for part in parts if part), " ")

    def highlights(self, dispatch: Dispatch) -> tuple[Highlight, ...]:
        """Return the stretches of a dispatch that statements and other values rest on."""
        statements = [
            Highlight(anchor("at", s.id), s.content, self.numbers.get(s.id))
            for s in self.statements
            if s.document == dispatch.id and s.content
        ]
        others = sorted(
            {
                source.span
                for provenance in self._provenances()
                for source in provenance.sources
                if source.kind == "dispatch" and source.reference == dispatch.id and source.span
            }
        )
        return (
            *statements,
            *(Highlight(anchor("at", _place(dispatch.id, span)), (span,)) for span in others),
        )

    def _provenances(self) -> Iterator[Provenance]:
        case = self.case
        for meeting in case.meetings:
            yield meeting.provenance
            yield from (word.provenance for word in meeting.participants)
        yield from (instrument.provenance for instrument in case.instruments)
        yield from (role.provenance for role in (*case.roles, *self.roles))
        yield from (word.provenance for word in case.adherences)
        yield from (word.provenance for word in case.presences)
        for agreement in self.agreements:
            yield from agreement.provenances()


def speaker(statement: Statement) -> str:
    """Return the actor id of the speaker, or the name where the case has no such actor."""
    return statement.speaker_id or statement.speaker


def web(url: str) -> Link | Verbatim:
    """Return a link to a page of the web; an address of any other scheme stays text."""
    match = re.match(r"https?://(?:www\.)?([^/?#\s]+)", url, re.IGNORECASE)
    return Link(Verbatim(match[1]), url) if match else Verbatim(url)


def _place(document: str, span: Span) -> str:
    return f"{document}@{span.start}-{span.end}"

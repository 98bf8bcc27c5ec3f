"""The vocabulary of the field in the page's language: roles, modalities, marks, dates."""

import calendar
from datetime import date
from functools import cache, cached_property

from sulh.case.actor import AdherenceState
from sulh.case.position import Stance
from sulh.case.process import InstrumentKind
from sulh.case.statement import Aspect, Form, Modality, Role, Status, WithinKind
from sulh.case.when import Validity, When
from sulh.text.messages import Messages, translator

JANUARY, DECEMBER = 1, 12


class Words:
    """Words of one language for the closed vocabularies of a case."""

    def __init__(self, messages: Messages) -> None:
        """Take the messages of the language."""
        self.m = messages

    @cached_property
    def roles(self) -> dict[Role, str]:
        """A role in a process."""
        m = self.m
        return {
            "party": m.pgettext("role", "party"),
            "mediator": m.pgettext("role", "mediator"),
            "guarantor": m.pgettext("role", "guarantor"),
            "host": m.pgettext("role", "host"),
            "convener": m.pgettext("role", "convener"),
            "drafter": m.pgettext("role", "drafter"),
            "consulted": m.pgettext("role", "consulted"),
            "participant": m.pgettext("role", "participant"),
            "signatory": m.pgettext("role", "signatory"),
            "observer": m.pgettext("role", "observer"),
            "monitor": m.pgettext("role", "monitor"),
            "excluded": m.pgettext("role", "excluded"),
        }

    @cached_property
    def attendance(self) -> dict[bool, str]:
        """Whether an actor takes part in a meeting."""
        m = self.m
        return {True: m.pgettext("meeting", "attends"), False: m.pgettext("meeting", "stays away")}

    @cached_property
    def modalities(self) -> dict[Modality, str]:
        """In which way a role is claimed."""
        m = self.m
        return {
            "held": m.pgettext("modality", "held"),
            "prospective": m.pgettext("modality", "prospective"),
            "conditional": m.pgettext("modality", "conditional"),
            "offered": m.pgettext("modality", "offered"),
        }

    @cached_property
    def statuses(self) -> dict[Status, str]:
        """How far the reading of a statement was checked."""
        m = self.m
        return {
            "machine-read": m.pgettext("status", "machine-read, not confirmed"),
            "confirmed": m.pgettext("status", "confirmed"),
            "corrected": m.pgettext("status", "corrected"),
            "entered": m.pgettext("status", "entered by a person"),
        }

    @cached_property
    def forms(self) -> dict[Form, str]:
        """Whether the words are the speaker's own."""
        m = self.m
        return {
            "direct": m.pgettext("form", "direct speech"),
            "indirect": m.pgettext("form", "indirect speech"),
            "mixed": m.pgettext("form", "indirect speech with direct quotation"),
        }

    @cached_property
    def aspects(self) -> dict[Aspect, str]:
        """What a denial denies, and what it leaves open."""
        m = self.m
        return {
            "fact": m.gettext("denies that it is so"),
            "knowledge": m.gettext("denies knowledge of it, not that it happened"),
            "involvement": m.gettext("denies taking part in it, not that it happened"),
            "authorship": m.gettext("denies being its author, not that it exists"),
            "endorsement": m.gettext("denies endorsing it, not that it exists"),
        }

    @cached_property
    def adherence(self) -> dict[AdherenceState, str]:
        """How an actor stands to an instrument."""
        m = self.m
        return {
            "joined": m.pgettext("adherence", "joined"),
            "denied": m.pgettext("adherence", "denied having joined"),
            "left": m.pgettext("adherence", "left"),
            "suspended": m.pgettext("adherence", "suspended its part"),
        }

    @cached_property
    def stances(self) -> dict[Stance, str]:
        """How an actor stands to an issue."""
        m = self.m
        return {
            "accepts": m.pgettext("stance", "accepts"),
            "amends": m.pgettext("stance", "asks for changes"),
            "rejects": m.pgettext("stance", "rejects"),
            "silent": m.pgettext("stance", "reported silent"),
            "denied": m.pgettext("stance", "denies knowledge or part"),
        }

    @cached_property
    def within(self) -> dict[WithinKind, str]:
        """What a role is in."""
        m = self.m
        return {
            "meeting": m.pgettext("within", "meeting"),
            "agreement": m.pgettext("within", "agreement"),
            "channel": m.pgettext("within", "channel"),
            "track": m.pgettext("within", "track"),
        }

    @cached_property
    def unlisted(self) -> dict[WithinKind, str]:
        """What a role is in, where it is no entry of the case."""
        m = self.m
        return {
            "meeting": m.gettext("In a meeting, as the texts name it"),
            "agreement": m.gettext("In an agreement, as the texts name it"),
            "channel": m.gettext("In a channel, as the texts name it"),
            "track": m.gettext("On a track, as the texts name it"),
        }

    @cached_property
    def instruments(self) -> dict[InstrumentKind, str]:
        """The kinds of instrument."""
        m = self.m
        return {
            "resolution": m.pgettext("instrument", "resolution"),
            "agreement": m.pgettext("instrument", "agreement"),
            "statement": m.pgettext("instrument", "statement"),
            "memorandum": m.pgettext("instrument", "memorandum"),
            "letter": m.pgettext("instrument", "letter"),
            "other": m.pgettext("instrument", "other text"),
        }

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of the months, January first."""
        m = self.m
        return (
            m.pgettext("month", "January"),
            m.pgettext("month", "February"),
            m.pgettext("month", "March"),
            m.pgettext("month", "April"),
            m.pgettext("month", "May"),
            m.pgettext("month", "June"),
            m.pgettext("month", "July"),
            m.pgettext("month", "August"),
            m.pgettext("month", "September"),
            m.pgettext("month", "October"),
            m.pgettext("month", "November"),
            m.pgettext("month", "December"),
        )

    def day(self, day: date) -> str:
        """Return `day` as it is written: 27 December 2016."""
        return self.m.pgettext("date", "{day} {month} {year}").format(
            day=day.day, month=self.months[day.month - 1], year=day.year
        )

    def month(self, day: date) -> str:
        """Return the month of `day`: December 2016."""
        return self.m.pgettext("date", "{month} {year}").format(
            month=self.months[day.month - 1], year=day.year
        )

    def when(self, when: When) -> str:
        """Return a date in words that are as precise as it is: a day, a month, a year or an interval."""
        return self._calendar(when) or self.m.pgettext("date", "between {first} and {last}").format(
            first=self.day(when.first), last=self.day(when.last)
        )

    def days(self, when: When) -> str:
        """Return the day or days that a meeting takes (23–24 January 2017), or the month or year of it."""
        first, last = when.first, when.last
        if imprecise_or_day := self._calendar(when):
            return imprecise_or_day
        if (first.year, first.month) == (last.year, last.month):
            return self.m.pgettext("date", "{first}–{last} {month} {year}").format(
                first=first.day, last=last.day, month=self.months[first.month - 1], year=first.year
            )
        return self.m.pgettext("date", "{first} – {last}").format(first=self.day(first), last=self.day(last))

    def _calendar(self, when: When) -> str | None:
        """Return the day, month or year that `when` is, None where it is none of them."""
        first, last = when.first, when.last
        if when.is_day:
            return self.day(first)
        ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
        if first.day == 1 and ends_month and first.year == last.year:
            if first.month == last.month:
                return self.month(first)
            if (first.month, last.month) == (JANUARY, DECEMBER):
                return str(first.year)
        return None

    def takes_days(self, when: When) -> bool:
        """Tell whether the days of a meeting are several, and no whole month or year."""
        return self._calendar(when) is None

    def validity(self, validity: Validity) -> str:
        """Return from when until when something held, empty where neither is known."""
        begins = validity.begins and self.when(validity.begins)
        ends = validity.ends and self.when(validity.ends)
        if begins and ends:
            return self.m.pgettext("validity", "from {begins} until {ends}").format(begins=begins, ends=ends)
        if begins:
            return self.m.pgettext("validity", "from {begins}").format(begins=begins)
        return self.m.pgettext("validity", "until {ends}").format(ends=ends) if ends else ""


@cache
def words(language: str) -> Words:
    """Return the words of `language`, `ar` or `en`."""
    return Words(translator(language))

"""An invented case, small enough to know by heart."""

from dataclasses import replace
from datetime import date

import pytest

from sulh.brief.content import Content
from sulh.case import (
    Actor,
    Adherence,
    Case,
    Denial,
    Dispatch,
    Instrument,
    LocalText,
    Meeting,
    Name,
    Office,
    Paragraph,
    Participation,
    Presence,
    Provenance,
    RoleClaim,
    Source,
    Statement,
    Track,
    Validity,
    When,
)
from sulh.case.statement import Saying, Within
from sulh.text.span import Span

ENGLISH = (
    '+++\noutlet = "Harbour News"\n+++\n\nThe Lowland Council said that the harbour will mediate and that '
    "talks are under way.\n\nThe Upland Front said it knows nothing of the talks.\n"
)
ARABIC = "قال مجلس المرافئ إن المرفأ يعرض استضافة الجولة الأولى.\n\nوأكد المجلس أن المحادثات جارية.\n"
APRIL = date(2031, 4, 2)
MAY = date(2031, 5, 1)


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def local(en: str, ar: str) -> LocalText:
    return LocalText((("ar", ar), ("en", en)))


def actor(identifier: str, en: str, ar: str, *offices: Office) -> Actor:
    return Actor(identifier, "formation", (Name(ar, "ar"), Name(en, "en")), offices=offices)


def said(document: str, number: int, words: str, who: str | None, name: str) -> Statement:
    span = find({"english": ENGLISH, "arabic": ARABIC}[document], words)
    return Statement(
        f"{document}#s{number}", document, name, "organisation", words, "indirect", "affirm",
        content=(span,), speaker_id=who,
    )  # fmt: skip


@pytest.fixture
def content() -> Content:
    harbour = Source("dispatch", "english", find(ENGLISH, "the harbour will mediate"))
    dispatches = (
        Dispatch(
            "english", "dispatches/english.txt", ENGLISH, Span(33, len(ENGLISH)), "en",
            "Harbour News", APRIL, "https://example.org/1",
        ),
        Dispatch("arabic", "dispatches/arabic.txt", ARABIC, Span(0, len(ARABIC)), "ar", None, MAY),
    )  # fmt: skip
    case = Case(
        title=local("Two rivers", "نهران"),
        period=Validity(When.on(date(2031, 3, 1)), When.on(date(2031, 9, 30))),
        tracks=(Track("ceasefire", local("Ceasefire", "وقف إطلاق النار")),),
        meetings=(
            Meeting(
                "first-round", local("First round", "الجولة الأولى"), local("The Harbour", "المرفأ"),
                When(date(2031, 5, 1), date(2031, 5, 31)),
                participants=(
                    Participation("upland", "lowland"),
                    Participation("upland", "upland", attends=False),
                ),
            ),
        ),
        instruments=(
            Instrument(
                "truce", "agreement", local("Truce", "هدنة"), When.on(date(2031, 6, 1)),
                (Paragraph("2", local("Fire ceases", "يتوقف إطلاق النار")),),
            ),
        ),
        actors=(
            actor("lowland", "Lowland Council", "مجلس السهول"),
            actor("upland", "Upland Front", "جبهة المرتفعات"),
            actor("harbour", "Harbour", "المرفأ"),
            actor("speaker", "Sami Rif", "سامي ريف", Office(local("spokesman", "ناطق"), "upland")),
        ),
        roles=(
            RoleClaim("upland", "party", "lowland", within=Within("meeting", "first-round"),
                      said=When.on(APRIL)),
            RoleClaim("lowland", "party", "lowland", by_itself=True, within=Within("meeting", "first-round"),
                      said=When.on(APRIL)),
            RoleClaim("harbour", "guarantor", "lowland", within=Within("agreement", "truce"),
                      said=When.on(MAY), validity=Validity(When.on(date(2031, 6, 1))),
                      provenance=Provenance(assumed=True, note=LocalText((("en", "A remark."),)))),
            RoleClaim("harbour", "guarantor", "upland", asserted=False, within=Within("agreement", "truce"),
                      said=When.on(date(2031, 6, 2)),
                      provenance=Provenance((Source("url", "https://example.org/2"),))),
            RoleClaim("upland", "observer", "lowland", within=Within("channel", "the back channel")),
            RoleClaim("speaker", "consulted", "lowland"),
        ),
        adherences=(
            Adherence("upland", "truce", "joined", "harbour", When.on(date(2031, 6, 1))),
            Adherence("upland", "truce", "denied", "upland", When.on(date(2031, 6, 3))),
        ),
        presences=(
            Presence("upland", "East bank", "lowland", Validity(When.on(APRIL)),
                     Provenance((Source("dispatch", "english", find(ENGLISH, "under way")),))),
        ),
        dispatches=dispatches,
    )  # fmt: skip
    statements = (
        said("english", 1, "the harbour will mediate", "lowland", "The Lowland Council"),
        replace(
            said("english", 2, "talks are under way", "lowland", "The Lowland Council"),
            via=("Harbour News", "Agency"), addressee="reporters", status="confirmed",
        ),
        replace(
            said("english", 3, "it knows nothing of the talks", "upland", "The Upland Front"),
            polarity="deny", denies=(Denial("english#s2", "knowledge"),), role="movement", form="direct",
            said=Saying("on Tuesday", date(2031, 4, 1)),
        ),
        replace(
            said("arabic", 1, "المرفأ يعرض استضافة الجولة الأولى", None, "مجلس المرافئ"),
            said=Saying("أمس", None), status="corrected",
        ),
        Statement("statements.toml#call", "statements.toml", "Upland Front", "organisation",
                  "It is not so.", "indirect", "deny", speaker_id="upland", status="entered",
                  provenance=Provenance((Source("person", "A. Aide"),))),
    )  # fmt: skip
    roles = (
        *case.roles,
        RoleClaim("harbour", "mediator", "lowland", modality="prospective",
                  within=Within("meeting", "first-round"), statement="english#s1",
                  provenance=Provenance((harbour,))),
        RoleClaim("lowland", "participant", "lowland", by_itself=True, statement="english#s2"),
    )  # fmt: skip
    return Content(case, statements, roles)

"""A case folder of invented talks, and `sulh brief` run on it."""

from pathlib import Path

from click.testing import CliRunner, Result

from sulh.case import Case
from sulh.cli.brief import brief
from sulh.record import CaseReading

CASE = """\
title = {ar = "نهران", en = "Two rivers"}
from = 2031-03-01
until = 2031-09-30
languages = ["en", "ar"]

[[meeting]]
id = "first-round"
title = {ar = "الجولة الأولى", en = "First round"}
when = "2031-05"
"""
ACTORS = """\
[[actor]]
id = "upland"
kind = "formation"
names = [{en = "Upland Front"}, {ar = "جبهة المرتفعات"}]
[[actor]]
id = "lowland"
kind = "formation"
names = [{en = "Lowland Council"}, {ar = "مجلس السهول"}]
[[role]]
actor = "upland"
role = "party"
in = "first-round"
claimed_by = "lowland"
said = 2031-04-02
[[role]]
actor = "upland"
role = "guarantor"
in = "first-round"
claimed_by = "lowland"
handling = "process"
"""
DISPATCH = """\
+++
outlet = "Harbour News"
date = 2031-04-02
language = "en"
+++

The Upland Front said that it would come.
"""


def read_nothing(_: Case) -> CaseReading:
    return CaseReading()


def write(folder: Path) -> Path:
    (folder / "dispatches").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "actors.toml").write_text(ACTORS, encoding="utf-8")
    (folder / "dispatches" / "harbour.txt").write_text(DISPATCH, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(brief, [str(a) for a in arguments], catch_exceptions=False)

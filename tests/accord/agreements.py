"""Agreements among invented parties, as folders and as values."""

from datetime import datetime
from pathlib import Path

from sulh.accord.agreement import Agreement
from sulh.accord.folder import read_agreements

CASE = """\
title = {ar = "نهران", en = "Two rivers"}
languages = ["en", "ar"]
[[instrument]]
id = "truce-text"
kind = "agreement"
title = "The truce"
"""
ACTORS = """\
[[actor]]
id = "upland"
kind = "body"
names = [{en = "Upland Assembly"}, {en = "Upland"}, {ar = "هيئة المرتفعات"}]
[[actor]]
id = "lowland"
kind = "body"
names = [{en = "Lowland Council"}, {en = "Lowland"}, {ar = "مجلس السهل"}]
[[actor]]
id = "authority"
kind = "body"
names = [{en = "Two Rivers Authority"}, {ar = "هيئة النهرين"}]
[[actor]]
id = "envoy"
kind = "person"
names = [{en = "The Envoy"}]
handling = "mediator"
"""
TEXT = """\
# Truce

1. Lowland shall release all detainees. {#detainees by=lowland within="10 days of entry-into-force"}
2. The parties shall not open fire. {#fire suspends="the loss of a village"}
"""
SIGNED = """
[[signature]]
actor = "{who}"
when = 2031-05-01
by = "authority"
"""


def copy(holder: str, text: str = TEXT, more: str = "", language: str = "en") -> str:
    """Return the file of one copy."""
    fields = f'language = "{language}"\nholder = "{holder}"\nparties = ["lowland", "upland"]'
    return f"+++\n{fields}\n{more}\n+++\n{text}"


def write(folder: Path, terms: str = "", copies: dict[str, str] | None = None, decisions: str = "") -> Path:
    """Write a case with one agreement, `truce`, and return its folder."""
    agreement = folder / "agreements" / "truce"
    agreement.mkdir(parents=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "actors.toml").write_text(ACTORS, encoding="utf-8")
    if decisions:
        header = "room,document,start,end,what,decision,value,by,when,why\n"
        (folder / "decisions.csv").write_text(header + decisions, encoding="utf-8")
    if copies is None:
        copies = {who: copy(who, more=SIGNED.format(who=who)) for who in ("lowland", "upland")}
    for name, text in copies.items():
        (agreement / f"{name}.md").write_text(text, encoding="utf-8")
    (agreement / "agreement.toml").write_text(terms, encoding="utf-8")
    return folder


def read(
    folder: Path, terms: str = "", copies: dict[str, str] | None = None, decisions: str = ""
) -> tuple[Agreement, list[str]]:
    """Write and read a case with one agreement; return it, and the faults as `FILE:LINE: reason`."""
    path = write(folder, terms, copies, decisions)
    (agreement,), faults = read_agreements(path)
    shown = [f"{Path(fault.file).name}:{fault.line}: {fault.reason}" for fault in faults]
    return agreement, shown


def at(text: str) -> datetime:
    """Return a time."""
    return datetime.fromisoformat(text)

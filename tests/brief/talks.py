"""Invented negotiations among the invented parties of the case, small enough to know by heart."""

from sulh.table.negotiation import Negotiation
from sulh.table.reading import parse

ISSUES = """\
[[issue]]
id = "scope"
title = {ar = "النطاق", en = "Scope"}
options = [{id = "wide", title = {ar = "واسع", en = "Wide"}}, "narrow"]
[[issue]]
id = "watch"
options = ["joint", "none"]
"""

OPEN = """\
[[party]]
id = "lowland"
reservation = 2
[[party]]
id = "upland"
reservation = 1
assumed = true
""" + ISSUES + """\
[preference.lowland]
weights = {scope = 6, watch = 4}
values.scope = {wide = 1, narrow = 0}
values.watch = {joint = 1, none = 0}
[preference.upland]
weights = {scope = 6, watch = 3}
values.scope = {wide = 0.5, narrow = 1}
values.watch = {joint = 0, none = 1}
"""  # fmt: skip
"""Lowland and Upland: wide-joint (10, 3), wide-none (6, 6), narrow-joint (4, 6), narrow-none (0, 9)."""

BLOCKED = OPEN.replace("reservation = 2", "reservation = 7") + """\
red_lines = [{scope = "wide", watch = "joint"}]
"""  # fmt: skip


def negotiation(text: str = OPEN) -> Negotiation:
    reading = parse(text, "negotiation.toml")
    assert reading.negotiation, reading.faults
    return reading.negotiation

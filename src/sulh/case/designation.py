"""Designations: dated, sourced decisions of an organ that a group is excluded from something."""

from dataclasses import dataclass
from typing import Literal

from sulh.case.actor import Name
from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import ALWAYS, Validity

ExcludedFrom = Literal["ceasefire", "talks", "sanctions"]


@dataclass(frozen=True, slots=True)
class Designation:
    """One decision about one group. It says what an organ decided, and nothing of who belongs to the group.

    Attributes:
        id: of the entry; the organ's own reference where it has one (`QDe.137`).
        names: names and aliases, each with the time during which the decision covered it.
        organ: who decided.
        excluded_from: what the group is excluded from; exclusion from a ceasefire, from talks and by
            sanctions are three things.
        areas: ids of the areas that it is limited to; none where it is not limited.
        actor: the actor of the case that a person said it means; None where nobody did.
        validity: from when until when it was in force.
        provenance: the text that it stands in.
    """

    id: str
    names: tuple[Name, ...]
    organ: str
    excluded_from: tuple[ExcludedFrom, ...]
    areas: tuple[str, ...] = ()
    actor: str | None = None
    validity: Validity = ALWAYS
    provenance: Provenance = UNSOURCED

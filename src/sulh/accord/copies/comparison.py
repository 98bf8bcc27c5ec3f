"""Whether counterpart copies are one text: the values of the answer."""

from dataclasses import dataclass
from typing import Literal

from sulh.accord.copies.feature import Kind
from sulh.case.handling import Handling

Status = Literal["same", "different", "unproved"]

About = Literal[
    "vowel signs",
    "digits",
    "brackets",
    "ids",
    "numbers",
    "actors",
    "certified",
    "certificate broken",
    "certificate incomplete",
    "intended",
    "not accepted by all",
    "intended and equal",
]


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of difference in one clause.

    Attributes:
        clause: its id in the first copy that has it.
        kind: what differs.
        copies: the text of the clause by name of copy, None where a copy has it not.
        words: by name of copy, the words that make the difference, as they are written.
        intended: whether all holders have accepted that the copies differ in this clause.
        accepted_by: who accepts it.
    """

    clause: str
    kind: Kind
    copies: tuple[tuple[str, str | None], ...]
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    intended: bool = False
    accepted_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader has to know beside the differences.

    Attributes:
        about: what kind of remark it is.
        clause: None where it is about whole copies.
        details: by name of copy, or by the words of a certificate, what there is to know.
    """

    about: About
    clause: str | None
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer.

    Attributes:
        status: `same` only where nothing differs and nothing is unproved.
        names: the copies, in the order given.
        differences: by clause in the order of the text, then by kind.
        unproved: ids of the clauses that stand in two languages without a certified translation.
        digests: for each of these, by name of copy, the digest that a certificate has to bear.
        remarks: in the order of the text, those about whole copies first.
        audience: who may see the answer: the join of the handling of all copies.
    """

    status: Status
    names: tuple[str, ...]
    differences: tuple[Difference, ...]
    unproved: tuple[str, ...]
    remarks: tuple[Remark, ...]
    audience: Handling
    digests: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

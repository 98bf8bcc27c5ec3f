"""What a clause says that a translation must not change."""

from typing import Literal, NamedTuple

from sulh.text.span import Span

Kind = Literal["missing", "order", "date", "number", "party", "exclusion", "reference", "wording"]
KINDS: tuple[Kind, ...] = (
    "missing",
    "order",
    "date",
    "number",
    "party",
    "exclusion",
    "reference",
    "wording",
)
"""In the order in which the findings of one clause are listed."""


class Feature(NamedTuple):
    """A date, number, reference, actor or exclusion of a clause.

    Attributes:
        kind: of the difference that it makes where it differs.
        value: what it says, the same in every language and spelling as far as that can be told.
        span: its words in the text of the clause.
    """

    kind: Kind
    value: str
    span: Span

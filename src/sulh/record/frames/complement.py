"""The complement of a cue: what introduces what is said, and where that begins."""

from typing import Final, Literal, NamedTuple

ComplementKind = Literal["that", "quote", "colon", "nominal"]

FARTHEST: Final = 45  # words between a cue and its complement


class Complement(NamedTuple):
    """Where the complement of a cue stands, as indices of words.

    Attributes:
        kind: a clause after a complementiser, a quotation mark or a colon, or a noun phrase.
        at: what introduces it; for a noun phrase without preposition its first word.
        start: first word of the content (a quotation mark included).
        subject_end: after the subject; only before a noun phrase can adverbials stand between that and `at`.
    """

    kind: ComplementKind
    at: int
    start: int
    subject_end: int

"""Sentences of the table, kept as a message and its arguments until somebody reads them in a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from sulh.case.agreement import Issue, Option
from sulh.table.number import plain
from sulh.text.messages import Messages

_DIGITS: Final = 6

Settled = tuple[tuple[Issue, Option], ...]
Argument = str | int | Fraction | Issue | Option | Settled


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in no language yet.

    Attributes:
        message: its English wording with places in braces, the key of the catalogues.
        arguments: what belongs in the places: ids of parties, figures, issues, options, or options by issue.
    """

    message: str
    arguments: tuple[tuple[str, Argument], ...]

    def within(self, messages: Messages, parties: Mapping[str, str]) -> str:
        """Return the wording.

        Args:
            messages: of the reader's language.
            parties: their labels by id; a party without a label goes by its id.
        """
        places = {name: worded(value, messages, parties) for name, value in self.arguments}
        return messages.gettext(self.message).format(**places)


def sentence(message: str, **arguments: Argument) -> Sentence:
    """Return a sentence with its arguments."""
    return Sentence(message, tuple(arguments.items()))


def shown(number: Fraction | int) -> str:
    """Return a plain decimal; to six digits, and marked so, where no decimal is exact."""
    exact = plain(number)
    if "/" not in exact:
        return exact
    number = Fraction(number)
    rounded = Context(prec=_DIGITS).divide(Decimal(number.numerator), Decimal(number.denominator))
    return f"≈ {rounded:f}"


def worded(value: Argument, m: Messages, parties: Mapping[str, str]) -> str:
    """Return one argument in the words of a language; parties and members go by their labels."""
    match value:
        case str():
            return parties.get(value, value)
        case Issue() | Option():
            return value.title.within(m.language) if value.title else value.id
        case int() | Fraction():
            return shown(value)
    return m.gettext(", ").join(
        worded(issue, m, parties) + m.gettext(": ") + worded(option, m, parties) for issue, option in value
    )

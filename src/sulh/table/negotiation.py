"""A negotiation: parties, issues, constraints, and what each package is worth to each party, exactly."""

from dataclasses import dataclass
from fractions import Fraction

from sulh.case.agreement import Choice, Issue


@dataclass(frozen=True, slots=True)
class Interaction:
    """What a party gains or loses when several options are agreed together."""

    when: Choice
    adds: Fraction


@dataclass(frozen=True, slots=True)
class Preference:
    """What packages are worth to one party.

    Attributes:
        values: for each issue id that the party cares about, the worth (weight × value) of each of its
            options, in the order of the issue; an issue that is not named is worth 0.
        interactions: added where all their options are in the package.
        red_lines: the party never accepts a package with all options of one of these.
        reservation: utility of no agreement.
    """

    values: tuple[tuple[str, tuple[Fraction, ...]], ...] = ()
    interactions: tuple[Interaction, ...] = ()
    red_lines: tuple[Choice, ...] = ()
    reservation: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Constraint:
    """No package may have all options of one of `forbidden`.

    "If `if` then `then`" is kept in the same form: one forbidden choice for each way to break it.
    """

    forbidden: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the negotiation and what it wants."""

    id: str
    preference: Preference


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The input of every analysis.

    Attributes:
        parties: in the order of the file; utilities stand in this order.
        issues: in the order of the file; packages list them in this order.
        nominal: whether a preference is only the nominal point of what is known in part.
    """

    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    constraints: tuple[Constraint, ...] = ()
    nominal: bool = False

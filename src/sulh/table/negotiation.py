"""A negotiation: parties, issues, constraints, and what each package is worth to each party, exactly."""

from dataclasses import dataclass
from fractions import Fraction

from sulh.case.agreement import Choice, Issue
from sulh.table.partial import Knowledge


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
class Member:
    """A group inside a party without which the party does not agree.

    Attributes:
        red_lines: the member never accepts a package with all options of one of these.
        reservation: the least utility, on the scale of the party, that the member accepts; None where it asks
            for nothing beyond the party's own reservation value.
    """

    id: str
    red_lines: tuple[Choice, ...] = ()
    reservation: Fraction | None = None

    def floor(self, own: Fraction) -> Fraction:
        """Return the least utility that it accepts in a party whose own reservation value is `own`."""
        return own if self.reservation is None else self.reservation


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the negotiation and what it wants.

    Attributes:
        preference: its own; at the nominal point where it is known only in part.
        members: groups inside it with red lines and reservation values of their own.
        knowledge: what `preference` is the nominal point of; None where the preference is known exactly.
    """

    id: str
    preference: Preference
    members: tuple[Member, ...] = ()
    knowledge: Knowledge | None = None

    @property
    def reservation(self) -> Fraction:
        """The least utility that the party accepts: the largest of its own and its members' values."""
        own = self.preference.reservation
        return max(own, *(member.floor(own) for member in self.members)) if self.members else own

    @property
    def red_lines(self) -> tuple[Choice, ...]:
        """Its own red lines, then those of its members in their order."""
        return self.preference.red_lines + tuple(line for member in self.members for line in member.red_lines)


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The input of every analysis.

    Attributes:
        parties: in the order of the file; utilities stand in this order.
        issues: in the order of the file; packages list them in this order.
    """

    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    constraints: tuple[Constraint, ...] = ()

    @property
    def nominal(self) -> bool:
        """Whether a preference is only the nominal point of what is known in part."""
        return any(party.knowledge for party in self.parties)

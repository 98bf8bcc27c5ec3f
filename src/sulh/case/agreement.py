"""What could be agreed: issues, their options, and packages of one option an issue."""

from dataclasses import dataclass

from sulh.case.local_text import LocalText


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle an issue."""

    id: str
    title: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A question that an agreement settles, with the options in the order of the file."""

    id: str
    options: tuple[Option, ...]
    title: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A package, or a part of one: pairs of issue id and option id, at most one for each issue."""

    options: tuple[tuple[str, str], ...]

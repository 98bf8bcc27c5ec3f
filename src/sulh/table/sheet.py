"""A table of `negotiation.toml`: numbers, intervals, and choices of options that have to exist."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Self

from sulh.case.agreement import Choice
from sulh.case.folder.table import Page, Table, suggestion
from sulh.case.handling import PUBLIC, Handling
from sulh.case.local_text import LocalText
from sulh.table.number import exact
from sulh.table.partial import Interval

if TYPE_CHECKING:
    from sulh.case.folder.positions import KeyPath

_PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Space:
    """What the file defines, as far as it can be read: references to the rest are not called unknown.

    Attributes:
        parties: their ids; None where some cannot be read.
        issues: the ids of the options by issue; None where the options cannot be read.
        complete: whether `issues` has every issue.
    """

    parties: frozenset[str] | None
    issues: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    complete: bool = True


class Sheet(Table):
    """A table that knows the parties, issues and options of its negotiation."""

    def __init__(
        self,
        page: Page,
        path: "KeyPath",
        values: dict[str, Any],
        owner: Table | None = None,
        *,
        space: Space,
    ) -> None:
        """Stand at `path` of `page`."""
        super().__init__(page, path, values, owner)
        self.space = space

    def _child(self, path: "KeyPath", values: dict[str, Any], owner: Table | None) -> Self:
        return type(self)(self.page, path, values, owner, space=self.space)

    def remarks(self) -> None:
        """Check what every entry may carry; it says what the entry rests on, and no utility depends on it."""
        self.flag("assumed", default=False)
        self.when("as_of")
        if self.has("note"):
            self.wordings("note", "en")
        self.has("sources")
        try:
            Handling(self.maybe_text("handling") or "mediator")
        except ValueError as error:
            self.fault(str(error), "handling")

    def new_id(self, kind: str, taken: set[str]) -> str:
        """Return the id that this entry brings in, and note it in `taken`."""
        word = self.text("id")
        if word in taken:
            self.fault(f"the id {word!r} is taken by another {kind}; give this {kind} another id", "id")
        taken.add(word)
        return word

    def title(self) -> LocalText | None:
        """Return the wordings under `title`, or None where there is none; a plain text is English."""
        return self.maybe_wordings("title")

    def maybe_wordings(self, key: str) -> LocalText | None:
        """Return the wordings under `key`, or None where there is none; a plain text is English."""
        return LocalText(self.wordings(key, "en")) if self.has(key) else None

    def said_handling(self) -> Handling:
        """Return the handling that this entry states; `public` where it states none, or a wrong one."""
        try:
            return Handling(self.maybe_text("handling") or "public")
        except ValueError:
            return PUBLIC

    def is_empty(self, key: str) -> bool:
        """Tell whether `key` has an empty list."""
        return self._values.get(key) == []

    def every_key(self) -> tuple[str, ...]:
        """Return all keys, in the order of the file."""
        return tuple(key for key in self._values if self.has(key))

    def issue_keys(self) -> tuple[str, ...]:
        """Return all keys, which have to be issues."""
        for key in self.every_key():
            if self.space.complete and key not in self.space.issues:
                near = suggestion(key, self.space.issues)
                self.fault(f"unknown issue {key!r}{near} define it or correct the id", key)
        return tuple(key for key in self.every_key() if self.space.issues.get(key))

    def number(self, key: str) -> Fraction:
        """Return a number, 0 where there is none."""
        return (self._number(self._values[key], key) if self.has(key) else None) or Fraction(0)

    def _number(self, value: object, *at: str | int) -> Fraction | None:
        try:
            return exact(value)
        except ValueError as error:
            self.fault(f"{at[0]!r}: {error}", *at)
            return None

    def interval(self, key: str) -> Interval:
        """Return `[low, high]`, or a number as an interval of one point."""
        value = self._values[key]
        if isinstance(value, list):
            bounds = [self._number(bound, key, index) for index, bound in enumerate(value)]
        else:
            bounds = [self._number(value, key)] * 2
        match bounds:
            case [Fraction() as low, Fraction() as high] if low <= high:
                return Interval(low, high)
            case [Fraction(), Fraction()]:
                self.fault(f"{key!r}: the interval is upside down; write [low, high]", key)
            case _ if len(bounds) != _PAIR:
                self.fault(f"{key!r}: an interval has two numbers; write [low, high]", key)
        return Interval(Fraction(0), Fraction(0))

    def options(self, issue: str) -> tuple[str, ...]:
        """Return the options under the key `issue`: one, or a list of which each will do."""
        several = self.holds_list(issue)
        values = self._values[issue] if several else [self._values[issue]]
        for index, value in enumerate(values):
            self.check_option(issue, value, *((issue, index) if several else (issue,)))
        return tuple(values)

    def check_option(self, issue: str, option: object, *at: str | int) -> None:
        """Note a fault where `issue` has not this option."""
        known = self.space.issues.get(issue) or ()
        if not isinstance(option, str):
            self.fault(f"{issue!r} has the wrong type; write the id of an option in quotation marks", *at)
        elif option not in known:
            near = suggestion(option, known)
            self.fault(f"unknown option {option!r} of issue {issue!r}{near} define it or correct the id", *at)

    def chosen(self) -> Choice:
        """Return the options that this table names, at least one, in the order of the issues."""
        if not self._values:
            self.fault('names no option; write at least one issue = "option"')
        return self.chosen_if_any()

    def chosen_if_any(self) -> Choice:
        """Return the options that this table names, in the order of the issues."""
        picked = {}
        for issue in self.issue_keys():
            if self.holds_list(issue):
                self.fault(f"{issue!r}: a list stands only in 'then'; name one option", issue)
            else:
                (picked[issue],) = self.options(issue)
        return Choice(tuple((issue, picked[issue]) for issue in self.space.issues if issue in picked))

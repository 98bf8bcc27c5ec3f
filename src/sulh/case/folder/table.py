"""Typed access to a TOML text that collects every fault instead of stopping at the first.

A reader asks a `Table` for its keys. What is wrong is noted with its place and answered with a placeholder;
the table is then *spoiled*, and whoever asked for its entries leaves it out. So a reader is one expression,
and no entry is ever half read.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from sulh.case.fault import Fault
from sulh.case.folder import dates
from sulh.case.when import When

if TYPE_CHECKING:
    from sulh.case.folder.positions import KeyPath

T = TypeVar("T")

_PLACE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


def suggestion(word: str, options: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` for the nearest of `options`, or `;` where none is near."""
    near = get_close_matches(word, sorted(options), n=1)
    return f"; did you mean {near[0]!r}?" if near else ";"


@dataclass(slots=True)
class Page:
    """One TOML text and what is wrong with it.

    Attributes:
        file: its name in faults.
        text: the TOML text.
        before: how many lines of the file stand before it (1 for the front matter of a dispatch).
        valid: whether it could be parsed; a page that cannot contributes nothing.
    """

    file: str
    text: str
    before: int = 0
    values: dict[str, Any] = field(init=False)
    valid: bool = field(init=False, default=True)
    _faults: list[Fault] = field(init=False, default_factory=list)
    _misplaced: list[tuple["KeyPath", str]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Parse the text."""
        try:
            self.values = tomllib.loads(self.text, parse_float=Decimal)
        except (ValueError, RecursionError) as error:
            self.values, self.valid = {}, False
            place = _PLACE.search(str(error))
            line = int(place[1]) if place and place[1] else self.text.count("\n") + 1 if place else 1
            what = _PLACE.sub("", str(error)).rstrip(".")
            reason = f"not valid TOML: {what}; correct it, nothing else of this TOML was read"
            self._faults.append(Fault(self.file, self.before + line, reason))

    def note(self, path: "KeyPath", reason: str) -> None:
        """Note that something is wrong at `path`."""
        self._misplaced.append((path, reason))

    def faults(self) -> list[Fault]:
        """Return all that is wrong, with lines."""
        if not self._misplaced:
            return self._faults
        from sulh.case.folder.positions import lines  # noqa: PLC0415 - start-up: only to locate a fault

        known = lines(self.text)

        def line(path: "KeyPath") -> int:
            return next((known[path[:n]] for n in range(len(path), 0, -1) if path[:n] in known), 1)

        return self._faults + [
            Fault(self.file, self.before + line(path), reason) for path, reason in self._misplaced
        ]


class Table:
    """One table of a page.

    Attributes:
        spoiled: whether something in it is wrong, so that it has to be left out.
    """

    def __init__(
        self, page: Page, path: "KeyPath", values: dict[str, Any], owner: "Table | None" = None
    ) -> None:
        """Stand at `path` of `page`; what is wrong here spoils `owner` too."""
        self.page = page
        self.path = path
        self.spoiled = False
        self._values = values
        self._owner = owner
        self._asked: list[str] = []

    def _child(self, path: "KeyPath", values: dict[str, Any], owner: "Table | None") -> Self:
        return type(self)(self.page, path, values, owner)

    def fault(self, reason: str, *at: str | int, spoils: bool = True) -> None:
        """Note what is wrong with the key `at`, or with the table itself."""
        self.page.note(self.path + at, reason)
        if spoils:
            self.spoil()

    def spoil(self) -> None:
        """Leave this table out, and the table that it is part of."""
        self.spoiled = True
        if self._owner is not None:
            self._owner.spoil()

    def has(self, key: str) -> bool:
        """Tell whether the table has `key`."""
        self._asked.append(key)
        return key in self._values

    def holds_list(self, key: str) -> bool:
        """Tell whether the value of `key` is a list."""
        return isinstance(self._values.get(key), list)

    def holds_table(self, key: str) -> bool:
        """Tell whether the value of `key` is a table."""
        return isinstance(self._values.get(key), dict)

    def _get(self, key: str, kind: type[T], wanted: str) -> T | None:
        """Return the value of `key` if it is there and of the right type."""
        if not self.has(key):
            return None
        value = self._values[key]
        if type(value) is kind:
            return value
        self.fault(f"{key!r} has the wrong type; write {wanted}", key)
        return None

    def require(self, key: str) -> None:
        """Note a fault where `key` is missing."""
        if not self.has(key):
            self.fault(f"the key {key!r} is missing; add it")

    def maybe_text(self, key: str) -> str | None:
        """Return a text that says something, or None where there is none."""
        value = self._get(key, str, "a text in quotation marks")
        if value is not None and not value.strip():
            self.fault(f"{key!r} is empty; fill it in or leave it out", key)
        return value

    def text(self, key: str) -> str:
        """Return a text that has to be there."""
        self.require(key)
        return self.maybe_text(key) or ""

    def flag(self, key: str, *, default: bool) -> bool:
        """Return a truth value."""
        value = self._get(key, bool, "true or false")
        return default if value is None else value

    def choice(self, key: str, words: Sequence[T], default: T | None = None) -> T:
        """Return one of `words`; it has to be there unless there is a default."""
        if default is None:
            self.require(key)
        value = self.maybe_text(key)
        for word in words:
            if word == value:
                return word
        if value is not None:
            options = [str(word) for word in words]
            near = suggestion(value, options)
            self.fault(f"unknown {key} {value!r}{near} use one of {', '.join(options)}", key)
        return words[0] if default is None else default

    def when(self, key: str) -> When | None:
        """Return a time as precise as it is known."""
        if not self.has(key):
            return None
        try:
            return dates.when(self._values[key])
        except ValueError as error:
            self.fault(f"{key!r}: {error}", key)
            return None

    def day(self, key: str) -> date | None:
        """Return one day."""
        time = self.when(key)
        if time is not None and not time.is_day:
            self.fault(f"{key!r} has to be one day; write a date such as 2031-05-01", key)
        return None if time is None else time.first

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self._get(key, list, "a list of texts in quotation marks") or []
        if all(isinstance(value, str) and value.strip() for value in values):
            return tuple(values)
        self.fault(f"{key!r} has the wrong type; write a list of texts that are not empty", key)
        return ()

    def wordings(self, key: str, language: str) -> tuple[tuple[str, str], ...]:
        """Return pairs of language and text; a plain text is in `language`. At least one."""
        self.require(key)
        value = self._values.get(key)
        if not isinstance(value, dict):
            return ((language, self.maybe_text(key) or ""),)
        table = self._child((*self.path, key), value, self)
        if not value:
            table.fault(f'{key!r} is empty; write a text, or {{ar = "…", en = "…"}}')
        return table.by_language()

    def by_language(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of language tag and text among the keys not asked for."""
        tags = [key for key in self._values if key not in self._asked]
        for tag in tags:
            if not LANGUAGE.fullmatch(tag):
                self.fault(f"{tag!r} is no language tag; use one such as ar, en or fa", tag)
        return tuple((tag, self.maybe_text(tag) or "") for tag in tags)

    def parts(self, key: str, read: Callable[[Self], T]) -> tuple[T, ...]:
        """Return what `read` makes of the tables under `key`; a fault in one spoils this table."""
        return self._tables(key, read, self)

    def parts_or_ids(self, key: str, read: Callable[[Self], T]) -> tuple[T, ...]:
        """Return what `read` makes of the tables under `key`; a text stands for a table with that id."""
        if isinstance(values := self._values.get(key), list):
            entries = [{"id": entry} if isinstance(entry, str) else entry for entry in values]
            self._values = self._values | {key: entries}
        return self.parts(key, read)

    def entries(self, key: str, read: Callable[[Self], T]) -> tuple[T, ...]:
        """Return what `read` makes of the tables under `key`, without those that have a fault."""
        return self._tables(key, read, None)

    def _tables(self, key: str, read: Callable[[Self], T], owner: Self | None) -> tuple[T, ...]:
        result = []
        for index, values in enumerate(self._get(key, list, "a list of tables") or []):
            if not isinstance(values, dict):
                self.fault(f"{key!r} has the wrong type; write a list of tables", key, index)
                continue
            table = self._child((*self.path, key, index), values, owner)
            value = read(table)
            table.rest()
            if not table.spoiled:
                result.append(value)
        return tuple(result)

    def part(self, key: str, read: Callable[[Self], T]) -> T | None:
        """Return what `read` makes of the one table under `key`, or None where there is none."""
        values = self._get(key, dict, "a table")
        if values is None:
            return None
        table = self._child((*self.path, key), values, self)
        value = read(table)
        table.rest()
        return value

    def rest(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                near = suggestion(key, self._asked)
                self.fault(f"unknown key {key!r}{near} correct or remove it", key)


def ids(value: object) -> tuple[str, ...] | None:
    """Return the ids of a list of texts or tables, or None where one of them cannot be read."""
    if not isinstance(value, list):
        return None
    found = [entry.get("id") if isinstance(entry, dict) else entry for entry in value]
    words = tuple(word for word in found if isinstance(word, str))
    return words if len(words) == len(found) else None


LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

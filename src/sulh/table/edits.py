"""Other values for a negotiation file, to see what would change: `party.upland.reservation=35`."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from sulh.case.folder.table import suggestion
from sulh.table.number import exact, plain

_PART: Final = r"""("[^"]*"|'[^']*'|[^."'=]+)"""
_EDIT: Final = re.compile(rf"\s*({_PART}(?:\.{_PART})*)\s*=(.*)", re.DOTALL)
_UNWRITTEN: Final = "reservation"
"""The key that may be given a value though the file leaves it out, as its default is a number."""


class Edit(NamedTuple):
    """A value to put into a file.

    Attributes:
        path: keys from the top; an entry of a list by its id, or by its place from 0.
        value: as TOML reads it, decimals as decimals.
    """

    path: tuple[str, ...]
    value: object

    @property
    def name(self) -> str:
        """The path with its parts joined by points, those with a point in quotation marks."""
        return ".".join(f'"{part}"' if "." in part else part for part in self.path)


class Edited(NamedTuple):
    """What an edit did.

    Attributes:
        before: the value that the file had, as text; None where it had none.
    """

    path: str
    before: str | None
    after: str


def edit(text: str) -> Edit:
    """Read `PATH=VALUE`: a path with points, and a value as TOML writes it.

    Raises:
        ValueError: it is not of this form.
    """
    found = _EDIT.fullmatch(text)
    if found is None:
        msg = f"{text!r}: write PATH=VALUE, such as party.upland.reservation=35"
        raise ValueError(msg)
    path, value = found[1], found[found.re.groups]
    try:
        table = tomllib.loads(f"value = {value}", parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        table = {}
    if set(table) != {"value"}:
        msg = (
            f"{path}: {value!r} is no TOML; write a number such as 35 or 0.2, a list such as [8, 20], "
            'or a text in quotation marks such as "16/19"'
        )
        raise ValueError(msg)
    parts = tuple(part.strip().strip("\"'") for part in re.findall(_PART, path))
    return Edit(parts, table["value"])


def put(values: dict[str, Any], edits: Sequence[Edit]) -> tuple[Edited, ...]:
    """Put the values of `edits` into the tables of a file, in their order, and return what they did.

    Raises:
        ValueError: a path leads nowhere; the message names what is nearest.
    """
    return tuple(_put(values, one) for one in edits)


def _put(values: dict[str, Any], one: Edit) -> Edited:
    *parents, last = one.path
    place: Any = values
    for depth, part in enumerate(parents):
        place = place[_key(place, part, one, depth)]
    if isinstance(place, dict) and last == _UNWRITTEN and one.path[0] == "party" and "id" in place:
        place.setdefault(last, None)
    key = _key(place, last, one, len(parents))
    before = place[key]
    place[key] = one.value
    return Edited(one.name, None if before is None else _text(before), _text(one.value))


def _key(place: object, part: str, one: Edit, depth: int) -> Any:  # noqa: ANN401 - a key of a table or a place
    """Return the key or the place of `part` in a table or a list."""
    known: Mapping[str, str | int] = {}
    if isinstance(place, dict):
        known = {key: key for key in place}
    elif isinstance(place, list):
        known = {str(index): index for index in range(len(place))}
        names = (entry.get("id") if isinstance(entry, dict) else entry for entry in place)
        known |= {name: index for index, name in enumerate(names) if isinstance(name, str)}
    if part in known:
        return known[part]
    within = Edit(one.path[:depth], None).name or "the file"
    has = f" {within} has {', '.join(known)}" if known else f" {within} has nothing below it"
    msg = f"{one.name}: there is no {part!r} in {within}{suggestion(part, known)}{has}"
    raise ValueError(msg)


def _text(value: object) -> str:
    """Return a value of a file for people: a number as a plain decimal, the rest as JSON."""
    try:
        return plain(exact(value))
    except ValueError:
        return json.dumps(value, ensure_ascii=False, default=str)

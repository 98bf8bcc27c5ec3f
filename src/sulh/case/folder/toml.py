"""The few shapes of TOML that a case folder is written in."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

Item: TypeAlias = "str | bool | int | date | Sequence[Item] | Mapping[str, Value]"
Value: TypeAlias = "Item | None"

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def _text(text: str) -> str:
    """Return a basic string; TOML takes the escapes of JSON, and wants U+007F escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _inline(value: Item) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _text(value)
        case int() | date():
            return str(value)
        case Mapping():
            pairs = (f"{_key(key)} = {_inline(item)}" for key, item in value.items() if item is not None)
            return "{" + ", ".join(pairs) + "}"
        case _:
            return "[" + ", ".join(map(_inline, value)) + "]"


def pairs(values: Mapping[str, Value]) -> str:
    """Return one line for each key; those without value (None or an empty list) are left out."""
    return "".join(
        f"{_key(key)} = {_inline(value)}\n" for key, value in values.items() if value not in (None, (), [])
    )


def block(header: str, values: Mapping[str, Value]) -> str:
    """Return one table of an array of tables, after an empty line."""
    return f"\n[[{header}]]\n{pairs(values)}"

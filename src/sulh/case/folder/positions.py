"""Where a key stands in a TOML text: line numbers for faults of meaning, which `tomllib` does not give."""

import tomllib
from collections.abc import Iterator
from itertools import count

import tree_sitter
import tree_sitter_toml

KeyPath = tuple[str | int, ...]


class _Lines(dict[KeyPath, int]):
    """The first line of every key path, filled by walking the syntax tree."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._lengths: dict[KeyPath, int] = {}
        language = tree_sitter.Language(tree_sitter_toml.language())
        root = tree_sitter.Parser(language).parse(text.encode()).root_node
        for node in root.named_children:
            match node.type:
                case "pair":
                    self._pair(node, ())
                case "table" | "table_array_element":
                    self._table(node)

    def _table(self, node: tree_sitter.Node) -> None:
        key, *pairs = (child for child in node.named_children if child.type != "comment")
        path: KeyPath = ()
        for part in _parts(key):
            path += (part,)
            if path in self._lengths:
                path += (self._lengths[path] - 1,)
        if node.type == "table_array_element":
            array = path[:-1] if path[:-1] in self._lengths else path
            index = self._lengths.get(array, 0)
            self._lengths[array] = index + 1
            path = (*array, index)
        self._mark(path, node)
        for pair in pairs:
            self._pair(pair, path)

    def _pair(self, node: tree_sitter.Node, base: KeyPath) -> None:
        key, value = (child for child in node.named_children if child.type != "comment")
        self._value(value, base + tuple(_parts(key)), node)

    def _value(self, value: tree_sitter.Node, path: KeyPath, at: tree_sitter.Node) -> None:
        self._mark(path, at)
        children = (child for child in value.named_children if child.type != "comment")
        if value.type == "inline_table":
            for pair in children:
                self._pair(pair, path)
        elif value.type == "array":
            for index, item in zip(count(), children):
                self._value(item, (*path, index), item)

    def _mark(self, path: KeyPath, node: tree_sitter.Node) -> None:
        for length in range(1, len(path) + 1):
            self.setdefault(path[:length], node.start_point.row + 1)


def _parts(key: tree_sitter.Node) -> Iterator[str]:
    """Yield the parts of a bare, quoted or dotted key."""
    table: object = tomllib.loads(f"{(key.text or b'').decode()} = 0")
    while isinstance(table, dict):
        (part, table), *_ = table.items()
        yield part


def lines(text: str) -> dict[KeyPath, int]:
    """Return the line, from 1, at which each key path of a valid TOML text first stands.

    A key path names tables and keys by name and items of arrays by index:
    `("meeting", 0, "participant", 1, "actor")`.
    """
    return _Lines(text)

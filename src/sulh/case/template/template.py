"""The template's files, which travel as package data."""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable


def files() -> dict[str, bytes]:
    """Return the bytes of every file of the template by path in the folder, with `/`."""
    return dict(sorted(_files(resources.files("sulh.case.template") / "folder", "")))


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, f"{prefix}{item.name}/")
        else:
            yield prefix + item.name, item.read_bytes()

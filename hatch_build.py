"""Compile the gettext catalogues when sulh is built or installed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Writes a `.mo` file beside each `.po` file under `src`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue before the files of the wheel are collected."""
        del version, build_data
        for source in sorted(Path(self.root, "src").rglob("*.po")):
            with source.open("rb") as catalogue:
                messages = read_po(catalogue, locale=source.parent.parent.name)
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, messages)

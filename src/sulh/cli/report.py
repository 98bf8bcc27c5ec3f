"""What the commands print and write, in one form for all."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sulh.case.fault import Fault
from sulh.case.folder.atomic import write_bytes

if TYPE_CHECKING:
    from rich.text import Text

NO: Final = 1
"""Exit code: the answer is "no"."""

UNREADABLE: Final = 2
"""Exit code: wrong usage or unreadable input."""

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Write JSON to standard output, and nothing else there."
)


def print_faults(faults: Iterable[Fault]) -> None:
    """Print each fault or notice on one line of standard error, as `file:line: reason`."""
    for fault in faults:
        click.echo(str(fault), err=True)


def faults_as_json(faults: Iterable[Fault]) -> list[dict[str, str | int | None]]:
    """Return faults or notices as JSON has them."""
    return [{"file": fault.file, "line": fault.line, "reason": fault.reason} for fault in faults]


def print_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object on one line of standard output, in UTF-8 whatever the locale is."""
    # A file name that is not UTF-8 holds lone surrogates, which JSON can only escape.
    click.echo(json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def print_lines(lines: "Iterable[Text]") -> None:
    """Print lines on standard output: wrapped and with styles on a terminal, as they are elsewhere."""
    from rich.console import Console  # noqa: PLC0415 - not needed for --json

    # A file or a pipe has no width.
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100_000)
    for line in lines:
        console.print(line)


def write_file(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8, as a whole or not at all.

    Raises:
        OSError: the folder does not exist or cannot be written to.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"))

"""`sulh copies`: are all counterpart copies of an agreement one text?"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sulh.cli.export import case_of
from sulh.cli.report import NO, UNREADABLE, json_option, print_faults, print_json
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sulh.accord import Copy
    from sulh.accord.copies import Comparison

_TWO = 2


@click.command()
@click.argument("paths", metavar="COPY...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=SOURCE_LANGUAGE,
    show_default=True,
    help="Language of the answer.",
)
@json_option
@click.pass_context
def copies(context: click.Context, *, paths: tuple[Path, ...], lang: str, as_json: bool) -> None:
    """Tell whether counterpart copies of an agreement are one text.

    Each COPY is a Markdown file of an agreement. In one language every letter, digit and punctuation mark
    counts. Between languages, dates, numbers, references, actors, exclusions and the clauses themselves are
    compared; the copies are one text only where every clause has a certified translation. Copies in
    agreements/ID/ of a case are read with the names of its actors. Exit code 0: one text; 1: not, or not
    proved.

    \b
    Example:
      sulh copies government.md opposition.md
      sulh copies agreement-ar.md agreement-en.md --lang ar
      sulh copies *.md --json
    """  # noqa: D301 - \b is click's sign to keep line breaks
    if len(set(paths)) < max(len(paths), _TWO):
        message = "name at least two copies, each of them once"
        raise click.UsageError(message)
    from sulh.accord.door import load_with_faults  # noqa: PLC0415 - not needed for --help

    readings = [load_with_faults(path) for path in paths]
    for reading in readings:
        print_faults(reading.faults)
    read = [reading.copy for reading in readings if reading.copy is not None]
    if len(read) < _TWO:
        context.exit(UNREADABLE)
    from sulh.accord.copies import compare  # noqa: PLC0415 - not needed for files with faults

    found = compare(read, _names(paths))
    _print(found, read, lang, as_json=as_json)
    if any(reading.faults for reading in readings):
        context.exit(UNREADABLE)
    if found.status != "same":
        context.exit(NO)


def _names(paths: Iterable[Path]) -> dict[str, list[str]]:
    """Return the names of the actors of the case in which the copies lie; faults in it are `check`'s."""
    from sulh.case.folder import read_with_notices  # noqa: PLC0415 - only copies of a case need it

    return {
        actor.id: [name.text for name in actor.names]
        for folder in dict.fromkeys(filter(None, map(case_of, paths)))
        for actor in read_with_notices(folder).case.actors
    }


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def _print(found: "Comparison", read: "list[Copy]", language: str, *, as_json: bool) -> None:
    from sulh.text.messages import translator  # noqa: PLC0415 - not needed for --help

    m = translator(language)
    if as_json:
        from sulh.accord.copies.plain import data  # noqa: PLC0415 - only --json needs it

        print_json(data(found, m))
        return
    from rich.console import Console  # noqa: PLC0415 - not needed for --json

    from sulh.cli.copies_page import lines  # noqa: PLC0415 - likewise

    # A file or a pipe has no width; its lines are not wrapped.
    console = Console(highlight=False, width=None if _is_terminal(sys.stdout) else 100_000)
    for line in lines(found, read, m):
        console.print(line)

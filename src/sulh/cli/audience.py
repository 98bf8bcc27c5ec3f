"""What the commands share that show a case to one audience."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sulh.case.case import Case
from sulh.case.fault import Fault
from sulh.case.folder import read_with_notices
from sulh.case.folder.reading import DECISIONS
from sulh.case.handling import Handling
from sulh.case.view import view
from sulh.cli.report import UNREADABLE, print_faults
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sulh.brief import Content, Page


def _audience(context: click.Context, option: click.Parameter, mark: str) -> Handling:
    try:
        return Handling(mark)
    except ValueError:
        message = f"{mark!r} is no audience; use public, process, party:ID or mediator"
        raise click.BadParameter(message, context, option) from None


audience_option = click.option(
    "--for",
    "audience",
    metavar="AUDIENCE",
    callback=_audience,
    default="public",
    show_default=True,
    help="Who may read it: public, process (all at the table), party:ID or mediator.",
)
language_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the page; the case's first by default."
)


def content(
    context: click.Context, folder: Path, audience: Handling, language: str | None, since: date | None = None
) -> "tuple[Content, bool]":
    """Read a case as its audience may see it, dispatches included; print faults and notices.

    Returns:
        What a page is made of, and whether the case has no fault. Without a folder, the command ends.
    """
    case, faults, notices = read_with_notices(folder)
    print_faults((*notices, *faults))
    if not folder.is_dir():
        context.exit(UNREADABLE)
    if audience.party and audience.party not in case.actor_by_id:
        message = f"the case has no actor {audience.party!r}; party:ID names one by its id"
        raise click.BadParameter(message, param_hint="--for")
    from sulh.brief import Content  # noqa: PLC0415 - not needed for --help
    from sulh.record import read_case  # noqa: PLC0415 - likewise

    seen = view(case, audience)
    with _busy():
        read = read_case(seen)
    print_faults(_in_files(read.notices, folder, case, seen))
    return (
        Content(seen, read.statements, read.roles, audience, language or _language(seen), since),
        not faults,
    )


def show(page: "Page") -> None:
    """Print a page, with styles on a terminal."""
    from sulh.brief import terminal  # noqa: PLC0415 - not needed for a file

    if not _is_terminal(sys.stdout):
        click.echo(terminal.plain(page), nl=False)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

    terminal.show(page, Console(highlight=False))


def _in_files(notices: Iterable[Fault], folder: Path, case: Case, seen: Case) -> Iterator[Fault]:
    """Yield the notices with paths as the user gives them, and with lines of the file: a view has its own."""
    lines = {replace(row, line=0): row.line for row in case.decisions}
    in_file: dict[int | None, int] = {row.line: lines[replace(row, line=0)] for row in seen.decisions}
    for notice in notices:
        line = in_file.get(notice.line, notice.line) if notice.file == DECISIONS else notice.line
        yield replace(notice, file=str(folder / notice.file), line=line)


def _language(case: Case) -> str:
    return next((language for language in case.languages if language in LANGUAGES), SOURCE_LANGUAGE)


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def _busy() -> AbstractContextManager[object]:
    """Say on a terminal that the dispatches are being read, for as long as they are."""
    if not _is_terminal(sys.stderr):
        return nullcontext()
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

    return Console(stderr=True).status("reading the dispatches")

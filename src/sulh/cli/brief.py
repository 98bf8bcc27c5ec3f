"""`sulh brief`: one sourced page for one audience."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sulh.case.case import Case
from sulh.case.fault import Fault
from sulh.case.folder import read_with_notices
from sulh.case.folder.reading import DECISIONS
from sulh.case.handling import Handling
from sulh.case.view import view
from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json, write_file
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sulh.brief import Content, Page


def _audience(context: click.Context, option: click.Parameter, mark: str) -> Handling:
    try:
        return Handling(mark)
    except ValueError:
        message = f"{mark!r} is no audience; use public, process, party:ID or mediator"
        raise click.BadParameter(message, context, option) from None


@click.command()
@click.argument("folder", metavar="CASE", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write HTML to FILE.",
)
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the page; the case's first by default."
)
@click.option(
    "--for",
    "audience",
    metavar="AUDIENCE",
    callback=_audience,
    default="public",
    show_default=True,
    help="Who may read it: public, process (all at the table), party:ID or mediator.",
)
@click.option(
    "--since",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only what was said, held or published on DATE or later.",
)
@json_option
@click.pass_context
def brief(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    *,
    folder: Path,
    output: Path | None,
    lang: str | None,
    audience: Handling,
    since: datetime | None,
    as_json: bool,
) -> None:
    """Make one sourced page of a case for one audience.

    Who is at the table and by whose word, what is contested, what was said, when, and the texts. The page is
    built from what the audience may see, and from nothing else, and holds what could be read. Faults of the
    case (exit code 2) and notices of what was not read in its texts stand on standard error.

    \b
    Example:
      sulh brief talks
      sulh brief talks -o brief.html --lang ar --for process --since 2031-04-01
    """  # noqa: D301 - \b is click's sign to keep line breaks
    case, faults, notices = read_with_notices(folder)
    print_faults((*notices, *faults))
    if not folder.is_dir():
        context.exit(UNREADABLE)
    if audience.party and audience.party not in case.actor_by_id:
        message = f"the case has no actor {audience.party!r}; party:ID names one by its id"
        raise click.BadParameter(message, param_hint="--for")
    seen = view(case, audience)
    content, built, unread = _build(seen, audience, lang, since.date() if since else None)
    print_faults(_in_files(unread, folder, case, seen))
    if output:
        _write(context, built, output)
    _show(content, built, as_json=as_json, on_screen=not output)
    if faults:
        context.exit(UNREADABLE)


def _build(
    seen: Case, audience: Handling, language: str | None, since: date | None
) -> "tuple[Content, Page, tuple[Fault, ...]]":
    from sulh.brief import Content, page  # noqa: PLC0415 - not needed for --help
    from sulh.record import read_case  # noqa: PLC0415 - likewise

    with _busy():
        read = read_case(seen)
        content = Content(seen, read.statements, read.roles, audience, language or _language(seen), since)
        return content, page(content), read.notices


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


def _write(context: click.Context, built: "Page", output: Path) -> None:
    from sulh.brief import html  # noqa: PLC0415 - only a page needs it

    try:
        write_file(output, html.render(built))
    except OSError as error:
        reason = f"the page could not be written ({error.strerror}); name a file in a folder that is there"
        print_faults([Fault(str(output), None, reason)])
        context.exit(UNREADABLE)


def _show(content: "Content", built: "Page", *, as_json: bool, on_screen: bool) -> None:
    if as_json:
        from sulh.brief import as_json as plain  # noqa: PLC0415 - only --json needs it

        print_json(plain.data(content, built))
    elif on_screen:
        from sulh.brief import terminal  # noqa: PLC0415 - not needed for a file

        if not _is_terminal(sys.stdout):
            click.echo(terminal.plain(built), nl=False)
            return
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        terminal.show(built, Console(highlight=False))

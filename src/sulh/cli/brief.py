"""`sulh brief`: one sourced page for one audience."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sulh.case.fault import Fault
from sulh.case.handling import MEDIATOR, Handling
from sulh.cli.audience import audience_option, content, language_option, show
from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json, write_file

if TYPE_CHECKING:
    from sulh.brief import Page


@click.command()
@click.argument("folder", metavar="CASE", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write HTML to FILE.",
)
@language_option
@audience_option
@click.option(
    "--since",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only what was said, held or published on DATE or later.",
)
@click.option(
    "--parties",
    metavar="A,B",
    help="Two parties by id, for the picture of what could be agreed (with --for mediator); "
    "the first two of negotiation.toml by default.",
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
    parties: str | None,
    as_json: bool,
) -> None:
    """Make one sourced page of a case for one audience.

    Who is at the table and by whose word, what is contested, what was said, when, and the texts. The page is
    built from what the audience may see, and from nothing else, and holds what could be read. Faults of the
    case (exit code 2) and notices of what was not read in its texts stand on standard error. The mediator's
    page also has what could be agreed by the negotiation.toml of the case.

    \b
    Example:
      sulh brief talks
      sulh brief talks -o brief.html --lang ar --for process --since 2031-04-01
      sulh brief talks -o mediator.html --for mediator --parties upland,lowland
    """  # noqa: D301 - \b is click's sign to keep line breaks
    if parties is not None and audience != MEDIATOR:
        message = "what could be agreed is for the mediator; add --for mediator"
        raise click.BadParameter(message, param_hint="--parties")
    made_of, sound = content(context, folder, audience, lang, since.date() if since else None)
    if audience == MEDIATOR:
        from sulh.cli.agreeable import agreeable  # noqa: PLC0415 - the mediator's page alone

        negotiation, faults = agreeable(folder, parties)
        print_faults(faults)
        made_of, sound = replace(made_of, negotiation=negotiation), sound and not faults
    from sulh.brief import page  # noqa: PLC0415 - not needed for --help

    built = page(made_of)
    if output:
        _write(context, built, output)
    if as_json:
        from sulh.brief import as_json as plain  # noqa: PLC0415 - only --json needs it

        print_json(plain.data(made_of, built))
    elif not output:
        show(built)
    if not sound:
        context.exit(UNREADABLE)


def _write(context: click.Context, built: "Page", output: Path) -> None:
    from sulh.brief import html  # noqa: PLC0415 - only a page needs it

    try:
        write_file(output, html.render(built))
    except OSError as error:
        reason = f"the page could not be written ({error.strerror}); name a file in a folder that is there"
        print_faults([Fault(str(output), None, reason)])
        context.exit(UNREADABLE)

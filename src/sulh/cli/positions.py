"""`sulh positions`: how each actor stands to each issue, by whose words and since when."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sulh.case.fault import Fault
from sulh.case.folder.reading import ISSUES
from sulh.case.handling import Handling
from sulh.cli.audience import audience_option, content, language_option, show
from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json

if TYPE_CHECKING:
    from sulh.brief import Content


@click.command()
@click.argument("folder", metavar="CASE", type=click.Path(path_type=Path))
@click.option(
    "--as-of",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only what was said by the end of DATE.",
)
@language_option
@audience_option
@json_option
@click.pass_context
def positions(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    *,
    folder: Path,
    as_of: datetime | None,
    lang: str | None,
    audience: Handling,
    as_json: bool,
) -> None:
    """Show how each actor stands to each issue, by whose words.

    The issues and positions are those of the case's issues.toml. Each position stands with the words behind
    it, where these can be read, since when it holds, and what others deny of it. A later position of the
    same actor on the same issue replaces an earlier one. Where nothing is known the page says so: that is
    not silence, which is a position that somebody reports.

    \b
    Example:
      sulh positions talks
      sulh positions talks --as-of 2031-04-30 --for process
    """  # noqa: D301 - \b is click's sign to keep line breaks
    made_of, sound = content(context, folder, audience, lang)
    from sulh.brief.positions import sheet  # noqa: PLC0415 - not needed for --help

    print_faults(_unread(made_of, folder))
    found = sheet(made_of, as_of.date() if as_of else None)
    if as_json:
        from sulh.brief.positions_as_json import data  # noqa: PLC0415 - only --json needs it

        print_json(data(made_of, found))
    else:
        from sulh.brief.positions_page import page  # noqa: PLC0415 - not needed for --json

        show(page(made_of, found))
    if not sound:
        context.exit(UNREADABLE)


def _unread(made_of: "Content", folder: Path) -> Iterator[Fault]:
    """Yield a notice for each position whose statement is not among those read or entered."""
    for position in made_of.case.positions:
        if position.statement and not made_of.statement(position.statement):
            reason = (
                f"the statement {position.statement!r} behind the position of {position.actor!r} on "
                f"{position.issue!r} is not among those read; see the ids with 'sulh read'"
            )
            yield Fault(str(folder / ISSUES), None, reason)

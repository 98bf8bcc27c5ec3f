"""`sulh status` and `sulh obligations`: is it in force, and who owes what under it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sulh.case.fault import Fault
from sulh.case.folder import read_with_notices
from sulh.case.folder.reading import DECISIONS
from sulh.case.handling import Handling
from sulh.case.view import view
from sulh.cli.audience import audience_option, language_option, show
from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sulh.accord.agreement import Agreement
    from sulh.brief import Content
    from sulh.case.decision import Decision

_MOST_DAYS = 3650


def instant(context: click.Context, option: click.Parameter, value: str | None) -> datetime | None:
    """Read the value of an option as a time, of a date its end in UTC."""
    if value is None:
        return None
    from sulh.accord.moment import moment  # noqa: PLC0415 - not needed for --help

    try:
        return moment(value, UTC).last
    except ValueError as error:
        raise click.BadParameter(str(error), context, option) from None


_folder = click.argument("folder", metavar="CASE", type=click.Path(path_type=Path))


@click.command()
@_folder
@click.option(
    "--as-of",
    metavar="DATETIME",
    required=True,
    callback=instant,
    help="At which time, such as 2031-05-01T12:00:00+02:00; of a date, its end in UTC.",
)
@language_option
@audience_option
@json_option
@click.pass_context
def status(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    *,
    folder: Path,
    as_of: datetime,
    lang: str | None,
    audience: Handling,
    as_json: bool,
) -> None:
    """Tell for whom each agreement is in force, since when.

    The agreements stand in the folder agreements/ of the case. The answer names the events that led there,
    each with its source and by whose word. A trigger that the text names suspends nothing by itself. Where
    dates are imprecise or an event is denied, all states are named that are possible.

    \b
    Example:
      sulh status talks --as-of 2031-05-10T00:00:00+02:00
      sulh status talks --as-of 2031-05-10 --for process --lang ar
    """  # noqa: D301 - \b is click's sign to keep line breaks
    made_of, agreements, sound = _read(context, folder, audience, lang)
    from sulh.accord.force import status as standing  # noqa: PLC0415 - not needed for --help

    found = [(agreement, standing(agreement, as_of)) for agreement in agreements]
    if as_json:
        from sulh.brief.agreement_json import status_data  # noqa: PLC0415 - only --json needs it

        print_json(status_data(made_of, found, as_of))
    else:
        from sulh.brief.force_page import page  # noqa: PLC0415 - not needed for --json

        show(page(made_of, found, as_of))
    if not sound:
        context.exit(UNREADABLE)


@click.command()
@_folder
@click.option(
    "--as-of",
    metavar="DATETIME",
    callback=instant,
    help="At which time, such as 2031-05-01T12:00:00+02:00; of a date, its end in UTC. Without it, nothing "
    "is called overdue or due.",
)
@click.option(
    "--within",
    "days",
    metavar="DAYS",
    type=click.IntRange(0, _MOST_DAYS),
    default=7,
    show_default=True,
    help="How many days ahead something is due.",
)
@language_option
@audience_option
@json_option
@click.pass_context
def obligations(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    *,
    folder: Path,
    as_of: datetime | None,
    days: int,
    lang: str | None,
    audience: Handling,
    as_json: bool,
) -> None:
    """Show who owes what under the agreements, and by when.

    What the drafters wrote beside a clause is taken as it is; the text of other clauses is read, and what is
    read is marked until a person decides in decisions.csv. Deadlines that sources report differently stand
    side by side. Overdue says that the deadline has passed and that no fulfilment is recorded, nothing more.

    \b
    Example:
      sulh obligations talks --as-of 2031-05-10
      sulh obligations talks --as-of 2031-05-10 --within 14 --for mediator --lang ar
    """  # noqa: D301 - \b is click's sign to keep line breaks
    made_of, agreements, sound = _read(context, folder, audience, lang)
    from sulh.accord.obligations import owed  # noqa: PLC0415 - not needed for --help

    names = {actor.id: [name.text for name in actor.names] for actor in made_of.case.actors}
    found = []
    for agreement in agreements:
        entries, unmet = owed(agreement, names, as_of, timedelta(days=days))
        found += [(agreement, entry) for entry in entries]
        print_faults(unmet_decision(folder, row) for row in unmet)
    if as_json:
        from sulh.brief.agreement_json import obligations_data  # noqa: PLC0415 - only --json needs it

        print_json(obligations_data(made_of, found, as_of, days))
    else:
        from sulh.brief.obligations_page import page  # noqa: PLC0415 - not needed for --json

        show(page(made_of, found, as_of, days))
    if not sound:
        context.exit(UNREADABLE)


def unmet_decision(folder: Path, row: "Decision") -> Fault:
    """Return what to say of a decision about an obligation that is not read any more."""
    return Fault(str(folder / DECISIONS), row.line, "no obligation stands there any more")


def _read(
    context: click.Context, folder: Path, audience: Handling, language: str | None
) -> "tuple[Content, list[Agreement], bool]":
    """Read a case and its agreements as their audience may see them; print faults and notices.

    Dispatches are not read for statements, which agreements do without.
    """
    read = read_with_notices(folder)
    print_faults((*read.notices, *read.faults))
    if not folder.is_dir():
        context.exit(UNREADABLE)
    if audience.party and audience.party not in read.case.actor_by_id:
        message = f"the case has no actor {audience.party!r}; party:ID names one by its id"
        raise click.BadParameter(message, param_hint="--for")
    from sulh.accord.agreement import visible  # noqa: PLC0415 - not needed for --help
    from sulh.accord.folder import read_agreements  # noqa: PLC0415 - likewise
    from sulh.brief import Content  # noqa: PLC0415 - likewise

    agreements, faults = read_agreements(folder, read)
    print_faults(faults)
    seen = view(read.case, audience)
    statements = tuple(replace(one, id=f"{one.document}#{one.id}") for one in seen.statements)
    page = language or next((one for one in seen.languages if one in LANGUAGES), SOURCE_LANGUAGE)
    lower = [one for agreement in agreements if (one := visible(agreement, audience))]
    return Content(seen, statements, (), audience, page), lower, not read.faults and not faults

"""`sulh brief`: one sourced page for one audience."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sulh.case.fault import Fault
from sulh.case.handling import MEDIATOR, Handling
from sulh.cli.agreements import instant, unmet_decision
from sulh.cli.audience import audience_option, content, language_option, show
from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json, write_file

if TYPE_CHECKING:
    from sulh.brief import Content, Page


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
    "--as-of",
    metavar="DATE",
    callback=instant,
    help="At which time agreements are in force and obligations due, such as 2031-05-10; of a date, its end "
    "in UTC. Without it, the page leaves that out.",
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
    as_of: datetime | None,
    parties: str | None,
    as_json: bool,
) -> None:
    """Make one sourced page of a case for one audience.

    Who is at the table and by whose word, what is contested, what was said, when, and the texts. The page is
    built from what the audience may see, and from nothing else, and holds what could be read. Faults of the
    case (exit code 2) and notices of what was not read in its texts stand on standard error. The mediator's
    page also has what could be agreed by the negotiation.toml of the case. Of each agreement in agreements/
    the page says whether its copies are one text, who has seen it, who owes what, and if it is in force.

    \b
    Example:
      sulh brief talks
      sulh brief talks -o brief.html --lang ar --for process --since 2031-04-01
      sulh brief talks --as-of 2031-05-10
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
    made_of, whole = _with_agreements(made_of, folder, as_of)
    from sulh.brief import page  # noqa: PLC0415 - not needed for --help

    built = page(made_of)
    if output:
        _write(context, built, output)
    if as_json:
        from sulh.brief import as_json as plain  # noqa: PLC0415 - only --json needs it

        print_json(plain.data(made_of, built))
    elif not output:
        show(built)
    if not (sound and whole):
        context.exit(UNREADABLE)


def _with_agreements(made_of: "Content", folder: Path, as_of: datetime | None) -> "tuple[Content, bool]":
    """Add the agreements that the audience may see; print faults, and tell whether there are none."""
    from sulh.accord.folder import AGREEMENTS, read_agreements  # noqa: PLC0415 - not needed for --help

    if not (folder / AGREEMENTS).is_dir():
        return made_of, True
    from sulh.accord.agreement import visible  # noqa: PLC0415 - only a case with agreements needs it
    from sulh.brief.agreement_facts import facts  # noqa: PLC0415 - likewise

    agreements, faults = read_agreements(folder)
    print_faults(faults)
    seen = [one for agreement in agreements if (one := visible(agreement, made_of.audience))]
    found = tuple(facts(agreement, made_of.case, as_of) for agreement in seen)
    print_faults(unmet_decision(folder, row) for known in found for row in known.unmet)
    return replace(made_of, agreements=found, as_of=as_of), not faults


def _write(context: click.Context, built: "Page", output: Path) -> None:
    from sulh.brief import html  # noqa: PLC0415 - only a page needs it

    try:
        write_file(output, html.render(built))
    except OSError as error:
        reason = f"the page could not be written ({error.strerror}); name a file in a folder that is there"
        print_faults([Fault(str(output), None, reason)])
        context.exit(UNREADABLE)

"""`sulh diff`: what moved between two drafts of one agreement."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json, print_lines
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sulh.accord.drafts import Changes


@click.command()
@click.argument("first", metavar="DRAFT1", type=click.Path(path_type=Path))
@click.argument("second", metavar="DRAFT2", type=click.Path(path_type=Path))
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=SOURCE_LANGUAGE,
    show_default=True,
    help="Language of the answer.",
)
@json_option
@click.pass_context
def diff(context: click.Context, *, first: Path, second: Path, lang: str, as_json: bool) -> None:
    """Show what moved between two drafts of one agreement.

    Clauses that were added, removed, moved, renumbered or reworded, word by word; brackets that were opened,
    closed (with the proposers of the wording that now stands) or changed; and who holds which draft. Both
    drafts are Markdown files of an agreement in one language. It is a report: exit code 0 with changes too.

    \b
    Example:
      sulh diff draft-1.md draft-2.md
      sulh diff draft-1.md draft-2.md --lang ar
    """  # noqa: D301 - \b is click's sign to keep line breaks
    from sulh.accord.door import load_with_faults  # noqa: PLC0415 - not needed for --help

    readings = [load_with_faults(path) for path in (first, second)]
    for reading in readings:
        print_faults(reading.faults)
    before, after = (reading.copy for reading in readings)
    if before is None or after is None:
        context.exit(UNREADABLE)
    from sulh.accord.drafts import changes  # noqa: PLC0415 - not needed for --help

    try:
        found = changes(before, after)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    _print(found, lang, as_json=as_json)
    if any(reading.faults for reading in readings):
        context.exit(UNREADABLE)


def _print(found: "Changes", language: str, *, as_json: bool) -> None:
    if as_json:
        from sulh.accord.drafts.plain import data  # noqa: PLC0415 - only --json needs it

        print_json(data(found))
        return
    from sulh.cli.diff_page import lines  # noqa: PLC0415 - not needed for --json
    from sulh.text.messages import translator  # noqa: PLC0415 - likewise

    print_lines(lines(found, translator(language)))

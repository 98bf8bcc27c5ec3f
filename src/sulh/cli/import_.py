"""`sulh import`: read what other programs wrote."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sulh.case.fault import Fault
from sulh.cli.report import UNREADABLE, faults_as_json, json_option, print_faults, print_json, write_file

if TYPE_CHECKING:
    from sulh.table.genius_toml import Document


@click.group("import")
def import_() -> None:
    """Read what other programs wrote.

    \b
    Example:
      sulh import genius domain.xml profile1.xml profile2.xml -o negotiation.toml
      sulh import genius domain.xml profile1.xml profile2.xml -o negotiation.toml --json
    """  # noqa: D301 - \b is click's sign to keep line breaks


@import_.command()
@click.argument(
    "files", metavar="DOMAIN.xml PROFILE.xml...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the negotiation to FILE.",
)
@click.option(
    "--normalise", is_flag=True, help="Divide evaluations by the highest of their issue, as Genius does."
)
@json_option
@click.pass_context
def genius(
    context: click.Context, files: tuple[Path, ...], output: Path, *, normalise: bool, as_json: bool
) -> None:
    """Read a domain and profiles of Genius (ANAC) as a negotiation.

    The domain is the file without weights; the parties take the order of the profiles. Discrete and integer
    issues, weights, evaluations and reservation values are read as written. Discounts and whatever else the
    files hold are kept in the output, and nothing is computed from them.

    \b
    Example:
      sulh import genius domain.xml profile1.xml profile2.xml -o negotiation.toml
      sulh deals negotiation.toml
    """  # noqa: D301 - \b is click's sign to keep line breaks
    from sulh.table.genius import imported  # noqa: PLC0415 - not needed for --help
    from sulh.table.reading import parse  # noqa: PLC0415 - likewise

    opened = [_open(file) for file in files]
    unreadable = [one for one in opened if isinstance(one, Fault)]
    documents = [one for one in opened if not isinstance(one, Fault)]
    if unreadable:
        print_faults(unreadable)
        context.exit(UNREADABLE)
    text, faults, notices = imported(documents, normalised=normalise)
    print_faults((*notices, *faults))
    if text is None:
        context.exit(UNREADABLE)
    negotiation, faults = parse(text, str(output))
    if negotiation is None:
        print_faults(faults)
        context.exit(UNREADABLE)
    write_file(output, text)
    parties = [party.id for party in negotiation.parties]
    issues = [issue.id for issue in negotiation.issues]
    if as_json:
        answer = {
            "file": str(output),
            "parties": parties,
            "issues": issues,
            "notices": faults_as_json(notices),
        }
        print_json({"audience": "mediator", **answer})
    else:
        click.echo(
            f"{output}: parties {len(parties)}, issues {len(issues)}; look at it with: sulh deals {output}"
        )


def _open(file: Path) -> "Document | Fault":
    from sulh.table.genius_toml import Document  # noqa: PLC0415 - not needed for --help
    from sulh.table.markup import LARGEST, MarkupError, parse  # noqa: PLC0415 - likewise

    try:
        with file.open("rb") as stream:
            return Document(str(file), parse(stream.read(LARGEST + 1)))
    except MarkupError as error:
        return Fault(str(file), error.line, str(error))
    except OSError as error:
        return Fault(str(file), None, f"the file could not be read ({error.strerror}); name an XML file")

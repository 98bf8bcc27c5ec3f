"""`sulh new` and `sulh check`: start and check a case folder."""

from pathlib import Path
from typing import Final

import click

from sulh.case.case import Case
from sulh.case.fault import Fault
from sulh.case.folder import read_with_notices
from sulh.case.folder.atomic import write_bytes
from sulh.case.template import files
from sulh.cli.report import UNREADABLE, faults_as_json, json_option, print_faults, print_json

_COUNTED: Final = (
    "tracks",
    "meetings",
    "instruments",
    "actors",
    "roles",
    "adherences",
    "presences",
    "dispatches",
    "statements",
    "decisions",
    "issues",
    "positions",
)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def new(context: click.Context, folder: Path, *, as_json: bool) -> None:
    """Start a case folder from a commented template.

    The template has an invented dispute, with comments in Arabic and English. DIR must not exist yet, or be
    empty.

    \b
    Example:
      sulh new talks
    """  # noqa: D301 - \b is click's sign to keep line breaks
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print_faults([Fault(str(folder), None, "there is something already; name a new folder")])
        context.exit(UNREADABLE)
    template = files()
    for name, data in template.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_bytes(folder / name, data)
    if as_json:
        print_json({"audience": "mediator", "folder": str(folder), "files": list(template)})
    else:
        click.echo(f"{folder}: a case to start from; check it with: sulh check {folder}")


@click.command()
@click.argument("folder", metavar="CASE", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def check(context: click.Context, folder: Path, *, as_json: bool) -> None:
    """Check a case folder and print every fault at once.

    Its agreements are checked too. Each fault is one line on standard error, with file, line, what is wrong
    and what to do; exit code 2. Otherwise: sound, and what there is.

    \b
    Example:
      sulh check talks
      sulh check talks --json
    """  # noqa: D301 - \b is click's sign to keep line breaks
    from sulh.accord.folder import read_agreements  # noqa: PLC0415 - not needed for --help

    read = read_with_notices(folder)
    notices, faults = read.notices, (*read.faults, *read_agreements(folder, read)[1])
    counts = counted(read.case)
    print_faults((*notices, *faults))
    if as_json:
        print_json(
            {
                "audience": "mediator",
                "sound": not faults,
                "faults": faults_as_json(faults),
                "notices": faults_as_json(notices),
                "counts": counts,
            }
        )
    elif not faults:
        click.echo("sound: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
    if faults:
        context.exit(UNREADABLE)


def counted(case: Case) -> dict[str, int]:
    """Return how many entries of each kind the case has."""
    return {name: len(getattr(case, name)) for name in _COUNTED}

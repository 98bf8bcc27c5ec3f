"""`sulh deals`: what could be agreed, or what blocks it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

import click

from sulh.case.fault import Fault
from sulh.cli.report import NO, UNREADABLE, json_option, print_faults, print_json
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sulh.table.deals import Deals

_SHOWN: Final = 20


@click.command()
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    help=f"Print at most N points of the frontier; all are computed. [default: {_SHOWN}, with --json all]",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=SOURCE_LANGUAGE,
    show_default=True,
    help="Language of the answer.",
)
@json_option
@click.pass_context
def deals(context: click.Context, *, path: Path, limit: int | None, lang: str, as_json: bool) -> None:
    """Find what could be agreed, or what blocks it.

    PATH is a negotiation.toml, or a case folder that holds one. The answer is the exact Pareto frontier of
    the packages that every party accepts, and four of its points: the Nash bargaining solution,
    Kalai-Smorodinsky, egalitarian and utilitarian. Where no package is acceptable, it says what stands in
    the way (exit code 1). It rests on the parties' preferences: it is for the mediator.

    \b
    Example:
      sulh deals negotiation.toml
      sulh deals talks --lang ar --limit 50
      sulh deals talks --json
    """  # noqa: D301 - \b is click's sign to keep line breaks
    from sulh.table import load_with_faults  # noqa: PLC0415 - not needed for --help

    negotiation, faults = load_with_faults(path)
    print_faults(faults)
    if negotiation is None:
        context.exit(UNREADABLE)
    from sulh.table.deals import deals as answer  # noqa: PLC0415 - not needed for a file with faults
    from sulh.table.diagram import TooLargeError  # noqa: PLC0415 - likewise

    try:
        found = answer(negotiation)
    except TooLargeError as error:
        print_faults([Fault(str(path), None, f"too large to be answered: {error}")])
        context.exit(UNREADABLE)
    if found.abandoned:
        click.echo(f"{path}: the exact frontier was abandoned: {found.abandoned}", err=True)
    if as_json:
        from sulh.table import plain  # noqa: PLC0415 - only --json needs it

        print_json(plain.data(found, limit))
    else:
        _show(found, _SHOWN if limit is None else limit, lang)
    if found.blocked:
        context.exit(NO)


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def _show(found: "Deals", limit: int, language: str) -> None:
    from rich.console import Console  # noqa: PLC0415 - not needed for --json

    from sulh.cli.deals_page import show  # noqa: PLC0415 - likewise

    # A file or a pipe has no width; its lines are not wrapped.
    width = None if _is_terminal(sys.stdout) else 10_000
    show(found, limit, language, Console(highlight=False, width=width))

"""`sulh deals`: what could be agreed, or what blocks it."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

import click

from sulh.case.fault import Fault
from sulh.cli.report import NO, UNREADABLE, json_option, print_faults, print_json
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sulh.case.agreement import Choice
    from sulh.table.edits import Edited
    from sulh.table.negotiation import Negotiation
    from sulh.table.plain import Answer
    from sulh.table.robust import Robust

_SHOWN: Final = 20
_SAMPLES: Final = 1000


class _Asked(NamedTuple):
    """What is asked of a negotiation."""

    present: "Negotiation"
    edited: "tuple[Edited, ...]"
    table: "Negotiation"
    without: str | None
    package: "Choice | None"
    points: int | None


@click.command()
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option(
    "--without", metavar="PARTY", help="Leave a party out: what the others agree, what it would lose or gain."
)
@click.option(
    "--set",
    "edits",
    metavar="PATH=VALUE",
    multiple=True,
    help="Put another value in the place of one in the file, and say what changes; repeatable.",
)
@click.option("--package", metavar="ISSUE=OPTION,...", help="Explain how one package stands.")
@click.option(
    "--points",
    metavar="N",
    type=click.IntRange(min=1),
    help="Find a cover of at most N points that come close to all, instead of the whole frontier.",
)
@click.option(
    "--samples",
    metavar="N",
    type=click.IntRange(min=0),
    default=_SAMPLES,
    show_default=True,
    help="Where preferences are known in part: how many to draw; 0 leaves out what rests on them.",
)
@click.option(
    "--seed",
    metavar="N",
    type=int,
    default=0,
    show_default=True,
    help="Of the draws; equal seeds draw alike.",
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    help=f"Print at most N points of a frontier; all are computed. [default: {_SHOWN}, with --json all]",
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
def deals(  # noqa: PLR0913 - one argument for each option
    context: click.Context,
    *,
    path: Path,
    without: str | None,
    edits: tuple[str, ...],
    package: str | None,
    points: int | None,
    samples: int,
    seed: int,
    limit: int | None,
    lang: str,
    as_json: bool,
) -> None:
    """Find what could be agreed, or what blocks it.

    PATH is a negotiation.toml, or a case folder that holds one. The answer is the exact Pareto frontier of
    the packages that every party accepts, and four of its points: the Nash bargaining solution,
    Kalai-Smorodinsky, egalitarian and utilitarian. Where no package is acceptable, it says what stands in
    the way (exit code 1). It rests on the parties' preferences: it is for the mediator.

    \b
    Example:
      sulh deals negotiation.toml
      sulh deals talks --without upland
      sulh deals talks --set party.upland.reservation=35
      sulh deals talks --package scope=town,water=by-season
      sulh deals talks --points 50 --lang ar
      sulh deals talks --json
    """  # noqa: D301 - \b is click's sign to keep line breaks
    from sulh.table import load_with_faults  # noqa: PLC0415 - not needed for --help

    negotiation, faults = load_with_faults(path)
    print_faults(faults)
    if negotiation is None:
        context.exit(UNREADABLE)
    table, edited = _edited(context, path, edits)
    asked = _Asked(
        negotiation,
        edited,
        table,
        _checked_party(table, without),
        _checked_package(table, package),
        points,
    )
    from sulh.table.diagram import TooLargeError  # noqa: PLC0415 - not needed for a file with faults

    try:
        answer = _answer(asked)
        robust, too_large = _robust(answer.deals.negotiation, samples, seed)
    except TooLargeError as error:
        print_faults([Fault(str(path), None, f"too large to be answered: {error}")])
        context.exit(UNREADABLE)
    if answer.deals.abandoned:
        advice = "" if points else "; ask for a few points that come close to all: --points 50"
        click.echo(f"{path}: the exact frontier was abandoned: {answer.deals.abandoned}{advice}", err=True)
    if too_large:
        click.echo(f"{path}: what holds for all preferences was abandoned: {too_large}", err=True)
    answer = replace(answer, robust=robust)
    if as_json:
        from sulh.table import plain  # noqa: PLC0415 - only --json needs it

        print_json(plain.data(answer, limit))
    else:
        _show(answer, _SHOWN if limit is None else limit, lang, path)
    if answer.deals.blocked:
        context.exit(NO)


def _edited(
    context: click.Context, path: Path, edits: tuple[str, ...]
) -> "tuple[Negotiation, tuple[Edited, ...]]":
    """Return the negotiation with the other values, and what these changed."""
    from sulh.table.door import load_edited  # noqa: PLC0415 - not needed for --help
    from sulh.table.edits import edit  # noqa: PLC0415 - likewise

    try:
        (table, faults), edited = load_edited(path, tuple(map(edit, edits)))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--set'") from None
    named = ", ".join(edits)
    print_faults(Fault(fault.file, fault.line, f"{fault.reason} (with --set {named})") for fault in faults)
    if table is None:
        context.exit(UNREADABLE)
    return table, edited


def _checked_party(table: "Negotiation", party: str | None) -> str | None:
    """Return the party to be left out, once there is such a party and another."""
    if party is not None:
        from sulh.table.absence import without  # noqa: PLC0415 - only --without needs it

        try:
            without(table, party)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="'--without'") from None
    return party


def _checked_package(table: "Negotiation", text: str | None) -> "Choice | None":
    """Return the package that the text names, with one option of each issue."""
    if text is None:
        return None
    from sulh.case.agreement import Choice  # noqa: PLC0415 - only --package needs it
    from sulh.table.explain import complete  # noqa: PLC0415 - likewise

    pairs = [part.partition("=") for part in text.split(",")]
    try:
        return complete(table, Choice(tuple((issue.strip(), option.strip()) for issue, _, option in pairs)))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--package'") from None


def _answer(asked: _Asked) -> "Answer":
    """Return all that was asked.

    Raises:
        TooLargeError: if not even the existence of an acceptable package can be decided.
    """
    from sulh.table.deals import deals as answer  # noqa: PLC0415 - not needed for a file with faults
    from sulh.table.inside import inside  # noqa: PLC0415 - likewise
    from sulh.table.plain import Answer  # noqa: PLC0415 - likewise

    table, absent, changed = asked.table, None, None
    if asked.without is not None:
        from sulh.table.absence import absence, without  # noqa: PLC0415 - only --without needs it

        table = without(table, asked.without)
    found = answer(table, asked.points)
    if asked.without is not None or asked.edited:
        from sulh.table.changes import changes  # noqa: PLC0415 - only --without and --set need it

        present = answer(asked.present, asked.points)
        changed = changes(present, found, asked.edited, asked.without)
        if asked.without is not None:
            full = answer(asked.table, asked.points) if asked.edited else present
            absent = absence(full, asked.without, found)
    explanation = None
    if asked.package is not None:
        from sulh.table.explain import explain  # noqa: PLC0415 - only --package needs it

        explanation = explain(table, asked.package)
    return Answer(found, inside(found), absent, changed, explanation)


def _robust(table: "Negotiation", samples: int, seed: int) -> "tuple[Robust | None, str | None]":
    """Return what holds whatever the unknown part of the preferences is, or why that was abandoned."""
    if not table.nominal or not samples:
        return None, None
    from rich.console import Console  # noqa: PLC0415 - only partial knowledge needs it
    from rich.progress import Progress  # noqa: PLC0415 - likewise

    from sulh.table.deals import attempt  # noqa: PLC0415 - likewise
    from sulh.table.robust import robust  # noqa: PLC0415 - likewise

    with Progress(console=Console(stderr=True), transient=True, disable=not _is_terminal(sys.stderr)) as bar:
        task = bar.add_task("", total=samples)
        return attempt(
            lambda: robust(
                table, samples, seed, progress=lambda done, of: bar.update(task, completed=done, total=of)
            )
        )


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def _show(answer: "Answer", limit: int, language: str, path: Path) -> None:
    from rich.console import Console  # noqa: PLC0415 - not needed for --json

    from sulh.cli.deals_page import show  # noqa: PLC0415 - likewise

    # A file or a pipe has no width; its lines are not wrapped.
    width = None if _is_terminal(sys.stdout) else 10_000
    show(answer, limit, language, Console(highlight=False, width=width), _labels(path, language))


def _labels(path: Path, language: str) -> dict[str, str]:
    """Return the names of the case's actors by id; nothing where there is no case."""
    from sulh.case.folder import parse  # noqa: PLC0415 - not needed for --json
    from sulh.case.folder.reading import ACTORS  # noqa: PLC0415 - likewise

    folder = path if path.is_dir() else path.parent
    if not (folder / ACTORS).is_file():
        return {}
    case = parse({ACTORS: (folder / ACTORS).read_bytes()}, folder).case
    return {actor.id: actor.label(language) for actor in case.actors}

"""`sulh export`: a document that people can read and sign, made from copies of an agreement."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sulh.case.fault import Fault
from sulh.case.handling import Handling
from sulh.cli.audience import audience_option
from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json

if TYPE_CHECKING:
    from sulh.accord import Copy
    from sulh.accord.documents import Document

_FORMATS = ("pdf", "docx", "html", "akn")
_LANGUAGES = ("ar", "en", "ar+en")
_CASE, _AGREEMENTS = "case.toml", "agreements"


class _Found(NamedTuple):
    """Copies that the audience may see, names of those that it may not, and how their actors are called."""

    copies: "tuple[Copy, ...]"
    hidden: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    name: Callable[[str, str], str] = lambda actor, _: actor


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="pdf", show_default=True, help="Format."
)
@click.option("--lang", type=click.Choice(_LANGUAGES), help="Which copies; ar+en has both side by side.")
@click.option("--agreement", metavar="ID", help="Which agreement of a case; the only one by default.")
@click.option(
    "--against",
    metavar="DRAFT",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Show the changes against an earlier draft; may be given once for each language.",
)
@click.option("--notes", is_flag=True, help="Show remarks beside the text too.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to FILE; by default beside you, named after the copy and its languages.",
)
@audience_option
@json_option
@click.pass_context
def export(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    form: str,
    lang: str | None,
    agreement: str | None,
    against: tuple[Path, ...],
    notes: bool,
    output: Path | None,
    audience: Handling,
    as_json: bool,
) -> None:
    """Make a document to read and sign.

    PATH is a copy of an agreement, two copies in two languages, or a case folder. Words that are not agreed
    stand in brackets with their proposers, and every page then says that it is a draft. What a person has to
    check before anybody signs stands on standard error. A copy that is not for the audience, or has a fault,
    is refused.

    \b
    Example:
      sulh export agreement-en.md
      sulh export talks --agreement ceasefire --lang ar+en -o ceasefire.pdf --for process
      sulh export draft-4.md --against draft-3.md --format docx
    """  # noqa: D301 - \b is click's sign to keep line breaks
    found = _read(paths, agreement, audience)
    earlier = _read(against, None, audience) if against else _Found(())
    print_faults((*found.faults, *earlier.faults))
    if found.faults or earlier.faults:
        context.exit(UNREADABLE)
    for name in (*found.hidden, *earlier.hidden):
        message = f"{name} is not for the audience {audience}; name another with --for"
        raise click.BadParameter(message, param_hint="--for")
    copies = _chosen(found.copies, lang)
    from sulh.accord.documents import FORMATS, document, render  # noqa: PLC0415 - not needed for --help

    try:
        made = document(copies, earlier.copies, notes=notes, name=found.name)
        data = render(made, form)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    file = output or Path(_name(made) + FORMATS[form])
    _write(context, file, data)
    for remark in made.remarks:
        click.echo(f"{file}: {remark}", err=True)
    if as_json:
        print_json(_plain(made, file, form))
    else:
        mark = f"; {made.draft_mark}" if made.draft else ""
        click.echo(f"{file}: {', '.join(copy.name for copy in copies)}; audience {made.audience}{mark}")


def _read(paths: Sequence[Path], agreement: str | None, audience: Handling) -> _Found:
    """Read copies or the agreement of a case, as far as `audience` may see them."""
    folders = dict.fromkeys(filter(None, map(case_of, paths)))
    if folders:
        (folder, *more) = folders
        if more or not all(map(case_of, paths)):
            message = "the copies are not all of one case"
            raise click.UsageError(message)
        return _of_case(folder, [path for path in paths if not path.is_dir()], agreement, audience)
    from sulh.accord.agreement import Agreement, visible  # noqa: PLC0415 - not needed for --help
    from sulh.accord.door import load_with_faults  # noqa: PLC0415 - likewise

    if agreement:
        message = "only a case folder has agreements; leave --agreement out"
        raise click.UsageError(message)
    readings = [load_with_faults(path) for path in paths]
    copies = tuple(one.copy for one in readings if one.copy is not None)
    faults = tuple(fault for one in readings for fault in one.faults)
    seen = visible(Agreement("copies", copies), audience)
    shown = seen.copies if seen else ()
    return _Found(shown, _hidden(copies, shown), faults)


def case_of(path: Path) -> Path | None:
    """Return the case folder that `path` is, or that holds the copy `path`: its marks count."""
    if path.is_dir():
        return path
    parents = path.absolute().parents
    is_in_case = len(parents) > 2 and parents[1].name == _AGREEMENTS  # noqa: PLR2004 - CASE/agreements/ID/COPY
    return parents[2] if is_in_case and (parents[2] / _CASE).exists() else None


def _of_case(folder: Path, files: Sequence[Path], identifier: str | None, audience: Handling) -> _Found:
    from sulh.accord.agreement import visible  # noqa: PLC0415 - not needed for --help
    from sulh.accord.folder import read_agreements  # noqa: PLC0415 - likewise
    from sulh.case.folder import read_with_notices  # noqa: PLC0415 - likewise
    from sulh.case.view import view  # noqa: PLC0415 - likewise

    read = read_with_notices(folder)
    agreements, faults = read_agreements(folder, read)
    identifier = identifier or next((path.absolute().parent.name for path in files), None)
    known = [one for one in agreements if identifier in {None, one.id}]
    if len(known) != 1:
        names = ", ".join(one.id for one in agreements) or "none"
        message = f"name one agreement of the case with --agreement; it has: {names}"
        raise click.UsageError(message)
    (one,) = known
    wanted = {path.name for path in files}
    copies = tuple(copy for copy in one.copies if not wanted or copy.name.rpartition("/")[2] in wanted)
    seen = visible(one, audience)
    shown = tuple(copy for copy in (seen.copies if seen else ()) if copy.name in {own.name for own in copies})
    # Of a whole agreement, those that the audience may see are enough.
    hidden = _hidden(copies, shown) if wanted or not shown else ()
    actors = view(read.case, audience).actor_by_id

    def name(actor: str, language: str) -> str:
        return actors[actor].label(language) if actor in actors else actor

    return _Found(shown, hidden, (*read.faults, *faults), name)


def _hidden(copies: "Iterable[Copy]", shown: "Iterable[Copy]") -> tuple[str, ...]:
    names = {copy.name for copy in shown}
    return tuple(copy.name for copy in copies if copy.name not in names)


def _chosen(copies: "tuple[Copy, ...]", languages: str | None) -> "list[Copy]":
    """Return the copy of each language, the only one in it."""
    wanted = languages.split("+") if languages else list(dict.fromkeys(one.front.language for one in copies))
    chosen = []
    for language in wanted:
        found = [one for one in copies if one.front.language.partition("-")[0] == language.partition("-")[0]]
        if len(found) != 1:
            names = ", ".join(one.name for one in found or copies)
            message = f"there is no copy in {language!r}; there are: {names}"
            if found:
                message = f"several copies are in {language!r}; name the file of one: {names}"
            raise click.UsageError(message)
        chosen += found
    if not chosen:
        message = "there is no copy"
        raise click.UsageError(message)
    return chosen


def _name(made: "Document") -> str:
    stems = dict.fromkeys(Path(side.name).stem for side in made.sides)
    languages = "-".join(side.language for side in made.sides)
    return f"{'-'.join(stems)}-{languages}"


def _write(context: click.Context, file: Path, data: bytes) -> None:
    from sulh.case.folder.atomic import write_bytes  # noqa: PLC0415 - not needed for --help

    try:
        write_bytes(file, data)
    except OSError as error:
        reason = (
            f"the document could not be written ({error.strerror}); name a file in a folder that is there"
        )
        print_faults([Fault(str(file), None, reason)])
        context.exit(UNREADABLE)


def _plain(made: "Document", file: Path, form: str) -> dict[str, object]:
    return {
        "audience": str(made.audience),
        "file": str(file),
        "format": form,
        "draft": made.draft,
        "against": list(made.against),
        "copies": [
            {"name": side.name, "language": side.language, "sha256": side.digest} for side in made.sides
        ],
        "missing": [
            next(cell.id for cell in row.cells if cell)
            for row in made.rows
            if None in row.cells and not row.removed
        ],
        "remarks": list(made.remarks),
    }

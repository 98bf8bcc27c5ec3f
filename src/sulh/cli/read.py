"""`sulh read`: who said what in dispatches."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sulh.case.fault import Fault
from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json

if TYPE_CHECKING:
    from sulh.case.dispatch import Dispatch
    from sulh.record import Reading

_STANDARD_INPUT: Final = "-"
_MANY: Final = 20  # files from which a terminal shows progress


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--published",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of publication, where the file does not say it: 'Tuesday' is resolved from it.",
)
@json_option
@click.pass_context
def read(
    context: click.Context, files: tuple[str, ...], published: datetime | None, *, as_json: bool
) -> None:
    """Read dispatches: who said what, to whom, through whom, when.

    FILE is a text, with or without front matter, or - for standard input. Each statement is machine-read:
    check it against the text before you rely on it. A file that cannot be read is named on standard error
    (exit code 2); the others are read all the same.

    \b
    Example:
      sulh read dispatch.txt --published 2016-12-27
      sulh read dispatches/*.txt --json > statements.jsonl
    """  # noqa: D301 - \b is click's sign to keep line breaks
    unreadable = False
    for result in _progress(files):
        reading = None
        opened = _open(result, published)
        print_faults(opened.faults)
        unreadable = unreadable or opened.dispatch is None or opened.broken
        if opened.dispatch is not None:
            reading = _show(opened.dispatch, opened.text, as_json=as_json)
            print_faults(Fault(result, None, notice) for notice in reading.notices)
    if unreadable:
        context.exit(UNREADABLE)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file as a dispatch; None where it cannot be read.

    Attributes:
        faults: what to tell of it.
        broken: whether one of them is more than a notice.
        text: the text, where offsets do not count in a file.
    """

    dispatch: "Dispatch | None"
    faults: tuple[Fault, ...] = ()
    broken: bool = False
    text: str | None = None


def _open(name: str, published: datetime | None) -> _Opened:
    from dataclasses import replace  # noqa: PLC0415 - not needed for --help

    from sulh.case.folder.dispatches import lone  # noqa: PLC0415 - likewise
    from sulh.text.decode import NotTextError, decode  # noqa: PLC0415 - likewise

    try:
        data = sys.stdin.buffer.read() if name == _STANDARD_INPUT else Path(name).read_bytes()
        decoded = decode(data)
    except OSError as error:
        reason = f"the file could not be read ({error.strerror}); name a text file"
        return _Opened(None, (Fault(name, None, reason),))
    except NotTextError as error:
        return _Opened(None, (Fault(name, None, str(error)),))
    dispatch, faults = lone(name, decoded.text)
    if published is not None and dispatch.published is None:
        dispatch = replace(dispatch, published=published.date())
    notices = (Fault(name, None, decoded.notice),) if decoded.notice else ()
    text = decoded.text if name == _STANDARD_INPUT else None
    return _Opened(dispatch, (*notices, *faults), bool(faults), text)


def _show(dispatch: "Dispatch", text: str | None, *, as_json: bool) -> "Reading":
    from sulh.record import plain, read_dispatch  # noqa: PLC0415 - not needed for --help

    reading = read_dispatch(dispatch)
    if as_json:
        print_json(plain.data(reading, audience=str(dispatch.provenance.handling), text=text))
    else:
        for line in _lines(reading):
            click.echo(line)
    return reading


def _lines(reading: "Reading") -> Iterator[str]:
    """Yield Arabic and English on lines of their own, since terminals garble a line of both."""
    yield " ".join(filter(None, (reading.document.path, reading.document.title)))
    for one in reading.statements:
        said = f"said {one.said.day or one.said.text}" if one.said else None
        denial = "denial" if one.polarity == "deny" else None
        yield ""
        yield "  ".join(filter(None, (one.id, denial, one.form, said, f"confidence {one.confidence:.2f}")))
        yield f"  {' ← '.join((*one.via, one.speaker))}"
        yield f"  {one.text}"
    for role in reading.roles:
        denied = None if role.asserted else "denied"
        yield ""
        yield "  ".join(filter(None, (role.statement, denied, role.role, role.modality)))
        yield f"  {role.actor}" + (f" ← {role.claimed_by}" if not role.by_itself else "")
        if role.within is not None:
            yield f"  {role.within.text}"


def _progress(files: Sequence[str]) -> Iterator[str]:
    """Yield the files, with a progress bar where a person waits for many."""
    if len(files) < _MANY or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import track  # noqa: PLC0415 - likewise

    yield from track(files, description="reading", console=Console(stderr=True))

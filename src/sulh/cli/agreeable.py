"""The door to what could be agreed in a case: its `negotiation.toml`, read for the mediator's brief."""

import tomllib
from pathlib import Path

import click

from sulh.brief.agreeable import Agreeable, Unanswered, answer
from sulh.brief.assumed import assumed
from sulh.case.fault import Fault
from sulh.table.door import FILE, load_with_faults
from sulh.table.negotiation import Negotiation

_PAIR = 2


def agreeable(folder: Path, parties: str | None) -> tuple[Agreeable | Unanswered | None, tuple[Fault, ...]]:
    """Return what could be agreed in a case, and what is wrong with its file; None where it has none.

    Raises:
        click.BadParameter: `parties` are not two different parties of the file.
    """
    file = folder / FILE
    if not (file.exists() or file.is_symlink()):
        if parties is not None:
            msg = f"the case has no {FILE}; leave the option out"
            raise _bad(msg)
        return None, ()
    reading = load_with_faults(folder)
    if reading.negotiation is None:
        return Unanswered("unreadable"), reading.faults
    axes = _axes(reading.negotiation, parties)
    said = tomllib.loads(file.read_text("utf-8-sig"))
    return answer(reading.negotiation, assumed(said), axes), reading.faults


def _axes(negotiation: Negotiation, parties: str | None) -> tuple[int, int] | None:
    if parties is None:
        return None
    ids = [party.id for party in negotiation.parties]
    named = [name.strip() for name in parties.split(",")]
    if len(set(named)) != _PAIR or len(named) != _PAIR or not set(named) <= set(ids):
        msg = f"{parties!r} is not two parties of {FILE}; name two of {', '.join(ids)} as A,B"
        raise _bad(msg)
    first, second = map(ids.index, named)
    return first, second


def _bad(message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint="--parties")

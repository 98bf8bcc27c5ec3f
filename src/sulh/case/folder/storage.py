"""The door of the case folder: files in, files out."""

from dataclasses import fields, replace
from pathlib import Path

from sulh.case.case import Case
from sulh.case.fault import Fault
from sulh.case.folder.atomic import write_bytes
from sulh.case.folder.reading import (
    ACTORS,
    DECISIONS,
    DISPATCHES,
    FRAME,
    ISSUES,
    STATEMENTS,
    Reading,
    in_order,
    parse,
)
from sulh.case.folder.writing import render


def read_with_notices(path: Path) -> Reading:
    """Read the case folder `path`: all that can be read, everything that is wrong, and what to know.

    Faults name files as `path` joined with their place in the folder. Raises nothing for a folder that is
    missing or not readable: that too is a fault.
    """
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    notices: list[Fault] = []
    if not path.is_dir():
        reason = "there is no such folder; name a case folder, or start one with 'sulh new DIR'"
        if path.exists():
            reason = "this is a file; name the case folder that holds it"
        return Reading(parse({}, path).case, (Fault(str(path), None, reason),), ())
    for name in _names(path):
        if name.startswith(f"{DISPATCHES}/") and not name.endswith(".txt"):
            reason = "not read: a dispatch is a file whose name ends in .txt"
            notices.append(Fault(str(path / name), None, reason))
            continue
        try:
            files[name] = (path / name).read_bytes()
        except OSError as error:
            reason = f"the file could not be read ({error.strerror}); make it readable"
            faults.append(Fault(str(path / name), None, reason))
    unread = [str(Path(fault.file).relative_to(path).as_posix()) for fault in faults]
    reading = parse(files, path, unread)
    return Reading(reading.case, in_order((*faults, *reading.faults)), (*notices, *reading.notices))


def _names(path: Path) -> list[str]:
    """Return the files of a case that are there, dispatches by name; hidden files are none."""
    names = [name for name in (FRAME, ACTORS, STATEMENTS, ISSUES, DECISIONS) if (path / name).exists()]
    folder = path / DISPATCHES
    dispatches = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    return names + [f"{DISPATCHES}/{name}" for name in dispatches if not name.startswith(".")]


def read(path: Path) -> tuple[Case, tuple[Fault, ...]]:
    """Read the case folder `path`; see `read_with_notices`."""
    reading = read_with_notices(path)
    return reading.case, reading.faults


def write(case: Case, path: Path) -> None:
    """Write `case` into the folder `path`, which is new, empty, or holds an older version of the case.

    Every file is replaced as a whole, one after the other. Comments of an older version are not kept.

    Raises:
        ValueError: the case has something that its folder cannot say (a machine-read statement, a reference
            to nothing, a dispatch whose fields are not those of its text); nothing is written.
        FileExistsError: the folder holds something else, or an older version with faults, or dispatches,
            decisions or statements that would be lost; nothing is written.
    """
    files = render(case)
    back = parse(files, path)
    if _plain(back.case) != _plain(case):
        differing = [
            field.name
            for field in fields(Case)
            if getattr(_plain(back.case), field.name) != getattr(_plain(case), field.name)
        ]
        why = "".join(f"; {fault}" for fault in back.faults[:1])
        msg = f"a case folder cannot say these {', '.join(differing)} of the case{why}"
        raise ValueError(msg)
    _refuse_loss(case, path, set(files))
    path.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (path / name).parent.mkdir(exist_ok=True)
        write_bytes(path / name, data)


def _plain(case: Case) -> Case:
    """Return the case without what a folder orders itself: dispatches by id, decisions by line."""
    return replace(
        case,
        dispatches=tuple(sorted(case.dispatches, key=lambda dispatch: dispatch.id)),
        decisions=tuple(replace(decision, line=0) for decision in case.decisions),
    )


def _refuse_loss(case: Case, path: Path, names: set[str]) -> None:
    if not path.exists() or (path.is_dir() and not any(path.iterdir())):
        return
    if not (path / FRAME).is_file():
        msg = f"{path} is there and is no case folder; name a new folder"
        raise FileExistsError(msg)
    old = read_with_notices(path)
    if old.faults:
        msg = f"the case in {path} has faults and would be lost in part; mend it first: {old.faults[0]}"
        raise FileExistsError(msg)
    rows = _plain(old.case).decisions
    if lost := sorted(set(_names(path)) - names):
        msg = f"{path / lost[0]} is not in the case to be written; name a new folder"
        raise FileExistsError(msg)
    if rows != _plain(case).decisions[: len(rows)]:
        msg = f"{path / DECISIONS} has decisions that the case to be written has not; name a new folder"
        raise FileExistsError(msg)

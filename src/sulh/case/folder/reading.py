"""From the bytes of a case folder to a case and everything that is wrong with it; touches no file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath, PurePosixPath
from typing import Any, Final, NamedTuple

from sulh.case.case import Case
from sulh.case.dispatch import Dispatch
from sulh.case.fault import Fault
from sulh.case.folder import actors, dispatches, issues, process
from sulh.case.folder.decisions import decisions
from sulh.case.folder.entry import HOMES, Context, Entry, Kind
from sulh.case.folder.order import without_circles
from sulh.case.folder.statements import statement
from sulh.case.folder.table import LANGUAGE, Page, ids
from sulh.case.handling import MEDIATOR
from sulh.case.local_text import LocalText
from sulh.case.provenance import Provenance
from sulh.case.reference import BY_HAND, is_id
from sulh.case.view import closed
from sulh.text.decode import NotTextError, decode

FRAME: Final = "case.toml"
ACTORS: Final = "actors.toml"
STATEMENTS: Final = "statements.toml"
ISSUES: Final = "issues.toml"
DECISIONS: Final = "decisions.csv"
DISPATCHES: Final = "dispatches"

_LANGUAGES: Final = ("ar", "en")


class Reading(NamedTuple):
    """What a case folder says.

    Attributes:
        case: everything that could be read.
        faults: what a person has to mend, by file and line.
        notices: what a person should know, and need not mend.
    """

    case: Case
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


def parse(files: Mapping[str, bytes], root: PurePath, unread: Iterable[str] = ()) -> Reading:
    """Read a case from the files of its folder.

    An entry with a fault is left out, with what cannot do without it; a file that is no TOML contributes
    nothing; the text of a dispatch always stays.

    Args:
        files: bytes by path in the folder, with `/`.
        root: the folder as the user named it, for faults.
        unread: files that are there and could not be read; what they define is not called unknown.
    """
    return _Folder(files, root, unread).reading()


class _Folder:
    """One reading of one folder."""

    def __init__(self, files: Mapping[str, bytes], root: PurePath, unread: Iterable[str]) -> None:
        self._root = root
        self._unread = set(unread)
        self._faults: list[Fault] = []
        self._notices: list[Fault] = []
        names = sorted((name for name in files if name.startswith(f"{DISPATCHES}/")), key=_stem)
        read = ((name, self._dispatch(name, files[name])) for name in names if self._named(name))
        self._dispatches = {name: parts for name, parts in read if parts}
        self._pages = {
            name: Page(self._shown(name), self._utf8(name, files.get(name, b"")))
            for name in (FRAME, ACTORS, STATEMENTS, ISSUES)
        }
        self._decisions = self._utf8(DECISIONS, files[DECISIONS]) if DECISIONS in files else None
        self._unread.update(name for name, page in self._pages.items() if not page.valid)
        if FRAME not in files and FRAME not in self._unread:
            reason = "a case has this file, and it is not there; 'sulh new DIR' writes one to start from"
            self._faults.append(Fault(self._shown(FRAME), None, reason))
            self._unread.add(FRAME)

    def _shown(self, name: str) -> str:
        return str(self._root / name)

    def _named(self, name: str) -> bool:
        fault = dispatches.name_fault(self._shown(name), name)
        self._faults += [fault] if fault else []
        return fault is None

    def _utf8(self, name: str, data: bytes) -> str:
        """Decode a file that has to be UTF-8; the empty text where it is not."""
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            reason = "not UTF-8 from here on; save it as UTF-8, nothing of it was read"
            self._faults.append(Fault(self._shown(name), line, reason))
            self._unread.add(name)
            return ""

    def _dispatch(self, name: str, data: bytes) -> dispatches.Parts | None:
        try:
            decoded = decode(data)
        except NotTextError as error:
            self._faults.append(Fault(self._shown(name), None, str(error)))
            self._unread.add(name)
            return None
        self._notices += [Fault(self._shown(name), None, decoded.notice)] if decoded.notice else []
        return dispatches.take_apart(decoded.text)

    def _context(self) -> Context:
        sources: dict[Kind, tuple[str, str]] = {
            "track": (FRAME, "track"),
            "meeting": (FRAME, "meeting"),
            "instrument": (FRAME, "instrument"),
            "actor": (ACTORS, "actor"),
            "statement": (STATEMENTS, "statement"),
            "issue": (ISSUES, "issue"),
        }
        known: dict[Kind, frozenset[str]] = {
            kind: frozenset(entry["id"] for entry in self._declared(name, key))
            for kind, (name, key) in sources.items()
            if name not in self._unread
        }
        texts = {_stem(name): parts.text for name, parts in self._dispatches.items()}
        missed = {_stem(name) for name in self._unread if name.startswith(f"{DISPATCHES}/")}
        if HOMES["dispatch"] not in self._unread:
            known["dispatch"] = frozenset(texts.keys() | missed)
        documents = {
            entry["id"]: str(entry.get("dispatch", BY_HAND))
            for entry in self._declared(STATEMENTS, "statement")
        }
        options = {
            entry["id"]: found
            for entry in self._declared(ISSUES, "issue")
            if (found := ids(entry.get("options", []))) is not None
        }
        languages = self._pages[FRAME].values.get("languages")
        first = languages[0] if isinstance(languages, list) and languages else None
        language = first if isinstance(first, str) and LANGUAGE.fullmatch(first) else _LANGUAGES[0]
        return Context(language, known, texts, documents, options)

    def _declared(self, name: str, key: str) -> list[dict[str, Any]]:
        """Return the entries that bring in an id, whatever else may be wrong with them."""
        entries = self._pages[name].values.get(key)
        return [
            entry
            for entry in (entries if isinstance(entries, list) else [])
            if isinstance(entry, dict) and isinstance(entry.get("id"), str) and is_id(entry["id"])
        ]

    def reading(self) -> Reading:
        """Return the case and what is wrong with it."""
        context = self._context()
        case = self._issues(context, self._actors(context, self._frame(context)))
        statements = self._top(STATEMENTS, context)
        case = replace(case, statements=statements.entries("statement", statement))
        statements.rest()
        case = replace(case, dispatches=tuple(self._read_dispatches(context)))
        if DECISIONS not in self._unread and self._decisions is not None:
            rows, faults = decisions(self._shown(DECISIONS), self._decisions, context)
            self._faults += faults
            case = replace(case, decisions=rows)
        case = self._ordered(case)
        for page in self._pages.values():
            self._faults += page.faults()
        if self._faults or self._unread:
            case = closed(case)
        return Reading(case, in_order(self._faults), tuple(self._notices))

    def _top(self, name: str, context: Context) -> Entry:
        return Entry(self._pages[name], (), self._pages[name].values, context=context)

    def _frame(self, context: Context) -> Case:
        entry = self._top(FRAME, context)
        readable = FRAME not in self._unread
        title = entry.title("title") if readable else None
        languages = entry.language_tags("languages")
        tracks = entry.entries("track", process.track)
        meetings = entry.entries("meeting", process.meeting)
        instruments = entry.entries("instrument", process.instrument)
        case = Case(
            title=title or LocalText(((context.language, self._root.name or str(self._root)),)),
            period=entry.validity(),
            languages=languages or _LANGUAGES,
            tracks=tracks,
            meetings=meetings,
            instruments=instruments,
            provenance=entry.provenance(),
        )
        entry.rest()
        if entry.spoiled or not readable:
            case = replace(case, provenance=Provenance(handling=MEDIATOR))
        return case

    def _actors(self, context: Context, case: Case) -> Case:
        entry = self._top(ACTORS, context)
        case = replace(
            case,
            actors=entry.entries("actor", actors.actor),
            roles=entry.entries("role", actors.role),
            adherences=entry.entries("adherence", actors.adherence),
            presences=entry.entries("presence", actors.presence),
        )
        entry.rest()
        return case

    def _issues(self, context: Context, case: Case) -> Case:
        entry = self._top(ISSUES, context)
        case = replace(
            case,
            issues=entry.entries("issue", issues.issue),
            positions=entry.entries("position", issues.position),
        )
        entry.rest()
        return case

    def _read_dispatches(self, context: Context) -> Iterable[Dispatch]:
        for name, parts in self._dispatches.items():
            value, faults = dispatches.dispatch(self._shown(name), name, parts, context)
            self._faults += faults
            yield value

    def _ordered(self, case: Case) -> Case:
        case, circles = without_circles(case)
        for circle in circles:
            reason = f"the order goes round in a circle: {' → '.join(circle)}; take one step out of it"
            self._pages[FRAME].note(self._step(circle[0]), reason)
        return case

    def _step(self, identifier: str) -> tuple[str | int, ...]:
        """Return where a track, meeting or instrument stands."""
        values = self._pages[FRAME].values
        return next(
            (key, index)
            for key in ("track", "meeting", "instrument")
            for index, entry in enumerate(values.get(key, []))
            if isinstance(entry, dict) and entry.get("id") == identifier
        )


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults by file and line, each once."""
    return tuple(sorted(set(faults), key=lambda fault: (fault.file, fault.line or 0, fault.reason)))

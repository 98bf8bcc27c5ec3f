"""`agreements/ID/` of a case folder: the copies of an agreement, and what is known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from sulh.accord.agreement import Agreement
from sulh.accord.counterpart import Copy
from sulh.accord.door import load_with_faults
from sulh.accord.marking import Marks
from sulh.accord.terms import TermsEntry
from sulh.case.case import Case
from sulh.case.decision import Decision
from sulh.case.fault import Fault
from sulh.case.folder.entry import Context
from sulh.case.folder.quotation import Text
from sulh.case.folder.reading import Reading, in_order
from sulh.case.folder.storage import read_with_notices
from sulh.case.folder.table import Page, suggestion
from sulh.case.handling import MEDIATOR
from sulh.case.reference import is_id

AGREEMENTS: Final = "agreements"
TERMS: Final = "agreement.toml"

_CAUTION: Final = "; until then the agreement is handled as mediator"


def read_agreements(
    case_folder: Path, case: Reading | None = None
) -> tuple[tuple[Agreement, ...], tuple[Fault, ...]]:
    """Read the agreements of a case folder, by id, and what a person has to mend in them.

    An entry with a fault is left out. Where the rules of entry into force or the terms as a whole have one,
    the agreement is for the mediator. Raises nothing.

    Args:
        case_folder: the folder; its `agreements/` may be missing.
        case: what the rest of the folder says, where it has been read already.
    """
    read = case or read_with_notices(case_folder)
    folder = case_folder / AGREEMENTS
    found, faults = list[Agreement](), list[Fault]()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_dir() and not path.name.startswith("."):
            agreement, wrong = _Folder(path, read).agreement()
            found.append(agreement)
            faults += wrong
    known = {copy.name for agreement in found for copy in agreement.copies}
    if not faults:
        faults += _unmet(case_folder, read.case.decisions, known)
    return tuple(found), in_order(faults)


def _unmet(folder: Path, decisions: Sequence[Decision], known: set[str]) -> Iterator[Fault]:
    for row in decisions:
        if row.room == "accord" and row.document not in known:
            near = suggestion(row.document, known)
            reason = f"there is no copy {row.document!r}{near} correct the decision"
            yield Fault(str(folder / "decisions.csv"), row.line, reason)


class _Folder:
    """One reading of one agreement's folder."""

    def __init__(self, path: Path, read: Reading) -> None:
        self._path = path
        self._case = read.case
        self._context = context(read.case, whole=not read.faults)
        self._marks = Marks(read.case, whole=not read.faults)
        self._faults: list[Fault] = []

    def agreement(self) -> tuple[Agreement, list[Fault]]:
        if not is_id(self._path.name):
            reason = (
                f"the name {self._path.name!r} has signs other than lower-case a-z, 0-9 and hyphen; rename it"
            )
            self._faults.append(Fault(str(self._path), None, reason))
        copies = tuple(self._copies())
        page = Page(str(self._path / TERMS), self._terms())
        entry = TermsEntry(page, (), page.values, context=self._context)
        entry.use(copies, self._marks)
        value = entry.agreement(self._path.name, copies)
        if entry.spoiled or not page.valid or self._faults:
            value = replace(value, provenance=replace(value.provenance, handling=MEDIATOR))
        instrument = self._marks.instrument(value.instrument)
        joined = value.provenance.handling.join(instrument)
        if value.title is None:
            known = [one for one in self._case.instruments if one.id == value.instrument]
            value = replace(value, title=known[0].title if known else None)
        names = {copy.name for copy in copies}
        rows = (row for row in self._case.decisions if row.room == "accord" and row.document in names)
        value = replace(
            value,
            provenance=replace(value.provenance, handling=joined),
            decisions=tuple(self._decision(row) for row in rows),
        )
        caution = _CAUTION if entry.spoiled or not page.valid else ""
        wrong = [replace(fault, reason=fault.reason + caution) for fault in page.faults()]
        return value, [*self._faults, *wrong]

    def _decision(self, row: Decision) -> Decision:
        named = [word.strip() for word in row.value.replace("،", ",").split(",")]
        known = (word for word in named if word in self._case.actor_by_id)
        return replace(row, provenance=self._marks.raised(row.provenance, *known))

    def _terms(self) -> str:
        path = self._path / TERMS
        try:
            return path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        except OSError as error:
            reason = f"the file could not be read ({error.strerror}); make it readable"
        except UnicodeDecodeError:
            reason = "not UTF-8; save it as UTF-8, nothing of it was read"
        self._faults.append(Fault(str(path), None, reason + _CAUTION))
        return ""

    def _copies(self) -> Iterator[Copy]:
        paths = (path for path in self._path.iterdir() if path.suffix == ".md" and path.name[0] != ".")
        for path in sorted(paths):
            read = load_with_faults(path)
            self._faults += read.faults
            if read.copy is not None:
                name = f"{AGREEMENTS}/{self._path.name}/{path.name}"
                yield self._marks.copy(replace(read.copy, name=name))


def context(case: Case, *, whole: bool) -> Context:
    """Return what entries of an agreement may refer to; nothing is called unknown in a case with faults."""
    texts = {one.id: Text(one.text, one.body) for one in case.dispatches}
    documents = {one.id: one.document for one in case.statements}
    if not whole:
        return Context(case.languages[0], texts=texts, documents=documents)
    return Context(
        language=case.languages[0],
        ids={
            "actor": frozenset(case.actor_by_id),
            "instrument": frozenset(one.id for one in case.instruments),
            "dispatch": frozenset(texts),
            "statement": frozenset(documents),
        },
        texts=texts,
        documents=documents,
    )

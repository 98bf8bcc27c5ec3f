"""`issues.toml`: what is at issue, and how each actor stands to it."""

from typing import Final, get_args

from sulh.case.agreement import Issue, Option
from sulh.case.folder.entry import Entry
from sulh.case.folder.table import suggestion
from sulh.case.position import Position, Stance

_STANCES: Final[tuple[Stance, ...]] = get_args(Stance)


def issue(entry: Entry) -> Issue:
    """Read `[[issue]]`."""
    identifier = entry.new_id("issue")
    options = entry.parts_or_ids("options", _option)
    ids = [option.id for option in options]
    if len(set(ids)) < len(ids):
        entry.fault(f"the issue {identifier!r} has two options with one id; rename one", "options")
    return Issue(identifier, options, entry.maybe_title("title"), entry.provenance())


def _option(entry: Entry) -> Option:
    return Option(entry.an_id(), entry.maybe_title("title"), entry.maybe_title("clause"))


def position(entry: Entry) -> Position:
    """Read `[[position]]`."""
    actor, issue = entry.reference("actor", "actor"), entry.reference("issue", "issue")
    value = Position(
        actor=actor,
        issue=issue,
        stance=entry.choice("stance", _STANCES),
        option=_option_of(entry, issue),
        proposes=entry.maybe_title("proposes"),
        statement=entry.maybe_statement("statement"),
        said=entry.when("said"),
        provenance=entry.provenance(),
    )
    _check_basis(entry, value)
    return value


def _option_of(entry: Entry, issue: str) -> str | None:
    word = entry.maybe_text("option")
    known = entry.context.options.get(issue)
    if word and known is not None and word not in known:
        near = suggestion(word, known)
        entry.fault(f"unknown option {word!r} of issue {issue!r}{near} define it or correct the id", "option")
    return word


def _check_basis(entry: Entry, value: Position) -> None:
    if value.statement or value.provenance.sources or entry.spoiled:
        return
    if value.stance == "silent":
        entry.fault("silence is what a source reports; add the source, or take the position out")
    elif not value.provenance.assumed:
        entry.fault("the position rests on nothing; add 'statement' or 'sources', or assumed = true")

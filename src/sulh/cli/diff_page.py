"""What moved between two drafts for a person's eyes; the signs of words are those of `sulh copies`."""

from collections.abc import Iterator

from rich.text import Text

from sulh.accord import Bracket, Copy, Wording
from sulh.accord.drafts import BracketChange, Changes, ClauseChange
from sulh.accord.drafts.changes import ChangeKind
from sulh.brief.terminal import safe
from sulh.cli.copies_page import difference
from sulh.text.messages import Messages


def lines(found: Changes, m: Messages) -> Iterator[Text]:
    """Yield the page line by line."""
    same = m.gettext("Nothing moved between the two drafts.")
    count = len(found.clauses)
    some = m.ngettext("{count} clause changed.", "{count} clauses changed.", count).format(count=count)
    yield Text(some if count else same, style="bold")
    yield Text(m.gettext("Audience: {audience}").format(audience=found.audience), style="dim")
    for copy in (found.before, found.after):
        yield Text("• " + _draft(copy, m))
    for change in found.clauses:
        yield Text("")
        yield from _clause(change, m)


def _draft(copy: Copy, m: Messages) -> str:
    front, colon, comma = copy.front, m.gettext(": "), m.gettext(", ")
    count = sum(1 for _ in copy.brackets())
    said = {
        m.gettext("version"): front.version,
        m.gettext("held by"): front.holder,
        m.gettext("date"): front.date,
        m.gettext("drafted by"): comma.join(front.drafted_by),
        m.gettext("parties"): comma.join(front.parties),
        m.gettext("guarantors"): comma.join(front.guarantors),
        m.gettext("said to have gone to"): comma.join(
            f"{one.actor} ({one.when})" if one.when else one.actor for one in front.circulated_to
        ),
        m.gettext("open brackets"): str(count),
    }
    parts = [f"{head}{colon}{value}" for head, value in said.items() if value]
    return safe(copy.name + colon + m.gettext("; ").join(parts))


def _kind(kind: ChangeKind, m: Messages) -> str:
    return {
        "added": m.pgettext("clause", "added"),
        "removed": m.pgettext("clause", "removed"),
        "moved": m.pgettext("clause", "moved"),
        "renumbered": m.pgettext("clause", "renumbered"),
        "reworded": m.pgettext("clause", "reworded"),
        "annotated": m.pgettext("clause", "other attributes"),
    }[kind]


def _clause(change: ClauseChange, m: Messages) -> Iterator[Text]:
    colon = m.gettext(": ")
    kinds = [_kind(kind, m) for kind in change.kinds]
    kinds += [m.gettext("brackets")] if change.brackets else []
    heading = m.gettext("Clause {clause}").format(clause=safe(change.clause.id))
    yield Text(heading + colon + m.gettext(", ").join(kinds), style="bold")
    if change.before is None or change.after is None:
        added = change.before is None
        sign = ("{+", "+}", "green") if added else ("[-", "-]", "red")
        yield Text.assemble("  ", (f"{sign[0]}{safe(change.clause.text)}{sign[1]}", sign[2]))
    elif change.words():
        yield Text.assemble("  ", *difference(change.before.text, change.after.text))
    if "renumbered" in change.kinds and change.before and change.after:
        yield Text(f"  {_moved(change.before.number, change.after.number, m)}")
    for key, before, after in change.attributes:
        yield Text(f"  {key}{colon}{_moved(before, after, m)}")
    for bracket in change.brackets:
        yield Text("  " + _bracket(bracket, m))


def _moved(before: str | None, after: str | None, m: Messages) -> str:
    none = m.gettext("(none)")
    return m.gettext("{before}, now {after}").format(before=safe(before or none), after=safe(after or none))


def _bracket(change: BracketChange, m: Messages) -> str:
    before = _wordings(change.before, m)
    after = _wordings(change.after, m)
    stands = change.stands
    if change.kind == "changed":
        return m.gettext("Bracket changed: {before}, now {after}").format(before=before, after=after)
    if change.kind == "opened":
        if stands is None:
            return m.gettext("Bracket opened: {wordings}").format(wordings=after)
        words = m.gettext("Bracket opened: {wordings}; before stood the wording of {who}: «{words}»")
        return words.format(wordings=after, who=_who(stands, m), words=safe(stands.text))
    if stands is None:
        return m.gettext("Bracket closed with other words than any proposed: {wordings}").format(
            wordings=before
        )
    words = m.gettext("Bracket closed with the wording of {who}: «{words}» (of {wordings})")
    return words.format(wordings=before, who=_who(stands, m), words=safe(stands.text))


def _who(wording: Wording, m: Messages) -> str:
    nobody = m.gettext("nobody (as it stood)")
    return safe(m.gettext(", ").join(wording.proposers)) if wording.proposers else nobody


def _wordings(bracket: Bracket | None, m: Messages) -> str:
    colon = m.gettext(": ")
    wordings = bracket.wordings if bracket else ()
    return " | ".join(f"{_who(one, m)}{colon}«{safe(one.text)}»" for one in wordings)

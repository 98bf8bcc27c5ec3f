"""The comparison of copies for a person's eyes: word by word, with signs as well as colours.

`[-words-]` stand only in the first copy named, `{+words+}` only in the second; the same signs as in `wdiff`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from rich.text import Text

from sulh.accord import Copy
from sulh.accord.copies import Comparison, Difference, runs
from sulh.accord.copies.words import kind_text, remark_text, status_text
from sulh.brief.terminal import safe
from sulh.text.messages import Messages

_SHOWN: Final = 60  # code points on each side of a change; more of what is equal is left out
_SIGNS: Final = {"removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}


def lines(found: Comparison, copies: Sequence[Copy], m: Messages) -> Iterator[Text]:
    """Yield the page line by line."""
    labels = {copy.name: _label(copy, m) for copy in copies}
    languages = {copy.name: copy.front.language for copy in copies}
    yield Text(status_text(found.status, m), style="bold")
    yield Text(m.gettext("Audience: {audience}").format(audience=found.audience), style="dim")
    for copy in copies:
        yield Text(f"• {labels[copy.name]}")
    for clause, here in groupby(found.differences, lambda one: one.clause):
        differences = list(here)
        yield Text("")
        yield _heading(clause, differences, m)
        yield from _texts(differences[0], labels, languages, m)
        yield from _words(differences, labels, m)
    if found.unproved:
        yield Text("")
        yield Text(m.gettext("Without a certified translation:"), style="bold")
        yield Text(safe(m.gettext(", ").join(found.unproved)))
    if found.remarks:
        yield Text("")
        yield Text(m.gettext("Notes"), style="bold")
    for remark in found.remarks:
        named = "" if remark.clause is None else remark.clause + m.gettext(": ")
        details = tuple((labels.get(name, name), text) for name, text in remark.details)
        yield Text("• " + safe(named + remark_text(type(remark)(remark.about, None, details), m)))


def _label(copy: Copy, m: Messages) -> str:
    if not copy.front.holder:
        return safe(copy.name)
    return safe(m.gettext("{holder} ({file})").format(holder=copy.front.holder, file=copy.name))


def _heading(clause: str, differences: Sequence[Difference], m: Messages) -> Text:
    kinds = m.gettext(", ").join(kind_text(one.kind, m) for one in differences)
    heading = m.gettext("Clause {clause}").format(clause=safe(clause)) + m.gettext(": ") + kinds
    if differences[0].intended:
        heading += m.gettext(" (intended)")
    return Text(heading, style="bold")


def _texts(
    one: Difference, labels: Mapping[str, str], languages: Mapping[str, str], m: Messages
) -> Iterator[Text]:
    """Yield the texts of a clause: the first of each language, the others as what differs from it."""
    first: dict[str, tuple[str, str]] = {}
    colon = m.gettext(": ")
    for name, text in one.copies:
        if text is None:
            yield Text.assemble(f"  {labels[name]}{colon}", (m.gettext("missing here"), "italic"))
            continue
        before = first.setdefault(languages[name], (name, text))
        if before[0] == name:
            yield Text(f"  {labels[name]}{colon}{safe(text)}")
        elif before[1] != text:
            against = f"  {labels[before[0]]} → {labels[name]}{colon}"
            yield Text.assemble(against, *difference(before[1], text))
        else:
            yield Text(f"  {labels[name]}{colon}{safe(text)}")


def _words(differences: Iterable[Difference], labels: Mapping[str, str], m: Messages) -> Iterator[Text]:
    """Yield for each kind the words that make the difference."""
    colon, comma = m.gettext(": "), m.gettext(", ")
    for one in differences:
        if one.words and one.kind != "wording":
            said = (f"{labels[name]}{colon}«{comma.join(map(safe, words))}»" for name, words in one.words)
            yield Text(f"  {kind_text(one.kind, m)}{colon}" + m.gettext("; ").join(said), style="dim")


def difference(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the difference of two texts word by word, each piece with its style."""
    found = runs(one, other)
    for at, run in enumerate(found):
        if run.sign in _SIGNS:
            opening, closing, style = _SIGNS[run.sign]
            words = run.first.of(one) if run.sign == "removed" else run.second.of(other)
            yield f"{opening}{safe(words)}{closing}", style
        else:
            yield safe(_shortened(run.first.of(one), first=not at, last=at == len(found) - 1)), ""
        yield " ", ""


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return what is equal, without its middle where it is long."""
    if len(text) <= 2 * _SHOWN:
        return text
    head = "" if first else text[:_SHOWN].rsplit(None, 1)[0] + " "
    tail = "" if last else " " + text[-_SHOWN:].split(None, 1)[-1]
    return f"{head}…{tail}"

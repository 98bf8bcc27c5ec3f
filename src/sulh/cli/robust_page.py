"""What holds whatever the unknown part of the preferences is, for a person's eyes."""

from collections.abc import Iterator, Mapping
from math import floor
from typing import TYPE_CHECKING

from sulh.case.agreement import Choice
from sulh.cli.rows import Part, Rows, examples
from sulh.table.negotiation import Negotiation
from sulh.table.sentence import shown, worded
from sulh.table.wording import settled
from sulh.text.messages import Messages

if TYPE_CHECKING:
    from sulh.table.robust import Robust


def robustness(
    robust: "Robust", negotiation: Negotiation, limit: int, m: Messages, labels: Mapping[str, str]
) -> Iterator[Part]:
    """Yield what can be said over all preferences that agree with what is known.

    Args:
        robust: the answer.
        negotiation: that it answers.
        limit: how many packages are listed.
        m: of the reader's language.
        labels: of parties, by id.
    """

    def said(package: Mapping[str, str]) -> str:
        return worded(settled(negotiation, Choice(tuple(package.items()))), m, labels)

    yield ""
    yield m.gettext(
        "Over all preferences that agree with what is known ({samples} samples drawn, seed {seed}):"
    ).format(samples=robust.samples, seed=robust.seed)
    yield "• " + m.gettext("Some package is acceptable in {share} of the samples.").format(
        share=_share(robust.agreeable)
    )
    yield "• " + m.gettext(
        "Packages possibly on the frontier: at least {count} (those that a sample showed)."
    ).format(count=robust.possible_count)
    necessary = (
        m.gettext("Packages acceptable and on the frontier whatever the preferences are: {count}.")
        if robust.necessary_complete
        else m.gettext(
            "Packages proved acceptable and on the frontier whatever the preferences are: {count}."
        )
    )
    yield "• " + necessary.format(count=robust.necessary_count)
    if robust.regret:
        yield "• " + m.gettext(
            "Least largest regret: {regret}, in the sum of the parties' shares of their ideal gains. "
            "Package: {options}."
        ).format(regret=shown(robust.regret.value), options=said(robust.regret.example))
    if robust.ask:
        ask = robust.ask
        yield "• " + m.gettext(
            "The question to ask next: is {prefers} worth at least as much to {party} as {to}? After the "
            "worse answer the least largest regret is {regret}."
        ).format(
            party=labels.get(ask.party, ask.party),
            prefers=said(dict([ask.prefers])),
            to=said(dict([ask.to])),
            regret=shown(ask.regret),
        )
    elif robust.no_ask:
        yield "• " + m.gettext("There is no question to ask: {reason}.").format(reason=robust.no_ask)
    listed = {str(n): each for n, each in enumerate(robust.acceptability[:limit], 1)}
    if listed:
        heads = ["#", m.pgettext("column", "on the frontier"), m.pgettext("column", "acceptable")]
        cells = [
            [name, f"{_share(each.frontier)} ± {each.standard_error:.1%}", _share(each.acceptable)]
            for name, each in listed.items()
        ]
        packages = {name: each.package for name, each in listed.items()}
        title = m.gettext("How often, over the samples, a package is on the frontier and acceptable")
        yield Rows(title, heads, cells, [*examples(negotiation, packages, m, labels)])
    if (more := len(robust.acceptability) - len(listed)) > 0:
        line = m.ngettext("{count} package more; see --limit", "{count} packages more; see --limit", more)
        yield line.format(count=more)


def _share(share: float) -> str:
    """Return a percentage, rounded down so that almost all is not all."""
    return f"{floor(round(1000 * share, 6)) / 10:.1f}%"

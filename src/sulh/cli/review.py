"""`sulh review`: what is missing in a draft, open or at odds, before anybody signs it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sulh.case.case import Case
from sulh.case.handling import MEDIATOR, Handling
from sulh.case.local_text import LocalText
from sulh.cli.audience import audience_option, content
from sulh.cli.report import NO, UNREADABLE, json_option, print_faults, print_json, print_lines
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE, Messages, translator

if TYPE_CHECKING:
    from rich.text import Text

    from sulh.accord.review import Finding

_NO_CASE = Case(title=LocalText((("en", "No case"),)))


@click.command()
@click.argument("path", metavar="CASE|COPY", type=click.Path(path_type=Path))
@click.option("--as-of", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="The day of the review.")
@click.option("--strict", is_flag=True, help="Exit code 1 where there is a finding that nobody accepted.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the answer; the case's first, or en for a copy."
)
@audience_option
@json_option
@click.pass_context
def review(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    *,
    path: Path,
    as_of: datetime | None,
    strict: bool,
    lang: str | None,
    audience: Handling,
    as_json: bool,
) -> None:
    """Ask of a draft what is missing in it, open or at odds.

    Of a case, all its agreements are reviewed, against its actors, statements and instruments; of one COPY
    only the text. Each finding has a rule, a place and a reason. It is a question, never a verdict: an entry
    [[accepted]] in the front matter of a copy accepts it knowingly, and it stays listed. Obligations are
    those written beside clauses, or read and confirmed.

    \b
    Example:
      sulh review talks --for process
      sulh review draft.md --strict
    """  # noqa: D301 - \b is click's sign to keep line breaks
    day = as_of.date() if as_of else None
    from sulh.accord.review import review as reviewed  # noqa: PLC0415 - not needed for --help

    if path.is_dir():
        made_of, sound = content(context, path, audience, lang)
        from sulh.accord.agreement import visible  # noqa: PLC0415 - not needed for --help
        from sulh.accord.folder import read_agreements  # noqa: PLC0415 - likewise

        agreements, faults = read_agreements(path)
        seen = [one for agreement in agreements if (one := visible(agreement, audience))]
        case, statements, language = made_of.case, made_of.statements, made_of.language
    else:
        from sulh.accord.agreement import Agreement  # noqa: PLC0415 - not needed for --help
        from sulh.accord.door import load_with_faults  # noqa: PLC0415 - likewise

        copy, faults = load_with_faults(path)
        if copy is None:
            print_faults(faults)
            context.exit(UNREADABLE)
        audience = copy.front.provenance.handling
        seen, case, statements, sound = [Agreement("copy", (copy,))], _NO_CASE, (), True
        language = lang or SOURCE_LANGUAGE
    print_faults(faults)
    found = [finding for agreement in seen for finding in reviewed(agreement, case, statements, day)]
    if path.is_dir():
        found = [_in_folder(finding, path, audience) for finding in found]
    m = translator(language)
    if as_json:
        from sulh.accord.review.plain import data  # noqa: PLC0415 - only --json needs it

        print_json({"audience": str(audience), "findings": [data(finding, m) for finding in found]})
    else:
        actors = case.actor_by_id
        print_lines(
            _lines(found, audience, m, lambda who: actors[who].label(language) if who in actors else who)
        )
    if faults or not sound:
        context.exit(UNREADABLE)
    if strict and any(finding.accepted is None for finding in found):
        context.exit(NO)


def _in_folder(finding: "Finding", folder: Path, audience: Handling) -> "Finding":
    """Return a finding with its path; lines would tell how much front matter is hidden from `audience`."""
    line = finding.line if audience == MEDIATOR else None
    return replace(finding, copy=str(folder / finding.copy), line=line)


def _lines(
    found: "list[Finding]", audience: Handling, m: Messages, label: Callable[[str], str]
) -> "Iterator[Text]":
    """Yield the findings that are open, then those that somebody accepted."""
    from rich.text import Text  # noqa: PLC0415 - not needed for --json

    from sulh.accord.review.words import sentence, why  # noqa: PLC0415 - likewise
    from sulh.brief.terminal import safe  # noqa: PLC0415 - likewise

    left = [finding for finding in found if finding.accepted is None]
    count = len(left)
    some = m.ngettext("{count} finding", "{count} findings", count).format(count=count)
    yield Text(some if count else m.gettext("No finding."), style="bold")
    yield Text(m.gettext("Audience: {audience}").format(audience=audience), style="dim")
    for finding in [*left, *(one for one in found if one.accepted)]:
        where = finding.copy if finding.line is None else f"{finding.copy}:{finding.line}"
        about = " " + m.gettext("Clause {clause}").format(clause=finding.clause) if finding.clause else ""
        yield Text(safe(f"{where}: {finding.rule}{about}"), style="bold" if not finding.accepted else "dim")
        yield Text("  " + safe(sentence(finding, m, label)))
        if finding.accepted is None:
            yield Text("  " + safe(why(finding.rule, m)), style="dim")
        else:
            accepted = m.gettext("Accepted by {who}: {why}")
            reason = finding.accepted.why.within(m.language)
            yield Text("  " + safe(accepted.format(who=label(finding.accepted.by), why=reason)))

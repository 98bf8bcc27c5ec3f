"""Review an agreement: every rule, in the order of the text, with what somebody has accepted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sulh.accord.agreement import Agreement
from sulh.accord.counterpart import RULES
from sulh.accord.obligations import obligations
from sulh.accord.review.cast import Cast
from sulh.accord.review.duties import about_duties, past_dates
from sulh.accord.review.finding import Finding
from sulh.accord.review.mandate import about_mandates
from sulh.accord.review.parties import bound, denied, unconsulted, unnamed_members
from sulh.accord.review.wording import open_brackets, references, undefined_terms
from sulh.case.case import Case
from sulh.case.statement import Statement


def review(
    agreement: Agreement, case: Case, statements: Iterable[Statement] = (), as_of: date | None = None
) -> tuple[Finding, ...]:
    """Return what the rules find in the copies of an agreement, by copy, line and rule.

    Args:
        agreement: as its reader may see it.
        case: likewise; the actors, instruments and adherences of the process.
        statements: what was said, entered or read.
        as_of: the day of the review; None to know only the dates that the copies bear.
    """
    if not agreement.copies:
        return ()
    days = (copy.front.date.first for copy in agreement.copies if copy.front.date)
    cast = Cast(case, as_of or min(days, default=None))
    found = sorted(dict.fromkeys(_findings(agreement, case, statements, cast, as_of)), key=_order)
    accepted = [one for copy in agreement.copies for one in copy.front.accepted]

    def acceptance(finding: Finding) -> Finding:
        for one in accepted:
            about = one.clause in {None, finding.clause}
            who = one.actor is None or (finding.actor and cast.key(one.actor) == finding.actor)
            if one.rule == finding.rule and about and who:
                return replace(finding, accepted=one)
        return finding

    return tuple(map(acceptance, found))


def _findings(
    agreement: Agreement, case: Case, statements: Iterable[Statement], cast: Cast, as_of: date | None
) -> Iterator[Finding]:
    owed = obligations(agreement, cast.names).obligations
    stated = [one for one in owed if one.debtors and one.status != "machine-read"]
    debtors = tuple(dict.fromkeys(debtor for one in stated for debtor in one.debtors))
    whom = bound(agreement, debtors, cast)
    yield from about_duties(agreement, stated, cast)
    yield from past_dates(agreement, stated, as_of)
    names = [name for given in cast.names.values() for name in given]
    titles = [
        agreement.title,
        *(one.title for one in case.instruments),
        *(c.front.title for c in agreement.copies),
    ]
    names += [words for title in titles if title for _, words in title.wordings]
    for copy in agreement.copies:
        front = copy.front
        yield from open_brackets(copy)
        yield from undefined_terms(copy, (*names, *front.parties, *front.guarantors))
        yield from references(copy)
    yield from unconsulted(agreement, whom, cast)
    yield from denied(agreement, whom, case, statements, cast)
    yield from unnamed_members(agreement, debtors, case, cast)
    yield from about_mandates(agreement, case, cast)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    return finding.copy, finding.line or 0, RULES.index(finding.rule), finding.actor or ""

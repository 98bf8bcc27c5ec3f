"""Rules about obligations that the drafters wrote beside clauses, or that a person confirmed.

What is only read by the program is not asked about: a wrong reading would be a false alarm.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sulh.accord.agreement import Agreement
from sulh.accord.clause import PREAMBLE, Clause
from sulh.accord.copies.figures import figures
from sulh.accord.counterpart import Copy
from sulh.accord.moment import Moment
from sulh.accord.obligations import Bound, Obligation
from sulh.accord.plain import plain_text
from sulh.accord.review.cast import Cast
from sulh.accord.review.finding import Finding, at_clause
from sulh.accord.review.limits import last_days
from sulh.text.normal import fold

# What is forbidden is forbidden from the start, and has no day by which it is done.
_FORBIDS: Final = re.compile(
    r"\b(?:not|no|never|refrain\w*|abstain\w*|prohibit\w*|forbid\w*|cease|stop|halt)\b"
    r"|\b(?:[وف]?لا|[وف]?لن|عدم|بعدم|[يت]متنع\w*|الامتناع|[يت]حظر\w*|[يت]كف|[يت]وقف\w*|وقف)\b"
)


def about_duties(agreement: Agreement, stated: Sequence[Obligation], cast: Cast) -> Iterator[Finding]:
    """Yield what the obligations lack: a guarantor, a monitor, a time; and who answers for itself."""
    general = any(copy.front.guarantors for copy in agreement.copies)
    for one in stated:
        copy, path = _placed(agreement, one)
        clause, who = path[-1], ", ".join(one.debtors)

        def has(*keys: str, path: Sequence[Clause] = path) -> bool:
            return any(clause.attribute(key) for clause in path for key in keys)

        if not (one.guarantors or general or has("guarantor")):
            yield at_clause("unguaranteed-clause", copy, clause, who=who)
        for guarantor in one.guarantors:
            for debtor in one.debtors:
                if cast.key(guarantor) in {cast.key(debtor), *cast.wholes(cast.key(debtor))}:
                    yield at_clause(
                        "self-guarantee",
                        copy,
                        clause,
                        actor=cast.key(guarantor),
                        who=guarantor,
                        debtor=debtor,
                    )
        if not (one.monitors or has("monitor")):
            yield at_clause("unmonitored-obligation", copy, clause, who=who)
        timed = one.begins or one.until or one.deadline or has("from", "until", "within", "trigger")
        timed = timed or any(part.kind == "date" for part in figures(clause.text, copy.front.language))
        if not timed and not _FORBIDS.search(fold(clause.text)):
            yield at_clause("no-deadline", copy, clause, who=who)
    if not general:
        yield from _unanswered(agreement, stated, cast)


def _placed(agreement: Agreement, one: Obligation) -> tuple[Copy, tuple[Clause, ...]]:
    """Return where an obligation stands first: the copy, and the clause after those that it stands under."""
    copy = next(copy for copy in agreement.copies if copy.name == one.places[0].copy)
    clauses, path = copy.clauses, list[Clause]()
    at = one.places[0].span.start
    while not path or at >= path[-1].own.end:
        path.append(next(clause for clause in clauses if clause.span.start <= at < clause.span.end))
        clauses = path[-1].children
    return copy, tuple(path)


def _unanswered(agreement: Agreement, stated: Sequence[Obligation], cast: Cast) -> Iterator[Finding]:
    """Yield the parties whose duties nobody answers for, where somebody answers for those of others."""
    debtors = {cast.key(debtor): bool(one.guarantors) for one in stated for debtor in one.debtors}
    for one in stated:
        if one.guarantors:
            debtors |= dict.fromkeys(map(cast.key, one.debtors), True)
    parties = dict.fromkeys(cast.key(party) for copy in agreement.copies for party in copy.front.parties)
    for party in parties:
        if any(debtors.values()) and debtors.get(party) is False:
            yield Finding(
                "unanswered-party", agreement.copies[0].name, actor=party, details=(("who", party),)
            )


def past_dates(agreement: Agreement, stated: Sequence[Obligation], as_of: date | None) -> Iterator[Finding]:
    """Yield times of obligations, and last days in the text, before the text's own date or before `as_of`."""
    for one in stated:
        copy, path = _placed(agreement, one)
        day = _own_day(copy, as_of)
        for bound in (one.begins, one.until, one.deadline):
            named = _day(bound)
            if bound and day and named and named < day:
                yield at_clause("past-date", copy, path[-1], date=bound.words, day=str(day))
    for copy in agreement.copies:
        day = _own_day(copy, as_of)
        for clause in copy.walk():
            if day is None or clause.id == PREAMBLE:
                continue
            plain = plain_text(copy, clause)
            for named, span in last_days(plain.text, copy.front.language):
                if named < day:
                    words = span.of(plain.text)
                    yield at_clause(
                        "past-date", copy, clause, span=plain.origin(span), date=words, day=str(day)
                    )


def _own_day(copy: Copy, as_of: date | None) -> date | None:
    own = copy.front.date.first if copy.front.date else None
    return max((day for day in (own, as_of) if day), default=None)


def _day(bound: Bound | None) -> date | None:
    """Return the last day that a time may be, where it is one."""
    time = bound.time if bound else None
    if not isinstance(time, Moment):
        return None
    return time.days.last if time.days else time.last.date()

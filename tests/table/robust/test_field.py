from fractions import Fraction
from random import Random

from tests.table.robust.brute import sound

from sulh.case.agreement import Issue, Option
from sulh.table.negotiation import Negotiation, Party, Preference
from sulh.table.partial import Interval, Knowledge, Known
from sulh.table.robust.field import MOST_PACKAGES, field_of
from sulh.table.robust.polytope import Polytope
from sulh.table.robust.regret import Game
from sulh.table.robust.sampling import options_of
from sulh.table.scaling import scale


def wide(seed: int, issues: int = 14, options: int = 5) -> tuple[Negotiation, tuple[Polytope, ...]]:
    """Three parties whose weights are known within a fifth."""
    rng = Random(seed)  # noqa: S311 - cases, not secrets
    names = tuple(Option(f"o{n}") for n in range(options))
    made, known = [], []
    for party in range(3):
        rows = {
            f"i{n}": Known(
                Interval(Fraction(4), Fraction(6)), tuple(Fraction(rng.randint(0, 9)) for _ in names)
            )
            for n in range(issues)
        }
        known.append(Polytope(rows))
        values = tuple((issue, one.nominal()) for issue, one in rows.items())
        floor = Fraction(3, 5) * sum(max(row) for _, row in values)
        preference = Preference(values, reservation=floor)
        made.append(Party(f"p{party}", preference, knowledge=Knowledge(tuple(rows.items()))))
    return Negotiation(tuple(made), tuple(Issue(f"i{n}", names) for n in range(issues))), tuple(known)


def test_few_of_very_many_packages_matter() -> None:
    negotiation, known = wide(1)
    assert scale(negotiation).packages > 1000 * MOST_PACKAGES
    field = field_of(negotiation, known, options_of(negotiation))
    assert field is not None
    assert 0 < len(field.rows) < MOST_PACKAGES
    game = Game(field, known)
    least = game.minimax()
    largest = max(
        game.regret(y, least.package)[0] for y in range(0, len(field.rows), 1 + len(field.rows) // 99)
    )
    assert largest <= least.value


def test_all_that_matter_are_acceptable_and_the_nominally_best_is_among_them() -> None:
    for negotiation in sound(0, 8):
        options = options_of(negotiation)
        known = tuple(
            Polytope(dict(party.knowledge.known if party.knowledge else ())) for party in negotiation.parties
        )
        field = field_of(negotiation, known, options)
        assert field is not None
        assert len({tuple(row) for row in field.rows.tolist()}) == len(field.rows)
        assert len(field.rows) or not any(field.ideals)

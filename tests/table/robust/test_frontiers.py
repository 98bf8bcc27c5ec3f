from dataclasses import replace
from fractions import Fraction

import pytest
from tests.table.robust.brute import sound
from tests.table.robust.test_sampling import points

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.diagram import TooLargeError
from sulh.table.frontier import frontier
from sulh.table.negotiation import Constraint, Negotiation, Party, Preference
from sulh.table.robust import frontiers
from sulh.table.robust.frontiers import count
from sulh.table.robust.sampling import Samples, draw
from sulh.table.scaling import scale


def expected(negotiation: Negotiation, samples: Samples, size: int) -> dict[int, int]:
    """Counts by the exact frontier of each sample."""
    strides, found = scale(negotiation).strides(), dict[int, int]()
    worths = [points(negotiation, samples, party) for party in range(len(negotiation.parties))]
    places = [{option.id: n for n, option in enumerate(issue.options)} for issue in negotiation.issues]
    for sample in range(size):
        parties = tuple(
            replace(
                party,
                preference=replace(party.preference, values=tuple(rows[min(sample, len(rows) - 1)].items())),
            )
            for party, rows in zip(negotiation.parties, worths, strict=True)
        )
        front = frontier(replace(negotiation, parties=parties))
        for point in front:
            for package in front.all_packages(point):
                number = sum(
                    place[option] * stride
                    for place, option, stride in zip(places, package.values(), strides, strict=True)
                )
                found[number] = found.get(number, 0) + 1
    return found


@pytest.mark.parametrize("negotiation", [n for c in (0, 2) for n in sound(c, 6, parties=3)])
@pytest.mark.parametrize("table", [1 << 15, 1])
def test_counts_are_those_of_the_exact_frontiers(
    negotiation: Negotiation, table: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frontiers, "_TABLE", table)
    samples = draw(negotiation, 12, 2)
    counts = count(negotiation, samples, 12, 1, None)
    found = dict(zip(counts.numbers.tolist(), counts.counts.tolist(), strict=True))
    assert found == expected(negotiation, samples, 12)
    wide = Samples(tuple(worths.astype(object) for worths in samples.worths), samples.units)
    again = count(negotiation, wide, 12, 1, None)
    assert (again.numbers.tolist(), again.counts.tolist()) == (
        counts.numbers.tolist(),
        counts.counts.tolist(),
    )


def test_nothing_is_allowed() -> None:
    (negotiation,) = sound(0, 1)
    never = Constraint(tuple(Choice((("i0", option.id),)) for option in negotiation.issues[0].options))
    counts = count(replace(negotiation, constraints=(never,)), draw(negotiation, 3, 0), 3, 1, None)
    assert len(counts.numbers) == counts.agreeable == 0


def test_no_issue() -> None:
    negotiation = Negotiation((Party("p", Preference(reservation=Fraction(-1))),), ())
    counts = count(negotiation, draw(negotiation, 2, 0), 2, 1, None)
    assert (counts.numbers.tolist(), counts.counts.tolist()) == ([0], [2])


def test_too_many_packages_of_one_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontiers, "_MOST_ROWS", 100)
    issues = tuple(Issue(f"i{n}", tuple(Option(f"o{o}") for o in range(5))) for n in range(4))
    negotiation = Negotiation((Party("p", Preference()),), issues)
    with pytest.raises(TooLargeError, match="more than 100 packages"):
        count(negotiation, draw(negotiation, 1, 0), 1, 1, None)

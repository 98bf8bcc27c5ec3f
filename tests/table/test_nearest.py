from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.conftest import Oracle, negotiations

from sulh.case.agreement import Choice, Issue, Option
from sulh.table import nearest as module
from sulh.table.nearest import nearest
from sulh.table.negotiation import Negotiation, Party, Preference

spans = st.none() | st.integers(1, 8).map(lambda n: Fraction(n, 2))


def check(negotiation: Negotiation, chosen: list[Fraction | None]) -> None:
    oracle = Oracle(negotiation)
    hard = {p.id for p, span in zip(negotiation.parties, chosen, strict=True) if span is None}
    served = [
        each
        for each in oracle.packages()
        if not oracle.broken(each)
        and not oracle.crossed(each)
        and oracle.reserved(each, [holder for holder in oracle.floors() if holder[0] in hard])
    ]

    def rank(package: Choice) -> tuple[Fraction, list[Fraction]]:
        worths = oracle.utilities(package)
        short = (
            max(Fraction(0), p.reservation - worth) / span
            for p, worth, span in zip(negotiation.parties, worths, chosen, strict=True)
            if span is not None
        )
        return sum(short, Fraction(0)), [-worth for worth in worths]

    found = nearest(negotiation, chosen)
    if len(hard) == len(chosen):
        assert (found in served) if served else (found is None)
    else:
        assert found == min(served, key=rank, default=None)


@settings(max_examples=40)
@given(negotiations(), st.data())
def test_the_nearest_package_is_what_enumeration_finds(negotiation: Negotiation, data: st.DataObject) -> None:
    check(negotiation, [data.draw(spans) for _ in negotiation.parties])


@settings(max_examples=30)
@given(negotiations(), st.data(), st.integers(0, 2))
def test_the_answer_does_not_depend_on_how_far_the_prices_come(
    negotiation: Negotiation, data: st.DataObject, steps: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_STEPS", steps)
        check(negotiation, [data.draw(spans) for _ in negotiation.parties])


@pytest.mark.parametrize("size", [1, 10**20])
def test_figures_of_any_width_are_compared_exactly(size: int) -> None:
    """A third option falls short by one part in 10²⁰ less than the others."""
    a = (Fraction(size), Fraction(0), Fraction(size, 2))
    b = (Fraction(0), Fraction(size), Fraction(size, 2) + Fraction(1, 10**20))
    issue = Issue("share", (Option("a"), Option("b"), Option("half")))
    parties = tuple(
        Party(name, Preference((("share", row),), reservation=Fraction(size)))
        for name, row in (("a", a), ("b", b))
    )
    found = nearest(Negotiation(parties, (issue,)), [Fraction(1), Fraction(1)])
    assert found == Choice((("share", "half"),))


def test_a_reservation_value_beyond_all_floats_falls_short_like_any_other() -> None:
    issue = Issue("share", (Option("a"), Option("b")))
    row = (("share", (Fraction(1), Fraction(2))),)
    far = Party("far", Preference(row, reservation=Fraction(10**400)))
    near = Party("near", Preference((("share", (Fraction(1, 10**400), Fraction(0))),)))
    negotiation = Negotiation((far, near), (issue,))
    assert nearest(negotiation, [Fraction(1), None]) == Choice((("share", "b"),))
    assert nearest(negotiation, [None, None]) is None

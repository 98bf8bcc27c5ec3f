import json
from fractions import Fraction

import pytest
from tests.table.robust.brute import Brute, sound
from tests.table.robust.test_centre import TWO

from sulh.case.agreement import Choice
from sulh.table.negotiation import Negotiation
from sulh.table.reading import parse
from sulh.table.robust import field
from sulh.table.robust.analysis import robust
from sulh.table.robust.plain import data

CASES = [*sound(0, 6), *sound(1, 6), *sound(3, 6, options=2)]
HEAVY = sound(3, 6)
FEW = [*sound(0, 9, issues=2), *sound(1, 3, issues=2, options=2)]


@pytest.mark.parametrize(
    "negotiation", [*CASES, *(pytest.param(each, marks=pytest.mark.slow) for each in HEAVY)]
)
def test_necessary_packages_and_regret_by_enumeration(negotiation: Negotiation) -> None:
    brute = Brute(negotiation)
    found = robust(negotiation, 30)
    necessary = brute.necessary()
    assert all(package in necessary for package in found.necessary)
    if found.necessary_complete:
        assert list(found.necessary) == necessary
    assert all(package in found.possible for package in found.necessary) or found.possible_count > 50
    if brute.acceptable:
        regrets = brute.regrets()
        assert found.regret is not None
        assert found.regret.value == min(regrets.values())
        assert found.regret.value == regrets[Choice(tuple(found.regret.example.items()))]
    else:
        assert found.regret is None
        assert found.no_ask == "no package is acceptable at the nominal point"


@pytest.mark.parametrize("negotiation", FEW)
def test_the_question_by_enumeration(negotiation: Negotiation) -> None:
    brute = Brute(negotiation)
    found = robust(negotiation, 5)
    if not brute.acceptable:
        return
    vectors = zip(*map(brute.oracle.utilities, brute.acceptable), strict=True)
    counted = [
        max(column) > party.reservation for column, party in zip(vectors, negotiation.parties, strict=True)
    ]
    questions = {
        (negotiation.parties[n].id, swings): value for value, n, swings in brute.questions() if counted[n]
    }
    least = min(questions.values(), default=None)
    assert found.regret is not None
    if least is None:
        assert found.no_ask == "nothing is left to ask"
    elif least >= found.regret.value:
        assert found.no_ask == "no question lessens the regret in its worse answer"
    else:
        assert found.ask is not None
        assert found.ask.best
        one, other = ((issue, int(option[1:])) for issue, option in (found.ask.prefers, found.ask.to))
        assert found.ask.regret == least == questions[found.ask.party, (one, other)]


def test_shares_of_samples() -> None:
    """Each package is worth w to one party and 12 − w to nobody: it depends on the reservation alone."""
    text = TWO.replace('id = "p"', 'id = "p"\nreservation = 6').replace("i1 = [0, 12]", "i1 = [0, 0]")
    negotiation, faults = parse(text, "n.toml")
    assert faults == ()
    assert negotiation is not None
    found = robust(negotiation, 2000)
    best = found.acceptability[0]
    assert abs(found.agreeable - 0.5) < 0.05
    assert best.package["i0"] == "o0"
    assert best.frontier == best.acceptable == found.agreeable
    assert abs(best.standard_error - (best.frontier * (1 - best.frontier) / 2000) ** 0.5) < 1e-12


def test_results_depend_on_the_seed_and_not_on_the_workers() -> None:
    (negotiation,) = sound(1, 1, parties=3)
    told: list[tuple[int, int]] = []
    one = robust(negotiation, 300, seed=3, workers=1, progress=lambda *done: told.append(done))
    assert told == [(125, 300), (250, 300), (300, 300)]
    assert one == robust(negotiation, 300, seed=3, workers=2)
    assert one != robust(negotiation, 300, seed=4)


def test_too_much_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    negotiation = next(n for n in CASES if robust(n, 1).ask)
    monkeypatch.setattr(field, "MOST_PACKAGES", 1)
    found = robust(negotiation, 1)
    assert found.regret is None
    assert found.no_ask == "too many packages may be the best to compare their regrets"


def test_plain_data() -> None:
    negotiation = CASES[0]
    found = robust(negotiation, 20)
    plain = json.loads(json.dumps(data(found)))
    assert plain["samples"] == 20
    assert plain["possible_is"] == "lower bound"
    assert plain["possible"] == [dict(package) for package in found.possible]
    assert [each["package"] for each in plain["acceptability"]][: len(found.possible)] == plain["possible"]
    assert found.regret is not None
    assert Fraction(plain["regret"]["value"]) == found.regret.value
    asked = next(each for each in (data(robust(n, 5)) for n in FEW) if each["ask"])["ask"]
    assert set(asked) == {"party", "prefers", "to", "regret", "best"}
    assert len(asked["prefers"]) == len(asked["to"]) == 1


def test_an_exact_negotiation_leaves_nothing_to_ask() -> None:
    negotiation, _ = parse(TWO.replace("[0, 12]", "7"), "n.toml")
    assert negotiation is not None
    found = robust(negotiation, 3)
    assert found.necessary == ({"i0": "o0", "i1": "o0"},)
    assert found.regret is not None
    assert found.regret.value == 0
    assert found.no_ask == "nothing is left to ask"


def test_no_samples() -> None:
    with pytest.raises(ValueError, match="ask for 1 or more"):
        robust(CASES[0], 0)

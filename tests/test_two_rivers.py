"""What the page of the invented dispute says of it."""

from collections import Counter
from math import prod
from pathlib import Path

from sulh.case.folder import read
from sulh.table import load
from sulh.table.counting import count_acceptable
from sulh.table.frontier import frontier
from sulh.table.inside import absent

CASE = Path(__file__).parent.parent / "examples" / "two-rivers"
NEGOTIATION = load(CASE)


def test_the_page_counts_what_is_there() -> None:
    page = " ".join((CASE / "README.md").read_text("utf-8").split())
    packages = prod(len(issue.options) for issue in NEGOTIATION.issues)
    assert len(NEGOTIATION.issues) == 8
    assert len(NEGOTIATION.constraints) == len(NEGOTIATION.parties) == 4
    assert f"eight issues, {packages:,} packages, four constraints" in page
    assert f"The frontier has {len(frontier(NEGOTIATION))} points" in page
    assert count_acceptable(NEGOTIATION) == 36
    assert "36 packages are acceptable" in page


def test_water_is_shared_by_season_or_by_halves_on_the_whole_frontier() -> None:
    points = frontier(NEGOTIATION)
    assert {point.example["water"] for point in points} == {"by-season", "half-each"}
    assert Counter(point.example["town"] for point in points) == {"joint-council": 19, "harbour-year": 1}
    assert all(point.packages == 1 for point in points)


def test_each_member_is_an_actor_and_rules_out_what_everybody_else_accepts() -> None:
    actors = read(CASE)[0].actor_by_id
    members = [(party, member) for party in NEGOTIATION.parties for member in party.members]
    assert len(members) == 3
    for party, member in members:
        assert [group.of for group in actors[member.id].members_of] == [party.id]
        assert {name.language for name in actors[member.id].names} == {"ar", "en"}
        without = count_acceptable(absent(NEGOTIATION, party.id, member.id))
        assert without is not None
        assert without > 36


def test_one_party_is_known_in_part_and_the_middle_meets_its_comparisons() -> None:
    partial = [party for party in NEGOTIATION.parties if party.knowledge]
    assert [party.id for party in partial] == ["upland"]
    knowledge = partial[0].knowledge
    assert knowledge is not None
    known = dict(knowledge.known)
    assert [issue for issue, one in known.items() if one.ranked] == ["prisoners"]
    assert [issue for issue, one in known.items() if one.weight.low < one.weight.high] == [
        "crossings",
        "prisoners",
    ]
    assert dict(partial[0].preference.values) == {issue: one.nominal() for issue, one in known.items()}
    assert len(knowledge.comparisons) == 2


def test_every_title_exists_in_both_languages() -> None:
    issues = NEGOTIATION.issues
    titles = [issue.title for issue in issues]
    titles += [option.title for issue in issues for option in issue.options]
    assert all(title is not None and set(title.languages()) == {"ar", "en"} for title in titles)

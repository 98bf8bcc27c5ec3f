"""What the page of the invented dispute says of it."""

from math import prod
from pathlib import Path

from sulh.table import load
from sulh.table.frontier import frontier

CASE = Path(__file__).parent.parent / "examples" / "two-rivers"
NEGOTIATION = load(CASE)


def test_the_page_counts_what_is_there() -> None:
    page = " ".join((CASE / "README.md").read_text("utf-8").split())
    packages = prod(len(issue.options) for issue in NEGOTIATION.issues)
    assert len(NEGOTIATION.issues) == 8
    assert len(NEGOTIATION.constraints) == len(NEGOTIATION.parties) == 4
    assert f"eight issues, {packages:,} packages, four constraints" in page
    assert f"The frontier has {len(frontier(NEGOTIATION))} points" in page


def test_water_is_shared_by_season_or_by_halves_on_the_whole_frontier() -> None:
    points = frontier(NEGOTIATION)
    assert {point.example["water"] for point in points} == {"by-season", "half-each"}
    assert {point.example["town"] for point in points} == {"joint-council", "lowland-office", "harbour-year"}
    assert all(point.packages == 1 for point in points)


def test_every_title_exists_in_both_languages() -> None:
    issues = NEGOTIATION.issues
    titles = [issue.title for issue in issues]
    titles += [option.title for issue in issues for option in issue.options]
    assert all(title is not None and set(title.languages()) == {"ar", "en"} for title in titles)

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.accord.copies import difference
from sulh.accord.copies.difference import hunks, longest_increasing, runs

WORDS = st.lists(st.sampled_from("abcde"), max_size=12)


def longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """The oracle: by the table of all prefixes."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            table[i + 1][j + 1] = table[i][j] + 1 if a == b else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def kept(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    """What is left of both without their hunks."""
    found = hunks(one, other)
    gone = {at for hunk in found for at in hunk.first}, {at for hunk in found for at in hunk.second}
    return (
        [word for at, word in enumerate(one) if at not in gone[0]],
        [word for at, word in enumerate(other) if at not in gone[1]],
    )


@given(WORDS, WORDS)
def test_the_difference_is_the_shortest(one: list[str], other: list[str]) -> None:
    first, second = kept(one, other)
    assert first == second
    assert len(first) == longest_common(one, other)


@pytest.mark.parametrize("most", [0, 2])
def test_the_difference_is_true_where_it_is_not_the_shortest(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(difference, "_MOST_EDITS", most)
    for one, other in (("abcdefgh", "xbcydzgw"), ("aabb", "bbaa"), ("abc", "xyz"), ("a" * 9, "b")):
        first, second = kept(one, other)
        assert first == second
    assert kept("uavbw", "xaybz")[0] == ["a", "b"]


@given(st.lists(st.integers(0, 9), max_size=9))
def test_a_longest_increasing_subsequence_rises(values: list[int]) -> None:
    chosen = [values[at] for at in longest_increasing(values)]
    assert all(a < b for a, b in pairwise(chosen))
    best = [1] * len(values)
    for at, value in enumerate(values):
        best[at] += max((best[before] for before in range(at) if values[before] < value), default=0)
    assert len(chosen) == max(best, default=0)


def test_runs_cover_both_texts() -> None:
    one, other = "The ceasefire begins on 5 May.", "A ceasefire begins, on 6 May."
    shown = [(run.sign, run.first.of(one), run.second.of(other)) for run in runs(one, other)]
    assert shown == [
        ("removed", "The", ""),
        ("added", "", "A"),
        ("equal", "ceasefire begins", "ceasefire begins"),
        ("added", "", ","),
        ("equal", "on", "on"),
        ("removed", "5", ""),
        ("added", "", "6"),
        ("equal", "May.", "May."),
    ]
    assert runs("", "") == []
    assert [run.sign for run in runs("", "a")] == ["added"]

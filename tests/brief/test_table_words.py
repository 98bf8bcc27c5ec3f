from dataclasses import replace
from fractions import Fraction

import pytest
from tests.brief.talks import negotiation

from sulh.brief.content import Content
from sulh.brief.page import Verbatim, flat
from sulh.brief.table_words import percent, said, title
from sulh.table.sentence import sentence


def test_a_sentence_is_said_in_the_language_with_the_names_of_the_case(content: Content) -> None:
    scope, watch = negotiation().issues
    options = ((scope, scope.options[0]), (watch, watch.options[1]))
    never = sentence(
        "{party} never accepts this: {options} (red line {index}, counted from 0).",
        party="upland", options=options, index=2,
    )  # fmt: skip
    line = said(content, never)
    assert flat(line) == (
        "Upland Front never accepts this: Scope: Wide, watch: none (red line 2, counted from 0)."
    )
    assert Verbatim("Upland Front", "en") in line
    arabic = flat(said(replace(content, language="ar"), never))
    assert arabic.startswith("لا يقبل الطرف جبهة المرتفعات هذا أبدًا: النطاق: واسع،")


def test_an_argument_may_be_a_single_option_or_figure(content: Content) -> None:
    scope, _ = negotiation().issues
    changed = sentence(
        "{issue}: {new} instead of {old}.", issue=scope, old=scope.options[1], new=Fraction(1, 3)
    )
    assert flat(said(content, changed)) == "Scope: ≈ 0.333333 instead of narrow."
    assert title(content, scope.options[1]) == Verbatim("narrow")


@pytest.mark.parametrize(
    ("share", "rounded", "bound"),
    [("1", "100%", "100%"), ("0.247", "24.7%", "24.7%"), ("0.24701", "24.7%", "24.8%"), ("0", "0%", "0%")],
)
def test_a_share_is_rounded_and_a_bound_is_rounded_up(share: str, rounded: str, bound: str) -> None:
    assert percent(Fraction(share)) == rounded
    assert percent(Fraction(share), at_most=True) == bound

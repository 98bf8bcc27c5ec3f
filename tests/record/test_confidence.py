"""How sure a construction is."""

import pytest

from sulh.record.confidence import confidence


@pytest.mark.parametrize(
    "construction", ["verb-first/that", "relay/quote", "never/heard of", "", "colon/headline"]
)
def test_every_construction_has_a_share(construction: str) -> None:
    assert 0 < confidence(construction) < 1


def test_what_is_unknown_has_the_share_of_the_rare() -> None:
    assert confidence("never/heard of") == confidence("another")
    assert confidence("verb-first/never") == confidence("verb-first")
    assert confidence("verb-first/quote") > confidence("verb-first/nominal")

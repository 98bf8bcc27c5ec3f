import tomllib

import pytest
from tests.brief.talks import OPEN

from sulh.brief.assumed import NOTHING, Assumed, assumed

CERTAIN = OPEN.replace("assumed = true\n", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CERTAIN, NOTHING),
        (OPEN, Assumed(("upland",))),
        (
            CERTAIN.replace("[preference.lowland]", "[preference.lowland]\nassumed = true"),
            Assumed(("lowland",)),
        ),
        (
            CERTAIN + 'interactions = [{when = {scope = "wide"}, adds = 1, assumed = true}]\n',
            Assumed(("upland",)),
        ),
        (CERTAIN.replace('id = "watch"', 'id = "watch"\nassumed = true'), Assumed(frame=True)),
        (CERTAIN.replace('{id = "wide"', '{id = "wide", assumed = true'), Assumed(frame=True)),
        (CERTAIN + '[[constraint]]\nforbid = {scope = "wide"}\nassumed = false\n', NOTHING),
    ],
)
def test_what_is_marked_is_found_wherever_it_stands(text: str, found: Assumed) -> None:
    assert assumed(tomllib.loads(text)) == found
    assert bool(found) is (found != NOTHING)


def test_a_file_without_preferences_assumes_nothing() -> None:
    assert assumed({"party": [{"id": "lowland"}]}) == NOTHING

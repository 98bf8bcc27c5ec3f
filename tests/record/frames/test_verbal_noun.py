from collections.abc import Callable

import pytest

from sulh.record.frames.verbal_noun import verbal_noun
from sulh.record.phrases.recogniser import Phrases

Recognise = Callable[[str], Phrases]


def test_a_verbal_noun_introduces_content(recognise: Recognise) -> None:
    phrases = recognise("ختم حديثه بقولها إن الطريق ليس له نهاية.")
    cue = phrases.lexicon.cue(phrases.passage.forms[2])
    assert cue is not None
    found = verbal_noun(phrases, 2, cue)
    assert found is not None
    assert phrases.passage.slice(*found.content) == "الطريق ليس له نهاية"
    assert (found.construction, found.subject, found.form) == ("noun/that", None, "indirect")
    assert (found.feminine, found.plural) == (True, False)


@pytest.mark.parametrize(
    "text", ["قوله إن الطريق مفتوح", "بتأكيده أن الطريق مفتوح", "بقوله ذلك", "بقوله: «...»"]
)
def test_other_nouns_introduce_nothing(recognise: Recognise, text: str) -> None:
    phrases = recognise(text)
    cue = phrases.lexicon.cue(phrases.passage.forms[0])
    assert cue is not None
    assert verbal_noun(phrases, 0, cue) is None

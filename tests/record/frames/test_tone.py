from collections.abc import Callable

import pytest

from sulh.record.frames.tone import form_of, polarity_of
from sulh.record.phrases.recogniser import Phrase, Phrases

Recognise = Callable[[str], Phrases]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("«الطريق مفتوح»", "direct"),
        ("الطريق مفتوح", "indirect"),
        ("الطريق «مفتوح»", "mixed"),
        ("تنظيم «الضفة»", "indirect"),
        ("حديثه ل«الضفة»", "indirect"),
        ("قناة «سنفتح الطريق كله غدا صباحا»", "mixed"),
        ("«الطريق مفتوح» أمام الجميع", "mixed"),
    ],
)
def test_form(recognise: Recognise, text: str, form: str) -> None:
    phrases = recognise(text)
    assert form_of(phrases, Phrase(0, len(phrases.passage))) == form


def test_words_inside_a_quotation_are_direct(recognise: Recognise) -> None:
    assert form_of(recognise("«الطريق مفتوح»"), Phrase(1, 3)) == "direct"


@pytest.mark.parametrize(
    ("verb", "content", "polarity"),
    [
        ("قال", "الطريق مفتوح", "affirm"),
        ("نفى", "ذلك", "deny"),
        (None, "لا علاقة لنا بذلك", "deny"),
        ("قال", "«لا صحة لذلك»", "deny"),
        ("قال", "الهيئة ليس لديها أي علم بذلك", "deny"),
        ("قال", "الهيئة لم تفتح الطريق", "affirm"),
        ("قال", "الهيئة لا تعلم بوجود طريق", "deny"),
        ("قال", "الهيئة لا تعلم متى يفتح الطريق", "affirm"),
        ("رفض", "الاتهامات", "deny"),
        ("رفض", "الخطة", "affirm"),
        ("وصف", "هذه الاتهامات", "deny"),
        ("قال", "هذه الاتهامات", "affirm"),
        ("قال", "الهيئة ترفض كل الاتهامات", "deny"),
        ("قال", "الهيئة تنفي علمها بذلك", "deny"),
        ("قال", "الهيئة ترفض الخطة", "affirm"),
        ("رفض", "تكون الهيئة قد فتحت الطريق", "deny"),
        ("قال", "الطريق مفتوح وليس هناك خطر", "deny"),
        ("قال", "الهيئة مستقلة ولا علاقة لها بذلك", "deny"),
    ],
)
def test_polarity(recognise: Recognise, verb: str | None, content: str, polarity: str) -> None:
    phrases = recognise(content)
    cue = phrases.lexicon.cue(recognise(verb).passage.forms[0]) if verb is not None else None
    assert (cue is None) == (verb is None)
    assert polarity_of(phrases, Phrase(0, len(phrases.passage)), cue) == polarity

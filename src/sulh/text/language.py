"""Which language a text is in, by its script, its letters and its most frequent function words.

The answer is only a hint for a text that does not state its language, and a person can overrule it. A
library for it would bring a model of tens of megabytes; a few dozen words for each language do as well on
anything that is at least a sentence long, and where they do not suffice the answer is "und".
"""

import re
from collections import Counter
from typing import Final, NamedTuple

from sulh.text.normal import Fold, fold

UNDETERMINED: Final = "und"
"""The BCP 47 tag for a language that is not known."""


class _Cues(NamedTuple):
    """What tells a language from the others of its script: words, and letters that some of them lack."""

    words: str
    letters: str


_SCRIPTS: Final = {
    "Arab": "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff",
    "Latn": "A-Za-zÀ-ÖØ-öø-ɏ",
    "Cyrl": "Ѐ-ҁҊ-ԯ",
    "Hebr": "א-ת",
    "Grek": "Ͱ-ϡά-ώ",
    "Armn": "Ա-և",
    "Geor": "ა-ჿ",
}
_ONLY_LANGUAGE: Final = {"Hebr": "he", "Grek": "el", "Armn": "hy", "Geor": "ka"}
_CUES: Final = {
    "Arab": {
        "ar": _Cues("في من على إلى أن إن التي الذي الذين هذا هذه ذلك عن مع كان قال بعد لم قد بين", "ةأإؤىيك"),
        "fa": _Cues("و در به از که این را با است برای آن یک های خود تا شد بر نیز ها هم اما", "پچژگکی"),
        "ur": _Cues("کے کی میں ہے اور سے کا کو اس نے پر ہیں کہ یہ بھی ایک نہیں تھا ہو", "پچژگکیٹڈڑںےہھ"),
        "ckb": _Cues("و لە بە کە بۆ ئەو لەگەڵ ئەم هەر نێوان لەسەر دوای بەڵام هەیە نیە", "پچژگکیۆێڕڵەڤ"),
        "ps": _Cues("د په او چې له کې ته دی سره هم یې کړي شوي دا", "پچژګټډړښږڼېۍ"),
    },
    "Latn": {
        "en": _Cues("the of and to in that is for on with was by as at from it has said will be are not", ""),
        "fr": _Cues("le la les de des du et à en un une que est pour dans qui sur pas au ont par", "éèêàçùœ"),
        "de": _Cues("der die das und in den von zu mit dem des ist nicht für auf ein eine im hat", "äöüß"),
        "es": _Cues("el la los las de que y en un una por con del para se al es no ha su como", "ñáéíóú¿¡"),
        "it": _Cues("il lo la i gli di che e in un una per con del della non è si dei nel nella ha", "àèìòù"),
        "pt": _Cues("o a os as de que e em um uma por com do da para não se ao no na são", "ãõáéíóçê"),
        "nl": _Cues("de het een van en in dat is op te met voor zijn niet aan door bij heeft ook", ""),
        "tr": _Cues("ve bir bu için ile da de olarak olan daha çok gibi sonra kadar ancak dedi", "ğışçöü"),
        "ku": _Cues("û li ku di ji bi de ev ew jî bo xwe ser wê wî hat dike nav", "êîûşç"),
    },
    "Cyrl": {
        "ru": _Cues("и в не на что с по как из за от для это его к был при или также", "ыэъё"),
        "uk": _Cues("і та в у не на що з до як за від для це його про або також є", "іїєґ"),
        "kk": _Cues("және мен бұл үшін деп бір туралы да де болып арасында осы кейін", "әғқңөұүһі"),
    },
}  # fmt: skip
_ARABIC_ARTICLE: Final = re.compile("[وفبك]?ال[ء-ي]{3}|لل[ء-ي]{3}")
_SAMPLE: Final = 20_000  # code points from the start that are looked at
_LETTER_WEIGHT: Final = 0.5  # of a letter, where a function word counts 1
_LEAST: Final = 0.15  # of this score a word, below which nothing is said
_SPELLING: Final = Fold.LETTER | Fold.DIACRITICS | Fold.CASE


def detect(text: str) -> str:
    """Return the BCP 47 tag of the language that most of `text` is in, or "und" if it cannot be told.

    Knows ar, fa, ur, ckb, ps; en, fr, de, es, it, pt, nl, tr, ku; ru, uk, kk; he, el, hy, ka.
    """
    sample = fold(text[:_SAMPLE], _SPELLING)
    characters = Counter(sample)
    letters = {script: _total(characters, re.compile(f"[{range_}]")) for script, range_ in _SCRIPTS.items()}
    script = max(letters, key=letters.__getitem__)
    if list(letters.values()).count(letters[script]) > 1:
        return UNDETERMINED
    if only := _ONLY_LANGUAGE.get(script):
        return only
    words = Counter(re.findall(f"[{_SCRIPTS[script]}]+", sample))
    scores = {
        language: sum(words[word] for word in set(fold(cues.words, _SPELLING).split()))
        + _LETTER_WEIGHT * sum(characters[letter] for letter in cues.letters)
        for language, cues in _CUES[script].items()
    }
    if script == "Arab":
        scores["ar"] += _total(words, _ARABIC_ARTICLE)
    first, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    return first if scores[first] > max(scores[second], _LEAST * words.total()) else UNDETERMINED


def _total(counts: Counter[str], pattern: re.Pattern[str]) -> int:
    return sum(count for text, count in counts.items() if pattern.match(text))

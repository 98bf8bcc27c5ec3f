"""Number words of Arabic and English, as data in ordinary spelling."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final, Literal, NamedTuple

from sulh.text.normal import fold
from sulh.text.scan import with_clitics

Kind = Literal["figures", "unit", "ten", "teen", "tens", "hundred", "hundreds", "scale", "dual", "plural"]


class NumberWord(NamedTuple):
    """What a word contributes to a number.

    `figures` are digits, of neither language; `unit` 1-9, `ten` 10 (and the second half of the Arabic teens),
    `teen` 11-19 in one word, `tens` 20-90,
    `hundred` multiplies the unit before it or counts 100, `hundreds` 200-900 in one word, `scale` multiplies
    what stands before it or counts once, `dual` counts twice, `plural` only multiplies (آلاف alone
    is no number, and ألفا alone may be one thousand or two).
    """

    kind: Kind
    value: Decimal
    language: Literal["ar", "en", ""]


_ARABIC: Final[Mapping[tuple[Kind, int], str]] = {
    ("unit", 1): "واحد واحدا واحدة",
    ("unit", 2): "اثنان اثنين اثنتان اثنتين إثنان إثنين",
    ("unit", 3): "ثلاث ثلاثة",
    ("unit", 4): "أربع أربعة أربعا",
    ("unit", 5): "خمس خمسة خمسا",
    ("unit", 6): "ست ستة",
    ("unit", 7): "سبع سبعة سبعا",
    ("unit", 8): "ثمان ثماني ثمانية ثمانيا",
    ("unit", 9): "تسع تسعة تسعا",
    ("ten", 10): "عشر عشرة عشرا",
    ("tens", 20): "عشرون عشرين",
    ("tens", 30): "ثلاثون ثلاثين",
    ("tens", 40): "أربعون أربعين",
    ("tens", 50): "خمسون خمسين",
    ("tens", 60): "ستون ستين",
    ("tens", 70): "سبعون سبعين",
    ("tens", 80): "ثمانون ثمانين",
    ("tens", 90): "تسعون تسعين",
    ("hundred", 100): "مئة مائة مية",
    ("hundreds", 200): "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي",
    ("hundreds", 300): "ثلاثمئة ثلاثمائة",
    ("hundreds", 400): "أربعمئة أربعمائة",
    ("hundreds", 500): "خمسمئة خمسمائة",
    ("hundreds", 600): "ستمئة ستمائة",
    ("hundreds", 700): "سبعمئة سبعمائة",
    ("hundreds", 800): "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة",
    ("hundreds", 900): "تسعمئة تسعمائة",
    ("scale", 10**3): "ألف",
    ("dual", 10**3): "ألفان ألفين ألفي",
    ("plural", 10**3): "آلاف ألفا",
    ("scale", 10**6): "مليون",
    ("dual", 10**6): "مليونان مليونين مليوني",
    ("plural", 10**6): "ملايين مليونا",
    ("scale", 10**9): "مليار بليون",
    ("dual", 10**9): "ملياران مليارين ملياري بليونان بليونين",
    ("plural", 10**9): "مليارات بلايين مليارا بليونا",
    ("scale", 10**12): "تريليون",
    ("dual", 10**12): "تريليونان تريليونين",
    ("plural", 10**12): "تريليونات تريليونا",
}
_ENGLISH: Final[Mapping[tuple[Kind, int], str]] = {
    **{
        ("unit", i): word
        for i, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)
    },
    ("ten", 10): "ten",
    **{
        ("teen", i): word
        for i, word in enumerate(
            [
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
            ],
            11,
        )
    },
    **{
        ("tens", 10 * i): word
        for i, word in enumerate(
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
        )
    },
    ("hundred", 100): "hundred",
    ("scale", 10**3): "thousand",
    ("scale", 10**6): "million",
    ("scale", 10**9): "billion",
    ("scale", 10**12): "trillion",
}
ORDINALS: Final = frozenset(
    fold(word)
    for word in [
        "الحادي",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
        "السابع",
        "الثامن",
        "التاسع",
        "الحادية",
        "الثانية",
        "الثالثة",
        "الرابعة",
        "الخامسة",
        "السادسة",
        "السابعة",
        "الثامنة",
        "التاسعة",
    ]
)
"""Words after which عشر is the second half of an ordinal."""
INDEFINITE: Final = frozenset(
    fold(word)
    for word in ["بضع", "وبضع", "بضعة", "وبضعة", "عدة", "وعدة", "عشرات", "مئات", "several", "few", "many"]
)
"""Words that make what follows no number: بضعة آلاف, several hundred."""
FIRST_HALVES: Final[Mapping[str, int]] = {
    fold(word): value
    for value, words in ((1, "أحد إحدى واحد"), (2, "اثنا اثني اثنتا اثنتي إثنا إثني"))
    for word in words.split()
}
"""Words that are first before عشر or, for one, before و and tens: أحد عشر, إحدى وعشرون.

Alone أحد and إحدى are no numbers; واحد is one, and in normal form also وأحد.
"""


@cache
def number_words() -> Mapping[str, NumberWord]:
    """Return what each number word means, by its normal form.

    Units from three and tens may have the article (الدول الثلاث); الاثنين is a weekday, المئة a per cent.
    """
    words: dict[str, NumberWord] = {}
    for (kind, value), spellings in _ARABIC.items():
        for spelling in spellings.split():
            words.setdefault(fold(spelling), NumberWord(kind, Decimal(value), "ar"))
            if kind in ("ten", "tens") or (kind == "unit" and value > 2):  # noqa: PLR2004 - see above
                words.setdefault("ال" + fold(spelling), NumberWord(kind, Decimal(value), "ar"))
    for (kind, value), spelling in _ENGLISH.items():
        words[spelling] = NumberWord(kind, Decimal(value), "en")
    return words


@cache
def number_clitics() -> Mapping[str, tuple[int, str]]:
    """Return the number words with clitics attached, see `with_clitics`."""
    forms = with_clitics([*number_words(), *FIRST_HALVES])
    del forms[fold("لست")]  # "I am not"
    return forms

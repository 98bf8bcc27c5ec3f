"""The sounds of a written word in Arabic, Latin or Cyrillic letters, and how far two words are apart.

Every word becomes a string of sounds, one character a sound. Arabic letters stand for themselves, except the
few that position decides; Latin and Cyrillic letters become one shared alphabet. The correspondences between
the two are those of the ALA-LC and BGN/PCGN romanisations of Arabic, with the habits of the Arabic press for
foreign names (g is غ, ج, ق or ك; v is ف; p is ب; ch is تش, ش or ج) and of European presses for Arabic names.

`distance` is a weighted edit distance with small whole costs, so it is exact:

- 0: two ways to write one sound (ق/q, ف/v, a short vowel that Arabic does not write);
- 1: a usual variation (e/i, o/u, ع unwritten, ص/s);
- 2: two letters for one foreign sound (غ/ج), the loss of a weak sound in Latin;
- 3: a long vowel left out in Arabic letters;
- 4: a long vowel of Arabic letters left out in others, which have no reason to.

`allowance` bounds it by the length of the shorter word: 1 up to four sounds, 2 for five, 3 for six and seven,
4 from eight on, and one less from six on between words in Latin or Cyrillic letters, which write all
vowels. The bounds were set on pairs of Arabic names that differ by one letter and name different
people (جاسم/قاسم, حسن/حسين, محمد/محمود, سلمان/سليمان): these must be apart, and foreign names, which are
longer, may vary more. A consonant never appears or disappears, whatever the length, and neither does a vowel
at the beginning or end of a word (Niger/Nigeria).
"""

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import Final, Literal

Script = Literal["Arabic", "Latin", "Cyrillic", "other"]

_APART: Final = 99
_LONGEST: Final = 40  # sounds; longer words are the same only when written the same
_LENGTHS: Final = (4, 5, 7)  # sounds of the shorter word up to which a distance of 1, 2, 3 is allowed
_VOWELS: Final = "aeiouüE"

# Letters of Latin alphabets whose sound the bare letter does not give; capitals are sounds.
_LATIN_LETTERS: Final = str.maketrans(
    {"ç": "C", "č": "C", "ć": "C", "ş": "S", "š": "S", "ž": "Z", "ğ": "G", "ġ": "G", "ḫ": "x", "ẖ": "x"}
    | {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "D", "þ": "T", "æ": "e", "œ": "o", "ñ": "n"}
)
_CYRILLIC_LETTERS: Final = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхчшщыэюяё", "abvgdeZziyklmnoprstufhCSSieuao", strict=True))
    | {"ц": "ts", "х": "kh", "ъ": "", "ь": "", "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u"}
    | {"қ": "q", "ғ": "G", "ү": "u", "ұ": "u", "ң": "n", "ө": "o", "һ": "h", "ә": "a"}
)
# Turkish c is an English j, and Arabic writes a Turkish v with و.
_TURKISH_LETTERS: Final = str.maketrans("cvв", "jwў")
_DIGRAPHS: Final = (
    {"tsch": "C", "tch": "C", "ch": "C", "sch": "S", "sh": "S", "dzh": "j", "dZ": "j", "dj": "j", "kh": "x"}
    | {"gh": "G", "th": "T", "dh": "D", "zh": "Z", "ph": "f", "ck": "k", "cq": "k", "x": "ks", "tz": "ts"}
    | {"ou": "u", "oo": "u", "ee": "i", "aa": "a", "au": "aw"}
)
_DIGRAPH: Final = re.compile("|".join(sorted(_DIGRAPHS, key=lambda written: (-len(written), written))))
_TURKISH: Final = re.compile(r"[şğı]|o[gğ]lu$|оглу$")
# E is ai, ay, ei, ey; ü is y between consonants; C ch, D dh, G gh, S sh, T th, Z zh, x kh.
_FINISH: Final = (
    (re.compile(r"C(?=[bdfgklmnprstvz])"), "k"),
    (re.compile(r"(?<=[gcCS])e$|(?<=rr|ll|nn|tt)e$"), ""),  # George, France, Pierre: the e is mute
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"a?[ae][iy](?![aeiou])"), "E"),
    (re.compile(r"iy$"), "i"),
    (re.compile(r"(?<=o)w$"), ""),
    (re.compile(r"(?<=[^aeiouE])y$"), "i"),
    (re.compile(r"(?<=[^aeiouE])y(?=[^aeiou])"), "ü"),
)
_ARABIC_LETTER: Final = re.compile("[\u0600-\u06ff]")
# What position decides: أ a first alef, æ اي and اعي before a consonant, œ a first او, ة a last ه.
_ARABIC_FINISH: Final = (
    (re.compile("ء"), ""),
    (re.compile("[ھہ]"), "ه"),
    (re.compile("ی$"), "ى"),
    (re.compile("ی"), "ي"),
    (re.compile("([اويل])\\1+"), r"\1"),
    (re.compile("تش|چ"), "C"),
    (re.compile("اعي"), "æ"),
    (re.compile("اي(?=[^اويه])"), "æ"),
    (re.compile("^او(?=[^اويه])"), "œ"),
    (re.compile("^ا"), "أ"),
    (re.compile("(?<=ا)ه$"), ""),
    (re.compile("(?<=.)ه$"), "ة"),
)
_CLASSES: Final = {"P": "bpبپ", "F": "fvفڤ", "M": "mم", "N": "nن", "L": "lل", "R": "rر"} | {
    "S": "tdszcjkgqCSZGTDتثجدذزسشصضطظغقكگژ"
}
_WEAK_ARABIC: Final = "اأىويهةحخعæœ"
_SKELETON: Final = str.maketrans(
    {sound: name for name, sounds in _CLASSES.items() for sound in sounds}
    | dict.fromkeys(_VOWELS + "wyhx" + _WEAK_ARABIC, "")
)


def _table(rows: dict[int, str]) -> dict[str, int]:
    """Return the costs of pairs in both orders; a group pairs its first sound with each of its others."""
    return {
        pair: cost
        for cost, groups in rows.items()
        for group in groups.split()
        for other in group[1:]
        for pair in (group[0] + other, other + group[0])
    }


_WITHIN_LATIN: Final = _table(
    {
        0: "kc Gg iyü üy",
        1: "ae eiE Ei ouw uüw sc qkgcG Tt Ddz fv xh CS Zjz",
        2: "Ea jgcCy Cc szS TD sT",
        3: "kg aoui eou iu td bp",
    }
)
_WITHIN_ARABIC: Final = _table(
    {
        0: "بپ فڤ أا ىاي",
        1: "اة",
        2: "غجقكگ جقكگCژ قكگ كگ Cش ثست ذزدظ ضظد صس طت هح زژ æيا œو",
        3: "اي",
    }
)
_ACROSS: Final = _table(
    {
        0: (
            "بbp پp تt ثT جjgZ حh خx دd ذD رr زz ژZ سsc شSC ضdDz طt ظzD غGg فfv ڤv قqkg كkc گg لl مm نn "
            "هh CC أaeiouE اa وwuo يyieEü ةaeh ىaieE عaeiou æEi œou"
        ),
        1: "صsc ذdz ظd غq قcG جC حx هx اe دt æaey وü كq œaw زZ",
        2: "ثst اouiE كgC شsZj جcy ذt CjcS خh سz يj زs",
    }
)


@lru_cache(maxsize=1 << 16)
def script(word: str) -> Script:
    """Return the script of the first letter of `word` that belongs to a script known here."""
    for character in word:
        if "\u0600" <= character <= "\u06ff" and character.isalpha():
            return "Arabic"
        if "\u0400" <= character <= "\u052f":
            return "Cyrillic"
        if character.isalpha() and unicodedata.name(character, "").startswith("LATIN"):
            return "Latin"
    return "other"


_PLAIN: Final = str.maketrans("ıłøđð", "ilodd")


def bare(text: str) -> str:
    """Return `text` without combining marks, and with plain letters for ı, ł, ø, đ and ð."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", kept).translate(_PLAIN)


def is_turkish(word: str) -> bool:
    """Tell whether the letters of a folded word, or its ending -oğlu, are Turkish."""
    return bool(_TURKISH.search(word))


@lru_cache(maxsize=1 << 16)
def sounds(word: str, *, turkish: bool = False) -> str:
    """Return the sounds of one word folded by `sulh.text.normal.fold`; unknown characters stay.

    Args:
        word: the word.
        turkish: whether it is known to be Turkish (`is_turkish` of any word of the name).
    """
    kind = script(word)
    if kind == "Arabic":
        return _rewrite(word, _ARABIC_FINISH)
    if kind == "other":
        return word
    if turkish:
        word = word.translate(_TURKISH_LETTERS)
    word = bare(word.translate(_CYRILLIC_LETTERS if kind == "Cyrillic" else _LATIN_LETTERS))
    return _rewrite(_DIGRAPH.sub(lambda found: _DIGRAPHS[found.group()], word), _FINISH)


def _rewrite(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, new in rules:
        word = pattern.sub(new, word)
    return word


def skeleton(of_sounds: str) -> str:
    """Return the classes of the consonants that no two spellings of a name leave out or add.

    `distance` is None wherever two skeletons differ, so the skeleton is a complete key for candidates.
    """
    return of_sounds.translate(_SKELETON)


def allowance(one: str, other: str) -> int:
    """Return the largest distance at which two words, given by their sounds, count as one."""
    shorter = min(len(one), len(other))
    loose = bisect_left(_LENGTHS, shorter) + 1
    in_latin = not (_ARABIC_LETTER.search(one) or _ARABIC_LETTER.search(other))
    return loose - (in_latin and shorter > _LENGTHS[1])


@lru_cache(maxsize=1 << 16)
def distance(one: str, other: str) -> int | None:
    """Return the distance of two words given by their sounds, or None where they are different words."""
    if one == other:
        return 0
    if max(len(one), len(other)) > _LONGEST or skeleton(one) != skeleton(other):
        return None
    arabic = bool(_ARABIC_LETTER.search(one)), bool(_ARABIC_LETTER.search(other))
    if arabic == (False, True):
        one, other = other, one
    across = arabic[0] != arabic[1]
    if across and _leaves_out_a_long_vowel(one, other):
        return None
    costs = _ACROSS if across else _WITHIN_ARABIC if arabic[0] else _WITHIN_LATIN
    drops = [_drop(one, at, across=across) for at in range(len(one))]
    adds = [_drop(other, at, across=across) for at in range(len(other))]
    if across and (last := _LAST_A.search(other)):
        # حمص is not Hamas, though حسن is Hassan; and the second vowel of سالم is never a.
        adds[last.start()] = 2 if _FAIL.search(one) else 1 if len(one) <= _SHORT else 0
    row = [0]
    for add in adds:
        row.append(row[-1] + add)
    for left, drop in zip(one, drops, strict=True):
        diagonal, row[0] = row[0], row[0] + drop
        for at, right in enumerate(other):
            same = diagonal + (0 if left == right else costs.get(left + right, _APART))
            diagonal = row[at + 1]
            row[at + 1] = min(same, diagonal + drop, row[at] + adds[at])
    return row[-1] if row[-1] <= allowance(one, other) else None


_LONG: Final = tuple("اويىæ")
_SHORT: Final = 3  # Arabic letters
_FAIL: Final = re.compile(f"^.ا[^{_WEAK_ARABIC}][^اويىæ]$")
_FINAL_H: Final = re.compile("[ae]h$")
_LAST_A: Final = re.compile(f"(?<=.)a(?=[^{_VOWELS}]+$)")
_WRITTEN_LONG: Final = re.compile(f"^[^{_VOWELS}]a(?:[^{_VOWELS}]i|[^{_VOWELS}]{{1,2}}u)[^{_VOWELS}]$")


def _drop(word: str, at: int, *, across: bool) -> int:  # noqa: PLR0911 - a table of costs by kind of sound
    """Return the cost of leaving out the sound at `at`."""
    sound, inside = word[at], 0 < at < len(word) - 1
    if sound == "ع":
        return 1 if across and (at or word[1:2] in _LONG) else _APART
    if sound == "h" and at == len(word) - 1 and _FINAL_H.search(word):
        return 0
    if not inside:
        return _APART
    if sound in _LONG:
        return 4 if across else 3
    if sound in "هhwy" or sound == "E":
        beside_vowel = word[at - 1] in _VOWELS or word[at + 1] in _VOWELS
        return 1 if sound == "y" and beside_vowel and not across else 3 if sound == "E" else 2
    if sound in _VOWELS:
        return 0 if across else 1 if word[at - 1] in _VOWELS or word[at + 1] in _VOWELS else 2
    return _APART


def _leaves_out_a_long_vowel(arabic: str, latin: str) -> bool:
    """Tell whether Arabic would have written a vowel of `latin` that `arabic` lacks.

    Names of the shapes of Hamid and Mahmud end in a long syllable: they are not حمد and محمد.
    """
    return bool(_WRITTEN_LONG.search(latin)) and not set(arabic[1:]) & set("اويæœ")

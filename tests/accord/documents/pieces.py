"""Copies of one invented agreement with everything that a document shows."""

from tests.accord.copies.two_rivers import ARABIC, ENGLISH, copy

from sulh.accord import Copy

SIGNED = """\
[[signature]]
actor = "Lowland Region"
person = "A. Reader"
when = 2030-12-30
condition = "that the Upland Region signs the same text"
by = "State of Harbour"

[[signature]]
actor = "River Authority"
asserted = false

[[signature]]
actor = "Northern Front"
+++
"""
TITLE = 'title = "Truce of the Two Rivers"\nversion = "3"\nplace = "Harbour"\ndate = 2030-12-30\n'
TABLE = "Aid reaches:\n\n| place | tonnes |\n|---|---|\n| Tamrin \\| east | 12 |\n| North |\n\nand Tamrin"
DRAFT = (
    ENGLISH.replace("+++\nlanguage", f"+++\n{TITLE}language")
    .replace("+++\n# Article 1", SIGNED + "# Article 1")
    .replace("three crossings", "[[Lowland: three | Upland: | : four]] crossings")
    .replace("Aid reaches Tamrin", TABLE)
    .replace("45 persons", "45 persons {>> Harbour: enough? <<}")
)
FINAL = ARABIC.replace("+++\nlanguage", '+++\ntitle = "هدنة النهرين"\nlanguage')


def english(text: str = DRAFT) -> Copy:
    return copy(text, "en.md")


def arabic(text: str = FINAL) -> Copy:
    return copy(text, "ar.md")

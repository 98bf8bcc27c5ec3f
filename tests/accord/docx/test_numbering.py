from collections.abc import Callable

import pytest

from sulh.accord.docx.numbering import Numbering, written
from sulh.accord.docx.package import open_package

Make = Callable[..., bytes]


def level(at: int, form: str, text: str, more: str = "") -> str:
    inner = f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{inner}</w:lvl>'


LISTS = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "decimal", "%1.")
    + level(1, "decimal", "%1.%2")
    + level(2, "arabicAbjad", "%3)")
    + level(3, "upperRoman", "%1-%4", "<w:isLgl/>")
    + level(4, "decimal", "(%5)", '<w:lvlRestart w:val="1"/>')
    + level(5, "bullet", "\uf0b7")
    + level(6, "none", "", '<w:pStyle w:val="S"/>')
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


@pytest.fixture
def numbering(make: Make) -> Numbering:
    return Numbering(open_package(make("", numbering=LISTS)).numbering)


def count(numbering: Numbering, *levels: int, name: str = "1") -> list[str | None]:
    return [numbering.label(name, at) for at in levels]


def test_levels_count_under_each_other(numbering: Numbering) -> None:
    labels = count(numbering, 0, 1, 1, 2, 2, 0, 1, 2, 3)
    assert labels == ["1.", "1.1", "1.2", "أ)", "ب)", "2.", "2.1", "أ)", "2-1"]


def test_a_level_that_starts_anew_only_after_a_high_one(numbering: Numbering) -> None:
    assert count(numbering, 0, 4, 1, 4, 0, 4) == ["1.", "(1)", "1.1", "(2)", "2.", "(1)"]


def test_a_level_before_the_one_above_it(numbering: Numbering) -> None:
    assert count(numbering, 1, 0) == ["1.1", "1."]


def test_instances_count_on_unless_they_override(numbering: Numbering) -> None:
    assert count(numbering, 0, 0) == ["1.", "2."]
    assert count(numbering, 0, 0, name="2") == ["5.", "6."]
    assert count(numbering, 0) == ["7."]


def test_what_shows_no_number(numbering: Numbering) -> None:
    assert count(numbering, 5, 6, 9) == ["•", None, None]
    assert count(numbering, 0, name="3") == [None]
    assert Numbering(None).label("1", 0) is None
    assert numbering.level_of("1", "S") == 6
    assert numbering.level_of("1", "T") == numbering.level_of("1", "") == 0


def test_forms() -> None:
    forms = {
        ("lowerLetter", 27): "aa",
        ("upperLetter", 2): "B",
        ("arabicAlpha", 3): "ت",
        ("arabicAbjad", 3): "ج",
        ("lowerRoman", 94): "xciv",
        ("upperRoman", 2031): "MMXXXI",
        ("decimalZero", 4): "04",
        ("hindiNumbers", 10): "١٠",
        ("none", 4): "",
        ("unheard-of", 4): "4",
        ("lowerLetter", 0): "0",
        ("lowerRoman", 10_001): "10001",
    }
    assert {key: written(key[1], key[0]) for key in forms} == forms

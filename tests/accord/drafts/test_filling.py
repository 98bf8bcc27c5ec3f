import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sulh.accord import parse, resolve
from sulh.accord.drafts import Slot, Suggestion, fill, outline
from sulh.case.handling import MEDIATOR, PUBLIC, Handling

SCOPE = Slot(
    "scope", "Scope", (Suggestion("all", "It holds everywhere."), Suggestion("line", "On the line: 1-2."))
)
WATER = Slot("water", "Water", (Suggestion("half", "Half each."),), "half")
TEMPLATE = """+++
title = "Truce"
language = "en"
+++
# Truce

1. {{scope}} {#scope by=upland}

2. Water: {{ water }}
"""


def test_a_template_is_filled() -> None:
    made = fill(TEMPLATE, "t.md", (SCOPE, WATER), "en")
    assert (made.faults, made.absent, str(made.handling)) == ((), (), "process")
    copy, faults = parse(made.text, "draft.md")
    assert faults == ()
    assert (copy.front.provenance.handling, copy.front.language) == (made.handling, "en")
    (bracket,) = copy.brackets()
    assert [(one.proposers, one.text) for one in bracket.wordings] == [
        (("all",), "It holds everywhere."),
        (("line",), "On the line: 1-2."),
    ]
    scope = resolve(copy, {bracket: "line"}).clause_by_id("scope")
    assert scope is not None
    assert (scope.text, scope.attribute("by")) == ("On the line: 1-2.", "upland")
    assert "2. Water: Half each.\n" in made.text


def test_what_the_template_lacks_and_what_nobody_knows_is_told() -> None:
    made = fill(TEMPLATE.replace("{{scope}}", "{{scoope}}"), "t.md", (SCOPE, WATER), "en")
    assert made.absent == ("scope",)
    (fault,) = made.faults
    assert (fault.file, fault.line) == ("t.md", 7)
    assert "did you mean 'scope'" in fault.reason
    (fault,) = fill(TEMPLATE.replace("Water:", "[[Water"), "t.md", (SCOPE, WATER), "en").faults
    assert fault.line == 9


def test_a_place_may_be_escaped() -> None:
    assert r"\{{water}}" in fill("1. \\{{water}} {{scope}}\n", "t.md", (SCOPE, WATER), "en").text


@pytest.mark.parametrize(
    ("said", "least", "handling"),
    [
        ("", PUBLIC, "process"),
        ('handling = "public"\n', PUBLIC, "public"),
        ('handling = "public"\n', MEDIATOR, "mediator"),
        ("", Handling("party:upland"), "party:upland"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_handling_is_never_more_open_than_the_wordings(
    said: str, least: Handling, handling: str, newline: str
) -> None:
    template = TEMPLATE.replace("+++\ntitle", f"+++\n{said}title").replace("\n", newline)
    made = fill(template, "t.md", (SCOPE, WATER), "en", least)
    copy, faults = parse(made.text, "d.md")
    assert faults == made.faults == ()
    assert str(copy.front.provenance.handling) == str(made.handling) == handling


def test_words_that_are_no_clause_carry_a_note() -> None:
    slot = Slot("water", "", (Suggestion("half", "Half", "only a <<} title"), Suggestion("all", "All")))
    for chosen in (None, "half"):
        made = fill("1. {{water}}\n", "t.md", (slot._replace(chosen=chosen),), "en")
        assert made.faults == ()
        (clause,) = parse(made.text, "d.md")[0].clauses
        (note,) = clause.notes
        assert note.author == "sulh"


def test_ids_that_would_part_proposers_become_numbers() -> None:
    slot = Slot("w", "W", (Suggestion("a,b", "One"), Suggestion("a b", "Two"), Suggestion(",", "Three")))
    (bracket,) = parse(fill("{{w}}\n", "t.md", (slot,), "en").text, "d.md")[0].brackets()
    assert [one.proposers for one in bracket.wordings] == [("option 1",), ("option 2",), ("option 3",)]


ids = st.sampled_from(["scope", "1", "a b", "تبادل", "heading-1", "x:y"])
words = st.text(max_size=12) | st.sampled_from(
    ["1. January", "# x", "a | b: c", "[[x", "]]", "{#id}", "{>> n <<}", "\\", "a\n\nb", "{{scope}}", "أ) نص"]
)
options = st.lists(
    st.builds(Suggestion, words, words, words | st.just("")),
    min_size=1,
    max_size=3,
    unique_by=lambda o: o.option,
)


@settings(max_examples=40)
@given(st.data(), st.lists(ids, min_size=1, max_size=2, unique=True), st.sampled_from(["ar", "en"]))
def test_every_draft_parses_without_faults(data: st.DataObject, issues: list[str], language: str) -> None:
    slots = []
    for issue in issues:
        given_ = tuple(data.draw(options))
        chosen = data.draw(st.sampled_from([None, *(option.option for option in given_)]))
        slots.append(Slot(issue, data.draw(words), given_, chosen))
    template = outline(data.draw(words), slots)
    made = fill(template, "t.md", slots, language)
    copy, faults = parse(made.text, "d.md")
    assert faults == made.faults == ()
    assert copy.front.language == language
    assert len(copy.clauses) == len(slots)
    assert len(list(copy.brackets())) == sum(slot.chosen is None for slot in slots)

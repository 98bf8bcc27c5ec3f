from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sulh.accord import Clause, Copy, parse, plain_text
from sulh.case.handling import MEDIATOR
from sulh.text.span import Span

TEXT = """\
+++
title = {ar = "اتفاق النهرين", en = "Two rivers agreement"}
language = "en"
+++
The parties to this agreement,

having met at the Harbour,

# 1. Scope {#scope}

1.1 The ceasefire covers [[Upland: the whole
valley | Lowland, Harbour: the west bank]].
1.2. It starts on {>> Jo: which year? <<} 5 May.
  (a) first
  (b) second \\| still

  and more of it
     (i) inner

# Halt {#halt}

The sides halt. {#fire by=upland to=lowland within="10 days of entry-into-force"}
At once.
"""


def read(text: str) -> Copy:
    copy, faults = parse(text, "COPY.md")
    assert faults == ()
    return copy


def ids(text: str) -> list[str]:
    return [clause.id for clause in read(text).walk()]


def reasons(text: str) -> list[tuple[int | None, str]]:
    return [(fault.line, fault.reason) for fault in parse(text, "COPY.md")[1]]


def test_the_example_of_the_reference_page() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/agreement-text.md").read_text("utf-8")
    text = page.partition("```\n")[2].partition("```")[0]
    assert ids(text) == ["preamble", "scope", "1.1", "1.2", "2", "halt", "2.1.a", "2.1.b"]


def test_clauses_and_their_order() -> None:
    copy = read(TEXT)
    assert [clause.id for clause in copy.clauses] == ["preamble", "scope", "halt"]
    scope = copy.clauses[1]
    assert [clause.id for clause in scope.walk()] == ["scope", "1.1", "1.2", "1.2.a", "1.2.b", "1.2.b.i"]
    assert (scope.number, scope.named, scope.level) == ("1", True, 1)
    assert scope.label is not None
    assert scope.label.of(TEXT) == "1."
    assert [span.of(TEXT) for span in scope.heading] == ["Scope"]
    assert copy.clause_by_id("1.2.b") is scope.children[1].children[1]
    assert copy.clause_by_id("3") is None


def test_words_of_a_clause() -> None:
    copy = read(TEXT)
    texts = {clause.id: clause.text for clause in copy.walk()}
    assert texts["preamble"] == "The parties to this agreement,\nhaving met at the Harbour,"
    assert texts["1.2"] == "It starts on 5 May."
    assert texts["1.2.b"] == "second | still\nand more of it"
    assert texts["fire"] == "The sides halt. At once."
    assert texts["1.1"].endswith("[[Upland: the whole valley | Lowland, Harbour: the west bank]].")


def test_brackets_notes_and_attributes() -> None:
    copy = read(TEXT)
    (bracket,) = copy.brackets()
    assert [(one.proposers, one.text) for one in bracket.wordings] == [
        (("Upland",), "the whole valley"),
        (("Lowland", "Harbour"), "the west bank"),
    ]
    assert bracket.wordings[0].span.of(TEXT) == "the whole\nvalley"
    (note,) = (note for clause in copy.walk() for note in clause.notes)
    assert (note.author, note.text, note.span.of(TEXT)) == ("Jo", "which year?", "{>> Jo: which year? <<}")
    fire = copy.clause_by_id("fire")
    assert fire is not None
    assert fire.attribute("within") == "10 days of entry-into-force"
    assert fire.attribute("monitor") is None
    assert [one.span.of(TEXT) for one in fire.attributes][:2] == ["by=upland", "to=lowland"]
    assert fire.braces is not None
    assert fire.braces.of(TEXT).startswith("{#fire by=")


def test_front_matter() -> None:
    front = read(TEXT).front
    assert front.title is not None
    assert front.title.within("ar") == "اتفاق النهرين"
    assert front.language == "en"


def test_the_language_is_detected() -> None:
    assert read("المادة ١: وقف إطلاق النار في جميع المناطق").front.language == "ar"


def test_front_matter_with_a_fault_is_for_the_mediator() -> None:
    text = '+++\nholdr = "Upland"\n+++\n1. Words\n'
    ((line, reason),) = reasons(text)
    assert line == 2
    assert "did you mean 'holder'?" in reason
    assert "handled as mediator" in reason
    assert parse(text, "x")[0].front.provenance.handling == MEDIATOR


def test_front_matter_that_is_no_toml_or_has_no_end() -> None:
    assert "not valid TOML" in reasons("+++\ntitle = \n+++\n1. Words\n")[0][1]
    assert "close it with a line +++" in reasons('+++\ntitle = "x"\n1. Words\n')[0][1]
    assert "too many digits" in reasons("+++\nx = 1e9999999999999999999999\n+++\n1. Words\n")[0][1]


def test_numbers_of_both_languages_and_kinds_of_digits() -> None:
    assert ids("المادة ٣: النطاق\nأ) أول\nب) ثان\nالمادة (۴)\n") == ["3", "3.أ", "3.ب", "4"]
    assert ids("## أولاً: النطاق\n١- كذا\n٢- كذا\n## ثانياً: الرقابة\n") == ["1", "1.1", "1.2", "2"]
    assert ids("Article 3. Scope\nArticle IV\n\nParagraph 2:\nAnnex B\n1. x\n") == [
        *("3", "4", "4.paragraph-2", "annex-b", "annex-b.1")
    ]
    assert ids("\u200f١) كذا\n\u200f٢) كذا\n") == ["1", "2"]


def test_the_first_words_of_a_sentence_are_no_number() -> None:
    for words in (
        "Article 3 of the constitution applies",
        "10 days later",
        "10-15 people",
        "2016. A year",
        "30.12.2016 was the day",
        "and so (see a) on",
        "المادة 3 من الدستور",
        "\\1. escaped",
        "1\\. escaped",
        "\\# escaped",
        "i.e. that",
    ):
        assert ids(words) == ["preamble"], words


def test_a_number_without_a_sign_goes_on_with_the_numbering() -> None:
    assert ids("2. Area\n2.1 x\n2.2 y\nis\n2.5 km wide") == ["2", "2.1", "2.2"]


def test_nesting_by_number_style_and_indentation() -> None:
    assert ids("1. x\n(a) y\n(i) z\n(ii) z\n(b) y\n1.1. w\n(a) v\n2. u") == [
        *("1", "1.a", "1.a.i", "1.a.ii", "1.b", "1.1", "1.1.a", "2")
    ]
    assert ids("(g) x\n(h) y\n(i) z\n") == ["g", "h", "i"]
    assert ids("(A) x\n(I) z\n(B) y") == ["a", "a.i", "b"]
    assert ids("1. x\n   1. y\n   2. z\n2. w") == ["1", "1.1", "1.2", "2"]
    assert ids(" 1. x\n    2. y") == ["1", "2"]
    assert ids("Chapter 1\nArticle 1\n1. x\nArticle 2\nChapter 2\n") == [
        *("chapter-1", "chapter-1.1", "chapter-1.1.1", "chapter-1.2", "chapter-2")
    ]
    assert ids("1. x\n(1) y\n(2) z\n2. w\n   1) u\n(a) v") == ["1", "1.1", "1.2", "2", "2.1", "2.a"]


def test_headings_nest_by_level() -> None:
    text = "# Title\n## 1 Scope\n### 1.1 Area\n1. x\n## 2 Halt\n## Other\n## More {#more}\n1. x\n"
    assert ids(text) == ["heading-1", "1", "1.1", "1.1.1", "2", "heading-2", "more", "more.1"]
    assert [clause.id for clause in read(text).clauses] == ["heading-1"]
    assert ids("## 5\n5.1 x\n") == ["5", "5.1"]


def test_a_paragraph_with_an_id_is_a_clause() -> None:
    copy = read("Noting this, {#noting}\nand that,\n\nRecalling, {#recalling}\n\n1. x\n\ny {#z}")
    assert [clause.id for clause in copy.walk()] == ["noting", "recalling", "1", "z"]
    assert copy.clauses[0].text == "Noting this, and that,"


def test_rows_and_items_are_lines() -> None:
    text = "1. Areas:\n| a | b |\n|---|---|\n- one\n- two\n"
    assert read(text).clauses[0].text == "Areas:\n| a | b |\n|---|---|\n- one\n- two"


def test_windows_line_ends_are_layout() -> None:
    text = TEXT.replace("\n", "\r\n")
    assert [clause.text for clause in read(text).walk()] == [clause.text for clause in read(TEXT).walk()]


def test_an_empty_body_has_no_clause() -> None:
    assert read("+++\n+++\n \n").clauses == ()


def test_same_ids() -> None:
    assert reasons("1. x {#a}\n2. y {#a}\n") == [
        (2, "the id 'a' is taken by the clause in line 1; give one of the two another id")
    ]
    ((line, reason),) = reasons("# S\n1. x\n# T\n1. y\n")
    assert line == 4
    assert reason.startswith("the number '1' stands already in line 2")
    assert [clause.id for clause in parse("1. x\n1. y", "x")[0].walk()] == ["1", "1"]


def test_brackets_with_faults() -> None:
    cases = {
        "1. a\n[[A: x | B: y": (2, "not closed"),
        "1. [[A: x\n\n2. y]]": (1, "not closed"),
        "1. a ]] b": (1, "closes no bracket"),
        "1. [[A: x [[B: y]] z]]": (1, "a bracket within a bracket"),
        "1. [[x | y]]": (1, "no proposer"),
        "1. [[A: x | A: y]]": (1, "'A' proposes two wordings"),
        "1. [[A: x | : y | : z]]": (1, "'' proposes two wordings"),
    }
    for text, (line, words) in cases.items():
        found = reasons(text)
        assert any(at == line and words in reason for at, reason in found), (text, found)


def test_after_a_nested_bracket_all_is_well() -> None:
    copy, _ = parse("1. [[A: x [[B: y]] z]] then [[A: x | B: y]]", "x")
    assert [bracket.span for bracket in copy.brackets()] == [Span(28, 43)]


def test_signs_in_a_wording() -> None:
    (bracket,) = read(
        "1. [[A: at 10\\:30 \\| x {>> n <<} | B: at 10: 30 {#y\\} | :]]".replace("{#y\\}", "")
    ).brackets()
    assert [(one.proposers, one.text) for one in bracket.wordings] == [
        (("A",), "at 10:30 | x"),
        (("B",), "at 10: 30"),
        ((), ""),
    ]


def test_notes_with_faults_and_without_author() -> None:
    assert reasons("1. x {>> y\n\n2. z") == [
        (1, "the note {>> is not closed; close it with <<} in the same paragraph")
    ]
    (clause,) = read("1. x {>> so\n2. it is <<} y").clauses
    assert [(note.author, note.text) for note in clause.notes] == [("", "so\n2. it is")]
    assert clause.text == "x y"


def test_marks_that_go_on_after_the_line_of_a_heading() -> None:
    (clause,) = read("# On [[A: x |\nB: y]]\nwords {>> so\nit is <<} here").clauses
    assert clause.text == "On [[A: x | B: y]]\nwords here"
    (clause,) = read("# On {>> so\nit is <<} words").clauses
    assert clause.text == "On\nwords"


def test_braces_with_faults() -> None:
    cases = {
        "1. x {#Scope}": "the id 'Scope' has signs other",
        "1. x {#a #b}": "a second id 'b'",
        "1. x {#a bye=y}": "unknown attribute 'bye'; did you mean 'by'?",
        "1. x {#a by=y by=z}": "'by' stands twice",
        "1. x {#a by=}": "'by' is empty",
        "1. x {#a within=“10 days”}": "which is no attribute",
        '1. x {#a within="10 days}': "not closed, or a quotation mark in them is missing",
        '1. x {#a by="y"z}': "which is no attribute",
        "1. x {#a} y": "at the end of the first line",
        "1. x\ny {#a}": "at the end of the first line",
        "x {by=y}": "needs an id",
    }
    for text, words in cases.items():
        ((_, reason),) = reasons(text)
        assert words in reason, (text, reason)


def test_a_hostile_indentation_nests_no_deeper_than_reading_can() -> None:
    text = "".join(" " * 2 * depth + "1. x\n" for depth in range(1500))
    copy, _ = parse(text, "x")
    assert sum(1 for _ in copy.walk()) == 1500


@given(data=st.data())
def test_laws(data: st.DataObject, marked_texts: st.SearchStrategy[str]) -> None:
    text = data.draw(marked_texts)
    copy, faults = parse(text, "x")
    assert copy.text == text
    assert all(1 <= (fault.line or 0) <= text.count("\n") + 1 for fault in faults)
    assert copy.clauses or not copy.body.of(text).strip()
    if copy.clauses:
        _tile(copy.clauses, copy.body)
    for clause in copy.walk():
        _check(copy, clause)
    labels = [clause.label.start for clause in copy.walk() if clause.label]
    assert labels == sorted(labels)


def _tile(clauses: tuple[Clause, ...], whole: Span) -> None:
    assert clauses[0].span.start == whole.start
    assert clauses[-1].span.end == whole.end
    assert all(before.span.end == after.span.start for before, after in pairwise(clauses))


def _check(copy: Copy, clause: Clause) -> None:
    plain = plain_text(copy, clause)
    assert plain.text == clause.text
    for at, character in enumerate(plain.text):
        if character not in " \n":
            assert copy.text[plain.starts[at] : plain.ends[at]] == character
    marks = [one.span for one in clause.brackets] + [one.span for one in clause.notes]
    marks += [one.span for one in clause.attributes]
    for span in (*clause.heading, *clause.content, *marks):
        assert clause.own.start <= span.start < span.end <= clause.own.end
    for bracket in clause.brackets:
        assert bracket.span.of(copy.text).startswith("[[")
        assert bracket.span.of(copy.text).endswith("]]")
    for note in clause.notes:
        assert not any(note.span.overlaps(span) for span in (*clause.heading, *clause.content))
    if clause.children:
        _tile(clause.children, Span(clause.own.end, clause.span.end))
    else:
        assert clause.own == clause.span

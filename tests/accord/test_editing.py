import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.accord import Copy, escape, parse, proposals, render, resolve, with_text

TEXT = """\
# 1. Scope {#scope}

1.1 The [[A: whole | B, C: west | : ]] valley. {#area by=a}
{>> Jo: map? <<} And more.
1.2 On [[A: 5 May | B: 6 May]].

# 2. Empty
"""


def read(text: str) -> Copy:
    copy, faults = parse(text, "COPY.md")
    assert faults == ()
    return copy


def test_what_is_read_is_what_is_written() -> None:
    assert render(read(TEXT)) == TEXT


def test_other_words_in_a_paragraph() -> None:
    new = with_text(read(TEXT), "area", "All of it.\nNothing else.\n\nNothing.")
    assert render(new) == TEXT.replace(
        "The [[A: whole | B, C: west | : ]] valley. {#area by=a}\n{>> Jo: map? <<} And more.",
        "All of it. {#area by=a}\nNothing else.\n\nNothing. {>> Jo: map? <<}",
    )


def test_other_words_under_a_heading() -> None:
    assert render(with_text(read(TEXT), "scope", "In short:")) == TEXT.replace(
        "{#scope}\n", "{#scope}\n\nIn short:\n"
    )
    assert render(with_text(read(TEXT), "2", "Words.")) == TEXT + "\nWords.\n"
    assert render(with_text(read("# {#x}"), "x", "Words.")) == "# {#x}\n\nWords."
    assert render(with_text(read("#\r\n2. x"), "heading-1", "a\nb")) == "#\r\n\r\na\r\nb\r\n2. x"
    assert render(with_text(read("# A\nold {>> n <<} one\n"), "heading-1", "new")) == "# A\nnew {>> n <<}\n"


def test_words_where_there_were_none() -> None:
    assert render(with_text(read("1. {#x}\n2. y"), "x", "a\nb")) == "1. a {#x}\nb\n2. y"
    assert render(with_text(read("{#x by=y}"), "x", "a")) == "a {#x by=y}"
    assert render(with_text(read("1."), "1", "a")) == "1. a"
    assert render(with_text(read("Article 3\n(a) x"), "3", "a")) == "Article 3\na\n(a) x"
    assert render(with_text(read("1. a {#x}"), "x", "")) == "1.  {#x}"
    assert render(with_text(read("1. \\[[a"), "1", "b")) == "1. b"


def test_words_that_would_change_the_clauses_are_refused() -> None:
    copy = read(TEXT)
    for words in ("x\n2. y", "x\n# y", "x\n\nName {#name}"):
        with pytest.raises(ValueError, match="begin or end a clause"):
            with_text(copy, "1.2", words)
    with pytest.raises(ValueError, match=r"not well written: COPY\.md:5: the bracket"):
        with_text(copy, "1.2", "[[A: x")
    with pytest.raises(KeyError):
        with_text(copy, "1.3", "x")


def test_an_old_fault_does_not_stop_a_change() -> None:
    copy, faults = parse("1. [[A: x\n\n2. y", "x")
    assert len(faults) == 1
    assert render(with_text(copy, "2", "z")) == "1. [[A: x\n\n2. z"


def test_brackets_are_settled_one_by_one_or_for_one_proposer() -> None:
    copy = read(TEXT)
    area, day = copy.brackets()
    assert render(resolve(copy, {day: "B"})) == TEXT.replace("[[A: 5 May | B: 6 May]]", "6 May")
    assert "The west valley." in render(resolve(copy, {area: "C"}))
    assert "The valley." in render(resolve(copy, {area: ""}))
    assert proposals(copy, "A") == {area: "A", day: "A"}
    assert proposals(copy, "") == {area: ""}
    assert not list(resolve(copy, proposals(copy, "B")).brackets())
    assert resolve(copy, {}) == copy


def test_a_deletion_takes_a_blank_that_nothing_needs() -> None:
    cases = {
        "1. a [[A: b | :]], c": "1. a, c",
        "1. a [[A: b | :]]": "1. a",
        "1. a [[A: b | :]]\nc": "1. a\nc",
        "1. a [[A: b | :]]c": "1. a c",
        "1. a[[A: b | :]] c": "1. a c",
    }
    for text, settled in cases.items():
        copy = read(text)
        assert render(resolve(copy, proposals(copy, ""))) == settled


def test_choices_that_are_none() -> None:
    copy = read(TEXT)
    area, day = copy.brackets()
    with pytest.raises(ValueError, match="choose one of A, B, C, nobody"):
        resolve(copy, {area: "D"})
    with pytest.raises(ValueError, match="no such bracket"):
        resolve(resolve(copy, {area: "A"}), {day: "A"})
    nested = read("1. a\n[[A: 2. b | B: c]]")
    with pytest.raises(ValueError, match="begin or end a clause"):
        resolve(nested, proposals(nested, "A"))


@given(data=st.data())
def test_settling_touches_nothing_else(data: st.DataObject, marked_texts: st.SearchStrategy[str]) -> None:
    before, after = data.draw(marked_texts), data.draw(marked_texts)
    copy, _ = parse(f"{before}\n\nof [[A: a | B, C: b | D: ]]{after}", "x")
    bracket = data.draw(st.sampled_from(list(copy.brackets())))
    wording = data.draw(st.sampled_from(bracket.wordings))
    try:
        settled = resolve(copy, {bracket: next(iter(wording.proposers), "")}).text
    except ValueError:
        return
    before, after = copy.text[: bracket.span.start], copy.text[bracket.span.end :]
    assert settled.startswith(before.rstrip(" \t"))
    assert settled.endswith(after)
    assert settled[: len(settled) - len(after)].endswith(wording.span.of(copy.text))


@given(words=st.text(), data=st.data())
def test_escaped_words_come_back(
    words: str, data: st.DataObject, marked_texts: st.SearchStrategy[str]
) -> None:
    words += data.draw(marked_texts)
    copy, faults = parse("1. x {#x}\n\nwords\n\n2. y", "x")
    edited = with_text(copy, "x", escape(words))
    assert faults == ()
    lines = [line.strip() for line in words.splitlines()]
    clause = edited.clause_by_id("x")
    assert clause is not None
    assert clause.text.split() == [word for line in lines for word in line.split()]
    assert edited.text.endswith("\n\n2. y")


@given(words=st.text(alphabet="[]|:\\{}#<>=a\n ", max_size=20))
def test_escaped_words_in_a_bracket_come_back(words: str) -> None:
    (bracket,) = read(f"1. [[A: {escape(words, '|:')} | B: x ]]").brackets()
    assert bracket.wordings[0].text.split() == words.split()

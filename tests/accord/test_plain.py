from sulh.accord import parse, plain_text
from sulh.accord.plain import join
from sulh.text.span import Span

TEXT = "## 1. Scope {>> n <<} here {#x}\nof \\[[it\nall.\n\nMore.\n- one\n"


def test_the_plain_text_leads_back_to_the_file() -> None:
    copy, _ = parse(TEXT, "x")
    (clause,) = copy.clauses
    plain = plain_text(copy, clause)
    assert plain.text == "Scope here\nof [[it all.\nMore.\n- one"
    at = plain.text.index("[[it all")
    assert plain.origin(Span(at, at + 8)).of(TEXT) == "[[it\nall"
    assert plain.origin(Span(0, len(plain))).of(TEXT) == TEXT[6:-1]


def test_nothing_joined_is_nothing() -> None:
    assert join("abc", (), ()).text == ""
    assert join("a b", (), [Span(0, 1), Span(2, 3)]).text == "ab"

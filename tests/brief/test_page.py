from sulh.brief.page import Badge, Items, Link, Note, Section, Text, Verbatim, fill, flat, joined, links


def test_fill_puts_parts_where_the_template_names_them() -> None:
    line = fill("{b} by {a}", a=Verbatim("A"), b=(Text("x"), Text("y")))
    assert line == (Text("x"), Text("y"), Text(" by "), Verbatim("A"))


def test_braces_of_the_case_are_not_places() -> None:
    assert flat(fill("to {name}", name=Verbatim("{evil}"))) == "to {evil}"


def test_joined_separates_lines() -> None:
    assert flat(joined(((Text("a"),), (Text("b"), Text("c"))), ", ")) == "a, bc"
    assert joined((), ", ") == ()


def test_flat_is_the_words_of_every_part() -> None:
    line = (Badge("assumed", "assumed"), Note("note"), Link(Verbatim("there"), "#x"))
    assert flat(line) == "assumednotethere"


def test_links_are_found_at_any_depth() -> None:
    link = Link(Text("[1]"), "#at-x", "x")
    inner = Section("b", (Text("B"),), (Items(((Text("see "), link),)),))
    assert list(links((Section("a", (link,), (), (inner,)),))) == [link, link]

from collections.abc import Callable

import pytest

from sulh.accord.docx.package import open_package
from sulh.accord.docx.words import Remark, Words

Make = Callable[..., bytes]


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:{tag}>{text}</w:{tag}></w:r>"


def inserted(text: str, by: str = "A") -> str:
    return f'<w:ins w:author="{by}">{run(text)}</w:ins>'


def deleted(text: str, by: str = "A") -> str:
    return f'<w:del w:author="{by}">{run(text, "delText")}</w:del>'


@pytest.fixture
def read(make: Make) -> Callable[[str], str]:
    def markdown(xml: str) -> str:
        body = open_package(make(f"<w:p>{xml}</w:p>")).document.find("body")
        assert body is not None
        return Words({("comment", "4"): Remark("Jo", "why <<} so?")}, {}).markdown(body[0])

    return markdown


def test_tracked_changes_are_brackets(read: Callable[[str], str]) -> None:
    cases = {
        run("of ") + inserted("the ") + inserted("whole ") + run("valley"): "of [[A: the whole | :]] valley",
        run("of ") + deleted("the") + run(" valley"): "of [[A: | : the]] valley",
        run("on ") + deleted("5") + inserted("6") + run(" May"): "on [[A: 6 | : 5]] May",
        run("on ") + inserted("6") + deleted("5") + run(" May"): "on [[A: 6 | : 5]] May",
        inserted("6") + deleted("5", "B"): "[[A: 6 | :]][[B: | : 5]]",
        f'<w:ins w:author="A">{deleted("x", "B")}</w:ins>': "[[A: x | B:]]",
        inserted("x", "Doe, J: [1]"): "[[Doe J 1: x | :]]",
        inserted("x", ""): "[[unknown: x | :]]",
        run("a") + inserted(" ") + run("b"): "ab",
        run("a") + deleted(" ") + run("b"): "a b",
        inserted("a|b: c]"): "[[A: a\\|b\\: c] | :]]",
        inserted("x", "A").replace("ins", "moveTo")
        + deleted("y").replace("w:del ", "w:moveFrom ").replace("/w:del>", "/w:moveFrom>"): "[[A: x | : y]]",
    }
    for xml, text in cases.items():
        assert read(xml) == text


def test_signs_of_a_run(read: Callable[[str], str]) -> None:
    xml = '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/></w:r>' + run(
        ""
    ).replace("<w:t></w:t>", "<w:noBreakHyphen/>")
    assert read(xml) == "a b\nc\u2011"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>x</w:t></w:r></w:hyperlink>"
    assert read(field) == "x"


def test_comments_are_notes(read: Callable[[str], str]) -> None:
    xml = run("a ") + '<w:r><w:commentReference w:id="4"/></w:r><w:r><w:commentReference w:id="5"/></w:r>'
    assert read(xml + run(" b")) == "a  {>> Jo: why \\<<} so? <<} b"


def test_typed_marks(read: Callable[[str], str]) -> None:
    assert read(run("of [[A: x | B: y]] [now")) == "of [[A: x | B: y]] [now"
    assert read(run("of [[x]] {#y}")) == "of \\[[x\\]] \\{#y}"


def test_what_is_no_text_is_counted(make: Make) -> None:
    body = open_package(make("<w:p><w:r><w:drawing><w:t>x</w:t></w:drawing></w:r></w:p>")).document.find(
        "body"
    )
    assert body is not None
    words = Words({}, {})
    assert words.markdown(body[0]) == ""
    assert words.left_out == {"drawing": 1}

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from babel.messages.extract import extract_from_dir
from tests.brief.talks import negotiation

from sulh.brief import html, page
from sulh.brief.agreeable import answer
from sulh.brief.assumed import NOTHING
from sulh.brief.content import Content
from sulh.case import Handling, LocalText, Name, Provenance, RoleClaim, Source
from sulh.text.span import Span

VOID = {"meta", "line", "circle", "rect"}
HOSTILE = "<script>alert(1)</script>\"'&amp;<img src=x onerror=y>\u202eevil\u2069"


class Parsed(HTMLParser):
    """The tags, attributes and texts of a page; tags have to be balanced."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.passages: list[str] = []
        self.isolated: list[str] = []
        self.loose: list[str] = []
        self.inside: list[str] = []
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        if tag not in VOID:
            self.open.append(tag)
            own = tag == "bdi" or found.get("dir") == "auto"
            self.inside.append("passage" if found.get("class") == "passage" else "own" if own else "")
        if found.get("class") == "passage":
            self.passages.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        if "passage" in self.inside:
            self.passages[-1] += data
        elif "own" in self.inside:
            self.isolated.append(data)
        elif not {"style", "title"} & set(self.open):
            self.loose.append(data)

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


def mediators(content: Content, language: str) -> str:
    """Return the page that has every part."""
    found = answer(negotiation(), NOTHING)
    given = replace(content, language=language, audience=Handling("mediator"), negotiation=found)
    return html.render(page(given))


@pytest.fixture(params=["ar", "en"])
def source(request: pytest.FixtureRequest, content: Content) -> str:
    return mediators(content, request.param)


def test_tags_are_balanced_ids_unique_and_every_link_leads_somewhere(source: str) -> None:
    parsed = Parsed(source)
    ids = Counter(parsed.values("id"))
    assert max(ids.values()) == 1
    targets = [href[1:] for href in parsed.values("href") if href.startswith("#")]
    assert len(targets) > 10
    assert set(targets) <= set(ids)
    assert set(parsed.values("aria-labelledby") + parsed.values("aria-describedby")) <= set(ids)


def test_nothing_is_loaded_and_nothing_runs(source: str) -> None:
    parsed = Parsed(source)
    tags = {tag for tag, _ in parsed.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "use"}
    assert not [name for _, attributes in parsed.tags for name in attributes if name.startswith("on")]
    assert not parsed.values("src")
    assert not parsed.values("style")
    assert "url(" not in source
    assert "@import" not in source
    policies = [a["content"] for _, a in parsed.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    outside = [href for href in parsed.values("href") if not href.startswith("#")]
    assert set(outside) == {"https://example.org/1", "https://example.org/2"}


def test_the_style_has_no_physical_sides(source: str) -> None:
    style = re.findall(r"<style>(.*)</style>", source, re.DOTALL)[0]
    assert not re.search(
        r"\b(?:left|right|top|bottom)\b|[^-]\b(?:width|height):",
        re.sub(r"\(max-width|vertical-align: top", "", style),
    )


def test_headings_follow_each_other_and_landmarks_are_there(source: str) -> None:
    parsed = Parsed(source)
    levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert {"main", "nav", "header", "footer", "caption"} <= {tag for tag, _ in parsed.tags}
    for tag, attributes in parsed.tags:
        assert tag != "th" or attributes.get("scope") in {"row", "col"}


def test_the_dispatches_are_letter_for_letter(source: str, content: Content) -> None:
    texts = {d.body.of(d.text) for d in content.case.dispatches}
    assert set(Parsed(source).passages) == texts


def test_carriage_returns_and_leading_newlines_survive(content: Content) -> None:
    text = "\n\r\nA line.\r\n"
    first = replace(content.case.dispatches[0], text=text, body=Span(0, len(text)))
    bare = replace(
        content, statements=(), roles=(), case=replace(content.case, roles=(), dispatches=(first,))
    )
    assert Parsed(html.render(page(bare))).passages == [text]


def test_a_highlight_in_several_pieces_lights_up_as_one(content: Content) -> None:
    over = Source("dispatch", "english", Span(content.statements[0].content[0].start + 4, 90))
    claim = RoleClaim("harbour", "host", "lowland", provenance=Provenance((over,)))
    source = html.render(page(replace(content, roles=(*content.roles, claim))))
    assert ":root:has(#at-english_23_s1:target) :is(.at-english_23_s1, .at-english_23_s1 mark) {" in source
    assert re.search(
        r'<mark class="at-english_23_s1">(?:<mark class="[^"]+">)?<mark id="at-english_40_\d+-90"', source
    )


def test_the_language_and_direction_of_the_page(content: Content) -> None:
    arabic = html.render(page(replace(content, language="ar")))
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<html lang="en" dir="ltr">' in html.render(page(content))


def test_the_arabic_page_has_no_english_label(content: Content) -> None:
    parsed = Parsed(mediators(content, "ar"))
    loose = " ".join(parsed.loose)
    assert not re.findall(r"[A-Za-z]{2,}", loose)
    messages = {m if isinstance(m, str) else m[0] for _, _, m, _, _ in extract_from_dir(str(files("sulh")))}
    shown = {value for name in ("aria-label", "data-header") for value in parsed.values(name)}
    assert shown
    assert not shown & messages


def test_hostile_strings_stay_text_and_keep_to_themselves(content: Content) -> None:
    first, *rest = content.statements
    case = content.case
    actors = tuple(replace(a, names=(Name(HOSTILE, "en"),)) for a in case.actors)
    meeting = replace(
        case.meetings[0],
        provenance=Provenance((Source("url", f"javascript:{HOSTILE}"),), note=LocalText((("en", HOSTILE),))),
    )
    text = HOSTILE + case.dispatches[0].text
    dispatch = replace(case.dispatches[0], outlet=HOSTILE, url=HOSTILE, text=text, id=HOSTILE)
    hostile = replace(
        content,
        case=replace(case, actors=actors, meetings=(meeting,), dispatches=(dispatch,)),
        statements=(replace(first, text=HOSTILE, via=(HOSTILE,), role=HOSTILE, document=HOSTILE), *rest),
    )
    source = html.render(page(hostile))
    parsed = Parsed(source)
    assert "<script" not in source
    assert "<img" not in source
    assert "evil" not in "".join(parsed.loose)
    shown = [text for text in parsed.isolated if "evil" in text]
    assert shown
    assert all(text.endswith("evil\u202c") for text in shown)
    assert max(Counter(parsed.values("id")).values()) == 1

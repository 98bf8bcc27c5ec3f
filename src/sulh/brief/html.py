"""Show a page as one HTML file that loads nothing: style and pictures are inside, and there is no script."""

from functools import cache
from typing import TYPE_CHECKING

from sulh.brief import bars_chart, chart, frontier_chart
from sulh.brief.bidi import balanced
from sulh.brief.highlight import Piece, pieces
from sulh.brief.page import Bars, Figure, Page, Passage, Scatter, Section
from sulh.brief.svg import Direction
from sulh.text.messages import translator

if TYPE_CHECKING:
    from jinja2 import Environment


def render(page: Page) -> str:
    """Return the page as a complete HTML document."""
    m = translator(page.language)
    labels = {
        "skip": m.gettext("Skip to the content"),
        "contents": m.gettext("Contents"),
    }
    return (
        _environment()
        .get_template("page.html")
        .render(page=page, labels=labels, direction=m.direction, scattered=_scattered(page))
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only a page needs it
    from markupsafe import Markup  # noqa: PLC0415 - likewise

    def svg(figure: Figure, language: str, identifier: str) -> Markup:
        drawn = _drawn(figure, translator(language).direction, identifier)
        return Markup(drawn)  # noqa: S704 - sulh.brief.svg escapes every string that it is given

    def exact(text: str) -> Markup:
        escaped = str(Markup.escape(text)).replace("\r", "&#13;")  # else a parser reads it as a newline
        return Markup(escaped)  # noqa: S704 - escaped in the line above

    environment = Environment(
        loader=PackageLoader("sulh.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "kind": lambda value: type(value).__name__,
        "pieces": pieces,
        "svg": svg,
        "exact": exact,
        "balanced": balanced,
    }
    return environment


def _drawn(figure: Figure, direction: Direction, identifier: str) -> str:
    match figure.chart:
        case Scatter() as scatter:
            return frontier_chart.svg(scatter, direction, identifier)
        case Bars() as bars:
            return bars_chart.svg(bars, direction, identifier)
        case timeline:
            return chart.svg(timeline, direction, identifier)


def _scattered(page: Page) -> tuple[str, ...]:
    """Return the ids of the highlights that stand in several pieces: a link to one lights all its pieces."""

    def passages(sections: tuple[Section, ...]) -> list[Passage]:
        own = [block for section in sections for block in section.blocks if isinstance(block, Passage)]
        return own + [found for section in sections for found in passages(section.sections)]

    def scattered(found: tuple[Piece, ...]) -> list[str]:
        return [highlight.id for piece in found for highlight in piece.continues]

    ids = [identifier for passage in passages(page.sections) for identifier in scattered(pieces(passage))]
    return tuple(dict.fromkeys(ids))

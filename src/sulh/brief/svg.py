"""What all charts share: SVG without script, font or anything from elsewhere; equal input, equal bytes."""

from collections.abc import Iterable
from html import escape
from typing import Final, Literal

from sulh.brief.bidi import balanced

Direction = Literal["rtl", "ltr"]
Anchor = Literal["start", "middle", "end"]

WIDTH: Final = 960.0
CHARACTER: Final = 7.2
"""Estimated advance of a 13-pixel letter, Arabic or Latin; labels are spaced by it."""


def x_of(at: float, direction: Direction) -> float:
    """Return where a distance along the reading direction lies."""
    return WIDTH - at if direction == "rtl" else at


def text(kind: str, x: float, y: float, anchor: str, words: str) -> str:
    """Return a label, vertically centred on `y`, that keeps its own direction inside the page's."""
    isolated = f"\u2068{balanced(words)}\u2069"
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="{anchor}">{escape(isolated)}</text>'
    )


def line(kind: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return a straight line."""
    (x1, y1), (x2, y2) = start, end
    return f'<line class="{kind}" x1="{x1:.1f}" x2="{x2:.1f}" y1="{y1:.1f}" y2="{y2:.1f}"/>'


def drawing(
    titles: tuple[str, str], parts: Iterable[str], height: float, direction: Direction, identifier: str
) -> str:
    """Return the SVG element.

    Args:
        titles: title and description (may be empty) of the picture, for those who do not see it.
        parts: elements.
        height: in pixels; the width is `WIDTH`.
        direction: of the page's language.
        identifier: an id for the title, unique in the page.
    """
    title, description = titles
    described = f' aria-describedby="{identifier}-d"' if description else ""
    more = f'<desc id="{identifier}-d">{escape(balanced(description))}</desc>' if description else ""
    return (
        f'<svg role="img" aria-labelledby="{identifier}"{described} viewBox="0 0 {WIDTH:g} {height:g}" '
        f'direction="{direction}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{identifier}">{escape(balanced(title))}</title>{more}{"".join(parts)}</svg>'
    )

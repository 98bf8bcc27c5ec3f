"""What could be agreed, as a part of the page: packages side by side and pictures, no recommendation."""

from collections.abc import Iterator, Mapping

from sulh.brief.agreeable import Agreeable, Column, Unanswered
from sulh.brief.agreeable_charts import bars, scatter
from sulh.brief.content import Content
from sulh.brief.page import (
    Badge,
    Block,
    Chart,
    Figure,
    Items,
    Line,
    Paragraph,
    Section,
    Shape,
    Table,
    Text,
    Verbatim,
    fill,
    joined,
)
from sulh.brief.table_words import percent, said, title
from sulh.case.agreement import Choice
from sulh.table.conflict import Blocked
from sulh.table.sentence import shown
from sulh.table.wording import conflict, settled


def section(content: Content, found: Agreeable | Unanswered) -> Section:
    """Return the part of the page on what could be agreed."""
    m = content.words.m
    heading = (Text(m.gettext("What could be agreed")),)
    if isinstance(found, Unanswered):
        reasons = {
            "unreadable": m.gettext("negotiation.toml could not be read; nothing is said of it"),
            "too large": m.gettext("the negotiation is too large to be answered"),
        }
        return Section("agreeable", heading, (Paragraph((Badge("missing", reasons[found.why]),)),))
    if found.deals.blocked:
        blocks = (*_head(content, found), *_blocked(content, found, found.deals.blocked))
        return Section("agreeable", heading, blocks)
    columns = found.solutions(m.pgettext("letters", "A B C D").split())
    parts = (_solutions(content, found, columns), _frontier(content, found, columns))
    return Section("agreeable", heading, tuple(_head(content, found)), tuple(part for part in parts if part))


def _head(content: Content, found: Agreeable) -> Iterator[Block]:
    m, deals = content.words.m, found.deals
    about = m.gettext("For the mediator only: this rests on the preferences of the parties.")
    yield Paragraph((Text(about),), quiet=True)
    yield from map(Paragraph, _rests_on(content, found))
    none = Text(m.gettext("not counted"))
    acceptable = none if deals.acceptable is None else Text(shown(deals.acceptable))
    counts = [
        fill(m.gettext("Packages: {packages}"), packages=Text(shown(deals.packages))),
        fill(m.gettext("Acceptable to every party: {acceptable}"), acceptable=acceptable),
    ]
    if deals.frontier is not None:
        points = Text(shown(len(deals.frontier)))
        counts.append(fill(m.gettext("Points of the Pareto frontier: {points}"), points=points))
    yield Items(tuple(counts))


def _rests_on(content: Content, found: Agreeable) -> Iterator[Line]:
    """Yield what limits the reliability of all that follows."""
    m, rests_on = content.words.m, found.assumed
    mark = (Badge("assumed", m.gettext("assumed")), Text(" "))
    if rests_on.parties:
        names = joined(tuple((content.name(party),) for party in rests_on.parties), m.gettext(", "))
        message = m.gettext("Numbers of these parties are assumed, and so is all that follows: {parties}")
        yield (*mark, *fill(message, parties=names))
    if rests_on.frame:
        yield (
            *mark,
            Text(m.gettext("Issues, options or constraints are assumed, and so is all that follows")),
        )
    partly = tuple((content.name(p.id),) for p in found.deals.negotiation.parties if p.knowledge)
    if partly:
        message = m.gettext(
            "The preferences of these parties are known only in part: {parties}. What follows holds at a "
            "nominal point of what is known, and may differ at others."
        )
        yield fill(message, parties=joined(partly, m.gettext(", ")))
    if any(party.members for party in found.deals.negotiation.parties):
        inside = m.gettext(
            "A party with members accepts what all of them accept: its reservation value is the largest of "
            "its own and theirs."
        )
        yield (Text(inside),)


def _blocked(content: Content, found: Agreeable, blocked: Blocked) -> Iterator[Block]:
    for lead, items in conflict(found.deals.negotiation, blocked):
        yield Paragraph(said(content, lead))
        if items:
            yield Items(tuple(said(content, item) for item in items))


def _solutions(content: Content, found: Agreeable, columns: tuple[Column, ...]) -> Section | None:
    if not columns:
        return None
    m = content.words.m
    names = solution_names(content)
    heading = m.gettext("Four solutions among these; none of them is a recommendation")
    listed = tuple(
        (Text(f"{column.label} · "), Text(" · ".join(names[name] for name in column.names)))
        for column in columns
    )
    caption = m.gettext(
        "The outline of a bar is the party's ideal gain: the largest over its reservation value in any "
        "acceptable package. What is filled is the gain in this package, with the gain and its share written."
    )
    picture = bars(content, found, columns, names)
    blocks = (Items(listed), *_side_by_side(content, found, columns, picture, caption))
    return Section("agreeable-solutions", (Text(heading),), blocks)


def _frontier(content: Content, found: Agreeable, columns: tuple[Column, ...]) -> Section | None:
    points = found.numbered()
    if not points:
        return None
    m = content.words.m
    caption = m.gettext(
        "Each dot is a package, placed by its utilities to two parties. Dashed lines are their reservation "
        "values. Shapes, letters and numbers mark the packages of the tables."
    )
    if len(found.reservations) > len(found.axes or ()):
        beside = m.gettext(
            "A dot that is worth less to both than another is on the frontier because it is worth more to "
            "somebody else."
        )
        caption = f"{caption} {beside}"
    picture = scatter(content, found, (*columns, *points), solution_names(content))
    title_ = m.gettext(
        "Pareto frontier: no acceptable package is better for one party without being worse for another"
    )
    blocks = (
        *map(Paragraph, _how_near(content, found)),
        *_side_by_side(content, found, points, picture, caption),
    )
    return Section("agreeable-frontier", (Text(title_),), blocks)


def _how_near(content: Content, found: Agreeable) -> Iterator[Line]:
    """Yield how many points are shown, and how near they come to those that are not."""
    m, points = content.words.m, found.deals.frontier
    if points is None:
        large = m.gettext(
            "The exact frontier is too large to compute; what follows are acceptable packages near it."
        )
        yield (Text(large),)
    shown = {
        m.gettext("Points in the table: {count}."): found.few,
        m.gettext("Points in the picture: {count}."): found.drawn,
    }
    for message, cover in shown.items():
        if cover.epsilon or (points is not None and len(cover.points) < len(points)):
            bound = m.gettext(
                "Whatever acceptable package is compared, one of these gives no party less than it by more "
                "than {share} of the party's ideal gain."
            )
            share = Verbatim(percent(cover.epsilon, at_most=True))
            yield (Text(f"{message.format(count=len(cover.points))} "), *fill(bound, share=share))


def _side_by_side(
    content: Content, found: Agreeable, columns: tuple[Column, ...], picture: Chart | None, caption: str
) -> tuple[Block, ...]:
    """Return packages in columns: what each is worth to each party, and what each settles how."""
    worth = _utilities(content, found, columns)
    return (Figure(picture, caption, worth) if picture else worth, _packages(content, found, columns))


def _utilities(content: Content, found: Agreeable, columns: tuple[Column, ...]) -> Table:
    m = content.words.m
    rows = tuple(
        (
            ((content.name(party.id),),),
            ((Verbatim(shown(party.reservation)),),),
            *((_worth(content, found, place, column),) for column in columns),
            *(((Verbatim(shown(found.ideals[place])),),) for _ in (1,) if found.ideals),
        )
        for place, party in enumerate(found.deals.negotiation.parties)
    )
    largest = (m.gettext("Largest in an acceptable package"),) if found.ideals else ()
    headers = (
        m.gettext("Party"),
        m.gettext("Reservation value"),
        *(column.label for column in columns),
        *largest,
    )
    caption = m.gettext(
        "Utility by party; in brackets the gain over the reservation value, and its share of the ideal gain"
    )
    return Table("utilities", caption, headers, rows)


def _worth(content: Content, found: Agreeable, party: int, column: Column) -> Line:
    utility = column.point.utilities[party]
    share = found.share(party, utility)
    gain = shown(utility - found.reservations[party])
    figures = (gain,) if share is None else (gain, percent(share))
    inside = joined(tuple((Verbatim(one),) for one in figures), content.words.m.gettext(", "))
    return Verbatim(shown(utility)), Text(" ("), *inside, Text(")")


def _packages(content: Content, found: Agreeable, columns: tuple[Column, ...]) -> Table:
    m = content.words.m
    examples = (Choice(tuple(column.point.example.items())) for column in columns)
    packages = zip(*(settled(found.deals.negotiation, example) for example in examples), strict=True)
    rows = tuple(
        (((title(content, chosen[0][0]),),), *(((title(content, option),),) for _, option in chosen))
        for chosen in packages
    )
    headers = (m.gettext("Issue"), *(column.label for column in columns))
    return Table("packages", m.gettext("What each package settles"), headers, rows)


def solution_names(content: Content) -> Mapping[Shape, str]:
    """Return the names of the solutions; two depend on the scales, and their names say so."""
    m = content.words.m
    return {
        "nash": m.gettext("Nash bargaining solution"),
        "kalai_smorodinsky": m.gettext("Kalai–Smorodinsky solution"),
        "egalitarian": m.gettext("egalitarian (leximin); depends on the scales chosen"),
        "utilitarian": m.gettext("utilitarian; depends on the scales chosen"),
    }

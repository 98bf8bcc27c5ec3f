"""Sentences and figures of the table as parts of a page."""

from fractions import Fraction
from math import ceil

from sulh.brief.content import Content
from sulh.brief.page import Line, Text, Verbatim, fill, joined
from sulh.case.agreement import Issue, Option
from sulh.table.number import plain
from sulh.table.sentence import Argument, Sentence, Settled, shown


def said(content: Content, sentence: Sentence) -> Line:
    """Return a sentence, in which whatever comes from the case keeps its own direction."""
    template = content.words.m.gettext(sentence.message)
    return fill(template, **{name: _part(content, value) for name, value in sentence.arguments})


def _part(content: Content, value: Argument) -> Line:
    match value:
        case str():
            return (content.name(value),)
        case Issue() | Option():
            return (title(content, value),)
        case int() | Fraction():
            return (Verbatim(shown(value)),)
    return _options(content, value)


def _options(content: Content, options: Settled) -> Line:
    m = content.words.m
    pairs = tuple(
        (title(content, issue), Text(m.gettext(": ")), title(content, option)) for issue, option in options
    )
    return joined(pairs, m.gettext(", "))


def title(content: Content, thing: Issue | Option) -> Verbatim:
    """Return the title of an issue or option, or else its id."""
    return content.title(thing.title) if thing.title else Verbatim(thing.id)


def percent(share: Fraction, *, at_most: bool = False) -> str:
    """Return a share in per cent, rounded to a tenth.

    Args:
        share: from 0 to 1.
        at_most: round up: the share is a bound.
    """
    tenths = share * 1000
    return f"{plain(Fraction(ceil(tenths) if at_most else round(tenths), 10))}%"

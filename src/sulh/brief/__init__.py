"""One sourced page for one audience: `Content` goes in, `page` builds it, each renderer shows it."""

from sulh.brief.build import page
from sulh.brief.content import Content
from sulh.brief.page import Page

__all__ = ["Content", "Page", "page"]

"""Language, letter for letter: normal forms, sentences, dates, numbers and names with their offsets kept."""

from sulh.text.span import Span

__all__ = ["Span"]

"""A commented case folder in Arabic and English, with an invented dispute, to start from."""

from sulh.case.template.template import files

__all__ = ["files"]

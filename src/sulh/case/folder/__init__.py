"""A case folder: read and write a case as files that a person can edit. `docs/reference/case-folder.md`."""

from sulh.case.folder.reading import Reading, parse
from sulh.case.folder.storage import read, read_with_notices, write
from sulh.case.folder.writing import render

__all__ = ["Reading", "parse", "read", "read_with_notices", "render", "write"]

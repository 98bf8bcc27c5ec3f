"""Files that are either the old or the new one, never half of each."""

import os
from contextlib import suppress
from pathlib import Path


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to a temporary file in the same folder, then put it in the place of `path`.

    Raises:
        OSError: the folder does not exist or cannot be written to; `path` is then as it was.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx_file(body: str, **parts: str) -> bytes:
    """Return a DOCX file with this XML in its body, and further parts by the name of their relation."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_TYPES}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    files = {
        "_rels/.rels": f'<Relationship Id="r" Type="{_TYPES}/officeDocument" Target="/word/document.xml"/>',
        "word/_rels/document.xml.rels": relations,
    }
    files = {
        name: f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>' for name, inner in files.items()
    }
    files["word/document.xml"] = f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>'
    files |= {
        f"word/{kind}.xml": f'<w:{kind} xmlns:w="{_MAIN}">{inner}</w:{kind}>' for kind, inner in parts.items()
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.fixture(scope="session")
def make() -> Callable[..., bytes]:
    return docx_file


@pytest.fixture(scope="session")
def archive() -> Callable[[dict[str, str]], bytes]:
    return zipped

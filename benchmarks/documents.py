"""A bilingual PDF of about 100 pages: `sulh.accord.documents` beside WeasyPrint.

sulh makes its document from two copies and lays it out with typst; WeasyPrint lays out the HTML page of the
same document. Each runs once, since typst remembers what it has laid out before; pages are counted in the
files.
"""

import argparse
import platform
import time
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from io import BytesIO

import pypdf

from sulh.accord import Copy
from sulh.accord.documents import document, render
from sulh.accord.reading import parse

CLAUSES = 340
ENGLISH = (
    "The Lowland Region and the Upland Region shall keep the crossings open by day and night, "
    "and shall let pass whoever carries food, medicine or fuel, on the word of the River Authority alone. "
)
ARABIC = (
    "يُبقي إقليم السهل وإقليم المرتفعات معابر النهرين مفتوحة ليلا ونهارا، "
    "ويسمحان بمرور كل من يحمل غذاء أو دواء أو وقودا، بكلمة من هيئة النهر وحدها. "
)


def copy(language: str, word: str, sentence: str, clauses: int) -> Copy:
    """Return a copy with clauses of the same words."""
    body = "\n\n".join(
        f"# {word} {number}: {{#a-{number}}}\n\n1. {sentence * 2}\n2. {sentence}"
        for number in range(1, clauses + 1)
    )
    return parse(f'+++\nlanguage = "{language}"\n+++\n{body}\n', f"{language}.md")[0]


def measured(run: Callable[[], bytes]) -> tuple[float, int]:
    """Return seconds and pages."""
    start = time.perf_counter()
    made = run()
    seconds = time.perf_counter() - start
    return seconds, len(pypdf.PdfReader(BytesIO(made)).pages)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clauses", type=int, default=CLAUSES)
    options = parser.parse_args()
    copies = [
        copy("ar", "المادة", ARABIC, options.clauses),
        copy("en", "Article", ENGLISH, options.clauses),
    ]
    print(f"Python {platform.python_version()}, typst {version('typst')}")
    mine, pages = measured(lambda: render(document(copies), "pdf"))
    print(f"{'sulh, typst':<20} {mine:7.2f} s  {pages:4} pages  {1000 * mine / pages:6.1f} ms a page")
    try:
        weasyprint = import_module("weasyprint")  # installed only by make bench
    except ImportError:
        print("weasyprint is not installed; there is nothing to compare with")
        return
    page = render(document(copies), "html").decode()
    peer, peer_pages = measured(lambda: bytes(weasyprint.HTML(string=page).write_pdf()))
    name = f"weasyprint {version('weasyprint')}"
    print(f"{name:<20} {peer:7.2f} s  {peer_pages:4} pages  {1000 * peer / peer_pages:6.1f} ms a page")
    print(f"ratio a page: {(peer / peer_pages) / (mine / pages):.1f}")


if __name__ == "__main__":
    main()

"""Whatever the pages and docstrings show, runs: `>>>` examples, and commands after `$ ` in console blocks."""

import doctest
import importlib
import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FENCE = re.compile(r"^( *)```(\w+)[^\n]*\n(.*?)^\1```", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    language: str
    line: int
    body: str


class Command(NamedTuple):
    line: int
    text: str
    expected: str


def blocks(page: str) -> Iterator[Block]:
    for fence in FENCE.finditer(page):
        body = re.sub(rf"^{fence[1]}", "", fence[3], flags=re.MULTILINE)
        yield Block(fence[2], page.count("\n", 0, fence.start(3)) + 1, body)


def commands(block: Block) -> Iterator[Command]:
    """The commands after `$ `, continued on lines that begin with `>`, and what each should print."""
    lines = block.body.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, stop in pairwise([*starts, len(lines)]):
        typed = next((n for n in range(start + 1, stop) if not lines[n].startswith(">")), stop)
        text = "\n".join(line[2:] for line in lines[start:typed])
        yield Command(block.line + start, text, "\n".join(lines[typed:stop]).strip())


def run(command: Command, folder: Path) -> str:
    """What the command prints, in a terminal of 80 columns without colours; it must not fail."""
    settings = {"COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    path = os.pathsep.join((sysconfig.get_path("scripts"), os.environ["PATH"]))
    done = subprocess.run(  # noqa: S603 - the project's own pages
        ["/bin/bash", "-c", command.text],
        cwd=folder,
        env=os.environ | settings | {"PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command.text!r} ended with {done.returncode}:\n{done.stdout}"
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def matches(expected: str, printed: str) -> bool:
    """Whether the output is the expected one, where `...` stands for anything."""
    return doctest.OutputChecker().check_output(expected + "\n", printed + "\n", doctest.ELLIPSIS)


def pages_with(language: str, content: str) -> list[Path]:
    return [
        page
        for page in PAGES
        if any(b.language == language and content in b.body for b in blocks(page.read_text("utf-8")))
    ]


def modules_with_examples() -> list[str]:
    return [
        ".".join(module.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        for module in sorted(ROOT.glob("src/**/*.py"))
        if ">>> " in module.read_text("utf-8")
    ]


@pytest.mark.parametrize("page", pages_with("console", "$ sulh"), ids=lambda page: page.name)
def test_console_blocks_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """The blocks of a page share one folder, with the examples in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for block in blocks(page.read_text("utf-8")):
        if block.language != "console":
            continue
        for command in commands(block):
            printed = run(command, tmp_path)
            assert matches(command.expected, printed), f"{page}:{command.line} prints\n{printed}"


@pytest.mark.parametrize("page", pages_with("pycon", ">>> "), ids=lambda page: page.name)
def test_examples_of_a_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks(page.read_text("utf-8")):
        if block.language == "pycon" and ">>> " in block.body:
            test = doctest.DocTestParser().get_doctest(
                block.body, names, page.name, str(page), block.line - 1
            )
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            assert runner.run(test, clear_globs=False).failed == 0
            names = test.globs


@pytest.mark.parametrize("name", modules_with_examples())
def test_examples_of_a_module(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert outcome.attempted
    assert outcome.failed == 0


PAGE = """\
Before.

1. A step:

   ```console
   $ sulh one \\
   >   --more
   first
   ...
   last

   $ make demo
   $ sulh two
   ```

```python
>>> 1 + 1
2
```
"""


def test_a_page_is_read_into_commands_and_what_they_print() -> None:
    console, python = blocks(PAGE)
    assert list(commands(console)) == [
        Command(6, "sulh one \\\n  --more", "first\n...\nlast"),
        Command(12, "make demo", ""),
        Command(13, "sulh two", ""),
    ]
    assert python == Block("python", 17, ">>> 1 + 1\n2\n")


def test_dots_stand_for_anything_and_everything_else_for_itself() -> None:
    assert matches("first\n...\nlast", "first\nsecond\nthird\nlast")
    assert not matches("first\n...\nlast", "first\nlost")
    assert not matches("", "something")


def test_a_command_runs_in_the_folder_and_must_not_fail(tmp_path: Path) -> None:
    assert run(Command(1, "echo one; pwd", ""), tmp_path) == f"one\n{tmp_path}"
    with pytest.raises(AssertionError, match="ended with 3"):
        run(Command(1, "exit 3", ""), tmp_path)

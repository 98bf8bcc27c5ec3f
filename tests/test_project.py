"""The contract of the house: what holds for the project as a whole, whatever its rooms do."""

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import date
from importlib.metadata import metadata, version
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = sorted((ROOT / "src").rglob("__init__.py"))

# Joined here, so that this file does not hold what it looks for.
REGISTRIES = tuple(
    map(".".join, [("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("deb", "debian", "org")])
)
MACHINES = tuple(map("/".join, [("", "work", ""), ("", "root", ""), ("..", "shared")]))


def made(name: str) -> bool:
    """Whether a tool made what has this name."""
    return (
        name in {".git", ".venv", ".hypothesis", "__pycache__", "_build", "build", "dist"}
        or name.startswith(".coverage")
        or name.endswith((".mo", "_cache", ".egg-info"))
    )


def project_files() -> Iterator[Path]:
    """Every file that a person wrote."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if not made(name))
        yield from (Path(folder, name) for name in sorted(names) if not made(name))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the project's own tools
        [str(Path(sysconfig.get_path("scripts"), name)), *arguments],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_rooms_do_not_import_each_other() -> None:
    done = script("lint-imports", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken." in done.stdout


def test_no_module_is_longer_than_600_lines() -> None:
    modules = [path for path in project_files() if path.suffix == ".py"]
    assert modules
    long = {
        name_of(path): lines for path in modules if (lines := len(path.read_text("utf-8").splitlines())) > 600
    }
    assert long == {}


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_a_package_says_what_it_is_for(package: Path) -> None:
    said = ast.get_docstring(ast.parse(package.read_text("utf-8")))
    assert said
    assert re.search(r"\w+ \w+", said)


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = [
        (name_of(path), needle)
        for path in project_files()
        for needle in REGISTRIES + MACHINES
        if needle.encode() in path.read_bytes()
    ]
    assert found == []


def test_every_dependency_has_its_reason() -> None:
    groups = [
        PYPROJECT["build-system"]["requires"],
        PYPROJECT["project"]["dependencies"],
        *PYPROJECT["project"]["optional-dependencies"].values(),
        *PYPROJECT["dependency-groups"].values(),
    ]
    lines = [line.strip() for line in (ROOT / "pyproject.toml").read_text("utf-8").splitlines()]
    bare = [
        dependency
        for group in groups
        for dependency in group
        if not any(re.match(re.escape(f'"{dependency}"') + r",\s*# \w+", line) for line in lines)
    ]
    assert bare == []


def test_every_silenced_rule_has_its_reason() -> None:
    """In the settings a comment on the line, in the code the words after the rule."""
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    rules = [
        *PYPROJECT["tool"]["ruff"]["lint"]["ignore"],
        *(rule for rules in PYPROJECT["tool"]["ruff"]["lint"]["per-file-ignores"].values() for rule in rules),
    ]
    assert [rule for rule in rules if not re.search(rf'"{rule}",\s*# \w+', settings)] == []
    bare = re.compile(r"# noqa(?!: [A-Z]+[0-9]+(, [A-Z]+[0-9]+)* - \S)|# type: ignore|# pragma: no cover")
    modules = (path for path in project_files() if path.suffix == ".py" and path != Path(__file__))
    assert [name_of(path) for path in modules if bare.search(path.read_text("utf-8"))] == []


def test_the_readme_begins_with_the_two_commands() -> None:
    beginning = (ROOT / "README.md").read_text("utf-8")[:1500]
    assert -1 < beginning.find("make demo") < beginning.find("make test")


def test_the_menu_lists_every_entry() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    entries = set(re.findall(r"^\.PHONY: ([a-z-]+)$", makefile, re.MULTILINE))
    assert entries == {"help", "demo", "test", "test-slow", "lint", "bench", "docs", "clean"}
    assert set(re.findall(r"^([a-z-]+):.* ## \w", makefile, re.MULTILINE)) == entries


def test_the_changelog_keeps_its_form() -> None:
    """Keep a Changelog 1.1: [Unreleased], then dated versions, newest first; six kinds of change."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert changelog.startswith("# Changelog\n")
    first, *versions = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    assert first == "[Unreleased]"
    released = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", heading) for heading in versions]
    assert None not in released
    days = [date.fromisoformat(heading[2]) for heading in released if heading]
    assert days == sorted(days, reverse=True)
    kinds = set(re.findall(r"^### (.+)$", changelog, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_licence_is_named_and_present() -> None:
    assert metadata("sulh")["License-Expression"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")


def test_the_command_knows_its_version() -> None:
    done = script("sulh", "--version")
    assert done.returncode == 0, done.stderr
    assert version("sulh") in done.stdout.split()
    assert version("sulh") == PYPROJECT["project"]["version"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_wheel_holds_every_module_and_all_data(wheel: Path) -> None:
    """Data is whatever stands beside the modules; a catalogue is compiled as well."""
    source = ROOT / "src"
    kept = {p.relative_to(source) for p in project_files() if p.is_relative_to(source)}
    packed = {p.relative_to(wheel) for p in (wheel / "sulh").rglob("*") if p.is_file()}
    catalogues = {path.with_suffix(".mo") for path in kept if path.suffix == ".po"}
    assert packed == kept | catalogues
    assert Path("sulh/py.typed") in packed
    assert {path.suffix for path in packed} >= {".html", ".mo", ".po", ".py", ".toml", ".txt"}


def test_the_command_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """Whatever it reads at run time comes from the wheel, not from the source tree."""
    program = (
        "import sulh, sys; from sulh.cli import main; print(sulh.__file__); sys.argv[0] = 'sulh'; main()"
    )
    done = subprocess.run(  # noqa: S603 - the project's own command
        [sys.executable, "-c", program, "check", str(ROOT / "examples" / "astana-2016")],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(wheel)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(str(wheel))

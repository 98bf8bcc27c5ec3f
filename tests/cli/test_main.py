import os
import subprocess
import sys
from collections.abc import Callable
from typing import NoReturn

import click
import pytest

import sulh.cli
from sulh.cli import COMMANDS, commands, main, run

HELP_BY_NAME = list(COMMANDS)


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter and code


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Return what makes the command `check` raise an exception."""

    def arrange(error: BaseException) -> None:
        def fail() -> NoReturn:
            raise error

        command = click.Command("check", callback=fail)
        monkeypatch.setattr(sulh.cli.commands, "get_command", lambda *_: command)

    return arrange


def test_help_lists_every_command_and_imports_none() -> None:
    code = (
        "import sys; from sulh.cli import run; run(['--help']); "
        "print(sorted(m for m in sys.modules if m.startswith('sulh')))"
    )
    output = python(code).stdout
    assert all(f"{name} " in output and line in output for name, (_, line) in COMMANDS.items())
    assert output.splitlines()[-1] == "['sulh', 'sulh.cli']"


@pytest.mark.parametrize("name", HELP_BY_NAME)
def test_every_command_has_the_help_of_the_table_an_example_and_json(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([name, "--help"]) == 0
    text = capsys.readouterr().out
    assert COMMANDS[name][1] in text
    assert "Example" in text
    assert f"sulh {name} " in text.partition("Example")[2]
    assert "--json" in text


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("sulh, version ")


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check"], ["check", "--jsn", "x"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "Usage: sulh" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (ValueError("a\nb"), 70, "sulh: internal error (ValueError: a b); please report it\n"),
        (FileNotFoundError(2, "No such file", "x.txt"), 2, "x.txt:1: No such file\n"),
        (FileExistsError("x is there"), 2, "sulh:1: x is there\n"),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (click.exceptions.Exit(1), 1, ""),
        (click.ClickException("no"), 2, "Error: no\n"),
    ],
)
def test_no_error_leaves_as_a_traceback(
    error: BaseException,
    code: int,
    message: str,
    failing: Callable[[BaseException], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    failing(error)
    assert run(["check"]) == code
    assert capsys.readouterr().err == message


def test_the_traceback_for_those_who_ask(
    failing: Callable[[BaseException], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SULH_DEBUG", "1")
    failing(RuntimeError("x"))
    assert run(["check"]) == 70
    assert capsys.readouterr().err.startswith("Traceback")


def test_shell_completion(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_SULH_COMPLETE", "zsh_source")
    assert run([]) == 0
    assert "_SULH_COMPLETE=zsh_complete" in capsys.readouterr().out


def test_a_reader_that_goes_away_is_no_error() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    result = subprocess.run(
        [sys.executable, "-c", "from sulh.cli import main; main()", "--help"],
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write_end)
    assert (result.returncode, result.stderr) == (141, b"")


def test_main_takes_the_arguments_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["sulh", "--nonsense"])
    with pytest.raises(SystemExit) as leave:
        main()
    assert leave.value.code == 2


def test_a_name_outside_the_table_is_no_command() -> None:
    assert commands.get_command(click.Context(commands), "unknown") is None


def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lack(_: object) -> int:
        raise ModuleNotFoundError(name="cryptography.hazmat")

    monkeypatch.setattr(sulh.cli, "_run", lack)
    assert run(["sign"]) == 2
    assert "pip install 'sulh[seal]'" in capsys.readouterr().err

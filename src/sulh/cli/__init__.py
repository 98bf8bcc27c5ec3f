"""The command `sulh`: a table of commands, each imported only when it is run.

Exit codes: 0 done; 1 the answer is "no"; 2 wrong usage or unreadable input; 70 a fault of the program; 130
interrupted; 141 the reader of the output went away.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Final, NoReturn

import click

COMMANDS: Final = {
    "new": ("case", "Start a case folder from a commented template."),
    "check": ("case", "Check a case folder and print every fault at once."),
    "read": ("read", "Read dispatches: who said what, to whom, through whom, when."),
    "deals": ("deals", "Find what could be agreed, or what blocks it."),
    "import": ("import_", "Read what other programs wrote."),
    "copies": ("copies", "Tell whether counterpart copies of an agreement are one text."),
    "export": ("export", "Make a document to read and sign."),
    "diff": ("diff", "Show what moved between two drafts of one agreement."),
    "draft": ("draft", "Write the text that a package of options makes."),
    "review": ("review", "Ask of a draft what is missing in it, open or at odds."),
    "positions": ("positions", "Show how each actor stands to each issue, by whose words."),
    "status": ("agreements", "Tell for whom each agreement is in force, since when."),
    "obligations": ("agreements", "Show who owes what under the agreements, and by when."),
    "key": ("seal", "Make an Ed25519 key to sign with."),
    "seal": ("seal", "Print the digest of an agreement text."),
    "sign": ("seal", "Sign the digest of an agreement text."),
    "verify": ("seal", "Check signatures under an agreement text."),
    "brief": ("brief", "Make one sourced page of a case for one audience."),
}
"""Name of each command, its module in this package, and the first line of its help."""

EXTRAS: Final = {
    "cryptography": "seal",
    "docx": "documents",
    "lxml": "documents",
    "pypdf": "documents",
    "typst": "documents",
}
"""Extra of the package by module that only some commands need."""

_USAGE: Final = 2
_INTERNAL: Final = 70
_INTERRUPTED: Final = 130
_BROKEN_PIPE: Final = 141


class _LazyGroup(click.Group):
    """A group that knows the names and first lines of its commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """Import the command `cmd_name`."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"sulh.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(module, f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - likewise
        """Write the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sulh", prog_name="sulh")
def commands() -> None:
    """Follow a peace process: who said what, what could be agreed, is it one text, is it kept.

    \b
    Example:
      sulh new talks
      sulh check talks
      sulh brief talks -o brief.html
    """  # noqa: D301 - \b is click's sign to keep line breaks


def main() -> NoReturn:
    """Run `sulh` with the arguments of the process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run `sulh` with `arguments` and return its exit code; no error leaves it as a traceback.

    The traceback of an internal error is printed where the environment has `SULH_DEBUG=1`.
    """
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would fail again at exit, so it goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except SystemExit:
        # So rich says that the reader went away; its code 1 would be the answer "no".
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except OSError as error:
        click.echo(f"{error.filename or 'sulh'}:1: {error.strerror or error}", err=True)
        return _USAGE
    except Exception as error:  # noqa: BLE001 - the last resort: people get a line, not a traceback
        if isinstance(error, ModuleNotFoundError) and (
            extra := EXTRAS.get(str(error.name).partition(".")[0])
        ):
            click.echo(f"sulh: a part of it is not installed; run: pip install 'sulh[{extra}]'", err=True)
            return _USAGE
        if os.environ.get("SULH_DEBUG") == "1":
            traceback.print_exc()
        what = " ".join(f"{type(error).__name__}: {error}".split())
        click.echo(f"sulh: internal error ({what}); please report it", err=True)
        return _INTERNAL
    return code


def _run(arguments: Sequence[str]) -> int:
    if instruction := os.environ.get("_SULH_COMPLETE"):
        from click.shell_completion import shell_complete  # noqa: PLC0415 - start-up: only for the shell

        return shell_complete(commands, {}, "sulh", "_SULH_COMPLETE", instruction)
    try:
        with commands.make_context("sulh", list(arguments)) as context:
            commands.invoke(context)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return _USAGE
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    return 0

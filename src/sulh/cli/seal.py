"""`sulh key`, `sulh seal`, `sulh sign` and `sulh verify`: one digest for a text, and signatures under it."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click

from sulh.accord.copies.canonical import copy_digest
from sulh.accord.counterpart import Copy
from sulh.accord.door import load_with_faults
from sulh.case.fault import Fault
from sulh.case.folder.atomic import write_bytes
from sulh.cli.report import NO, UNREADABLE, json_option, print_faults, print_json, write_file
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE, Messages, translator

if TYPE_CHECKING:
    from sulh.accord.sealing import Checked, PrivateKey, PublicKey, Signature

PASSWORD: Final = "SULH_KEY_PASSWORD"  # noqa: S105 - the name of a variable
"""Environment variable with the password of a key file; without it, a person is asked."""

_PRIVATE: Final = 0o600

_path = click.Path(path_type=Path)
_language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=SOURCE_LANGUAGE,
    show_default=True,
    help="Language of the answer.",
)


@click.command()
@click.argument("path", metavar="KEY.pem", type=_path)
@click.option("--encrypt", is_flag=True, help="Protect the private key with a password.")
@json_option
@click.pass_context
def key(context: click.Context, path: Path, *, encrypt: bool, as_json: bool) -> None:
    """Make an Ed25519 key to sign with.

    KEY.pem is the private key, which stays with its owner; KEY.pub.pem beside it is for all who check.

    \b
    Example:
      sulh key lowland.pem --encrypt
    """  # noqa: D301 - \b is click's sign to keep line breaks
    from sulh.accord.sealing import PrivateKey  # noqa: PLC0415 - not needed for --help

    public = path.with_suffix(".pub.pem")
    for file in (path, public):
        if file.exists():
            _stop(context, file, "there is a file already; name a new one, keys are never overwritten")
    made = PrivateKey.new()
    data = made.pem(_password(confirm=True) if encrypt else None)
    # Nobody else may read the key, not even for the moment before its rights are set.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "wb") as stream:
        stream.write(data)
    write_bytes(public, made.public.pem())
    if as_json:
        print_json({"audience": "mediator", "private": str(path), "public": str(public)})
    else:
        click.echo(f"{path}: keep it to yourself\n{public}: give it to all who check your signatures")


@click.command()
@click.argument("path", metavar="COPY", type=_path)
@json_option
@click.pass_context
def seal(context: click.Context, path: Path, *, as_json: bool) -> None:
    """Print the digest of an agreement text.

    The digest is the SHA-256 of the canonical text of all clauses, in their order. It does not depend on
    spacing, forms of letters, glyphs of quotation marks, ids and notes, nor on the front matter; every other
    letter, digit or punctuation mark changes it.

    \b
    Example:
      sulh seal agreement.md
    """  # noqa: D301 - \b is click's sign to keep line breaks
    copy = _copy(context, path)
    digest = _digest(copy)
    if as_json:
        clauses = sum(1 for _ in copy.walk())
        print_json(
            {"audience": _audience(copy), "copy": str(path), "digest": digest, "clauses": clauses}
            | {"brackets": len(list(copy.brackets()))}
        )
    else:
        click.echo(digest)


@click.command(name="sign")
@click.argument("path", metavar="COPY", type=_path)
@click.option(
    "--key", "key_path", metavar="KEY.pem", required=True, type=_path, help="The signer's private key."
)
@click.option("--signer", metavar="NAME", required=True, help="Who signs, in the words of the signer.")
@click.option("--at", metavar="TIME", help="When, such as 2031-05-01T09:30+03:00. [default: now]")
@click.option("--draft", is_flag=True, help="Sign although the text has brackets.")
@click.option(
    "-o", "--output", metavar="FILE", type=_path, help="The signature file. [default: COPY.SIGNER.sig.json]"
)
@json_option
@click.pass_context
def sign(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    path: Path,
    *,
    key_path: Path,
    signer: str,
    at: str | None,
    draft: bool,
    output: Path | None,
    as_json: bool,
) -> None:
    """Sign the digest of an agreement text.

    The signature stands in a file of its own beside the text, which stays as it is.
    A password is asked for where the key is encrypted, or taken from the environment variable
    SULH_KEY_PASSWORD.

    \b
    Example:
      sulh sign agreement.md --key lowland.pem --signer Lowland
    """  # noqa: D301 - \b is click's sign to keep line breaks
    from sulh.accord import sealing  # noqa: PLC0415 - not needed for --help

    copy = _copy(context, path)
    brackets = len(list(copy.brackets()))
    if brackets and not draft:
        reason = f"not a final text, {brackets} brackets are open; resolve them, or sign the draft: --draft"
        _stop(context, path, reason)
    moment = _moment(context, at)
    private = _private(context, key_path)
    try:
        signature = sealing.sign(_digest(copy), signer, moment, private)
    except ValueError as error:
        raise click.BadParameter(str(error), context, param_hint="--signer") from None
    output = output or path.with_name(f"{path.name}.{_file_name(signer)}.sig.json")
    write_file(output, signature.text())
    if as_json:
        print_json({"audience": _audience(copy), "copy": str(path), "file": str(output)} | _signed(signature))
    else:
        click.echo(f"{output}: {signature.signer}, {signature.at.isoformat()}, {signature.digest}")


@click.command()
@click.argument("path", metavar="COPY", type=_path)
@click.argument("signatures", metavar="SIGNATURE...", nargs=-1, required=True, type=_path)
@click.option(
    "--key",
    "key_paths",
    metavar="KEY.pub.pem",
    multiple=True,
    type=_path,
    help="A public key that a signature may bear; may be given several times.",
)
@_language_option
@json_option
@click.pass_context
def verify(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    path: Path,
    *,
    signatures: tuple[Path, ...],
    key_paths: tuple[Path, ...],
    lang: str,
    as_json: bool,
) -> None:
    """Check signatures under an agreement text.

    Exit code 1 where one does not hold. Without --key it is checked only that the text and the file are as
    they were signed: nothing then says whose key it is.

    \b
    Example:
      sulh verify agreement.md agreement.md.Lowland.sig.json --key lowland.pub.pem
    """  # noqa: D301 - \b is click's sign to keep line breaks
    from sulh.accord import sealing  # noqa: PLC0415 - not needed for --help

    copy = _copy(context, path)
    digest = _digest(copy)
    expected = [_public(context, file) for file in key_paths]
    read = [(file, _signature(context, file)) for file in signatures]
    checked = [(file, one, sealing.check(one, digest, expected)) for file, one in read]
    if as_json:
        entries = [
            {"file": str(file)}
            | _signed(one)
            | {"valid": c.valid, "same_text": c.same_text, "genuine": c.genuine, "known": c.known}
            for file, one, c in checked
        ]
        print_json(
            {"audience": _audience(copy), "copy": str(path), "digest": digest, "signatures": entries}
            | {"valid": all(c.valid for _, _, c in checked)}
        )
    else:
        m = translator(lang)
        for file, one, found in checked:
            click.echo(f"{file}: {one.signer}, {one.at.isoformat()}: " + " ".join(_verdict(found, m)))
    if not all(found.valid for _, _, found in checked):
        context.exit(NO)


def _verdict(checked: "Checked", m: Messages) -> Sequence[str]:
    if checked.valid and checked.known:
        return [m.gettext("The signature holds: this text, this signer's name and time, an expected key.")]
    found = []
    if not checked.same_text:
        found.append(m.gettext("The signature is under another text than this."))
    if not checked.genuine:
        found.append(m.gettext("The file of the signature was changed after it was signed."))
    if checked.known is False:
        found.append(m.gettext("The key is none of those that were expected."))
    return found or [
        m.gettext(
            "The text and the file are as they were signed; whose key it is, nobody vouches (see --key)."
        )
    ]


def _copy(context: click.Context, path: Path) -> Copy:
    copy, faults = load_with_faults(path)
    print_faults(faults)
    if copy is None or faults:
        context.exit(UNREADABLE)
    return copy


def _digest(copy: Copy) -> str:
    return f"sha256:{copy_digest(copy)}"


def _audience(copy: Copy) -> str:
    return copy.front.provenance.handling.mark


def _signed(signature: "Signature") -> dict[str, str]:
    return {"digest": signature.digest, "signer": signature.signer, "at": signature.at.isoformat()}


def _moment(context: click.Context, text: str | None) -> datetime:
    if text is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        message = f"{text!r} is no time with its offset from UTC; write it as 2031-05-01T09:30+03:00"
        raise click.BadParameter(message, context, param_hint="--at")
    return moment


def _private(context: click.Context, path: Path) -> "PrivateKey":
    from sulh.accord.sealing import KeyFormatError, PrivateKey  # noqa: PLC0415 - not needed for --help

    data = path.read_bytes()
    try:
        return PrivateKey.read(data)
    except KeyFormatError as error:
        if "give its password" not in str(error):
            _stop(context, path, str(error))
    try:
        return PrivateKey.read(data, _password())
    except KeyFormatError as error:
        _stop(context, path, str(error))


def _public(context: click.Context, path: Path) -> "PublicKey":
    from sulh.accord.sealing import KeyFormatError, PublicKey  # noqa: PLC0415 - not needed for --help

    try:
        return PublicKey.read(path.read_bytes())
    except KeyFormatError as error:
        _stop(context, path, str(error))


def _signature(context: click.Context, path: Path) -> "Signature":
    from sulh.accord.sealing import Signature, SignatureFormatError  # noqa: PLC0415 - not needed for --help

    try:
        return Signature.read(path.read_bytes().decode("utf-8-sig", "replace"))
    except SignatureFormatError as error:
        _stop(context, path, str(error))


def _password(*, confirm: bool = False) -> str:
    return os.environ.get(PASSWORD) or str(
        click.prompt("Password of the key", hide_input=True, confirmation_prompt=confirm, err=True)
    )


def _stop(context: click.Context, path: Path, reason: str) -> NoReturn:
    print_faults([Fault(str(path), None, reason)])
    context.exit(UNREADABLE)


def _file_name(signer: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in signer.strip())

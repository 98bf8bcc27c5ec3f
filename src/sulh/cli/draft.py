"""`sulh draft`: from a package of options to the text of an agreement."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sulh.case.agreement import Issue, Option
from sulh.case.fault import Fault
from sulh.case.folder import read_with_notices
from sulh.case.handling import strictest
from sulh.case.local_text import LocalText
from sulh.cli.report import UNREADABLE, json_option, print_faults, print_json, write_file
from sulh.text.messages import LANGUAGES, translator

if TYPE_CHECKING:
    from sulh.accord.drafts import Slot, Suggestion
    from sulh.case.case import Case

TEMPLATES = "template"
"""The folder of an agreement that holds a template in each language, `LANGUAGE.md`."""


@click.command()
@click.argument("folder", metavar="CASE", type=click.Path(path_type=Path))
@click.option(
    "--package", metavar="ISSUE=OPTION,…", default="", help="The options chosen; other issues are open."
)
@click.option("--agreement", metavar="ID", help="Use the template of this agreement of the case.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write the draft here.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the draft; the case's first by default."
)
@json_option
@click.pass_context
def draft(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    *,
    folder: Path,
    package: str,
    agreement: str | None,
    output: Path | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """Write the text that a package of options makes.

    Each option may have the words of its clause (clause = {ar = "…", en = "…"}) in negotiation.toml or
    issues.toml. The draft has the words of the options chosen, and brackets with those of all options where
    none is chosen. A template of the agreement, agreements/ID/template/LANGUAGE.md, says where they stand, by
    {{issue}}. Preferences have no influence on it; it is marked process where nothing says otherwise.

    \b
    Example:
      sulh draft talks --package scope=river-line,monitoring=joint -o draft.md
      sulh draft talks --agreement ceasefire --lang ar
    """  # noqa: D301 - \b is click's sign to keep line breaks
    case, faults, _ = read_with_notices(folder)
    issues, wrong = _issues(folder, case)
    print_faults((*faults, *wrong))
    if wrong or not folder.is_dir():
        context.exit(UNREADABLE)
    language = lang or next((one for one in case.languages if one in LANGUAGES), LANGUAGES[0])
    slots = tuple(_slot(issue, _chosen(package, issues).get(issue.id), language) for issue in issues)
    name, template, notices = _template(folder, case, agreement, language, slots)
    from sulh.accord.drafts import fill  # noqa: PLC0415 - not needed for --help

    least = strictest((case.provenance.handling, *(issue.provenance.handling for issue in issues)))
    made = fill(template, name, slots, language, least)
    notices += [
        Fault(name, None, f"no place for the issue {one!r}; add {{{{{one}}}}}") for one in made.absent
    ]
    print_faults((*notices, *made.faults))
    if made.faults:
        context.exit(UNREADABLE)
    if output:
        write_file(output, made.text)
    if as_json:
        print_json(
            {
                "audience": str(made.handling),
                "language": language,
                "chosen": {slot.issue: slot.chosen for slot in slots if slot.chosen},
                "open": [slot.issue for slot in slots if not slot.chosen],
                "absent": list(made.absent),
                "text": made.text,
            }
        )
    elif not output:
        click.echo(made.text.encode(), nl=False)
    if faults:
        context.exit(UNREADABLE)


def _issues(folder: Path, case: "Case") -> tuple[tuple[Issue, ...], tuple[Fault, ...]]:
    """Return the issues of the negotiation, then those of `issues.toml` that it has not, with options."""
    from sulh.table.door import FILE, load_with_faults  # noqa: PLC0415 - not needed for --help

    found: tuple[Issue, ...] = ()
    faults: tuple[Fault, ...] = ()
    if (folder / FILE).exists():
        negotiation, faults = load_with_faults(folder)
        found = negotiation.issues if negotiation else ()
    met = {issue.id for issue in found}
    found += tuple(issue for issue in case.issues if issue.id not in met and issue.options)
    if not found and not faults:
        reason = f"the case has no issue with options; add them to {FILE} or issues.toml"
        faults = (Fault(str(folder), None, reason),)
    return found, faults


def _chosen(package: str, issues: Sequence[Issue]) -> Mapping[str, str]:
    """Return the option of each issue that `--package` names."""
    known = {issue.id: [option.id for option in issue.options] for issue in issues}
    chosen: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in package.split(","))):
        issue, equals, option = (word.strip() for word in part.partition("="))
        if not equals or issue not in known:
            message = f"{part!r} names no issue; write ISSUE=OPTION with one of {', '.join(known)}"
        elif option not in known[issue]:
            message = f"the issue {issue!r} has no option {option!r}; use one of {', '.join(known[issue])}"
        elif issue in chosen:
            message = f"{issue!r} stands twice; choose one option"
        else:
            chosen[issue] = option
            continue
        raise click.BadParameter(message, param_hint="--package")
    return chosen


def _slot(issue: Issue, chosen: str | None, language: str) -> "Slot":
    from sulh.accord.drafts import Slot  # noqa: PLC0415 - not needed for --help

    options = tuple(_suggestion(issue, option, language) for option in issue.options)
    return Slot(issue.id, _label(issue.title, issue.id, language), options, chosen)


def _suggestion(issue: Issue, option: Option, language: str) -> "Suggestion":
    from sulh.accord.drafts import Suggestion  # noqa: PLC0415 - not needed for --help

    words = dict(option.clause.wordings).get(language) if option.clause else None
    if words:
        return Suggestion(option.id, words)
    remark = translator(language).gettext(
        "The option {option} of {issue} has no clause in this language; its title stands here."
    )
    label = _label(option.title, option.id, language)
    return Suggestion(option.id, label, remark.format(option=option.id, issue=issue.id))


def _label(title: LocalText | None, identifier: str, language: str) -> str:
    return title.within(language) if title else identifier


def _template(
    folder: Path, case: "Case", agreement: str | None, language: str, slots: "Sequence[Slot]"
) -> tuple[str, str, list[Fault]]:
    """Return the name and the text of the template, and what to know of it."""
    from sulh.accord.drafts import outline  # noqa: PLC0415 - not needed for --help

    path = folder / "agreements" / (agreement or "") / TEMPLATES / f"{language}.md"
    if agreement and not (folder / "agreements" / agreement).is_dir():
        message = f"the case has no agreement {agreement!r}; name a folder in agreements/"
        raise click.BadParameter(message, param_hint="--agreement")
    if agreement and path.exists():
        try:
            return str(path), path.read_bytes().decode("utf-8-sig"), []
        except UnicodeDecodeError:
            message = f"{path} is not UTF-8; save it as UTF-8"
            raise click.UsageError(message) from None
    reason = "there is no template in this language; the issues stand in the order of the case"
    title = case.title.within(language)
    return "draft", outline(title, slots), [Fault(str(path), None, reason)] if agreement else []

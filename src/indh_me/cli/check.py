"""`indh-me check`."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

import indh_me as me

from .completion import complete_rule
from .group import BAD_INPUT, FALLS_SHORT
from .options import DATA, FRAMEWORK, as_of, example, language_option, prints_unicode, read
from .working import working

__all__ = ["check"]

NEVER = "never"
#: How the name of a form ends, in small letters.
FORM = ".xlsx"


def _picked(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Read rules, given one by one or separated by commas."""
    from indh_me.compute.check import INVALID_FILE, chosen_rules

    words = tuple(word.strip() for value in values for word in value.split(","))
    if not words:
        return ()
    try:
        chosen_rules(words, among=(INVALID_FILE, *me.RULES, *me.FORM_RULES))
    except me.UnknownCodeError as error:
        told = "; ".join(f"{fault.what}: {fault.mend}" for fault in error.faults)
        raise click.BadParameter(told) from None
    return words


def _list_rules(ctx: click.Context, _param: click.Parameter, value: object) -> None:
    """Print every rule of both linters."""
    from indh_me.compute.check import INVALID_FILE

    if value is True:
        for rule in (INVALID_FILE, *me.RULES, *me.FORM_RULES):
            click.echo(f"{rule.id} {rule.severity.value:8}{rule.name}: {rule.about}")
        ctx.exit()


def _of(words: tuple[str, ...], rules: "tuple[me.Rule, ...]") -> tuple[str, ...]:
    """Leave out words that pick none of some rules: they pick others."""
    from indh_me.compute.check import chosen_rules

    def picks(word: str) -> bool:
        try:
            chosen_rules(word, among=rules)
        except me.UnknownCodeError:
            return False
        return True

    return tuple(word for word in words if picks(word))


def _rules(name: str, words: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(
        name,
        callback=_picked,
        multiple=True,
        metavar="RULES",
        help=words,
        shell_complete=complete_rule,
    )


@click.command(
    epilog=example(
        "indh-me check framework.toml observations.csv --as-of 2008-03-27",
        "indh-me check framework.toml --ignore ME002 --format sarif -o findings.sarif",
        "indh-me check form.xlsx --fail-on warning",
    )
)
@FRAMEWORK
@DATA
@as_of("Day for the rules that need one, such as 2008-03-27.", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github", "gitlab"]),
    default="text",
    show_default=True,
    help="For people, for machines, or for a service of continuous integration.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="A file to write instead of printing; its name is printed.",
)
@_rules(
    "--select",
    "Rules to run: ids, what ids begin with, or names, with commas between, as in ME001,ME04. May "
    "be given several times; by default all.",
)
@_rules("--ignore", "Rules to leave out of those, written the same way.")
@click.option(
    "--show-suppressed",
    is_flag=True,
    help="Show the findings that the framework suppresses too, with their reason.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", NEVER]),
    default="error",
    show_default=True,
    help="Mildest severity that makes the exit status 1.",
)
@language_option(
    "Language of headings and severities: ar, fr or en; by default en. Findings are in English."
)
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_rules,
    help="List all rules and exit; no file is needed.",
)
def check(
    framework: str,
    data: tuple[str, ...],
    *,
    as_of: date | None,
    form: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    show_suppressed: bool,
    fail_on: str,
    language: str | None,
) -> None:
    """Find what is wrong with FRAMEWORK and the observations in DATA.

    Given one or several forms (XLSForm, .xlsx) instead, find what is wrong with these.

    Exit status 1 when there are errors, 3 when a file cannot be read.
    """
    select, ignore = _for(framework, select, ignore)
    try:
        with working(language) as step:
            step("read")
            if _is_form(framework):
                forms = _forms((framework, *data))
                step("check")
                found = _in_forms(forms, select, ignore)
            else:
                plan, observations = read(framework, data)
                step("check")
                made = me.check(
                    plan, observations, as_of=as_of, select=select, ignore=ignore, suppressed=True
                )
                found = me.locate(made, framework, *data)
    except me.InvalidFileError as error:
        if form == "text":
            raise
        _tell(me.findings_of(error), form, output, language=language)
        sys.exit(BAD_INPUT)
    _tell(found, form, output, show_suppressed=show_suppressed, language=language)
    left = [finding.severity for finding in found if finding.suppressed is None]
    if fail_on != NEVER and any(each.is_at_least(me.Severity(fail_on)) for each in left):
        sys.exit(FALLS_SHORT)


def _is_form(file: str) -> bool:
    return file.lower().endswith(FORM)


def _for(
    file: str, select: tuple[str, ...], ignore: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leave out rules of the other linter, so that all files can be checked with one list."""
    from indh_me.compute.check import INVALID_FILE

    rules = me.FORM_RULES if _is_form(file) else (INVALID_FILE, *me.RULES)
    selected, ignored = _of(select, rules), _of(ignore, rules)
    if select and not selected:
        kind = "a form" if _is_form(file) else "a framework"
        message = f"{', '.join(select)} picks no rule of {kind}, which {file} is"
        raise click.BadParameter(message, param_hint="--select")
    return selected, ignored


def _forms(files: tuple[str, ...]) -> "tuple[me.XlsForm, ...]":
    """Read forms; when some cannot be read, tell all their faults at once."""
    others = [file for file in files if not _is_form(file)]
    if others:
        message = f"{others[0]} is no form ({FORM}), and {files[0]} is: check them one by one"
        raise click.UsageError(message)
    forms: list[me.XlsForm] = []
    faults: list[me.Fault] = []
    for file in files:
        try:
            forms.append(me.read_xlsform(file))
        except me.InvalidFileError as error:
            faults += error.faults
    if faults:
        raise me.InvalidFileError(*faults)
    return tuple(forms)


def _in_forms(
    forms: "tuple[me.XlsForm, ...]", select: tuple[str, ...], ignore: tuple[str, ...]
) -> "tuple[me.Finding, ...]":
    """Give what is wrong with each of several forms."""
    return tuple(
        finding for form in forms for finding in me.check_form(form, select=select, ignore=ignore)
    )


def _tell(
    findings: "tuple[me.Finding, ...]",
    form: str,
    output: str | None,
    *,
    show_suppressed: bool = False,
    language: str | None = None,
) -> None:
    """Write findings to a file, or print them."""
    if output is not None:
        me.write_findings(findings, output, form, root=Path.cwd(), show_suppressed=show_suppressed)
        click.echo(output)
    elif form == "text":
        from indh_me.write.terminal import show_findings
        from indh_me.write.words import FALLBACK

        show_findings(
            findings,
            show_suppressed=show_suppressed,
            language=FALLBACK if language is None else language,
        )
    else:
        text = me.findings_to_text(
            findings,
            form,
            root=Path.cwd(),
            show_suppressed=show_suppressed,
            ascii_only=not prints_unicode(),
        )
        click.echo(text, nl=False)

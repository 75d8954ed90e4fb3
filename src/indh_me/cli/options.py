"""Arguments and options that several verbs take, and the files behind them."""

import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import click

import indh_me as me

from .completion import complete_code, complete_language

__all__ = [
    "CODE",
    "DATA",
    "FORMAT",
    "FRAMEWORK",
    "LANGUAGE",
    "as_of",
    "echo_json",
    "example",
    "language_option",
    "prints_unicode",
    "read",
]


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """Read a day."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        message = f"{value!r} is not a day: write it as 2008-03-27"
        raise click.BadParameter(message) from None


def _tag(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Read a language tag."""
    from indh_me.model.text import language_tag

    try:
        return None if value is None else language_tag(value)
    except me.InvalidInputError as error:
        raise click.BadParameter(error.faults[0].what) from None


def as_of(
    words: str = "Day on which it should hold, such as 2008-03-27.", *, required: bool = True
) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """Give the option for the day."""
    return click.option("--as-of", callback=_day, required=required, metavar="DATE", help=words)


CODE = click.argument("code", shell_complete=complete_code)
FRAMEWORK = click.argument("framework", type=click.Path())
DATA = click.argument("data", nargs=-1, type=click.Path())


def language_option(words: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """Give the option for the language."""
    return click.option(
        "--language", callback=_tag, metavar="TAG", help=words, shell_complete=complete_language
    )


LANGUAGE = language_option(
    "Language of what is written: ar, fr, en, or one that the framework has labels in; by default "
    "its first."
)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for machines.",
)


def example(*lines: str) -> str:
    """Write the end of a help text, whose lines click leaves as they are."""
    return "\n".join(("\b", "Example:", *(f"  {line}" for line in lines)))


def read(framework: str, data: tuple[str, ...]) -> "tuple[me.Framework, me.Observations]":
    """Read a framework with the observations that stand in it and in other files."""
    plan, inside = me.read_framework_file(framework)
    if len(data) == 0:
        return plan, inside
    return plan, me.Observations.concatenate(inside, me.read_observations(*data))


def prints_unicode() -> bool:
    """Tell whether the standard output takes every letter."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return bool(encoding.lower().startswith("utf"))


def echo_json(plain: dict[str, Any]) -> None:
    """Print plain data as JSON."""
    import json

    click.echo(json.dumps(plain, ensure_ascii=not prints_unicode(), indent=2))

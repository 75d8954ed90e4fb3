"""What the command line says of its verbs."""

import inspect

from click import Argument, Choice, Command, Context, Option

import indh_me as me
from indh_me.cli import main
from indh_me.write.layouts import LAYOUTS

from .markdown import code, either, prose, table

__all__ = ["verb_markdown"]

#: Words of help texts that are code, and look like plain ones.
CODES = [*(each.code for each in me.presets()), *LAYOUTS]


def verb_markdown(verb: str) -> str:
    """Describe a verb: how it is called, what it does, its options, and examples.

    Parameters
    ----------
    verb
        Its name on the command line.
    """
    command = main.commands[verb]
    parts = [
        f"```text\n{_usage(command, verb)}\n```",
        *(prose(each, _arguments(command)) for each in _paragraphs(command.help)),
        _options(command),
        "```console\n" + "\n".join(f"$ {line}" for line in _examples(command)) + "\n```",
    ]
    return "\n\n".join(part for part in parts if part != "")


def _usage(command: Command, verb: str) -> str:
    context = Context(command, info_name=verb, parent=Context(main, info_name="indh-me"))
    return " ".join([context.command_path, *command.collect_usage_pieces(context)])


def _arguments(command: Command) -> list[str]:
    return [(each.name or "").upper() for each in command.params if isinstance(each, Argument)]


def _paragraphs(text: str | None) -> list[str]:
    """Split a help text, each paragraph on one line."""
    return [" ".join(each.split()) for each in inspect.cleandoc(text or "").split("\n\n")]


def _examples(command: Command) -> list[str]:
    """Take the lines of the epilog without those that set them apart in a terminal."""
    return [line.strip() for line in (command.epilog or "").splitlines()[2:]]


def _options(command: Command) -> str:
    options = [each for each in command.params if isinstance(each, Option)]
    if not options:
        return ""
    words = [*_arguments(command), *CODES]
    return table(
        ["Option", "What it does"], ([_name(each), _told(each, words)] for each in options)
    )


def _name(option: Option) -> str:
    """Write an option with what it is given, the short form first."""
    *short, long = option.opts
    return ", ".join([*map(code, short), code(f"{long} {_given(option)}".rstrip())])


def _given(option: Option) -> str:
    if option.metavar is not None:
        return option.metavar
    if option.is_flag:
        return ""
    return "WORD" if isinstance(option.type, Choice) else option.type.name.upper()


def _told(option: Option, words: list[str]) -> str:
    parts = [prose(option.help or "", words)]
    if isinstance(option.type, Choice):
        # Newer versions of Click take words that are no strings.
        parts.append(f"One of {either([code(str(each)) for each in option.type.choices])}.")
    if option.required:
        parts.append("Required.")
    if option.show_default:
        parts.append(f"Default: {code(str(option.default))}.")
    return " ".join(parts)

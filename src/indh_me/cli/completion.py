"""What a shell may complete beside files and options: codes, languages, layouts, rules.

Each function is given what was typed before. What cannot be read completes to nothing: a shell is
no place for error messages.
"""

from collections.abc import Callable, Iterable, Iterator

import click
from click.shell_completion import CompletionItem

import indh_me as me

__all__ = [
    "Completer",
    "complete_code",
    "complete_dimension",
    "complete_language",
    "complete_layout",
    "complete_part",
    "complete_preset",
    "complete_rule",
]

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
#: Languages that the labels are in.
LANGUAGES = ("ar", "fr", "en")

Choice = tuple[str, str]
"""A word, and what some shells show beside it."""


def _framework(ctx: click.Context) -> "me.Framework | None":
    """Read the framework that was typed, if it is there and can be read."""
    # Behind an option that still lacks its value, click leaves the arguments unnamed.
    typed = ctx.params.get("framework") or next(iter(ctx.args), None)
    if not isinstance(typed, str):
        return None
    try:
        return me.read_framework(typed)
    except me.IndhMeError:
        return None


def _items(choices: Iterable[Choice], typed: str, before: str = "") -> list[CompletionItem]:
    """Give the choices that go on from what was typed."""
    return [
        CompletionItem(before + word, help=" ".join(said.split()) or None)
        for word, said in choices
        if word.startswith(typed)
    ]


def _said(text: "me.Text | None", language: str) -> str:
    return "" if text is None else text.resolve(language)[0]


def complete_code(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete the code of an indicator of the framework."""
    plan = _framework(ctx)
    if plan is None:
        return []
    named = ((each.code, _said(each.name, plan.default_language)) for each in plan.indicators)
    return _items(named, typed)


def complete_dimension(
    ctx: click.Context, _param: click.Parameter, typed: str
) -> list[CompletionItem]:
    """Complete the code of a dimension of the framework."""
    plan = _framework(ctx)
    if plan is None:
        return []
    named = ((each.code, _said(each.name, plan.default_language)) for each in plan.dimensions)
    return _items(named, typed)


def complete_language(
    ctx: click.Context, _param: click.Parameter, typed: str
) -> list[CompletionItem]:
    """Complete a language: those of the framework, and those that the labels are in."""
    from indh_me.catalog import labels

    plan, names = _framework(ctx), labels()["language"]
    tags = dict.fromkeys([*(() if plan is None else plan.languages), *LANGUAGES])
    return _items(((tag, names[tag][tag] if tag in names else "") for tag in tags), typed)


def complete_layout(
    _ctx: click.Context, _param: click.Parameter, typed: str
) -> list[CompletionItem]:
    """Complete the name of a layout of the workbook."""
    from indh_me.write.layouts import LAYOUTS

    return _items(((name, "") for name in LAYOUTS), typed)


def complete_preset(
    _ctx: click.Context, _param: click.Parameter, typed: str
) -> list[CompletionItem]:
    """Complete the code of a published rule."""
    return _items(((each.code, _said(each.name, "en")) for each in me.presets()), typed)


def complete_part(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete a theme or an indicator of the library, the last of several with commas between."""
    before, comma, last = typed.rpartition(",")
    return _items(_parts(), last, before + comma)


def _parts() -> Iterator[Choice]:
    from indh_me.catalog.themes import THEMES, theme

    yield from ((each, theme(each)["framework"]["title"]["en"]) for each in THEMES)
    yield from ((each.code, _said(each.name, "en")) for each in me.library().indicators)


def complete_rule(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete the id of a rule of the linter, the last of several with commas between."""
    before, comma, last = typed.rpartition(",")
    rules = (*me.RULES, *me.FORM_RULES)
    return _items(((each.id, each.name) for each in rules), last, before + comma)

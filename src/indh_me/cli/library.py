"""`indh-me library`."""

import click

import indh_me as me

from .completion import complete_part
from .options import FORMAT, echo_json, example, language_option

__all__ = ["library"]


@click.command(
    epilog=example("indh-me library training", "indh-me library training.completion_rate")
)
@click.argument("wanted", nargs=-1, shell_complete=complete_part)
@language_option("Language of the list and the sheets: ar, fr or en; by default fr.")
@FORMAT
def library(wanted: tuple[str, ...], language: str | None, form: str) -> None:
    """List the indicators of the library, or show reference sheets.

    WANTED are themes, whose indicators are listed, and codes of indicators, whose reference
    sheets are shown; without any, the whole library is listed.
    """
    part = me.library(*wanted)
    if form == "json":
        from indh_me._codec import framework_to_plain

        echo_json(framework_to_plain(part))
        return
    words = part.default_language if language is None else language
    codes = [word for word in wanted if word in {each.code for each in part.indicators}]
    themes = [word for word in wanted if word not in codes]
    if len(codes) == 0 or len(themes) > 0:
        from indh_me.write.terminal import show_indicators

        show_indicators(me.library(*themes), words)
    for code in codes:
        click.echo(me.reference_sheet(part, code, words))

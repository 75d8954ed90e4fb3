"""`indh-me doctor`."""

from typing import TYPE_CHECKING, Any

import click

from .options import FORMAT, echo_json, example, language_option

if TYPE_CHECKING:
    from indh_me.write.tables import Table
    from indh_me.write.words import Words

    from .installation import Installation

__all__ = ["doctor"]


@click.command(epilog=example("indh-me doctor", "indh-me doctor --format json"))
@language_option("Language of the tables: ar, fr or en; by default en.")
@FORMAT
def doctor(language: str | None, form: str) -> None:
    """Tell what is installed, and what could be added.

    Nothing is changed, nothing is started, and the exit status is 0 whatever is missing.
    """
    from indh_me.catalog.installation import installation

    from .installation import installed

    catalogue = installation()
    found = installed(catalogue["programs"])
    if form == "json":
        echo_json(_plain(found))
        return
    from indh_me.write.terminal import show_table
    from indh_me.write.words import FALLBACK, Words

    words = Words(FALLBACK if language is None else language)
    for number, table in enumerate(
        (_packages(found, words), _extras(found, words), _programs(found, words))
    ):
        if number > 0:
            click.echo()
        show_table(table, words)


def _plain(found: "Installation") -> dict[str, Any]:
    return {
        "indh-me": found.version,
        "python": found.python,
        "system": found.system,
        "packages": {each.name: each.version for each in found.packages},
        "extras": {
            each.name: {
                "installed": each.is_installed,
                "packages": {package.name: package.version for package in each.packages},
                "install": each.command,
            }
            for each in found.extras
        },
        "programs": {each.code: each.path for each in found.programs},
    }


def _packages(found: "Installation", words: "Words") -> "Table":
    from indh_me.write.tables import Column, Row, Table

    missing = words.label("doctor", "missing")
    return Table(
        title=f"indh-me {found.version} \u00b7 Python {found.python} \u00b7 {found.system}",
        columns=tuple(
            Column(words.label("doctor", key)) for key in ("package", "version", "wanted")
        ),
        rows=tuple(
            Row((each.name, missing if each.version is None else each.version, each.wanted))
            for each in found.packages
        ),
    )


def _extras(found: "Installation", words: "Words") -> "Table":
    from indh_me.catalog.installation import installation
    from indh_me.write.tables import Column, Row, Table

    said = installation()["extras"]
    return Table(
        title=words.label("doctor", "extras"),
        columns=tuple(Column(words.label("doctor", key)) for key in ("extra", "state", "adds")),
        rows=tuple(
            Row(
                (
                    each.name,
                    words.label("doctor", "installed" if each.is_installed else "missing"),
                    words.chosen(said[each.name]) if each.name in said else "",
                )
            )
            for each in found.extras
        ),
        notes=tuple(
            words.label("doctor", "install", extra=each.name, command=words.isolated(each.command))
            for each in found.extras
            if not each.is_installed
        ),
    )


def _programs(found: "Installation", words: "Words") -> "Table":
    from indh_me.catalog.installation import installation
    from indh_me.write.tables import Column, Row, Table

    said = installation()["programs"]
    return Table(
        title=words.label("doctor", "programs"),
        columns=tuple(Column(words.label("doctor", key)) for key in ("program", "state", "use")),
        rows=tuple(
            Row(
                (
                    said[each.code]["name"],
                    words.label("doctor", "not_found") if each.path is None else each.path,
                    words.chosen(said[each.code]),
                )
            )
            for each in found.programs
        ),
    )

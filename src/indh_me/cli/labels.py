"""`indh-me labels`."""

import click

import indh_me as me

from .options import example

__all__ = ["labels"]


@click.command(
    epilog=example(
        "indh-me labels es > labels.toml",
        "indh-me labels es framework.toml",
    )
)
@click.argument("language")
@click.argument("framework", required=False, type=click.Path())
def labels(language: str, framework: str | None) -> None:
    """List the words of workbooks and tables, to give them in LANGUAGE, a tag such as es.

    What is printed are tables of a framework file. With FRAMEWORK, the labels that it has already
    stand among them.
    """
    plan = None if framework is None else me.read_framework_file(framework)[0]
    click.echo(me.labels_template(language, plan), nl=False)

"""The command line: each verb reads its arguments, calls one library function and prints.

Exit status: 0 done, 1 findings or figures that fall short, 2 wrong usage, 3 bad input or output.
"""

import sys

import click

from .assess import assess, explain
from .breakdown import breakdown
from .check import check
from .collect import collect
from .doctor import doctor
from .form import form
from .group import Verbs
from .labels import labels
from .library import library
from .new import new
from .options import example
from .project import project
from .workbook import workbook

__all__ = ["main"]


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=example(
        "indh-me new my-programme",
        "indh-me check my-programme/framework.toml my-programme/observations.csv",
    ),
)
@click.version_option(package_name="indh-me", prog_name="indh-me")
def main() -> None:
    """Monitor and evaluate training and communication programmes."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Arabic gets escapes, not a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


VERBS = (
    *(new, library, check, assess, explain, breakdown, project, workbook, labels, collect),
    *(form, doctor),
)

for verb in VERBS:
    main.add_command(verb)

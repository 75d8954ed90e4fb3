"""How long the package takes to import, and the command to show its help."""

import tempfile
from pathlib import Path

from _measure import Ratio, report, time_processes

BARE_COMMAND = '''
import click

@click.group()
def main():
    """Do nothing."""

@main.command()
def verb():
    """Do nothing at all."""

main()
'''


def main() -> None:
    """Measure start-up against the least that the same parts need."""
    bare = Path(tempfile.mkdtemp(), "bare.py")
    bare.write_text(BARE_COMMAND, encoding="utf-8")
    least = ["-c", "import attrs, numpy"]
    imported = time_processes(["-c", "import indh_me"], least)
    used = time_processes(["-c", "import indh_me as me; me.read_framework, me.assess"], least)
    helped = time_processes(["-m", "indh_me", "--help"], [str(bare), "--help"])
    report(
        Ratio("import indh_me / import attrs, numpy", *imported, limit=2.5),
        Ratio("the same, with what reads and assesses", *used),
        Ratio("indh-me --help / a bare Click program", *helped, limit=2),
    )


if __name__ == "__main__":
    main()

"""How good projections are: on data, in digits, beside other software, and in time.

Reads the folder that the environment variable INDH_ME_REFERENCE_DATA names, and prints a page:
`PYTHONPATH=bench python -m evidence`; `--output docs/evidence/projection.md` writes it.
`--project module:function` tries another function that takes what `project_panel` takes,
`--method` some of its methods, `--part` some of the page.
"""

import argparse
import importlib
import os
import sys
from pathlib import Path

from indh_me.compute.projection import Project

from .page import METHODS, PARTS, page

VARIABLE = "INDH_ME_REFERENCE_DATA"
PROJECT = "indh_me.compute.projection:project_panel"


def main() -> None:
    """Print the page, or write it."""
    parser = argparse.ArgumentParser(prog="evidence", description="Measure projections.")
    parser.add_argument("--project", default=PROJECT, help=f"module:function, by default {PROJECT}")
    parser.add_argument("--method", action="append", help="the first is held to the aims")
    parser.add_argument("--part", action="append", choices=PARTS, help="by default all")
    parser.add_argument("--output", type=Path, help="file to write")
    given = parser.parse_args()
    if VARIABLE not in os.environ:
        parser.error(f"{VARIABLE} names no folder of reference data: nothing was measured")
    module, _, name = given.project.partition(":")
    project: Project = getattr(importlib.import_module(module), name)
    folder = Path(os.environ[VARIABLE])
    lines = []
    for line in page(folder, project, given.method or METHODS, given.part or tuple(PARTS)):
        lines.append(line)
        if given.output is None:
            print(line)
            sys.stdout.flush()
    if given.output is not None:
        given.output.parent.mkdir(parents=True, exist_ok=True)
        given.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Run the benches: `python -m bench` runs all of them, `python -m bench start_up` one.

Each is a script of its own, run in a process of its own, that compares two things within one
run: OVER says that the ratio of the two is over its limit.
"""

import argparse
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("[!_]*.py"))


def main() -> None:
    """Run the benches that are named, or all; exit with 1 when a ratio is over its limit."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure speed.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    chosen = parser.parse_args().names or NAMES
    unknown = sorted(set(chosen) - set(NAMES))
    if unknown:
        parser.error(f"no bench {', '.join(unknown)}: choose of {', '.join(NAMES)}")
    over = False
    for name in chosen:
        print(f"\n{name}", flush=True)
        command = [sys.executable, str(FOLDER / f"{name}.py")]
        over |= subprocess.run(command, check=False).returncode != 0
    sys.exit(int(over))


if __name__ == "__main__":
    main()

"""How long 100 sessions take from file to XLSForms, against one, each in a process of its own.

What one session costs is mostly the start: imports, and reading the item bank. A programme that
makes the forms of its whole year pays it once.
"""

import subprocess
import sys
from pathlib import Path

from _measure import Ratio, report, time_calls

SESSION = Path(__file__).parents[1] / "examples" / "indh" / "session.toml"
SESSIONS = 100
LIMIT = 60.0
WORK = """
import sys, tempfile
from pathlib import Path
import indh_me as me
folder = Path(tempfile.mkdtemp())
for number in range(int(sys.argv[2])):
    forms = me.training_forms(me.read_session(sys.argv[1]))
    me.write_forms(forms, folder / str(number), channels=["xlsform"])
"""


def _make(sessions: int) -> None:
    subprocess.run([sys.executable, "-c", WORK, str(SESSION), str(sessions)], check=True)


def main() -> None:
    """Measure, and print the ratio."""
    many, one = time_calls(lambda: _make(SESSIONS), lambda: _make(1))
    report(Ratio(f"the trio of {SESSIONS} sessions, against one", many, one, limit=LIMIT))


if __name__ == "__main__":
    main()

import subprocess
import sys

import indh_me as me
from indh_me.notebook import ShownInNotebook

#: Imports the package, and tells whether what shows values has come with it.
STARTED = """
import sys, indh_me
print(any(name.startswith("indh_me.") and name != "indh_me.notebook" for name in sys.modules))
value = indh_me.Framework(code="DEMO", languages=["en"])
print("indh_me.write" in sys.modules)
print(value._repr_html_().splitlines()[0])
"""


class Alone(ShownInNotebook):
    """A value of which nobody knows how to show it."""

    shown_by = None


def test_value_shows_itself() -> None:
    """A notebook is given the HTML of a value, in the first language of its framework."""
    demo = me.Framework(code="DEMO", languages=["ar", "fr"])

    assert me.to_html(demo, "ar") == demo._repr_html_()


def test_nothing_is_imported_before_it_is_shown() -> None:
    """The import of the package brings none of its rooms, and a value not what shows it."""
    done = subprocess.run(
        [sys.executable, "-c", STARTED], capture_output=True, text=True, check=True
    )

    assert ["False", "False", '<div class="indh-me" lang="en" dir="ltr">'] == (
        done.stdout.splitlines()
    )


def test_value_without_what_shows_it() -> None:
    """Without anything that makes HTML, the notebook is told to show the text."""
    assert Alone()._repr_html_() is None


def test_values_stay_small() -> None:
    """Values that have slots keep them: a projection takes no attributes that it does not have."""
    assert not hasattr(me.project({"2005": 60, "2006": 62}, to="2010"), "__dict__")

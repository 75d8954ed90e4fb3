from datetime import date
from pathlib import Path

import pytest

import indh_me as me
from indh_me.write.layouts import LAYOUTS

INDH = Path(__file__).parents[3] / "examples" / "indh"
DAY = date(2011, 3, 31)
#: A pair of languages for each layout, so that each of them comes first and second.
PAIRS = {
    "eu": ("ar", "fr"),
    "fcdo": ("fr", "en"),
    "itt": ("en", "ar"),
    "undp": ("en", "fr"),
    "usaid": ("fr", "ar"),
    "worldbank": ("ar", "en"),
}


@pytest.mark.parametrize("name", sorted(LAYOUTS))
@pytest.mark.parametrize("is_double", [False, True])
def test_what_nobody_changed_is_the_same(name: str, tmp_path: Path, *, is_double: bool) -> None:
    """A workbook that nobody touched comes back the same in each layout, in one language or two."""
    framework, inside = me.read_framework_file(INDH / "framework.toml")
    known = me.read_observations(INDH / "illustration.csv")
    seen = me.Observations.concatenate(inside, known)
    first, second = PAIRS[name]
    file = tmp_path / "book.xlsx"
    me.write_workbook(
        me.assess(framework, seen, as_of=DAY),
        seen,
        file,
        layout=name,
        language=first,
        second_language=second if is_double else None,
    )

    entered = me.read_workbook(file)
    made = me.collect(entered, framework=framework, known=known, in_framework=inside)

    assert (name, first, second if is_double else None) == (
        entered.layout,
        entered.language,
        entered.second_language,
    )
    assert {me.Outcome.SAME} == {each.outcome for each in made.figures}
    assert len(seen) == len(made.figures)
    assert () == tuple(made.findings)

"""One good form, one changed cell each: exactly the rule of that mistake speaks, of that cell."""

import pytest

from form_mistakes import SEEDS, Seed, cell_of, seeded
from indh_me.survey.lint import check_form
from xlsforms import GOOD, form_of


def _name(seed: Seed) -> str:
    return f"{seed.rule}-{SEEDS.index(seed)}"


def test_good_form_is_good() -> None:
    """Of the form that the mistakes are seeded in, nothing is found."""
    assert () == check_form(form_of(GOOD))


@pytest.mark.parametrize("seed", SEEDS, ids=_name)
def test_one_mistake_one_finding(seed: Seed) -> None:
    """With one cell changed, exactly the rule of that mistake speaks, of that cell."""
    found = check_form(form_of(seeded(seed)))

    assert [(seed.rule, "form.xlsx", cell_of(seed))] == [
        (each.id, each.place.file, each.place.path) for each in found
    ]

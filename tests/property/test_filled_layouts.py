"""Are the forms of donors alive? Filled in anew, they show what a fresh workbook would show."""

import math
from datetime import date, datetime
from itertools import product
from pathlib import Path
from random import Random

from openpyxl import load_workbook

from filled import Typed, fill_in, typed_as
from indh_me.compute import assess
from indh_me.model import Observation, Observations
from indh_me.write import write_workbook
from indh_me.write.content import Content
from indh_me.write.layouts import LAYOUTS
from indh_me.write.words import Words
from invented import another_value, invented
from written_workbook import differences, recalculated

LANGUAGES = ("ar", "fr", "en")
#: The sheets of each layout that give figures in the form of a donor.
FORMS = {
    "eu": ("eu",),
    "fcdo": ("fcdo",),
    "usaid": ("usaid",),
    "undp": ("undp",),
    "worldbank": ("worldbank", "worldbank_plan"),
}
CASES = tuple(enumerate(product(FORMS, LANGUAGES), start=800))


def test_every_layout_is_filled_in() -> None:
    """No layout is left out but the one of which other tests fill in the workbooks."""
    assert {*FORMS, "itt"} == set(LAYOUTS)


def test_filled_forms_show_what_fresh_ones_would(tmp_path: Path, libreoffice: str) -> None:
    """Whatever is typed, LibreOffice brings every cell of a form to what a workbook written from
    those figures shows, and the tracking sheet to what `assess` gives of them.
    """
    paths, fresh, expected = [], [], []
    for seed, (layout, language) in CASES:
        case, random = invented(seed), Random(seed)  # noqa: S311 - chance that can be repeated
        words = Words.of(case.framework, language)
        before = assess(case.framework, case.observations, as_of=case.as_of)
        path = tmp_path / f"{seed}-{layout}-{language}.xlsx"
        write_workbook(before, case.observations, path, layout=layout, language=language)
        rows: dict[str, Typed] = {}
        seen = [each for each in case.observations if not each.categories.is_total]
        for entry in Content(before, case.observations, words).entries:
            if entry.categories.is_total:
                value = another_value(entry.indicator, random)
                rows[entry.key] = typed_as(value, entry.indicator, words)
                if value is not None:
                    code, period = entry.indicator.code, entry.period
                    seen.append(Observation(indicator=code, period=period, value=value))
        fill_in(path, words, rows)
        table = Observations.from_iterable(seen)
        after = assess(case.framework, table, as_of=case.as_of)
        other = tmp_path / f"fresh-{path.name}"
        write_workbook(after, table, other, layout=layout, language=language)
        paths.append(path)
        fresh.append(other)
        expected.append((layout, words, after))

    copies = recalculated(paths, tmp_path / "recalculated", libreoffice)
    wrong: list[str] = []
    for copy, other, (layout, words, after) in zip(copies, fresh, expected, strict=True):
        wrong += differences(copy, after, words)
        for key in FORMS[layout]:
            wrong += unlike(copy, other, words.label("sheet", key))

    assert [] == wrong


def unlike(path: Path, other: Path, name: str) -> list[str]:
    """Tell which cells of a sheet show other things in two workbooks."""
    one, two = (shown(each, name) for each in (path, other))
    return [
        f"{path.name}: {name}!{cell} is {one.get(cell)!r}, not {two.get(cell)!r}"
        for cell in sorted(one.keys() | two.keys())
        if not alike(one.get(cell), two.get(cell))
    ]


def shown(path: Path, name: str) -> dict[str, object]:
    """Give what the cells of a sheet show, of those that show anything."""
    book = load_workbook(path, data_only=True)
    cells: dict[str, object] = {
        cell.coordinate: cell.value
        for row in book[name].iter_rows()
        for cell in row
        if cell.value not in {None, ""}
    }
    book.close()
    return cells


def alike(one: object, two: object) -> bool:
    """Tell whether two cells show the same, but for the last digits of a number."""
    if isinstance(one, date | datetime) or isinstance(two, date | datetime):
        return str(one)[:10] == str(two)[:10]
    if isinstance(one, int | float) and isinstance(two, int | float):
        return math.isclose(one, two, rel_tol=1e-9, abs_tol=1e-12)
    return one == two

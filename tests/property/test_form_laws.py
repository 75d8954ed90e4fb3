"""Laws of the linter of forms: it never fails, it is quick, and its places are there."""

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from indh_me.cells import ROWS
from indh_me.survey.lint import FORM_RULES, check_form
from indh_me.survey.lint.vocabulary import (
    APPEARANCES,
    CHOICE_COLUMNS,
    SETTINGS,
    SHEETS,
    SURVEY_COLUMNS,
)
from indh_me.survey.xlsform import FormRow, FormSheet, XlsForm
from indh_me.survey.xlsform.survey_type import TYPES
from xlsforms import AR, EN, FR, GOOD, changed, form_of

ADDRESS = re.compile(
    r"(?P<sheet>.+)!(?:(?P<column>[A-Z]+)(?P<cell>[0-9]+)|(?P<row>[0-9]+):(?P=row))"
)

#: Words that mean something in a form, right and wrong, in any cell.
WORDS = st.one_of(
    st.sampled_from(sorted({*SHEETS, *SURVEY_COLUMNS, *TYPES, *APPEARANCES, *SETTINGS})),
    st.sampled_from(["select_one a", "select_multiple a or_other", "${a}", "${b} = 'x'", "yes"]),
    st.sampled_from(["start=0 end=10 step=0", "start=1e999 end=x", ". = = 1", "((", "'", "-"]),
    st.sampled_from([AR, "label::", "::", "label:: (ar)", "هل توافق؟", "\ud800", "99", "a b"]),
    st.text(max_size=12),
)
HEADERS = st.one_of(
    st.sampled_from(sorted({*SURVEY_COLUMNS, *CHOICE_COLUMNS, *SETTINGS})),
    st.sampled_from([f"{column}::{tag}" for column in ("label", "hint") for tag in (AR, FR, EN)]),
    WORDS,
)


@st.composite
def sheets(draw: st.DrawFn) -> FormSheet:
    """Draw a sheet of anything."""
    columns = draw(st.lists(HEADERS, max_size=8))
    names = [each for each in columns if each != ""] or ["type"]
    cells = st.dictionaries(st.sampled_from(names), WORDS.filter(bool), max_size=6)
    rows = draw(st.lists(cells, max_size=8))
    name = draw(st.one_of(st.sampled_from(SHEETS), WORDS))
    return FormSheet(name, columns, [FormRow(at, row) for at, row in enumerate(rows, 2)])


def holds(form: XlsForm, path: str) -> bool:
    """Tell whether a place is one of the form."""
    if path == "":
        return True
    names = {each.name for each in form.sheets}
    if path in names:
        return True
    found = ADDRESS.fullmatch(path)
    if found is None or found["sheet"] not in names:
        return False
    number = int(found["cell"] or found["row"])
    rows = {row.number for each in form.sheets if each.name == found["sheet"] for row in each.rows}
    return number == 1 or (number in rows and number <= ROWS)


@given(st.lists(sheets(), max_size=4))
def test_anything_can_be_checked(drawn: list[FormSheet]) -> None:
    """Whatever stands in a form, the rules give findings of that form, always the same."""
    form = XlsForm(drawn, "drawn.xlsx")
    found = check_form(form)

    assert [] == [str(each) for each in found if not holds(form, each.place.path)]
    assert {"drawn.xlsx"} >= {each.place.file for each in found}
    assert found == check_form(form)
    assert {rule.id: rule.severity for rule in FORM_RULES}.items() >= {
        (each.id, each.severity) for each in found
    }


@given(st.data())
def test_one_changed_cell(data: st.DataObject) -> None:
    """A good form with any words in any cell has findings of that form only."""
    sheet = data.draw(st.sampled_from(sorted(GOOD)))
    row = data.draw(st.integers(0, len(GOOD[sheet]) - 1))
    column = data.draw(st.integers(0, len(GOOD[sheet][0]) - 1))
    form = form_of(changed(GOOD, sheet, row, column, data.draw(WORDS)))

    assert [] == [str(each) for each in check_form(form) if not holds(form, each.place.path)]


def _hostile(rows: int) -> XlsForm:
    """Return a form in which every row has several mistakes, each another one."""
    columns = ("type", "name", f"label::{AR}", f"label::{FR}", "relevant", "choice_filter")
    survey = [
        FormRow(
            number,
            {
                "type": f"select_one lst{number}" if number % 3 else f"intger{number}",
                "name": f"q{number}",
                f"label::{AR}": "-",
                "relevant": f"${{x{number}}} = 'no{number}' and ${{q{number + 1}}} = 1",
                "choice_filter": f"col{number} = ${{q2}}",
                "appearance": f"likrt{number}",
            },
        )
        for number in range(2, rows + 2)
    ]
    choices = [
        FormRow(number, {"list_name": f"list{number % 500}", "name": f"a b{number}"})
        for number in range(2, rows + 2)
    ]
    return XlsForm(
        [
            FormSheet("survey", (*columns, "appearance"), survey),
            FormSheet("choices", ("list_name", "name", f"label::{FR}"), choices),
        ]
    )


def _seconds(form: XlsForm) -> float:
    start = time.process_time()
    check_form(form)
    return time.process_time() - start


def test_many_mistakes_take_no_longer_each() -> None:
    """Ten thousand rows, wrong in every cell, are checked in seconds, and not in their square."""
    few, many = _hostile(1_000), _hostile(10_000)
    once = min(_seconds(few) for _ in range(2))

    assert _seconds(many) < max(30 * once, 1.0)

"""Laws of forms: nothing is lost on the way through an XLSForm, and all clients ask the same."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

import indh_me as me
from indh_me.survey.tree import Node
from indh_me.testing import answers_to, instruments
from indh_me.testing.strategies.logic import Known, conditions, numbers, texts
from odk import OdkValidate
from xform import XForm

TODAY = date(2008, 3, 27)
CLIENTS = {"start", "end", "today", "_start", "_end", "_today", "instanceID"}


def _converted(form: me.Instrument) -> tuple[str, list[str]]:
    """Convert a form through its file, as Kobo and ODK do."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "form.xlsx")
        me.write_xlsform(form, file)
        warnings: list[str] = []
        result = convert(str(file), warnings=warnings)
    return str(result.xform), [*warnings, *result.warnings]


@given(instruments())
def test_form_comes_back_from_its_file_as_it_was(form: me.Instrument) -> None:
    """A form that is written as an XLSForm and read is equal to what it was."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "form.xlsx")
        me.write_xlsform(form, file)

        assert form == me.read_instrument(file)


@given(instruments())
def test_form_comes_back_from_its_sheets_as_it_was(form: me.Instrument) -> None:
    """A form that is made into sheets and made of them again is equal to what it was."""
    assert form == me.instrument_of(me.xlsform_of(form))


@given(instruments())
def test_sheets_come_back_as_they_were(form: me.Instrument) -> None:
    """Sheets that were written and read are the same sheets."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "form.xlsx")
        me.write_xlsform(form, file)

        assert me.xlsform_of(form).sheets == me.read_xlsform(file).sheets


@given(st.data())
def test_all_clients_ask_the_same(data: st.DataObject) -> None:
    """What is asked and which answers are refused is the same here and in the converted XForm."""
    form = data.draw(instruments())
    answers = data.draw(answers_to(form))
    xml, warnings = _converted(form)
    sheets = me.xlsform_of(form).sheet("survey")
    assert sheets is not None
    headings = {row.get("name") for row in sheets.rows if row.get("appearance") == "label"}
    filled = XForm(xml).fill(answers, TODAY)
    names = {place.name for place in form.questions}
    routing = me.route(form, answers, today=TODAY)

    assert [] == warnings
    assert set() == set(filled.asked) - names - CLIENTS - headings
    assert list(routing.asked) == [name for name in filled.asked if name in names]
    assert list(routing.broken) == [name for name in filled.broken if name in names]


def test_odk_takes_every_form(odk_validate: OdkValidate, tmp_path: Path) -> None:
    """ODK Validate takes drawn forms, all kinds of questions and of logic among them."""
    forms: list[str] = []

    @settings(max_examples=40)
    @given(instruments())
    def collect(form: me.Instrument) -> None:
        forms.append(_converted(form)[0])

    collect()

    assert len(forms) >= 40
    assert [] == odk_validate.refused(forms, tmp_path)


def _known() -> Known:
    """Give questions of all kinds to look at."""
    words = me.Text.of(en="?")
    lists = {"yn": me.ChoiceList("yn", [me.Choice("yes"), me.Choice("no")])}
    kinds = {"single": "yn", "multiple": "yn", "integer": None, "date": None, "text": None}
    questions = [
        me.Question(name=f"a_{kind}", kind=kind, label=words, choices=choices)
        for kind, choices in kinds.items()
    ]
    return Known(questions, lists)


KNOWN = _known()
TREES = st.one_of(conditions(KNOWN, 3), numbers(KNOWN, 3), texts(KNOWN))


@given(TREES)
def test_expression_reads_back_as_it_was(tree: Node) -> None:
    """An expression that is written and read is the same tree, so it means the same."""
    assert me.Expression(tree) == me.Expression.parse(str(me.Expression(tree)))


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "a_single": st.sampled_from(("yes", "no")),
        "a_multiple": st.sampled_from((("yes",), ("yes", "no"))),
        "a_integer": st.integers(0, 20).map(float),
        "a_date": st.dates(date(2007, 1, 1), date(2009, 1, 1)),
        "a_text": st.sampled_from(("smith", "b c")),
    },
)


@given(conditions(KNOWN), conditions(KNOWN), ANSWERS)
def test_logic_follows_de_morgan(
    first: Node, second: Node, answers: dict[str, me.AnswerValue]
) -> None:
    """Not both is the same as not the one or not the other, whatever is answered."""
    one, other = str(first), str(second)
    left = me.Expression.parse(f"not(({one}) and ({other}))")
    right = me.Expression.parse(f"not({one}) or not({other})")

    assert left.evaluate(answers, today=TODAY) is right.evaluate(answers, today=TODAY)


@given(numbers(KNOWN), numbers(KNOWN), ANSWERS)
def test_exactly_one_order_of_numbers_holds(
    first: Node, second: Node, answers: dict[str, me.AnswerValue]
) -> None:
    """Of two numbers one is smaller or both are equal; without a number nothing holds."""
    signs = [
        me.Expression.parse(f"({first}) {sign} ({second})").evaluate(answers, today=TODAY)
        for sign in ("<", "=", ">")
    ]
    numbers_there = all(
        me.Expression.parse(f"({each}) = ({each})").evaluate(answers, today=TODAY)
        for each in (first, second)
    )

    assert int(numbers_there) == sum(map(bool, signs))


@given(TREES, ANSWERS)
def test_only_named_answers_count(tree: Node, answers: dict[str, me.AnswerValue]) -> None:
    """An answer that an expression does not name changes nothing of what it comes to."""
    expression = me.Expression(tree)
    named = {name: answers[name] for name in expression.references if name in answers}

    assert repr(expression.evaluate(answers, today=TODAY)) == repr(
        expression.evaluate(named, today=TODAY)
    )


@pytest.mark.parametrize("text", ["", "x", "${a", "1 +", "((1)", "${a} = 'x", "nope(1)", "1 2"])
def test_wrong_expression_is_refused(text: str) -> None:
    """What is no expression is refused with what was expected."""
    with pytest.raises(me.ParseError) as refused:
        me.Expression.parse(text)

    assert all(fault.mend != "" for fault in refused.value.faults)

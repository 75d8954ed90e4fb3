from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from indh_me._codec.scalars import (
    plain_number,
    plain_quantity,
    read_boolean,
    read_categories,
    read_day,
    read_number,
    read_period,
    read_quantity,
    read_string,
    read_string_pairs,
    read_strings,
    read_table,
    read_unit,
    read_value,
    read_word,
)
from indh_me.model import Absence, Categories, Level, Period, Quantity, Unit
from refusals import Strange, refusal, refusals

HUGE = 16**9999  # Python refuses to write it out.


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        (18000.0, 18000),
        (-3.0, -3),
        (0.5, 0.5),
        (0.0, 0),
        (-0.0, 0),
        (1e300, 1e300),
        (2.0**53, 2.0**53),
    ],
)
def test_whole_numbers_have_no_point(number: float, plain: float) -> None:
    """Whole numbers are written without a decimal point, as long as all of them can be."""
    made = plain_number(number)

    assert (plain, type(plain)) == (made, type(made))


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Quantity.exactly(9), 9),
        (Quantity.exactly(0), 0),
        (Quantity.at_least(18_000), ">=18000"),
        (Quantity.at_most(5), "<=5"),
        (Quantity.between(58, 70, best=64), "64 (58..70)"),
        (Quantity.fraction(16, 25, per=100), "64 [16/25]"),
        (Quantity(), ".."),
        (Absence.NOT_REPORTED, "not_reported"),
    ],
)
def test_quantities_are_numbers_where_they_can_be(
    value: Quantity | Absence, plain: float | str
) -> None:
    """A quantity that is one number is written as one, any other in its written form."""
    assert plain == plain_quantity(value)
    assert value == read_value(plain)


@pytest.mark.parametrize(
    ("read", "plain", "value"),
    [
        (read_string, "a", "a"),
        (read_strings, ["a", "b"], ("a", "b")),
        (read_boolean, False, False),
        (read_number, 3, 3.0),
        (read_day, date(2008, 3, 27), date(2008, 3, 27)),
        (read_day, "2008-03-27", date(2008, 3, 27)),
        (read_period, 2008, Period.year(2008)),
        (read_period, date(2008, 3, 27), Period.day(date(2008, 3, 27))),
        (read_period, "2005/2007", Period.parse("2005/2007")),
        (read_quantity, 20_000, Quantity.exactly(20_000)),
        (read_quantity, ">=5", Quantity.at_least(5)),
        (read_value, "not_applicable", Absence.NOT_APPLICABLE),
        (read_unit, "score 1..5", Unit.score(1, 5)),
        (read_categories, {"sex": "female"}, Categories.of(sex="female")),
        (read_string_pairs, {"sdg": "4.4.1"}, (("sdg", "4.4.1"),)),
        (read_table, {"a": 1}, {"a": 1}),
    ],
)
def test_plain_data_is_read(read: Callable[[object], object], plain: object, value: object) -> None:
    """Each kind of value is read from the plain data that files hold."""
    made = read(plain)

    assert (value, type(value)) == (made, type(made))


@pytest.mark.parametrize(
    ("read", "plain", "what"),
    [
        (read_string, 3, "a string is needed here, not the number '3'"),
        (read_strings, "place", "a list of strings is needed here, not the string 'place'"),
        (read_strings, {"a": 1}, "a list of strings is needed here, not the table '{'a': 1}'"),
        (read_boolean, "true", "true or false is needed here, not the string 'true'"),
        (read_boolean, 1, "true or false is needed here, not the number '1'"),
        (read_number, True, "a number is needed here, not the word 'true'"),
        (read_number, "5", "a number is needed here, not the string '5'"),
        (read_number, float("nan"), "a finite number is needed here, not the number 'nan'"),
        (read_number, float("inf"), "a finite number is needed here, not the number 'inf'"),
        pytest.param(
            read_number,
            HUGE,
            "a smaller number is needed here, not the number of thousands of digits",
            id="huge number",
        ),
        (read_day, "20080327", "a day is needed here, not the string '20080327'"),
        (read_day, "2008-W13-4", "a day is needed here, not the string '2008-W13-4'"),
        (read_day, "2008-02-30", "a day is needed here, not the string '2008-02-30'"),
        (read_day, "spring", "a day is needed here, not the string 'spring'"),
        (
            read_day,
            datetime(2008, 3, 27, 9),  # noqa: DTZ001 - as TOML has it
            "a day is needed here, not the value 'datetime.datetime(2008, 3, 27, 9, 0)'",
        ),
        (read_period, 8, "'8' is not a period"),
        (read_period, -2008, "a period is needed here, not the number '-2008'"),
        pytest.param(
            read_period,
            HUGE,
            "a period is needed here, not the number of thousands of digits",
            id="huge year",
        ),
        (read_period, True, "a period is needed here, not the word 'true'"),
        (read_period, 2008.0, "a period is needed here, not the number '2008.0'"),
        (read_period, time(9), "a period is needed here, not the value 'datetime.time(9, 0)'"),
        (read_period, "20x8", "'20x8' is not a period"),
        (read_quantity, True, "a number is needed here, not the word 'true'"),
        (read_quantity, [5], "a number is needed here, not the list '[5]'"),
        (read_quantity, "5,5", "'5,5' is not a quantity"),
        (read_value, "not_due", "'not_due' is not reported"),
        (read_unit, ["count"], "a string is needed here, not the list '['count']'"),
        (read_unit, "cuont", "unknown unit 'cuont'"),
        (read_table, [], "a table is needed here, not the list '[]'"),
        (read_categories, "female", "a table is needed here, not the string 'female'"),
    ],
)
def test_values_of_the_wrong_kind_are_refused(
    read: Callable[[object], object], plain: Strange, what: str
) -> None:
    """A value of the wrong kind is refused with the kind that is needed, and the value."""
    assert refusal(lambda: read(plain)).what.startswith(what)


@pytest.mark.parametrize(
    ("plain", "what", "mend"),
    [
        ("outptu", "unknown level 'outptu'", "did you mean 'output'?"),
        (3, "unknown level '3'", "known: impact, outcome, output, activity"),
        (["output"], "unknown level '['output']'", "did you mean 'output'?"),
        pytest.param(HUGE, "unknown level of thousands of digits", "known: impact", id="huge"),
    ],
)
def test_unknown_words_are_refused(plain: Strange, what: str, mend: str) -> None:
    """A word that an enumeration does not list is refused with the nearest of those it does."""
    fault = refusal(lambda: read_word(plain, Level))

    assert what == fault.what
    assert fault.mend.startswith(mend)


def test_words_are_read() -> None:
    """A word is read as the member of the enumeration that it names."""
    assert Level.OUTPUT is read_word("output", Level)


@pytest.mark.parametrize(
    ("read", "plain", "paths"),
    [(read_strings, ["a", 1, 2], ["[1]", "[2]"]), (read_categories, {"a b": 1}, ['"a b"'])],
)
def test_every_element_is_judged(
    read: Callable[[object], object], plain: object, paths: list[str]
) -> None:
    """All elements of the wrong kind are reported, each with its place."""
    assert paths == [fault.where.path for fault in refusals(lambda: read(plain))]

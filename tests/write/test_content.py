from datetime import date

import pytest
from attrs import evolve

from drafts import AS_OF, content, flow, seen
from indh_me.compute import Assessment, assess
from indh_me.compute.window import Window
from indh_me.errors import InvalidInputError
from indh_me.model import (
    Framework,
    Indicator,
    Observations,
    Period,
    Quantity,
    Text,
)
from indh_me.write.content import Content
from indh_me.write.style import CODE, HEADING, TEXT
from indh_me.write.words import Words

TRAINED = flow("A", {"2008": 20, "2009": 25})
FIGURES = (seen("A", "2008", 18), seen("A", "2009-S1", 12), seen("A", "2009-S2", 12))


def test_title_is_the_code_when_there_is_none() -> None:
    """A framework without title is called by its code."""
    assert "DEMO" == content([]).title
    assert "Formation [fr]" == content([], title=Text.of(fr="Formation"), languages=["fr"]).title


def test_milestones_stand_apart() -> None:
    """Indicators with figures and milestones are told apart."""
    made = content([flow("A"), Indicator.milestone("M"), flow("B")])

    assert ["A", "B"] == [each.code for each in made.numeric]
    assert ["M"] == [each.code for each in made.milestones]


def test_periods_that_are_shown() -> None:
    """The periods of the targets, and those of figures that lie in none of them."""
    made = content([TRAINED], [*FIGURES, seen("A", "2005/2007", 9)])

    assert ["2005/2007", "2008", "2009"] == [str(period) for period in made.periods["A"]]


def test_windows_of_what_is_shown() -> None:
    """Beside a target stands its row, or an accumulation where one row does not say it all."""
    made = content([TRAINED], FIGURES)
    of_2008, of_2009 = TRAINED.targets

    assert made.shown_window(TRAINED, of_2008) is None
    assert Window.of(TRAINED, of_2009) == made.shown_window(TRAINED, of_2009)


def test_cumulative_targets_are_shown_since_the_start() -> None:
    """Beside a cumulative target stands everything since the start."""
    cumulative = evolve(
        TRAINED, targets=[evolve(each, cumulative=True) for each in TRAINED.targets]
    )
    made = content([cumulative], FIGURES)
    window = made.shown_window(cumulative, cumulative.targets[1])

    assert window == Window(first=None, last=date(2009, 12, 31), by_last_day=False)
    assert Quantity.exactly(42) == made.in_windows["A", window].quantity


def test_figures_in_windows() -> None:
    """What counts towards each target is accumulated once, to date for all."""
    made = content([TRAINED, Indicator.milestone("M")], FIGURES)
    (case,) = made.cases["A"]
    window = case.counted.window

    assert Quantity.exactly(24) == made.in_windows["A", window].quantity
    assert Quantity.exactly(42) == made.to_date["A"][0].quantity
    assert made.to_date["M"][0].quantity is None


@pytest.mark.parametrize(
    ("accumulation", "periods", "expected"),
    [
        ("sum", ("2008", "2009"), False),
        ("sum", ("2008", "2008-Q4/2009"), True),
        ("mean", ("2008", "2008-Q2"), True),
        ("ratio", ("2008/2010", "2008", "2010"), True),
        ("latest", ("2008", "2008-Q2"), False),
        ("latest", ("2008", "2008-Q4"), True),
        ("running_total", ("2007/2008", "2008"), True),
        ("running_total", ("2007/2008", "2007/2009"), False),
        ("peak", ("2008", "2008-Q4"), False),
    ],
)
def test_rows_that_may_collide(
    accumulation: str, periods: tuple[str, ...], *, expected: bool
) -> None:
    """Rows collide that share days where each counts once, or end alike where the last counts."""
    indicator = flow(accumulation=accumulation)
    made = content([indicator], [seen("A", each, "not_reported") for each in periods])

    assert expected is made.may_collide(indicator)


def test_other_observations_are_refused() -> None:
    """A workbook is made only of the observations that were assessed."""
    framework = Framework(code="DEMO", languages=["en"], indicators=[TRAINED, flow("B")])
    assessment = assess(framework, Observations.from_iterable(FIGURES), as_of=AS_OF)

    def fault(*rows: int) -> str:
        table = Observations.from_iterable(FIGURES).select(list(rows))
        with pytest.raises(InvalidInputError) as caught:
            Content(assessment, table, Words("en"))
        return str(caught.value)

    assert (
        "the figures of A are not those that were assessed\n"
        "  where: observations.A\n"
        "  mend:  give the observations that the assessment was made from"
    ) == fault()
    assert "of A are not those" in fault(0, 1)


def test_faults_of_a_spreadsheet_are_told_together() -> None:
    """What no spreadsheet could hold is refused, all of it at once."""
    with pytest.raises(InvalidInputError) as caught:
        content([flow("a"), flow("A")], [seen("a", "2008", 1), seen("a", "2008", 2)])

    assert [
        "a spreadsheet does not tell 'a' from 'A'",
        "a is reported twice for '2008'",
    ] == [fault.what for fault in caught.value.faults]


def test_figures_moved_between_periods_are_other_ones() -> None:
    """Figures that come to the same total, but not in the same periods, are other ones."""
    moved = [seen("A", "2008", 30), seen("A", "2009-S1", 12)]
    assessment: Assessment = content([TRAINED], FIGURES).assessment

    with pytest.raises(InvalidInputError, match="not those that were assessed"):
        Content(assessment, Observations.from_iterable(moved), Words("en"))


def test_figures_on_the_way_are_assessed() -> None:
    """Of a target that is not due, what counts so far is compared too."""
    indicator, day = flow(targets={"2011": 40}), date(2011, 6, 30)
    assessment = content(
        [indicator], [seen("A", "2010", 4), seen("A", "2011-Q1", 6)], as_of=day
    ).assessment
    other = Observations.from_iterable([seen("A", "2010", 6), seen("A", "2011-Q1", 4)])

    assert Quantity.exactly(6) == assessment["A"].actual
    with pytest.raises(InvalidInputError, match="the figures of A are not those"):
        Content(assessment, other, Words("en"))


def test_styles_turn_with_the_language() -> None:
    """In Arabic, words read from right to left in a font for Arabic; codes from left to right."""
    arabic, french = content([], language="ar"), content([], language="fr")

    assert (True, True) == (arabic.style(TEXT).right_to_left, arabic.style(TEXT).arabic)
    code = arabic.code_style(CODE)
    assert (False, "right", True) == (code.right_to_left, code.horizontal, code.bold)
    assert "centre" == arabic.code_style(HEADING).horizontal
    assert (TEXT, evolve(CODE, wrap=True)) == (french.style(TEXT), french.code_style(CODE))


def test_other_scripts_from_right_to_left() -> None:
    """Urdu is written from right to left, but is not Arabic."""
    style = content([], language="ur").style(TEXT)

    assert (True, False) == (style.right_to_left, style.arabic)


def test_columns_are_wide_enough() -> None:
    """Columns hold the longest code, and the largest figure with its unit."""
    made = content([flow("application", {"2008": 10**9}, unit="currency MAD")])

    assert (14, 20) == (made.code_width, made.number_width)


def test_unit_label() -> None:
    """An indicator counts what it says, else what its unit is."""
    made = content([])

    assert "people" == made.unit_label(flow(unit_label=Text.of(en="people")))
    assert "Percent" == made.unit_label(flow(unit="percent"))


def test_as_of_line() -> None:
    """The workbook says on which day it holds."""
    assert "As of 2010-12-31" == content([]).as_of_line


def test_total_entries() -> None:
    """Every indicator has its rows for totals, in the order of periods."""
    made = content([TRAINED, flow("B", {"2008": 1})], FIGURES)

    assert {
        "A": ["2008", "2009-S1", "2009-S2"],
        "B": ["2008"],
    } == {code: [str(each.period) for each in own] for code, own in made.total_entries.items()}
    assert Period.year(2008) == made.entries[0].period
    assert made.counts(made.entries[0])

from datetime import date

import pytest

from entered import filled, row
from filled_workbook import DEMO
from indh_me.compute import Collection, EntryForm, EntryIssue, Outcome, collect
from indh_me.compute.collection import EntryFinding
from indh_me.errors import Fault, InvalidInputError, Place
from indh_me.model import Absence, Citation, Observation, Observations, Period, Quantity, Text
from refusals import Strange, refusal

YEAR = Period.year(2008)
WITHOUT = Text.of(fr="hors formation territoriale")
SEEN = Observation(
    indicator="T-R1",
    period=YEAR,
    value=18_000,
    scope=WITHOUT,
    note=Text.of(fr="chiffre provisoire", en="provisional"),
    source=Citation("briefing", "2", Text.of(fr="plus de 18 000")),
    collected=date(2008, 3, 27),
)
NOTE = "hors formation territoriale; chiffre provisoire"
#: What the cells of `SEEN` hold when nobody touched them.
SHOWN: dict[str, Strange] = {"note": NOTE, "source": "briefing", "collected": date(2008, 3, 27)}
KNOWN = Observations.of(SEEN)


def collected(*figures: Strange, known: Observations | None = KNOWN) -> Collection:
    """Collect one workbook."""
    return collect(filled(*figures), framework=DEMO, known=known)


def outcomes(made: Collection) -> list[Outcome]:
    """Give the outcomes of all figures."""
    return [each.outcome for each in made.figures]


def faults(made: Collection) -> list[str]:
    """Give what was rejected."""
    return [each.fault.what for each in made.rejected]


def test_same_figure() -> None:
    """A figure that comes back as it was is the same: all that no cell shows is kept."""
    made = collected(row("T-R1", "2008", "18000", **SHOWN))

    assert [Outcome.SAME] == outcomes(made)
    assert KNOWN == made.observations() == made.observations(accept=True)
    assert made.is_settled()


def test_same_figure_after_a_spreadsheet() -> None:
    """Digits that spreadsheets do not keep make no other figure, nor do line ends of a note."""
    known = Observations.of(SEEN.with_value(0.1 + 0.2))
    made = collected(
        row("T-R1", "2008", "0.3", **{**SHOWN, "note": NOTE.replace("; ", ";\r\n")}), known=known
    )

    assert [Outcome.SAME] == outcomes(made)
    assert known == made.observations(accept=True)


def test_new_figure() -> None:
    """A figure of which nothing was known is new, and stands after those that were."""
    made = collected(row("T-R1", "2009", ">=5", note="voir PV", source="briefing"))
    expected = Observation(
        indicator="T-R1",
        period=Period.year(2009),
        value=Quantity.at_least(5),
        note=Text.of(fr="voir PV"),
        source=Citation("briefing"),
    )

    assert [Outcome.NEW] == outcomes(made)
    assert [SEEN, expected] == list(made.observations())
    assert made.is_settled()


def test_changed_figure_stays_until_it_is_accepted() -> None:
    """A changed figure stands beside the known one; only when accepted does it take its place,
    with the scope and the quote that no cell shows.
    """
    made = collected(row("T-R1", "2008", "19000", **SHOWN))
    (figure,) = made.figures

    assert (Outcome.CHANGED, SEEN) == (figure.outcome, figure.known)
    assert KNOWN == made.observations()
    assert [SEEN.with_value(19_000)] == list(made.observations(accept=True))
    assert (False, True) == (made.is_settled(), made.is_settled(accept=True))


@pytest.mark.parametrize(
    ("cells", "changed"),
    [
        ({"note": ""}, {"scope": None, "note": None}),
        ({"note": "hors formation territoriale"}, {"scope": WITHOUT, "note": None}),
        ({"note": "hors formation territoriale; vérifié"}, {"note": Text.of(fr="vérifié")}),
        ({"note": "vérifié"}, {"scope": None, "note": Text.of(fr="vérifié")}),
        ({"source": "autre"}, {"source": Citation("autre")}),
        ({"source": None}, {"source": None}),
        ({"collected": None}, {"collected": None}),
        ({"collected": date(2009, 1, 1)}, {"collected": date(2009, 1, 1)}),
    ],
    ids=str,
)
def test_changes_beside_the_value(cells: dict[str, Strange], changed: dict[str, Strange]) -> None:
    """A change of note, source or day is a change too, and touches nothing else."""
    made = collected(row("T-R1", "2008", "18000", **{**SHOWN, **cells}))
    (after,) = made.observations(accept=True)

    assert [Outcome.CHANGED] == outcomes(made)
    for name in ("value", "scope", "note", "source", "collected"):
        assert changed.get(name, getattr(SEEN, name)) == getattr(after, name)


def test_missing_figure_is_never_removed() -> None:
    """A known figure whose row was left blank is told and stays."""
    made = collected(row("T-R1", "2008", None))

    assert [Outcome.MISSING] == outcomes(made)
    assert KNOWN == made.observations(accept=True)
    assert made.is_settled()


@pytest.mark.parametrize(
    ("absence", "expected"),
    [(Absence.NOT_REPORTED, []), (Absence.NOT_APPLICABLE, [Outcome.MISSING])],
)
def test_blank_means_not_reported(absence: Absence, expected: list[Outcome]) -> None:
    """A blank row says again that nothing was reported; not that nothing applies."""
    known = Observations.of(Observation(indicator="T-R1", period=YEAR, value=absence))

    assert expected == outcomes(collected(row("T-R1", "2008", None), known=known))


@pytest.mark.parametrize(
    ("code", "group"), [("X", ""), ("T-R1", "sex=other"), ("T-R1", "age=young")]
)
def test_unknown_figure(code: str, group: str) -> None:
    """A figure of an indicator or a group that the framework lacks is told and not taken."""
    made = collected(row(code, "2008", "5", group))

    assert [Outcome.UNKNOWN] == outcomes(made)
    assert KNOWN == made.observations(accept=True)
    assert not made.is_settled(accept=True)


def test_blank_row_of_an_unknown_indicator() -> None:
    """A row of an unknown indicator in which nothing was entered is nothing to tell."""
    assert [] == outcomes(collected(row("X", "2008", None)))


def test_unknown_figure_of_the_second_workbook() -> None:
    """A figure that nobody knows is told, also where another workbook left its row blank."""
    blank, told = filled(row("X", "2008", None)), filled(row("X", "2008", "9"), file="b.xlsx")
    (figure,) = collect(blank, told, framework=DEMO, known=KNOWN).figures

    assert Outcome.UNKNOWN is figure.outcome
    assert told.figures == figure.entered


@pytest.mark.parametrize(
    ("figure", "what"),
    [
        (row("T-R1", "2009", "45", form=EntryForm.PERCENT), "a percentage for T-R1"),
        (row("T-R1", "2009", "1", form=EntryForm.ANSWER), "an answer for T-R1"),
        (row("C-P1", "2009", "0.5"), "'0.5' for the milestone C-P1"),
        (row("C-P1", "2009", ">=1"), "'>=1' for the milestone C-P1"),
        (
            row("T-R1", "2009", "5", "sex=male", group="female [en]"),
            "the row shows the group 'female [en]', its key that of 'male [en]'",
        ),
        (
            row("T-R1", "2009", "5", "sex=male", group="total"),
            "the row shows the group 'total', its key that of 'male [en]'",
        ),
    ],
    ids=["percentage", "answer", "half done", "bound", "group", "total"],
)
def test_figure_that_does_not_fit(figure: Strange, what: str) -> None:
    """A figure that cannot be one of its indicator, or shows another group, is rejected."""
    made = collected(figure)

    assert ([what], []) == (faults(made), outcomes(made))
    assert "Data entry!I5" == made.rejected[0].fault.where.path
    assert not made.is_settled(accept=True)


@pytest.mark.parametrize(
    "figure",
    [
        row("C-R2", "2010", "45", form=EntryForm.PERCENT, group="total"),
        row("C-P1", "2009", "1", form=EntryForm.ANSWER),
        row("C-P1", "2009", "0"),
        row("C-P1", "2009", "not_applicable"),
        row("T-R1", "2009", "5", "sex=male", group="male [en]"),
        row("T-R1", "2009", "5", "sex=male", group=None),
    ],
    ids=["percentage", "answer", "number", "absence", "group", "no group"],
)
def test_figure_that_fits(figure: Strange) -> None:
    """Percentages are for percentages, answers for milestones, and groups go by their names."""
    assert ([], [Outcome.NEW]) == (faults(collected(figure)), outcomes(collected(figure)))


def test_findings_of_the_workbook_are_kept() -> None:
    """What reading the workbook found is among the findings."""
    found = EntryFinding(EntryIssue.REJECTED, Fault("'x' is no figure", Place("D!I5"), "mend it"))
    made = collect(filled(findings=[found]), framework=DEMO)

    assert (found,) == made.findings == made.rejected


def test_several_workbooks_complete_each_other() -> None:
    """A row that a workbook leaves blank, or as it was, yields to what another has in it."""
    one = filled(row("T-R1", "2008", "18000", **SHOWN), row("T-R1", "2009", "7"))
    two = filled(row("T-R1", "2008", "19000", **SHOWN), row("T-R1", "2009", None), file="b.xlsx")
    made = collect(one, two, framework=DEMO, known=KNOWN)

    assert [Outcome.CHANGED, Outcome.NEW] == outcomes(made)
    assert ("a.xlsx", "b.xlsx") == made.files


def test_agreeing_workbooks() -> None:
    """What two workbooks say alike is one figure, with both cells."""
    made = collect(
        filled(row("T-R1", "2009", "7")),
        filled(row("T-R1", "2009", "7", file="b.xlsx"), file="b.xlsx"),
        framework=DEMO,
    )
    (figure,) = made.figures

    assert Outcome.NEW is figure.outcome
    assert ["a.xlsx", "b.xlsx"] == [each.place.file for each in figure.entered]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_conflict(order: tuple[int, ...]) -> None:
    """Two different figures are a conflict, whichever comes first: both cells are told, neither
    is taken, and what was known stays.
    """
    values = ["18000", "19000", "20000"]
    books = [
        filled(row("T-R1", "2008", value, file=f"{value}.xlsx", **SHOWN), file=f"{value}.xlsx")
        for value in values
    ]
    made = collect(*(books[at] for at in order), framework=DEMO, known=KNOWN)
    (figure,) = made.figures

    assert (Outcome.CONFLICT, SEEN, None) == (figure.outcome, figure.known, figure.observation)
    assert {"19000.xlsx", "20000.xlsx"} == {each.place.file for each in figure.entered}
    assert KNOWN == made.observations(accept=True)
    assert not made.is_settled(accept=True)


def test_figures_of_the_framework_file() -> None:
    """What stands in the framework file is known, but stays there: it is neither written again
    nor replaced.
    """
    book = filled(row("T-R1", "2008", "19000", **SHOWN), row("T-R1", "2009", "7"))
    made = collect(book, framework=DEMO, in_framework=KNOWN)

    assert [Outcome.CHANGED, Outcome.NEW] == outcomes(made)
    assert ["2009"] == [str(each.period) for each in made.observations(accept=True)]
    assert not made.is_settled(accept=True)


def test_other_framework() -> None:
    """A workbook that was made from another framework is refused with its name."""
    fault = refusal(lambda: collect(filled(framework="OTHER"), framework=DEMO))

    assert ("the workbook is of the framework 'OTHER', not 'DEMO'", "a.xlsx") == (
        *(fault.what, fault.where.file),
    )


def test_workbook_that_forgot_its_framework() -> None:
    """A workbook that does not say any more what it was made from is taken by its codes."""
    assert () == collect(filled(framework=None), framework=DEMO).findings


def test_figure_known_twice() -> None:
    """A figure that is known twice is refused, as none of the two is the one to compare with."""
    twice = Observations.of(SEEN, SEEN)

    with pytest.raises(InvalidInputError, match="T-R1 is known twice for '2008'"):
        collect(filled(), framework=DEMO, known=twice)

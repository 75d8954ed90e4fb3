"""Whatever a framework holds, it becomes a workbook or is refused with what to do."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute import Assessment, assess, projections
from indh_me.errors import Fault, InvalidInputError, WorkbookError
from indh_me.model import Framework, Observations
from indh_me.testing import LANGUAGES, days, frameworks, observations
from indh_me.write.layouts import LAYOUTS
from indh_me.write.workbook import workbook

OF_OUR_TIME = (date(1901, 1, 1), date(2999, 12, 31))


@st.composite
def assessments(draw: st.DrawFn) -> tuple[Assessment, Observations]:
    """Give assessments of any framework, with the observations that they were made from."""
    framework: Framework = draw(frameworks())
    table = draw(observations(framework))
    return assess(framework, table, as_of=draw(days(*OF_OUR_TIME))), table


@given(
    assessed=assessments(),
    language=st.sampled_from(LANGUAGES),
    layout=st.sampled_from(sorted(LAYOUTS)),
)
def test_workbook_or_refusal(
    assessed: tuple[Assessment, Observations], language: str, layout: str
) -> None:
    """A workbook is laid out, well formed and twice alike, or every fault says how to mend it; what
    has a tracking table has every other form too.
    """
    faults = refused(*assessed, language)

    assert [] == [fault for fault in faults if fault.mend == ""]
    if not faults:
        book = workbook(*assessed, language=language, layout=layout)

        assert () == book.faults()
        assert book == workbook(*assessed, language=language, layout=layout)


@given(assessed=assessments(), language=st.sampled_from(LANGUAGES))
def test_projections_refuse_no_workbook(
    assessed: tuple[Assessment, Observations], language: str
) -> None:
    """Whatever has a workbook has one with projections: as many sheets more as it has to show."""
    if refused(*assessed, language):
        return
    assessment, table = assessed
    made = projections(assessment.framework, table, as_of=assessment.as_of)
    without = workbook(*assessed, language=language)
    book = workbook(*assessed, language=language, projections=made)
    charts = sum(len(each.charts) for each in book.sheets)

    assert () == book.faults()
    projected = sum(len(each.figures) > 0 for each in made)
    assert projected == charts - sum(len(each.charts) for each in without.sheets)


def refused(assessment: Assessment, table: Observations, language: str) -> tuple[Fault, ...]:
    """Give the faults for which a workbook is refused."""
    try:
        workbook(assessment, table, language=language)
    except (InvalidInputError, WorkbookError) as error:
        return error.faults
    return ()

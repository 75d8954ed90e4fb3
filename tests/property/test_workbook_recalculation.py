"""Does the workbook agree with the library, and LibreOffice with the workbook?

Frameworks are invented by chance from a seed (see `invented`). How many, and from which seed on,
can be said by the environment: ``INDH_ME_WORKBOOKS=400 INDH_ME_SEED=1000``.
"""

import os
from pathlib import Path

import pytest
from attrs import frozen

from indh_me.compute import Assessment, assess, projections
from indh_me.write import write_workbook
from indh_me.write.words import Words
from invented import invented
from recalculation import recalculate
from written_workbook import differences

COUNT = int(os.environ.get("INDH_ME_WORKBOOKS", "40"))
SEED = int(os.environ.get("INDH_ME_SEED", "2008"))
#: After some hundred workbooks LibreOffice gives up.
AT_ONCE = 50
FORMULAS_EACH = 150


@frozen
class Written:
    """An assessment and its workbook."""

    assessment: Assessment
    words: Words
    path: Path


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, ...]:
    """Write the workbooks of all cases."""
    folder = tmp_path_factory.mktemp("invented")
    written = []
    for seed in range(SEED, SEED + COUNT):
        case = invented(seed)
        assessment = assess(case.framework, case.observations, as_of=case.as_of)
        path = folder / f"seed-{seed}.xlsx"
        # Every second one tells where its indicators are heading as well.
        ahead = projections(case.framework, case.observations, as_of=case.as_of)
        made = ahead if seed % 2 == 0 else None
        write_workbook(
            assessment, case.observations, path, language=case.language, projections=made
        )
        words = Words(case.language, case.framework.languages)
        written.append(Written(assessment, words, path))
    return tuple(written)


def test_libreoffice_comes_to_the_values_of_the_workbooks(
    workbooks: tuple[Written, ...], libreoffice: str
) -> None:
    """Every formula comes in LibreOffice to the value that it was written with."""
    paths = [written.path for written in workbooks]
    runs = [
        recalculate(paths[first : first + AT_ONCE], libreoffice)
        for first in range(0, COUNT, AT_ONCE)
    ]

    assert [] == [difference for run in runs for difference in run.differences][:20]
    assert sum(run.formulas for run in runs) > FORMULAS_EACH * COUNT


def test_workbooks_hold_the_figures_of_the_library(workbooks: tuple[Written, ...]) -> None:
    """To date, actual, rate and status of every indicator are those that `assess` gives."""
    wrong = [
        difference
        for each in workbooks
        for difference in differences(each.path, each.assessment, each.words)
    ]

    assert [] == wrong

"""Does the workbook agree with the library, and LibreOffice with the workbook, in every layout?

Frameworks are invented by chance from a seed (see `invented`). How many, and from which seed on,
can be said by the environment: ``INDH_ME_WORKBOOKS=400 INDH_ME_SEED=1000``.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import pytest
from attrs import frozen

from indh_me.compute import Assessment, Projections, assess, projections
from indh_me.write import write_workbook
from indh_me.write.layouts import LAYOUTS
from indh_me.write.words import Words
from invented import Case, invented
from recalculation import recalculate
from written_workbook import differences

#: Each pair of layout and language has a workbook for every 18 seeds.
PAIRS = tuple(product(LAYOUTS, ("ar", "fr", "en")))
COUNT = int(os.environ.get("INDH_ME_WORKBOOKS", "216"))
SEED = int(os.environ.get("INDH_ME_SEED", "2008"))
#: After some hundred workbooks LibreOffice gives up.
AT_ONCE = 27
FORMULAS_EACH = 150
#: Workbooks that are compared with the library: these sheets are the same in every layout.
COMPARED = 5
#: Seeds whose workbook is in a language of their own, of which there may be no labels.
OWN_LANGUAGE = 19
#: Seeds whose workbook tells where its indicators are heading as well.
AHEAD = 5


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
    return tuple(write(folder, seed) for seed in range(SEED, SEED + COUNT))


def write(folder: Path, seed: int) -> Written:
    """Write the workbook of one case."""
    case = invented(seed)
    layout, language = PAIRS[seed % len(PAIRS)]
    if seed % OWN_LANGUAGE == 0:
        language = case.language
    assessment = assess(case.framework, case.observations, as_of=case.as_of)
    path = folder / f"seed-{seed}-{layout}-{language}.xlsx"
    write_workbook(
        assessment,
        case.observations,
        path,
        layout=layout,
        language=language,
        projections=ahead(case) if seed % AHEAD == 0 else None,
    )
    return Written(assessment, Words.of(case.framework, language), path)


def ahead(case: Case) -> Projections:
    """Project the indicators of a case."""
    return projections(case.framework, case.observations, as_of=case.as_of)


def test_libreoffice_comes_to_the_values_of_the_workbooks(
    workbooks: tuple[Written, ...], libreoffice: str
) -> None:
    """Every formula comes in LibreOffice to the value that it was written with."""
    paths = [written.path for written in workbooks]
    parts = [paths[first : first + AT_ONCE] for first in range(0, COUNT, AT_ONCE)]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        runs = list(pool.map(lambda part: recalculate(part, libreoffice), parts))

    assert [] == [difference for run in runs for difference in run.differences][:20]
    assert sum(run.formulas for run in runs) > FORMULAS_EACH * COUNT


def test_workbooks_hold_the_figures_of_the_library(workbooks: tuple[Written, ...]) -> None:
    """To date, actual, rate and status of every indicator are those that `assess` gives."""
    wrong = [
        difference
        for each in workbooks[::COMPARED]
        for difference in differences(each.path, each.assessment, each.words)
    ]

    assert [] == wrong

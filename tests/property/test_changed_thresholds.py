"""Do the statuses follow thresholds that are changed in the workbook?"""

from pathlib import Path

from attrs import evolve
from openpyxl import load_workbook

from indh_me.compute import Assessment, assess
from indh_me.model import Thresholds
from indh_me.write import write_workbook
from indh_me.write.words import Words
from invented import invented
from written_workbook import differences, recalculated

CASES = range(300, 312)
CHANGED = Thresholds(on_track=0.925, at_risk=0.3)


def test_statuses_follow_changed_thresholds(tmp_path: Path, libreoffice: str) -> None:
    """Every status, in one language or two, is that of the library with the same thresholds, and
    the legend names them.
    """
    paths: list[Path] = []
    expected: list[tuple[Assessment, Words]] = []
    for seed in CASES:
        case, path = invented(seed), tmp_path / f"seed-{seed}.xlsx"
        made = assess(case.framework, case.observations, as_of=case.as_of)
        write_workbook(
            made,
            case.observations,
            path,
            language=case.language,
            second_language="fr" if seed % 2 == 0 else None,
        )
        book = load_workbook(path)
        for name in ("on_track", "at_risk"):
            ((sheet, cell),) = book.defined_names[name].destinations
            book[sheet][cell].value = getattr(CHANGED, name)
        book.save(path)
        other = evolve(case.framework, thresholds=CHANGED)
        again = assess(other, case.observations, as_of=case.as_of)
        paths.append(path)
        expected.append((again, Words.of(other, case.language)))

    copies = list(recalculated(paths, tmp_path / "recalculated", libreoffice))
    wrong = [
        difference
        for copy, (assessment, words) in zip(copies, expected, strict=True)
        for difference in differences(copy, assessment, words)
    ]
    legends = [
        "\n".join(
            str(value)
            for row in load_workbook(copy, data_only=True).worksheets[0].iter_rows(values_only=True)
            for value in row
        )
        for copy in copies
    ]

    assert [] == wrong
    assert all(
        words.percent(CHANGED.on_track) in legend
        for legend, (_, words) in zip(legends, expected, strict=True)
    )

"""How long it takes to collect a workbook of 1 000 indicators x 20 periods, against bare reading.

The peer reads the cells of all sheets with python-calamine, and makes nothing of them.
"""

import tempfile
from pathlib import Path

from _measure import Ratio, report, time_calls
from python_calamine import CalamineWorkbook
from workbook import assessment

import indh_me as me
from indh_me.read.safety import LARGEST_WORKBOOK, read_content
from indh_me.read.workbook_scan import scan_parts
from indh_me.read.zip_parts import ZipParts

LIMIT = 2.0


def main() -> None:
    """Measure, and print the ratios."""
    made, known = assessment()
    folder = Path(tempfile.mkdtemp())
    file, table = folder / "filled.xlsx", folder / "observations.csv"
    me.write_workbook(made, known, file, language="fr")
    framework = made.framework

    def bare() -> None:
        with CalamineWorkbook.from_path(file) as book:
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()

    def scan() -> None:
        scan_parts(ZipParts(read_content(file, LARGEST_WORKBOOK, ""), file))

    def collect() -> me.Collection:
        return me.collect(me.read_workbook(file), framework=framework, known=known)

    def write() -> None:
        me.write_observations(collect().observations(), table)

    print(f"{file.stat().st_size / 1e6:.1f} MB, {len(collect().figures)} figures")
    report(
        Ratio("scan of the parts", *time_calls(scan, bare)),
        Ratio("read_workbook", *time_calls(lambda: me.read_workbook(file), bare)),
        Ratio("read_workbook and collect", *time_calls(collect, bare), limit=LIMIT),
        Ratio("the same, and write the CSV file", *time_calls(write, bare)),
    )


if __name__ == "__main__":
    main()

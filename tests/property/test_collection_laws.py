"""What is typed into any workbook comes back: equal where it can be read, told where not."""

import tempfile
from datetime import date
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from filled_workbook import rejected, saved_by_libreoffice
from indh_me.compute import Assessment, Outcome, assess, collect
from indh_me.errors import InvalidInputError, WorkbookError
from indh_me.model import Absence, Framework, Indicator, Observations
from indh_me.model.quantity import Value
from indh_me.read import read_workbook
from indh_me.testing import LANGUAGES, days, frameworks, observations
from indh_me.write import write_workbook
from indh_me.write.content import Content
from indh_me.write.entries import Entry
from indh_me.write.sheets.entry_columns import FIRST_ROW, POSITION
from indh_me.write.sheets.precision import known_as
from indh_me.write.words import Words
from invented import Case, another_value, invented

OF_OUR_TIME = (date(1901, 1, 1), date(2999, 12, 31))
FAULTS = ("peu", "1,250", "12 50", ">5", "#N/A", "69-73", "31/02/2011", "=")
#: Seeds of invented cases that are typed into and saved by LibreOffice, in all three languages.
CASES = range(800, 809)


@st.composite
def assessments(draw: st.DrawFn) -> tuple[Assessment, Observations]:
    """Give assessments of any framework, with the observations that they were made from."""
    framework: Framework = draw(frameworks())
    table = draw(observations(framework))
    return assess(framework, table, as_of=draw(days(*OF_OUR_TIME))), table


@settings(max_examples=25)
@given(assessed=assessments(), language=st.sampled_from(LANGUAGES))
def test_untouched_workbook(assessed: tuple[Assessment, Observations], language: str) -> None:
    """Whatever the framework, its workbook comes back without a finding and with nothing new."""
    assessment, table = assessed
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsx")
        try:
            write_workbook(assessment, table, path, language=language)
        except (InvalidInputError, WorkbookError):
            return
        made = collect(read_workbook(path), framework=assessment.framework, known=table)

    assert () == made.findings
    assert {Outcome.SAME} >= {each.outcome for each in made.figures}
    assert table == made.observations(accept=True)


class Officer:
    """Types a figure or a fault into every row of a workbook, and moves the rows about."""

    def __init__(self, seed: int, case: Case, language: str, path: Path) -> None:
        self.random = Random(seed)  # noqa: S311 - chance that can be repeated
        self.case, self.path = case, path
        self.words = Words.of(case.framework, language)
        self.typed: dict[str, Value] = {}
        self.faults: set[str] = set()
        assessment = assess(case.framework, case.observations, as_of=case.as_of)
        write_workbook(assessment, case.observations, path, language=language)
        self.entries = Content(assessment, case.observations, self.words).entries

    def work(self) -> None:
        """Fill the workbook in."""
        book = load_workbook(self.path)
        self.sheet: Worksheet = book[self.words.label("sheet", "data_entry")]
        for row, entry in enumerate(self.entries, start=FIRST_ROW + 1):
            self.type_into(row, entry)
        order = list(range(FIRST_ROW + 1, FIRST_ROW + 1 + len(self.entries)))
        self.random.shuffle(order)
        self.rearrange(order)
        book.save(self.path)

    def rearrange(self, order: list[int]) -> None:
        """Put the rows into another order, and a blank one between them."""
        width = max(POSITION.values()) + 1
        rows = {
            row: [self.sheet.cell(row, at).value for at in range(1, width + 1)] for row in order
        }
        moved = {}
        for number, row in enumerate(order, start=FIRST_ROW + 1):
            moved[row] = number if number < FIRST_ROW + 2 else number + 1
        for row, number in moved.items():
            for at, content in enumerate(rows[row], start=1):
                cell = self.sheet.cell(number, at)
                cell.value = content
        if len(order) > 1:
            for at in range(1, width + 1):
                self.sheet.cell(FIRST_ROW + 2, at).value = None
        letters = get_column_letter(POSITION["value"] + 1)
        self.faults = {f"{self.sheet.title}!{letters}{moved[int(row)]}" for row in self.faults}

    def type_into(self, row: int, entry: Entry) -> None:
        """Type into a row; formulas of the folded columns are not needed to read it."""
        for name in ("counts_for", "best", "at_least", "at_most", "shown", "mark"):
            self.put(row, name, None)
        for name in ("weighted_low", "weighted_high", "shared_from"):
            self.put(row, name, None)
        for name in ("value", "known_as", "low", "high", "numerator", "denominator"):
            self.put(row, name, None)
        for name in ("sample_size", "collected", "source", "note"):
            self.put(row, name, None)
        value = another_value(entry.indicator, self.random)
        if value is None:
            return
        if self.random.random() < 0.2:
            self.put(row, "value", self.random.choice(FAULTS))
            self.faults.add(str(row))
            return
        self.typed[entry.key] = value
        if isinstance(value, Absence):
            name = self.random.choice(["value", "known_as"])
            self.put(row, name, self.words.label("absence", value))
            return
        how, number, low, high = known_as(value)
        cells = {"value": self.spelt(number, entry.indicator), "low": low, "high": high}
        cells |= {"numerator": value.numerator, "denominator": value.denominator}
        for name, content in cells.items():
            self.put(row, name, content)
        self.put(row, "known_as", self.words.label("known_as", how))

    def put(self, row: int, name: str, content: object) -> None:
        """Put something into a cell."""
        self.sheet.cell(row, POSITION[name] + 1).value = content  # type: ignore[assignment]

    def spelt(self, number: float | None, indicator: Indicator) -> float | str | None:
        """Type a number as such, as a text, or a milestone as an answer."""
        if number is None:
            return None
        if indicator.unit.is_milestone:
            answers = ("oui", "Done", "نعم") if number == 1 else ("non", "Not done", "لا")
            return self.random.choice(answers)
        if number.is_integer() and self.random.random() < 0.5:
            return f"{number:,.0f}".replace(",", "\u202f")
        return number


def read_back(officer: Officer, path: Path) -> tuple[dict[str, Value], set[str]]:
    """Give the values that are read, by key, and the cells that are rejected."""
    book = read_workbook(path)
    read = {
        "|".join(filter(None, (each.indicator, str(each.period), str(each.categories)))): each.value
        for each in book.figures
        if each.value is not None
    }
    made = collect(book, framework=officer.case.framework)
    assert () == made.of(Outcome.UNKNOWN)
    return read, set(rejected(book)) | {each.fault.where.path for each in made.rejected}


def test_entered_figures_come_back(tmp_path: Path) -> None:
    """Every figure that is typed comes back equal, and every fault is told with its cell."""
    count = wrong = 0
    for seed in range(900, 930):
        case = invented(seed)
        officer = Officer(seed, case, LANGUAGES[seed % 3], tmp_path / f"{seed}.xlsx")
        officer.work()
        read, told = read_back(officer, officer.path)

        assert (seed, officer.typed) == (seed, read)
        assert (seed, officer.faults) == (seed, told)
        count, wrong = count + len(read), wrong + len(told)
    assert count > 200
    assert wrong > 50


def test_entered_figures_come_back_from_libreoffice(tmp_path: Path, libreoffice: str) -> None:
    """The same holds when LibreOffice has opened and saved the workbook, in all languages."""
    officers = []
    for seed in CASES:
        officer = Officer(seed, invented(seed), LANGUAGES[seed % 3], tmp_path / f"{seed}.xlsx")
        officer.work()
        officers.append(officer)
    paths = [each.path for each in officers]
    copies = saved_by_libreoffice(paths, tmp_path / "saved", libreoffice)

    for officer, copy in zip(officers, copies, strict=True):
        read, told = read_back(officer, copy)
        assert (copy.name, officer.typed) == (copy.name, read)
        assert (copy.name, officer.faults) == (copy.name, told)

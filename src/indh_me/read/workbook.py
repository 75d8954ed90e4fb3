"""Filled workbooks: figures, each with its cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from os import PathLike

from indh_me.compute.collection import EnteredWorkbook, EntryFinding, EntryIssue, GrowingPlan
from indh_me.errors import Fault, InvalidInputError, Place
from indh_me.model import Label
from indh_me.model.text import language_tag

from .entry_columns import EntryColumns, Row, find_columns
from .entry_sheet import EntrySheet
from .plan_sheets import PlanSheet
from .safety import refused_file
from .vocabulary import Vocabulary
from .workbook_file import OpenedWorkbook, opened_workbook

__all__ = ["read_workbook"]

META = "_meta"
#: What the paths of labels on it begin with.
LABELS = "labels"
FORMAT = "indh-me monitoring workbook"
FORMAT_VERSION = 1
TOO_LARGE = "remove pictures from it, or enter the figures in a workbook of fewer indicators"
OURS = "give a workbook that 'indh-me workbook' wrote"


def read_workbook(path: str | PathLike[str]) -> EnteredWorkbook:
    """Read a filled workbook.

    Parameters
    ----------
    path
        The .xlsx file, as Excel or LibreOffice saved it.

    Returns
    -------
    EnteredWorkbook
        The figures that were entered, each with its cell; what could not be taken is in its
        ``findings``, and nothing is guessed. `collect` holds it against the framework.

    Raises
    ------
    InvalidFileError
        When the file cannot be read, is none of our workbooks, or is not safe to open.

    Notes
    -----
    Rows may have been sorted, inserted, removed or hidden, and columns moved. The limits for what
    is safe: 64 MiB, 512 MiB unpacked and 200 times its size, 8 million cells up to the last of a
    sheet.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from datetime import date
    >>> import indh_me as me
    >>> late = me.Indicator.milestone("C-P1", due=me.Period.year(2007))
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[late])
    >>> file = pathlib.Path(tempfile.mkdtemp(), "suivi.xlsx")
    >>> me.write_workbook(me.assess(framework, as_of=date(2008, 3, 27)), None, file)
    >>> entered = read_workbook(file)
    >>> entered.framework, entered.language, [str(row.period) for row in entered.figures]
    ('DEMO', 'fr', ['2007'])
    """
    with opened_workbook(path, TOO_LARGE) as opened:
        return _Reader(opened).read()


class _Reader:
    """One workbook on its way in."""

    def __init__(self, opened: OpenedWorkbook) -> None:
        self.opened = opened
        self.file = opened.parts.file
        self.sheets = opened.names
        self.findings: list[EntryFinding] = []

    def read(self) -> EnteredWorkbook:
        said = self._said()
        self.words = Vocabulary(tuple(_own_labels(said)))
        name, rows, columns = self._data_entry(said.get("language"))
        language = self._language(said, columns)
        scan = self.opened.scan(name)
        sheet = EntrySheet(
            file=str(self.file),
            name=name,
            rows=rows,
            columns=columns,
            language=language,
            formulas=scan.formulas(columns.filled.values()),
            errors=scan.errors,
            words=self.words,
        )
        sheet.read()
        codes = {each.indicator for each in sheet.figures} | set(sheet.plan.indicator)
        plan = self._plan(language, codes)
        plan.extend(sheet.plan)
        return EnteredWorkbook(
            file=str(self.file),
            format_version=self._version(said),
            framework=said.get("framework"),
            layout=said.get("layout"),
            language=language,
            second_language=said.get("second_language"),
            as_of=self._as_of(said),
            figures=sheet.figures,
            plan=plan.finished(),
            findings=[*self.findings, *sheet.findings],
        )

    def _said(self) -> Mapping[str, str]:
        """Read what the workbook says of itself."""
        if META not in self.sheets:
            return {}
        said = {
            str(row[0]): _plain(row[1])
            for row in self.opened.rows(META)
            if len(row) > 1 and row[1] != ""
        }
        if said.get("format", FORMAT) != FORMAT:
            raise refused_file(self.file, "is a workbook of another program", OURS)
        return said

    def _version(self, said: Mapping[str, str]) -> int:
        text = said.get("version", str(FORMAT_VERSION))
        if not text.isdigit():
            raise refused_file(self.file, f"has the format version {text[:20]!r}", OURS)
        if int(text) > FORMAT_VERSION:
            what = f"has the format version {text}, newer than {FORMAT_VERSION}"
            raise refused_file(self.file, what, "update indh-me")
        return int(text)

    def _data_entry(self, language: str | None) -> tuple[str, Sequence[Row], EntryColumns]:
        """Find the sheet that was filled in: by its name, else by its headings."""
        usual = self.words.said("sheet", "data_entry")
        named = [name for name in self.sheets if name in usual]
        others = [name for name in self.sheets if name not in usual and not name.startswith("_")]
        for name in (*named, *others):
            rows = self.opened.rows(name)
            columns = find_columns(rows, language, self.words)
            if columns is not None and (name in named or "known_as" in columns.at):
                return name, rows, columns
        what = "has no sheet with the headings of data entry"
        raise refused_file(self.file, what, OURS)

    def _language(self, said: Mapping[str, str], columns: EntryColumns) -> str:
        """Give the language of the workbook; that of its headings when it does not say so."""
        try:
            return language_tag(said["language"])
        except (KeyError, InvalidInputError):
            what = "the workbook does not say any more what it was made from"
            mend = "keep its hidden sheets; the language was told from its headings"
            place = Place(META, file=str(self.file))
            self.findings.append(EntryFinding(EntryIssue.NOTED, Fault(what, place, mend)))
            return columns.language

    def _as_of(self, said: Mapping[str, str]) -> date | None:
        try:
            return date.fromisoformat(said.get("as_of", ""))
        except ValueError:
            return None

    def _plan(self, language: str, codes: set[str]) -> GrowingPlan:
        """Read what other sheets repeat of the plan, where these are still there."""
        tracking, logframe = (self.words.said("sheet", key) for key in ("tracking", "logframe"))
        plan = GrowingPlan()
        for name in self.sheets:
            if name in tracking or name in logframe:
                rows = self.opened.rows(name)
                sheet = PlanSheet(name, rows, language, codes, plan, self.words)
                if name in tracking:
                    sheet.read_tracking()
                else:
                    sheet.read_logframe()
        return plan


def _own_labels(said: Mapping[str, str]) -> Iterator[Label]:
    """Give the labels of the framework's own that the workbook was written with."""
    for path, words in said.items():
        table, *parts = path.split(".")
        if table == LABELS and len(parts) == 3:  # noqa: PLR2004 - language, section and key
            language, section, key = parts
            try:
                yield Label(language=language, section=section, key=key, words=words)
            except InvalidInputError:
                continue  # Of a later version, whose catalogue has more.


def _plain(cell: object) -> str:
    """Give a word of the hidden sheet; programs make numbers and days of some."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat()[:10] if isinstance(cell, date) else str(cell).strip()

"""The sheet of checks: what the linter finds in the plan and the figures, and where."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from indh_me.compute import Finding, Severity
from indh_me.errors import key_path
from indh_me.write.content import Content
from indh_me.write.grid import Area, Block, Cell, Link, PrintSetup, Sheet
from indh_me.write.row_height import row_height
from indh_me.write.style import CODE, HEADING, LINK, SUBTITLE, TEXT, TITLE, Style, status_style

__all__ = ["MOST_FINDINGS", "checks_sheet"]

#: Nobody reads more; the command line shows them all.
MOST_FINDINGS = 2_000
#: Headings of the columns, by section of the catalogue, with their widths in digits.
COLUMNS = {
    ("heading", "severity"): 13.0,
    ("checks", "rule"): 9.0,
    ("heading", "indicator"): 14.0,
    ("heading", "place"): 36.0,
    ("heading", "message"): 52.0,
    ("heading", "mend"): 48.0,
    ("checks", "suppressed"): 30.0,
}
WIDTHS = tuple(COLUMNS.values())
PLACE, LAST = 3, len(WIDTHS) - 1
HEADER_ROW = 4
LINE = 16.0
TITLE_HEIGHT, HEADING_HEIGHT = 24.0, 32.0
#: The style of a status that calls for as much attention.
LIKE = {Severity.ERROR: "overdue", Severity.WARNING: "at_risk", Severity.INFO: "no_data"}


def checks_sheet(content: Content, places: Sequence[Mapping[str, Area]] = ()) -> Sheet:
    """Make the sheet of checks.

    Parameters
    ----------
    content
        What the workbook is made of.
    places
        Where things stand on other sheets, by their paths (``indicators.T-R1``): the first that
        has what a finding is about is where its own place leads to.
    """
    words, style = content.words, content.style
    name, shown = words.label("sheet", "checks"), content.findings[:MOST_FINDINGS]
    cells = [
        Cell(0, 0, name, style(TITLE)),
        Cell(1, 0, _counted(content), style(SUBTITLE)),
        Cell(2, 0, words.label("checks", "when"), style(SUBTITLE)),
        *(
            Cell(HEADER_ROW, column, words.heading(key, section), style(HEADING))
            for column, (section, key) in enumerate(COLUMNS)
        ),
    ]
    heights, links = {0: TITLE_HEIGHT, HEADER_ROW: content.heading_height(HEADING_HEIGHT)}, []
    tip, looks = words.label("checks", "open_place"), _looks(content)
    for row, finding in enumerate(shown, start=HEADER_ROW + 1):
        target = _target(finding, places)
        if target is not None:
            links.append(Link(row, PLACE, target, tip))
        values = list(_values(content, finding))
        for column, value in enumerate(values):
            look = looks[column]
            if column == 0:
                look = style(status_style(LIKE[finding.severity]))
            elif column == PLACE and target is not None:
                look = looks[LAST + 1]
            cells.append(Cell(row, column, value, look))
        heights[row] = row_height(zip(values, WIDTHS, strict=True), line=LINE)
    after = HEADER_ROW + 1 + len(shown)
    left = len(content.findings) - len(shown)
    if not shown or left > 0:
        said = words.label("checks", "nothing")
        if left > 0:
            said = words.label("checks", "more", count=words.number(left))
        cells.append(Cell(after, 0, said, style(SUBTITLE)))
    return Sheet(
        name,
        cells,
        widths=dict(enumerate(WIDTHS)),
        heights=heights,
        freeze=(HEADER_ROW + 1, 0),
        links=links,
        print_setup=PrintSetup(repeat_rows=HEADER_ROW + 1, footer=content.framework.code),
        right_to_left=words.right_to_left,
        protected=True,
        autofilter=Block(HEADER_ROW, 0, after - 1, LAST) if shown else None,
        tab_colour="#C55A11",
        gridlines=False,
    )


def _counted(content: Content) -> str:
    """Tell how many findings there are of each severity."""
    counts = Counter(each.severity for each in content.findings)
    suppressed = sum(each.suppressed is not None for each in content.findings)
    number = content.words.number
    return content.words.label(
        "checks",
        "counted",
        errors=number(counts[Severity.ERROR]),
        warnings=number(counts[Severity.WARNING]),
        notes=number(counts[Severity.INFO]),
        suppressed=number(suppressed),
    )


def _looks(content: Content) -> Sequence[Style]:
    """Give the style of each column, and at the end that of a place that leads somewhere."""
    # Findings are in English, ids and paths read from left to right in every language.
    english, code = content.code_style(TEXT), content.code_style(CODE)
    english = english.with_alignment("left", "top", wrap=True)
    text = content.style(TEXT)
    link = content.code_style(LINK).with_alignment("left", "top", wrap=True)
    return text, code, code, english, english, english, text, link


def _values(content: Content, finding: Finding) -> Iterator[str]:
    words = content.words
    yield words.label("severity", finding.severity)
    yield finding.id
    yield finding.indicator or ""
    yield str(finding.place)
    yield finding.message
    yield finding.mend
    yield words.both(finding.suppressed)


def _target(finding: Finding, places: Sequence[Mapping[str, Area]]) -> Area | None:
    """Find the cell that a finding is about, or else the row of its indicator."""
    path = finding.place.path
    while path != "":
        for known in places:
            if path in known:
                return known[path]
        path = path.rpartition(".")[0]
    if finding.indicator is None:
        return None
    path = key_path("indicators", finding.indicator)
    return next((known[path] for known in places if path in known), None)

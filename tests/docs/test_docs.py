"""The documentation says what the code does: commands, examples, keys of the JSON and words."""

import doctest
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

import indh_me as me
from indh_me.catalog import labels
from indh_me.cli import main
from indh_me.write.workbook import workbook

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
README = ROOT / "README.md"
AS_OF = date(2026, 12, 31)
LARGEST_PICTURE = 300_000  # bytes

#: Words that the code gives and a page explains at length; shorter lists are made from the code.
WORDS: tuple[tuple[type[Enum], Path], ...] = (
    (me.Absence, DOCS / "explanation" / "absence.md"),
    (me.Accumulation, DOCS / "explanation" / "accumulation.md"),
    (me.Method, DOCS / "explanation" / "achievement.md"),
    (me.Status, DOCS / "explanation" / "achievement.md"),
    (me.Verdict, DOCS / "explanation" / "bounds.md"),
    (me.Trajectory, DOCS / "explanation" / "trajectory.md"),
    (me.Disclosure, DOCS / "explanation" / "disaggregation.md"),
    (me.Outcome, DOCS / "guide" / "collect.md"),
    (me.EntryIssue, REFERENCE / "assess-json.md"),
    (me.RollupRule, DOCS / "explanation" / "rollup.md"),
    (me.ProjectionReason, REFERENCE / "project-json.md"),
)


def _pages() -> list[Path]:
    """Return every page with commands whose output is shown."""
    pages = [README, *sorted(DOCS.rglob("*.md"))]
    return [page for page in pages if "```console" in page.read_text(encoding="utf-8")]


def _name(page: Path) -> str:
    """Return how a page is called in a report: relative to the project."""
    return page.relative_to(ROOT).as_posix()


def _blocks(text: str, language: str) -> list[str]:
    """Return the contents of the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _section(page: Path, heading: str) -> str:
    """Return what stands under a heading of the second level, or nothing."""
    _, _, after = page.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    return after.partition("\n## ")[0]


class Shell:
    """As much of a shell as the pages use: indh-me in this process, and a little around it."""

    def __init__(self) -> None:
        self.status = 0

    def run(self, command: str) -> str:
        """Return what a command prints, on both streams."""
        if command == "echo $?":
            return str(self.status)
        match shlex.split(command):
            case ["cat", file]:
                return Path(file).read_text(encoding="utf-8")
            case ["printf", text, ">", file]:
                Path(file).write_text(text.replace("\\n", "\n"), encoding="utf-8")
                return ""
            case ["indh-me", *arguments]:
                done = CliRunner().invoke(
                    main, arguments, prog_name="indh-me", catch_exceptions=False
                )
                self.status = done.exit_code
                return done.output
        message = f"the pages may not use the command {command!r}"
        raise AssertionError(message)


#: A console block, or a comment that says what the reader types into a cell of a workbook.
STEP = re.compile(
    r"^```console\n(?P<block>.*?)^```$"
    r"|^% type (?P<file>\S+) (?P<cell>[^\n]+) = (?P<typed>[^\n]+)$",
    re.MULTILINE | re.DOTALL,
)


def transcript(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each command of the console blocks, the output shown, and the output it has."""
    shell = Shell()
    for step in STEP.finditer(text):
        if step["block"] is None:
            _type_in(Path(step["file"]), step["cell"], step["typed"])
            continue
        for part in re.split(r"^\$ ", step["block"], flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, _trimmed(shown), _trimmed(shell.run(command))


def _type_in(file: Path, cell: str, typed: str) -> None:
    """Type a whole number or words into a cell of a workbook, and save it."""
    sheet, _, address = cell.partition("!")
    book = load_workbook(file)
    book[sheet][address] = int(typed) if typed.isdecimal() else typed
    book.save(file)


def _trimmed(output: str) -> str:
    """Return lines without the spaces that nobody sees."""
    return "\n".join(line.rstrip() for line in output.rstrip().split("\n"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to work in, with the examples and the starter of `indh-me new` in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", _pages(), ids=_name)
def test_commands_print_what_the_page_shows(page: Path, desk: Path) -> None:
    """Every command of a page prints what stands under it; a line of dots stands for any lines."""
    text = page.read_text(encoding="utf-8")
    if "indh-me new my-programme" not in text:
        me.write_starter(desk / "my-programme")
    same = doctest.OutputChecker().check_output
    wrong = [
        f"$ {command}\n{actual}"
        for command, shown, actual in transcript(text)
        if not same(f"{shown}\n", f"{actual}\n", doctest.ELLIPSIS)
    ]

    assert [] == wrong


def test_example_of_the_format_is_a_framework(desk: Path) -> None:
    """The TOML blocks of the file format page make one framework without errors."""
    text = (REFERENCE / "file-format.md").read_text(encoding="utf-8")
    file, table = desk / "framework.toml", desk / "observations.csv"
    file.write_text("\n".join(_blocks(text, "toml")), encoding="utf-8")
    (rows,) = _blocks(text, "csv")
    table.write_text(rows, encoding="utf-8")
    framework, inside = me.read_framework_file(file)
    found = me.check(framework, me.Observations.concatenate(inside, me.read_observations(table)))

    assert [] == [str(each) for each in found if each.severity is me.Severity.ERROR]


def _collection() -> me.Collection:
    """Return a collection with a changed figure and a finding."""
    figure = me.EnteredFigure(
        indicator="C-R3",
        period=me.Period.year(2008),
        categories=me.TOTAL,
        value=me.Quantity.exactly(5),
        place=me.Place("Data entry!I5", file="indh.xlsx"),
    )
    finding = me.EntryFinding(me.EntryIssue.NOTED, me.Fault("a formula", "Data entry!I5", "mend"))
    book = me.EnteredWorkbook(file="indh.xlsx", language="en", figures=[figure], findings=[finding])
    framework = me.read_framework(ROOT / "examples" / "indh" / "framework.toml")
    known = me.Observations.from_columns(["C-R3"], ["2008"], [4])
    return me.collect(book, framework=framework, known=known)


def test_key_of_the_json_is_documented(desk: Path) -> None:
    """Every key of the JSON of results is explained."""
    text = (REFERENCE / "assess-json.md").read_text(encoding="utf-8")
    file = desk / "examples" / "indh" / "framework.toml"
    framework, observations = me.read_framework_file(file)
    assessment = me.assess(framework, observations, as_of=date(2008, 3, 27), by="place")
    forums = me.breakdown(framework, observations, "C-R3", as_of=date(2008, 3, 27))
    plain = [
        me.assessment_to_plain(assessment),
        me.rollup_to_plain(me.rollup(assessment)),
        me.banding_to_plain(me.band("undp_irrf", None)),
        me.comparison_to_plain(me.compare_methods(3, 4, direction="increase")),
        me.breakdown_to_plain(forums),
        me.publication_to_plain(me.suppress(forums)),
        me.collection_to_plain(_collection()),
    ]

    assert set() == {key for key in _keys(plain) if f"`{key}`" not in text}


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "--preset=undp_irrf", "--rollup=minimum", "--by=place"),
        ("explain", "C-R3", "--methods"),
        ("breakdown", "C-R3"),
        ("breakdown", "C-R3", "--suppress-below=2"),
    ],
    ids=" ".join,
)
def test_key_that_the_command_prints_is_documented(arguments: tuple[str, ...], desk: Path) -> None:
    """Every key that a verb prints in JSON is explained."""
    verb, *others = arguments
    file = str(desk / "examples" / "indh" / "framework.toml")
    command = [verb, file, *others, "--as-of=2008-03-27", "--format=json"]
    plain = json.loads(CliRunner().invoke(main, command, catch_exceptions=False).stdout)
    text = (REFERENCE / "assess-json.md").read_text(encoding="utf-8")

    assert set() == {key for key in _keys(plain) if f"`{key}`" not in text}


def test_key_of_projections_is_documented(desk: Path) -> None:
    """Every key that `project` prints in JSON is explained, and so is what links lead to."""
    folder = desk / "examples" / "indh"
    files = [str(folder / "framework.toml"), str(folder / "illustration.csv")]
    text = (REFERENCE / "project-json.md").read_text(encoding="utf-8")
    text += _section(REFERENCE / "assess-json.md", "A class")
    for more in ("--as-of=2008-03-27", "--to=2012"):
        command = ["project", *files, more, "--explain", "--format=json"]
        plain = json.loads(CliRunner().invoke(main, command, catch_exceptions=False).stdout)

        assert set() == {key for key in _keys(plain) if f"`{key}`" not in text}


def _keys(plain: object) -> Iterator[str]:
    """Yield every key of plain data, but for codes that the framework chooses."""
    match plain:
        case dict():
            for key, value in plain.items():
                yield key
                if key != "categories":
                    yield from _keys(value)
        case list():
            for each in plain:
                yield from _keys(each)


@pytest.mark.parametrize(("kind", "page"), WORDS, ids=lambda each: getattr(each, "__name__", ""))
def test_word_is_explained(kind: type[Enum], page: Path) -> None:
    """Every word that stands for a kind of absence, method, reason, status ... is explained."""
    text = page.read_text(encoding="utf-8")

    assert [] == [each.value for each in kind if f"`{each.value}`" not in text]


@pytest.mark.parametrize("preset", me.presets(), ids=lambda each: each.code)
def test_preset_is_explained(preset: me.Preset) -> None:
    """Every preset has a section that explains each of its classes."""
    section = _section(DOCS / "explanation" / "presets.md", f"`{preset.code}`")
    classes = [*preset.bands, *(() if preset.met is None else (preset.met,))]

    assert [] == [each.code for each in classes if f"`{each.code}`" not in section]


def test_public_name_is_on_the_api_page() -> None:
    """The page of Python names has all public names, and no other."""
    text = (REFERENCE / "api.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\.\. (?:auto[a-z]+|data):: indh_me\.(\w+)$", text, re.MULTILINE)

    assert sorted(me.__all__) == sorted(listed)


def test_page_of_the_library_lists_it() -> None:
    """The page of the library has a row for each of its parts as it is today, and no other."""
    whole = me.library()
    text = (REFERENCE / "library.md").read_text(encoding="utf-8")
    rows = [
        *((f"`{each.code}`", *_named(each.name), *_read_as(each)) for each in whole.indicators),
        *((f"`{each.code}`", each.level.value, *_named(each.statement)) for each in whole.results),
        *(
            (f"`{each.code}`", *_named(each.name), ", ".join(f"`{code}`" for code in each.codes))
            for each in whole.dimensions
        ),
        *(
            (f"`{each.code}`", f"[{_named(each.label)[0]}]({each.address})", _times(whole, each))
            for each in whole.sources
        ),
    ]

    assert [f"| {' | '.join(row)} |" for row in rows] == re.findall(r"^\| `.*$", text, re.MULTILINE)


def _named(text: me.Text | None) -> tuple[str, ...]:
    """Return the words of a text in English, French and Arabic."""
    return () if text is None else tuple(text.get(tag) or "" for tag in ("en", "fr", "ar"))


def _read_as(indicator: me.Indicator) -> tuple[str, str, str]:
    """Return how the figures of an indicator are to be read."""
    unit, accumulation = str(indicator.unit), indicator.accumulation.value
    return f"`{unit}`", indicator.direction.value, f"`{accumulation}`"


def _times(whole: me.Framework, scheme: me.Source) -> str:
    """Return how many indicators have a code of a scheme."""
    return str(sum(scheme.code in dict(each.external_codes) for each in whole.indicators))


def test_sheet_is_documented() -> None:
    """Every sheet of the workbook has a section, and every column of the data-entry sheet a row."""
    framework, observations = me.read_framework_file(ROOT / "examples" / "indh" / "framework.toml")
    assessment = me.assess(framework, observations, as_of=AS_OF)
    made = me.projections(framework, observations, to="2030", method="last")
    book = workbook(assessment, observations, language="en", projections=made)
    page = REFERENCE / "workbook.md"
    entry = labels()["sheet"]["data_entry"]["en"]
    (sheet,) = (each for each in book.sheets if each.name == entry)
    columns = {str(cell.value) for cell in sheet.cells if cell.row == 3 and cell.value is not None}

    apart = {each.code for each in framework.indicators}
    assert [] == [
        each.name
        for each in book.sheets
        if _section(page, each.name) == "" and each.name not in apart
    ]
    assert _section(page, "Reference sheets") != ""
    assert set() == {column for column in columns if f"| {column} |" not in _section(page, entry)}
    assert [] == [
        name.name for name in book.names if f"`{name.name}`" not in page.read_text("utf-8")
    ]


def test_readme_has_two_set_up_commands() -> None:
    """The README sets up with exactly two commands, and CI can find the one that tests."""
    text = README.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("python3 -m venv ")]

    assert 2 == len(lines)
    assert [lines[1]] == re.findall(r"^[^#`\n]*nox -s tests$", text, re.MULTILINE)


@pytest.mark.parametrize("page", [README, *sorted(DOCS.rglob("*.md"))], ids=_name)
def test_picture_is_small(page: Path) -> None:
    """Each picture of a page is there, and is not too large to load on a slow line."""
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))

    assert [] == [
        picture
        for picture in shown
        if not 0 < (page.parent / picture).stat().st_size < LARGEST_PICTURE
    ]

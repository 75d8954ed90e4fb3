import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from golden_files import GoldenFiles
from indh_me.compute import Projection, project, projections
from indh_me.errors import OutputError
from indh_me.model import Baseline, Framework, Indicator, Period, Quantity, Text
from indh_me.read import read_framework, read_observations
from indh_me.write import fan_chart, write_fan_chart
from yearly import YEARLY, projected, projected_framework, share

ROOT = Path(__file__).parents[2]
LANGUAGES = ["en", "fr", "ar"]
SVG = "{http://www.w3.org/2000/svg}"
NAME = Text.of(en="Complete their training", fr="Formation achevée", ar="أتموا تكوينهم")


def drawn(projection: Projection, language: str = "en") -> ET.Element:
    """Read the chart of a projection."""
    return ET.fromstring(fan_chart(projection, language))


def texts(root: ET.Element) -> list[str]:
    """Give what is written on a chart."""
    return [each.text or "" for each in root.iter(f"{SVG}text")]


def place(root: ET.Element, text: str) -> float:
    """Give where a text stands, in pixels from the left."""
    (found,) = (each for each in root.iter(f"{SVG}text") if each.text == text)
    return float(found.get("x", "nan"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_chart_of_a_target(language: str, golden: GoldenFiles) -> None:
    """The chart of a projection is what was looked at and found right."""
    given = Baseline(Quantity.exactly(52), period=Period.year(2004))
    indicator = share(targets={"2012": 72, "2014": 76}, name=NAME).with_baseline(given)

    golden.check(f"fan-chart-{language}.svg", fan_chart(projected(indicator), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_of_the_documentation(language: str, golden: GoldenFiles) -> None:
    """The picture that the documentation shows is what is drawn of the example today."""
    file = ROOT / "examples" / "projection" / "framework.toml"
    table = read_observations(file, file.with_name("observations.csv"))
    made = projections(read_framework(file), table, as_of=date(2011, 3, 31))["V-R1"]
    pictures = GoldenFiles(ROOT / "docs" / "pictures", golden.rewrite)

    pictures.check(f"fan-chart-{language}.svg", fan_chart(made, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_chart_of_a_refusal(language: str, golden: GoldenFiles) -> None:
    """One that is refused shows its figures, its target, and the reason."""
    indicator = share(targets={"2012": 72}, name=NAME)
    made = projected(indicator, {"2010": 66})

    golden.check(f"fan-chart-refused-{language}.svg", fan_chart(made, language))


def test_names_are_escaped() -> None:
    """A name of any signs is its title, and is text wherever it stands."""
    name = 'A < B & "C" > D </svg> المتدربون'
    made = drawn(projected(share(targets={"2012": 72}, name=Text.of(en=name))))
    (title,) = made.iter(f"{SVG}title")

    assert f"A  {name}" == title.text
    assert any(name in each for each in texts(made))


def test_picture_has_its_words() -> None:
    """A chart is an image with a title, and its description has the figures and the chance."""
    made = drawn(projected())
    (described,) = made.iter(f"{SVG}desc")

    assert "img" == made.get("role")
    assert {"svg", "title", "desc"} <= {each.tag.removeprefix(SVG) for each in made.iter()}
    assert "Actual: 2005: 54 %; 2006: 58 %" in (described.text or "")
    assert (
        re.search(r"target of 2012 \(72 %\): [0-9]+ %\. Actual", described.text or "") is not None
    )


def test_chart_stands_alone() -> None:
    """Nothing runs in a chart, and nothing is fetched for it; it has no name that could clash."""
    text = fan_chart(projected())

    assert [] == [each for each in ("<script", "<style", "href", "url(", " id=") if each in text]
    assert 1 == text.count("http")


def test_time_runs_with_the_reading_direction() -> None:
    """Time runs from left to right, in Arabic from right to left."""
    for language, runs_left in (("en", False), ("fr", False), ("ar", True)):
        made = drawn(projected(), language)

        assert runs_left == (place(made, "2012") < place(made, "2005"))
        assert ("rtl" if runs_left else "ltr") == made.get("direction")


def test_everything_stands_on_the_picture() -> None:
    """Long names and long periods are broken or left out, and stay inside."""
    name = Text.of(en="a very long name of an indicator " * 8)
    figures = {f"{year}-03-28/{year}-12-31": float(year % 7) for year in range(1990, 2010)}
    made = drawn(projected(share(targets={"2012": 72}, name=name), figures))
    width = float(made.get("width", "nan"))

    assert all(0 <= float(each.get("x", "nan")) <= width for each in made.iter(f"{SVG}text"))
    assert len([each for each in texts(made) if "/" in each]) < 7


@pytest.mark.parametrize(
    ("indicator", "shown"),
    [
        (Indicator.milestone("M", due=Period.year(2012)), "done or not"),
        (share(), "no target says"),
        (share(targets={"2009": 72}), "not after the last figure"),
    ],
)
def test_refusals_say_why(indicator: Indicator, shown: str) -> None:
    """Whatever cannot be projected has a chart that says why."""
    framework = Framework(code="DEMO", languages=["en"], indicators=[indicator])
    figures = {} if indicator.unit.is_milestone else {indicator.code: YEARLY}
    _, made = projected_framework(framework, figures)

    assert any(shown in each for each in texts(drawn(made.rows[0])))


def test_chart_of_a_bare_series() -> None:
    """A series without an indicator has its chart as well; numbers are in the reader's language."""
    made = project({"2003": 1600, "2004": 1620, "2005": 1650, "2006": 1700}, to="2010")

    assert "1 200" in texts(drawn(made, "fr"))
    assert "probab" not in fan_chart(made, "fr").lower()


def test_chart_is_written_whole(tmp_path: Path) -> None:
    """The file holds the chart; where it cannot be written it is an error, and nothing is left."""
    file = tmp_path / "fan.svg"
    write_fan_chart(projected(), file, language="ar")

    assert fan_chart(projected(), "ar") == file.read_text(encoding="utf-8")
    with pytest.raises(OutputError, match="does not exist"):
        write_fan_chart(projected(), tmp_path / "no" / "fan.svg")
    assert [file] == list(tmp_path.iterdir())

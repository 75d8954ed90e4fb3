"""Whatever is projected, its chart is a picture that can be read."""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date

from hypothesis import given, reject
from hypothesis import strategies as st

from indh_me.compute import Projection, project, projections
from indh_me.errors import InvalidInputError
from indh_me.model import Quantity
from indh_me.testing import LANGUAGES, days, frameworks, observations, quantities
from indh_me.write import fan_chart

OF_OUR_TIME = (date(1901, 1, 1), date(2999, 12, 31))
#: Attributes that hold a number, or several.
NUMBERS = ("x", "y", "cx", "cy", "d", "height", "viewBox")
ANY_FIGURE = st.floats(allow_nan=False, allow_infinity=False) | quantities()
SVG = "{http://www.w3.org/2000/svg}"


@st.composite
def series(draw: st.DrawFn) -> Projection:
    """Project figures of any size, known in any way, of a few years."""
    years = sorted(draw(st.sets(st.integers(1990, 2010), min_size=1, max_size=8)))
    figures: dict[str, Quantity | float] = {str(year): draw(ANY_FIGURE) for year in years}
    to = str(draw(st.integers(2008, 2020)))
    try:
        return project(figures, to=to, target=draw(st.none() | ANY_FIGURE))
    except InvalidInputError:  # What a target asks for each year is too large for a number.
        reject()


@st.composite
def rows(draw: st.DrawFn) -> Projection:
    """Project an indicator of any framework, or refuse to."""
    framework = draw(frameworks().filter(lambda each: len(each.indicators) > 0))
    table = draw(observations(framework))
    made = projections(framework, table, as_of=draw(days(*OF_OUR_TIME)))
    return draw(st.sampled_from(made.rows))


@given(projection=series() | rows(), language=st.sampled_from(LANGUAGES))
def test_chart_can_be_read(projection: Projection, language: str) -> None:
    """Every chart is well-formed XML; all its numbers are finite, and lie on the picture."""
    root = ET.fromstring(fan_chart(projection, language))
    width, height = float(root.get("width", "nan")), float(root.get("height", "nan"))
    numbers = list(_numbers(root))

    assert all(map(math.isfinite, numbers))
    assert all(-1 <= each <= max(width, height) for each in numbers)
    assert math.isfinite(width)
    assert math.isfinite(height)
    assert any(each.text for each in root.iter(f"{SVG}desc"))


@given(projection=series() | rows(), language=st.sampled_from(LANGUAGES))
def test_chart_is_one(projection: Projection, language: str) -> None:
    """The same projection gives the same chart."""
    assert fan_chart(projection, language) == fan_chart(projection, language)


def _numbers(root: ET.Element) -> Iterator[float]:
    for each in root.iter():
        for name in NUMBERS:
            said = re.sub("[MLZ]", " ", each.get(name, ""))
            yield from map(float, said.split())

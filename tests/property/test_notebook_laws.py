"""Whatever a value holds, a notebook can show it."""

import xml.etree.ElementTree as ET
from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute import assess, projections, rollup
from indh_me.errors import InvalidInputError
from indh_me.model import Framework
from indh_me.testing import LANGUAGES, days, frameworks, observations
from indh_me.write import to_html

OF_OUR_TIME = (date(1901, 1, 1), date(2999, 12, 31))


@given(data=st.data(), framework=frameworks(), language=st.sampled_from(LANGUAGES))
def test_values_can_be_shown(data: st.DataObject, framework: Framework, language: str) -> None:
    """The HTML of any framework, its figures and what follows from them is well-formed."""
    table = data.draw(observations(framework))
    day = data.draw(days(*OF_OUR_TIME))
    values: list[object] = [framework, table]
    with suppress(InvalidInputError):  # Half a milestone, or weights that do not fit.
        assessment = assess(framework, table, as_of=day)
        values += [assessment, *assessment.rows, rollup(assessment)]
    with suppress(InvalidInputError):  # Figures that are too large for a number.
        values.append(projections(framework, table, as_of=day))
    for value in values:
        root = ET.fromstring(to_html(value, language))

        assert language == root.get("lang")
        assert [] == [each.tag for each in root.iter() if "script" in each.tag]

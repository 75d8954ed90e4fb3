"""What writes and what reads are each other's inverses."""

import csv
import io
import tomllib
from datetime import date
from typing import Any, TypeAlias

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from jsonschema import Draft202012Validator, FormatChecker

from indh_me._codec import (
    framework_from_plain,
    framework_to_plain,
    observation_from_row,
    observation_to_row,
    table_columns,
)
from indh_me._codec.columns import Columns
from indh_me._codec.converter import converter_for
from indh_me._codec.schema import framework_schema
from indh_me.errors import InvalidInputError
from indh_me.model import (
    Baseline,
    Categories,
    Citation,
    Framework,
    Observation,
    Observations,
    Period,
    Quantity,
    Revision,
    Suppression,
    Target,
    Text,
    Thresholds,
    Unit,
)
from indh_me.testing import (
    LANGUAGES,
    baselines,
    categories,
    citations,
    codes,
    days,
    frameworks,
    observation_rows,
    observations,
    periods,
    quantities,
    suppressions,
    targets,
    texts,
    thresholds,
    units,
    words,
)
from indh_me.write.plan import plan_text

#: Plain data of any shape.
Plain: TypeAlias = Any

SCHEMA = Draft202012Validator(framework_schema(), format_checker=FormatChecker())

VALUES = {
    Baseline: baselines(),
    Categories: categories(),
    Citation: citations(),
    Observation: observation_rows(),
    Period: periods(),
    Quantity: quantities(),
    Revision: st.builds(Revision, value=quantities(), date=days(), rationale=texts()),
    Suppression: suppressions(),
    Target: targets(),
    Text: texts(),
    Thresholds: thresholds(),
    Unit: units(),
}


def _without_dates(plain: Plain) -> Plain:
    """Turn dates into strings, as a schema knows none."""
    if isinstance(plain, dict):
        return {key: _without_dates(each) for key, each in plain.items()}
    if isinstance(plain, list | tuple):
        return [_without_dates(each) for each in plain]
    return plain.isoformat() if isinstance(plain, date) else plain


def _tables(plain: Plain) -> list[dict[str, Any]]:
    """Give the tables whose keys the file format fixes."""
    indicators = list(plain.get("indicators", {}).values())
    found = [plain, plain["framework"], *indicators, *plain.get("observations", [])]
    found += plain.get("suppressions", [])
    found += [plain["thresholds"]] if "thresholds" in plain else []
    for name in ("sources", "dimensions", "results"):
        found += plain.get(name, {}).values()
    for table in list(found):
        found += [table[key] for key in ("source", "baseline") if isinstance(table.get(key), dict)]
    for indicator in indicators:
        listed = [*indicator.get("targets", {}).values(), *indicator.get("targets_by_category", [])]
        found += [target for target in listed if isinstance(target, dict)]
        found += [
            revision
            for target in listed
            if isinstance(target, dict)
            for revision in target.get("revisions", [])
        ]
    return found


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_value_comes_back(kind: type, data: DataObject) -> None:
    """What the converter writes of a value, it reads as an equal value."""
    value = data.draw(VALUES[kind])
    converter = converter_for(LANGUAGES)

    assert value == converter.structure(converter.unstructure(value), kind)


@given(frameworks(), st.data())
def test_framework_comes_back_from_text(framework: Framework, data: DataObject) -> None:
    """A framework and its observations come back from the text of a TOML file."""
    table = data.draw(observations(framework))
    text = tomli_w.dumps(framework_to_plain(framework, table))

    assert (framework, tuple(table)) == framework_from_plain(tomllib.loads(text))


@given(frameworks())
def test_framework_comes_back_from_a_plan(framework: Framework) -> None:
    """A framework comes back from the commented text that a person goes on writing."""
    text = plan_text(framework_to_plain(framework))

    assert (framework, ()) == framework_from_plain(tomllib.loads(text))


@given(frameworks(), st.data())
def test_written_framework_fits_the_schema(framework: Framework, data: DataObject) -> None:
    """Whatever is written fits the JSON Schema that editors use."""
    plain = framework_to_plain(framework, data.draw(observations(framework)))

    assert [] == [error.message for error in SCHEMA.iter_errors(_without_dates(plain))]


@settings(max_examples=25)  # Each one checks a whole file twice.
@given(frameworks().filter(lambda each: len(each.indicators) > 0), st.data())
def test_unknown_key_is_a_fault(framework: Framework, data: DataObject) -> None:
    """A key that the format does not know is a fault wherever it stands, for the schema too."""
    plain = framework_to_plain(framework, data.draw(observations(framework)))
    tables = _tables(plain)
    data.draw(st.sampled_from(tables))["colour"] = "red"

    with pytest.raises(InvalidInputError) as caught:
        framework_from_plain(plain)

    assert ["colour"] == [fault.where.path.rpartition(".")[2] for fault in caught.value.faults]
    assert not SCHEMA.is_valid(_without_dates(plain))


@given(observation_rows())
def test_row_comes_back(observation: Observation) -> None:
    """An observation comes back from a row of text."""
    row = observation_to_row(observation)

    assert observation == observation_from_row(row, Columns(row))


@given(observations())
def test_table_comes_back_from_text(table: Observations) -> None:
    """Observations come back from the text of a CSV file, line ends and quotes in cells as well."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table_columns(table), restval="")
    writer.writeheader()
    writer.writerows(map(observation_to_row, table))
    reader = csv.DictReader(io.StringIO(text.getvalue(), newline=""))
    columns = Columns(reader.fieldnames or ())

    assert table == Observations.from_iterable(observation_from_row(row, columns) for row in reader)


@given(
    st.tuples(st.sampled_from(["=", "+", "-", "@", "'", "\t", "\r", "\n", "\uff1d", ""]), words())
    .map("".join)
    .filter(lambda text: text.strip() != ""),
    codes(),
)
def test_no_cell_is_a_formula(text: str, code: str) -> None:
    """No text begins with a sign that a spreadsheet takes for a formula, and it comes back."""
    observation = Observation(
        indicator=code,
        period=Period.year(2008),
        value=1,
        source=Citation(code, text, Text.of(fr=text)),
        note=Text.of(fr=text),
        scope=Text.of(fr=text),
    )
    row = observation_to_row(observation)
    cells = [row["page"], row["quote:fr"], row["note:fr"], row["scope:fr"]]

    assert [] == [cell for cell in cells if cell[0] in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"]
    assert observation == observation_from_row(row, Columns(row))


@given(observation_rows(), st.data())
def test_unknown_column_is_a_fault(observation: Observation, data: DataObject) -> None:
    """A column that the format does not know is a fault, and so is one that is missing."""
    row = observation_to_row(observation)
    missing = data.draw(st.sampled_from(["indicator", "period", "value"]))
    header = [name for name in row if name != missing]

    with pytest.raises(InvalidInputError) as caught:
        Columns([*header, "colour"])

    assert ["unknown column 'colour'", f"column '{missing}' is missing"] == [
        fault.what for fault in caught.value.faults
    ]

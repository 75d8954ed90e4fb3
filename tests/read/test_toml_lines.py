import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.errors import key_path
from indh_me.read.toml_lines import line_of, lines_of

DOCUMENT = """\
# \'\'\' in a comment, and [a.table]
title = "a = b # no comment"
[indicators.T-R1]  # and \'\'\'
name.fr = "fr"
name.ar = \'\'\'
[not.a.table]
key = 1 ""
\'\'\'
"odd \\"key\\"" = 1
targets = { 2008 = 1, 2009 = { value = 2 } }
targets_by_category = [
  { period = "2008", value = 1 },
  # between
  { period = "2009", value = [
    2 ] },
]
words = [["a"],
 ["b"]]
[[observations]]
period = 2008-03-27
[[observations]]
value = -1.5e3
[observations.source]
code = 'its'
[indicators."a.b"]
unit = "count"
"""


def test_keys_have_their_lines() -> None:
    """Every key has the line on which it first stands, in tables of any form."""
    lines = lines_of(DOCUMENT)

    assert {
        "title": 2,
        "indicators": 3,
        "indicators.T-R1": 3,
        "indicators.T-R1.name": 4,
        "indicators.T-R1.name.fr": 4,
        "indicators.T-R1.name.ar": 5,
        r'indicators.T-R1."odd \"key\""': 9,
        "indicators.T-R1.targets": 10,
        "indicators.T-R1.targets.2008": 10,
        "indicators.T-R1.targets.2009": 10,
        "indicators.T-R1.targets.2009.value": 10,
        "indicators.T-R1.targets_by_category": 11,
        "indicators.T-R1.targets_by_category[0]": 12,
        "indicators.T-R1.targets_by_category[0].period": 12,
        "indicators.T-R1.targets_by_category[0].value": 12,
        "indicators.T-R1.targets_by_category[1]": 14,
        "indicators.T-R1.targets_by_category[1].period": 14,
        "indicators.T-R1.targets_by_category[1].value": 14,
        "indicators.T-R1.targets_by_category[1].value[0]": 15,
        "indicators.T-R1.words": 17,
        "indicators.T-R1.words[0]": 17,
        "indicators.T-R1.words[0][0]": 17,
        "indicators.T-R1.words[1]": 18,
        "indicators.T-R1.words[1][0]": 18,
        "observations[0]": 19,
        "observations[0].period": 20,
        "observations[1]": 21,
        "observations[1].value": 22,
        "observations[1].source": 23,
        "observations[1].source.code": 24,
        'indicators."a.b"': 25,
        'indicators."a.b".unit': 26,
    } == dict(lines)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("observations[1].value", 22),
        ("observations[1].scope.fr", 21),
        ("observations[1].source.page", 23),
        ("indicators.T-R1.targets_by_category[1].categories", 14),
        ("indicators.T-R1.targets.2010.value", 10),
        ('indicators."a.b".unit.kind', 26),
        ('indicators."c.d".unit', 3),
        ("observations", 19),
        ("observations.A.2008", 19),
        ("results", None),
        ("", None),
        ("not a path", None),
    ],
)
def test_paths_have_the_nearest_line(path: str, line: int | None) -> None:
    """A path has the line of the nearest key around it that stands in the file, if one does."""
    assert line == line_of(path, lines_of(DOCUMENT))


def test_nothing_has_no_lines() -> None:
    """An empty document has no keys."""
    assert {} == dict(lines_of("\n\n# a comment"))


KEYS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=5
)
STRINGS = st.sampled_from(["a", "#", "[x]", "k = 1", "'", '"', "{", ",", "\\"])


@given(st.dictionaries(KEYS, st.lists(STRINGS, max_size=3), max_size=5))
def test_every_key_is_found(table: dict[str, list[str]]) -> None:
    """Whatever the keys and the strings, each key is found on its line."""
    # Strings of JSON are strings of TOML too.
    text = "\n".join(
        f"{json.dumps(key, ensure_ascii=False)} = {json.dumps(strings)}"
        for key, strings in table.items()
    )
    lines = lines_of(text)

    assert table == tomllib.loads(text)
    assert list(range(1, len(table) + 1)) == [lines[key_path(key)] for key in table]

import pytest
from attrs import fields

from indh_me._codec.docstring import described_fields, summary
from indh_me._codec.sections import PARTS, Head
from indh_me.model import (
    Baseline,
    Category,
    Citation,
    Observation,
    Revision,
    Target,
    Thresholds,
)

KINDS = [
    *(Baseline, Category, Citation, Head, Observation, Revision, Target, Thresholds),
    *PARTS.values(),
]


class Described:
    """Something with fields.

    More about it.

    Notes
    -----
    fourth
        No parameter either.

    Parameters
    ----------
    first, second
        What `both` are,
        on two lines.
    third
        The ``last``.

    Examples
    --------
    fourth
        No parameter.
    """


class Plain:
    """Something without fields."""


def test_names_and_lines_are_joined() -> None:
    """Names on one line share their description, whose lines and paragraphs are joined."""
    both = "What both are, on two lines."

    assert {"first": both, "second": both, "third": "The last."} == described_fields(Described)


@pytest.mark.parametrize(
    ("kind", "words"),
    [(Described, "Something with fields."), (Plain, "Something without fields.")],
)
def test_summary_is_the_first_line(kind: type, words: str) -> None:
    """The summary is the first line of the docstring."""
    assert words == summary(kind)


def test_no_fields_are_described() -> None:
    """A docstring without parameters describes none."""
    assert {} == described_fields(Plain)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_described(kind: type) -> None:
    """Every field of what stands in a file has its description."""
    assert {each.name for each in fields(kind)} == set(described_fields(kind))

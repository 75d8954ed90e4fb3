from attrs import fields

from indh_me._codec.sections import PARTS, SECTIONS, Head
from indh_me.model import Framework
from refusals import refusals


def test_every_field_has_its_section() -> None:
    """No field of a framework is left out of its file."""
    head = [each.name for each in fields(Head)]

    assert {*head, *PARTS, "thresholds", "labels", "suppressions"} == {
        each.name for each in fields(Framework)
    }
    assert {"framework", *PARTS, "thresholds", "labels", "suppressions", "observations"} == set(
        SECTIONS
    )


def test_languages_are_judged_one_by_one() -> None:
    """Each tag that is none is reported with its place, and so is one that stands there twice."""
    faults = refusals(lambda: Head(code="A", languages=("fr", "Français", "fr", "")))

    assert ["languages[1]", "languages[3]", "languages"] == [each.where.path for each in faults]


def test_a_language_is_needed() -> None:
    """A framework is kept in one language at least."""
    (fault,) = refusals(lambda: Head(code="A", languages=()))

    assert ("no languages", "languages") == (fault.what, fault.where.path)

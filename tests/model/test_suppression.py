import pytest

from indh_me.errors import Fault, ParseError
from indh_me.model import Suppression, Text
from refusals import Strange, refusal

REASON = Text.of(fr="La source ne donne pas de date")


@pytest.mark.parametrize("rule", ["ME000", "ME003", "ME999"])
def test_rules_are_named_by_their_ids(rule: str) -> None:
    """Any id of the form of one will do: whether there is such a rule, the linter says."""
    assert rule == str(Suppression(rule=rule, reason=REASON))


@pytest.mark.parametrize(
    "rule", ["ME3", "ME0031", "me003", "ME٠٠٣", "unsourced-value", "", 3, None]
)
def test_rules_of_another_form_are_refused(rule: Strange) -> None:
    """What is no id of a rule is refused."""
    fault = refusal(lambda: Suppression(rule=rule, reason=REASON), ParseError)

    assert f"{rule!r}".strip("'") in fault.what
    assert Fault(fault.what, "rule", "write ME and three digits, as findings begin: ME003") == fault


@pytest.mark.parametrize(
    "place",
    [
        "framework",
        "indicators.C-P3.baseline",
        'indicators."a.b".targets."2005/2007"',
        'observations.C-R4."2008 sex=female"',
        r'indicators."say \"yes\" \\".name',
        "indicators.I.targets_by_category[0]",
        "words[0][1].x",
    ],
)
def test_places_are_paths_of_keys(place: str) -> None:
    """A place is a path as findings tell it: keys with dots between, positions in brackets."""
    suppression = Suppression(rule="ME003", place=place, reason=REASON)

    assert place == suppression.place
    assert f"ME003 at {place}" == str(suppression)


@pytest.mark.parametrize(
    "place",
    [
        "",
        " ",
        ".a",
        "a.",
        "a..b",
        "a b",
        "indicators.é",
        'a."b',
        'a."b"c',
        "a[x]",
        "[0]",
        "a[0]b",
        3,
    ],
)
def test_other_places_are_refused(place: Strange) -> None:
    """What is no path of keys is refused, with the advice to copy one."""
    fault = refusal(lambda: Suppression(rule="ME003", place=place, reason=REASON), ParseError)

    assert "is no place" in fault.what
    assert "place" == fault.where.path
    assert "copy the path of keys that the finding tells: indicators.T-R1.targets" == fault.mend


@pytest.mark.parametrize("reason", [None, "", "no date"])
def test_reason_is_a_text(reason: Strange) -> None:
    """Nothing may stay without a reason that is told in a language."""
    fault = refusal(lambda: Suppression(rule="ME003", reason=reason))

    assert (f"'{reason}' is not a Text", "reason") == (fault.what, fault.where.path)

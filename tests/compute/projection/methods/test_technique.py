"""Methods by their words, and the policy."""

import pytest

from indh_me.compute.projection.methods.link import Link
from indh_me.compute.projection.methods.technique import TECHNIQUES, choice_of
from indh_me.compute.projection.panel.refusal import ProjectionReason
from indh_me.errors import Fault, InvalidInputError


def test_policy_by_the_number_of_points() -> None:
    """Nothing of one point, the last of two, half-drift of three, shrunken drift from four on."""
    words = [
        None if each is None else each.word
        for each in map(choice_of("auto").of, (0, 1, 2, 3, 4, 9))
    ]

    assert [None, None, "last", "half_drift", "shrunken_drift", "shrunken_drift"] == words
    assert Link.IDENTITY is choice_of("auto").link


@pytest.mark.parametrize(
    ("word", "fewest", "is_even", "link"),
    [
        ("last", 1, False, Link.IDENTITY),
        ("drift", 3, False, Link.IDENTITY),
        ("half_drift", 3, False, Link.IDENTITY),
        ("shrunken_drift", 3, False, Link.IDENTITY),
        ("ols", 3, False, Link.IDENTITY),
        ("theil_sen", 3, False, Link.IDENTITY),
        ("theil_sen_anchored", 3, False, Link.IDENTITY),
        ("ses", 3, True, Link.IDENTITY),
        ("holt", 4, True, Link.IDENTITY),
        ("damped_holt", 4, True, Link.IDENTITY),
        ("theta", 4, True, Link.IDENTITY),
        ("logit_trend", 3, False, Link.LOGIT),
        ("logit_trend_adjusted", 3, False, Link.LOGIT_ADJUSTED),
        ("log_linear", 3, False, Link.LOG),
        ("combination", 4, True, Link.IDENTITY),
        ("seasonal_last", 4, True, Link.IDENTITY),
        ("seasonal_drift", 4, True, Link.IDENTITY),
    ],
)
def test_each_method_and_its_needs(word: str, fewest: int, *, is_even: bool, link: Link) -> None:
    """Each method has its fewest points, below which there is none, and its scale."""
    choice = choice_of(word, 2)
    found = choice.of(fewest)

    assert found is TECHNIQUES[word]
    assert choice.of(fewest - 1) is None
    assert (word, is_even, link) == (found.word, found.is_even, found.link)
    assert link is choice.link


@pytest.mark.parametrize("season", [2, 4, 12])
def test_policy_of_a_season(season: int) -> None:
    """With a season it is seasonal drift from two whole seasons on, and nothing before."""
    choice = choice_of("auto", season)

    assert TECHNIQUES["seasonal_drift"] is choice.of(2 * season)
    assert choice.of(2 * season - 1) is None
    assert ProjectionReason.TOO_FEW_SEASONS is choice.shortage


@pytest.mark.parametrize("word", ["auto", "last", "ols"])
def test_without_a_season_points_are_too_few(word: str) -> None:
    """The policy for years, and a method that knows no season, lack points and not seasons."""
    assert ProjectionReason.TOO_FEW_POINTS is choice_of(word).shortage
    assert choice_of("auto", 1) == choice_of("auto")


@pytest.mark.parametrize("word", ["seasonal_last", "seasonal_drift"])
def test_a_seasonal_method_needs_a_season(word: str) -> None:
    """A seasonal method without a season is refused, and asks for the steps of a year."""
    with pytest.raises(InvalidInputError) as error:
        choice_of(word)

    assert (
        Fault(
            f"'{word}' needs a season", "season", "give the steps of a year, such as 4 for quarters"
        ),
    ) == error.value.faults


def test_there_are_no_others() -> None:
    """These are all methods."""
    assert 17 == len(TECHNIQUES)


def test_unknown_word() -> None:
    """An unknown word is refused, with the nearest one."""
    with pytest.raises(InvalidInputError) as error:
        choice_of("damped_hold")
    fault = error.value.faults[0]

    assert ("unknown method 'damped_hold'", "method") == (fault.what, str(fault.where))
    assert fault.mend.startswith("did you mean 'damped_holt'? known: auto, last, drift")

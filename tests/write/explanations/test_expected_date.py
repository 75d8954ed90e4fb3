import pytest

from explained import lines
from indh_me.compute import project
from projected import drifting

RISE = (52, 55, 56, 60, 61, 64, 66, 69, 70, 73)


def _said(told: list[str]) -> list[str]:
    starts = ("Date on", "No date", "By the", "The target is met", "Trend")
    return [line for line in told if line.startswith(starts)]


def _seen(figures: tuple[float, ...]) -> dict[str, float]:
    return {f"{1998 + number}": figure for number, figure in enumerate(figures)}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            (
                "Date on which the target is expected to be met: 2011-01-21 (50 % interval: "
                "2010-10-25 to 2011-04-21)"
            ),
        ),
        (
            "fr",
            (
                "Date attendue pour atteindre la cible : 2011-01-21 (intervalle à 50 % : du "
                "2010-10-25 au 2011-04-21)"
            ),
        ),
        (
            "ar",
            (
                "التاريخ المنتظر لتحقيق القيمة المستهدفة: \u200e2011-01-21 (مجال 50\u00a0%: بين "
                "\u200e2010-10-25 و\u200e2011-04-21)"
            ),
        ),
    ],
)
def test_date_with_its_interval(language: str, line: str) -> None:
    """A steady rise meets its target on a day, between two others."""
    # The line is 62.6 in the middle, at 2003.5, and rises by 190 / 82.5 a year: it comes to 80
    # at 2003.5 + 17.4 / 2.303 = 2011.055, the 21st day of 2011.
    made = project(_seen(RISE), to="2012", target=80, method="ols", level=0.8)

    assert line in lines(made, language)


def test_date_that_is_not_identified() -> None:
    """Where the far end of the interval never meets the target there is no day but a bound."""
    assert [
        (
            "No date can be given for meeting the target: the unfavourable end of the 50 % "
            "interval never meets the target; collect more figures"
        ),
        "By the 50 % interval, not before 2008-05-23.",
        "Trend by the test of Mann and Kendall: too few figures for the test",
    ] == _said(lines(drifting()))


def test_target_that_is_met() -> None:
    """A target that the last figure meets has the day of that figure."""
    assert "The target is met already, by the figure of 2006-12-31." in lines(drifting(target=66))
    assert "La cible est déjà atteinte, par le chiffre du 2006-12-31." in (
        lines(drifting(target=66), "fr")
    )


def test_no_interval_no_date() -> None:
    """Two figures give no interval, and so no date."""
    assert [
        (
            "No date can be given for meeting the target: without an interval nobody knows how "
            "sure a date would be; collect more figures"
        ),
        "Trend by the test of Mann and Kendall: too few figures for the test",
    ] == _said(lines(project({"2003": 60, "2004": 62}, to="2010", target=72)))


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (RISE, "Trend by the test of Mann and Kendall: increasing (p = "),
        (RISE[::-1], "Trend by the test of Mann and Kendall: decreasing (p = "),
        (
            (4, 9, 5, 8, 4, 9, 6, 10, 5, 8),
            "Trend by the test of Mann and Kendall: no trend that stands out from chance (p = ",
        ),
    ],
)
def test_trend(figures: tuple[float, ...], words: str) -> None:
    """What the test says stands with its p-value."""
    (line,) = _said(lines(project(_seen(figures), to="2012")))

    assert line.startswith(words)


def test_nothing_said_twice() -> None:
    """What is refused has its reason: neither a date nor a trend is spoken of."""
    assert [] == _said(lines(project({"2006": 67}, to="2010", target=75)))

import pytest

from drafts import flow, seen
from explained import lines
from indh_me.compute import project
from indh_me.model import Observations, Quantity
from indh_me.write.words import Words
from projected import briefing, drafted, drifting
from refusals import Strange

MEANING = (
    "Of such intervals about 95 % should hold the figure that comes, if things go on as they have."
)
OFFICIAL = "Official rates of the same figures, which are no projections:"


def test_four_figures() -> None:
    """An auditor reads the figures, the formula, the interval, the probability and the pace."""
    # d = 7 / 3; v = (0.5 / 9 + 1.5 * 4 / 9 + 2.5 / 9) / 4.5 * 3 / 2 = 1 / 3, k = 62.75 / 182.25,
    # w = d² / (d² + 1.5 k v) = 0.969349. 67 + w d * 4 = 76.05.
    assert [
        "As of 2006-12-31",
        "Figures that it starts from (4):",
        "  2003: 60",
        "  2004: 62",
        "  2005: 65",
        "  2006: 67",
        (
            "Projected by: Share of the average change (four figures or more: as much of their "
            "average change as they bear out)"
        ),
        (
            "Average change a year, newer changes counting up to twice as much: (3.5 * 2 + 4.5 * 3 "
            "+ 5.5 * 2) / (1.5 * 3^2) = 2.333"
        ),
        "Formula: last figure + share taken * average change a year * years",
        "Projected for 2010: 67 + 0.969349 * 2.333 * 4 = 76.05",
        "Prediction interval (95 %): between 41.5 and 110.6",
        MEANING,
        "Probability of meeting the target of 2010 (72): 67 %",
        (
            "No date can be given for meeting the target: the unfavourable end of the 50 % "
            "interval never meets the target; collect more figures"
        ),
        "By the 50 % interval, not before 2008-05-23.",
        "What the target of 2010 (72) asks for a year: (72 - 67) / 4 = 1.25",
        "Change a year so far: (67 - 60) / 3 = 2.333",
        "Required pace over the pace so far: 1.25 / 2.333 = 0.54",
        "Trend by the test of Mann and Kendall: too few figures for the test",
        OFFICIAL,
        "  compound annual growth rate (CAGR): (67 / 60)^(1/3) - 1 = 3.7 %",
        "  average annual rate of reduction (AARR), above zero when figures fall: -3.9 %",
        "  Open SDG, with a target: 95 / 60 / 0: On track (142 %)",
    ] == lines(drifting())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "كل مجال حول تقدير يقرأ على أنه مجال ثقة (90\u00a0%)، كما في البحوث."),
        (
            "fr",
            (
                "L'intervalle autour d'une estimation est lu comme un intervalle de confiance à "
                "90 %, comme dans les enquêtes."
            ),
        ),
        (
            "en",
            (
                "A range around an estimate is read as a confidence interval of 90 %, as surveys "
                "give it."
            ),
        ),
    ],
)
def test_how_ranges_are_read(language: str, said: str) -> None:
    """Where a figure has a range around its estimate, the share that it holds is said."""
    figures: dict[str, Quantity | float] = {"2003": 60, "2004": 62, "2005": 65}
    survey = project({**figures, "2006": Quantity(67, 66, 68)}, to="2008", range_level=0.9)
    exact = project({**figures, "2006": 67}, to="2008", range_level=0.9)
    assert said in lines(survey, language)
    assert said not in lines(exact, language)


def test_four_figures_in_french() -> None:
    """The same in French, with its decimal comma and spaced colons."""
    told = lines(drifting(), "fr")

    assert "Chiffres de départ (4) :" == told[1]
    assert [
        (
            "Variation annuelle moyenne, les plus récentes comptant jusqu'à deux fois plus : "
            "(3,5 * 2 + 4,5 * 3 + 5,5 * 2) / (1,5 * 3^2) = 2,333"
        ),
        "Formule : dernier chiffre + part retenue * variation annuelle moyenne * années",
        "Projeté pour la période 2010 : 67 + 0,969349 * 2,333 * 4 = 76,05",
        "Intervalle de prévision (95 %) : entre 41,5 et 110,6",
    ] == told[7:11]
    assert "Probabilité d'atteindre la cible de la période 2010 (72) : 67 %" == told[12]


def test_four_figures_in_arabic() -> None:
    """The same in Arabic: formulas keep their order between words read from right to left."""
    told = lines(drifting(), "ar")

    assert "الأرقام المنطلق منها (4):" == told[1]
    assert [
        (
            "متوسط التغير السنوي، ووزن التغيرات الحديثة يصل إلى ضعف القديمة: "
            "\u2066(3,5 * 2 + 4,5 * 3 + 5,5 * 2) / (1,5 * 3^2) = 2,333\u2069"
        ),
        "الصيغة: آخر رقم + الحصة المأخوذة * متوسط التغير السنوي * السنوات",
        "قيمة الإسقاط للفترة \u200e2010: \u206667 + 0,969349 * 2,333 * 4 = 76,05\u2069",
        "مجال التنبؤ (95\u00a0%): بين 41,5 و110,6",
    ] == told[7:11]


def test_briefing_of_the_example() -> None:
    """One figure of T-R1 is no trend; what the targets ask for is said all the same."""
    # 18 000 + 20 000 + 25 000 + 30 000 = 93 000; 20 000 / (18 000 / 3) = 3.33.
    assert [
        "As of 2008-03-27",
        "Figures that it starts from (1):",
        "  2005/2007: at least 18 000 (at least 6 000 a year)",
        (
            "Nothing is projected for 2010: too few figures, and one is no trend; collect at least "
            "two, better four or more"
        ),
        "What can be said without a projection:",
        "What the target of 2010 (30 000) asks for a year: 30 000",
        "Done a year so far: [at least 18 000] / 3 = at least 6 000",
        "Required pace over the pace so far: 30 000 / [at least 6 000] = at most 5",
        "If all targets are met, the total through 2010 is at least 93 000.",
        "2008 asks for at most 3.33 times the yearly pace of 2005/2007.",
    ] == lines(briefing()["T-R1"])


def test_briefing_in_other_languages() -> None:
    """Bounds of the example read right in French and in Arabic."""
    french, arabic = (lines(briefing()["T-R1"], language) for language in ("fr", "ar"))

    assert "  2005/2007 : au moins 18 000 (au moins 6 000 par an)" == french[2]
    assert (
        "Rien n'est projeté pour la période 2010 : trop peu de chiffres, et un seul n'est pas une "
        "tendance ; en recueillir au moins deux, mieux quatre ou plus"
    ) == french[3]
    assert (
        "La période 2008 demande au plus 3,33 fois le rythme annuel de la période 2005/2007."
        == (french[-1])
    )
    assert (
        "  \u200e2005/2007: 18\u00a0000 على الأقل (أي 6\u00a0000 على الأقل في السنة)"
    ) == arabic[2]
    assert arabic[3].startswith(
        "لا إسقاط للفترة \u200e2010: الأرقام غير كافية، ورقم واحد ليس اتجاها؛"
    )


def test_nothing_to_say() -> None:
    """Without figures and targets there is the reason, and what would mend it."""
    assert [
        "As of 2008-03-27",
        "Nothing is projected: no target says for which period; set a target, or name the period",
    ] == lines(briefing()["C-R3"])
    assert [
        (
            "Nothing is projected for 2010: no figure has been reported; collect at least two, "
            "better four or more"
        )
    ] == lines(drafted({}, to="2010"))


def test_two_figures() -> None:
    """Two figures give the last of them: no interval, and no probability without one."""
    told = lines(project({"2003": 60, "2004": 62}, to="2010", target=72))

    assert [
        "Projected by: Last figure (two figures tell no more than the last of them)",
        "Projected for 2010: 62",
        "No interval: the figures do not tell how far the next one may stray.",
        "Probability of meeting the target of 2010 (72): cannot be told without an interval",
    ] == told[4:8]
    # There is no drift in the formula, so the average change stands with the pace.
    assert "Change a year so far: (62 - 60) / 1 = 2" == told[10]


def test_figures_within_bounds() -> None:
    """Of figures within bounds every reading is projected: the results are bounds too."""
    figures: Strange = {"2003": 60, "2004": 62, "2005": 65, "2006": Quantity.at_least(67)}
    told = lines(project(figures, to="2010", target=72))

    assert [
        (
            "Some figures are known within bounds only: every reading of them is projected, and "
            "the results hold them all."
        ),
        "Projected for 2010: at least 76.05",
        "Prediction interval (95 %): at least 41.5",
        MEANING,
        "Probability of meeting the target of 2010 (72): at least 67 %",
        "What the target of 2010 (72) asks for a year: (72 - [at least 67]) / 4 = at most 1.25",
        "Change a year so far: ([at least 67] - 60) / 3 = at least 2.33",
        "Required pace over the pace so far: [at most 1.25] / [at least 2.33] = at most 0.54",
    ] == told[7:15]


def test_bounds_that_all_figures_have_say_nothing() -> None:
    """A count is not below zero anyway, so what is between zero and a bound is *at most*."""
    figures: Strange = {"2005": ">=6000", "2006": 18_700, "2007": 25_900, "2008": 27_400}
    told = lines(drafted(figures, to="2010"))

    assert any(line.startswith("Projected for 2010: at most ") for line in told)
    assert any(line.startswith("Prediction interval (95 %): at most ") for line in told)


def test_parts_that_are_left_out() -> None:
    """Parts of a year that do not fill it are left out, and named."""
    told = lines(drafted({"2005": 10, "2006": 20, "2007": 30, "2008-S1": 40}, to="2010"))

    assert ["Left out, as they are parts of longer periods that are not complete: 2008-S1"] == [
        line for line in told if line.startswith("Left out")
    ]


def test_flow_of_half_a_year() -> None:
    """A flow counts by the year of its period: figures and formula say so."""
    told = lines(
        project(
            flow("A"),
            Observations.of(seen("A", "2005", 20), seen("A", "2006", 22), seen("A", "2007", 27)),
            to="2008-S1",
            method="drift",
        )
    )

    # d = 7 / 2 from the middle of 2005 to that of 2007; 27 + d * 0.75 to that of the half-year.
    assert [
        "Average change a year: (27 - 20) / 2 = 3.5",
        (
            "Formula: (last figure a year + share taken * average change a year * years) * years "
            "of the period"
        ),
        "Projected for 2008-S1: (27 + 1 * 3.5 * 0.7486) * 0.5 = 14.81",
    ] == told[6:9]


def test_limit_that_no_figure_passes() -> None:
    """Where the formula passes a limit, it is told, and what is projected instead."""
    told = lines(drifting(bounds=(0, 70), target=68))

    assert [
        "Projected for 2010: 67 + 0.969349 * 2.333 * 4 = 76.05",
        "A figure cannot go beyond its limit, so 70 is projected.",
    ] == told[9:11]


def test_running_total_that_has_met_its_target() -> None:
    """What is counted since the start does not fall: a target that is met is met for certain."""
    told = lines(
        drafted({"2005": 20, "2006": 41, "2007": 63}, {"2010": 60}, accumulation="running_total")
    )

    assert "Probability of meeting the target of 2010 (60): 100 %" in told
    # The figures would have to turn round, so there is no ratio of paces.
    assert "What the target of 2010 (60) asks for a year: (60 - 63) / 3 = -1" in told
    assert [] == [line for line in told if line.startswith("Required pace")]


def test_targets_on_the_way() -> None:
    """Targets that fall due before the period projected to have a line each."""
    told = lines(
        drafted(
            {"2004": 52, "2005": 55, "2006": 56, "2007": 60},
            {"2008": 62, "2010": 70},
            unit="percent",
            accumulation="latest",
        )
    )
    (line,) = [each for each in told if each.startswith("Target on the way")]

    assert line.startswith("Target on the way, 2008: projected 62.29 %, target 62 %, probability: ")


def test_percentages_change_by_points() -> None:
    """The average change of percentages is one of points."""
    told = lines(
        drafted(
            {"2004": 52, "2005": 55, "2006": 56, "2007": 60},
            {"2010": 70},
            unit="percent",
            accumulation="latest",
        )
    )

    assert "Change a year so far: (60 % - 52 %) / 3 = 2.667 points" in told
    assert (
        "What the target of 2010 (70 %) asks for a year: (70 % - 60 %) / 3 = 3.333 points" in told
    )


def test_band_to_stay_in() -> None:
    """Of what is to be maintained the probability is that of lying in its band."""
    told = lines(
        drafted(
            {"2004": 91, "2005": 92, "2006": 91, "2007": 92},
            to="2008",
            unit="percent",
            direction="maintain",
            accumulation="latest",
            band=Quantity.between(90, 95),
        )
    )

    assert any(
        line.startswith("Probability of lying within the band in 2008 (between 90 % and 95 %): ")
        for line in told
    )


@pytest.mark.parametrize("method", ["ols", "theil_sen", "ses", "holt", "theta", "combination"])
def test_other_methods_have_no_formula(method: str) -> None:
    """Methods that are no drift name themselves, that they were asked for, and their result."""
    told = lines(drifting(method=method))
    name = Words("en").label("projection_method", method)

    assert f"Projected by: {name} (asked for by name)" in told
    assert [] == [line for line in told if line.startswith("Formula")]
    assert 1 == sum(line.startswith("Projected for 2010: ") for line in told)

from datetime import date

from drafts import flow
from explained import lines
from indh_me.compute import expected, pace_to_target
from indh_me.model import Baseline, Indicator, Period, Quantity, Target

BRIEFING = date(2008, 3, 27)
HALF_YEAR = date(2008, 6, 30)
#: From 60 % at the end of 2007 to 80 % at the end of 2009.
RECALL = Indicator(
    code="C-R1",
    unit="percent",
    direction="increase",
    accumulation="latest",
    baseline=Baseline(60, Period.year(2007)),
    targets=[Target(period=Period.year(2009), value=80)],
)
KEPT = Indicator(
    code="K",
    unit="percent",
    direction="maintain",
    accumulation="latest",
    band=Quantity.between(90, 95),
)


def test_linear_path() -> None:
    """A value is told with the share of the way, and that with the days it comes from."""
    result = expected(flow(targets={"2008": 20_000}), BRIEFING)

    assert [
        "Expected on 2008-03-27: 4 754.1, which is 23.8 % of the way from 0 to 20 000.",
        "Trajectory: linear; day 87 of 366 (2008-01-01 to 2008-12-31): 87 / 366 = 23.8 %",
    ] == lines(result)
    assert [
        "Attendu au 2008-03-27 : 4 754,1, soit 23,8 % du chemin de 0 à 20 000.",
        (
            "Trajectoire : linéaire ; jour 87 sur 366 (du 2008-01-01 au 2008-12-31) : 87 / "
            "366 = 23,8 %"
        ),
    ] == lines(result, "fr")
    assert [
        (
            "المنتظر في \u200e2008-03-27: 4\u00a0754,1، أي 23,8\u00a0% من المسافة من 0 إلى "
            "20\u00a0000."
        ),
        (
            "المسار: خطي؛ اليوم 87 من أصل 366 (من \u200e2008-01-01 إلى \u200e2008-12-31): "
            "\u206687 / 366 = 23,8\u00a0%\u2069"
        ),
    ] == lines(result, "ar")


def test_front_loaded_path() -> None:
    """The share of a path that is fast at first is a square."""
    result = expected(flow(targets={"2008": 20_000}, trajectory="front_loaded"), BRIEFING)

    assert [
        "Expected on 2008-03-27: 8 378.12, which is 41.9 % of the way from 0 to 20 000.",
        (
            "Trajectory: front-loaded; day 87 of 366 (2008-01-01 to 2008-12-31): 1 - (1 - 87 "
            "/ 366)^2 = 41.9 %"
        ),
    ] == lines(result)
    assert [
        "Attendu au 2008-03-27 : 8 378,12, soit 41,9 % du chemin de 0 à 20 000.",
        (
            "Trajectoire : rapide au début ; jour 87 sur 366 (du 2008-01-01 au 2008-12-31) : "
            "1 - (1 - 87 / 366)^2 = 41,9 %"
        ),
    ] == lines(result, "fr")
    assert [
        (
            "المنتظر في \u200e2008-03-27: 8\u00a0378,12، أي 41,9\u00a0% من المسافة من 0 إلى "
            "20\u00a0000."
        ),
        (
            "المسار: سريع في البداية؛ اليوم 87 من أصل 366 (من \u200e2008-01-01 إلى "
            "\u200e2008-12-31): \u20661 - (1 - 87 / 366)^2 = 41,9\u00a0%\u2069"
        ),
    ] == lines(result, "ar")


def test_back_loaded_path() -> None:
    """The share of a path that is fast at the end is the other square."""
    result = expected(flow(targets={"2008": 20_000}, trajectory="back_loaded"), BRIEFING)

    assert [
        "Expected on 2008-03-27: 1 130.07, which is 5.7 % of the way from 0 to 20 000.",
        "Trajectory: back-loaded; day 87 of 366 (2008-01-01 to 2008-12-31): (87 / 366)^2 = 5.7 %",
    ] == lines(result)
    assert [
        "Attendu au 2008-03-27 : 1 130,07, soit 5,7 % du chemin de 0 à 20 000.",
        (
            "Trajectoire : rapide à la fin ; jour 87 sur 366 (du 2008-01-01 au 2008-12-31) : "
            "(87 / 366)^2 = 5,7 %"
        ),
    ] == lines(result, "fr")
    assert [
        (
            "المنتظر في \u200e2008-03-27: 1\u00a0130,07، أي 5,7\u00a0% من المسافة من 0 إلى "
            "20\u00a0000."
        ),
        (
            "المسار: سريع في النهاية؛ اليوم 87 من أصل 366 (من \u200e2008-01-01 إلى "
            "\u200e2008-12-31): \u2066(87 / 366)^2 = 5,7\u00a0%\u2069"
        ),
    ] == lines(result, "ar")


def test_s_curve_before_half_time() -> None:
    """An S-curve has the formula of its first half up to half-time."""
    result = expected(flow(targets={"2007": 365}, trajectory="s_curve"), date(2007, 7, 1))

    assert [
        "Expected on 2007-07-01: 181.5, which is 49.7 % of the way from 0 to 365.",
        (
            "Trajectory: S-curve; day 182 of 365 (2007-01-01 to 2007-12-31): 2 * (182 / "
            "365)^2 = 49.7 %"
        ),
    ] == lines(result)
    assert [
        "Attendu au 2007-07-01 : 181,5, soit 49,7 % du chemin de 0 à 365.",
        (
            "Trajectoire : courbe en S ; jour 182 sur 365 (du 2007-01-01 au 2007-12-31) : 2 "
            "* (182 / 365)^2 = 49,7 %"
        ),
    ] == lines(result, "fr")
    assert [
        "المنتظر في \u200e2007-07-01: 181,5، أي 49,7\u00a0% من المسافة من 0 إلى 365.",
        (
            "المسار: منحنى على شكل حرف S؛ اليوم 182 من أصل 365 (من \u200e2007-01-01 إلى "
            "\u200e2007-12-31): \u20662 * (182 / 365)^2 = 49,7\u00a0%\u2069"
        ),
    ] == lines(result, "ar")


def test_s_curve_after_half_time() -> None:
    """An S-curve has the formula of its second half from then on."""
    result = expected(flow(targets={"2007": 365}, trajectory="s_curve"), date(2007, 7, 2))

    assert [
        "Expected on 2007-07-02: 183.5, which is 50.3 % of the way from 0 to 365.",
        (
            "Trajectory: S-curve; day 183 of 365 (2007-01-01 to 2007-12-31): 1 - 2 * (1 - "
            "183 / 365)^2 = 50.3 %"
        ),
    ] == lines(result)
    assert [
        "Attendu au 2007-07-02 : 183,5, soit 50,3 % du chemin de 0 à 365.",
        (
            "Trajectoire : courbe en S ; jour 183 sur 365 (du 2007-01-01 au 2007-12-31) : 1 "
            "- 2 * (1 - 183 / 365)^2 = 50,3 %"
        ),
    ] == lines(result, "fr")
    assert [
        "المنتظر في \u200e2007-07-02: 183,5، أي 50,3\u00a0% من المسافة من 0 إلى 365.",
        (
            "المسار: منحنى على شكل حرف S؛ اليوم 183 من أصل 365 (من \u200e2007-01-01 إلى "
            "\u200e2007-12-31): \u20661 - 2 * (1 - 183 / 365)^2 = 50,3\u00a0%\u2069"
        ),
    ] == lines(result, "ar")


def test_step_path() -> None:
    """Before the due date of a step nothing is expected, and there is no formula."""
    result = expected(flow(targets={"2008": 20_000}, trajectory="step"), BRIEFING)

    assert [
        "Expected on 2008-03-27: 0, which is 0 % of the way from 0 to 20 000.",
        "Trajectory: nothing before the due date; day 87 of 366 (2008-01-01 to 2008-12-31): 0 %",
    ] == lines(result)
    assert [
        "Attendu au 2008-03-27 : 0, soit 0 % du chemin de 0 à 20 000.",
        "Trajectoire : rien avant l'échéance ; jour 87 sur 366 (du 2008-01-01 au 2008-12-31) : 0 %",
    ] == lines(result, "fr")
    assert [
        "المنتظر في \u200e2008-03-27: 0، أي 0\u00a0% من المسافة من 0 إلى 20\u00a0000.",
        (
            "المسار: لا شيء قبل حلول الأجل؛ اليوم 87 من أصل 366 (من \u200e2008-01-01 إلى "
            "\u200e2008-12-31): 0\u00a0%"
        ),
    ] == lines(result, "ar")


def test_path_of_a_level() -> None:
    """A level is told in its unit, from the baseline."""
    result = expected(RECALL, date(2008, 12, 31))

    assert [
        "Expected on 2008-12-31: 70.01 %, which is 50.1 % of the way from 60 % to 80 %.",
        "Trajectory: linear; day 366 of 731 (2008-01-01 to 2009-12-31): 366 / 731 = 50.1 %",
    ] == lines(result)
    assert [
        "Attendu au 2008-12-31 : 70,01 %, soit 50,1 % du chemin de 60 % à 80 %.",
        (
            "Trajectoire : linéaire ; jour 366 sur 731 (du 2008-01-01 au 2009-12-31) : 366 / "
            "731 = 50,1 %"
        ),
    ] == lines(result, "fr")
    assert [
        (
            "المنتظر في \u200e2008-12-31: 70,01\u00a0%، أي 50,1\u00a0% من المسافة من "
            "60\u00a0% إلى 80\u00a0%."
        ),
        (
            "المسار: خطي؛ اليوم 366 من أصل 731 (من \u200e2008-01-01 إلى \u200e2009-12-31): "
            "\u2066366 / 731 = 50,1\u00a0%\u2069"
        ),
    ] == lines(result, "ar")


def test_last_day_of_a_path() -> None:
    """On the due date the whole target is expected, and no path is told."""
    result = expected(RECALL, date(2009, 12, 31))

    assert [
        "Expected on 2009-12-31: 80 %, the target due on 2009-12-31.",
    ] == lines(result)


def test_milestone_before_it_is_due() -> None:
    """Before its due date a milestone is expected not to be done."""
    result = expected(Indicator.milestone("M", due=Period.year(2008)), BRIEFING)

    assert [
        "Expected on 2008-03-27: Not done.",
    ] == lines(result)
    assert [
        "Attendu au 2008-03-27 : Non fait.",
    ] == lines(result, "fr")
    assert [
        "المنتظر في \u200e2008-03-27: غير منجز.",
    ] == lines(result, "ar")


def test_milestone_that_is_due() -> None:
    """From its due date on a milestone is expected to be done."""
    result = expected(Indicator.milestone("M", due=Period.year(2007)), BRIEFING)

    assert [
        "Expected on 2008-03-27: Done, the target due on 2007-12-31.",
    ] == lines(result)
    assert [
        "Attendu au 2008-03-27 : Fait, soit la cible à échéance du 2007-12-31.",
    ] == lines(result, "fr")
    assert [
        "المنتظر في \u200e2008-03-27: منجز، وهي القيمة المستهدفة التي أجلها \u200e2007-12-31.",
    ] == lines(result, "ar")


def test_band_on_any_day() -> None:
    """What should stay in a band is expected there on any day."""
    result = expected(KEPT, BRIEFING)

    assert [
        "Expected on 2008-03-27, as on any day: between 90 % and 95 %.",
    ] == lines(result)
    assert [
        "Attendu au 2008-03-27, comme chaque jour : entre 90 % et 95 %.",
    ] == lines(result, "fr")
    assert [
        "المنتظر في \u200e2008-03-27 كما في كل يوم: بين 90\u00a0% و95\u00a0%.",
    ] == lines(result, "ar")


def test_nothing_expected() -> None:
    """Where nothing can be expected, the reason is given."""
    result = expected(flow(), BRIEFING)

    assert [
        "nothing can be expected on 2008-03-27: there is no target",
    ] == lines(result)
    assert [
        "rien ne peut être attendu au 2008-03-27 : aucune cible n'est fixée",
    ] == lines(result, "fr")
    assert [
        "لا يمكن تحديد قيمة منتظرة في \u200e2008-03-27: لم تحدد أي قيمة مستهدفة",
    ] == lines(result, "ar")


def test_pace() -> None:
    """Gap and pace are told with their figures put in."""
    result = pace_to_target(flow(targets={"2008": 20_000}), 8_000, as_of=HALF_YEAR)

    assert [
        "Expected on 2008-06-30: 9 945.36, which is 49.7 % of the way from 0 to 20 000.",
        "Trajectory: linear; day 182 of 366 (2008-01-01 to 2008-12-31): 182 / 366 = 49.7 %",
        "Gap: 8 000 - 9 945.36 = -1 945.36",
        "What was expected is not reached: actual 8 000, expected 9 945.36.",
        "Needed each year to reach 20 000 on 2008-12-31: (20 000 - 8 000) / 0.5 = 24 000",
    ] == lines(result)
    assert [
        "Attendu au 2008-06-30 : 9 945,36, soit 49,7 % du chemin de 0 à 20 000.",
        (
            "Trajectoire : linéaire ; jour 182 sur 366 (du 2008-01-01 au 2008-12-31) : 182 / "
            "366 = 49,7 %"
        ),
        "Écart : 8 000 - 9 945,36 = -1 945,36",
        "L'attendu n'est pas atteint : réalisé 8 000, attendu 9 945,36.",
        "À réaliser par an pour atteindre 20 000 le 2008-12-31 : (20 000 - 8 000) / 0,5 = 24 000",
    ] == lines(result, "fr")
    assert [
        (
            "المنتظر في \u200e2008-06-30: 9\u00a0945,36، أي 49,7\u00a0% من المسافة من 0 إلى "
            "20\u00a0000."
        ),
        (
            "المسار: خطي؛ اليوم 182 من أصل 366 (من \u200e2008-01-01 إلى \u200e2008-12-31): "
            "\u2066182 / 366 = 49,7\u00a0%\u2069"
        ),
        "الفارق: \u20668\u00a0000 - 9\u00a0945,36 = \u200e-1\u00a0945,36\u2069",
        "القيمة المنتظرة غير محققة: المحقق 8\u00a0000 والمنتظر 9\u00a0945,36.",
        (
            "المطلوب كل سنة لبلوغ 20\u00a0000 في \u200e2008-12-31: \u2066(20\u00a0000 - "
            "8\u00a0000) / 0,5 = 24\u00a0000\u2069"
        ),
    ] == lines(result, "ar")


def test_pace_within_bounds() -> None:
    """Bounds stand in brackets, and what comes of them is told in words."""
    result = pace_to_target(RECALL, Quantity.at_least(62), as_of=HALF_YEAR)

    assert [
        "Expected on 2008-06-30: 64.98 %, which is 24.9 % of the way from 60 % to 80 %.",
        "Trajectory: linear; day 182 of 731 (2008-01-01 to 2009-12-31): 182 / 731 = 24.9 %",
        "Gap: [at least 62 %] - 64.98 % = at least -2.98 points",
        (
            "One cannot tell whether what was expected is reached: actual at least 62 %, "
            "expected 64.98 %."
        ),
        (
            "Needed each year to reach 80 % on 2009-12-31: (80 % - [at least 62 %]) / 1.5 = "
            "at most 12 points"
        ),
    ] == lines(result)
    assert [
        "Attendu au 2008-06-30 : 64,98 %, soit 24,9 % du chemin de 60 % à 80 %.",
        (
            "Trajectoire : linéaire ; jour 182 sur 731 (du 2008-01-01 au 2009-12-31) : 182 / "
            "731 = 24,9 %"
        ),
        "Écart : [au moins 62 %] - 64,98 % = au moins -2,98 points",
        "On ne peut pas dire si l'attendu est atteint : réalisé au moins 62 %, attendu 64,98 %.",
        (
            "À réaliser par an pour atteindre 80 % le 2009-12-31 : (80 % - [au moins 62 %]) "
            "/ 1,5 = au plus 12 points"
        ),
    ] == lines(result, "fr")
    assert [
        (
            "المنتظر في \u200e2008-06-30: 64,98\u00a0%، أي 24,9\u00a0% من المسافة من "
            "60\u00a0% إلى 80\u00a0%."
        ),
        (
            "المسار: خطي؛ اليوم 182 من أصل 731 (من \u200e2008-01-01 إلى \u200e2009-12-31): "
            "\u2066182 / 731 = 24,9\u00a0%\u2069"
        ),
        (
            "الفارق: \u2066[\u206762\u00a0% على الأقل\u2069] - 64,98\u00a0% = "
            "\u2067\u200e-2,98\u00a0نقطة مئوية على الأقل\u2069\u2069"
        ),
        "لا يمكن الجزم بتحقق القيمة المنتظرة: المحقق 62\u00a0% على الأقل والمنتظر 64,98\u00a0%.",
        (
            "المطلوب كل سنة لبلوغ 80\u00a0% في \u200e2009-12-31: \u2066(80\u00a0% - "
            "[\u206762\u00a0% على الأقل\u2069]) / 1,5 = \u206712\u00a0نقطة مئوية على "
            "الأكثر\u2069\u2069"
        ),
    ] == lines(result, "ar")


def test_pace_that_is_ahead() -> None:
    """A figure ahead of its path is told so."""
    result = pace_to_target(flow(targets={"2008": 20_000}), 12_000.125, as_of=HALF_YEAR)

    assert [
        "Expected on 2008-06-30: 9 945.355, which is 49.7 % of the way from 0 to 20 000.",
        "Trajectory: linear; day 182 of 366 (2008-01-01 to 2008-12-31): 182 / 366 = 49.7 %",
        "Gap: 12 000.125 - 9 945.355 = 2 054.77",
        "What was expected is reached: actual 12 000.125, expected 9 945.355.",
        "Needed each year to reach 20 000 on 2008-12-31: (20 000 - 12 000.125) / 0.5 = 15 999.75",
    ] == lines(result)


def test_no_time_left() -> None:
    """After the due date no pace leads to the target any more."""
    result = pace_to_target(flow(targets={"2007": 100}), 80, as_of=BRIEFING)

    assert [
        "Expected on 2008-03-27: 100, the target due on 2007-12-31.",
        "Gap: 80 - 100 = -20",
        "What was expected is not reached: actual 80, expected 100.",
        "No time is left to reach the target: it was due on 2007-12-31.",
    ] == lines(result)
    assert [
        "Attendu au 2008-03-27 : 100, soit la cible à échéance du 2007-12-31.",
        "Écart : 80 - 100 = -20",
        "L'attendu n'est pas atteint : réalisé 80, attendu 100.",
        "Il ne reste plus de temps pour atteindre la cible : elle était à échéance du 2007-12-31.",
    ] == lines(result, "fr")
    assert [
        "المنتظر في \u200e2008-03-27: 100، وهي القيمة المستهدفة التي أجلها \u200e2007-12-31.",
        "الفارق: \u206680 - 100 = \u200e-20\u2069",
        "القيمة المنتظرة غير محققة: المحقق 80 والمنتظر 100.",
        "لم يبق وقت لبلوغ القيمة المستهدفة: حل أجلها في \u200e2007-12-31.",
    ] == lines(result, "ar")


def test_pace_in_a_band() -> None:
    """In a band there is no gap and no pace, only inside and outside."""
    result = pace_to_target(KEPT, 96, as_of=BRIEFING)

    assert [
        "Expected on 2008-03-27, as on any day: between 90 % and 95 %.",
        "The figure is outside its band: actual 96 %, band between 90 % and 95 %.",
    ] == lines(result)


def test_pace_without_a_path() -> None:
    """Without a target a figure is held against nothing."""
    result = pace_to_target(flow(), 80, as_of=BRIEFING)

    assert [
        "nothing can be expected on 2008-03-27: there is no target",
    ] == lines(result)

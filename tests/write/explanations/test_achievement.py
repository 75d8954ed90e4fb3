from explained import lines
from indh_me.compute import Achievement
from indh_me.model import Quantity


def test_target_ratio() -> None:
    """Actual over target."""
    result = Achievement.of(64, 80, direction="increase", method="target_ratio")

    assert [
        "Actual / target: 64 / 80 = 80 %",
        "The target is not met: actual 64, target 80.",
    ] == lines(result)
    assert [
        "Réalisé / cible : 64 / 80 = 80 %",
        "La cible n'est pas atteinte : réalisé 64, cible 80.",
    ] == lines(result, "fr")
    assert [
        "المحقق / المستهدف: \u206664 / 80 = 80\u00a0%\u2069",
        "القيمة المستهدفة غير محققة: المحقق 64 والمستهدف 80.",
    ] == lines(result, "ar")


def test_baseline_adjusted() -> None:
    """What is done of the way from the baseline, over the whole way."""
    result = Achievement.of(64, 80, 60, direction="increase", method="baseline_adjusted")

    assert [
        "Progress from the baseline: (64 - 60) / (80 - 60) = 20 %",
        "The target is not met: actual 64, target 80.",
    ] == lines(result)
    assert [
        "Progrès depuis la valeur de référence : (64 - 60) / (80 - 60) = 20 %",
        "La cible n'est pas atteinte : réalisé 64, cible 80.",
    ] == lines(result, "fr")
    assert [
        "التقدم انطلاقا من القيمة الأساسية: \u2066(64 - 60) / (80 - 60) = 20\u00a0%\u2069",
        "القيمة المستهدفة غير محققة: المحقق 64 والمستهدف 80.",
    ] == lines(result, "ar")


def test_inverse_ratio() -> None:
    """Target over actual, for a decrease."""
    result = Achievement.of(30, 20, 40, direction="decrease", method="inverse_ratio")

    assert [
        "Target / actual: 20 / 30 = 66.7 %",
        "The target is not met: actual 30, target 20.",
    ] == lines(result)
    assert [
        "Cible / réalisé : 20 / 30 = 66,7 %",
        "La cible n'est pas atteinte : réalisé 30, cible 20.",
    ] == lines(result, "fr")
    assert [
        "المستهدف / المحقق: \u206620 / 30 = 66,7\u00a0%\u2069",
        "القيمة المستهدفة غير محققة: المحقق 30 والمستهدف 20.",
    ] == lines(result, "ar")


def test_two_minus_ratio() -> None:
    """Two minus actual over target, for a decrease."""
    result = Achievement.of(30, 20, 40, direction="decrease", method="two_minus_ratio")

    assert [
        "2 minus actual / target: 2 - 30 / 20 = 50 %",
        "The target is not met: actual 30, target 20.",
    ] == lines(result)
    assert [
        "2 moins réalisé / cible : 2 - 30 / 20 = 50 %",
        "La cible n'est pas atteinte : réalisé 30, cible 20.",
    ] == lines(result, "fr")
    assert [
        "2 ناقص المحقق / المستهدف: \u20662 - 30 / 20 = 50\u00a0%\u2069",
        "القيمة المستهدفة غير محققة: المحقق 30 والمستهدف 20.",
    ] == lines(result, "ar")


def test_milestone() -> None:
    """The way to the next target is written like that to the target; thousands are grouped."""
    result = Achievement.of(12_980, 15_000, 2_505, direction="increase", method="milestone")

    assert [
        "Progress towards the next target: (12 980 - 2 505) / (15 000 - 2 505) = 83.8 %",
        "The target is not met: actual 12 980, target 15 000.",
    ] == lines(result)
    assert [
        "Progrès vers la prochaine cible : (12 980 - 2 505) / (15 000 - 2 505) = 83,8 %",
        "La cible n'est pas atteinte : réalisé 12 980, cible 15 000.",
    ] == lines(result, "fr")
    assert [
        (
            "التقدم نحو القيمة المستهدفة الموالية: \u2066(12\u00a0980 - 2\u00a0505) / "
            "(15\u00a0000 - 2\u00a0505) = 83,8\u00a0%\u2069"
        ),
        "القيمة المستهدفة غير محققة: المحقق 12\u00a0980 والمستهدف 15\u00a0000.",
    ] == lines(result, "ar")


def test_growth_ratio() -> None:
    """Yearly growth is a root, written with the years put in."""
    result = Achievement.of(
        64, 80, 60, direction="increase", method="growth_ratio", years=5, target_years=10
    )

    assert [
        (
            "Observed growth / required growth: ((64 / 60)^(1/5) - 1) / ((80 / 60)^(1/10) - "
            "1) = 44.5 %"
        ),
        "The target is not met: actual 64, target 80.",
    ] == lines(result)
    assert [
        (
            "Croissance observée / croissance requise : ((64 / 60)^(1/5) - 1) / ((80 / "
            "60)^(1/10) - 1) = 44,5 %"
        ),
        "La cible n'est pas atteinte : réalisé 64, cible 80.",
    ] == lines(result, "fr")
    assert [
        (
            "النمو الملاحظ / النمو المطلوب: \u2066((64 / 60)^(1/5) - 1) / ((80 / 60)^(1/10) "
            "- 1) = 44,5\u00a0%\u2069"
        ),
        "القيمة المستهدفة غير محققة: المحقق 64 والمستهدف 80.",
    ] == lines(result, "ar")


def test_years_have_more_decimals() -> None:
    """Years that are no whole number have decimals enough to check the root."""
    result = Achievement.of(
        64, 80, 60, direction="increase", method="growth_ratio", years=61 / 12, target_years=10
    )

    assert [
        (
            "Observed growth / required growth: ((64 / 60)^(1/5.0833) - 1) / ((80 / "
            "60)^(1/10) - 1) = 43.8 %"
        ),
        "The target is not met: actual 64, target 80.",
    ] == lines(result)
    assert [
        (
            "Croissance observée / croissance requise : ((64 / 60)^(1/5,0833) - 1) / ((80 / "
            "60)^(1/10) - 1) = 43,8 %"
        ),
        "La cible n'est pas atteinte : réalisé 64, cible 80.",
    ] == lines(result, "fr")
    assert [
        (
            "النمو الملاحظ / النمو المطلوب: \u2066((64 / 60)^(1/5,0833) - 1) / ((80 / "
            "60)^(1/10) - 1) = 43,8\u00a0%\u2069"
        ),
        "القيمة المستهدفة غير محققة: المحقق 64 والمستهدف 80.",
    ] == lines(result, "ar")


def test_inside_a_band() -> None:
    """Inside its band a figure needs no formula: words say so, and no verdict repeats them."""
    result = Achievement.of(93, None, direction="maintain", band=Quantity.between(90, 95))

    assert [
        "Staying within the band: the figure (93) is inside the band (between 90 and 95): 100 %",
    ] == lines(result)
    assert [
        "Maintien dans la plage fixée : le chiffre (93) est dans la plage (entre 90 et 95) : 100 %",
    ] == lines(result, "fr")
    assert [
        "البقاء ضمن النطاق المحدد: الرقم (93) داخل النطاق (بين 90 و95): 100\u00a0%",
    ] == lines(result, "ar")


def test_above_a_band() -> None:
    """Above its band a figure is scaled by the upper edge."""
    result = Achievement.of(96, None, direction="maintain", band=Quantity.between(90, 95))

    assert [
        "Staying within the band: 1 - (96 - 95) / 95 = 98.9 %",
        "The figure is outside its band: actual 96, band between 90 and 95.",
    ] == lines(result)
    assert [
        "Maintien dans la plage fixée : 1 - (96 - 95) / 95 = 98,9 %",
        "Le chiffre est hors de la plage : réalisé 96, plage entre 90 et 95.",
    ] == lines(result, "fr")
    assert [
        "البقاء ضمن النطاق المحدد: \u20661 - (96 - 95) / 95 = 98,9\u00a0%\u2069",
        "الرقم خارج النطاق: المحقق 96 والنطاق بين 90 و95.",
    ] == lines(result, "ar")


def test_below_a_band() -> None:
    """Below its band a figure is scaled by the lower edge, and the difference is turned round."""
    result = Achievement.of(85, None, direction="maintain", band=Quantity.between(90, 95))

    assert [
        "Staying within the band: 1 - (90 - 85) / 90 = 94.4 %",
        "The figure is outside its band: actual 85, band between 90 and 95.",
    ] == lines(result)
    assert [
        "Maintien dans la plage fixée : 1 - (90 - 85) / 90 = 94,4 %",
        "Le chiffre est hors de la plage : réalisé 85, plage entre 90 et 95.",
    ] == lines(result, "fr")
    assert [
        "البقاء ضمن النطاق المحدد: \u20661 - (90 - 85) / 90 = 94,4\u00a0%\u2069",
        "الرقم خارج النطاق: المحقق 85 والنطاق بين 90 و95.",
    ] == lines(result, "ar")


def test_partly_inside_a_band() -> None:
    """A figure whose bounds lie on both sides of an edge may be inside or outside."""
    result = Achievement.of(
        Quantity.between(94, 97), None, direction="maintain", band=Quantity.between(90, 95)
    )

    assert [
        (
            "Staying within the band: the figure (between 94 and 97) may be inside the band "
            "(between 90 and 95) or outside: between 97.9 % and 100 %"
        ),
    ] == lines(result)
    assert [
        (
            "Maintien dans la plage fixée : le chiffre (entre 94 et 97) peut être dans la "
            "plage (entre 90 et 95) ou en dehors : entre 97,9 % et 100 %"
        ),
    ] == lines(result, "fr")
    assert [
        (
            "البقاء ضمن النطاق المحدد: الرقم (بين 94 و97) قد يكون داخل النطاق (بين 90 و95) "
            "أو خارجه: بين 97,9\u00a0% و100\u00a0%"
        ),
    ] == lines(result, "ar")


def test_open_band() -> None:
    """A band with one edge is written with it."""
    result = Achievement.of(93, None, direction="maintain", band=Quantity.at_least(90))

    assert [
        "Staying within the band: the figure (93) is inside the band (at least 90): 100 %",
    ] == lines(result)
    assert [
        "Maintien dans la plage fixée : le chiffre (93) est dans la plage (au moins 90) : 100 %",
    ] == lines(result, "fr")
    assert [
        "البقاء ضمن النطاق المحدد: الرقم (93) داخل النطاق (90 على الأقل): 100\u00a0%",
    ] == lines(result, "ar")


def test_bounds_in_brackets() -> None:
    """A figure known within bounds stands in brackets, and what cannot be told is said."""
    result = Achievement.of(Quantity.at_least(18_000), 20_000, direction="increase")

    assert [
        "Actual / target: [at least 18 000] / 20 000 = at least 90 %",
        "One cannot tell whether the target is met: actual at least 18 000, target 20 000.",
    ] == lines(result)
    assert [
        "Réalisé / cible : [au moins 18 000] / 20 000 = au moins 90 %",
        "On ne peut pas dire si la cible est atteinte : réalisé au moins 18 000, cible 20 000.",
    ] == lines(result, "fr")
    assert [
        (
            "المحقق / المستهدف: \u2066[\u206718\u00a0000 على الأقل\u2069] / 20\u00a0000 = "
            "\u206790\u00a0% على الأقل\u2069\u2069"
        ),
        "لا يمكن الجزم بتحقق القيمة المستهدفة: المحقق 18\u00a0000 على الأقل والمستهدف 20\u00a0000.",
    ] == lines(result, "ar")


def test_negative_figures_in_brackets() -> None:
    """A figure below zero stands in brackets, so that no two signs meet."""
    result = Achievement.of(-5, 10, -10, direction="increase", method="baseline_adjusted")

    assert [
        "Progress from the baseline: ((-5) - (-10)) / (10 - (-10)) = 25 %",
        "The target is not met: actual -5, target 10.",
    ] == lines(result)
    assert [
        "Progrès depuis la valeur de référence : ((-5) - (-10)) / (10 - (-10)) = 25 %",
        "La cible n'est pas atteinte : réalisé -5, cible 10.",
    ] == lines(result, "fr")
    assert [
        (
            "التقدم انطلاقا من القيمة الأساسية: \u2066((\u200e-5) - (\u200e-10)) / (10 - "
            "(\u200e-10)) = 25\u00a0%\u2069"
        ),
        "القيمة المستهدفة غير محققة: المحقق \u200e-5 والمستهدف 10.",
    ] == lines(result, "ar")


def test_decimals_enough_for_the_formula() -> None:
    """Figures have the decimals that it takes to come to the rate, in the verdict too."""
    result = Achievement.of(3.456, 3.512, 3.4, direction="increase", method="baseline_adjusted")

    assert [
        "Progress from the baseline: (3.456 - 3.4) / (3.512 - 3.4) = 50 %",
        "The target is not met: actual 3.456, target 3.512.",
    ] == lines(result)
    assert [
        "Progrès depuis la valeur de référence : (3,456 - 3,4) / (3,512 - 3,4) = 50 %",
        "La cible n'est pas atteinte : réalisé 3,456, cible 3,512.",
    ] == lines(result, "fr")
    assert [
        "التقدم انطلاقا من القيمة الأساسية: \u2066(3,456 - 3,4) / (3,512 - 3,4) = 50\u00a0%\u2069",
        "القيمة المستهدفة غير محققة: المحقق 3,456 والمستهدف 3,512.",
    ] == lines(result, "ar")


def test_decimals_enough_for_the_verdict() -> None:
    """A figure just below its target is not rounded to it."""
    result = Achievement.of(79.996, 80, direction="increase")

    assert [
        "Actual / target: 79.996 / 80 = 99.99 %",
        "The target is not met: actual 79.996, target 80.",
    ] == lines(result)
    assert [
        "Réalisé / cible : 79,996 / 80 = 99,99 %",
        "La cible n'est pas atteinte : réalisé 79,996, cible 80.",
    ] == lines(result, "fr")
    assert [
        "المحقق / المستهدف: \u206679,996 / 80 = 99,99\u00a0%\u2069",
        "القيمة المستهدفة غير محققة: المحقق 79,996 والمستهدف 80.",
    ] == lines(result, "ar")


def test_undefined_but_met() -> None:
    """Where there is no rate, the reason is given, and whether the target is met all the same."""
    result = Achievement.of(3, 0, direction="increase")

    assert [
        "rate undefined: the target is zero",
        "The target is met: actual 3, target 0.",
    ] == lines(result)
    assert [
        "taux non calculable : la cible est égale à zéro",
        "La cible est atteinte : réalisé 3, cible 0.",
    ] == lines(result, "fr")
    assert [
        "نسبة غير قابلة للحساب: القيمة المستهدفة تساوي صفرا",
        "القيمة المستهدفة محققة: المحقق 3 والمستهدف 0.",
    ] == lines(result, "ar")


def test_nothing_to_compare() -> None:
    """Without a target there is a reason, and no verdict."""
    result = Achievement.of(3, None, direction="increase")

    assert [
        "rate undefined: there is no target",
    ] == lines(result)
    assert [
        "taux non calculable : aucune cible n'est fixée",
    ] == lines(result, "fr")
    assert [
        "نسبة غير قابلة للحساب: لم تحدد أي قيمة مستهدفة",
    ] == lines(result, "ar")


def test_band_without_a_scale() -> None:
    """Outside an edge that is zero there is no rate, but a verdict on the band."""
    result = Achievement.of(3, None, direction="maintain", band=Quantity.at_most(0))

    assert [
        (
            "rate undefined: the figure lies outside the band where its edge is zero, so its "
            "distance has no scale"
        ),
        "The figure is outside its band: actual 3, band at most 0.",
    ] == lines(result)
    assert [
        (
            "taux non calculable : le chiffre sort de la plage du côté où la borne est "
            "nulle, et un écart ne se rapporte pas à zéro"
        ),
        "Le chiffre est hors de la plage : réalisé 3, plage au plus 0.",
    ] == lines(result, "fr")
    assert [
        "نسبة غير قابلة للحساب: الرقم خارج النطاق من جهة الحد الذي يساوي صفرا، فلا يقاس بعده عنه",
        "الرقم خارج النطاق: المحقق 3 والنطاق 0 على الأكثر.",
    ] == lines(result, "ar")

from drafts import AS_OF, content, flow, seen
from explained import lines
from indh_me.compute import Breakdown, breakdown, equity, suppress
from indh_me.model import Categories, Category, Dimension, Direction, Observation, Quantity, Text

WOMEN, MEN = Categories.of(sex="female"), Categories.of(sex="male")
SEX = Dimension(
    code="sex",
    name=Text.of(en="Sex", fr="Sexe", ar="الجنس"),
    categories=[
        Category("female", Text.of(en="Women", fr="Femmes", ar="نساء")),
        Category("male", Text.of(en="Men", fr="Hommes", ar="رجال")),
    ],
)
PLACE = Dimension(
    code="place",
    categories=[Category("dakhla", Text.of(en="Dakhla", fr="Dakhla", ar="الداخلة"))],
)
PARITY = Quantity.between(0.97, 1.03)


def broken_down(*observations: Observation, unit: str = "count") -> Breakdown:
    """Break down the figures of an indicator by sex and place."""
    name = Text.of(en="People trained", fr="Personnes formées", ar="المستفيدون من التكوين")
    made = content(
        [flow(name=name, unit=unit, dimensions=["sex", "place"])],
        observations,
        dimensions=[SEX, PLACE],
    )
    return breakdown(made.framework, made.observations, "A", as_of=AS_OF)


def test_groups_and_remainder() -> None:
    """Each group has its figure under its name, and below it what is not disaggregated."""
    result = broken_down(
        seen("A", "2010", 100), seen("A", "2010", 40, WOMEN), seen("A", "2010", 50, MEN)
    )

    assert [
        "A  People trained",
        "As of 2010-12-31",
        "Total: 100",
        "  Not disaggregated (Sex): 10",
        "  Women: 40",
        "  Men: 50",
    ] == lines(result)
    assert [
        "A  Personnes formées",
        "Situation arrêtée au 2010-12-31",
        "Total : 100",
        "  Non désagrégé (Sexe) : 10",
        "  Femmes : 40",
        "  Hommes : 50",
    ] == lines(result, "fr")
    assert [
        "A  المستفيدون من التكوين",
        "الوضعية المحصورة في \u200e2010-12-31",
        "المجموع: 100",
        "  غير مصنف (الجنس): 10",
        "  نساء: 40",
        "  رجال: 50",
    ] == lines(result, "ar")


def test_derived_figures() -> None:
    """A figure that was not reported but follows from its categories says so."""
    result = broken_down(seen("A", "2010", 40, Categories.of(sex="female", place="dakhla")))

    assert [
        "A  People trained",
        "As of 2010-12-31",
        "Total: at least 40 (from its categories)",
        "  Dakhla: at least 40 (from its categories)",
        "  Women: 40 (from its categories)",
        "  Dakhla, Women: 40",
    ] == lines(result)
    assert [
        "A  Personnes formées",
        "Situation arrêtée au 2010-12-31",
        "Total : au moins 40 (déduit de ses catégories)",
        "  Dakhla : au moins 40 (déduit de ses catégories)",
        "  Femmes : 40 (déduit de ses catégories)",
        "  Dakhla, Femmes : 40",
    ] == lines(result, "fr")
    assert [
        "A  المستفيدون من التكوين",
        "الوضعية المحصورة في \u200e2010-12-31",
        "المجموع: 40 على الأقل (محتسب من فئاته)",
        "  الداخلة: 40 على الأقل (محتسب من فئاته)",
        "  نساء: 40 (محتسب من فئاته)",
        "  الداخلة، نساء: 40",
    ] == lines(result, "ar")


def test_categories_above_the_total() -> None:
    """A remainder below zero says what is wrong."""
    result = broken_down(
        seen("A", "2010", 80), seen("A", "2010", 40, WOMEN), seen("A", "2010", 50, MEN)
    )

    assert [
        "A  People trained",
        "As of 2010-12-31",
        "Total: 80",
        "  Not disaggregated (Sex): -10 (the categories come to more than the total reported)",
        "  Women: 40",
        "  Men: 50",
    ] == lines(result)
    assert [
        "A  Personnes formées",
        "Situation arrêtée au 2010-12-31",
        "Total : 80",
        "  Non désagrégé (Sexe) : -10 (la somme des catégories dépasse le total communiqué)",
        "  Femmes : 40",
        "  Hommes : 50",
    ] == lines(result, "fr")


def test_group_without_a_figure() -> None:
    """A group that has no figure gives the reason."""
    result = broken_down(seen("A", "2010", "50 [1/2]", WOMEN), unit="percent")

    assert [
        "A  People trained",
        "As of 2010-12-31",
        "Total: no figure (some categories are not known)",
        "  Women: 50 %",
    ] == lines(result)
    assert [
        "A  Personnes formées",
        "Situation arrêtée au 2010-12-31",
        "Total : pas de chiffre (certaines catégories ne sont pas connues)",
        "  Femmes : 50 %",
    ] == lines(result, "fr")
    assert [
        "A  المستفيدون من التكوين",
        "الوضعية المحصورة في \u200e2010-12-31",
        "المجموع: بدون رقم (أرقام بعض الفئات غير معروفة)",
        "  نساء: 50\u00a0%",
    ] == lines(result, "ar")


def test_figures_withheld() -> None:
    """What is withheld is called so, and the rule is told."""
    table = broken_down(
        seen("A", "2010", 90), seen("A", "2010", 3, WOMEN), seen("A", "2010", 50, MEN)
    )
    result = suppress(table)

    assert [
        "A  People trained",
        "As of 2010-12-31",
        "Counts above zero and below 5 are withheld, and so is what would give them away.",
        "Total: 90",
        "  Not disaggregated (Sex): Withheld",
        "  Women: Withheld",
        "  Men: 50",
    ] == lines(result)
    assert [
        "A  Personnes formées",
        "Situation arrêtée au 2010-12-31",
        (
            "Les effectifs supérieurs à zéro et inférieurs à 5 sont masqués, ainsi que ce "
            "qui permettrait de les retrouver."
        ),
        "Total : 90",
        "  Non désagrégé (Sexe) : Masqué",
        "  Femmes : Masqué",
        "  Hommes : 50",
    ] == lines(result, "fr")
    assert [
        "A  المستفيدون من التكوين",
        "الوضعية المحصورة في \u200e2010-12-31",
        "تحجب الأعداد التي تفوق الصفر وتقل عن 5، وما يسمح باستنتاجها.",
        "المجموع: 90",
        "  غير مصنف (الجنس): محجوب",
        "  نساء: محجوب",
        "  رجال: 50",
    ] == lines(result, "ar")


def test_figures_absent() -> None:
    """What has no figure is no secret."""
    result = suppress(broken_down())

    assert [
        "A  People trained",
        "As of 2010-12-31",
        "Counts above zero and below 5 are withheld, and so is what would give them away.",
        "Total: Not reported",
    ] == lines(result)


def test_remainder_that_may_be_shown() -> None:
    """A remainder that tells of nobody is shown."""
    table = broken_down(
        seen("A", "2010", 90), seen("A", "2010", 30, WOMEN), seen("A", "2010", 50, MEN)
    )
    result = suppress(table)

    assert [
        "A  People trained",
        "As of 2010-12-31",
        "Counts above zero and below 5 are withheld, and so is what would give them away.",
        "Total: 90",
        "  Not disaggregated (Sex): 10",
        "  Women: 30",
        "  Men: 50",
    ] == lines(result)


def test_ratio_of_two_groups() -> None:
    """The figures of both groups are put in, and the ratio is held against its target."""
    table = broken_down(seen("A", "2010", 40, WOMEN), seen("A", "2010", 50, MEN))
    result = equity(table, "sex", "female", "male", target=0.9)

    assert [
        "sex=female / sex=male: 40 / 50 = 0.8",
        "The target is not met: actual 0.8, target 0.9.",
    ] == lines(result)
    assert [
        "sex=female / sex=male : 40 / 50 = 0,8",
        "La cible n'est pas atteinte : réalisé 0,8, cible 0,9.",
    ] == lines(result, "fr")
    assert [
        "\u2066sex=female / sex=male\u2069: \u206640 / 50 = 0,8\u2069",
        "القيمة المستهدفة غير محققة: المحقق 0,8 والمستهدف 0,9.",
    ] == lines(result, "ar")


def test_ratio_just_outside_its_band() -> None:
    """A ratio just below its band is not rounded into it."""
    table = broken_down(seen("A", "2010", 9_699, WOMEN), seen("A", "2010", 10_000, MEN))
    result = equity(table, "sex", "female", "male", target=PARITY, direction=Direction.MAINTAIN)

    assert [
        "sex=female / sex=male: 9 699 / 10 000 = 0.9699",
        "The target is not met: actual 0.9699, target between 0.97 and 1.03.",
    ] == lines(result)


def test_ratio_without_a_target() -> None:
    """Without a target there is the ratio alone."""
    table = broken_down(seen("A", "2010", ">=40", WOMEN), seen("A", "2010", 50, MEN))
    result = equity(table, "sex", "female", "male")

    assert [
        "sex=female / sex=male: [at least 40] / 50 = at least 0.8",
    ] == lines(result)
    assert [
        (
            "\u2066sex=female / sex=male\u2069: \u2066[\u206740 على الأقل\u2069] / 50 = "
            "\u20670,8 على الأقل\u2069\u2069"
        ),
    ] == lines(result, "ar")


def test_ratio_to_nobody() -> None:
    """A ratio that is undefined gives its reason."""
    table = broken_down(seen("A", "2010", 40, WOMEN), seen("A", "2010", 0, MEN))
    result = equity(table, "sex", "female", "male", target=1)

    assert [
        "ratio undefined: the figure of the group to compare with is zero, or may be",
    ] == lines(result)
    assert [
        "rapport non calculable : le chiffre du groupe de comparaison est nul, ou peut l'être",
    ] == lines(result, "fr")
    assert [
        "نسبة غير قابلة للحساب: رقم الفئة المقارن بها يساوي صفرا أو قد يساويه",
    ] == lines(result, "ar")


def test_ratio_of_what_was_not_reported() -> None:
    """The reason may be that of one of the figures."""
    result = equity(broken_down(seen("A", "2010", 40, WOMEN)), "sex", "male", "female")

    assert [
        "ratio undefined: no figure has been reported",
    ] == lines(result)

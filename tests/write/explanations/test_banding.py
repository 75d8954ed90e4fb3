from drafts import content, flow, seen
from explained import lines
from indh_me.compute import band, classify, open_sdg
from indh_me.model import Quantity


def test_class_of_a_rate() -> None:
    """A class stands with its figure, all edges and the source."""
    result = band("undp_irrf", 0.7)

    assert [
        "UNDP, Integrated Results and Resources Framework: 80 / 60",
        "Class: Yellow",
        "Achievement rate: 70 %",
        "Green: from 80 %; Yellow: from 60 %; Red: below that",
        (
            "Source: United Nations Development Programme, Performance App methodology, "
            'Impact: IRRF, table "Traffic Light System", '
            "https://undp.gitbook.io/performance/methodology/impact/irrf"
        ),
    ] == lines(result)
    assert [
        "PNUD, cadre intégré de résultats et d'allocation des ressources : 80 / 60",
        "Classe : Jaune",
        "Taux de réalisation : 70 %",
        "Vert : à partir de 80 % ; Jaune : à partir de 60 % ; Rouge : en dessous",
        (
            "Source : United Nations Development Programme, Performance App methodology, "
            'Impact: IRRF, table "Traffic Light System", '
            "https://undp.gitbook.io/performance/methodology/impact/irrf"
        ),
    ] == lines(result, "fr")
    assert [
        "برنامج الأمم المتحدة الإنمائي، الإطار المتكامل للنتائج والموارد: 80 و60",
        "الصنف: أصفر",
        "نسبة الإنجاز: 70\u00a0%",
        "أخضر: ابتداء من 80\u00a0%؛ أصفر: ابتداء من 60\u00a0%؛ أحمر: دون ذلك",
        (
            "المصدر: \u2066United Nations Development Programme, Performance App "
            'methodology, Impact: IRRF, table "Traffic Light System", '
            "https://undp.gitbook.io/performance/methodology/impact/irrf\u2069"
        ),
    ] == lines(result, "ar")


def test_figure_is_not_rounded_across_an_edge() -> None:
    """A figure just below an edge is not rounded to it."""
    result = band("undp_irrf", 0.79996)

    assert [
        "UNDP, Integrated Results and Resources Framework: 80 / 60",
        "Class: Yellow",
        "Achievement rate: 79.996 %",
        "Green: from 80 %; Yellow: from 60 %; Red: below that",
        (
            "Source: United Nations Development Programme, Performance App methodology, "
            'Impact: IRRF, table "Traffic Light System", '
            "https://undp.gitbook.io/performance/methodology/impact/irrf"
        ),
    ] == lines(result)


def test_no_class() -> None:
    """Without a figure there is a reason in the place of the class."""
    result = band("undp_irrf", None)

    assert [
        "UNDP, Integrated Results and Resources Framework: 80 / 60",
        "Class: undetermined (there is no rate to compare)",
        "Green: from 80 %; Yellow: from 60 %; Red: below that",
        (
            "Source: United Nations Development Programme, Performance App methodology, "
            'Impact: IRRF, table "Traffic Light System", '
            "https://undp.gitbook.io/performance/methodology/impact/irrf"
        ),
    ] == lines(result)


def test_class_around_a_goal() -> None:
    """Edges around a goal have it in them, and one that its class does not hold is told so."""
    result = band("pepfar", 0.41, goal=0.5)

    assert [
        "PEPFAR style: 25 and 10 points around the time-proportional goal",
        "Class: On target",
        "Achievement rate: 41 %, where 50 % was due",
        "Above target: above 60 %; On target: from 40 %; At risk: from 25 %; Concerned: below that",
        (
            "Source: USAID Office of HIV/AIDS, gophr 4.1.6, R/calc_achievement.R, "
            "color_achievement (which rounds to whole percent first; here nothing is "
            "rounded), https://github.com/USAID-OHA-SI/gophr"
        ),
    ] == lines(result)
    assert [
        "À la manière du PEPFAR : 25 et 10 points autour de l'objectif au prorata du temps",
        "Classe : Conforme à la cible",
        "Taux de réalisation : 41 %, attendu 50 %",
        (
            "Au-dessus de la cible : au-dessus de 60 % ; Conforme à la cible : à partir de "
            "40 % ; À risque : à partir de 25 % ; Préoccupant : en dessous"
        ),
        (
            "Source : USAID Office of HIV/AIDS, gophr 4.1.6, R/calc_achievement.R, "
            "color_achievement (which rounds to whole percent first; here nothing is "
            "rounded), https://github.com/USAID-OHA-SI/gophr"
        ),
    ] == lines(result, "fr")
    assert [
        "على طريقة بيبفار: 25 و10 نقط حول الهدف المتناسب مع الزمن",
        "الصنف: مطابق للمستهدف",
        "نسبة الإنجاز: 41\u00a0%، والمنتظر 50\u00a0%",
        (
            "فوق المستهدف: فوق 60\u00a0%؛ مطابق للمستهدف: ابتداء من 40\u00a0%؛ مهدد بالتأخر: "
            "ابتداء من 25\u00a0%؛ مقلق: دون ذلك"
        ),
        (
            "المصدر: \u2066USAID Office of HIV/AIDS, gophr 4.1.6, R/calc_achievement.R, "
            "color_achievement (which rounds to whole percent first; here nothing is "
            "rounded), https://github.com/USAID-OHA-SI/gophr\u2069"
        ),
    ] == lines(result, "ar")


def test_classes_the_other_way_round() -> None:
    """For a decrease the classes of actual over target stand the other way round."""
    result = band("within_15", 1.2, direction="decrease")

    assert [
        "Within 15 % of the target (Tola)",
        "Class: Worse than the target",
        "Actual / target: 120 %",
        (
            "Worse than the target: above 115 %; Within the margin: from 85 %; Better than "
            "the target: below that"
        ),
        (
            "Source: Mercy Corps, TolaData, indicators/models.py (ONSCOPE_MARGIN = .15) and "
            "indicators/queries (indicator_over_under_annotation), "
            "https://github.com/mercycorps/toladata"
        ),
    ] == lines(result)
    assert [
        "À 15 % près de la cible (Tola)",
        "Classe : Moins bien que la cible",
        "Réalisé / cible : 120 %",
        (
            "Moins bien que la cible : au-dessus de 115 % ; Dans la marge : à partir de 85 % "
            "; Mieux que la cible : en dessous"
        ),
        (
            "Source : Mercy Corps, TolaData, indicators/models.py (ONSCOPE_MARGIN = .15) and "
            "indicators/queries (indicator_over_under_annotation), "
            "https://github.com/mercycorps/toladata"
        ),
    ] == lines(result, "fr")
    assert [
        "هامش 15 في المائة حول المستهدف (تولا)",
        "الصنف: دون المستوى المستهدف",
        "المحقق / المستهدف: 120\u00a0%",
        (
            "دون المستوى المستهدف: فوق 115\u00a0%؛ ضمن الهامش: ابتداء من 85\u00a0%؛ أفضل من "
            "المستهدف: دون ذلك"
        ),
        (
            "المصدر: \u2066Mercy Corps, TolaData, indicators/models.py (ONSCOPE_MARGIN = "
            ".15) and indicators/queries (indicator_over_under_annotation), "
            "https://github.com/mercycorps/toladata\u2069"
        ),
    ] == lines(result, "ar")


def test_ratio_of_growth() -> None:
    """A target that is met has its class before all edges."""
    result = open_sdg(64, 60, years=5, direction="increase", target=80, target_years=10)

    assert [
        "Open SDG, with a target: 95 / 60 / 0",
        "Class: Limited progress",
        "Observed growth / required growth: 44.5 %",
        (
            "Target achieved: when it is met, whatever the rate; On track: from 95 %; "
            "Progress made but acceleration needed: from 60 %; Limited progress: from 0 %; "
            "Deterioration: below that"
        ),
        (
            "Source: Open SDG, Progress Measurement Methodology for the Sustainable "
            'Development Goals (Statistics Canada), "Indicators with quantitative targets", '
            "https://open-sdg.readthedocs.io/en/latest/progress-methodology/"
        ),
    ] == lines(result)
    assert [
        "Open SDG, avec cible : 95 / 60 / 0",
        "Classe : Progrès limités",
        "Croissance observée / croissance requise : 44,5 %",
        (
            "Cible atteinte : dès qu'elle l'est, quel que soit le taux ; En bonne voie : à "
            "partir de 95 % ; Progrès réalisés, mais à accélérer : à partir de 60 % ; "
            "Progrès limités : à partir de 0 % ; Détérioration : en dessous"
        ),
        (
            "Source : Open SDG, Progress Measurement Methodology for the Sustainable "
            'Development Goals (Statistics Canada), "Indicators with quantitative targets", '
            "https://open-sdg.readthedocs.io/en/latest/progress-methodology/"
        ),
    ] == lines(result, "fr")
    assert [
        "أوبن إس دي جي، بقيمة مستهدفة: 95 و60 و0",
        "الصنف: تقدم محدود",
        "النمو الملاحظ / النمو المطلوب: 44,5\u00a0%",
        (
            "القيمة المستهدفة محققة: عند بلوغها، مهما كانت النسبة؛ في المسار الصحيح: ابتداء "
            "من 95\u00a0%؛ تقدم محرز ينبغي تسريعه: ابتداء من 60\u00a0%؛ تقدم محدود: ابتداء "
            "من 0\u00a0%؛ تدهور: دون ذلك"
        ),
        (
            "المصدر: \u2066Open SDG, Progress Measurement Methodology for the Sustainable "
            'Development Goals (Statistics Canada), "Indicators with quantitative targets", '
            "https://open-sdg.readthedocs.io/en/latest/progress-methodology/\u2069"
        ),
    ] == lines(result, "ar")


def test_target_that_is_met() -> None:
    """Of a target that is met there is no ratio to tell."""
    result = open_sdg(81, 60, years=5, direction="increase", target=80, target_years=10)

    assert [
        "Open SDG, with a target: 95 / 60 / 0",
        "Class: Target achieved",
        (
            "Target achieved: when it is met, whatever the rate; On track: from 95 %; "
            "Progress made but acceleration needed: from 60 %; Limited progress: from 0 %; "
            "Deterioration: below that"
        ),
        (
            "Source: Open SDG, Progress Measurement Methodology for the Sustainable "
            'Development Goals (Statistics Canada), "Indicators with quantitative targets", '
            "https://open-sdg.readthedocs.io/en/latest/progress-methodology/"
        ),
    ] == lines(result)


def test_edges_near_a_limit() -> None:
    """Near a natural limit the edges are told as they were used, and the factor with them."""
    result = open_sdg(92, 90, years=5, direction="increase", limit=100)

    assert [
        "Open SDG, without a target: 1.5 / 0.5 / 0 % a year",
        "Class: Progress made but acceleration needed",
        "Yearly growth in the wanted direction: 0.44 %",
        (
            "On track: from 0.56 %; Progress made but acceleration needed: from 0.19 %; "
            "Limited progress: from 0 %; Deterioration: below that"
        ),
        "Near a natural limit, the edges are multiplied by 0.37.",
        (
            "Source: Open SDG, Progress Measurement Methodology for the Sustainable "
            'Development Goals (Statistics Canada), "Indicators without quantitative '
            'targets", https://open-sdg.readthedocs.io/en/latest/progress-methodology/'
        ),
    ] == lines(result)
    assert [
        "Open SDG, sans cible : 1,5 / 0,5 / 0 % par an",
        "Classe : Progrès réalisés, mais à accélérer",
        "Croissance annuelle dans le sens souhaité : 0,44 %",
        (
            "En bonne voie : à partir de 0,56 % ; Progrès réalisés, mais à accélérer : à "
            "partir de 0,19 % ; Progrès limités : à partir de 0 % ; Détérioration : en "
            "dessous"
        ),
        "Près d'une limite naturelle, les seuils sont multipliés par 0,37.",
        (
            "Source : Open SDG, Progress Measurement Methodology for the Sustainable "
            'Development Goals (Statistics Canada), "Indicators without quantitative '
            'targets", https://open-sdg.readthedocs.io/en/latest/progress-methodology/'
        ),
    ] == lines(result, "fr")
    assert [
        "أوبن إس دي جي، بدون قيمة مستهدفة: 1,5 و0,5 و0 في المائة سنويا",
        "الصنف: تقدم محرز ينبغي تسريعه",
        "النمو السنوي في المنحى المنشود: 0,44\u00a0%",
        (
            "في المسار الصحيح: ابتداء من 0,56\u00a0%؛ تقدم محرز ينبغي تسريعه: ابتداء من "
            "0,19\u00a0%؛ تقدم محدود: ابتداء من 0\u00a0%؛ تدهور: دون ذلك"
        ),
        "بالقرب من حد طبيعي، تضرب العتبات في 0,37.",
        (
            "المصدر: \u2066Open SDG, Progress Measurement Methodology for the Sustainable "
            'Development Goals (Statistics Canada), "Indicators without quantitative '
            'targets", https://open-sdg.readthedocs.io/en/latest/progress-methodology/\u2069'
        ),
    ] == lines(result, "ar")


def test_classes_of_an_assessment() -> None:
    """The classes of an assessment have a line each, and the rule stands around them."""
    indicators = [flow(code, targets={"2010": 100}) for code in ("A", "B", "C")]
    figures = [seen("A", "2010", 50), seen("B", "2010", ">=70")]
    result = classify(content(indicators, figures).assessment, "undp_irrf")

    assert [
        "UNDP, Integrated Results and Resources Framework: 80 / 60",
        "A: Red (50 %)",
        (
            "B: undetermined (the bounds of the known figure lie on both sides of a "
            "threshold): at least 70 %"
        ),
        "C: undetermined (there is no rate to compare)",
        (
            "Source: United Nations Development Programme, Performance App methodology, "
            'Impact: IRRF, table "Traffic Light System", '
            "https://undp.gitbook.io/performance/methodology/impact/irrf"
        ),
    ] == lines(result)
    assert [
        "PNUD, cadre intégré de résultats et d'allocation des ressources : 80 / 60",
        "A : Rouge (50 %)",
        "B : indéterminée (les bornes du chiffre connu encadrent un seuil) : au moins 70 %",
        "C : indéterminée (il n'y a pas de taux à comparer)",
        (
            "Source : United Nations Development Programme, Performance App methodology, "
            'Impact: IRRF, table "Traffic Light System", '
            "https://undp.gitbook.io/performance/methodology/impact/irrf"
        ),
    ] == lines(result, "fr")
    assert [
        "برنامج الأمم المتحدة الإنمائي، الإطار المتكامل للنتائج والموارد: 80 و60",
        "A: أحمر (50\u00a0%)",
        "B: غير محدد (حدود الرقم المعروف تقع على جانبي عتبة): 70\u00a0% على الأقل",
        "C: غير محدد (لا توجد نسبة تقارن)",
        (
            "المصدر: \u2066United Nations Development Programme, Performance App "
            'methodology, Impact: IRRF, table "Traffic Light System", '
            "https://undp.gitbook.io/performance/methodology/impact/irrf\u2069"
        ),
    ] == lines(result, "ar")


def test_goal_that_is_not_known() -> None:
    """Edges around a goal that is not known are not told."""
    kept = flow(
        targets={"2011": 5},
        direction="maintain",
        accumulation="latest",
        band=Quantity.between(4, 6),
    )
    made = content([kept], [seen("A", "2010", 5)])
    result = classify(made.assessment, "pepfar")["A"]

    assert [
        "PEPFAR style: 25 and 10 points around the time-proportional goal",
        "Class: undetermined (there is no rate to compare)",
        (
            "Source: USAID Office of HIV/AIDS, gophr 4.1.6, R/calc_achievement.R, "
            "color_achievement (which rounds to whole percent first; here nothing is "
            "rounded), https://github.com/USAID-OHA-SI/gophr"
        ),
    ] == lines(result)

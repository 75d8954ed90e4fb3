from drafts import content, flow, seen
from explained import lines
from indh_me.compute import rollup
from indh_me.model import Result, Text

GOAL = Result(code="goal", level="impact", statement=Text.of(en="Goal", fr="Finalité", ar="الغاية"))
SKILLS = Result(
    code="skills",
    level="outcome",
    parent="goal",
    weight=60,
    statement=Text.of(en="Skills", fr="Compétences", ar="الكفاءات"),
)
EVENTS = Result(code="events", level="outcome", parent="goal", weight=40)
MADE = content(
    [
        *(flow(code, {"2010": 100}, result="skills") for code in ("A", "B", "C")),
        flow("D", {"2010": 100}, result="events"),
        flow("E", {"2010": 100}, result="goal"),
    ],
    [seen("A", "2010", 50), seen("B", "2010", 150), seen("E", "2010", 80)],
    results=[GOAL, SKILLS, EVENTS],
    languages=["en", "fr", "ar"],
).assessment


def test_score_of_a_result() -> None:
    """A score stands capped and uncapped, with what it came from and what has no rate."""
    result = rollup(MADE)["skills"]

    assert [
        "skills  Skills",
        "  Score: 75 % capped, 100 % uncapped",
        "  Indicators counted: 2 of 3 (A, B)",
        "  Coverage: 66.7 %",
        "  Not computed: C (no figure has been reported)",
    ] == lines(result)
    assert [
        "skills  Compétences",
        "  Score : 75 % plafonné, 100 % non plafonné",
        "  Indicateurs comptés : 2 sur 3 (A, B)",
        "  Couverture : 66,7 %",
        "  Non calculé : C (aucun chiffre n'a été communiqué)",
    ] == lines(result, "fr")
    assert [
        "skills  الكفاءات",
        "  التنقيط: 75\u00a0% مسقفا، 100\u00a0% بدون تسقيف",
        "  المؤشرات المحتسبة: 2 من أصل 3 (A، B)",
        "  نسبة التغطية: 66,7\u00a0%",
        "  غير محسوب: C (لم يبلغ عن أي رقم)",
    ] == lines(result, "ar")


def test_no_score() -> None:
    """A result without a rate has no score, and says so."""
    result = rollup(MADE)["events"]

    assert [
        "events",
        "  Score: not computed, as no indicator has a rate",
        "  Indicators counted: 0 of 1",
        "  Coverage: 0 %",
        "  Not computed: D (no figure has been reported)",
    ] == lines(result)
    assert [
        "events",
        "  Score : non calculé, car aucun indicateur n'a de taux",
        "  Indicateurs comptés : 0 sur 1",
        "  Couverture : 0 %",
        "  Non calculé : D (aucun chiffre n'a été communiqué)",
    ] == lines(result, "fr")
    assert [
        "events",
        "  التنقيط: غير محسوب، لعدم وجود نسبة لأي مؤشر",
        "  المؤشرات المحتسبة: 0 من أصل 1",
        "  نسبة التغطية: 0\u00a0%",
        "  غير محسوب: D (لم يبلغ عن أي رقم)",
    ] == lines(result, "ar")


def test_weights() -> None:
    """By weights, what no weight says how to count is listed."""
    result = rollup(MADE, how="weighted")["goal"]

    assert [
        "goal  Goal",
        "  Score: 75 % capped, 100 % uncapped",
        "  Indicators counted: 2 of 5 (A, B)",
        "  Coverage: 40 %",
        "  Not computed: C (no figure has been reported)",
        "  Not computed: D (no figure has been reported)",
        "  Without a weight: E",
    ] == lines(result)
    assert [
        "goal  Finalité",
        "  Score : 75 % plafonné, 100 % non plafonné",
        "  Indicateurs comptés : 2 sur 5 (A, B)",
        "  Couverture : 40 %",
        "  Non calculé : C (aucun chiffre n'a été communiqué)",
        "  Non calculé : D (aucun chiffre n'a été communiqué)",
        "  Sans pondération : E",
    ] == lines(result, "fr")
    assert [
        "goal  الغاية",
        "  التنقيط: 75\u00a0% مسقفا، 100\u00a0% بدون تسقيف",
        "  المؤشرات المحتسبة: 2 من أصل 5 (A، B)",
        "  نسبة التغطية: 40\u00a0%",
        "  غير محسوب: C (لم يبلغ عن أي رقم)",
        "  غير محسوب: D (لم يبلغ عن أي رقم)",
        "  بدون وزن: E",
    ] == lines(result, "ar")


def test_scores_of_a_framework() -> None:
    """A roll-up tells the rule, then each result, then the whole framework."""
    result = rollup(MADE, how="minimum")

    assert [
        "Roll-up: the weakest indicator speaks for the result",
        "goal  Goal",
        "  Score: 50 % capped, 50 % uncapped",
        "  Indicators counted: 3 of 5 (A, B, E)",
        "  Coverage: 60 %",
        "  Not computed: C (no figure has been reported)",
        "  Not computed: D (no figure has been reported)",
        "skills  Skills",
        "  Score: 50 % capped, 50 % uncapped",
        "  Indicators counted: 2 of 3 (A, B)",
        "  Coverage: 66.7 %",
        "  Not computed: C (no figure has been reported)",
        "events",
        "  Score: not computed, as no indicator has a rate",
        "  Indicators counted: 0 of 1",
        "  Coverage: 0 %",
        "  Not computed: D (no figure has been reported)",
        "Whole framework",
        "  Score: 50 % capped, 50 % uncapped",
        "  Indicators counted: 3 of 5 (A, B, E)",
        "  Coverage: 60 %",
        "  Not computed: C (no figure has been reported)",
        "  Not computed: D (no figure has been reported)",
    ] == lines(result)
    assert [
        "Agrégation : l'indicateur le plus faible représente le résultat",
        "goal  Finalité",
        "  Score : 50 % plafonné, 50 % non plafonné",
        "  Indicateurs comptés : 3 sur 5 (A, B, E)",
        "  Couverture : 60 %",
        "  Non calculé : C (aucun chiffre n'a été communiqué)",
        "  Non calculé : D (aucun chiffre n'a été communiqué)",
        "skills  Compétences",
        "  Score : 50 % plafonné, 50 % non plafonné",
        "  Indicateurs comptés : 2 sur 3 (A, B)",
        "  Couverture : 66,7 %",
        "  Non calculé : C (aucun chiffre n'a été communiqué)",
        "events",
        "  Score : non calculé, car aucun indicateur n'a de taux",
        "  Indicateurs comptés : 0 sur 1",
        "  Couverture : 0 %",
        "  Non calculé : D (aucun chiffre n'a été communiqué)",
        "Ensemble du cadre",
        "  Score : 50 % plafonné, 50 % non plafonné",
        "  Indicateurs comptés : 3 sur 5 (A, B, E)",
        "  Couverture : 60 %",
        "  Non calculé : C (aucun chiffre n'a été communiqué)",
        "  Non calculé : D (aucun chiffre n'a été communiqué)",
    ] == lines(result, "fr")
    assert [
        "التجميع نحو المستوى الأعلى: أضعف مؤشر يمثل النتيجة",
        "goal  الغاية",
        "  التنقيط: 50\u00a0% مسقفا، 50\u00a0% بدون تسقيف",
        "  المؤشرات المحتسبة: 3 من أصل 5 (A، B، E)",
        "  نسبة التغطية: 60\u00a0%",
        "  غير محسوب: C (لم يبلغ عن أي رقم)",
        "  غير محسوب: D (لم يبلغ عن أي رقم)",
        "skills  الكفاءات",
        "  التنقيط: 50\u00a0% مسقفا، 50\u00a0% بدون تسقيف",
        "  المؤشرات المحتسبة: 2 من أصل 3 (A، B)",
        "  نسبة التغطية: 66,7\u00a0%",
        "  غير محسوب: C (لم يبلغ عن أي رقم)",
        "events",
        "  التنقيط: غير محسوب، لعدم وجود نسبة لأي مؤشر",
        "  المؤشرات المحتسبة: 0 من أصل 1",
        "  نسبة التغطية: 0\u00a0%",
        "  غير محسوب: D (لم يبلغ عن أي رقم)",
        "الإطار بأكمله",
        "  التنقيط: 50\u00a0% مسقفا، 50\u00a0% بدون تسقيف",
        "  المؤشرات المحتسبة: 3 من أصل 5 (A، B، E)",
        "  نسبة التغطية: 60\u00a0%",
        "  غير محسوب: C (لم يبلغ عن أي رقم)",
        "  غير محسوب: D (لم يبلغ عن أي رقم)",
    ] == lines(result, "ar")


def test_score_of_nothing() -> None:
    """Where there is nothing to vote there is no coverage."""
    result = rollup(content([]).assessment).total

    assert [
        "Whole framework",
        "  Score: not computed, as no indicator has a rate",
        "  Indicators counted: 0 of 0",
    ] == lines(result)

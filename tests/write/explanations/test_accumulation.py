from datetime import date

from drafts import flow, seen
from explained import lines
from indh_me.compute import compare_accumulations
from indh_me.model import Observations


def test_figures_of_every_kind() -> None:
    """Each kind has its figure or why there is none, and what may be counted twice is told."""
    table = Observations.of(seen("A", "2009", 40), seen("A", "2010", 50))
    result = compare_accumulations(flow(), table, as_of=date(2010, 12, 31))

    assert [
        "Sum of the periods: 90",
        "Running total: 50",
        "Latest value: 50",
        "Peak value: 50",
        "Mean: 45",
        (
            "Pooled numerators and denominators: no figure (numerator and denominator are "
            "missing, and percentages are not averaged)"
        ),
        "The sum exceeds the peak by 40: as many may have been counted more than once.",
    ] == lines(result)
    assert [
        "Somme des périodes : 90",
        "Total cumulé : 50",
        "Dernière valeur : 50",
        "Valeur la plus élevée : 50",
        "Moyenne : 45",
        (
            "Rapport des numérateurs et dénominateurs cumulés : pas de chiffre (le "
            "numérateur et le dénominateur manquent, et on ne fait pas la moyenne de "
            "pourcentages)"
        ),
        (
            "La somme dépasse la valeur la plus élevée de 40 : autant ont pu être comptés "
            "plus d'une fois."
        ),
    ] == lines(result, "fr")
    assert [
        "مجموع الفترات: 90",
        "مجموع متراكم: 50",
        "آخر قيمة: 50",
        "أعلى قيمة: 50",
        "المعدل: 45",
        (
            "نسبة مجموع البسوط إلى مجموع المقامات: بدون رقم (البسط والمقام غير متوفرين، ولا "
            "يجوز حساب متوسط النسب المئوية)"
        ),
        "يفوق مجموع الفترات أعلى قيمة بما قدره 40: ربما احتسب هذا العدد أكثر من مرة.",
    ] == lines(result, "ar")


def test_nothing_counted_twice() -> None:
    """Where the sum is not above the peak nothing is told of it."""
    table = Observations.of(seen("A", "2010", 50))
    result = compare_accumulations(flow(), table, as_of=date(2010, 12, 31))

    assert [
        "Sum of the periods: 50",
        "Running total: 50",
        "Latest value: 50",
        "Peak value: 50",
        "Mean: 50",
        "Pooled numerators and denominators: 50",
    ] == lines(result)


def test_nothing_reported() -> None:
    """What was not reported is called so."""
    result = compare_accumulations(flow(), Observations(), as_of=date(2010, 12, 31))

    assert [
        "Sum of the periods: Not reported",
        "Running total: Not reported",
        "Latest value: Not reported",
        "Peak value: Not reported",
        "Mean: Not reported",
        "Pooled numerators and denominators: Not reported",
    ] == lines(result)
    assert [
        "Somme des périodes : Non communiqué",
        "Total cumulé : Non communiqué",
        "Dernière valeur : Non communiqué",
        "Valeur la plus élevée : Non communiqué",
        "Moyenne : Non communiqué",
        "Rapport des numérateurs et dénominateurs cumulés : Non communiqué",
    ] == lines(result, "fr")
    assert [
        "مجموع الفترات: لم يبلغ عنه",
        "مجموع متراكم: لم يبلغ عنه",
        "آخر قيمة: لم يبلغ عنه",
        "أعلى قيمة: لم يبلغ عنه",
        "المعدل: لم يبلغ عنه",
        "نسبة مجموع البسوط إلى مجموع المقامات: لم يبلغ عنه",
    ] == lines(result, "ar")

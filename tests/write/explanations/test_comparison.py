from explained import lines
from indh_me.compute import compare_methods
from indh_me.model import Quantity


def test_methods_of_an_increase() -> None:
    """Each method has a line: its rate, and the formula or why there is none."""
    result = compare_methods(64, 80, 60, direction="increase", years=5, target_years=10)

    assert [
        "Actual / target                      80 %  64 / 80",
        "Progress from the baseline           20 %  (64 - 60) / (80 - 60)",
        (
            "Target / actual                         -  this ratio reads backwards, as a "
            "worse figure gives a better rate"
        ),
        (
            "2 minus actual / target                 -  this ratio reads backwards, as a "
            "worse figure gives a better rate"
        ),
        "Progress towards the next target     20 %  (64 - 60) / (80 - 60)",
        "Observed growth / required growth  44.5 %  ((64 / 60)^(1/5) - 1) / ((80 / 60)^(1/10) - 1)",
        (
            "Staying within the band                 -  the method does not suit the "
            "direction of the indicator"
        ),
        "The target is not met: actual 64, target 80.",
    ] == lines(result)
    assert [
        "Réalisé / cible                             80 %  64 / 80",
        "Progrès depuis la valeur de référence       20 %  (64 - 60) / (80 - 60)",
        (
            "Cible / réalisé                                -  ce rapport se lit à l'envers, "
            "car un moins bon chiffre y donne un meilleur taux"
        ),
        (
            "2 moins réalisé / cible                        -  ce rapport se lit à l'envers, "
            "car un moins bon chiffre y donne un meilleur taux"
        ),
        "Progrès vers la prochaine cible             20 %  (64 - 60) / (80 - 60)",
        (
            "Croissance observée / croissance requise  44,5 %  ((64 / 60)^(1/5) - 1) / ((80 "
            "/ 60)^(1/10) - 1)"
        ),
        (
            "Maintien dans la plage fixée                   -  la méthode ne convient pas au "
            "sens souhaité de l'indicateur"
        ),
        "La cible n'est pas atteinte : réalisé 64, cible 80.",
    ] == lines(result, "fr")
    assert [
        "المحقق / المستهدف                       80\u00a0%  \u206664 / 80\u2069",
        "التقدم انطلاقا من القيمة الأساسية       20\u00a0%  \u2066(64 - 60) / (80 - 60)\u2069",
        (
            "المستهدف / المحقق                          -  هذه النسبة تقرأ بالمقلوب، إذ "
            "ترتفع كلما ساء الرقم"
        ),
        (
            "2 ناقص المحقق / المستهدف                   -  هذه النسبة تقرأ بالمقلوب، إذ "
            "ترتفع كلما ساء الرقم"
        ),
        "التقدم نحو القيمة المستهدفة الموالية    20\u00a0%  \u2066(64 - 60) / (80 - 60)\u2069",
        (
            "النمو الملاحظ / النمو المطلوب         44,5\u00a0%  \u2066((64 / 60)^(1/5) - 1) "
            "/ ((80 / 60)^(1/10) - 1)\u2069"
        ),
        "البقاء ضمن النطاق المحدد                   -  طريقة الحساب لا تلائم المنحى المنشود للمؤشر",
        "القيمة المستهدفة غير محققة: المحقق 64 والمستهدف 80.",
    ] == lines(result, "ar")


def test_methods_of_a_band() -> None:
    """To be maintained, a figure has the one rate of the band."""
    result = compare_methods(96, 95, 95, direction="maintain", band=Quantity.between(95, 95))

    assert [
        (
            "Actual / target                         -  the method does not suit the "
            "direction of the indicator"
        ),
        (
            "Progress from the baseline              -  the method does not suit the "
            "direction of the indicator"
        ),
        (
            "Target / actual                         -  the method does not suit the "
            "direction of the indicator"
        ),
        (
            "2 minus actual / target                 -  the method does not suit the "
            "direction of the indicator"
        ),
        (
            "Progress towards the next target        -  the method does not suit the "
            "direction of the indicator"
        ),
        (
            "Observed growth / required growth       -  the method does not suit the "
            "direction of the indicator"
        ),
        "Staying within the band            98.9 %  1 - (96 - 95) / 95",
        "The figure is outside its band: actual 96, band 95.",
    ] == lines(result)
    assert [
        (
            "Réalisé / cible                                -  la méthode ne convient pas au "
            "sens souhaité de l'indicateur"
        ),
        (
            "Progrès depuis la valeur de référence          -  la méthode ne convient pas au "
            "sens souhaité de l'indicateur"
        ),
        (
            "Cible / réalisé                                -  la méthode ne convient pas au "
            "sens souhaité de l'indicateur"
        ),
        (
            "2 moins réalisé / cible                        -  la méthode ne convient pas au "
            "sens souhaité de l'indicateur"
        ),
        (
            "Progrès vers la prochaine cible                -  la méthode ne convient pas au "
            "sens souhaité de l'indicateur"
        ),
        (
            "Croissance observée / croissance requise       -  la méthode ne convient pas au "
            "sens souhaité de l'indicateur"
        ),
        "Maintien dans la plage fixée              98,9 %  1 - (96 - 95) / 95",
        "Le chiffre est hors de la plage : réalisé 96, plage 95.",
    ] == lines(result, "fr")
    assert [
        "المحقق / المستهدف                          -  طريقة الحساب لا تلائم المنحى المنشود للمؤشر",
        "التقدم انطلاقا من القيمة الأساسية          -  طريقة الحساب لا تلائم المنحى المنشود للمؤشر",
        "المستهدف / المحقق                          -  طريقة الحساب لا تلائم المنحى المنشود للمؤشر",
        "2 ناقص المحقق / المستهدف                   -  طريقة الحساب لا تلائم المنحى المنشود للمؤشر",
        "التقدم نحو القيمة المستهدفة الموالية       -  طريقة الحساب لا تلائم المنحى المنشود للمؤشر",
        "النمو الملاحظ / النمو المطلوب              -  طريقة الحساب لا تلائم المنحى المنشود للمؤشر",
        "البقاء ضمن النطاق المحدد              98,9\u00a0%  \u20661 - (96 - 95) / 95\u2069",
        "الرقم خارج النطاق: المحقق 96 والنطاق 95.",
    ] == lines(result, "ar")


def test_methods_with_bounds() -> None:
    """Rates in words are as wide as they need."""
    result = compare_methods(Quantity.at_least(18_000), 20_000, direction="increase")

    assert [
        "Actual / target                    at least 90 %  [at least 18 000] / 20 000",
        "Progress from the baseline                     -  there is no baseline",
        (
            "Target / actual                                -  this ratio reads backwards, "
            "as a worse figure gives a better rate"
        ),
        (
            "2 minus actual / target                        -  this ratio reads backwards, "
            "as a worse figure gives a better rate"
        ),
        "Progress towards the next target               -  there is no baseline",
        "Observed growth / required growth              -  there is no baseline",
        (
            "Staying within the band                        -  the method does not suit the "
            "direction of the indicator"
        ),
        "One cannot tell whether the target is met: actual at least 18 000, target 20 000.",
    ] == lines(result)
    assert [
        "Réalisé / cible                           au moins 90 %  [au moins 18 000] / 20 000",
        "Progrès depuis la valeur de référence                 -  la valeur de référence manque",
        (
            "Cible / réalisé                                       -  ce rapport se lit à "
            "l'envers, car un moins bon chiffre y donne un meilleur taux"
        ),
        (
            "2 moins réalisé / cible                               -  ce rapport se lit à "
            "l'envers, car un moins bon chiffre y donne un meilleur taux"
        ),
        "Progrès vers la prochaine cible                       -  la valeur de référence manque",
        "Croissance observée / croissance requise              -  la valeur de référence manque",
        (
            "Maintien dans la plage fixée                          -  la méthode ne convient "
            "pas au sens souhaité de l'indicateur"
        ),
        "On ne peut pas dire si la cible est atteinte : réalisé au moins 18 000, cible 20 000.",
    ] == lines(result, "fr")
    assert [
        (
            "المحقق / المستهدف                     90\u00a0% على الأقل  "
            "\u2066[\u206718\u00a0000 على الأقل\u2069] / 20\u00a0000\u2069"
        ),
        "التقدم انطلاقا من القيمة الأساسية                  -  القيمة الأساسية غير متوفرة",
        (
            "المستهدف / المحقق                                  -  هذه النسبة تقرأ بالمقلوب، "
            "إذ ترتفع كلما ساء الرقم"
        ),
        (
            "2 ناقص المحقق / المستهدف                           -  هذه النسبة تقرأ بالمقلوب، "
            "إذ ترتفع كلما ساء الرقم"
        ),
        "التقدم نحو القيمة المستهدفة الموالية               -  القيمة الأساسية غير متوفرة",
        "النمو الملاحظ / النمو المطلوب                      -  القيمة الأساسية غير متوفرة",
        (
            "البقاء ضمن النطاق المحدد                           -  طريقة الحساب لا تلائم "
            "المنحى المنشود للمؤشر"
        ),
        "لا يمكن الجزم بتحقق القيمة المستهدفة: المحقق 18\u00a0000 على الأقل والمستهدف 20\u00a0000.",
    ] == lines(result, "ar")

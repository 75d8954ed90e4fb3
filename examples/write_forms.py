"""Ask participants for their opinion: on paper in three languages, and on screen in all of them."""

import indh_me as me
from indh_me.model import Text
from indh_me.survey import Choice, ChoiceList, Grid, Instrument, Question, Section


def words(en: str, fr: str, ar: str) -> Text:
    """Give words in the three languages."""
    return Text.of(en=en, fr=fr, ar=ar)


YES_NO = ChoiceList(
    "yn", [Choice("yes", words("Yes", "Oui", "نعم")), Choice("no", words("No", "Non", "لا"))]
)
AGREE = ChoiceList(
    "agree5",
    [
        Choice("1", words("Strongly disagree", "Pas du tout d'accord", "لا أوافق إطلاقا")),
        Choice("2", words("Disagree", "Pas d'accord", "لا أوافق")),
        Choice("3", words("Neither", "Ni l'un ni l'autre", "محايد")),
        Choice("4", words("Agree", "D'accord", "أوافق")),
        Choice("5", words("Strongly agree", "Tout à fait d'accord", "أوافق تماما")),
        Choice("dk", words("I don't know", "Je ne sais pas", "لا أعرف")),
    ],
    is_scale=True,
)
POINTS = ChoiceList(
    "n0_10", [Choice(str(at), words(*[str(at)] * 3)) for at in range(11)], is_scale=True
)
OBSTACLES = ChoiceList(
    "obstacles",
    [
        Choice("time", words("Lack of time", "Manque de temps", "ضيق الوقت")),
        Choice("means", words("Lack of means", "Manque de moyens", "قلة الوسائل")),
        Choice("support", words("Lack of support", "Manque d'appui", "غياب الدعم")),
        Choice("other", words("Other", "Autre", "غير ذلك")),
        Choice("none", words("None", "Aucun", "لا شيء")),
    ],
)


def row(name: str, label: Text) -> Question:
    """Give a statement to agree with."""
    return Question(name=name, kind="scale", choices="agree5", label=label)


consent = Question(
    name="consent",
    kind="consent",
    choices="yn",
    required=True,
    label=words(
        "Your answers are used for statistics only, without your name. Do you agree to answer?",
        "Vos réponses ne servent qu'aux statistiques, sans votre nom. Acceptez-vous de répondre ?",
        "لا تستعمل أجوبتكم إلا لأغراض إحصائية ودون ذكر اسمكم. هل تقبلون الإجابة؟",
    ),
)
opinion = [
    Grid(
        name="views",
        label=words(
            "How far do you agree?", "Êtes-vous d'accord ?", "إلى أي حد توافقون على ما يلي؟"
        ),
        rows=[
            row(
                "useful",
                words(
                    "I can use the content at work.",
                    "Le contenu me sert dans mon travail.",
                    "يفيدني المضمون في عملي.",
                ),
            ),
            row(
                "pace",
                words("The pace suited me.", "Le rythme m'a convenu.", "ناسبني إيقاع الدورة."),
            ),
        ],
    ),
    Question(
        name="recommend",
        kind="scale",
        choices="n0_10",
        label=words(
            "Would you recommend it, from 0 (not at all) to 10 (certainly)?",
            "La recommanderiez-vous, de 0 (pas du tout) à 10 (certainement) ?",
            "هل توصون بها غيركم، من 0 (أبدا) إلى 10 (بالتأكيد)؟",
        ),
    ),
    Question(
        name="applied",
        kind="single",
        choices="yn",
        label=words(
            "Have you already used what you learned?",
            "Avez-vous déjà utilisé ce que vous avez appris ?",
            "هل سبق لكم أن استعملتم ما تعلمتم؟",
        ),
    ),
    Question(
        name="times",
        kind="integer",
        label=words("How many times?", "Combien de fois ?", "كم مرة؟"),
        relevant="${applied} = 'yes'",
        constraint=". >= 1 and . <= 99",
        constraint_message=words("From 1 to 99", "De 1 à 99", "من 1 إلى 99"),
    ),
    Question(
        name="obstacles",
        kind="multiple",
        choices="obstacles",
        label=words("What stands in the way?", "Qu'est-ce qui vous freine ?", "ما الذي يعيقكم؟"),
        constraint="not(selected(., 'none') and count-selected(.) > 1)",
        constraint_message=words("None, or some", "Aucun, ou certains", "إما لا شيء وإما بعضها"),
    ),
    Question(
        name="obstacles_other",
        kind="text",
        label=words("What?", "Quoi ?", "ما هو؟"),
        relevant="selected(${obstacles}, 'other')",
    ),
    Question(
        name="comment",
        kind="text",
        label=words("What should change?", "Que faudrait-il changer ?", "ما الذي ينبغي تغييره؟"),
    ),
]
form = Instrument(
    code="opinion",
    title=words("Your opinion of the session", "Votre avis sur la session", "رأيكم في الدورة"),
    version="2026112301",
    languages=["ar", "fr", "en"],
    sections=[
        Section(name="welcome", items=[consent]),
        Section(
            name="session",
            label=words("The session", "La session", "الدورة"),
            items=opinion,
            relevant="${consent} = 'yes'",
        ),
    ],
    choice_lists=[YES_NO, AGREE, POINTS, OBSTACLES],
)

for language in form.languages:
    me.write_paper_form(form, f"opinion-{language}.pdf", language=language)
me.write_html_form(form, "opinion.html")
print("opinion.html and a PDF file in each of", ", ".join(form.languages))

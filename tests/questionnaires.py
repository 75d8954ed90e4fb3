"""Forms to write on paper and on screen: one with every kind of question, in three languages."""

from indh_me.model import Text
from indh_me.survey import Choice, ChoiceList, Grid, Instrument, Question, Section

__all__ = ["HOSTILE", "every_kind", "hostile", "question", "small"]

#: Words that break out of careless markup, of Typst, HTML and JavaScript alike.
HOSTILE = (
    "#panic() $x^2$ *bold* _it_ `raw` @ref <label> [x] ~ = - + / \\ \\\\u{41} \"quoted\" 'single'",
    "</script><script>alert(1)</script> <img src=x onerror=alert(1)> &amp; &lt; ]]> <!-- -->",
    '${age} `${1}` \u2028 \\n {answer} {} // /* */ #let #import "x.typ" %s',
)


def text(en: str, fr: str, ar: str) -> Text:
    """Give words in the three languages."""
    return Text.of(en=en, fr=fr, ar=ar)


def question(name: str, kind: str, label: Text | str, **parts: object) -> Question:
    """Give a question; a plain label is in all three languages the same."""
    words = text(label, label, label) if isinstance(label, str) else label
    return Question(name=name, kind=kind, label=words, **parts)  # type: ignore[arg-type]


def small(*items: Question | Grid, lists: tuple[ChoiceList, ...] = ()) -> Instrument:
    """Give a form of one section."""
    return Instrument(
        code="small",
        title=text("Small form", "Petit questionnaire", "استمارة صغيرة"),
        version="2026112301",
        languages=("ar", "fr", "en"),
        sections=[Section(name="main", items=items)],
        choice_lists=lists,
    )


YES_NO = ChoiceList(
    "yn", [Choice("yes", text("Yes", "Oui", "نعم")), Choice("no", text("No", "Non", "لا"))]
)
AGREE = ChoiceList(
    "agree5",
    [
        Choice("1", text("Strongly disagree", "Pas du tout d'accord", "لا أوافق إطلاقا")),
        Choice("2", text("Disagree", "Pas d'accord", "لا أوافق")),
        Choice("3", text("Neither agree nor disagree", "Ni l'un ni l'autre", "محايد")),
        Choice("4", text("Agree", "D'accord", "أوافق")),
        Choice("5", text("Strongly agree", "Tout à fait d'accord", "أوافق تماما")),
        Choice("dk", text("I don't know", "Je ne sais pas", "لا أعرف")),
    ],
    is_scale=True,
)
TEN = ChoiceList(
    "n0_10", [Choice(str(n), text(str(n), str(n), str(n))) for n in range(11)], is_scale=True
)
ROLES = ChoiceList(
    "roles",
    [
        Choice("official", text("Official", "Fonctionnaire", "موظف")),
        Choice("elected", text("Elected representative", "Élu", "منتخب")),
        Choice("ngo", text("Member of an association", "Membre d'une association", "عضو في جمعية")),
        Choice("other", text("Other", "Autre", "غير ذلك")),
    ],
)
CHANNELS = ChoiceList(
    "channels",
    [
        Choice("radio", text("Radio", "Radio", "الإذاعة")),
        Choice("tv", text("Television", "Télévision", "التلفزة")),
        Choice("poster", text("Poster", "Affiche", "ملصق")),
        Choice(
            "web",
            text(
                "Internet (site, social media)",
                "Internet (site, réseaux sociaux)",
                "الإنترنت (موقع، شبكات اجتماعية)",
            ),
        ),
        Choice("other", text("Other", "Autre", "غير ذلك")),
        Choice("none", text("None of these", "Aucun", "لا شيء مما سبق")),
    ],
)
REGIONS = ChoiceList(
    "regions",
    [
        Choice("oriental", text("Oriental", "L'Oriental", "الشرق")),
        Choice("souss", text("Souss-Massa", "Souss-Massa", "سوس ماسة")),
    ],
)
PROVINCES = ChoiceList(
    "provinces",
    [
        Choice("oujda", text("Oujda-Angad", "Oujda-Angad", "وجدة أنجاد"), parent="oriental"),
        Choice("nador", text("Nador", "Nador", "الناظور"), parent="oriental"),
        Choice(
            "agadir",
            text("Agadir-Ida-Ou-Tanane", "Agadir-Ida-Ou-Tanane", "أكادير إداوتنان"),
            parent="souss",
        ),
        Choice("taroudannt", text("Taroudannt", "Taroudannt", "تارودانت"), parent="souss"),
        Choice("tiznit", text("Tiznit", "Tiznit", "تيزنيت"), parent="souss"),
    ],
)


def every_kind() -> Instrument:
    """Give a form with every kind of question, skips, constraints and calculations."""
    agree = "${consent} = 'yes'"
    about = [
        question(
            "birth",
            "date",
            text("Date of birth", "Date de naissance", "تاريخ الازدياد"),
            constraint=". <= today()",
            constraint_message=text(
                "Not in the future", "Pas dans le futur", "لا يمكن أن يكون في المستقبل"
            ),
        ),
        question(
            "age",
            "integer",
            text("Your age in years", "Votre âge, en années", "سنكم بالسنوات"),
            hint=text(
                "Count completed years", "Comptez les années révolues", "احسبوا السنوات الكاملة"
            ),
            required=True,
            constraint=". >= 15 and . <= 99",
            constraint_message=text("From 15 to 99", "De 15 à 99", "من 15 إلى 99"),
        ),
        question(
            "role",
            "single",
            text(
                "In which capacity do you take part?",
                "À quel titre participez-vous ?",
                "بأي صفة تشاركون؟",
            ),
            choices="roles",
            required=True,
            required_message=text(
                "Pick your capacity", "Choisissez votre qualité", "اختاروا صفتكم"
            ),
        ),
        question(
            "role_other",
            "text",
            text("Which one?", "Laquelle ?", "ما هي؟"),
            relevant="${role} = 'other'",
        ),
        question("region", "single", text("Region", "Région", "الجهة"), choices="regions"),
        question(
            "province",
            "single",
            text("Province", "Province", "العمالة أو الإقليم"),
            choices="provinces",
            within="region",
        ),
    ]
    session: list[Question | Grid] = [
        Grid(
            name="views",
            label=text(
                "How far do you agree?", "Êtes-vous d'accord ?", "إلى أي حد توافقون على ما يلي؟"
            ),
            rows=[
                question(
                    "useful",
                    "scale",
                    text(
                        "The session is useful for my work.",
                        "La session est utile pour mon travail.",
                        "الدورة مفيدة لعملي.",
                    ),
                    choices="agree5",
                ),
                question(
                    "pace",
                    "scale",
                    text("The pace suited me.", "Le rythme m'a convenu.", "ناسبني إيقاع الدورة."),
                    choices="agree5",
                ),
                question(
                    "clear",
                    "scale",
                    text(
                        "The documents (handouts, slides) were clear.",
                        "Les documents (supports, diapositives) étaient clairs.",
                        "كانت الوثائق (المطبوعات والشرائح) واضحة.",
                    ),
                    choices="agree5",
                    required=True,
                ),
            ],
        ),
        question(
            "recommend",
            "scale",
            text(
                "Would you recommend it, from 0 (not at all) to 10 (certainly)?",
                "La recommanderiez-vous, de 0 (pas du tout) à 10 (certainement) ?",
                "هل توصون بها غيركم، من 0 (أبدا) إلى 10 (بالتأكيد)؟",
            ),
            choices="n0_10",
        ),
        question(
            "applied",
            "single",
            text(
                "Have you already used what you learned?",
                "Avez-vous déjà utilisé ce que vous avez appris ?",
                "هل سبق لكم أن استعملتم ما تعلمتم؟",
            ),
            choices="yn",
        ),
        question(
            "times",
            "integer",
            text("How many times?", "Combien de fois ?", "كم مرة؟"),
            relevant="${applied} = 'yes'",
            constraint=". >= 1",
            constraint_message=text("At least 1", "Au moins 1", "على الأقل 1"),
        ),
        question(
            "hours",
            "decimal",
            text(
                "Hours saved each week", "Heures gagnées par semaine", "الساعات المكتسبة كل أسبوع"
            ),
            relevant="${applied} = 'yes'",
        ),
        question(
            "yearly",
            "calculated",
            text("Hours a year", "Heures par an", "ساعات في السنة"),
            calculation="coalesce(${hours}, 0) * 52",
            relevant="${applied} = 'yes'",
        ),
        question(
            "channels",
            "multiple",
            text(
                "How did you hear of it?", "Comment en avez-vous entendu parler ?", "كيف سمعتم بها؟"
            ),
            choices="channels",
            constraint="not(selected(., 'none') and count-selected(.) > 1)",
            constraint_message=text(
                "Either none or some", "Aucun, ou certains", "إما لا شيء وإما بعض الوسائل"
            ),
        ),
        question(
            "channels_other",
            "text",
            text("Which one?", "Lequel ?", "ما هي؟"),
            relevant="selected(${channels}, 'other')",
        ),
        question(
            "programme",
            "text",
            text("Which radio programme?", "Quelle émission de radio ?", "أي برنامج إذاعي؟"),
            relevant="selected(${channels}, 'radio') and ${age} >= 18",
        ),
        question(
            "code",
            "text",
            text("Your personal code", "Votre code personnel", "رمزكم الشخصي"),
            constraint="string-length(.) = 6",
            constraint_message=text("Six characters", "Six caractères", "ست علامات"),
        ),
        question(
            "comment",
            "text",
            text("What should change?", "Que faudrait-il changer ?", "ما الذي ينبغي تغييره؟"),
        ),
    ]
    return Instrument(
        code="session-end",
        title=text("Your opinion of the session", "Votre avis sur la session", "رأيكم في الدورة"),
        version="2026112301",
        languages=("ar", "fr", "en"),
        sections=[
            Section(
                name="welcome",
                items=[
                    question(
                        "hello",
                        "note",
                        text(
                            "Your answers help to make the next sessions better.",
                            "Vos réponses aident à améliorer les prochaines sessions.",
                            "تساعد أجوبتكم على تحسين الدورات المقبلة.",
                        ),
                    ),
                    question(
                        "consent",
                        "consent",
                        text(
                            "Answers are used for statistics only, without your name. "
                            "Do you agree to answer?",
                            "Les réponses ne servent qu'aux statistiques, sans votre nom. "
                            "Acceptez-vous de répondre ?",
                            "لا تستعمل الأجوبة إلا لأغراض إحصائية ودون ذكر اسمكم. "
                            "هل تقبلون الإجابة؟",
                        ),
                        choices="yn",
                        required=True,
                    ),
                ],
            ),
            Section(
                name="you",
                label=text("About you", "Vous", "معلومات عنكم"),
                items=about,
                relevant=agree,
            ),
            Section(
                name="opinion",
                label=text("The session", "La session", "الدورة"),
                items=session,
                relevant=agree,
            ),
        ],
        choice_lists=[YES_NO, AGREE, TEN, ROLES, CHANNELS, REGIONS, PROVINCES],
    )


def hostile() -> Instrument:
    """Give a form whose every word tries to break out of the markup."""
    first, second, third = (text(each, each, each) for each in HOSTILE)
    listed = ChoiceList("list", [Choice("a", second), Choice("b", third)])
    nested = ChoiceList("nested", [Choice("x", first, parent="a"), Choice("y", second, parent="b")])
    rows = [
        question(f"row{at}", "single", each, choices="list")
        for at, each in enumerate((first, second, third))
    ]
    items: list[Question | Grid] = [
        question("gate", "consent", second, choices="list", required=True, required_message=third),
        question("one", "single", first, choices="list", hint=second),
        question("inner", "single", second, choices="nested", within="one"),
        question("many", "multiple", third, choices="list"),
        question("point", "scale", first, choices="list"),
        Grid(name="grid", label=third, rows=rows),
        question(
            "number", "integer", first, hint=third, constraint=". > 3", constraint_message=second
        ),
        question("words", "text", second, relevant="selected(${many}, 'a')"),
        question("later", "text", third, relevant="${one} = 'b'"),
        question("told", "note", first),
    ]
    form = small(*items, lists=(listed, nested))
    return form.with_parts(title=second, sections=[Section(name="main", label=first, items=items)])

import pytest

from indh_me.catalog import labels
from indh_me.model import Framework, Label
from indh_me.model.label import catalogue, in_catalogue_order, missing_labels
from refusals import Strange, refusal, refusals

LATE = Label(language="es", section="status", key="overdue", words="Atrasado")


def spanish(section: str, key: str, words: str) -> Label:
    """Give a label in Spanish."""
    return Label(language="es", section=section, key=key, words=words)


@pytest.mark.parametrize(
    ("section", "key", "words", "what", "mend"),
    [
        ("statu", "overdue", "a", "unknown section of labels 'statu'", "did you mean 'status'?"),
        ("status", "overdu", "a", "unknown label 'overdu'", "did you mean 'overdue'?"),
        ("status", "overdue", " ", "' ' says nothing", "write words"),
        ("status", "overdue", "a\nb", "has spaces at its ends, line ends", "on one line"),
        ("status", "overdue", "a ", "has spaces at its ends", "plain words"),
        ("status", "overdue", "{a}", "the words in braces of '{a}'", "write no braces"),
        ("status", "overdue", "{", "the words in braces of '{'", "write no braces"),
        ("status", "overdue", "a" * 256, "longer than 255 characters", "shorten it"),
        ("input", "list_title", "a" * 33, "longer than 32 characters", "shorten it"),
        ("phrase", "at_least", "al menos", "the words in braces", "{value}"),
        ("phrase", "at_least", "{value!r}", "the words in braces", "{value}"),
        ("phrase", "at_least", "{value:>9}", "the words in braces", "{value}"),
        ("phrase", "at_least", "{value.real}", "the words in braces", "{value}"),
        ("sheet", "tracking", "a/b", "'a/b' cannot be the name of a sheet", "without"),
        ("sheet", "tracking", "History", "cannot be the name of a sheet", "not 'History'"),
        ("sheet", "tracking", "_a", "cannot be the name of a sheet", "begin with _"),
        ("sheet", "tracking", "a" * 32, "longer than 31 characters", "shorten it"),
    ],
)
def test_refusals(section: str, key: str, words: str, what: str, mend: str) -> None:
    """What no label of the catalogue can be is refused, with what it must be."""
    if section == "input":
        key = next(each for each in labels()["input"] if each.endswith("_title"))
    fault = refusal(lambda: spanish(section, key, words))

    assert what in fault.what
    assert mend in fault.mend


@pytest.mark.parametrize("language", ["Español", "", 3])
def test_language(language: Strange) -> None:
    """A label is in a language."""
    fault = refusal(lambda: Label(language=language, section="status", key="overdue", words="a"))

    assert "is not a language tag" in fault.what


def test_order_of_words_in_braces_is_free() -> None:
    """Words in braces may stand in any order."""
    made = spanish("phrase", "between", "hasta {high}, desde {low}")

    assert "hasta {high}, desde {low}" == made.words


def test_labels_of_a_framework_are_in_order() -> None:
    """Labels stand by language, then as in the catalogue, however they were given."""
    first = Label(language="de", section="verdict", key="met", words="erreicht")
    second = spanish("status", "achieved", "Logrado")
    framework = Framework(code="A", languages=["es"], labels=[LATE, second, first])

    assert (first, second, LATE) == framework.labels
    assert () == in_catalogue_order([])


def test_label_given_twice() -> None:
    """A label is given once; one more takes the place of the old one with `with_labels`."""
    other = spanish("status", "overdue", "Vencido")
    fault = refusal(lambda: Framework(code="A", languages=["es"], labels=[LATE, other]))
    framework = Framework(code="A", languages=["es"], labels=[LATE])

    assert ("the label is given twice", "labels.es.status.overdue") == (
        fault.what,
        fault.where.path,
    )
    assert (other,) == framework.with_labels(other).labels


def test_words_that_say_the_same() -> None:
    """Words that formulas tell apart must differ, from English ones that fill a gap as well."""
    alike = [
        LATE,
        spanish("status", "not_due", "ATRASADO"),
        spanish("status", "achieved", "At risk"),
        spanish("known_as", "about", "Not reported"),
    ]
    faults = refusals(lambda: Framework(code="A", languages=["es"], labels=alike))

    assert [
        ("labels.es.status.achieved", "'At risk' is what status.at_risk says too"),
        ("labels.es.status.not_due", "'ATRASADO' is what status.overdue says too"),
        ("labels.es.known_as.about", "'Not reported' is what absence.not_reported says too"),
    ] == [(each.where.path, each.what) for each in faults]


def test_words_that_may_say_the_same() -> None:
    """In other sections, and in another language, a word may come again."""
    same = Label(language="de", section="status", key="overdue", words="Atrasado")
    labels = [LATE, same, spanish("severity", "error", "Atrasado")]

    assert 3 == len(Framework(code="A", languages=["es"], labels=labels).labels)


def test_label_of_a_known_language_takes_its_place() -> None:
    """A framework may say a word of the catalogue in its own way; the catalogue stays as it is."""
    own = Label(language="fr", section="heading", key="target", words="Valeur visée")

    assert "Valeur visée" == catalogue([own])["heading"]["target"]["fr"]
    assert "Cible" == labels()["heading"]["target"]["fr"]


def test_what_is_missing() -> None:
    """Missing is what nothing but English says: nothing in a variety of a known language."""
    every = [
        spanish(section, key, f"ñ{words['en']}")
        for section, keys in labels().items()
        for key, words in keys.items()
    ]
    given = {("status", "overdue")}
    known = {(section, key) for section, keys in labels().items() for key in keys}

    assert known - given == set(missing_labels([LATE], "es"))
    assert known - given == set(missing_labels([LATE], "es-MX"))
    assert () == missing_labels(every, "es-MX")
    assert [(), (), ()] == [missing_labels([], each) for each in ("en", "en-GB", "ar-MA")]

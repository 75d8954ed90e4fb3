from indh_me.model import Absence, Label
from indh_me.read.vocabulary import CATALOGUE, Vocabulary


def spanish(section: str, key: str, words: str) -> Label:
    """Give a label in Spanish."""
    return Label(language="es", section=section, key=key, words=words)


OWN = Vocabulary(
    (
        spanish("heading", "value", "Valor"),
        spanish("absence", "not_applicable", "No procede"),
        spanish("known_as", "at_least", "Como mínimo"),
        spanish("unit", "done", "Hecho"),
        spanish("phrase", "at_least", "al menos {value}"),
    )
)


def test_headings_of_a_language_with_gaps() -> None:
    """Headings that a language lacks are the English ones; those of others are not taken for it."""
    headings = OWN.headings("es")

    assert ("value", "period") == (headings["valor"], headings["period"])
    assert "valeur" not in headings
    assert ("ar", "fr", "en", "es") == OWN.languages


def test_words_of_its_own_stand_beside_the_others() -> None:
    """Words of the framework are known beside those of the catalogue, which knows them not."""
    assert Absence.NOT_APPLICABLE is OWN.absences["no procede"] is OWN.absences["sans objet"]
    assert ("at_least", 1) == (OWN.known_as["como mínimo"], OWN.answers["hecho"])
    assert "no procede" not in CATALOGUE.absences
    assert "at_least" in [
        key for key, pattern in OWN.phrases if pattern.fullmatch("al menos 18 000") is not None
    ]

from datetime import date

from drafts import content, values
from indh_me.model import Source
from indh_me.write.sheets.hidden import choices, list_area, lists_sheet, meta_sheet


def test_lists_are_in_the_language() -> None:
    """Drop-down lists offer words of the language, and the codes of the sources."""
    made = content([], language="fr", sources=[Source(code="plan"), Source(code="survey")])

    assert {
        "known_as": (
            *("exactement", "au moins", "au plus", "entre", "environ", "inconnu"),
            *("Non communiqué", "Sans objet"),
        ),
        "done": ("Fait", "Non fait"),
        "source": ("plan", "survey"),
        "level": ("Impact", "Effet", "Produit", "Activité"),
        "answer": ("oui", "en partie", "non", "sans objet"),
    } == choices(made)


def test_each_list_stands_where_it_is_said_to() -> None:
    """The area of a list holds its words, below its name."""
    made = content([])
    cells = values(lists_sheet(made))

    for column, (name, words) in enumerate(choices(made).items()):
        area = list_area(made, name)

        assert name == cells[0, column]
        assert area is not None
        assert list(words) == [cells[position] for position in area.block.positions()]


def test_list_without_words_has_no_area() -> None:
    """Where there are no sources there is nothing to choose from."""
    assert list_area(content([], sources=[]), "source") is None


def test_workbook_says_what_it_is() -> None:
    """What reads the workbook back finds format, framework, language and day."""
    made = content([], language="ar", languages=["fr", "ar"], as_of=date(2008, 3, 27))
    sheet = meta_sheet(made, "itt")
    cells = values(sheet)

    assert "very_hidden" == sheet.visibility
    assert {
        "format": "indh-me monitoring workbook",
        "version": "1",
        "framework": "DEMO",
        "layout": "itt",
        "language": "ar",
        "languages": "fr ar",
        "as_of": "2008-03-27",
    } == {cells[row, 0]: cells[row, 1] for row in range(7)}

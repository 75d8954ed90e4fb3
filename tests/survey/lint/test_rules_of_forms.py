"""Rules of forms whose mistake is more than one cell."""

from collections.abc import Sequence

import pytest

from indh_me.survey.lint import check_form
from indh_me.survey.xlsform import XlsForm
from xlsforms import AR, EN, FR, GOOD, Sheets, form_of

SURVEY = ("type", "name", "label")
PLAIN = ("form_title", "form_id", "version")
#: The path of the rows of a list, inside of its instance.
ROOT = "root"
ITEMS = f"/{ROOT}/item"
NAMED = ("Visit", "visit", "2026112301")


def told(form: XlsForm | Sheets, select: str = "") -> list[tuple[str, str]]:
    """Return the rules that speak, each with the cell."""
    made = form if isinstance(form, XlsForm) else form_of(form)
    found = check_form(made, select=select.split(",") if select != "" else ())
    return [(each.id, each.place.path) for each in found]


def renamed(sheet: str, old: str, new: str) -> Sheets:
    """Return the good form with a header written otherwise."""
    head, *body = GOOD[sheet]
    return {**GOOD, sheet: [[new if each == old else each for each in head], *body]}


def without(sheet: str, columns: Sequence[str]) -> Sheets:
    """Return the good form without some columns of a sheet."""
    head = GOOD[sheet][0]
    kept = [at for at, column in enumerate(head) if column not in columns]
    return {**GOOD, sheet: [[row[at] for at in kept] for row in GOOD[sheet]]}


def small(*rows: Sequence[str], columns: Sequence[str] = SURVEY, **sheets: object) -> Sheets:
    """Return a form of few rows in one language that is not named."""
    return {"survey": [columns, *rows], "settings": [PLAIN, NAMED], **sheets}  # type: ignore[dict-item]  # what tests give are tables


def listed(*rows: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return a sheet of choices."""
    return [("list_name", "name", "label"), *rows]


class TestSheets:
    """What is there, and what it is called."""

    def test_form_without_questions(self) -> None:
        """Without a sheet survey, its columns or a question there is nothing to check."""
        assert [("SV001", "")] == told({"settings": [PLAIN, NAMED]})
        assert [("SV001", "survey!1:1")] == told(small(columns=("type", "label")))
        assert [("SV001", "survey!1:1")] == told(small(("start", "start")))
        assert ("SV001", "survey!1:1") in told({"survey": []})

    @pytest.mark.parametrize("name", ["setings", "Choixes", "survey 2"])
    def test_misspelt_sheet(self, name: str) -> None:
        """A sheet whose name is nearly that of a missing one is told."""
        sheets = {"survey": GOOD["survey"], name: [["anything"]]}
        if name == "survey 2":
            sheets[name] = GOOD["survey"]

        assert ("SV002", name) in told(sheets)

    def test_other_sheets_may_be_there(self) -> None:
        """Notes of the authors, and what begins with an underscore, are nobody's business."""
        notes = [["What to know"], ["Read this first"]]

        assert [] == told({**GOOD, "Read me": notes, "_choices": GOOD["choices"]})

    def test_sheet_that_looks_like_choices(self) -> None:
        """A sheet with the columns of choices is told, whatever it is called."""
        assert ("SV002", "réponses") in told(
            {"survey": GOOD["survey"], "réponses": GOOD["choices"]}
        )

    def test_columns_may_be_private(self) -> None:
        """Columns for people, for one program and for the XForm are not told."""
        columns = (*SURVEY, "_remark", "$kuid", "bind::odk:length", "instance::tag", "note", "")

        assert [] == told(small(("text", "a", "A", "x", "x", "x", "x", "x"), columns=columns))

    def test_headers_in_another_spelling(self) -> None:
        """Headers are known by their aliases, capitals and spaces, as converters know them."""
        columns = ("Type", "Name", "Caption", "Relevance", "media::image", "bind::required")

        assert [] == told(small(("text", "a", "A", "", "a.png", "yes"), columns=columns))

    def test_misspelt_column_of_choices(self) -> None:
        """A misspelt column of choices is told, one that a filter may use is not."""
        choices = [("list_name", "name", "label", "lable"), ("yn", "y", "Y"), ("yn", "n", "N")]

        assert [("SV003", "choices!D1")] == told(
            small(("select_one yn", "a", "A"), choices=choices)
        )


class TestGroups:
    """Beginnings and ends."""

    def test_group_that_is_not_ended(self) -> None:
        """A group without an end is told where it begins."""
        assert [("SV014", "survey!A2")] == told(
            small(("begin_group", "g", "G"), ("text", "a", "A"))
        )

    def test_end_without_beginning(self) -> None:
        """An end that ends nothing is told."""
        assert [("SV014", "survey!A3")] == told(small(("text", "a", "A"), ("end group", "")))

    def test_end_of_another_kind(self) -> None:
        """A repeat is not ended by the end of a group."""
        rows = [("begin_repeat", "r", "R"), ("text", "a", "A"), ("end_group", "")]

        assert [("SV014", "survey!A4")] == told(small(*rows))


class TestLanguages:
    """One set of languages."""

    def test_choices_lack_a_language(self) -> None:
        """A language that only the questions have is told at the labels of the choices."""
        assert [("SV019", "choices!C1")] == told(without("choices", [f"label::{AR}"]))

    def test_survey_lacks_a_language(self) -> None:
        """A language that only the choices have is told at the labels of the questions."""
        dropped = [f"{each}::{EN}" for each in ("label", "hint", "constraint_message")]

        assert [("SV019", "survey!C1")] == told(without("survey", dropped))

    @pytest.mark.parametrize(
        ("sheet", "cell"), [("survey", "survey!E1"), ("choices", "choices!E1")]
    )
    def test_label_without_a_language(self, sheet: str, cell: str) -> None:
        """A label without a language beside others is told, in either sheet."""
        assert ("SV020", cell) in told(renamed(sheet, f"label::{EN}", "label"))

    def test_choices_without_languages(self) -> None:
        """Choices with a plain label, below questions in several languages, are told once."""
        only = without("choices", [f"label::{AR}", f"label::{EN}"])
        head, *body = only["choices"]
        plain = [["label" if each.startswith("label") else each for each in head], *body]

        assert [("SV020", "choices!C1")] == told({**only, "choices": plain})

    def test_hint_in_one_language_only(self) -> None:
        """A column of texts that some languages have and others have not is told once."""
        assert [("SV021", "survey!F1")] == told(without("survey", [f"hint::{FR}"]))

    @pytest.mark.parametrize(
        "language", ["Français", "Français (FR)", "Français (fra-)", "Français ()", "fr"]
    )
    def test_language_codes(self, language: str) -> None:
        """A code that is missing, in capitals or none of BCP 47 is told once for each language."""
        columns = ("type", "name", f"label::{language}")

        assert [("SV024", "survey!C1")] == told(small(("text", "a", "A"), columns=columns))

    def test_one_code_for_two(self) -> None:
        """Two ways to write one language are two languages, which is told."""
        columns = ("type", "name", "label::Français (fr)", "hint::français (fr)")
        found = told(small(("text", "a", "A", "B"), columns=columns), select="SV024")

        assert [("SV024", "survey!D1")] == found

    def test_one_language_needs_no_default(self) -> None:
        """A form of one language need not say which one is the default."""
        columns = ("type", "name", "label::Français (fr)")

        assert [] == told(small(("text", "a", "Nom ?"), columns=columns))


class TestWords:
    """What is read."""

    def test_nothing_to_read(self) -> None:
        """A question and a choice without any words are told, once each."""
        choices = listed(("yn", "y", ""), ("yn", "n", "No"))

        assert [("SV025", "survey!C2"), ("SV025", "choices!C2")] == told(
            small(("select_one yn", "a", ""), choices=choices)
        )

    def test_what_needs_no_words(self) -> None:
        """Groups, calculations and recorded values need no label, pictures neither."""
        columns = (*SURVEY, "image", "calculation")
        rows = [
            ("start", "start"),
            ("begin_group", "g"),
            ("calculate", "c", "", "", "1 + 1"),
            ("note", "n", "", "map.png"),
            ("end_group", ""),
        ]

        assert [] == told(small(*rows, columns=columns))


class TestLists:
    """Lists of choices."""

    def test_unused_list(self) -> None:
        """A list that nobody is offered is told; one that an expression looks up is used."""
        choices = listed(("yn", "y", "Y"), ("yn", "n", "N"))
        lookup = ("calculate", "c", "", f"instance('yn'){ITEMS}[name='y']/label")

        assert [("SV032", "choices!A2")] == told(small(("text", "a", "A"), choices=choices))
        assert [] == told(
            small(
                *[("text", "a", "A"), lookup],
                columns=(*SURVEY, "calculation"),
                choices=choices,
            )
        )

    def test_one_choice(self) -> None:
        """A list that leaves nothing to choose is told, unless more comes from elsewhere."""
        choices = listed(("yn", "y", "Y"))
        columns = (*SURVEY, "appearance")

        assert [("SV037", "choices!B2")] == told(
            small(("select_one yn", "a", "A"), choices=choices)
        )
        assert [] == told(
            small(("select_one yn", "a", "A", "search('x')"), columns=columns, choices=choices)
        )

    def test_choices_from_elsewhere(self) -> None:
        """Choices of a file, of a repeat and of the external sheet are in no list."""
        rows = [
            ("select_one_from_file towns.csv", "a", "A"),
            ("select_one ${names}", "b", "B"),
            ("select_one_external towns", "c", "C"),
            ("begin_repeat", "people", "P"),
            ("text", "names", "N"),
            ("end_repeat", ""),
        ]

        assert [] == told(small(*rows))

    def test_scores_up_to_a_hundred(self) -> None:
        """99 in a row of numbers is a number, and does not look like no answer."""
        scores = listed(*(("score", str(number), str(number)) for number in range(90, 101)))

        assert [] == told(small(("select_one score", "a", "A"), choices=scores))

    def test_duplicates_may_be_allowed(self) -> None:
        """With allow_choice_duplicates a code may stand twice."""
        choices = listed(("yn", "y", "Y"), ("yn", "y", "Yes"))
        settings = [(*PLAIN, "allow_choice_duplicates"), (*NAMED, "yes")]
        form = small(("select_one yn", "a", "A"), choices=choices)

        assert [("SV033", "choices!B3")] == told(form)
        assert [] == told({**form, "settings": settings})


class TestScalesAndGrids:
    """Scales and grids."""

    def test_scales_of_two_directions(self) -> None:
        """A scale that runs the other way than the first one is told."""
        up = [("up", str(number), "x") for number in (1, 2, 3)]
        down = [("down", str(number), "x") for number in (3, 2, 1)]
        rows = [("begin_group", "g", "", "field-list")]
        rows += [(f"select_one {name}", name, "x", "likert") for name in ("up", "down")]
        form = small(
            *rows, ("end_group", ""), columns=(*SURVEY, "appearance"), choices=listed(*up, *down)
        )

        assert [("SV044", "choices!B5")] == told(form)

    def test_long_grid(self) -> None:
        """The eighth row of a grid is told; seven are none too many."""
        choices = listed(("yn", "y", "Y"), ("yn", "n", "N"))

        def grid(rows: int) -> Sheets:
            return small(
                ("begin_group", "g", "", "field-list"),
                ("select_one yn", "head", "x", "label"),
                *[("select_one yn", f"r{each}", "x", "list-nolabel") for each in range(rows)],
                ("end_group", ""),
                columns=(*SURVEY, "appearance"),
                choices=choices,
            )

        assert [] == told(grid(7))
        assert [("SV048", "survey!A11")] == told(grid(8))

    def test_row_without_heading(self) -> None:
        """A row of a grid that no heading stands above is told."""
        form = small(
            ("begin_group", "g", "", "field-list"),
            ("select_one yn", "a", "x", "list-nolabel"),
            ("end_group", ""),
            columns=(*SURVEY, "appearance"),
            choices=listed(("yn", "y", "Y"), ("yn", "n", "N")),
        )

        assert [("SV047", "survey!A3")] == told(form)


class TestFilters:
    """Choices that depend on an answer."""

    def test_word_that_is_no_answer(self) -> None:
        """A choice below a word that the question before does not offer is never seen."""
        head, *body = GOOD["choices"]
        odd = ("province", "laayoune", "العيون", "Laâyoune", "Laayoune", "soth")

        assert [("SV042", f"choices!F{len(body) + 2}")] == told(
            {**GOOD, "choices": [head, *body, odd]}
        )


class TestLogic:
    """What depends on what."""

    def test_circle(self) -> None:
        """Two questions that need each other are told once, at the first."""
        columns = (*SURVEY, "relevant", "calculation")
        rows = [
            ("integer", "a", "A", "${b} > 1"),
            ("calculate", "b", "", "", "coalesce(${a}, 0)"),
        ]

        assert [("SV060", "survey!D2")] == told(small(*rows, columns=columns), select="SV060")

    def test_group_that_needs_what_is_in_it(self) -> None:
        """A group whose condition looks at its own question can never be asked."""
        columns = (*SURVEY, "relevant")
        rows = [("begin_group", "g", "G", "${a} = 'x'"), ("text", "a", "A"), ("end_group", "")]

        assert ("SV060", "survey!D2") in told(small(*rows, columns=columns))

    @pytest.mark.parametrize(
        "expression",
        [
            "${a} = 'x' or contains(${a}, \"it's\")",
            "count-selected(${a}) >= 2 and not(selected(${a}, 'y'))",
            "string-length(${a}) * 2 - -1 > 3 div 2 mod 2",
            f"instance('towns'){ITEMS}[name = ${{a}}]/label != ''",
            "current()/../a = 'x'",
            "position(..) > 1 and ${a} != ''",
            "${last-saved#a} = \u2018x\u2019",
            "pulldata('towns', 'x', 'name', ${a}) = 'x'",
            "date(${a}) > today() - 30",
        ],
    )
    def test_what_clients_can_read(self, expression: str) -> None:
        """Expressions that clients read are not told, however they are made."""
        columns = (*SURVEY, "relevant")
        rows = [("text", "a", "A"), ("text", "b", "B", expression)]

        assert [] == told(small(*rows, columns=columns))

    @pytest.mark.parametrize(
        "expression",
        [
            "${a} == 'x'",
            "${a} = 'x' && ${a} = 'y'",
            "(${a} = 'x'",
            "${a} = 'x')",
            "${a} = 'x",
            "${a} 'x'",
            "${a} = ",
            "and ${a} = 'x'",
            "${a = 'x'",
            "selected(${a} 'x')",
            "selected(${a},)",
            "${} = 'x'",
            "!${a}",
            "${a} <> 'x'",
        ],
    )
    def test_what_no_client_can_read(self, expression: str) -> None:
        """Expressions that no client reads are errors of their cell."""
        columns = (*SURVEY, "relevant")
        rows = [("text", "a", "A"), ("text", "b", "B", expression)]

        assert ("SV049", "survey!D3") in told(small(*rows, columns=columns))

    def test_rows_of_a_repeat_may_look_back(self) -> None:
        """A row that looks at the same question in the row before it is in no circle."""
        columns = (*SURVEY, "calculation")
        rows = [
            ("begin_repeat", "r", "R"),
            ("calculate", "n", "", "indexed-repeat(${n}, ${r}, position(..) - 1)"),
            ("text", "a", "A"),
            ("end_repeat", ""),
        ]

        assert [] == told(small(*rows, columns=columns))

    @pytest.mark.parametrize(
        ("guard", "found"),
        [("${n} * 2", ["SV058"]), ("if(${n} > 0, ${n}, 0) * 2", []), ("sum(${n}) * 2", [])],
    )
    def test_numbers_that_may_be_missing(self, guard: str, found: list[str]) -> None:
        """A number that may be missing is told, unless a function takes care of that."""
        columns = (*SURVEY, "calculation")
        rows = [("integer", "n", "N"), ("calculate", "c", "", guard)]

        assert found == [rule for rule, _ in told(small(*rows, columns=columns))]

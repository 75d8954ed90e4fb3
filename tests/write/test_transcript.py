from datetime import date

from indh_me.write.grid import (
    Area,
    Block,
    Book,
    Cell,
    Chart,
    ColumnGroup,
    Comment,
    Condition,
    Formula,
    Link,
    Name,
    PrintSetup,
    Series,
    Sheet,
    Validation,
)
from indh_me.write.style import DATE, INPUT, PLAIN, Style

DAY = date(2008, 3, 27)
POINTS = Area("التتبع", 1, 1, 2, 1)

EXPECTED = """\
== التتبع ==
right to left, protected, frozen at B2, filter A1:B3, tab #0B5394, no gridlines, A3 portrait, \
2 pages across, new pages at 2, 3, repeats 1 rows and 0 columns, footer INDH
1 | المؤشر | a \\| b\\n\\\\ |
2 |  | 12.5 | TRUE |
3 | 2008-03-27 | [ ] | =IF(B2="","",B2) -> '' |
4 | =TRUE -> TRUE |  |
merge A5:B5
width A 12
height 1 30
group B:C, level 1, folded
validation B2 decimal from 0 to 100 'Valeur' 'En %', warning
validation B3 list from 'التتبع'!$A$1:$A$2
condition A1:A2 'atteint' {bold}
condition A1:A2 =A1="x" {bold}
comment A1 Définition
link A1 to 'التتبع'!$B$2
chart E1 Suivi (Deux points), mirrored
  line 'التتبع'!$A$1: 'التتبع'!$B$2:$B$3 over 'التتبع'!$B$2:$B$3
  column Cible: 'التتبع'!$B$2:$B$3 over 'التتبع'!$B$2:$B$3

== _listes ==
very hidden, A4 landscape
1 | 1 |

name seuil = '_listes'!$A$1"""


def test_book_as_text_shows_all_that_was_laid_out() -> None:
    """As text a book shows its cells row by row, then what surrounds them, sheet by sheet."""
    bold = Style(bold=True)
    chart = Chart(
        row=0,
        column=4,
        series=[
            Series(
                name=Area.of_cell("التتبع", 0, 0),
                categories=POINTS,
                values=POINTS,
                colour="#0B5394",
                kind="line",
            ),
            Series(name="Cible", categories=POINTS, values=POINTS, colour="#0B5394"),
        ],
        title="Suivi",
        alt_text="Deux points",
        mirrored=True,
        blanks="span",
    )
    sheet = Sheet(
        "التتبع",
        [
            Cell(1, 2, True),  # noqa: FBT003 - the value of a cell
            Cell(0, 0, "المؤشر"),
            Cell(0, 1, "a | b\n\\"),
            Cell(1, 1, 12.5),
            Cell(2, 0, DAY, DATE),
            Cell(2, 1, None, INPUT),
            Cell(2, 2, Formula('=IF(B2="","",B2)', "")),
            Cell(3, 0, Formula("=TRUE", value=True)),
            Cell(3, 1, None),
        ],
        merges=[Block(4, 0, 4, 1)],
        widths={0: 12},
        heights={0: 30},
        groups=[ColumnGroup(1, 2, folded=True)],
        validations=[
            Validation(
                Block(1, 1, 1, 1),
                "decimal",
                low=0,
                high=100,
                title="Valeur",
                message="En %",
                severity="warning",
            ),
            Validation(Block(2, 1, 2, 1), "list", source=Area("التتبع", 0, 0, 1, 0)),
        ],
        conditions=[
            Condition.when_text(Block(0, 0, 1, 0), "atteint", bold),
            Condition.when(Block(0, 0, 1, 0), '=A1="x"', bold),
        ],
        comments=[Comment(0, 0, "Définition")],
        links=[Link(0, 0, Area.of_cell("التتبع", 1, 1))],
        charts=[chart],
        right_to_left=True,
        protected=True,
        freeze=(1, 1),
        autofilter=Block(0, 0, 2, 1),
        tab_colour="#0B5394",
        gridlines=False,
        print_setup=PrintSetup(
            paper="A3",
            landscape=False,
            pages_across=2,
            new_pages=[1, 2],
            repeat_rows=1,
            footer="INDH",
        ),
    )
    lists = Sheet("_listes", [Cell(0, 0, 1)], visibility="very_hidden")
    book = Book([sheet, lists], names=[Name("seuil", Area.of_cell("_listes", 0, 0))], created=DAY)

    assert EXPECTED == str(book)


def test_styles_are_told_when_asked_for() -> None:
    """With styles, each cell that is not plain tells its own in braces."""
    cells = [Cell(0, 0, 1, PLAIN), Cell(0, 1, 2, Style(bold=True)), Cell(0, 2, None, INPUT)]
    book = Book([Sheet("Suivi", cells)], created=DAY)

    last = book.as_text(styles=True).splitlines()[-1]

    assert f"1 | 1 | 2 {{bold}} | [ ] {{{INPUT}}} |" == last

from drafts import content, flow
from indh_me.model import Indicator, Period
from indh_me.write.forms import ByPeriod, Column, Form
from indh_me.write.forms.columns import columns_of, periods_of
from indh_me.write.forms.texts import code, entered

FORM = Form(
    sheet="eu",
    columns=(
        Column(name="code", heading=("code",), width=12, gives=code),
        ByPeriod(
            heading=("milestone",),
            last=("target",),
            columns=(Column(name="figure", heading=("value",), width=None, gives=entered),),
        ),
    ),
    freeze=1,
)


def test_periods_are_those_of_figures() -> None:
    """A period has columns when an indicator with figures has a target for it."""
    made = content(
        [
            flow("A", {"2009": 5, "2008": 3}),
            flow("B", {"2009": 7}),
            Indicator.milestone("M", due=Period.year(2007)),
        ]
    )

    assert ["2008", "2009"] == [str(period) for period in periods_of(made)]


def test_columns_come_again_for_each_period() -> None:
    """Headings are numbered, carry the period, and may be another one over the last."""
    made = columns_of(FORM, content([flow("A", {"2008": 1, "2009": 2, "2010": 3})]))

    assert [
        ("code", ("No.",)),
        ("figure 2008", ("Milestone 1", "2008", "Value")),
        ("figure 2009", ("Milestone 2", "2009", "Value")),
        ("figure 2010", ("Target", "2010", "Value")),
    ] == [(each.key, each.heading) for each in made]
    assert [12, 11, 11, 11] == [each.width for each in made]


def test_nothing_is_planned() -> None:
    """Without targets, the columns of one period stay."""
    made = columns_of(FORM, content([flow("A")]))

    assert [("No.",), ("Target", "Value")] == [each.heading for each in made]

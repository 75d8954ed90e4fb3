from hypothesis import given
from hypothesis import strategies as st

from indh_me.errors import ParseError
from indh_me.model import Unit, UnitKind
from indh_me.testing import units


@given(units())
def test_written_form_reads_back(unit: Unit) -> None:
    """Reading what a unit is written as gives the unit."""
    assert unit == Unit.parse(str(unit))


@given(units(), units())
def test_forms_differ_as_units_do(a: Unit, b: Unit) -> None:
    """Two units are written alike if and only if they are equal."""
    assert (a == b) == (str(a) == str(b))


@given(units())
def test_form_begins_with_the_kind(unit: Unit) -> None:
    """A unit is written with its kind first."""
    assert unit.kind is UnitKind(str(unit).split(" ", maxsplit=1)[0])


@given(units())
def test_factor_is_above_zero(unit: Unit) -> None:
    """A share is never turned round or lost by the factor of its unit."""
    assert unit.factor > 0
    assert unit.kind in {UnitKind.PERCENT, UnitKind.RATIO} or unit.factor == 1


@given(
    st.text(max_size=20)
    | st.builds("{} {}".format, st.sampled_from(UnitKind), st.text("1.per -nM"))
)
def test_every_text_is_read_or_refused(text: str) -> None:
    """A text is a unit or is refused as none: nothing else happens."""
    try:
        unit = Unit.parse(text)
    except ParseError:
        return
    assert unit == Unit.parse(str(unit))

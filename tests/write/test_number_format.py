import pytest

from drafts import flow
from indh_me.write.number_format import number_format


@pytest.mark.parametrize(
    ("unit", "accumulation", "expected"),
    [
        ("count", "sum", "#,##0"),
        ("count", "mean", "#,##0.0##"),
        ("percent", "latest", '[>=99.95]0.0##" %";[<0.05]0.0##" %";0.0" %"'),
        ("currency MAD", "sum", '#,##0" MAD"'),
        ("score 1..5", "mean", "#,##0.0##"),
        ("ratio per 1000", "ratio", "#,##0.0##"),
        ("milestone", "latest", "General"),
    ],
)
def test_units_have_their_formats(unit: str, accumulation: str, expected: str) -> None:
    """Whole numbers have no decimals, others have those that they need."""
    assert expected == number_format(flow(unit=unit, accumulation=accumulation))

from drafts import seen
from indh_me.model import Categories, Observations
from shown import shown, texts


def test_row_of_an_indicator() -> None:
    """Each indicator has a row: figures, absences, periods, a series of totals, the last total."""
    women = Categories.of(sex="female")
    table = Observations.of(
        seen("A", "2009", ">=18000"),
        seen("A", "2008", 12),
        seen("A", "2010", 99, women),
        seen("A", "2011", "not_reported"),
        seen("B", "2008", 1),
    )
    root = shown(table)
    (series,) = root.iter("svg")

    assert ["A", "3", "1", "2008 … 2011", "", "at least 18\u00a0000 (2009)"] == texts(root)[:6]
    assert ["B", "1", "0", "2008", "", "1 (2008)"] == texts(root)[6:]
    assert "2008: 12; 2009: at least 18 000" == series.get("aria-label")


def test_indicator_without_a_row() -> None:
    """An indicator that a selection left without rows is not shown."""
    table = Observations.of(seen("A", "2009", 1), seen("B", "2008", 1)).select([1])

    assert ["B"] == texts(shown(table))[:1]


def test_long_series_show_their_end() -> None:
    """Of a long series the last figures are drawn."""
    table = Observations.of(*(seen("A", str(year), year) for year in range(1900, 2000)))
    (series,) = shown(table).iter("svg")

    assert 60 == len(list(series.iter("circle")))
    assert (series.get("aria-label") or "").startswith("1940: 1 940;")

from datetime import date

from indh_me.compute import projections
from indh_me.model import Framework, Quantity
from shown import shown, texts
from yearly import YEARLY, projected, projected_framework, share


def test_projection_shows_its_chart() -> None:
    """One projection is its fan chart, and how it came about for who opens it."""
    root = shown(projected())
    told = "".join(next(root.iter("details")).itertext())

    assert 1 == len([each for each in root.iter() if each.tag.endswith("}svg")])
    assert "Prediction interval (95 %)" in told


def test_each_row_has_a_series() -> None:
    """Of many, each has a small picture: figures, projection on its band, target; in words too."""
    plan = Framework(
        code="DEMO",
        languages=["en"],
        indicators=[share(targets={"2012": 72}), share("B", targets={"2012": 72})],
    )
    _, made = projected_framework(plan, {"A": YEARLY})
    series = [each for each in shown(made).iter("svg") if each.get("class") == "series"]

    assert 1 == len(series)
    assert (series[0].get("aria-label") or "").startswith("Actual: 2005: 54 %; 2006: 58 %")
    assert 8 == len(list(series[0].iter("circle")))


def test_band_to_be_kept_is_drawn() -> None:
    """What an indicator is to stay in is drawn along the series."""
    kept = share(direction="maintain", band=Quantity.between(50, 70))
    plan = Framework(code="DEMO", languages=["en"], indicators=[kept])
    _, made = projected_framework(plan, {"A": YEARLY}, to="2012")
    (series,) = (each for each in shown(made).iter("svg") if each.get("class") == "series")

    assert 2 == len([each for each in series if each.get("stroke-dasharray") == "1.5 2"])


def test_refusals_have_no_picture() -> None:
    """Where nothing was reported there is no column of pictures, and the reason is told."""
    plan = Framework(code="DEMO", languages=["en"], indicators=[share(targets={"2012": 72})])
    root = shown(projections(plan, as_of=date(2011, 3, 31)))

    assert "Series" not in texts(root, "th")
    assert "no figure has been reported" in "".join(root.itertext())

from datetime import date

import pytest

from indh_me.compute.trajectory import expected
from indh_me.model import Baseline, Indicator, Period, Quantity, Target, Trajectory
from indh_me.write.sheets.path import SHAPES, Path, expected_formulas, share_formula
from indh_me.write.sheets.sides import Sides
from refusals import Strange

HALFWAY = date(2008, 12, 31)


def path_of(day: date = HALFWAY, cells: Strange = None, **said: Strange) -> Path | None:
    """Give the leg that an indicator is on, by default from 60 at the end of 2007 to 80 in 2009."""
    fields = {
        "unit": "percent",
        "direction": "increase",
        "accumulation": "latest",
        "baseline": Baseline(60, Period.year(2007)),
        "targets": [Target(period=Period.year(2009), value=80)],
        **said,
    }
    return Path.of(expected(Indicator(code="A", **fields), day), cells or {}, "$F$1")


def formulas(path: Path | None) -> dict[str, str]:
    """Give the parts of what is expected."""
    assert path is not None
    return dict(expected_formulas(path, "S"))


def test_leg_from_the_baseline() -> None:
    """A leg has its shape, its days, and its two values in the cells that show them."""
    cells = {(date(2009, 12, 31), Quantity.exactly(80)): "$T$1"}

    assert Path(
        profile=Trajectory.LINEAR,
        first=date(2008, 1, 1),
        due=date(2009, 12, 31),
        start=Sides.of(Quantity.exactly(60), "$F$1"),
        end=Sides.of(Quantity.exactly(80), "$T$1"),
        is_over=False,
    ) == path_of(cells=cells)


def test_leg_from_the_target_before() -> None:
    """Through the targets between, a leg starts from the cell of the one before."""
    targets = [
        Target(period=Period.year(2008), value=70),
        Target(period=Period.year(2010), value=90),
    ]
    cells = {
        (date(2008, 12, 31), Quantity.exactly(70)): "$S$1",
        (date(2010, 12, 31), Quantity.exactly(90)): "$T$1",
    }
    path = path_of(date(2009, 6, 30), cells, targets=targets, trajectory="milestones")

    assert {"low": "=(1-S)*$S$1+S*$T$1"}.items() <= formulas(path).items()


def test_no_leg() -> None:
    """Without a baseline there is no way to a level."""
    assert path_of(baseline=None) is None


@pytest.mark.parametrize(
    ("profile", "elapsed", "expected_share"),
    [
        ("linear", "U", "=U"),
        ("milestones", "U", "=U"),
        ("step", "U", "=INT(U)"),
        ("front_loaded", "U", "=1-(1-U)^2"),
        ("back_loaded", "U", "=U^2"),
        ("s_curve", "U", "=IF(U<=1/2,2*U^2,1-2*(1-U)^2)"),
    ],
)
def test_shapes(profile: str, elapsed: str, expected_share: str) -> None:
    """Each profile has its share of the way after a share of the time."""
    path = path_of(trajectory=profile)

    assert path is not None
    assert expected_share == share_formula(path, elapsed)
    assert set(Trajectory) == set(SHAPES)


def test_no_time_to_count() -> None:
    """From a baseline without a date only a step can be awaited, and no time goes by."""
    path = path_of(baseline=Baseline(60), trajectory="step")

    assert path is not None
    assert share_formula(path, "U") is None
    assert "=(1-S)*$F$1+S*80" == formulas(path)["best"]


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        ("60", "80", dict.fromkeys(("low", "best", "high"), "=(1-S)*$F$1+S*80")),
        ("0", "80", dict.fromkeys(("low", "best", "high"), "=S*80")),
        ("80", "80", dict.fromkeys(("low", "best", "high"), "=80")),
        ("58..62", "80", {"low": "=(1-S)*58+S*80", "high": "=(1-S)*62+S*80"}),
        # An end that is not needed may be unknown.
        ("60", ">=80", {
            "low": "=(1-S)*$F$1+S*80",
            "best": '=IF(S=0,$F$1,"")',
            "high": '=IF(S=0,$F$1,"")',
        }),
        (">=58", "80", {"low": "=(1-S)*58+S*80"}),
    ],
)  # fmt: skip
def test_parts_of_what_is_expected(start: str, end: str, parts: dict[str, str]) -> None:
    """Each part lies the share of the way from that of the start to that of the end."""
    baseline = Baseline(Quantity.parse(start), Period.year(2007))
    target = Target(period=Period.year(2009), value=Quantity.parse(end))

    assert parts == formulas(path_of(baseline=baseline, targets=[target]))


def test_leg_that_is_over() -> None:
    """When the last target is due, the whole of it is expected, wherever the way began."""
    over = path_of(
        date(2010, 1, 1),
        baseline=None,
        targets=[Target(period=Period.year(2009), value=Quantity.at_least(80))],
    )

    assert over is not None
    assert (True, None, None) == (over.is_over, over.start, share_formula(over, "U"))
    assert {"low": "=80"} == formulas(over)

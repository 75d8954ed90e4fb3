"""Projections beside those of statsmodels and statsforecast, with the same parameters."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import product
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import norm
from statsforecast.models import RandomWalkWithDrift, SimpleExponentialSmoothing
from statsforecast.theta import forecast_theta, thetamodel
from statsmodels.api import OLS
from statsmodels.tsa.api import Holt, SimpleExpSmoothing
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.forecasting.theta import ThetaModel, ThetaModelResults

from indh_me.compute.projection import PanelProjection, project_panel
from indh_me.compute.projection.methods import best_smoothing, fit_line
from indh_me.compute.projection.methods import smoothing as grids

from .aim import Aim, table
from .competition import Competition

__all__ = ["Agreement", "Parameters", "agreements", "oracles_part", "parameters"]

Floats = npt.NDArray[np.float64]

AHEAD = 6
#: Every so many of the series of the competition are compared.
EVERY = 5
#: Greatest relative difference that still is agreement: rounding, not a method.
MOST = 1e-10
INTRODUCTION = """\
Our parameters and starting states are handed to other software, which does the rest: {count}
series of the M3 competition, {ahead} steps ahead. *Scale* is the standard deviation of the
predictive distribution, *growth* the variance of a step over that of the first.

- statsforecast's drift takes the residual variance with one degree of freedom more, and normal
  quantiles where ours are Student's: its scale is brought to our degrees of freedom here.
- statsmodels and statsforecast smooth the figures themselves and add half of the drift; ours
  smooths the theta line, as the organisers of the M4 competition did. With the same share the two
  are one, which is compared; the optimiser that chooses the share is not. statsforecast starts
  from another level: it is given one that makes its start ours.
- Not compared: statsforecast's Holt takes no starting state; the interval of theta, which each
  defines in its own way (ours carries the error of the slope); the degrees of freedom of smoothed
  series, for which the others take normal quantiles; the growth of simple smoothing with a share
  of 1, for which ETSModel states no variance.

Differences are relative to the largest figure of each series, and the greatest of all series."""


@dataclass(frozen=True)
class Parameters:
    """What smoothing has chosen for a series: shares, damping, and where it starts."""

    alpha: float
    beta: float
    phi: float
    level: float
    slope: float


@dataclass(frozen=True)
class Agreement:
    """How far ours is from what other software gives."""

    method: str
    figure: str
    package: str
    call: str
    difference: float


def parameters(method: str, values: Floats) -> Parameters:
    """Give the parameters that a method takes for one series, from the grids that it tries."""
    row = values[None, :]
    level, slope = row[:, :1], np.zeros((1, 1))
    shares: tuple[tuple[float, float, float], ...]
    if method in ("holt", "damped_holt"):
        line = fit_line(np.arange(1.0, grids.START + 1), row[:, : grids.START])
        level, slope = line.intercept, line.slope
        dampings = (1.0,) if method == "holt" else grids.DAMPINGS
        tried = product(dampings, grids.TREND_LEVEL_SHARES, grids.SLOPE_SHARES)
        shares = tuple((alpha, alpha * share, phi) for phi, alpha, share in tried)
    else:
        shares = tuple((alpha, 0.0, 1.0) for alpha in grids.LEVEL_SHARES)
        if method == "theta":
            numbers = np.arange(1.0, len(values) + 1)[None, :]
            row = 2 * row - fit_line(numbers, row).at(numbers)
            level = row[:, :1]
    made = best_smoothing(row, (level, slope), shares)
    found = (made.alpha, made.beta, made.phi, level, slope)
    return Parameters(*(float(each.item()) for each in found))


def _holt(values: Floats, given: Parameters) -> Floats:
    is_damped = given.phi < 1
    model = Holt(
        values,
        damped_trend=is_damped,
        initialization_method="known",
        initial_level=given.level,
        initial_trend=given.slope,
    )
    fitted = model.fit(
        smoothing_level=given.alpha,
        smoothing_trend=given.beta / given.alpha,
        damping_trend=given.phi if is_damped else None,
        optimized=False,
    )
    return np.asarray(fitted.forecast(AHEAD))


def _growth(values: Floats, given: Parameters) -> Floats:
    """Give the variance that ETSModel states, over that of the first step.

    For simple smoothing with a share of 1 it states none: NaN.
    """
    is_damped, has_slope = given.phi < 1, given.beta > 0
    model = ETSModel(
        pd.Series(values),
        trend="add" if has_slope else None,
        damped_trend=is_damped,
        initialization_method="known",
        initial_level=given.level,
        initial_trend=given.slope if has_slope else None,
    )
    shares = [
        given.alpha,
        *([given.beta] if has_slope else []),
        *([given.phi] if is_damped else []),
    ]
    found = model.smooth(shares).get_prediction(start=len(values), end=len(values) + AHEAD - 1)
    variance = np.asarray(found.forecast_variance)
    if not has_slope and given.alpha == 1:
        return np.full(AHEAD, np.nan)
    return np.asarray(variance / variance[0])


def _ses(values: Floats, given: Parameters) -> Floats:
    model = SimpleExpSmoothing(values, initialization_method="known", initial_level=given.level)
    return np.asarray(model.fit(smoothing_level=given.alpha, optimized=False).forecast(AHEAD))


def _ses_of_statsforecast(values: Floats, given: Parameters) -> Floats:
    return np.asarray(SimpleExponentialSmoothing(alpha=given.alpha).forecast(values, AHEAD)["mean"])


def _theta_by_parts(values: Floats, given: Parameters) -> Floats:
    """Give half a line by OLS, half the smoothed theta line: as Theta.classic of the M4 is."""
    design = np.column_stack([np.ones(len(values)), np.arange(1.0, len(values) + 1)])
    intercept, slope = OLS(values, design).fit().params
    rest = 2 * values - design @ [intercept, slope]
    level = _ses(rest, Parameters(given.alpha, 0.0, 1.0, float(rest[0]), 0.0))
    return np.asarray((intercept + slope * (len(values) + np.arange(1.0, AHEAD + 1)) + level) / 2)


def _theta(values: Floats, given: Parameters) -> Floats:
    """Give the forecast of ThetaModel, of which the share alone is ours."""
    first = Parameters(given.alpha, 0.0, 1.0, float(values[0]), 0.0)
    trend = np.column_stack([np.ones(len(values)), np.arange(len(values))])
    slope = OLS(values, trend).fit().params[1]
    model = ThetaModel(pd.Series(values), period=1, deseasonalize=False)
    made = ThetaModelResults(
        slope, given.alpha, None, _ses(values, first)[0], np.empty(0), use_mle=False, model=model
    )
    return np.asarray(made.forecast(AHEAD, theta=2))


def _theta_of_statsforecast(values: Floats, given: Parameters) -> Floats:
    line = fit_line(np.arange(1.0, len(values) + 1), values)
    start = float(values[0] - line.at(np.ones((1, 1))).item() / 2)
    made = thetamodel(values, 1, "STM", start, given.alpha, 2.0, nmse=3)
    return np.asarray(forecast_theta(made, AHEAD)["mean"])


def _drift(values: Floats, _: object) -> Floats:
    """Give points and scales of statsforecast's drift, these with our degrees of freedom."""
    made = RandomWalkWithDrift().forecast(values, AHEAD, level=[95])
    scale = (made["hi-95"] - made["mean"]) / norm.ppf(0.975)
    points = len(values)
    return np.concatenate([made["mean"], scale * np.sqrt((points - 1) / (points - 2))])


def _ols(values: Floats, _: object) -> Floats:
    """Give points and both ends of the interval of statsmodels' straight line."""
    dates = np.arange(1.0, len(values) + AHEAD + 1)
    design = np.column_stack([np.ones(len(dates)), dates])
    fitted = OLS(values, design[: len(values)]).fit()
    made = fitted.get_prediction(design[len(values) :])
    ends = made.conf_int(obs=True, alpha=0.05)
    return np.concatenate([made.predicted_mean, ends[:, 0], ends[:, 1]])


#: Method, figure, package, call, and what calls it.
COMPARED: tuple[tuple[str, str, str, str, Callable[[Floats, Parameters], Floats]], ...] = (
    ("ols", "point, interval", "statsmodels", "OLS, get_prediction", _ols),
    ("drift", "point, scale", "statsforecast", "RandomWalkWithDrift", _drift),
    ("ses", "point", "statsmodels", "SimpleExpSmoothing, known start, not optimized", _ses),
    ("ses", "point", "statsforecast", "SimpleExponentialSmoothing(alpha)", _ses_of_statsforecast),
    ("ses", "growth", "statsmodels", "ETSModel, known start, smooth", _growth),
    ("holt", "point", "statsmodels", "Holt, known start, not optimized", _holt),
    ("holt", "growth", "statsmodels", "ETSModel, known start, smooth", _growth),
    ("damped_holt", "point", "statsmodels", "Holt(damped_trend), known start", _holt),
    ("damped_holt", "growth", "statsmodels", "ETSModel(damped_trend), known start", _growth),
    (
        "theta",
        "point",
        "statsmodels",
        "OLS and SimpleExpSmoothing, by the M4's formula",
        _theta_by_parts,
    ),
    ("theta", "point", "statsmodels", "ThetaModelResults(b0, alpha).forecast(theta=2)", _theta),
    (
        "theta",
        "point",
        "statsforecast",
        'thetamodel("STM", start, alpha, 2)',
        _theta_of_statsforecast,
    ),
)


def _own(figure: str, made: PanelProjection) -> Floats:
    """Give our figures, in the order of the others'."""
    parts: Mapping[str, tuple[Floats, ...]] = {
        "point": (made.point,),
        "point, interval": (made.point, made.low, made.high),
        "point, scale": (made.point, made.scale),
        "growth": ((made.scale / made.scale[:, :1]) ** 2,),
    }
    return np.concatenate([each[0] for each in parts[figure]])


def agreements(series: list[Floats]) -> Iterator[Agreement]:
    """Compare every method with every other software, by the greatest relative difference."""
    made = {
        method: [project_panel(each[None, :], horizon=AHEAD, method=method) for each in series]
        for method in dict.fromkeys(method for method, *_ in COMPARED)
    }
    chosen = {
        method: [parameters(method, each) for each in series]
        for method in ("ses", "holt", "damped_holt", "theta")
    }
    for method, figure, package, call, compute in COMPARED:
        theirs = map(compute, series, chosen.get(method, [None] * len(series)))
        ours = map(partial(_own, figure), made[method])
        off = (np.abs(a - b).max() / np.abs(b).max() for a, b in zip(ours, theirs, strict=True))
        yield Agreement(method, figure, package, call, float(np.nanmax(list(off))))


def oracles_part(folder: Path) -> Iterator[str | Aim]:
    """Give the lines of the page on other software, and what was hoped for."""
    rows = Competition.read(folder).training[::EVERY]
    found = list(agreements([row[~np.isnan(row)] for row in rows]))
    told = INTRODUCTION.format(count=len(rows), ahead=AHEAD)
    yield from ("## Other software", "", *told.splitlines(), "")
    yield from table(
        ("method", "figure", "software", "call", "greatest difference"),
        (
            (
                each.method,
                each.figure,
                f"{each.package} {version(each.package)}",
                f"`{each.call}`",
                f"{each.difference:.0e}",
            )
            for each in found
        ),
    )
    for method in dict.fromkeys(each.method for each in found):
        worst = max(each.difference for each in found if each.method == method)
        yield Aim(f"{method}, difference from other software", worst, most=MOST, form=".0e")

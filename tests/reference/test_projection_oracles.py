"""What statsmodels 0.15.0 and statsforecast 2.1.1 give with the parameters that we choose.

Their figures are typed here, with the call that gave them, so that neither need be installed;
`nox -s evidence` calls them anew, on more series. Each start is handed over: to statsmodels as
`initialization_method="known"`, `initial_level` and `initial_trend`.
"""

import numpy as np
import numpy.typing as npt
import pytest
from attrs import frozen

from indh_me.compute.projection import project_panel
from indh_me.compute.projection.methods.damping import sum_of_damping, variance_growth
from indh_me.compute.projection.methods.smoothing import smooth

Floats = npt.NDArray[np.float64]

RISING = (112.0, 118, 119, 131, 130, 138, 151, 149, 160, 158, 171, 180)
BENDING = (30.0, 34, 33, 41, 40, 52, 49, 51, 50, 53, 52, 54)
STEPS = np.arange(1.0, 5.0)


@frozen
class Smoothing:
    """What our grid chooses for a series, and what statsmodels makes of it."""

    method: str
    values: tuple[float, ...]
    start: tuple[float, float]
    shares: tuple[float, float, float]
    point: tuple[float, ...]
    growth: tuple[float, ...]


#: Points: `SimpleExpSmoothing(...).fit(smoothing_level=α, optimized=False).forecast(4)`, and
#: `Holt(..., damped_trend=φ < 1).fit(smoothing_level=α, smoothing_trend=β / α, damping_trend=φ,
#: optimized=False).forecast(4)`. Growth: the `forecast_variance` over its first, of
#: `ETSModel(..., trend="add", damped_trend=φ < 1).smooth([α, β, φ]).get_prediction(12, 15)`.
SMOOTHED = (
    Smoothing(
        "ses",
        BENDING,
        (30.0, 0.0),
        (0.85, 0.0, 1.0),
        (53.71274299479879, 53.71274299479879, 53.71274299479879, 53.71274299479879),
        (1.0, 1.7225, 2.445, 3.1674999999999995),
    ),
    Smoothing(
        "holt",
        RISING,
        (107.3, 4.9),
        (0.2, 0.1, 1.0),
        (182.28768355759922, 189.02594503464164, 195.76420651168402, 202.50246798872644),
        (1.0, 1.09, 1.25, 1.5),
    ),
    Smoothing(
        "holt",
        BENDING,
        (27.5, 2.7),
        (0.6, 0.03, 1.0),
        (57.31496994397258, 59.75190752429253, 62.18884510461248, 64.62578268493243),
        (1.0, 1.3969, 1.8325, 2.3086),
    ),
    Smoothing(
        "damped_holt",
        RISING,
        (107.3, 4.9),
        (0.3, 0.15, 0.98),
        (182.48300515600263, 188.94199388128763, 195.27180283206692, 201.47501560383063),
        (1.0, 1.1998089999998967, 1.5491609236000135, 2.0853345838254516),
    ),
    Smoothing(
        "damped_holt",
        BENDING,
        (27.5, 2.7),
        (0.4, 0.02, 0.95),
        (56.224492479705226, 57.595664497830434, 58.89827791504937, 60.13576066140737),
        (1.0, 1.1755610000000003, 1.3665737024999998, 1.57286907150625),
    ),
)


def _named(case: Smoothing) -> str:
    return f"{case.method}-{case.values[0]:g}"


@pytest.mark.parametrize("case", SMOOTHED, ids=_named)
def test_smoothing_from_a_given_start(case: Smoothing) -> None:
    """With given parameters, from a given start, smoothing comes to the points of statsmodels, and
    its variance grows as ETSModel's does.
    """
    start = tuple(np.array([[each]]) for each in case.start)
    alpha, beta, phi = case.shares
    made = smooth(np.array([case.values]), (start[0], start[1]), [alpha], [beta], [phi])
    point = made.level[0] + sum_of_damping(phi, STEPS) * made.slope[0]

    np.testing.assert_allclose(point, case.point, rtol=1e-13)
    np.testing.assert_allclose(variance_growth(*case.shares, STEPS), case.growth, rtol=1e-11)


@pytest.mark.parametrize("case", SMOOTHED, ids=_named)
def test_projection_smooths_so(case: Smoothing) -> None:
    """The projection of a method has these parameters and this start, and so these figures."""
    made = project_panel([case.values], horizon=4, method=case.method)

    np.testing.assert_allclose(made.point[0], case.point, rtol=1e-13)
    np.testing.assert_allclose((made.scale[0] / made.scale[0, 0]) ** 2, case.growth, rtol=1e-11)


@pytest.mark.parametrize(
    ("values", "point"),
    [
        (RISING, (181.4215458313309, 184.41630107608614, 187.4110563208414, 190.40581156559665)),
        (BENDING, (55.01260781513568, 56.133237185765054, 57.25386655639443, 58.3744959270238)),
    ],
)
def test_theta(values: tuple[float, ...], point: tuple[float, ...]) -> None:
    """Theta is half the line of statsmodels' OLS and half its SimpleExpSmoothing of twice the
    figures without the line, from the first, with shares of .8 and .7. With these, the same is
    `ThetaModelResults(b0, α, ...).forecast(4, theta=2)` of statsmodels, b0 the slope; and
    `thetamodel(y, 1, "STM", y_1 - L(1) / 2, α, 2, nmse=3)` of statsforecast, L(1) the line's start.
    """
    made = project_panel([values], horizon=4, method="theta")

    np.testing.assert_allclose(made.point[0], point, rtol=1e-13)


def test_simple_smoothing_of_statsforecast() -> None:
    """`SimpleExponentialSmoothing(alpha=0.85).forecast(y, 4)` of statsforecast starts and ends as
    our simple smoothing does.
    """
    made = project_panel([BENDING], horizon=4, method="ses")

    np.testing.assert_allclose(made.point[0], [53.71274299479879] * 4, rtol=1e-13)


@pytest.mark.parametrize(
    ("values", "point", "scale"),
    [
        (
            RISING,
            (186.1818181818182, 192.36363636363637, 198.54545454545456, 204.72727272727272),
            (6.3843817694834275, 9.397555511236783, 11.944084603886294, 14.27591163087535),
        ),
        (
            BENDING,
            (56.18181818181818, 58.36363636363636, 60.54545454545455, 62.72727272727273),
            (4.690063348706075, 6.903586323950138, 8.774305086561904, 10.487300466487078),
        ),
    ],
)
def test_drift(
    values: tuple[float, ...], point: tuple[float, ...], scale: tuple[float, ...]
) -> None:
    """Drift and its scale are those of `RandomWalkWithDrift().forecast(y, 4, level=[95])` of
    statsforecast: its reach by the normal quantile, and by √(11 / 10) for its one degree of
    freedom more.
    """
    made = project_panel([values], horizon=4, method="drift")

    np.testing.assert_allclose(made.point[0], point, rtol=1e-13)
    np.testing.assert_allclose(made.scale[0], scale, rtol=1e-12)


def test_straight_line() -> None:
    """Line and 95 % interval are those of `OLS(y, [1, x]).fit().get_prediction([1, x]).conf_int(
    obs=True, alpha=0.05)` of statsmodels.
    """
    made = project_panel([BENDING], horizon=4, method="ols")
    point = (59.4848484848485, 61.726107226107246, 63.96736596736599, 66.20862470862474)
    low = (49.95794706128774, 51.86677260409818, 53.74133209048903, 55.5851733051914)
    high = (69.01174990840926, 71.5854418481163, 74.19339984424295, 76.83207611205809)

    np.testing.assert_allclose(made.point[0], point, rtol=1e-13)
    np.testing.assert_allclose(made.low[0], low, rtol=1e-12)
    np.testing.assert_allclose(made.high[0], high, rtol=1e-12)

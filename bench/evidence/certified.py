"""Digits of fitted lines, against certified figures of NIST and against exact arithmetic."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from indh_me.compute.projection.methods import fit_line, ols
from indh_me.compute.projection.panel import Series

from .aim import Aim, table

__all__ = ["Certified", "certified_part", "digits", "exact_line"]

Floats = npt.NDArray[np.float64]
Figures = Mapping[str, Fraction]

#: Line from which the data of a file stand.
FIRST_LINE = 60
#: Digits that the certified figures have.
DIGITS = 15.0
FIGURES = ("intercept", "slope", "residual sd", "intercept's error", "slope's error")
SHIFTS = (2_000, 1_000_000)
#: Data whose certified model is no straight line: its columns, as powers of x or as they stand.
MODELS = {
    "Pontius": "polynomial of degree 2",
    "NoInt1": "line through the origin",
    "Longley": "6 predictors and a constant",
    "Wampler1": "polynomial of degree 5",
    "Wampler5": "polynomial of degree 5",
}
#: Of these the aim was to be as exact as least squares by QR.
NAMED = ("Wampler1", "Wampler5", "Longley")
LINES = """\
Digits are the logarithm of base 10 of a relative error, with the sign changed, and 15 at most: the
certified figures have no more. Each row is the line that `fit_line` fits. *Certified* compares it
with the figures that NIST certifies; for shifted dates with those that an exact calculation gives
from the same data with exactly shifted dates. It gives the certified figures where nothing is
shifted. *Stored* compares with an exact calculation, in fractions, of the figures as the computer
stores them: what the rounding of a shifted date has lost is no fault of the fit, and no fit can
bring it back. The last rows fit a straight line to further data of NIST, whose certified models
are others."""
OTHERS = """\
These models have more than two coefficients, or no intercept. The library fits straight lines
only, none of its methods has a use for others, and code that nothing uses would be kept for the
sake of this table alone. So the aim for them does not apply. For comparison, the fewest digits
that least squares by QR gives with LAPACK, as numpy calls it, and no code of the library:"""


@dataclass(frozen=True)
class Certified:
    """Data of NIST, and the figures that it certifies, to the digits that are printed."""

    name: str
    figures: tuple[tuple[Fraction, Fraction], ...]
    residual: Fraction
    data: tuple[tuple[Fraction, ...], ...]

    @classmethod
    def read(cls, folder: Path, name: str) -> "Certified":
        """Read a file in the official format."""
        lines = (folder / "nist" / f"{name}.dat").read_text(encoding="ascii").splitlines()
        head = "\n".join(lines[:FIRST_LINE])
        found = re.findall(r"^ +B\d +(-?[\d.E+-]+) +([\d.E+-]+) *$", head, re.MULTILINE)
        (residual,) = re.findall(r"Standard Deviation +([\d.E+-]+) *$", head, re.MULTILINE)
        rows = (line.split() for line in lines[FIRST_LINE:])
        return cls(
            name,
            tuple((Fraction(each), Fraction(error)) for each, error in found),
            Fraction(residual),
            tuple(tuple(map(Fraction, row)) for row in rows if row),
        )

    @property
    def values(self) -> tuple[Fraction, ...]:
        """The response, which stands first."""
        return tuple(row[0] for row in self.data)

    @property
    def dates(self) -> tuple[Fraction, ...]:
        """The last column: the only predictor, and the year of Longley's data."""
        return tuple(row[-1] for row in self.data)

    @property
    def design(self) -> Floats:
        """The columns of the certified model."""
        x = np.array([[float(each) for each in row[1:]] for row in self.data])
        if len(self.figures) == 1:
            return x
        if x.shape[1] == 1:
            return np.asarray(x ** np.arange(float(len(self.figures))))
        return np.hstack([np.ones((len(x), 1)), x])


def _root(square: Fraction) -> Fraction:
    with localcontext(prec=50):
        return Fraction((Decimal(square.numerator) / Decimal(square.denominator)).sqrt())


def exact_line(dates: tuple[Fraction, ...], values: tuple[Fraction, ...]) -> Figures:
    """Fit a straight line in fractions; only roots are rounded, at the 50th digit."""
    count = len(dates)
    middle, mean = sum(dates) / Fraction(count), sum(values) / Fraction(count)
    spread = sum(((x - middle) ** 2 for x in dates), Fraction(0))
    products = ((x - middle) * (y - mean) for x, y in zip(dates, values, strict=True))
    slope = sum(products, Fraction(0)) / spread
    errors = (y - mean - slope * (x - middle) for x, y in zip(dates, values, strict=True))
    variance = sum((each**2 for each in errors), Fraction(0)) / (count - 2)
    found = (
        mean - slope * middle,
        slope,
        _root(variance),
        _root(variance * (Fraction(1, count) + middle**2 / spread)),
        _root(variance / spread),
    )
    return dict(zip(FIGURES, found, strict=True))


def digits(found: float, right: Fraction) -> float:
    """Give how many digits of a figure are right, at most as many as are certified."""
    off = abs(Fraction(found) - right)
    return DIGITS if off == 0 else min(DIGITS, -math.log10(off / (abs(right) or 1)))


def _right(dates: Floats, values: Floats, figures: Figures) -> list[float]:
    """Give how many digits of each figure of a fitted line are right."""
    line = fit_line(dates, values)
    found = (
        line.intercept,
        line.slope,
        line.residual,
        line.intercept_error,
        line.slope_error,
    )
    return [digits(each.item(), figures[name]) for each, name in zip(found, FIGURES, strict=True)]


def _floats(exact: tuple[Fraction, ...]) -> Floats:
    return np.array([float(each) for each in exact])


def _stored(floats: Floats) -> tuple[Fraction, ...]:
    return tuple(Fraction(each) for each in floats.tolist())


def _projected(data: Certified) -> float:
    """Give how many digits of the projection by `ols` are right: its point, and its scale.

    It is projected to date 0, where the line is the intercept, from the first points on, so many
    that both ways in which `ols` computes are taken.
    """
    least = DIGITS
    for points in (12, len(data.data)):
        dates, values = data.dates[:points], data.values[:points]
        x, y = _floats(dates), _floats(values)
        right = exact_line(_stored(x), _stored(y))
        made = ols(Series(y[None, :], x[None, :], np.array([[0.0]])))
        scale = _root(right["residual sd"] ** 2 + right["intercept's error"] ** 2)
        least = min(
            least,
            digits(made.centre.item(), right["intercept"]),
            digits(made.scale.item(), scale),
        )
    return least


def _by_qr(data: Certified) -> tuple[float, float, float]:
    """Give the fewest digits of coefficients and of their errors, and those of the residual."""
    design, values = data.design, _floats(data.values)
    q, r = np.linalg.qr(design)
    inverse = np.linalg.inv(r)
    found = np.linalg.solve(r, q.T @ values)
    rest = values - design @ found
    residual = math.sqrt(rest @ rest / (len(values) - len(found)))
    errors = residual * np.sqrt((inverse**2).sum(axis=1))
    pairs = list(zip(found.tolist(), errors.tolist(), data.figures, strict=True))
    return (
        min(digits(each, right) for each, _, (right, _) in pairs),
        min(digits(error, right) for _, error, (_, right) in pairs),
        digits(residual, data.residual),
    )


def _shifted(shift: int) -> str:
    """Name Norris' data with shifted dates."""
    return f"Norris + {shift:,}".replace(",", " ")


def _lines(norris: Certified, others: list[Certified]) -> Iterator[tuple[str, str, list[float]]]:
    """Give the name of each row, what it is compared with, and the digits."""
    dates, values = norris.dates, norris.values
    (intercept, its_error), (slope, slope_error) = norris.figures
    certified = (intercept, slope, norris.residual, its_error, slope_error)
    exact = exact_line(dates, values)
    # The certified figures are rounded to 15 digits.
    assert all(
        abs(exact[name] / each - 1) < Fraction(1, 10**14)
        for name, each in zip(FIGURES, certified, strict=True)
    )
    y = _floats(values)
    right = dict(zip(FIGURES, certified, strict=True))
    yield "Norris", "certified", _right(_floats(dates), y, right)
    yield (
        "Norris",
        "stored",
        _right(_floats(dates), y, exact_line(_stored(_floats(dates)), _stored(y))),
    )
    for shift in SHIFTS:
        # Shifted as a user would: after the dates were stored.
        x = _floats(dates) + shift
        name = _shifted(shift)
        moved = tuple(each + shift for each in dates)
        yield name, "certified", _right(x, y, exact_line(moved, values))
        yield name, "stored", _right(x, y, exact_line(_stored(x), _stored(y)))
    for data in others:
        x, y = _floats(data.dates), _floats(data.values)
        yield (
            f"{data.name}, straight line",
            "stored",
            _right(x, y, exact_line(_stored(x), _stored(y))),
        )


def certified_part(folder: Path) -> Iterator[str | Aim]:
    """Give the lines of the page on the data of NIST, and what was hoped for."""
    norris = Certified.read(folder, "Norris")
    others = [Certified.read(folder, name) for name in MODELS]
    lines = list(_lines(norris, others))
    yield from ("## Lines of NIST", "", *LINES.splitlines(), "")
    yield from table(
        ("data", "compared with", *FIGURES),
        ((name, how, *(f"{each:.1f}" for each in found)) for name, how, found in lines),
    )
    least = _projected(norris)
    told = (
        f"The projection of Norris' data by `ols` has {least:.1f} digits at least, point and scale."
    )
    yield from ("", told, "", *OTHERS.splitlines(), "")
    by_qr = {data.name: _by_qr(data) for data in others}
    yield from table(
        ("data", "certified model", "coefficients", "their errors", "residual sd"),
        ((name, MODELS[name], *(f"{each:.1f}" for each in found)) for name, found in by_qr.items()),
    )
    found = {(name, how): min(each) for name, how, each in lines}
    where = ("Norris", *map(_shifted, SHIFTS))
    for name in where:
        how = "certified" if name != where[-1] else "stored"
        told = f"{name}: fewest digits ({how})"
        yield Aim(told, found[name, how], least=13, form=".1f")
    for name in NAMED:
        why = "does not apply: the library fits no such model"
        yield Aim(f"{name}: digits of coefficients, beside QR by LAPACK", why_not=why)

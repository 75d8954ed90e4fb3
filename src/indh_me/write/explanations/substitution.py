"""Substitutions: the figures of a rate put into its formula, so that anybody can check it."""

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from indh_me.compute import Achievement, Verdict
from indh_me.compute.verdict import verdict
from indh_me.model import Direction, Method, Quantity, Unit
from indh_me.write.digits import fewest, rounded
from indh_me.write.words import Words

from .equation import as_read, bracketed, equation, years_decimals

__all__ = ["FORMULAS", "Substitution"]

#: How each method is written; ``band`` for what lies outside of the band.
FORMULAS: Mapping[Method, str] = {
    Method.TARGET_RATIO: "{actual} / {target}",
    Method.BASELINE_ADJUSTED: "({actual} - {baseline}) / ({target} - {baseline})",
    Method.INVERSE_RATIO: "{target} / {actual}",
    Method.TWO_MINUS_RATIO: "2 - {actual} / {target}",
    Method.MILESTONE: "({actual} - {baseline}) / ({target} - {baseline})",
    Method.GROWTH_RATIO: (
        "(({actual} / {baseline})^(1/{years}) - 1) / (({target} / {baseline})^(1/{horizon}) - 1)"
    ),
    Method.BAND: "1 - ({more} - {less}) / {scale}",
}


@frozen
class Substitution:
    """A rate, and the formula that it comes from with the figures in it.

    Parameters
    ----------
    result
        An achievement that has a rate.
    words
        Of the reader's language.
    unit
        Of the figures; `None` to write them plainly.
    edges
        Fractions that rounding must not carry the rate across.

    Notes
    -----
    Figures have as many decimals as it takes that whoever puts them into the formula gets the
    rate that is shown.

    Examples
    --------
    >>> done = Achievement.of(64, 80, baseline=60, direction="increase", level=True)
    >>> Substitution(done, Words("fr")).equation
    '(64 - 60) / (80 - 60) = 20 %'
    """

    result: Achievement
    words: Words
    unit: Unit | None = None
    edges: Sequence[float] = ()
    decimals: int = field(init=False)

    @decimals.default
    def _find_decimals(self) -> int:
        return fewest(lambda most: self._rate(_recomputed(self.result, most)) == self.rate)

    @property
    def rate(self) -> str:
        """The rate in words."""
        return self._rate(self.result.rate)

    @property
    def equation(self) -> str:
        """The formula and the rate; of a figure inside its band, that it is there."""
        formula = self._formula
        if formula is None:
            return f"{self.figures}{self.words.colon} {self.rate}"
        exact = self.result.rate is not None and self.result.rate.is_exact
        return equation(self.words, formula, self.rate, exact=exact)

    @property
    def figures(self) -> str:
        """The formula without the rate."""
        formula = self._formula
        if formula is not None:
            return self.words.isolated(formula)
        actual, band = self.result.actual, self.result.band
        place = verdict(actual, None, Direction.MAINTAIN, band)
        inside = "inside_band" if place is Verdict.MET else "partly_inside_band"
        return self.words.label(
            "phrase", inside, actual=self._quantity(actual), band=self._quantity(band)
        )

    @property
    def _formula(self) -> str | None:
        """The formula; `None` where words say it better."""
        result = self.result
        if result.method is None:
            return None
        filled = {
            name: self._bracketed(getattr(result, name))
            for name in ("actual", "target", "baseline")
        }
        for name, years in (("years", result.years), ("horizon", result.target_years)):
            most = years_decimals(self.decimals)
            filled[name] = "" if years is None else self.words.number(years, most)
        if result.method is Method.BAND:
            crossed = _crossed(result.actual, result.band)
            if crossed is None:
                return None
            edge, is_below = crossed
            ends = filled["actual"], self._bracketed(Quantity.exactly(edge))
            filled["more"], filled["less"] = reversed(ends) if is_below else ends
            filled["scale"] = self._bracketed(Quantity.exactly(abs(edge)))
        return FORMULAS[result.method].format(**filled)

    def _bracketed(self, quantity: Quantity | None) -> str:
        return bracketed(self.words, quantity, self.unit, self.decimals)

    def _rate(self, rate: Quantity | None) -> str:
        return "" if rate is None else self.words.rate(rate, self.edges)

    def _quantity(self, quantity: Quantity | None) -> str:
        return "" if quantity is None else self.words.quantity(quantity, self.unit, self.decimals)


def _recomputed(result: Achievement, most: int) -> Quantity | None:
    """Compute a rate from the figures that a reader sees."""
    actual, target, baseline, band = (
        None if each is None else as_read(each, most)
        for each in (result.actual, result.target, result.baseline, result.band)
    )
    years, horizon = (
        None if each is None else rounded(each, years_decimals(most))
        for each in (result.years, result.target_years)
    )
    return Achievement.of(
        actual,
        target,
        baseline,
        direction=result.direction,
        method=result.method,
        band=band,
        years=years,
        target_years=horizon,
    ).rate


def _crossed(actual: Quantity | None, band: Quantity | None) -> tuple[float, bool] | None:
    """Give the edge beyond which a figure lies, and whether below; `None` for one that may not."""
    if actual is None or band is None:
        return None
    if actual.high is not None and band.low is not None and actual.high < band.low:
        return band.low, True
    if actual.low is not None and band.high is not None and actual.low > band.high:
        return band.high, False
    return None

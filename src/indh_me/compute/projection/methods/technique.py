"""The methods of projection by their words, what each needs, and which one is taken by default."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from indh_me.compute.projection.panel import NO_SEASON, Forecast, ProjectionReason, Series
from indh_me.errors import Fault, InvalidInputError, nearest, quoted

from .combination import combination
from .drift import drift, half_drift, last, last_alone, shrunken_drift
from .line import ols
from .link import Link
from .seasonal import seasonal_drift, seasonal_last
from .slopes import theil_sen, theil_sen_anchored
from .smoothing import damped_holt, holt, ses
from .theta import theta

__all__ = ["AUTO", "TECHNIQUES", "Choice", "Technique", "choice_of", "technique_of"]

#: The word for the policy instead of one method.
AUTO = "auto"


@frozen
class Technique:
    """A method of projection.

    Parameters
    ----------
    word
        How it is called.
    project
        What it makes of a block of series.
    fewest
        Points that it needs.
    link
        Scale on which it fits.
    is_even
        Whether it steps from date to date, which must then be evenly spaced.
    seasons
        Whole seasons that it needs; 0 where it knows none.
    """

    word: str
    project: Callable[[Series], Forecast]
    fewest: int
    link: Link = field(default=Link.IDENTITY)
    is_even: bool = field(default=False)
    seasons: int = field(default=0)

    @property
    def needs_bounds(self) -> bool:
        """Whether it lies between two bounds, which must then be given."""
        return self.link in {Link.LOGIT, Link.LOGIT_ADJUSTED}

    @property
    def is_seasonal(self) -> bool:
        """Whether it knows a season."""
        return self.seasons > 0

    def needs(self, season: int) -> int:
        """Give how many points it needs, of a season of so many steps."""
        return max(self.fewest, self.seasons * season)


#: All methods, by word.
TECHNIQUES: Mapping[str, Technique] = {
    each.word: each
    for each in (
        Technique("last", last, 1),
        Technique("drift", drift, 3),
        Technique("half_drift", half_drift, 3),
        Technique("shrunken_drift", shrunken_drift, 3),
        Technique("ols", ols, 3),
        Technique("theil_sen", theil_sen, 3),
        Technique("theil_sen_anchored", theil_sen_anchored, 3),
        Technique("ses", ses, 3, is_even=True),
        Technique("holt", holt, 4, is_even=True),
        Technique("damped_holt", damped_holt, 4, is_even=True),
        Technique("theta", theta, 4, is_even=True),
        Technique("logit_trend", ols, 3, link=Link.LOGIT),
        Technique("logit_trend_adjusted", ols, 3, link=Link.LOGIT_ADJUSTED),
        Technique("log_linear", ols, 3, link=Link.LOG),
        Technique("combination", combination, 4, is_even=True),
        Technique("seasonal_last", seasonal_last, 4, is_even=True, seasons=2),
        Technique("seasonal_drift", seasonal_drift, 4, is_even=True, seasons=2),
    )
}
#: What is projected of two points is the last of them; how far it may go, two points do not tell.
ALONE = Technique("last", last_alone, 2)
#: The policy: from how many points on which method is taken.
POLICY = (TECHNIQUES["shrunken_drift"], 4), (TECHNIQUES["half_drift"], 3), (ALONE, 2)
#: The policy where there is a season.
SEASONAL = TECHNIQUES["seasonal_drift"]


@frozen
class Choice:
    """Which method is taken of a series, by the number of its points.

    Parameters
    ----------
    technique
        The method of all series, or `None` for the policy without a season.
    season
        Steps of a season; 1 where there is none.
    """

    technique: Technique | None
    season: int = NO_SEASON

    @property
    def link(self) -> Link:
        """Scale on which all series are fitted: the policy leaves them as they stand."""
        return Link.IDENTITY if self.technique is None else self.technique.link

    @property
    def shortage(self) -> ProjectionReason:
        """Why there is no method for too few points."""
        if self.technique is not None and self.technique.is_seasonal:
            return ProjectionReason.TOO_FEW_SEASONS
        return ProjectionReason.TOO_FEW_POINTS

    def of(self, points: int) -> Technique | None:
        """Give the method for a number of points; `None` where they are too few.

        Examples
        --------
        >>> [choice_of("auto").of(points).word for points in (2, 3, 4, 40)]
        ['last', 'half_drift', 'shrunken_drift', 'shrunken_drift']
        >>> choice_of("auto").of(1) is None, choice_of("last").of(1).word
        (True, 'last')
        >>> choice_of("auto", 4).of(7) is None, choice_of("auto", 4).of(8).word
        (True, 'seasonal_drift')
        """
        if self.technique is not None:
            return self.technique if points >= self.technique.needs(self.season) else None
        return next((each for each, fewest in POLICY if points >= fewest), None)


def technique_of(word: str) -> Technique | None:
    """Read the word of a method; `None` for ``auto``, which goes by the figures.

    Parameters
    ----------
    word
        As people ask for it.

    Raises
    ------
    InvalidInputError
        For an unknown word.

    Examples
    --------
    >>> technique_of("seasonal_last").is_seasonal, technique_of("auto")
    (True, None)
    """
    if word == AUTO:
        return None
    found = TECHNIQUES.get(str(word))
    if found is None:
        mend = nearest(str(word), (AUTO, *TECHNIQUES))
        raise InvalidInputError(Fault(f"unknown method {quoted(word)}", "method", mend))
    return found


def choice_of(word: str, season: int = NO_SEASON) -> Choice:
    """Read the word of a method, or ``auto``.

    Parameters
    ----------
    word
        As `project_panel` is given it.
    season
        Steps of a season; 1 where there is none.

    Raises
    ------
    InvalidInputError
        For an unknown word, and for one that needs a season where there is none.

    Examples
    --------
    >>> choice_of("ols").technique.fewest
    3
    """
    found = technique_of(word)
    if found is None:
        return Choice(None if season == NO_SEASON else SEASONAL, season)
    if found.is_seasonal and season == NO_SEASON:
        mend = "give the steps of a year, such as 4 for quarters"
        raise InvalidInputError(Fault(f"'{found.word}' needs a season", "season", mend))
    return Choice(found, season)

"""The methods of projection by their words, what each needs, and which one is taken by default."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, nearest, quoted

from .combination import combination
from .drift import drift, half_drift, last, last_alone, shrunken_drift
from .line import ols
from .link import Link
from .series import Forecast, Series
from .slopes import theil_sen, theil_sen_anchored
from .smoothing import damped_holt, holt, ses
from .theta import theta

__all__ = ["AUTO", "TECHNIQUES", "Choice", "Technique", "choice_of"]

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
    """

    word: str
    project: Callable[[Series], Forecast]
    fewest: int
    link: Link = field(default=Link.IDENTITY)
    is_even: bool = field(default=False)


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
    )
}
#: What is projected of two points is the last of them; how far it may go, two points do not tell.
ALONE = Technique("last", last_alone, 2)
#: The policy: from how many points on which method is taken.
POLICY = (TECHNIQUES["shrunken_drift"], 4), (TECHNIQUES["half_drift"], 3), (ALONE, 2)


@frozen
class Choice:
    """Which method is taken of a series, by the number of its points.

    Parameters
    ----------
    technique
        The method of all series, or `None` for the policy.
    """

    technique: Technique | None

    @property
    def link(self) -> Link:
        """Scale on which all series are fitted: the policy leaves them as they stand."""
        return Link.IDENTITY if self.technique is None else self.technique.link

    def of(self, points: int) -> Technique | None:
        """Give the method for a number of points; `None` where they are too few.

        Examples
        --------
        >>> [choice_of("auto").of(points).word for points in (2, 3, 4, 40)]
        ['last', 'half_drift', 'shrunken_drift', 'shrunken_drift']
        >>> choice_of("auto").of(1) is None, choice_of("last").of(1).word
        (True, 'last')
        """
        if self.technique is not None:
            return self.technique if points >= self.technique.fewest else None
        return next((each for each, fewest in POLICY if points >= fewest), None)


def choice_of(word: str) -> Choice:
    """Read the word of a method, or ``auto``.

    Raises
    ------
    InvalidInputError
        For an unknown word.

    Examples
    --------
    >>> choice_of("ols").technique.fewest
    3
    """
    if word == AUTO:
        return Choice(None)
    found = TECHNIQUES.get(str(word))
    if found is None:
        mend = nearest(str(word), (AUTO, *TECHNIQUES))
        raise InvalidInputError(Fault(f"unknown method {quoted(word)}", "method", mend))
    return Choice(found)

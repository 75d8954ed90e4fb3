"""Expected dates: when a target will be met, or why nobody can say; and if there is a trend."""

from collections.abc import Iterator

from indh_me.compute import Projection
from indh_me.compute.projection import ArrivalReason, Monotone
from indh_me.write.words import Words

__all__ = ["expected_date_lines", "trend_lines"]

#: Said already, where nothing is projected.
SAID = (ArrivalReason.NO_TARGET, ArrivalReason.NO_PROJECTION)
P_DECIMALS = 3


def expected_date_lines(result: Projection, words: Words) -> Iterator[str]:
    """Give the day on which the target is expected to be met, or why it is not identified.

    Parameters
    ----------
    result
        A projection.
    words
        Of the reader's language.
    """
    made = result.expected_date
    if made is None or made.reason in SAID:
        return
    level = words.percent(made.level)
    day, earliest, latest = (
        "" if each is None else words.day(each) for each in (made.day, made.earliest, made.latest)
    )
    if made.reason is ArrivalReason.ALREADY_MET:
        yield words.label("phrase", "already_met", date=day)
    elif made.reason is not None:
        reason = words.label("arrival_reason", made.reason)
        yield words.label("phrase", "no_expected_date", reason=reason)
        if made.earliest is not None:
            yield words.label("phrase", "not_before", level=level, date=earliest)
    else:
        yield words.label(
            "phrase",
            "expected_date",
            date=day,
            level=level,
            interval=words.label("phrase", "day_between", first=earliest, last=latest),
        )


def trend_lines(result: Projection, words: Words) -> Iterator[str]:
    """Tell whether the figures rise or fall at all; nothing where that cannot be asked of them.

    Parameters
    ----------
    result
        A projection, or the refusal of one.
    words
        Of the reader's language.
    """
    made = result.trend_test
    if made is None:
        return
    trend = words.label("trend", made.trend)
    if made.trend is Monotone.TOO_FEW_POINTS or made.p is None:
        if result.reason is None:
            yield words.label("phrase", "trend_untested", trend=trend)
    else:
        p = words.number(made.p, P_DECIMALS)
        yield words.label("phrase", "trend_test", trend=trend, p=p)

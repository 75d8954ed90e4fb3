"""Observations that fit a framework, or stand alone."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import Framework, Observation, Observations

from .dimensions import categories
from .figures import DONE_OR_NOT, quantities, values
from .periods import maybe_day, periods
from .sources import citations, maybe_cited
from .words import LANGUAGES, codes, maybe, maybe_text

__all__ = ["observation_rows", "observations"]


@st.composite
def observation_rows(draw: DrawFn, framework: Framework | None = None) -> Observation:
    """Give single observations.

    Parameters
    ----------
    framework
        One with indicators: they are of its indicators, in its languages, of its groups, and
        cite its sources. By default they stand alone.

    Examples
    --------
    >>> from indh_me.testing import observation_rows, simplest
    >>> row = simplest(observation_rows())
    >>> row.indicator, str(row.period), str(row.value)
    ('T-R1', '2000', '0')
    """
    if framework is None:
        languages: Sequence[str] = LANGUAGES
        name, figures, group = draw(codes()), quantities(), draw(categories())
        cited = maybe(citations(languages))
    else:
        indicator = draw(st.sampled_from(framework.indicators))
        own = [framework.dimension(code) for code in indicator.dimensions]
        languages = framework.languages
        name, group = indicator.code, draw(categories(own))
        figures = DONE_OR_NOT if indicator.unit.is_milestone else quantities()
        cited = maybe_cited(languages, [each.code for each in framework.sources])
    return Observation(
        indicator=name,
        period=draw(periods()),
        value=draw(values(figures)),
        categories=group,
        scope=draw(maybe_text(languages)),
        source=draw(cited),
        collected=draw(maybe_day()),
        note=draw(maybe_text(languages)),
    )


def observations(
    framework: Framework | None = None, *, min_size: int = 0, max_size: int = 6
) -> SearchStrategy[Observations]:
    """Give tables of observations; none fit a framework without indicators.

    Parameters
    ----------
    framework
        The framework that they fit; by default they stand alone.
    min_size, max_size
        How many rows they have.

    Examples
    --------
    >>> from indh_me.testing import observations, simplest
    >>> table = simplest(observations(min_size=2))
    >>> [str(row.value) for row in table]
    ['0', '0']
    """
    if framework is not None and not framework.indicators:
        return st.just(Observations())
    rows = st.lists(observation_rows(framework), min_size=min_size, max_size=max_size)
    return rows.map(Observations.from_iterable)

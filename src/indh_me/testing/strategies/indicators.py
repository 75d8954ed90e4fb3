"""Indicators of every kind."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from indh_me.model import (
    Accumulation,
    Dimension,
    Direction,
    Frequency,
    Indicator,
    Method,
    Trajectory,
    Unit,
)

from .figures import DONE_OR_NOT, quantities, units
from .sources import maybe_cited
from .targets import baselines, targets
from .words import LANGUAGES, chosen, codes, maybe, one_of_codes, texts, words

__all__ = ["indicators"]

#: Fields that are texts, any of which may be left out.
TEXTS = chosen(
    (
        "name",
        "definition",
        "unit_label",
        "rationale",
        "calculation",
        "means_of_verification",
        "collection_method",
        "responsible",
        "use",
        "limitations",
        "owner",
        "note",
    )
)
DIRECTIONS = st.sampled_from(Direction)
ACCUMULATIONS = st.sampled_from(Accumulation)
FREQUENCIES = st.sampled_from([None, *Frequency])
METHODS = st.sampled_from([None, *Method])
TRAJECTORIES = st.sampled_from(Trajectory)
BANDS = maybe(quantities())
EXTERNAL = st.dictionaries(codes(), words(), max_size=2)


@st.composite
def indicators(
    draw: DrawFn,
    languages: Sequence[str] = LANGUAGES,
    *,
    code: str | None = None,
    unit: Unit | str | None = None,
    direction: Direction | str | None = None,
    accumulation: Accumulation | str | None = None,
    results: Sequence[str] = (),
    dimensions: Sequence[Dimension] = (),
    sources: Sequence[str] = (),
) -> Indicator:
    """Give indicators of every unit, direction and accumulation, with up to three targets.

    They are well formed. They need not make sense: a percentage may be summed, a target may
    contradict the direction. What a linter or a calculation does then is worth a test.

    Parameters
    ----------
    languages
        Tags of the languages that texts are in.
    code, unit, direction, accumulation
        What they all have; by default any. Words and written units are read.
    results
        Codes of the results that they may measure.
    dimensions
        Those that they may be disaggregated by.
    sources
        Codes of the sources that may be cited.

    Examples
    --------
    >>> from indh_me.testing import indicators, simplest
    >>> trained = simplest(
    ...     indicators(code="trained", unit="count", accumulation="sum"),
    ...     lambda indicator: len(indicator.targets) > 0,
    ... )
    >>> trained.accumulation.value, [str(target.value) for target in trained.targets]
    ('sum', ['0'])
    """
    unit = draw(units()) if unit is None else Unit.parse(unit) if isinstance(unit, str) else unit
    figures = DONE_OR_NOT if unit.is_milestone else quantities()
    own = draw(_some(dimensions)) if dimensions else []
    aims = st.lists(
        targets(languages, figures=figures, dimensions=own, sources=sources),
        max_size=3,
        unique_by=lambda target: (target.period, target.categories),
    )
    return Indicator(
        code=draw(codes()) if code is None else code,
        unit=unit,
        direction=draw(DIRECTIONS) if direction is None else direction,
        accumulation=draw(ACCUMULATIONS) if accumulation is None else accumulation,
        **{name: draw(texts(languages)) for name in draw(TEXTS)},
        result=draw(one_of_codes(tuple(results))) if results else None,
        dimensions=[each.code for each in own],
        frequency=draw(FREQUENCIES),
        method=draw(METHODS),
        trajectory=draw(TRAJECTORIES),
        band=draw(BANDS),
        baseline=draw(maybe(baselines(languages, figures=figures, sources=sources))),
        targets=draw(aims),
        external_codes=draw(EXTERNAL),
        source=draw(maybe_cited(languages, sources)),
    )


def _some(dimensions: Sequence[Dimension]) -> st.SearchStrategy[list[Dimension]]:
    return st.lists(st.sampled_from(dimensions), max_size=2, unique_by=lambda each: each.code)

"""Whole frameworks, and the observations that fit them."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.catalog import labels as known_labels
from indh_me.errors import key_path
from indh_me.model import Framework, Label, Observation, Observations, Suppression, Thresholds

from .figures import DONE_OR_NOT, quantities, values
from .parts import (
    categories,
    citations,
    dimensions,
    indicators,
    maybe_cited,
    result_chains,
    sources,
)
from .periods import maybe_day, periods
from .words import LANGUAGES, codes, languages, maybe, maybe_text, texts, words

__all__ = ["frameworks", "labels", "observation_rows", "observations", "suppressions", "thresholds"]

#: Keys of the catalogue, without the names of sheets: not every sign can stand in one.
KEYS = [(section, key) for section, keys in known_labels().items() for key in keys]
KEYS = [each for each in KEYS if each[0] != "sheet"]


@st.composite
def thresholds(draw: DrawFn, tags: Sequence[str] = LANGUAGES) -> Thresholds:
    """Give thresholds in their right order."""
    at_risk = draw(st.floats(0, 0.9))
    on_track = draw(st.floats(at_risk, 1, exclude_min=True))
    return Thresholds(at_risk=at_risk, on_track=on_track, basis=draw(maybe_text(tags)))


@st.composite
def suppressions(draw: DrawFn, tags: Sequence[str] = LANGUAGES) -> Suppression:
    """Give suppressions of any rule, known or not, at any place or everywhere."""
    keys = st.lists(codes() | words(), min_size=1, max_size=3).map(lambda made: key_path(*made))
    places = st.tuples(keys, st.sampled_from(["", "[0]", "[1].source"])).map("".join)
    return Suppression(
        rule=draw(st.from_regex(r"ME[0-9]{3}", fullmatch=True)),
        place=draw(maybe(places)),
        reason=draw(texts(tags)),
    )


@st.composite
def labels(draw: DrawFn, tags: Sequence[str] = LANGUAGES) -> Label:
    """Give labels of the English words with an odd sign before them, so that no two are alike."""
    section, key = draw(st.sampled_from(KEYS))
    sign = draw(st.sampled_from(["¿", "=", '"', "{{", "\\"]))
    return Label(
        language=draw(st.sampled_from(tags)),
        section=section,
        key=key,
        words=sign + known_labels()[section][key]["en"],
    )


def _place(label: Label) -> str:
    return label.path


@st.composite
def frameworks(draw: DrawFn) -> Framework:
    """Give frameworks in which every reference points to a part, in one to three languages."""
    tags = draw(languages())
    names = st.lists(codes(), max_size=3, unique=True)
    known = draw(names)
    dims = tuple(draw(dimensions(tags, code)) for code in draw(names))
    chain = draw(result_chains(tags, known))
    under = [each.code for each in chain]
    return Framework(
        code=draw(codes()),
        languages=tags,
        title=draw(maybe_text(tags)),
        description=draw(maybe_text(tags)),
        thresholds=draw(st.just(Thresholds()) | thresholds(tags)),
        sources=[draw(sources(tags, code)) for code in known],
        dimensions=dims,
        results=chain,
        indicators=[
            draw(indicators(tags, code=code, under=under, among=dims, cited=known))
            for code in draw(names)
        ],
        suppressions=draw(st.lists(suppressions(tags), max_size=2, unique_by=str)),
        labels=draw(st.lists(labels(tags), max_size=2, unique_by=_place)),
    )


@st.composite
def observation_rows(draw: DrawFn, framework: Framework | None = None) -> Observation:
    """Give observations that fit a framework, or that stand alone."""
    if framework is None:
        tags: Sequence[str] = LANGUAGES
        known = None
        name, figures, group = draw(codes()), quantities(), draw(categories())
    else:
        indicator = draw(st.sampled_from(framework.indicators))
        own = [framework.dimension(code) for code in indicator.dimensions]
        tags, known = framework.languages, [each.code for each in framework.sources]
        name, group = indicator.code, draw(categories(own))
        figures = DONE_OR_NOT if indicator.unit.is_milestone else quantities()
    return Observation(
        indicator=name,
        period=draw(periods()),
        value=draw(values(figures)),
        categories=group,
        scope=draw(maybe_text(tags)),
        source=draw(maybe(citations(tags)) if known is None else maybe_cited(tags, known)),
        collected=draw(maybe_day()),
        note=draw(maybe_text(tags)),
    )


def observations(
    framework: Framework | None = None, max_size: int = 6
) -> SearchStrategy[Observations]:
    """Give tables of observations that fit a framework; none fit one without indicators."""
    if framework is not None and not framework.indicators:
        return st.just(Observations())
    rows = st.lists(observation_rows(framework), max_size=max_size)
    return rows.map(Observations.from_iterable)

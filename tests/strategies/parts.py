"""The parts of a framework: sources, dimensions, results, targets and indicators."""

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import (
    TOTAL,
    Accumulation,
    Baseline,
    Categories,
    Category,
    Citation,
    Dimension,
    Direction,
    Frequency,
    Indicator,
    Level,
    Method,
    Quantity,
    Result,
    Revision,
    Source,
    Target,
    Trajectory,
)

from .figures import DONE_OR_NOT, quantities, units, values
from .periods import days, maybe_day, maybe_period, periods
from .words import LANGUAGES, codes, maybe, maybe_text, maybe_words, texts, words

__all__ = [
    "baselines",
    "categories",
    "citations",
    "dimensions",
    "indicators",
    "maybe_cited",
    "result_chains",
    "results",
    "revisions",
    "sources",
    "targets",
]


@st.composite
def sources(draw: DrawFn, tags: Sequence[str] = LANGUAGES, code: str | None = None) -> Source:
    """Give sources, with any of their fields left out."""
    return Source(
        code=draw(codes()) if code is None else code,
        label=draw(maybe_text(tags)),
        date=draw(maybe_day()),
        address=draw(maybe_words()),
        page=draw(maybe_words()),
        quote=draw(maybe_text(tags)),
    )


def citations(
    tags: Sequence[str] = LANGUAGES, known: Sequence[str] | None = None
) -> SearchStrategy[Citation]:
    """Give citations, of known sources where codes are given."""
    return _citations(tuple(tags), None if known is None else tuple(known))


@cache
def _citations(tags: tuple[str, ...], known: tuple[str, ...] | None) -> SearchStrategy[Citation]:
    code = codes() if known is None else st.sampled_from(known)
    return st.builds(Citation, code, maybe_words(), maybe_text(tags))


def maybe_cited(tags: Sequence[str], known: Sequence[str]) -> SearchStrategy[Citation | None]:
    """Give a citation of a known source, or nothing."""
    return maybe(citations(tags, known)) if known else st.none()


@st.composite
def dimensions(draw: DrawFn, tags: Sequence[str] = LANGUAGES, code: str | None = None) -> Dimension:
    """Give dimensions whose categories may nest, without circles."""
    names = draw(st.lists(codes(), max_size=4, unique=True))
    made = [
        Category(
            name,
            draw(texts(tags)),
            draw(maybe(st.sampled_from(names[:position])) if position else st.none()),
        )
        for position, name in enumerate(names)
    ]
    return Dimension(
        code=draw(codes()) if code is None else code,
        name=draw(maybe_text(tags)),
        categories=draw(st.permutations(made)),
        overlapping=draw(st.booleans()),
    )


@st.composite
def categories(draw: DrawFn, among: Sequence[Dimension] | None = None) -> Categories:
    """Give addresses of disaggregated figures, of known dimensions where they are given."""
    if among is None:
        return Categories(draw(st.dictionaries(codes(), codes(), max_size=3)))
    return Categories(
        {
            dimension.code: draw(st.sampled_from(dimension.codes))
            for dimension in among
            if len(dimension.codes) > 0 and draw(st.booleans())
        }
    )


@st.composite
def results(
    draw: DrawFn,
    tags: Sequence[str] = LANGUAGES,
    code: str | None = None,
    parents: Sequence[str] = (),
    cited: Sequence[str] = (),
) -> Result:
    """Give results, under one of the parents or none."""
    return Result(
        code=draw(codes()) if code is None else code,
        level=draw(st.sampled_from(Level)),
        statement=draw(maybe_text(tags)),
        parent=draw(maybe(st.sampled_from(tuple(parents))) if parents else st.none()),
        audiences=draw(maybe_text(tags)),
        period=draw(maybe_period()),
        assumptions=draw(maybe_text(tags)),
        risks=draw(maybe_text(tags)),
        weight=draw(maybe(st.floats(0, 100))),
        source=draw(maybe_cited(tags, cited)),
    )


@st.composite
def result_chains(
    draw: DrawFn, tags: Sequence[str] = LANGUAGES, cited: Sequence[str] = ()
) -> tuple[Result, ...]:
    """Give results that hang together, without circles, in any order."""
    names = draw(st.lists(codes(), max_size=4, unique=True))
    made = [
        draw(results(tags, name, names[:position], cited)) for position, name in enumerate(names)
    ]
    return tuple(draw(st.permutations(made)))


@st.composite
def revisions(
    draw: DrawFn,
    tags: Sequence[str] = LANGUAGES,
    figures: SearchStrategy[Quantity] | None = None,
) -> tuple[Revision, ...]:
    """Give the history of a target: revisions in the order of their days."""
    decided = sorted(draw(st.lists(days(), max_size=3, unique=True)))
    figures = quantities() if figures is None else figures
    return tuple(
        Revision(value=draw(figures), date=day, rationale=draw(maybe_text(tags))) for day in decided
    )


@st.composite
def targets(
    draw: DrawFn,
    tags: Sequence[str] = LANGUAGES,
    *,
    figures: SearchStrategy[Quantity] | None = None,
    among: Sequence[Dimension] = (),
    cited: Sequence[str] = (),
) -> Target:
    """Give targets, revised or not, of the total or of a group."""
    figures = quantities() if figures is None else figures
    return Target(
        period=draw(periods()),
        value=draw(figures),
        code=draw(maybe(codes())),
        cumulative=draw(st.booleans()),
        categories=draw(categories(among)) if draw(st.booleans()) else TOTAL,
        revisions=draw(revisions(tags, figures)),
        source=draw(maybe_cited(tags, cited)),
    )


@st.composite
def baselines(
    draw: DrawFn,
    tags: Sequence[str] = LANGUAGES,
    *,
    figures: SearchStrategy[Quantity] | None = None,
    cited: Sequence[str] = (),
) -> Baseline:
    """Give baselines, absent ones among them."""
    return Baseline(
        draw(values(figures)),
        draw(maybe_period()),
        draw(maybe_cited(tags, cited)),
        draw(maybe_text(tags)),
    )


@st.composite
def indicators(
    draw: DrawFn,
    tags: Sequence[str] = LANGUAGES,
    *,
    code: str | None = None,
    under: Sequence[str] = (),
    among: Sequence[Dimension] = (),
    cited: Sequence[str] = (),
) -> Indicator:
    """Give indicators of every unit, disaggregated by some of the dimensions."""
    unit = draw(units())
    figures = DONE_OR_NOT if unit.is_milestone else quantities()
    own = draw(st.lists(st.sampled_from(among), max_size=2, unique_by=_code)) if among else []
    aims = draw(
        st.lists(
            targets(tags, figures=figures, among=own, cited=cited),
            max_size=3,
            unique_by=lambda target: (target.period, target.categories),
        )
    )
    return Indicator(
        code=draw(codes()) if code is None else code,
        unit=unit,
        direction=draw(st.sampled_from(Direction)),
        accumulation=draw(st.sampled_from(Accumulation)),
        name=draw(maybe_text(tags)),
        definition=draw(maybe_text(tags)),
        result=draw(maybe(st.sampled_from(tuple(under))) if under else st.none()),
        unit_label=draw(maybe_text(tags)),
        dimensions=[each.code for each in own],
        frequency=draw(maybe(st.sampled_from(Frequency))),
        rationale=draw(maybe_text(tags)),
        calculation=draw(maybe_text(tags)),
        means_of_verification=draw(maybe_text(tags)),
        collection_method=draw(maybe_text(tags)),
        responsible=draw(maybe_text(tags)),
        use=draw(maybe_text(tags)),
        limitations=draw(maybe_text(tags)),
        owner=draw(maybe_text(tags)),
        method=draw(maybe(st.sampled_from(Method))),
        trajectory=draw(st.sampled_from(Trajectory)),
        band=draw(maybe(quantities())),
        baseline=draw(maybe(baselines(tags, figures=figures, cited=cited))),
        targets=aims,
        external_codes=draw(st.dictionaries(codes(), words(), max_size=2)),
        note=draw(maybe_text(tags)),
        source=draw(maybe_cited(tags, cited)),
    )


def _code(part: Dimension) -> str:
    return part.code

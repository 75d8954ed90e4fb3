"""Hypothesis strategies for every class of the model, all values well formed and consistent.

A strategy without arguments gives values that stand alone. Those that refer to other parts (a
citation to a source, a target to categories) are given what they may refer to, so that
`frameworks` holds together and `observations` fits the framework that it is given.
"""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import (
    TOTAL,
    Absence,
    Accumulation,
    Baseline,
    Categories,
    Category,
    Citation,
    Dimension,
    Direction,
    Framework,
    Frequency,
    Indicator,
    Level,
    Method,
    Observation,
    Observations,
    Period,
    Quantity,
    Result,
    Revision,
    Source,
    Target,
    Text,
    Thresholds,
    Trajectory,
    Unit,
)
from indh_me.model.quantity import Value

__all__ = [
    "LANGUAGES",
    "absences",
    "baselines",
    "categories",
    "citations",
    "codes",
    "days",
    "dimensions",
    "exact_quantities",
    "frameworks",
    "indicators",
    "languages",
    "numbers",
    "observation_rows",
    "observations",
    "period_names",
    "periods",
    "quantities",
    "result_chains",
    "results",
    "revisions",
    "small_numbers",
    "sources",
    "targets",
    "texts",
    "thresholds",
    "units",
    "values",
    "whole_periods",
    "words",
]

#: Languages that a generated framework may be kept in.
LANGUAGES = ("ar", "fr", "en")

FIRST_DAY = date(1, 1, 1)
LAST_DAY = date(9999, 12, 31)
T = TypeVar("T")
LARGEST = 1e15  # Far from overflow in any sum or product of a few of them.


# Text and codes


def codes() -> SearchStrategy[str]:
    """Give codes: mostly short ASCII ones, sometimes all that a code may hold."""
    plain = st.from_regex(r"[A-Z]{1,2}-[A-Z]?[0-9]{1,2}", fullmatch=True)
    strange = st.from_regex(r"[A-Za-z0-9éتم][A-Za-z0-9_.éتم-]{0,10}", fullmatch=True)
    return plain | strange


def words() -> SearchStrategy[str]:
    """Give words that a reader can see: several scripts, quotes, line ends, formula signs."""
    typical = st.sampled_from(
        [
            "تكوين الفاعلين المحليين",
            "formation des acteurs d'éducation",
            "people trained",
            'the "briefing", page 2',
            "=SUM(A1:A2)",
            "'=1+1",
            "-5 %",
            "@role",
            "ligne 1\nligne 2",
            "back\\slash; semi,colon\ttab",
            "[brackets] # not a comment",
        ]
    )
    any_words = st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20
    )
    return typical | any_words.filter(lambda text: text.strip() != "")


def languages() -> SearchStrategy[tuple[str, ...]]:
    """Give the languages of a framework: one to three, in any order."""
    return st.permutations(LANGUAGES).flatmap(
        lambda order: st.integers(1, len(order)).map(lambda count: tuple(order[:count]))
    )


def texts(tags: Sequence[str] = LANGUAGES) -> SearchStrategy[Text]:
    """Give texts in one or more of some languages."""
    return st.dictionaries(st.sampled_from(tuple(tags)), words(), min_size=1).map(Text)


def _maybe(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    return st.none() | strategy


# Time


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> SearchStrategy[date]:
    """Give days, mostly of the years in which programmes are monitored."""
    near = st.dates(max(first, date(1990, 1, 1)), min(last, date(2050, 12, 31)))
    return near | st.dates(first, last)


@st.composite
def period_names(draw: DrawFn) -> str:
    """Give periods as one may write them, all forms and ranges of any two of them."""
    first = draw(_single_names())
    if draw(st.booleans()):
        return first
    second = draw(_single_names())
    start, end = sorted([first, second], key=lambda name: Period.parse(name).start)
    if Period.parse(end).end < Period.parse(start).start:
        start, end = end, start
    return f"{start}/{end}" if _runs_forwards(start, end) else first


def _runs_forwards(start: str, end: str) -> bool:
    return Period.parse(start).start <= Period.parse(end).end


@st.composite
def _single_names(draw: DrawFn) -> str:
    day = draw(days())
    year = f"{day.year:04d}"
    return draw(
        st.sampled_from(
            [
                year,
                f"{year}-S{(day.month - 1) // 6 + 1}",
                f"{year}-T{(day.month - 1) // 4 + 1}",
                f"{year}-Q{(day.month - 1) // 3 + 1}",
                f"{year}-{day.month:02d}",
                day.isoformat(),
            ]
        )
    )


def periods() -> SearchStrategy[Period]:
    """Give periods of every form, and any range of days."""
    ranges = st.tuples(days(), days()).map(lambda pair: Period(min(pair), max(pair)))
    return period_names().map(Period.parse) | ranges


@st.composite
def whole_periods(draw: DrawFn, first_year: int = 1990, last_year: int = 2050) -> Period:
    """Give periods made of whole months: named ones, fiscal years, ranges of months."""
    start = draw(st.integers(first_year * 12, last_year * 12 + 11))
    length = draw(st.sampled_from([1, 3, 4, 6, 12, 24, 36]) | st.integers(1, 60))
    end = start + length - 1
    first = f"{start // 12:04d}-{start % 12 + 1:02d}"
    return Period.parse(f"{first}/{end // 12:04d}-{end % 12 + 1:02d}")


# Figures


def numbers() -> SearchStrategy[float]:
    """Give finite numbers: whole ones, decimals, and the largest and smallest there are."""
    whole = st.integers(-(10**6), 10**6).map(float)
    return whole | small_numbers() | st.floats(allow_nan=False, allow_infinity=False)


def small_numbers() -> SearchStrategy[float]:
    """Give numbers that a few sums and products leave finite, zero often among them."""
    return st.sampled_from([0.0, 1.0, -1.0]) | st.floats(-LARGEST, LARGEST)


def exact_quantities(figures: SearchStrategy[float] | None = None) -> SearchStrategy[Quantity]:
    """Give figures that are known exactly."""
    return (numbers() if figures is None else figures).map(Quantity.exactly)


@st.composite
def quantities(
    draw: DrawFn, figures: SearchStrategy[float] | None = None, *, sampled: bool = True
) -> Quantity:
    """Give quantities of every form; ``sampled``: some with numerator, denominator or n."""
    figures = numbers() if figures is None else figures
    if draw(st.booleans()):
        number = draw(figures)
        best, low, high = number, number, number
        bounds: tuple[float | None, float | None, float | None] = (best, low, high)
    else:
        low, best, high = sorted(draw(st.tuples(figures, figures, figures)))
        known = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
        bounds = (
            best if known[0] else None,
            low if known[1] else None,
            high if known[2] else None,
        )
    if not sampled:
        return Quantity(*bounds)
    count = st.integers(0, 10**6).map(float)
    share = draw(_maybe(st.tuples(count, st.integers(1, 10**6).map(float))))
    numerator, denominator = (None, None) if share is None else share
    return Quantity(*bounds, numerator=numerator, denominator=denominator, n=draw(_maybe(count)))


def absences() -> SearchStrategy[Absence]:
    """Give the absences that can be reported: all but *not due*."""
    return st.sampled_from([Absence.NOT_REPORTED, Absence.NOT_APPLICABLE])


def values(figures: SearchStrategy[Quantity] | None = None) -> SearchStrategy[Value]:
    """Give what may stand where a figure is reported."""
    return (quantities() if figures is None else figures) | absences()


def units() -> SearchStrategy[Unit]:
    """Give units of every kind."""
    positive = st.sampled_from([1.0, 1000.0, 100_000.0]) | st.floats(1e-9, 1e9)
    ends = st.tuples(small_numbers(), small_numbers()).filter(lambda pair: pair[0] != pair[1])
    return st.one_of(
        st.just(Unit.count()),
        st.just(Unit.percent()),
        st.just(Unit.milestone()),
        positive.map(Unit.ratio),
        ends.map(lambda pair: Unit.score(min(pair), max(pair))),
        st.from_regex(r"[A-Z]{3}", fullmatch=True).map(Unit.money),
    )


# Sources and dimensions


@st.composite
def sources(draw: DrawFn, tags: Sequence[str] = LANGUAGES, code: str | None = None) -> Source:
    """Give sources, with any of their fields left out."""
    return Source(
        code=draw(codes()) if code is None else code,
        label=draw(_maybe(texts(tags))),
        date=draw(_maybe(days())),
        address=draw(_maybe(words())),
        page=draw(_maybe(words())),
        quote=draw(_maybe(texts(tags))),
    )


@st.composite
def citations(
    draw: DrawFn, tags: Sequence[str] = LANGUAGES, known: Sequence[str] | None = None
) -> Citation:
    """Give citations, of known sources where codes are given."""
    code = codes() if known is None else st.sampled_from(tuple(known))
    return Citation(draw(code), draw(_maybe(words())), draw(_maybe(texts(tags))))


def _maybe_cited(tags: Sequence[str], known: Sequence[str]) -> SearchStrategy[Citation | None]:
    return _maybe(citations(tags, known)) if known else st.none()


@st.composite
def dimensions(draw: DrawFn, tags: Sequence[str] = LANGUAGES, code: str | None = None) -> Dimension:
    """Give dimensions whose categories may nest, without circles."""
    names = draw(st.lists(codes(), max_size=4, unique=True))
    made = [
        Category(
            name,
            draw(texts(tags)),
            draw(_maybe(st.sampled_from(names[:position])) if position else st.none()),
        )
        for position, name in enumerate(names)
    ]
    return Dimension(
        code=draw(codes()) if code is None else code,
        name=draw(_maybe(texts(tags))),
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
            if dimension.codes and draw(st.booleans())
        }
    )


# Results, targets and indicators


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
        statement=draw(_maybe(texts(tags))),
        parent=draw(_maybe(st.sampled_from(tuple(parents))) if parents else st.none()),
        audiences=draw(_maybe(texts(tags))),
        period=draw(_maybe(periods())),
        assumptions=draw(_maybe(texts(tags))),
        risks=draw(_maybe(texts(tags))),
        weight=draw(_maybe(st.floats(0, 100))),
        source=draw(_maybe_cited(tags, cited)),
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
        Revision(value=draw(figures), date=day, rationale=draw(_maybe(texts(tags))))
        for day in decided
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
        code=draw(_maybe(codes())),
        cumulative=draw(st.booleans()),
        categories=draw(categories(among)) if draw(st.booleans()) else TOTAL,
        revisions=draw(revisions(tags, figures)),
        source=draw(_maybe_cited(tags, cited)),
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
        draw(_maybe(periods())),
        draw(_maybe_cited(tags, cited)),
        draw(_maybe(texts(tags))),
    )


DONE_OR_NOT = st.sampled_from([0, 1]).map(Quantity.exactly)


@st.composite
def indicators(  # noqa: PLR0913 - all that an indicator may refer to
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
        name=draw(_maybe(texts(tags))),
        definition=draw(_maybe(texts(tags))),
        result=draw(_maybe(st.sampled_from(tuple(under))) if under else st.none()),
        unit_label=draw(_maybe(texts(tags))),
        dimensions=[each.code for each in own],
        frequency=draw(_maybe(st.sampled_from(Frequency))),
        means_of_verification=draw(_maybe(texts(tags))),
        responsible=draw(_maybe(texts(tags))),
        owner=draw(_maybe(texts(tags))),
        method=draw(_maybe(st.sampled_from(Method))),
        trajectory=draw(st.sampled_from(Trajectory)),
        band=draw(_maybe(quantities())),
        baseline=draw(_maybe(baselines(tags, figures=figures, cited=cited))),
        targets=aims,
        external_codes=draw(st.dictionaries(codes(), words(), max_size=2)),
        note=draw(_maybe(texts(tags))),
        source=draw(_maybe_cited(tags, cited)),
    )


def _code(part: Dimension) -> str:
    return part.code


# The whole


@st.composite
def thresholds(draw: DrawFn, tags: Sequence[str] = LANGUAGES) -> Thresholds:
    """Give thresholds in their right order."""
    at_risk = draw(st.floats(0, 0.9))
    on_track = draw(st.floats(at_risk, 1, exclude_min=True))
    return Thresholds(at_risk=at_risk, on_track=on_track, basis=draw(_maybe(texts(tags))))


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
        title=draw(_maybe(texts(tags))),
        description=draw(_maybe(texts(tags))),
        thresholds=draw(st.just(Thresholds()) | thresholds(tags)),
        sources=[draw(sources(tags, code)) for code in known],
        dimensions=dims,
        results=chain,
        indicators=[
            draw(indicators(tags, code=code, under=under, among=dims, cited=known))
            for code in draw(names)
        ],
    )


@st.composite
def observation_rows(draw: DrawFn, framework: Framework | None = None) -> Observation:
    """Give observations that fit a framework, or that stand alone."""
    if framework is None:
        tags, known, name, figures = LANGUAGES, None, draw(codes()), quantities()
        group = draw(categories())
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
        scope=draw(_maybe(texts(tags))),
        source=draw(_maybe(citations(tags)) if known is None else _maybe_cited(tags, known)),
        collected=draw(_maybe(days())),
        note=draw(_maybe(texts(tags))),
    )


def observations(
    framework: Framework | None = None, max_size: int = 6
) -> SearchStrategy[Observations]:
    """Give tables of observations that fit a framework; none fit one without indicators."""
    if framework is not None and not framework.indicators:
        return st.just(Observations())
    rows = st.lists(observation_rows(framework), max_size=max_size)
    return rows.map(Observations.from_iterable)

"""Frameworks with figures, invented by chance from a seed: the same seed gives the same case.

Numbers are multiples of 1/8, so that their sums are exact in any order. Everything else is as odd
as the model allows: bounds on either side, figures collected too late, periods that overlap,
targets that are intervals, zero or equal to the baseline, codes that look like numbers, texts
that look like formulas.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random

from attrs import frozen

from indh_me.model import (
    TOTAL,
    Absence,
    Accumulation,
    Baseline,
    Categories,
    Category,
    Dimension,
    Direction,
    Framework,
    Frequency,
    Indicator,
    Label,
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
from indh_me.model.period import Step
from indh_me.model.quantity import Value

__all__ = ["Case", "another_value", "invented"]

CODES = (
    *("T-R1", "C-P1", "12", "1-2", "1e5", "A.b", "3.14", "2008-Q1", "TRUE", "R1C1", "A1", "1.A"),
    *("x_y", "é-1", "تم-1", "الف", "0", "00", "1E", "NA", "nr", "na.1", "e", "10-3", "ﬁn", "ß9"),
)
TEXTS = (
    *("people trained", "personnes formées", "المستفيدون من التكوين", "=1+1", "<r>x</r>", "@SUM"),
    *("-5 %", "two\nlines", 'the "briefing"', "http://example.org", "{=A1}", "a" * 300, "x\x07y"),
)
LANGUAGES = ("ar", "fr", "en", "es", "ur")
SHOWN_IN = (*LANGUAGES, "fr-MA", "ar-MA", "zgh")
#: Labels of its own of every framework, some of which look like parts of formulas.
OWN = {
    ("status", "achieved"): 'Hecho "ya"',
    ("status", "on_track"): "=1+1",
    ("status", "at_risk"): "en <riesgo>",
    ("known_as", "at_least"): "por lo menos",
    ("known_as", "about"): "+/-",
    ("absence", "not_reported"): '"',
    ("unit", "done"): "hecho",
    ("heading", "total"): "'todos'",
    ("heading", "value"): "Valor & cifra",
    ("sheet", "data_entry"): "Datos (año)",
}
UNITS = (
    *("count", "percent", "ratio per 1000", "ratio per 123456789", "score 1..5", "currency MAD"),
)
PARTS: tuple[Step, ...] = ("semester", "four_months", "quarter", "month")
MONTHS: Mapping[Step, int] = {"semester": 6, "quarter": 3, "month": 1}
MOST_INDICATORS = 6
#: Methods that an indicator of a direction is mostly computed by; `None` for the default one.
SUITING: Mapping[Direction, Sequence[Method | None]] = {
    Direction.INCREASE: (
        *(None, None, Method.TARGET_RATIO, Method.BASELINE_ADJUSTED),
        *(Method.MILESTONE, Method.GROWTH_RATIO),
    ),
    Direction.DECREASE: (
        *(None, Method.BASELINE_ADJUSTED, Method.INVERSE_RATIO, Method.TWO_MINUS_RATIO),
        *(Method.MILESTONE, Method.GROWTH_RATIO),
    ),
    Direction.MAINTAIN: (None, Method.BAND),
}


@frozen
class Case:
    """A framework with its figures, the day and the language of its workbook."""

    framework: Framework
    observations: Observations
    as_of: date
    language: str


def invented(seed: int) -> Case:
    """Invent a case."""
    return _Inventor(Random(seed)).case()  # noqa: S311 - chance that can be repeated


def another_value(indicator: Indicator, random: Random) -> Value | None:
    """Invent a figure for a row of an indicator; `None` for one that stays blank."""
    inventor = _Inventor(random)
    return None if inventor.maybe(0.2) else inventor.value(indicator)


class _Inventor:
    """Chance, and the year around which everything happens."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.year = random.choice([1951, 1999, 2008, 2008, 2024, 9990])
        self.scale = 1.0  # Of the indicator at hand.

    def maybe(self, share: float = 0.5) -> bool:
        return self.random.random() < share

    def case(self) -> Case:
        random = self.random
        languages = random.sample(LANGUAGES, random.randint(1, 3))
        dimensions = [self.dimension(f"d{at}", languages) for at in range(random.randint(0, 2))]
        results = self.results(languages)
        count = random.choice([0, *range(1, MOST_INDICATORS + 1), *range(2, MOST_INDICATORS + 1)])
        scales = [random.choice([0.125, 1.0, 1000.0]) for _ in range(count)]
        indicators = [
            self.indicator(code, scale, languages, results, dimensions)
            for code, scale in zip(random.sample(CODES, count), scales, strict=True)
        ]
        framework = Framework(
            code=random.choice(CODES),
            languages=languages,
            title=self.text(languages),
            description=self.text(languages),
            sources=[Source(code="briefing", label=self.text(languages), date=self.day())],
            dimensions=dimensions,
            results=results,
            indicators=indicators,
            thresholds=random.choice([Thresholds(), Thresholds(on_track=0.75, at_risk=0.125)]),
            labels=[
                Label(language="es", section=section, key=key, words=words)
                for (section, key), words in OWN.items()
            ],
        )
        as_of = date(self.year, 1, 1) + timedelta(
            days=random.choice([*(random.randint(0, 1000) for _ in range(3)), 1500])
        )
        rows = [
            observation
            for indicator, scale in zip(indicators, scales, strict=True)
            for observation in self.observations(indicator, dimensions, as_of, scale)
        ]
        language = random.choice([*languages, *SHOWN_IN])
        return Case(framework, Observations.from_iterable(rows), as_of, language)

    def text(self, languages: Sequence[str]) -> Text | None:
        if self.maybe(0.3):
            return None
        return Text.plain(self.random.choice(TEXTS), self.random.choice(languages))

    def day(self) -> date:
        first = date(self.year, 1, 1)
        return first + timedelta(days=self.random.randint(-400, 1400))

    def dimension(self, code: str, languages: Sequence[str]) -> Dimension:
        names = ("east", "west") if self.maybe() else ("1", "2", "3")
        text = Text.plain("=category", languages[0])
        return Dimension(code=code, categories=[Category(each, text) for each in names])

    def results(self, languages: Sequence[str]) -> list[Result]:
        made: list[Result] = []
        for at in range(self.random.randint(0, 4)):
            parent = self.random.choice([None, *(each.code for each in made)])
            statement, level = self.text(languages), self.random.choice(list(Level))
            made.append(Result(code=f"r{at}", level=level, statement=statement, parent=parent))
        return made

    def indicator(
        self,
        code: str,
        scale: float,
        languages: Sequence[str],
        results: Sequence[Result],
        dimensions: Sequence[Dimension],
    ) -> Indicator:
        random, self.scale = self.random, scale
        result = random.choice([None, *(each.code for each in results)])
        if self.maybe(0.2):
            milestone = Indicator.milestone(code, name=self.text(languages))
            ends = {self.period() for _ in range(random.randint(0, 2))}
            return milestone.with_targets(*(Target(period=each, value=1) for each in ends))
        direction = random.choice([*Direction, Direction.INCREASE, Direction.DECREASE])
        baseline = self.baseline()
        unit = Unit.parse(random.choice(UNITS))
        return Indicator(
            code=code,
            unit=unit,
            direction=direction,
            accumulation=random.choice(list(Accumulation)),
            name=self.text(languages),
            definition=self.text(languages),
            unit_label=self.text(languages),
            result=result,
            dimensions=[each.code for each in dimensions if self.maybe()],
            frequency=random.choice([None, *Frequency]),
            method=random.choice(list(Method) if self.maybe(0.2) else SUITING[direction]),
            trajectory=random.choice([Trajectory.LINEAR, *Trajectory]),
            band=self.quantity() if self.maybe(0.6) else None,
            baseline=baseline,
            targets=self.targets(baseline, direction),
        )

    def baseline(self) -> Baseline | None:
        if self.maybe(0.2):
            return None
        value: Value = Absence.NOT_REPORTED if self.maybe(0.05) else self.plan()
        return Baseline(value, self.random.choice([None, *(self.measured() for _ in range(5))]))

    def measured(self) -> Period:
        """Give the period of a baseline: mostly before everything else."""
        before = Period.year(self.year - 1)
        month = self.random.choice(before.split("month"))
        return self.random.choice([*[before] * 4, month, Period.day(self.day()), self.period()])

    def targets(self, baseline: Baseline | None, direction: Direction) -> Iterator[Target]:
        periods = {self.period() for _ in range(self.random.choice([0, 1, 1, 2, 2, 3]))}
        start = None if baseline is None else baseline.quantity
        for period in sorted(periods):
            value = self.plan()
            if start is not None and self.maybe(0.1):
                value = start
            elif start is not None and self.maybe():
                # On the right side of the baseline, as most are.
                value = start + value if direction is Direction.INCREASE else start - value
            revisions = [Revision(value=self.plan(), date=self.day())] if self.maybe(0.2) else []
            cumulative = self.maybe(0.3)
            yield Target(period=period, value=value, cumulative=cumulative, revisions=revisions)

    def plan(self) -> Quantity:
        """Give a figure of the plan: mostly a plain number."""
        return Quantity.exactly(self.number()) if self.maybe(0.7) else self.quantity()

    def number(self) -> float:
        number = self.random.randint(0, 24) * self.scale
        return -number if self.maybe(0.05) else number

    def quantity(self) -> Quantity:
        low, best, high = sorted(self.number() for _ in range(3))
        return self.random.choice(
            [
                *(Quantity.exactly(each) for each in (low, low, best, best, high, high)),
                Quantity.at_least(low),
                Quantity.at_most(high),
                Quantity.between(low, high),
                Quantity.between(low, high, best=best),
                Quantity(best, low, None),
                Quantity(best, None, None),
                Quantity(None, best, best),
                Quantity(),
            ]
        )

    def share(self, factor: float) -> Quantity:
        """Give a figure with or without the counts that it was made from."""
        figure = self.quantity()
        if self.maybe(0.2):
            return figure
        denominator = float(self.random.choice([1, 2, 4, 8, 25, 400]))
        numerator = float(self.random.randint(0, int(denominator)))
        if figure.is_exact and self.maybe(0.7):
            return Quantity.fraction(numerator, denominator, per=factor)
        return Quantity(
            figure.best, figure.low, figure.high, numerator=numerator, denominator=denominator
        )

    def period(self) -> Period:
        year = self.year + self.random.randint(0, 2)
        kind = self.random.choice(["year", "year", "year", "part", "part", "years", "days"])
        if kind == "part":
            return self.random.choice(Period.year(year).split(self.random.choice(PARTS)))
        if kind == "years":
            return Period(date(year, 1, 1), date(year + 1, 12, 31))
        if kind == "days":
            start = self.day()
            return Period(start, start + timedelta(days=self.random.randint(0, 500)))
        return Period.year(year)

    def observations(
        self, indicator: Indicator, dimensions: Sequence[Dimension], as_of: date, scale: float
    ) -> Iterator[Observation]:
        self.scale = scale
        periods = {self.period() for _ in range(self.random.choice([0, 1, 1, 2, 3]))}
        for target in indicator.total_targets:
            step = self.random.choice([None, *MONTHS])
            months = target.period.months
            if step is None or months is None or months % MONTHS[step] != 0 or months > 24:
                parts: Sequence[Period] = [target.period]
            else:
                parts = target.period.split(step)
            periods.update(part for part in parts if self.maybe(0.7))
        if self.maybe(0.6):
            periods = _apart(periods)
        for period in sorted(periods):
            yield self.observation(indicator, period, TOTAL, as_of)
            for dimension in dimensions:
                if dimension.code in indicator.dimensions and self.maybe(0.2):
                    group = Categories({dimension.code: self.random.choice(dimension.codes)})
                    yield self.observation(indicator, period, group, as_of)

    def value(self, indicator: Indicator) -> Value:
        if self.maybe(0.15):
            return self.random.choice([Absence.NOT_REPORTED, Absence.NOT_APPLICABLE])
        if indicator.unit.is_milestone:
            return Quantity.exactly(self.random.randint(0, 1))
        if indicator.accumulation is Accumulation.RATIO:
            return self.share(indicator.unit.factor)
        return self.quantity()

    def observation(
        self, indicator: Indicator, period: Period, group: Categories, as_of: date
    ) -> Observation:
        late = as_of + timedelta(days=self.random.randint(1, 9))
        early = as_of - timedelta(days=self.random.randint(0, 9))
        return Observation(
            indicator=indicator.code,
            period=period,
            value=self.value(indicator),
            categories=group,
            collected=self.random.choice([None, None, None, early, late]),
        )


def _apart(periods: set[Period]) -> set[Period]:
    """Leave out periods that overlap."""
    kept: list[Period] = []
    for period in sorted(periods, key=lambda each: (each.end, each.start)):
        if not any(period.overlaps(other) for other in kept):
            kept.append(period)
    return set(kept)

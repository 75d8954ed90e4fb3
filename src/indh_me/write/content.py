"""What a workbook is made of: an assessment, the figures behind it, and the words for both."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from attrs import evolve, frozen

from indh_me.compute import Assessment, Finding, Projections, Severity, check
from indh_me.compute.figure import Figure, figures_in_windows
from indh_me.compute.group_standings import group_figures
from indh_me.compute.reporting import ReportingSet, reporting_set
from indh_me.compute.standing import IndicatorAssessment, Subject, stand
from indh_me.compute.standings import subjects_of
from indh_me.compute.window import Window
from indh_me.errors import Fault, InvalidInputError, key_path
from indh_me.model import (
    TOTAL,
    Accumulation,
    Categories,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Result,
    Target,
)

from .case import Case, cases_of
from .chain import indicators_by_result
from .changes import Change, changes_of
from .column_width import code_width, number_width
from .content_faults import MADE_FROM, content_faults
from .entries import Address, Entry, entries_of
from .style import Horizontal, Style
from .whole_target import whole_target
from .words import Words

__all__ = ["LAST", "Content"]

#: Accumulations of which the last figure counts.
LAST = (Accumulation.LATEST, Accumulation.RUNNING_TOTAL)


@frozen(slots=False)
class Content:
    """What a workbook is made of.

    Parameters
    ----------
    assessment
        Where every indicator stands.
    observations
        The figures behind it.
    words
        Labels, texts and numbers in the language of the workbook.
    projections
        Where the indicators are heading; `None` leaves that out.
    reference_sheets
        Whether all that is said of each indicator gets a sheet.

    Raises
    ------
    InvalidInputError
        When a figure is given twice (a cell can hold only one), a milestone is neither done nor
        not done, two codes differ only in capitals, which spreadsheets do not tell apart, or the
        observations are not those that the assessment was made from: all together.
    """

    assessment: Assessment
    observations: Observations
    words: Words
    projections: Projections | None = None
    reference_sheets: bool = True

    def __attrs_post_init__(self) -> None:
        """Refuse what no correct workbook can be made of."""
        faults = list(content_faults(self.framework.indicators, self._observed))
        if self.projections is not None and self.projections.framework != self.framework:
            mend = "give the projections of the framework that was assessed"
            faults.append(Fault("the projections are those of another framework", mend=mend))
        if not faults:
            faults += self._others()
        if faults:
            raise InvalidInputError(*faults)

    @property
    def framework(self) -> Framework:
        """The framework that is assessed."""
        return self.assessment.framework

    @property
    def title(self) -> str:
        """What the framework is called; its code when it has no title."""
        title = self.framework.title
        return self.framework.code if title is None else self.words.text(title)

    def heading_height(self, points: float) -> float:
        """Give the height of a row of headings that is so high in one language."""
        return points if self.words.second is None else 2 * points

    @property
    def as_of_line(self) -> str:
        """The words that say on which day all this holds."""
        words = self.words
        return words.label("phrase", "as_of", date=words.day(self.assessment.as_of))

    @cached_property
    def numeric(self) -> tuple[Indicator, ...]:
        """Indicators with figures, in the framework's order."""
        return tuple(each for each in self.framework.indicators if not each.unit.is_milestone)

    @cached_property
    def milestones(self) -> tuple[Indicator, ...]:
        """Indicators that are done or not done."""
        return tuple(each for each in self.framework.indicators if each.unit.is_milestone)

    @cached_property
    def groups(self) -> tuple[tuple[Result | None, tuple[Indicator, ...]], ...]:
        """Results with their indicators, some without any; at the end those of no result."""
        return indicators_by_result(self.framework)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Rows of the data-entry sheet: by indicator, totals first, then by period."""
        seen: defaultdict[str, dict[Address, Observation]] = defaultdict(dict)
        for each in self._observed:
            seen[each.indicator][each.period, each.categories] = each
        framework, as_of = self.framework, self.assessment.as_of
        return tuple(
            entry
            for indicator in framework.indicators
            for entry in entries_of(indicator, seen[indicator.code], framework.dimensions, as_of)
        )

    @cached_property
    def total_entries(self) -> Mapping[str, Sequence[Entry]]:
        """Entries of each indicator's total, by its code."""
        totals: dict[str, list[Entry]] = {each.code: [] for each in self.framework.indicators}
        for entry in self.entries:
            if entry.categories.is_total:
                totals[entry.indicator.code].append(entry)
        return totals

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Revisions of targets that were decided by the as-of date."""
        return tuple(changes_of(self.framework.indicators, self.assessment.as_of))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the linter finds in the framework and the figures, the worst first."""
        as_of, order = self.assessment.as_of, list(Severity)
        found = check(self.framework, self.observations, as_of=as_of, suppressed=True)
        return tuple(sorted(found, key=lambda each: order.index(each.severity)))

    @cached_property
    def group_entries(self) -> Mapping[str, Mapping[Categories, Mapping[Period, Entry]]]:
        """Entries of each indicator's groups, by its code, the group and the period."""
        groups: dict[str, dict[Categories, dict[Period, Entry]]] = {}
        for entry in self.entries:
            if not entry.categories.is_total:
                own = groups.setdefault(entry.indicator.code, {})
                own.setdefault(entry.categories, {})[entry.period] = entry
        return groups

    def entries_of(self, indicator: Indicator, categories: Categories) -> Sequence[Entry]:
        """Give the entries of an indicator's total, or of one of its groups.

        Parameters
        ----------
        indicator, categories
            The indicator, and the group.
        """
        if categories.is_total:
            return self.total_entries[indicator.code]
        return tuple(self.group_entries[indicator.code][categories].values())

    def group_to_date(self, indicator: Indicator, categories: Categories) -> Figure:
        """Give what a group comes to on the as-of date.

        Parameters
        ----------
        indicator, categories
            The indicator, and the group.
        """
        return self._of_group(categories)[indicator.code]

    def _of_group(self, categories: Categories) -> Mapping[str, Figure]:
        if categories not in self._in_groups:
            having = [
                each for each in self.numeric if categories in self.group_entries.get(each.code, ())
            ]
            as_of = self.assessment.as_of
            made = group_figures(having, self.observations, categories, as_of)
            self._in_groups[categories] = {
                each.code: figure for each, figure in zip(having, made, strict=True)
            }
        return self._in_groups[categories]

    @cached_property
    def _in_groups(self) -> dict[Categories, Mapping[str, Figure]]:
        return {}

    def counts(self, entry: Entry) -> bool:
        """Tell whether what was reported counts on the as-of date."""
        return entry.counts(self.assessment.as_of)

    @cached_property
    def periods(self) -> Mapping[str, tuple[Period, ...]]:
        """Periods of each numeric indicator that the tracking sheet shows, by its code.

        Those of its targets, and those of its figures that lie in no target's period.
        """
        periods = {}
        for indicator in self.numeric:
            targets = {target.period for target in indicator.total_targets}
            loose = [
                entry.period
                for entry in self.total_entries[indicator.code]
                if entry.period not in targets
                and not any(entry.period in target for target in targets)
            ]
            periods[indicator.code] = tuple(sorted(targets.union(loose)))
        return periods

    @cached_property
    def code_width(self) -> float:
        """Width of a column of codes, in digits."""
        return code_width(each.code for each in self.framework.indicators)

    @cached_property
    def number_width(self) -> float:
        """Width of a column of figures, in digits."""
        figures = [each.quantity for each in self._observed]
        figures += [target.value for each in self.numeric for target in each.targets]
        figures += [each[0].quantity for each in self.to_date.values()]
        return number_width(figures, (each.unit.currency for each in self.numeric))

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """What is known of each indicator before it is given a status, by its code."""
        indicators, as_of = self.framework.indicators, self.assessment.as_of
        found = subjects_of(indicators, self._reporting, as_of, findings={})
        return {each.indicator.code: each for each in found}

    @cached_property
    def cases(self) -> Mapping[str, tuple[Case, ...]]:
        """What each numeric indicator may be held against, by its code."""
        rows = {
            code: [entry.period for entry in entries]
            for code, entries in self.total_entries.items()
        }
        return cases_of(self.subjects.values(), rows, self.assessment.as_of)

    def shown_window(self, indicator: Indicator, target: Target) -> Window | None:
        """Give the window whose figures are accumulated to what is shown beside a target.

        Parameters
        ----------
        indicator, target
            The indicator, and one of its targets for the total.

        Returns
        -------
        Window | None
            `None` where one row of the data-entry sheet says it all.
        """
        window = Window.of(indicator, target)
        inside = [
            entry.period for entry in self.total_entries[indicator.code] if entry.period in window
        ]
        return None if inside == [target.period] else window

    @cached_property
    def to_date(self) -> Mapping[str, Sequence[Figure]]:
        """What each indicator comes to on the as-of date, total first, by its code."""
        return {code: subject.to_date for code, subject in self.subjects.items()}

    @cached_property
    def in_windows(self) -> Mapping[tuple[str, Window], Figure]:
        """What counts towards the targets that may be assessed or are shown, by code and window."""
        return self._figures_in(self._windows)

    def figure_in(self, indicator: Indicator, window: Window) -> Figure:
        """Give what counts in a window: of a case, beside a target, or of any target at all.

        Parameters
        ----------
        indicator, window
            The indicator, and the window.
        """
        known = self.in_windows.get((indicator.code, window))
        return self._in_all_windows[indicator.code, window] if known is None else known

    @cached_property
    def _in_all_windows(self) -> Mapping[tuple[str, Window], Figure]:
        """What counts towards every target, and towards all of them together."""
        return self._figures_in(self._all_windows)

    def _all_windows(self, indicator: Indicator) -> Iterator[Window]:
        whole = whole_target(indicator, self.assessment.as_of)
        also = () if whole is None else (whole.target,)
        for target in (*indicator.total_targets, *also):
            yield Window.of(indicator, target)

    def _figures_in(
        self, windows_of: Callable[[Indicator], Iterator[Window]]
    ) -> Mapping[tuple[str, Window], Figure]:
        indicators = self.framework.indicators
        wanted = [list(dict.fromkeys(windows_of(each))) for each in indicators]
        found: dict[tuple[str, Window], Figure] = {}
        # One window of every indicator at a time.
        for turn in range(max(map(len, wanted), default=0)):
            windows = [each[turn] if turn < len(each) else None for each in wanted]
            figures = figures_in_windows(self._reporting, indicators, windows)
            for indicator, window, figure in zip(indicators, windows, figures, strict=True):
                if window is not None:
                    found[indicator.code, window] = figure
        return found

    def _windows(self, indicator: Indicator) -> Iterator[Window]:
        if indicator.unit.is_milestone:
            return
        yield from (case.counted.window for case in self.cases.get(indicator.code, ()))
        for target in indicator.total_targets:
            window = self.shown_window(indicator, target)
            if window is not None:
                yield window

    @cached_property
    def _observed(self) -> tuple[Observation, ...]:
        return tuple(self.observations)

    @cached_property
    def _reporting(self) -> ReportingSet:
        return reporting_set(self.observations, self.assessment.as_of)

    def may_collide(self, indicator: Indicator, categories: Categories = TOTAL) -> bool:
        """Tell whether some of an indicator's rows must not be filled in together.

        Parameters
        ----------
        indicator, categories
            Whose periods share days, where each day may count once; or end on one day, where the
            last figure counts. The rows of a group are told apart from those of the total.
        """
        if indicator.accumulation is Accumulation.PEAK:
            return False
        periods = sorted(entry.period for entry in self.entries_of(indicator, categories))
        if indicator.accumulation in LAST:
            return len({period.end for period in periods}) < len(periods)
        # Sorted by first day, so if any two share a day, some two neighbours do.
        return any(first.overlaps(second) for first, second in pairwise(periods))

    def style(self, style: Style) -> Style:
        """Turn a style of words to the reading direction of the workbook."""
        if not self.words.right_to_left:
            return style
        if style not in self._styles:
            arabic = self.words.language.partition("-")[0] == "ar"
            self._styles[style] = style.with_reading_order(right_to_left=True, arabic=arabic)
        return self._styles[style]

    def code_style(self, style: Style) -> Style:
        """Turn a style of codes, names of periods and addresses: they read from left to right."""
        wrapped = evolve(style, wrap=True)
        if not self.words.right_to_left:
            return wrapped
        side: Horizontal = "centre" if style.horizontal == "centre" else "right"
        return evolve(wrapped, horizontal=side, right_to_left=False)

    @cached_property
    def _styles(self) -> dict[Style, Style]:
        return {}

    def unit_label(self, indicator: Indicator) -> str:
        """Name the unit of an indicator: what is counted when that is said, else its kind."""
        if indicator.unit_label is not None:
            return self.words.both(indicator.unit_label)
        return self.words.label("unit", indicator.unit.kind)

    def _others(self) -> Iterator[Fault]:
        """Find indicators whose figures are not those that were assessed."""
        as_of, thresholds = self.assessment.as_of, self.framework.thresholds
        for row in self.assessment:
            code = row.indicator.code
            again = stand(self.subjects[code], thresholds, as_of)
            if _figures(again) != _figures(row):
                yield Fault(
                    f"the figures of {code} are not those that were assessed",
                    key_path("observations", code),
                    MADE_FROM,
                )


def _figures(row: IndicatorAssessment) -> tuple[object, ...]:
    """Give the figures that an assessment rests on."""
    return row.to_date, row.disaggregation, row.period, row.achievement.actual, row.expectation.day

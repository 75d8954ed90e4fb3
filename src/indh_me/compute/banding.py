"""Banding: the word that a preset gives to a figure."""

from collections.abc import Callable
from enum import Enum
from fractions import Fraction

from attrs import evolve, frozen

from indh_me.errors import Fault, InvalidInputError
from indh_me.model import Direction, Quantity
from indh_me.model._fields import finite, word_of
from indh_me.model.quantity import to_quantity

from .presets import Band, Measure, Preset, preset

__all__ = ["Banding", "NoBand", "band", "placed"]


class NoBand(Enum):
    """Why a preset gives no class; the words for it are in the catalogue.

    Examples
    --------
    >>> from indh_me.compute.banding import band
    >>> band("undp_irrf", None).reason
    <NoBand.NO_FIGURE: 'no_figure'>
    """

    #: There is nothing to compare: no rate, no target, or a milestone.
    NO_FIGURE = "no_figure"
    #: Growth starts from the baseline, which is not known exactly, or not with its date.
    NO_BASELINE = "no_baseline"
    #: The bounds of the figure lie on both sides of an edge.
    BOUNDS_STRADDLE = "bounds_straddle"
    #: The base value is zero: nothing grows from zero at a rate.
    ZERO_BASE = "zero_base"
    #: The target is zero, which no rate of growth reaches.
    ZERO_TARGET = "zero_target"
    #: Of the values some are above zero and some below.
    SIGN_CHANGE = "sign_change"
    #: The target equals the base value.
    NO_GROWTH_REQUIRED = "no_growth_required"
    #: Less than a year lies between the base value and the latest one or the target.
    UNDER_ONE_YEAR = "under_one_year"


@frozen(kw_only=True)
class Banding:
    """The class that a preset gives, and what it came from.

    Parameters
    ----------
    preset
        The rule.
    band
        The class; `None` when there is none.
    figure
        What was held against the edges; `None` when there is none.
    goal
        The rate that was due, for `Measure.RATE_MINUS_GOAL`.
    scale
        What each edge of the preset was multiplied by.
    mirrored
        Whether high was bad, so that the classes stood the other way round.
    reason
        Why there is no class, or `None`.

    Examples
    --------
    >>> from indh_me.compute.banding import band
    >>> found = band("undp_irrf", 0.7)
    >>> found.code, found.preset.code, found.reason
    ('yellow', 'undp_irrf', None)
    """

    preset: Preset
    band: Band | None
    figure: Quantity | None
    goal: float | None = None
    scale: float = 1.0
    mirrored: bool = False
    reason: NoBand | None

    @property
    def bands(self) -> tuple[Band, ...]:
        """The classes as they were used, each with the edge that it had.

        Examples
        --------
        >>> [(each.code, each.edge) for each in band("pepfar", 0.41, goal=0.5).bands]
        [('above_target', 0.6), ('on_target', 0.4), ('at_risk', 0.25), ('concerned', None)]
        """
        named = self.preset.bands[::-1] if self.mirrored else self.preset.bands
        edges = _edges(self.preset, self.goal, self.scale)
        return tuple(
            evolve(each, edge=edge, holds_edge=rule.holds_edge)
            for each, edge, rule in zip(named, edges, self.preset.bands, strict=True)
        )

    @property
    def code(self) -> str | None:
        """The word of the class, or `None`.

        Examples
        --------
        >>> band("undp_irrf", None).code is None
        True
        """
        return None if self.band is None else self.band.code


def band(
    rule: Preset | str,
    rate: Quantity | float | None,
    *,
    goal: float | None = None,
    direction: Direction | str = Direction.INCREASE,
) -> Banding:
    """Give the class of a figure under a preset.

    Parameters
    ----------
    rule
        The preset or its code.
    rate
        What the preset measures, a fraction; `None` when there is none.
    goal
        The rate that is due by now, a fraction, for ``pepfar`` only: the share of the year that
        is over (1 for a level), or `Expectation.fraction`.
    direction
        Which way is better. Only ``within_15`` needs it: actual over target reads the other way
        round for a decrease. Rates of achievement and growth have it in them.

    Returns
    -------
    Banding

    Raises
    ------
    InvalidInputError
        For a figure that is no number, a goal that the preset needs and does not get, or the
        other way round, and unknown words.

    Notes
    -----
    The figure is held against the edges as it is, never rounded. Of a figure known only within
    bounds, the best estimate decides; without one, both bounds must fall into one class. Goal and
    distance are added as the decimal numbers that they are written as: 0.7 + 0.1 is 0.8.

    Examples
    --------
    >>> band("undp_irrf", 0.7999).code, band("undp_irrf", 0.8).code
    ('yellow', 'green')
    >>> band("pepfar", 0.41, goal=0.5).band.name.get("fr")
    'Conforme à la cible'
    >>> band("undp_irrf", Quantity.between(0.75, 0.85)).reason.value
    'bounds_straddle'
    """
    chosen = preset(rule) if isinstance(rule, str) else rule
    way = word_of(Direction, direction, "direction")
    needs_goal = chosen.measure is Measure.RATE_MINUS_GOAL
    if needs_goal and goal is None:
        mend = "give the share of the time that is over: goal=0.5"
        raise InvalidInputError(Fault(f"preset '{chosen.code}' needs a goal", "goal", mend))
    if goal is not None:
        if not needs_goal:
            mend = "leave it out"
            raise InvalidInputError(Fault(f"preset '{chosen.code}' has no goal", "goal", mend))
        goal = finite(goal)
    figure = None if rate is None else to_quantity(rate)
    mirrored = chosen.measure is Measure.ACTUAL_TO_TARGET and way is Direction.DECREASE
    return placed(chosen, figure, goal=goal, mirrored=mirrored)


def placed(
    chosen: Preset,
    figure: Quantity | None,
    *,
    goal: float | None = None,
    scale: float = 1.0,
    mirrored: bool = False,
) -> Banding:
    """Hold a figure against the edges of a preset.

    Parameters
    ----------
    chosen
        The preset.
    figure
        What it measures.
    goal
        What is added to each edge.
    scale
        What each edge is multiplied by.
    mirrored
        Whether high is bad: then the classes stand the other way round.

    Examples
    --------
    >>> placed(preset("within_15"), Quantity.exactly(2), mirrored=True).code
    'under'
    """
    edges = _edges(chosen, goal, scale)
    last = len(edges) - 1

    def place(value: float) -> int:
        for position, edge in enumerate(edges):
            holds_edge = chosen.bands[position].holds_edge
            if edge is not None and (value > edge or (holds_edge and value == edge)):
                return position
        return last

    found = None if figure is None else _agreed(figure, place, last)
    reason = NoBand.NO_FIGURE if figure is None else NoBand.BOUNDS_STRADDLE
    bands = chosen.bands[::-1] if mirrored else chosen.bands
    return Banding(
        preset=chosen,
        band=None if found is None else bands[found],
        figure=figure,
        goal=goal,
        scale=scale,
        mirrored=mirrored,
        reason=reason if found is None else None,
    )


def _edges(chosen: Preset, goal: float | None, scale: float) -> list[float | None]:
    """Give the lower edge of each class, goal and scale included."""
    return [None if each.edge is None else _plus(each.edge, goal) * scale for each in chosen.bands]


def _plus(edge: float, goal: float | None) -> float:
    return edge if goal is None else float(Fraction(repr(goal)) + Fraction(repr(edge)))


def _agreed(figure: Quantity, place: Callable[[float], int], last: int) -> int | None:
    """Place the best estimate; without one, both bounds if they agree."""
    if figure.best is not None:
        return place(figure.best)
    # Without a bound, a figure may be as high or as low as there is.
    top = 0 if figure.high is None else place(figure.high)
    bottom = last if figure.low is None else place(figure.low)
    return top if top == bottom else None

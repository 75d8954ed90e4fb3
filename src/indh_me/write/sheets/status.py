"""The status of a target as formulas: live where figures are filled in."""

from indh_me.compute import IndicatorAssessment, Reason, Status
from indh_me.model import Absence, Direction, Indicator, Quantity
from indh_me.write.grid import Formula
from indh_me.write.words import Words

from .figures import FigureRow
from .spelling import literal, quoted

__all__ = ["milestone_status_formula", "reason_formula", "status_formula"]


def status_formula(
    words: Words,
    assessed: IndicatorAssessment,
    target: Quantity,
    made: FigureRow,
    undefined: Reason | None,
) -> Formula:
    """Write the status of a target.

    Parameters
    ----------
    words
        In which language.
    assessed
        The indicator.
    target
        What it should reach.
    made
        Where its actual and its rate stand.
    undefined
        Why target and baseline give no rate, whatever the actual is; `None` where they do.
    """
    word = {each: quoted(words.label("status", each)) for each in Status}
    at = made.reference
    nothing = quoted(words.label("absence", Absence.NOT_APPLICABLE))
    absent = f"IF({at('shown')}={nothing},{word[Status.UNDEFINED]},{word[Status.NO_DATA]})"
    by_rate = word[Status.UNDEFINED] if undefined is not None else _by_rate(made, word)
    text = (
        f"=IF({at('last')}>as_of,{word[Status.NOT_DUE]},IF({at('count')}=0,{absent},"
        f"IF({_met(assessed.indicator, target, made)},{word[Status.ACHIEVED]},{by_rate})))"
    )
    return Formula(text, words.label("status", assessed.status))


def _by_rate(made: FigureRow, word: dict[Status, str]) -> str:
    """Hold the rate against the thresholds; without a best estimate, both bounds must agree."""
    low, best, high = (made.reference(f"rate_{name}") for name in ("low", "best", "high"))
    of_best = (
        f"IF({best}>=on_track,{word[Status.ON_TRACK]},"
        f"IF({best}>=at_risk,{word[Status.AT_RISK]},{word[Status.OFF_TRACK]}))"
    )
    between = f'{low}<>"",{high}<>"",N({low})>=at_risk,N({high})<on_track'
    return (
        f'IF({best}<>"",{of_best},'
        f'IF(AND({low}<>"",N({low})>=on_track),{word[Status.ON_TRACK]},'
        f'IF(AND({high}<>"",N({high})<at_risk),{word[Status.OFF_TRACK]},'
        f"IF(AND({between}),{word[Status.AT_RISK]},{word[Status.UNDEFINED]}))))"
    )


def _met(indicator: Indicator, target: Quantity, made: FigureRow) -> str:
    """Write the condition under which the target is met for certain."""
    if indicator.direction is Direction.MAINTAIN:
        band = indicator.band
        if band is None:
            return "FALSE"
        if band.low is None and band.high is None:
            # Every figure lies in such a band, if there is one.
            wrong = ",".join(condition for condition, _ in made.no_figure())
            return "TRUE" if wrong == "" else f"NOT(OR({wrong}))"
        return _within(made, band.low, band.high)
    # An uncertain target is met for certain from its far end on.
    if indicator.direction is Direction.INCREASE:
        return "FALSE" if target.high is None else _within(made, target.high, None)
    return "FALSE" if target.low is None else _within(made, None, target.low)


def _within(made: FigureRow, least: float | None, most: float | None) -> str:
    ends = []
    for name, sign, end in (("low", ">=", least), ("high", "<=", most)):
        if end is not None:
            at = made.reference(name)
            ends.append(f'{at}<>"",N({at}){sign}{literal(end)}')
    return f"AND({','.join(ends)})"


def reason_formula(
    words: Words,
    assessed: IndicatorAssessment,
    made: FigureRow,
    undefined: Reason | None,
    status: str,
) -> Formula:
    """Write why a status is undefined; nothing where it is not.

    Parameters
    ----------
    words
        In which language.
    assessed
        The indicator.
    made
        Where its actual and its rate stand.
    undefined
        Why target and baseline give no rate, whatever the actual is; `None` where they do.
    status
        Reference of the cell that holds the status.
    """
    at = made.reference

    def why(reason: Reason) -> str:
        return quoted(words.label("reason", reason))

    text = why(Reason.BOUNDS_STRADDLE if undefined is None else undefined)
    for condition, cause in made.no_figure():
        text = f"IF({condition},{why(cause)},{text})"
    text = f"IF({at('count')}=0,{why(Reason.NOT_APPLICABLE)},{text})"
    reason = None if assessed.status is not Status.UNDEFINED else assessed.reason
    return Formula(
        f'=IF({status}<>{quoted(words.label("status", Status.UNDEFINED))},"",{text})',
        "" if reason is None else words.label("reason", reason),
    )


def milestone_status_formula(words: Words, status: Status, done: str, due: str) -> Formula:
    """Write the status of a milestone.

    Parameters
    ----------
    words
        In which language.
    status
        What it is.
    done, due
        References of the cells that hold 1 when it is done, and the day on which it is due.
    """
    word = {each: quoted(words.label("status", each)) for each in Status}
    return Formula(
        f'=IF(N({done})>=1,{word[Status.ACHIEVED]},IF({due}="",{word[Status.NO_TARGET]},'
        f"IF(as_of<={due},{word[Status.NOT_DUE]},{word[Status.OVERDUE]})))",
        words.label("status", status),
    )

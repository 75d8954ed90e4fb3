"""The columns of the hidden sheet on which targets are assessed."""

from collections.abc import Mapping

from indh_me.write.grid import column_letters

__all__ = ["COLUMNS", "SHOWN"]

NAMES = (
    *("code", "period", "target", "last", "since", "chosen", "count", "day"),
    *("low", "best", "high", "shown", "mark", "absent"),
    *("years", "no_rate", "rate_low", "rate_best", "rate_high"),
    *("leg_first", "leg_last", "elapsed", "share"),
    *("expected_low", "expected_best", "expected_high"),
    *("no_progress", "progress_low", "progress_best", "progress_high"),
    *("status", "reason"),
)
#: Letters of the columns, by what these hold.
COLUMNS: Mapping[str, str] = {name: column_letters(at) for at, name in enumerate(NAMES)}
#: Columns that other sheets show.
SHOWN = (
    *("period", "target", "shown", "mark", "rate_low", "rate_best", "rate_high"),
    *("expected_low", "expected_best", "expected_high", "status", "reason"),
)

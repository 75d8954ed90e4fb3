"""Formulas that make one figure of the rows of the data-entry sheet that lie in a window."""

from collections.abc import Mapping

from indh_me.compute import Reason
from indh_me.compute.window import Window
from indh_me.model import Absence, Accumulation, Indicator
from indh_me.write.content import LAST

from .entry_formulas import ABSENT, COUNTED
from .spelling import literal

__all__ = ["COLUMNS", "Accumulating"]

#: Letters of the columns of the sheet that the formulas stand on, by what these hold.
COLUMNS: Mapping[str, str] = dict(
    zip(
        (
            *("code", "first", "last", "count", "last_end", "collisions"),
            *("low", "best", "high", "reason", "shown", "mark"),
        ),
        "ABCDEFGHIJKL",
        strict=True,
    )
)
#: Column of the data-entry sheet that a bound is made from.
PARTS = {"low": "at_least", "best": "best", "high": "at_most"}
#: Criterion that every number meets and no text does.
A_NUMBER = '">-1E+300"'


class Accumulating:
    """Formulas of one row, over the rows of one indicator in a window.

    Parameters
    ----------
    of
        Absolute reference of each column of the data-entry sheet, by its name.
    row
        Number of the row that they stand in, from 1.
    indicator
        Whose figures they are, of the total or of a group.
    window
        Which of them; `None` for all that count.
    may_collide
        Whether some of the rows must not be filled in together.
    """

    def __init__(
        self,
        of: Mapping[str, str],
        row: int,
        indicator: Indicator,
        window: Window | None,
        *,
        may_collide: bool,
    ) -> None:
        self.of, self.indicator, self.window = of, indicator, window
        self.at = {name: f"${letter}${row}" for name, letter in COLUMNS.items()}
        self.may_collide = may_collide
        mine = f'"{COUNTED}"&{self.at["code"]}'
        # The same rows, once as criteria and once as factors that are 0 or 1.
        self.days, self.factors = "", f"({of['counts_for']}={mine})"
        if window is not None:
            if window.first is not None:
                day = of["end" if window.by_last_day else "start"]
                self.days += f',{day},">="&{self.at["first"]}'
                self.factors += f"*({day}>={self.at['first']})"
            self.days += f',{of["end"]},"<="&{self.at["last"]}'
            self.factors += f"*({of['end']}<={self.at['last']})"
        self.criteria = f"{of['counts_for']},{mine}{self.days}"

    def absences(self, kind: Absence) -> str:
        """Count the rows that are reported as absent."""
        return f'COUNTIFS({self.of["counts_for"]},"{ABSENT[kind]}"&{self.at["code"]}{self.days})'

    def count(self) -> str:
        """Count the figures."""
        return f"=COUNTIFS({self.criteria})"

    def last_end(self) -> str:
        """Find the day on which the last period ends."""
        return f"=SUMPRODUCT(MAX({self.factors}*{self.of['end']}))"

    def collisions(self) -> str | None:
        """Count the figures that must not stand beside another one."""
        if not self.may_collide:
            return None
        if self.indicator.accumulation in LAST:
            return f"=COUNTIFS({self.criteria},{self.of['end']},{self.at['last_end']})-1"
        bounded = self.window is not None and self.window.first is not None
        least = f'">="&{self.at["first"]}' if bounded else '">0"'
        return f"=COUNTIFS({self.criteria},{self.of['shared_from']},{least})"

    @property
    def may_come_to_nothing(self) -> bool:
        """Whether figures may be reported that cannot be accumulated."""
        return self.may_collide or self.indicator.accumulation is Accumulation.RATIO

    def reason(self, words: Mapping[Reason, str]) -> str:
        """Write why there is no figure; nothing where there is one.

        Parameters
        ----------
        words
            For each reason, in quotes.
        """
        count, text = self.at["count"], '""'
        if self.indicator.accumulation is Accumulation.RATIO:
            missing = f'AND({count}>1,{self.at["best"]}="")'
            text = f"IF({missing},{words[Reason.MISSING_DENOMINATOR]},{text})"
        if self.may_collide:
            text = f"IF({self.at['collisions']}>0,{words[Reason.OVERLAPPING_PERIODS]},{text})"
        nothing = self.absences(Absence.NOT_APPLICABLE)
        silent = self.absences(Absence.NOT_REPORTED)
        absent = (
            f"IF(AND({nothing}>0,{silent}=0),{words[Reason.NOT_APPLICABLE]},"
            f"{words[Reason.NOT_REPORTED]})"
        )
        return f"=IF({count}=0,{absent},{text})"

    def bound(self, name: str) -> str:
        """Accumulate ``low``, ``best`` or ``high``; nothing where it is not known."""
        none = f"{self.at['count']}=0"
        if self.may_collide:
            none = f"OR({none},{self.at['collisions']}>0)"
        return f'=IF({none},"",{self._known(name, PARTS[name])})'

    def _numbers(self, column: str, also: str = "") -> str:
        """Count the figures that have a number in a column."""
        return f"COUNTIFS({self.criteria}{also},{self.of[column]},{A_NUMBER})"

    def _total(self, column: str, also: str = "") -> str:
        return f"SUMIFS({self.of[column]},{self.criteria}{also})"

    def _known(self, name: str, column: str) -> str:
        kind, count = self.indicator.accumulation, self.at["count"]
        if kind in LAST:
            also = f",{self.of['end']},{self.at['last_end']}"
            return f'IF({self._numbers(column, also)}=0,"",{self._total(column, also)})'
        if kind is Accumulation.RATIO:
            alone = f'IF({self._numbers(column)}=0,"",{self._total(column)})'
            pooled = self._share() if name == "best" else self._pooled(name)
            return f"IF({count}=1,{alone},{pooled})"
        if kind is Accumulation.PEAK:
            # An upper bound, and a best estimate, need every period; a lower bound needs one.
            enough = f"{self._numbers(column)}<{'1' if name == 'low' else count}"
            # The largest. Other rows, and those without a number, give errors: it passes them by.
            largest = f"_xlfn.AGGREGATE(14,6,{self.of[column]}/({self.factors}),1)"
            return f'IF({enough},"",{largest})'
        total = self._total(column) + (f"/{count}" if kind is Accumulation.MEAN else "")
        return f'IF({self._numbers(column)}<{count},"",{total})'

    def _share(self) -> str:
        """Pool numerators and denominators; nothing where one is missing, or all are zero."""
        numbers = (self._numbers(part) for part in ("numerator", "denominator"))
        missing = ",".join(f"{each}<{self.at['count']}" for each in numbers)
        pool, factor = self._total("denominator"), literal(self.indicator.unit.factor)
        share = f"{factor}*{self._total('numerator')}/{pool}"
        return f'IF(OR({missing}),"",IF({pool}=0,"",{share}))'

    def _pooled(self, name: str) -> str:
        """Weigh the bounds by denominators; the pooled share lies between them."""
        best, pool = self.at["best"], self._total("denominator")
        end, weighted = ("MIN" if name == "low" else "MAX"), f"weighted_{name}"
        return (
            f'IF({best}="","",IF({self._numbers(weighted)}<{self.at["count"]},"",'
            f"{end}({best},{self._total(weighted)}/{pool})))"
        )

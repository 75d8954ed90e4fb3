"""What a rule finds."""

from enum import Enum

from attrs import field, frozen

from indh_me.errors import Place
from indh_me.model import Text
from indh_me.notebook import ShownInNotebook

__all__ = ["Finding", "Severity"]


class Severity(Enum):
    """How much a finding matters.

    Examples
    --------
    >>> Severity("warning") is Severity.WARNING
    True
    """

    #: A figure computed from this would be wrong, or cannot be computed.
    ERROR = "error"
    #: A reader would be misled, or a duty is missed.
    WARNING = "warning"
    #: Worth knowing.
    INFO = "info"

    def is_at_least(self, other: "Severity") -> bool:
        """Tell whether it matters as much as the other, or more.

        Examples
        --------
        >>> Severity.WARNING.is_at_least(Severity.ERROR)
        False
        """
        # They are listed from the worst on.
        order = list(Severity)
        return order.index(self) <= order.index(other)


def _to_place(where: Place | str) -> Place:
    return Place(where) if isinstance(where, str) else where


@frozen(kw_only=True)
class Finding(ShownInNotebook):
    """One thing that a rule found.

    Parameters
    ----------
    id
        Stable id of the rule: ``ME001``.
    severity
        How much it matters.
    place
        Where it stands in the framework or the data.
    message
        What was found.
    mend
        What to do about it.
    indicator
        Code of the indicator it is about, if it is about one.
    suppressed
        Why it may stay, when the framework suppresses it.

    Examples
    --------
    >>> print(
    ...     Finding(
    ...         id="ME001",
    ...         severity="warning",
    ...         place="indicators.C-P1",
    ...         message="overdue by 87 days",
    ...         mend="report it done",
    ...     )
    ... )
    ME001 warning: overdue by 87 days
      where: indicators.C-P1
      mend:  report it done
    """

    id: str
    severity: Severity = field(converter=Severity)
    place: Place = field(converter=_to_place)
    message: str
    mend: str
    indicator: str | None = None
    suppressed: Text | None = None

    @property
    def reason(self) -> str | None:
        """Why it may stay, on one line, in English if it can be had; `None`: it may not.

        Examples
        --------
        >>> told = {"message": "overdue", "mend": "report it done", "place": "indicators.C-P1"}
        >>> Finding(id="ME001", severity="warning", **told).reason is None
        True
        """
        if self.suppressed is None:
            return None
        return " ".join(self.suppressed.resolve("en")[0].split())

    def __str__(self) -> str:
        """Lay the finding out on three lines; a fourth says why it may stay."""
        lines = [f"{self.id} {self.severity.value}: {self.message}"]
        lines += [
            f"  {label:6} {words}"
            for label, words in (("where:", str(self.place)), ("mend:", self.mend))
            if words != ""
        ]
        if self.reason is not None:
            lines.append(f"  suppressed: {self.reason}")
        return "\n".join(lines)

"""What a rule finds."""

from enum import Enum

from attrs import field, frozen

from indh_me.errors import Place

__all__ = ["Finding", "Severity"]


class Severity(Enum):
    """How much a finding matters."""

    #: A figure computed from this would be wrong, or cannot be computed.
    ERROR = "error"
    #: A reader would be misled, or a duty is missed.
    WARNING = "warning"
    #: Worth knowing.
    INFO = "info"


def _to_place(where: Place | str) -> Place:
    return Place(where) if isinstance(where, str) else where


@frozen(kw_only=True)
class Finding:
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

    def __str__(self) -> str:
        """Lay the finding out on three lines."""
        head = f"{self.id} {self.severity.value}: {self.message}"
        return f"{head}\n  where: {self.place}\n  mend:  {self.mend}"

"""Rates of achievement from which a status is given."""

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError

from . import _fields
from .text import Text

__all__ = ["Thresholds"]

ON_TRACK = 0.8
AT_RISK = 0.6


@frozen(kw_only=True)
class Thresholds:
    """Rates of achievement from which a status is given.

    Parameters
    ----------
    on_track
        Rate (a fraction) from which an indicator is on track; at most 1.
    at_risk
        Lower rate, from which it is at risk; below that it is off track.
    basis
        Whose rule it is.

    Raises
    ------
    InvalidInputError
        When at_risk is not below on_track, or on_track is above 1.

    Notes
    -----
    The defaults are the colours of the UNDP Integrated Results and Resources Framework [1]_: green
    from 80 %, yellow from 60 %, red below.

    References
    ----------
    .. [1] United Nations Development Programme, performance methodology, page "impact: IRRF"
       (undp/performance-app-methodology, methodology/impact/irrf.md).

    Examples
    --------
    >>> Thresholds().on_track
    0.8
    """

    on_track: float = field(default=ON_TRACK, converter=_fields.finite)
    at_risk: float = field(default=AT_RISK, converter=_fields.finite)
    basis: Text | None = field(default=None, validator=_fields.optional(Text))

    def __attrs_post_init__(self) -> None:
        """Refuse thresholds in the wrong order, and percentages in place of fractions."""
        mend = "rates are fractions: on_track = 0.8, at_risk = 0.6"
        faults = []
        if self.at_risk >= self.on_track:
            what = f"at_risk '{self.at_risk}' is not below on_track '{self.on_track}'"
            faults.append(Fault(what, mend=mend))
        if self.on_track > 1:
            faults.append(Fault(f"on_track '{self.on_track}' is above 1", "on_track", mend))
        if faults:
            raise InvalidInputError(*faults)

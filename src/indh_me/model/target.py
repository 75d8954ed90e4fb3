"""Where an indicator starts from and where it should get to."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError

from . import _fields
from .dimension import TOTAL, Categories
from .period import Period
from .quantity import Quantity, Value, to_quantity, to_value
from .source import Citation
from .text import Text

__all__ = ["Baseline", "Revision", "Target"]


@frozen
class Baseline:
    """The figure before the programme acted.

    Parameters
    ----------
    value
        In the indicator's unit, or the reason why there is none.
    period
        When it was measured.
    source
        Who says so.
    note
        Anything a reader must know.

    Raises
    ------
    InvalidInputError
        For a value that is *not due*, which is for reports, and values of the wrong type.

    Examples
    --------
    >>> str(Baseline(60, Period.year(2007)).value)
    '60'
    """

    value: Value = field(converter=to_value)
    period: Period | None = field(default=None, validator=_fields.optional(Period))
    source: Citation | None = field(default=None, validator=_fields.optional(Citation))
    note: Text | None = field(default=None, validator=_fields.optional(Text))

    @property
    def quantity(self) -> Quantity | None:
        """The figure, or `None` when it is absent.

        Examples
        --------
        >>> from indh_me.model import Absence
        >>> Baseline(Absence.NOT_REPORTED).quantity is None
        True
        """
        return self.value if isinstance(self.value, Quantity) else None


@frozen(kw_only=True)
class Revision:
    """A later decision to change a target.

    Parameters
    ----------
    value
        New target, in the indicator's unit.
    date
        Day of the decision.
    rationale
        Why it was made.

    Raises
    ------
    InvalidInputError
        For values of the wrong type.

    Examples
    --------
    >>> str(Revision(value=22_000, date=date(2008, 6, 1)).value)
    '22000'
    """

    value: Quantity = field(converter=to_quantity)
    date: "date" = field(validator=_fields.day)
    rationale: Text | None = field(default=None, validator=_fields.optional(Text))


def _to_revisions(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    return _fields.tuple_of(revisions, Revision, "revisions")


@frozen(kw_only=True)
class Target:
    """What an indicator should reach in a period.

    Parameters
    ----------
    period
        The period it is set for; it falls due on the last day.
    value
        Original target, in the indicator's unit.
    code
        Its own short name, when the source numbers its targets.
    cumulative
        Whether it counts everything since the start; otherwise what happens in the period.
        It makes a difference to flows only: a level is a level.
    categories
        The group it is set for, code of the category by code of the dimension; the total by
        default.
    revisions
        Later decisions, in the order of their days.
    source
        Who says so.

    Raises
    ------
    InvalidInputError
        When revisions are out of order, and for values of the wrong type.

    Examples
    --------
    >>> target = Target(period=Period.year(2008), value=20_000)
    >>> revised = target.with_revision(Revision(value=22_000, date=date(2008, 6, 1)))
    >>> str(revised.in_force(date(2008, 5, 31))), str(revised.in_force(date(2008, 6, 1)))
    ('20000', '22000')
    """

    period: Period = field(validator=_fields.is_a(Period))
    value: Quantity = field(converter=to_quantity)
    code: str | None = field(default=None, validator=_fields.optional_code)
    cumulative: bool = field(default=False, validator=_fields.is_a(bool))
    categories: Categories = field(default=TOTAL, validator=_fields.is_a(Categories))
    revisions: tuple[Revision, ...] = field(default=(), converter=_to_revisions)
    source: Citation | None = field(default=None, validator=_fields.optional(Citation))

    def __attrs_post_init__(self) -> None:
        """Refuse a history that runs backwards."""
        days = [revision.date for revision in self.revisions]
        if days != sorted(set(days)):
            raise InvalidInputError(
                Fault("revisions out of order", "revisions", "list them by date, one a day")
            )

    def in_force(self, as_of: date) -> Quantity:
        """Give the value that holds on a day: the last revision decided by then.

        Parameters
        ----------
        as_of
            The day.

        Examples
        --------
        >>> str(Target(period=Period.year(2008), value=20_000).in_force(date(2008, 3, 27)))
        '20000'
        """
        decided = [revision.value for revision in self.revisions if revision.date <= as_of]
        return decided[-1] if decided else self.value

    def with_revision(self, revision: Revision) -> "Target":
        """Make the same target with one more revision.

        Raises
        ------
        InvalidInputError
            When it was not decided after the ones before.

        Examples
        --------
        >>> target = Target(period=Period.year(2008), value=20_000)
        >>> len(target.with_revision(Revision(value=1, date=date(2008, 6, 1))).revisions)
        1
        """
        return evolve(self, revisions=(*self.revisions, revision))

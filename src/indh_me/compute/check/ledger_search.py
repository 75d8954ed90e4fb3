"""Searches that look at the ledger, which all of them share."""

from collections.abc import Callable, Iterator
from datetime import date

from .finding import Finding
from .ledger import Ledger
from .rule import Search, without_day

__all__ = ["of_ledger", "of_ledger_and_day", "of_ledger_on_any_day"]


def of_ledger(search: Callable[[Ledger], Iterator[Finding]]) -> Search:
    """Make a search of what looks at all observations beside what the plan says of them.

    Parameters
    ----------
    search
        Looks at a ledger.
    """
    return without_day(lambda subject: search(subject.ledger))


def of_ledger_and_day(search: Callable[[Ledger, date], Iterator[Finding]]) -> Search:
    """Make a search of what looks at a ledger on a day; without a day it finds nothing.

    Parameters
    ----------
    search
        Looks at a ledger and a day.
    """
    return lambda subject: (
        iter(()) if subject.as_of is None else search(subject.ledger, subject.as_of)
    )


def of_ledger_on_any_day(search: Callable[[Ledger, date | None], Iterator[Finding]]) -> Search:
    """Make a search of what looks at a ledger, and at the day if there is one.

    Parameters
    ----------
    search
        Looks at a ledger and a day, or `None`.
    """
    return lambda subject: search(subject.ledger, subject.as_of)

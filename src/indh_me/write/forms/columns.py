"""The columns of a form as they come out for a framework: periods spelt out, headings in words."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from indh_me.model import Period
from indh_me.write.content import Content

from .form import ByPeriod, Column, Form

__all__ = ["FormColumn", "columns_of", "periods_of"]


@frozen(kw_only=True)
class FormColumn:
    """A column at its position.

    Parameters
    ----------
    column
        What it gives.
    key
        Its name, with the period behind it where it has one.
    heading
        In words, from the top.
    width
        In digits.
    period
        Its period, if any.
    """

    column: Column
    key: str
    heading: tuple[str, ...]
    width: float
    period: Period | None = None


def periods_of(content: Content) -> tuple[Period, ...]:
    """Give the periods for which some indicator with figures has a target.

    Parameters
    ----------
    content
        What the workbook is made of.
    """
    periods = {each.period for indicator in content.numeric for each in indicator.total_targets}
    return tuple(sorted(periods))


def columns_of(form: Form, content: Content) -> tuple[FormColumn, ...]:
    """Spell out the columns of a form.

    Parameters
    ----------
    form
        The form.
    content
        What the workbook is made of.
    """
    made: list[FormColumn] = []
    for each in form.columns:
        made += _by_period(each, content) if isinstance(each, ByPeriod) else [_one(each, content)]
    return tuple(made)


def _one(column: Column, content: Content, number: int = 0) -> FormColumn:
    label = content.words.label
    width = content.number_width if column.width is None else column.width
    heading = tuple(label("form", key, number=str(number)) for key in column.heading)
    return FormColumn(column=column, key=column.name, heading=heading, width=width)


def _by_period(group: ByPeriod, content: Content) -> Iterator[FormColumn]:
    # Without any target, the columns of one period stay, for the reader to see what is missing.
    periods: Sequence[Period | None] = periods_of(content) or [None]
    for number, period in enumerate(periods, start=1):
        final = number == len(periods) and group.last is not None
        keys = group.last if final and group.last is not None else group.heading
        for column in group.columns:
            made = _one(column, content, number)
            over = tuple(content.words.label("form", key, number=str(number)) for key in keys)
            named = () if period is None else (content.words.period(period),)
            yield evolve(
                made,
                key=f"{column.name} {period}",
                heading=(*over, *named, *made.heading),
                period=period,
            )

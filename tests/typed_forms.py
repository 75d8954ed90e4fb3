"""XLSForms of somebody else, made of rows as they would be typed."""

from collections.abc import Mapping, Sequence

import pytest

import indh_me as me

__all__ = ["faults_of", "typed", "xlsform"]

Rows = Sequence[Mapping[str, str]]


def typed(name: str, rows: Rows) -> me.FormSheet:
    """Make a sheet whose columns are those of its rows, in the order of their first use."""
    columns = dict.fromkeys(column for row in rows for column in row)
    return me.FormSheet(name, columns, [me.FormRow(at, row) for at, row in enumerate(rows, 2)])


def xlsform(survey: Rows, choices: Rows = (), settings: Rows = (), own: Rows = ()) -> me.XlsForm:
    """Make a form; sheets without rows are left out."""
    named = {"survey": survey, "choices": choices, "settings": settings, "_indh_me": own}
    return me.XlsForm([typed(name, rows) for name, rows in named.items() if rows], "form.xlsx")


def faults_of(form: me.XlsForm) -> list[tuple[str, str]]:
    """Give what is wrong with a form: each fault with its cell, all with file and mend."""
    with pytest.raises(me.InvalidInputError) as refused:
        me.instrument_of(form)
    assert all(fault.mend for fault in refused.value.faults)
    assert {"form.xlsx"} == {fault.where.file for fault in refused.value.faults}
    return [(fault.where.path, fault.what) for fault in refused.value.faults]

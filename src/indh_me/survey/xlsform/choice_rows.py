"""Lists of choices, read from the sheet ``choices``."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from attrs import define, field

from indh_me.errors import quoted
from indh_me.survey.choice import Choice, ChoiceList

from .column import Columns
from .extras import Extras
from .faults import FormFaults, Spot
from .form import FormRow
from .sheets import PARENT

__all__ = ["ChoiceRows"]

#: A key of a path, in quotes or not.
KEY = re.compile(r'"([^"]*)"|([^."]+)')


@define
class ChoiceRows:
    """The lists of choices of a form.

    Parameters
    ----------
    columns
        Where everything stands; `None` for a form without the sheet.
    tags
        Tags of languages by the names that stand in headers.
    extras
        What our own sheet says.
    faults
        Where faults are noted.
    """

    columns: Columns | None
    tags: Mapping[str, str]
    extras: Extras
    faults: FormFaults
    rows: dict[str, list[FormRow]] = field(factory=dict)
    #: For each list, the column that holds the choices one level up.
    parents: dict[str, str] = field(factory=dict)
    #: Lists that no sheet holds: those of a single tick.
    added: list[ChoiceList] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        """Sort the rows by their lists."""
        if self.columns is None:
            return
        for row in self.columns.sheet.rows:
            name = self.columns.get(row, "list_name")
            if name != "":
                self.rows.setdefault(name, []).append(row)
            elif self.columns.get(row, "name") != "":
                address = self.columns.address(row.number, "list_name")
                self.faults.add("a choice of no list", address, "write the name of its list")

    def nest(self, name: str, column: str, address: str) -> None:
        """Take a column for the one that holds the choices one level up.

        Parameters
        ----------
        name
            Name of the list.
        column
            Name of the column.
        address
            The cell that says so.
        """
        known = self.parents.setdefault(name, column)
        if self.columns is not None and column not in self.columns.plain:
            mend = "add it to the sheet 'choices'"
            self.faults.add(f"choices have no column {quoted(column)}", address, mend)
        elif known != column:
            mend = "filter the list in one way only, or make two lists of it"
            self.faults.add(f"{quoted(name)} is filtered by {known!r} too", address, mend)

    def tick(self) -> str:
        """Add a list of one choice, and give its name."""
        name = "acknowledge"
        while name in self.rows:
            name += "_"
        if not any(each.name == name for each in self.added):
            self.added.append(ChoiceList(name, [Choice("OK")]))
        return name

    def lists(self) -> Sequence[ChoiceList]:
        """Make the lists, in their order."""
        made = []
        for name, rows in self.rows.items():
            spot = Spot(partial(self._address, rows))
            self.faults.spots[f"choice_lists.{name}"] = spot
            choices = [each for row in rows if (each := self._choice(name, row)) is not None]
            is_scale = self.extras.get("list", name, "is_scale") == "yes"
            if len(choices) == len(rows):
                listed = self.faults.make(
                    partial(ChoiceList, name, choices, is_scale=is_scale), spot
                )
                made += [] if listed is None else [listed]
        return [*made, *self.added]

    def _choice(self, name: str, row: FormRow) -> Choice | None:
        columns = self.columns
        if columns is None:  # pragma: no cover - then there are no rows.
            return None
        code = columns.get(row, "name")
        label = columns.text(row, "label", self.tags)
        says_nothing = self.extras.get("choice", f"{name}/{code}", "label") == "none"
        if label is not None and says_nothing and {words for _, words in label.words} == {code}:
            label = None
        # Of a foreign form, a column is no parent before a question says so.
        usual = "" if self.extras.sheet is None else PARENT
        parent = columns.get(row, self.parents.get(name, usual)) or None
        spot = Spot(lambda part: columns.address(row.number, "name" if part != "parent" else part))
        return self.faults.make(partial(Choice, code, label, parent=parent), spot)

    def _address(self, rows: Sequence[FormRow], path: str) -> str:
        """Give the cell of a part of a list: a path such as ``name.code`` or ``code.parent``."""
        columns = self.columns
        if columns is None:  # pragma: no cover - as above.
            return "choices"
        keys = [quoted_key or key for quoted_key, key in KEY.findall(path)]
        # The last one of a code is the one too many.
        for row in reversed(rows):
            if columns.get(row, "name") in keys:
                name = columns.get(row, "list_name")
                is_parent = keys[-1] == PARENT and keys[0] != name
                column = self.parents.get(name, PARENT) if is_parent else "name"
                return columns.address(row.number, column)
        return columns.address(rows[0].number, "list_name")

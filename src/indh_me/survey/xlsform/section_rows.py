"""Sections, read from the sheet ``survey``: groups, grids, and what stands outside of them."""

from collections.abc import Iterator, Sequence
from functools import partial

from attrs import define, field, frozen

from indh_me.errors import quoted
from indh_me.model import Text
from indh_me.survey.expression import Expression
from indh_me.survey.question import Grid, Question, QuestionKind
from indh_me.survey.section import Section
from indh_me.survey.tree import Operation

from .extras import FILLER
from .faults import Spot
from .form import FormRow
from .question_row import QuestionRows
from .row_type import RowRole, RowType, row_type

__all__ = ["sections_of"]

#: Name of what stands outside of all groups.
PAGE = "page"
QUESTIONS = (RowRole.QUESTION, RowRole.ACKNOWLEDGE, RowRole.RANGE)


@frozen
class _Row:
    """A row that asks something."""

    row: FormRow
    kind: RowType


@define
class _Group:
    """A group with what stands in it; the whole survey is one without a row."""

    row: FormRow | None
    children: "list[_Group | _Row]" = field(factory=list)


@define
class _Heading:
    """What the sections that a group becomes have in common."""

    name: str
    row: FormRow | None
    label: Text | None
    relevant: Expression | None


def sections_of(rows: QuestionRows) -> Sequence[Section]:
    """Make sections of the rows of a survey.

    Parameters
    ----------
    rows
        How questions are read from them.
    """
    reader = _Sections(rows)
    whole = reader.tree()
    return tuple(reader.sections(whole, _Heading(PAGE, None, None, None)))


@define
class _Sections:
    """One survey on its way into sections."""

    rows: QuestionRows
    #: In small letters.
    names: set[str] = field(factory=set)

    def tree(self) -> _Group:
        """Read which rows stand in which groups."""
        faults, rows = self.rows.faults, self.rows
        whole = _Group(None)
        path = [whole]
        for row in rows.columns.sheet.rows:
            said = rows.get(row, "type")
            if rows.get(row, "disabled").lower() in {"yes", "true", "true()"}:
                continue
            kind = row_type(said)
            self.names.add(rows.get(row, "name").lower())
            if said == "":
                self._check_comment(row)
            elif kind.role is RowRole.BEGIN:
                group = _Group(row)
                path[-1].children.append(group)
                path.append(group)
            elif kind.role is RowRole.END:
                self._end(row, path)
            elif kind.role in QUESTIONS:
                path[-1].children.append(_Row(row, kind))
            elif kind.role is RowRole.REFUSED:
                what = f"the type {quoted(said)} is not read"
                faults.add(what, rows.address(row, "type"), kind.mend)
                faults.is_partial = True
        for group in path[1:]:
            if group.row is not None:
                mend = "write end_group behind its last row"
                faults.add("a group that does not end", rows.address(group.row, "type"), mend)
        return whole

    def _check_comment(self, row: FormRow) -> None:
        if self.rows.get(row, "name") != "":
            mend = "write what is asked for: text, integer, select_one LIST"
            address = self.rows.address(row, "type")
            self.rows.faults.add("a row without a type", address, mend)

    def _end(self, row: FormRow, path: list[_Group]) -> None:
        if len(path) > 1:
            path.pop()
            return
        mend = "take it away, or write its begin_group"
        address = self.rows.address(row, "type")
        self.rows.faults.add("a group ends that has not begun", address, mend)

    def sections(self, group: _Group, heading: _Heading) -> Iterator[Section]:
        """Make the sections that a group becomes: inner groups follow its own rows."""
        items: list[tuple[FormRow, Question | Grid]] = []
        for child in group.children:
            if isinstance(child, _Row):
                if "label" in self.rows.appearance(child.row) or self._fills(child, heading):
                    continue  # The heading of a grid that is none asks nothing.
                question = self.rows.question(child.row, child.kind)
                items += [] if question is None else [(child.row, question)]
                continue
            if child.row is not None and self._is_grid(child):
                grid = self._grid(child, child.row)
                items += [] if grid is None else [(child.row, grid)]
                continue
            yield from self._section(heading, items)
            items = []
            yield from self.sections(child, self._heading(child, heading))
        yield from self._section(heading, items)

    def _fills(self, child: _Row, heading: _Heading) -> bool:
        """Tell whether a row is only there because clients want something to show."""
        name = heading.name
        return (
            child.kind.kind is QuestionKind.NOTE
            and self.rows.extras.get("section", name, FILLER) is not None
            and self.rows.get(child.row, "name").startswith(f"{name}_{FILLER}")
            and self.rows.get(child.row, "relevant") == "false()"
        )

    def _heading(self, group: _Group, outer: _Heading) -> _Heading:
        row = group.row
        if row is None:  # pragma: no cover - only the whole survey has none.
            return outer
        relevant = self._both(outer.relevant, self.rows.condition(row), row)
        label = self.rows.columns.text(row, "label", self.rows.tags)
        return _Heading(self.rows.get(row, "name"), row, label, relevant)

    def _both(
        self, outer: Expression | None, inner: Expression | None, row: FormRow
    ) -> Expression | None:
        """Join the conditions of a group and of one inside of it."""
        if outer is None or inner is None:
            return inner if outer is None else outer
        spot = Spot(lambda _: self.rows.address(row, "relevant"))
        joined = partial(Operation, "and", outer.tree, inner.tree)
        return self.rows.faults.make(lambda: Expression(joined()), spot)

    def _section(
        self, heading: _Heading, items: Sequence[tuple[FormRow, Question | Grid]]
    ) -> Iterator[Section]:
        if not items:
            return
        row = heading.row if heading.row is not None else items[0][0]
        spot = self.rows.spot(row)
        section = self.rows.faults.make(
            partial(
                Section,
                name=heading.name if heading.row is not None else self._unused(PAGE),
                label=heading.label,
                items=[item for _, item in items],
                relevant=heading.relevant,
            ),
            spot,
        )
        if heading.row is not None:
            # What else stands in the group becomes a section of its own, without its heading.
            heading.name, heading.label = self._unused(f"{heading.name}_2"), None
        if section is None:
            return
        self._note(section, items, spot)
        yield section

    def _note(
        self, section: Section, items: Sequence[tuple[FormRow, Question | Grid]], spot: Spot
    ) -> None:
        """Remember the rows of a section and of what is in it, for faults that are found later."""
        spots, at = self.rows.faults.spots, f"sections.{section.name}"
        spots[at] = spot
        for row, item in items:
            spots[f"{at}.{item.name}"] = self.rows.spot(row)
            if isinstance(item, Grid):
                for line in self.rows.columns.sheet.rows:
                    name = self.rows.get(line, "name")
                    if any(each.name == name for each in item.rows):
                        spots[f"{at}.{item.name}.{name}"] = self.rows.spot(line)

    def _unused(self, name: str) -> str:
        """Give a name that nothing in the survey has yet."""
        found, number = name, 2
        while found.lower() in self.names:
            found, number = f"{name}_{number}", number + 1
        self.names.add(found.lower())
        return found

    def _is_grid(self, group: _Group) -> bool:
        """Tell whether a group holds questions below one heading of answers."""
        kinds = [child.kind for child in group.children if isinstance(child, _Row)]
        return (
            len(kinds) == len(group.children)
            and len({kind.choices for kind in kinds}) == 1
            and all(kind.kind is QuestionKind.SINGLE for kind in kinds)
            and all(kind.role is RowRole.QUESTION for kind in kinds)
            and len(self._asked(group)) > 0
            and self._grid_label(group) is not None
            and not any(
                self.rows.get(child.row, column) != ""
                for child in self._asked(group)
                for column in ("relevant", "constraint", "choice_filter")
            )
        )

    def _asked(self, group: _Group) -> Sequence[_Row]:
        """Give the rows of a group that ask something, unlike a heading of answers."""
        return [
            child
            for child in group.children
            if isinstance(child, _Row) and "label" not in self.rows.appearance(child.row)
        ]

    def _grid_label(self, group: _Group) -> Text | None:
        """Give what is asked of every row of a grid; `None` for what is none."""
        if group.row is None:  # pragma: no cover - only the whole survey has none.
            return None
        text = partial(self.rows.columns.text, tags=self.rows.tags)
        label = text(group.row, "label")
        for child in group.children:
            if isinstance(child, _Row) and "label" in self.rows.appearance(child.row):
                return text(child.row, "label") or label
        return label if "table-list" in self.rows.appearance(group.row) else None

    def _grid(self, group: _Group, row: FormRow) -> Grid | None:
        """Read a grid; `None` when it has faults."""
        made = (self.rows.question(child.row, child.kind) for child in self._asked(group))
        rows = [question for question in made if question is not None]
        label = self._grid_label(group)
        if len(rows) == 0 or label is None:
            return None
        return self.rows.faults.make(
            partial(
                Grid,
                name=self.rows.get(row, "name"),
                label=label,
                rows=rows,
                relevant=self.rows.condition(row),
            ),
            self.rows.spot(row),
        )

"""One question, read from its row of the sheet ``survey``."""

import re
from collections.abc import Mapping
from functools import partial

from attrs import define

from indh_me.errors import nearest, quoted
from indh_me.survey.expression import Expression
from indh_me.survey.question import Question, QuestionKind

from .choice_rows import ChoiceRows
from .column import TRANSLATED, Columns
from .extras import MEASURES, Extras
from .faults import FormFaults, Spot
from .form import FormRow
from .row_type import RowRole, RowType

__all__ = ["QuestionRows"]

TRUE = frozenset({"yes", "true", "true()", "1"})
FALSE = frozenset({"", "no", "false", "false()", "0"})
FILTER = re.compile(
    r"(?P<column>[\w.-]+)\s*=\s*\$\{\s*(?P<question>\w+)\s*\}"
    r"|\$\{\s*(?P<earlier>\w+)\s*\}\s*=\s*(?P<later>[\w.-]+)"
)
QUOTED = re.compile(r"""string\((?:'([^']*)'|"([^"]*)")\)""")
WORKED_OUT = re.compile(r"\$\{|[\w:-]+\(")
#: Columns that change what a form does, and that no question of ours has.
REFUSED: Mapping[str, str] = {
    "trigger": "leave it out: calculations follow the answers that they use",
    "repeat_count": "ask for each in a form of its own, or a fixed number of times",
}
COLUMN = {"": "name", "choices": "type", "kind": "type", "within": "choice_filter"}
#: Kinds that a row with one answer may stand for.
ONE_ANSWER = (QuestionKind.SINGLE, QuestionKind.SCALE, QuestionKind.CONSENT)


@define
class QuestionRows:
    """How questions are read from their rows.

    Parameters
    ----------
    columns
        Where everything stands.
    tags
        Tags of languages by the names that stand in headers.
    extras
        What our own sheet says.
    faults
        Where faults are noted.
    choices
        The lists, which are told what they are filtered by.
    """

    columns: Columns
    tags: Mapping[str, str]
    extras: Extras
    faults: FormFaults
    choices: ChoiceRows

    def get(self, row: FormRow, column: str) -> str:
        """Give what stands in a column."""
        return self.columns.get(row, column)

    def address(self, row: FormRow, column: str) -> str:
        """Give the address of a cell."""
        return self.columns.address(row.number, column)

    def condition(self, row: FormRow, column: str = "relevant") -> Expression | None:
        """Read an expression.

        Parameters
        ----------
        row
            The row.
        column
            The column that it stands in.
        """
        return self.faults.expression(self.get(row, column), self.address(row, column))

    def appearance(self, row: FormRow) -> frozenset[str]:
        """Give the words that say how a row looks."""
        return frozenset(self.get(row, "appearance").lower().split())

    def spot(self, row: FormRow) -> Spot:
        """Tell where the parts of a question, grid or section stand.

        Parameters
        ----------
        row
            Its row.
        """

        def address(part: str) -> str:
            if part.startswith(MEASURES):
                return self.extras.address("question", self.get(row, "name"), part)
            return self.address(row, COLUMN.get(part, part))

        return Spot(address)

    def question(self, row: FormRow, kind: RowType) -> Question | None:
        """Read a question; `None` when it has faults.

        Parameters
        ----------
        row
            Its row.
        kind
            What its type says.
        """
        name = self.get(row, "name")
        for column, mend in REFUSED.items():
            if self.get(row, column) != "":
                self.faults.add(f"{column} is not read", self.address(row, column), mend)
        answered = self._kind(row, kind)
        choices = self.choices.tick() if kind.role is RowRole.ACKNOWLEDGE else kind.choices
        constraint = self.condition(row, "constraint")
        if kind.role is RowRole.RANGE:
            constraint = self._range(row, constraint)
            answered = self._range_kind(row)
        within = self._within(row, choices)
        measures = self.faults.make(
            partial(self.extras.measures, name),
            Spot(lambda part: self.extras.address("question", name, f"{MEASURES}.{part}")),
        )
        if answered is None:
            return None
        return self.faults.make(
            partial(
                Question,
                name=name,
                kind=answered,
                **{part: self.columns.text(row, part, self.tags) for part in TRANSLATED},
                choices=choices,
                within=within,
                required=self._required(row, answered),
                relevant=self.condition(row),
                constraint=constraint,
                calculation=self.condition(row, "calculation"),
                default=self._default(row),
                measures=measures,
            ),
            self.spot(row),
        )

    def _kind(self, row: FormRow, kind: RowType) -> QuestionKind | None:
        """Tell how a question is answered, from its type, its looks and what our sheet says."""
        if kind.kind is not QuestionKind.SINGLE:
            return kind.kind
        name = self.get(row, "name")
        said = self.extras.get("question", name, "kind")
        known = [each.value for each in ONE_ANSWER]
        if said in known:
            return QuestionKind(said)
        if said is not None:
            address = self.extras.address("question", name, "kind")
            self.faults.add(f"unknown kind {quoted(said)}", address, nearest(said, known))
        return QuestionKind.SCALE if "likert" in self.appearance(row) else QuestionKind.SINGLE

    def _required(self, row: FormRow, kind: QuestionKind) -> bool:
        said = self.get(row, "required").lower()
        if said not in TRUE | FALSE:
            mend = "write yes or no; ask under a condition with 'relevant'"
            what = f"required under a condition: {quoted(said)}"
            self.faults.add(what, self.address(row, "required"), mend)
        optional = self.extras.get("question", self.get(row, "name"), "required") == "no"
        return said in TRUE and not (optional and kind is QuestionKind.CONSENT)

    def _default(self, row: FormRow) -> str | None:
        said = self.get(row, "default")
        literal = QUOTED.fullmatch(said)
        if literal is not None:
            return literal[1] or literal[2]
        if WORKED_OUT.search(said) is not None:
            mend = "write an answer as it is stored, or ask without a default"
            what = f"a default that is worked out: {quoted(said)}"
            self.faults.add(what, self.address(row, "default"), mend)
            return None
        return said or None

    def _within(self, row: FormRow, choices: str | None) -> str | None:
        said = self.get(row, "choice_filter")
        if said == "" or choices is None:
            return None
        address = self.address(row, "choice_filter")
        match = FILTER.fullmatch(said)
        if match is None:
            mend = "write it like province = ${province}, with a column of the choices"
            self.faults.add(
                f"choices filtered by more than a question: {quoted(said)}", address, mend
            )
            return None
        self.choices.nest(choices, (match["column"] or match["later"]).lower(), address)
        return match["question"] or match["earlier"]

    def _parameters(self, row: FormRow) -> Mapping[str, str]:
        said = re.sub(r"\s*=\s*", "=", self.get(row, "parameters").lower())
        pairs = (each.partition("=") for each in re.split(r"[\s,;]+", said) if each != "")
        return {key: value for key, _, value in pairs}

    def _range_kind(self, row: FormRow) -> QuestionKind:
        said = self._parameters(row)
        whole = all("." not in said.get(key, "1") for key in ("start", "end", "step"))
        return QuestionKind.INTEGER if whole else QuestionKind.DECIMAL

    def _range(self, row: FormRow, constraint: Expression | None) -> Expression | None:
        """Say the ends of a line as a constraint, beside the one that stands in the row."""
        said = self._parameters(row)
        text = f". >= {said.get('start', '1')} and . <= {said.get('end', '10')}"
        if constraint is not None:
            text = f"({constraint}) and {text}"
        return self.faults.expression(text, self.address(row, "parameters"))

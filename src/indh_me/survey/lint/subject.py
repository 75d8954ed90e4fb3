"""A form as the rules look at it: taken apart once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property

from attrs import define, field, frozen

from indh_me.errors import IndhMeError, Place, nearest
from indh_me.model.text import reads_right_to_left
from indh_me.survey.functions import FUNCTIONS as OURS
from indh_me.survey.grammar import parse
from indh_me.survey.instrument import Instrument
from indh_me.survey.tree import Node
from indh_me.survey.xlsform import language_of
from indh_me.survey.xlsform.form import FormRow, FormSheet, XlsForm
from indh_me.survey.xlsform.survey_type import SurveyType, survey_type

from .sheet_view import SheetView
from .xpath import Token, tokens_of

__all__ = ["Choice", "FormSubject", "Item", "Written", "code_of_language", "reads_from_right"]

LANGUAGE_CODE = re.compile(r"\(([^()]*)\)\s*$")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
#: Columns of the survey sheet that hold expressions, in the order of the template of ODK.
EXPRESSIONS = (
    *("relevant", "constraint", "calculation", "choice_filter", "repeat_count"),
    *("required", "read_only", "default", "trigger"),
)
#: What is no expression there.
PLAIN = frozenset({"", "yes", "no", "true", "false"})
DYNAMIC_DEFAULT = re.compile(r"\$\{|^[a-z][a-z0-9:\-]*\(.*\)$")
#: Pieces of expressions that our own grammar does not know.
FOREIGN = frozenset({"word", "step", "path", "up", "open", "other"})
DEEPEST = 200  # groups: deeper than anybody groups, their list would grow too long
#: Misspelt words that are compared with the known ones: nobody reads so many guesses.
MOST_GUESSES = 300


def code_of_language(language: str) -> str:
    """Give the code between the brackets of a language; an empty one when there is none.

    Examples
    --------
    >>> code_of_language("Français (fr)"), code_of_language("French")
    ('fr', '')
    """
    found = LANGUAGE_CODE.search(language)
    return "" if found is None else found[1].strip()


def reads_from_right(language: str) -> bool:
    """Tell whether a language of a form is written from right to left.

    Examples
    --------
    >>> reads_from_right("العربية (ar)"), reads_from_right("Français (fr)")
    (True, False)
    """
    tag = language_of(language)
    if tag is not None:
        return reads_right_to_left(tag)
    return RIGHT_TO_LEFT.search(language) is not None


@frozen
class Item:
    """A row of the survey sheet.

    Parameters
    ----------
    row
        The row as it stands in the file.
    type
        What its type says.
    name
        Name of the question or group.
    around
        Positions of the groups around it among the items, from the outermost on.
    """

    row: FormRow
    type: SurveyType
    name: str
    around: tuple[int, ...] = ()


@frozen
class Choice:
    """A row of the choices sheet."""

    row: FormRow
    listed: str
    code: str


@frozen
class Written:
    """An expression of the survey sheet.

    Parameters
    ----------
    item
        Whose it is.
    column
        Where it stands.
    text
        As it stands in the file.
    tokens
        Its pieces.
    place
        Its cell.
    """

    item: Item
    column: str
    text: str
    tokens: tuple[Token, ...]
    place: Place

    @property
    def references(self) -> tuple[str, ...]:
        """Names of questions that it uses, each once."""
        return tuple(dict.fromkeys(t.words for t in self.tokens if t.kind == "ref"))

    @property
    def functions(self) -> tuple[str, ...]:
        """Functions that it calls, each once."""
        return tuple(dict.fromkeys(t.words for t in self.tokens if t.kind == "function"))

    @property
    def texts(self) -> frozenset[str]:
        """Texts in quotes that it holds."""
        return frozenset(t.words for t in self.tokens if t.kind == "text")


@define
class _Guesses:
    """Which words were compared with others, and how many more may be: it takes long."""

    left: int = MOST_GUESSES
    known: dict[tuple[str, int, tuple[str, ...]], str] = field(factory=dict)

    def nearest(self, word: str, known: tuple[str, ...]) -> str:
        key = (word, len(known), known[:1])
        if key not in self.known:
            if self.left == 0:
                return f"write one of the {len(known)} that there are"
            self.left -= 1
            self.known[key] = nearest(word, known)
        return self.known[key]


@frozen(slots=False)
class FormSubject:
    """What the rules look at.

    Parameters
    ----------
    form
        The form as it stands in the file.
    instrument
        The instrument that it was made of, if it was made of one.
    """

    form: XlsForm
    instrument: Instrument | None = None
    _guesses: _Guesses = field(factory=_Guesses, init=False)

    def nearest(self, word: str, known: tuple[str, ...]) -> str:
        """Say which known word was probably meant; of very many misspelt words, of the first."""
        return self._guesses.nearest(word, known)

    @property
    def place(self) -> Place:
        """The form as a whole."""
        return Place(file=self.form.file)

    @cached_property
    def survey(self) -> SheetView:
        """The sheet of questions; one without columns when there is none."""
        return self._view("survey")

    @cached_property
    def choices(self) -> SheetView:
        """The sheet of choices; one without columns when there is none."""
        return self._view("choices")

    @cached_property
    def settings(self) -> SheetView:
        """The sheet of settings; one without columns when there is none."""
        return self._view("settings")

    def _view(self, name: str) -> SheetView:
        sheet = self.form.sheet(name)
        return SheetView(FormSheet(name, (), ()) if sheet is None else sheet, self.form.file)

    def setting(self, name: str) -> str:
        """Give the text of a setting; an empty one when it is not set."""
        rows = self.settings.sheet.rows
        return self.settings.get(rows[0], name) if rows else ""

    def setting_place(self, name: str) -> Place:
        """Give the place of a setting; without a sheet of settings, that of the form."""
        rows = self.settings.sheet.rows
        if self.form.sheet("settings") is None:
            return self.place
        if not rows:
            return self.settings.place(1, name)
        return self.settings.place(rows[0].number, name)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The rows of the survey sheet that say anything, in order."""
        found: list[Item] = []
        opened: list[int] = []
        for row in self.survey.sheet.rows:
            text, name = self.survey.get(row, "type"), self.survey.get(row, "name")
            is_off = self.survey.get(row, "disabled").lower() in {"yes", "true", "true()"}
            if (text == "" and name == "") or is_off:
                continue
            type_ = survey_type(text)
            if type_.ends != "" and opened:
                opened.pop()
            found.append(Item(row, type_, name, tuple(opened)))
            if type_.begins != "" and len(opened) < DEEPEST:
                opened.append(len(found) - 1)
        return tuple(found)

    @cached_property
    def named(self) -> Mapping[str, Item]:
        """The first item of each name."""
        found: dict[str, Item] = {}
        for item in self.items:
            if item.name != "" and item.type.ends == "":
                found.setdefault(item.name, item)
        return found

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of questions and groups, in order."""
        return tuple(self.named)

    @cached_property
    def lists(self) -> Mapping[str, tuple[Choice, ...]]:
        """Choices by name of their list."""
        found: dict[str, list[Choice]] = {}
        for row in self.choices.sheet.rows:
            listed = self.choices.get(row, "list_name")
            if listed != "":
                choice = Choice(row, listed, self.choices.get(row, "name"))
                found.setdefault(listed, []).append(choice)
        return {name: tuple(choices) for name, choices in found.items()}

    @cached_property
    def list_names(self) -> tuple[str, ...]:
        """Names of the lists, in order."""
        return tuple(self.lists)

    @cached_property
    def codes(self) -> Mapping[str, tuple[str, ...]]:
        """Codes by name of their list."""
        return {name: tuple(each.code for each in lst) for name, lst in self.lists.items()}

    @cached_property
    def uses(self) -> Mapping[str, tuple[Item, ...]]:
        """Questions by name of the list that they offer."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            if item.type.offers_list:
                found.setdefault(item.type.listed, []).append(item)
        return {name: tuple(items) for name, items in found.items()}

    def codes_of(self, item: Item) -> tuple[str, ...] | None:
        """Give the codes that a question offers; `None` when they cannot be known."""
        if not item.type.offers_list or item.type.name == "select_one_external":
            return None
        codes = self.codes.get(item.type.listed)
        if codes is None or "search(" in self.survey.get(item.row, "appearance").lower():
            return None
        return (*codes, "other") if item.type.has_other else codes

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Languages of both sheets, as they are written, in order."""
        named = (*self.survey.headers, *self.choices.headers)
        return tuple(dict.fromkeys(each.language for each in named if each.language != ""))

    @cached_property
    def expressions(self) -> tuple[Written, ...]:
        """The expressions of the survey sheet, in order."""
        return tuple(self._expressions())

    def _expressions(self) -> Iterator[Written]:
        columns = [each for each in EXPRESSIONS if self.survey.has(each)]
        for item in self.items:
            for column in columns:
                text = self.survey.get(item.row, column)
                if text.lower() in PLAIN:
                    continue
                if column == "default" and DYNAMIC_DEFAULT.search(text) is None:
                    continue
                if column == "trigger":
                    text = text.replace(",", " + ")
                place = self.survey.place(item.row.number, column)
                yield Written(item, column, text, tokens_of(text), place)

    @cached_property
    def trees(self) -> Mapping[str, Node]:
        """Expressions by their text, as far as our own grammar reads them: clients read more."""
        found: dict[str, Node] = {}
        for written in self.expressions:
            text = written.text
            is_ours = all(
                token.words in OURS if token.kind == "function" else token.kind not in FOREIGN
                for token in written.tokens
            )
            if is_ours and text not in found:
                with suppress(IndhMeError):
                    found[text] = parse(text)
        return found

    def written(self, *columns: str) -> Iterable[Written]:
        """Give the expressions of some columns."""
        return (each for each in self.expressions if each.column in columns)

    def appearances(self, item: Item) -> tuple[str, ...]:
        """Give the words of an appearance, without what stands in brackets behind them."""
        text = re.sub(r"\([^()]*\)", "", self.survey.get(item.row, "appearance").lower())
        return tuple(text.split())

    def is_within(self, item: Item, appearance: str) -> bool:
        """Tell whether a group around an item has an appearance."""
        return any(appearance in self.appearances(self.items[at]) for at in item.around)

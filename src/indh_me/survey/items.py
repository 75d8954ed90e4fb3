"""The item bank that comes with the package: questions, ready to be put into a form."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from indh_me.catalog.questions import MODULES, module, scales
from indh_me.errors import Fault, InvalidInputError, nearest, quoted
from indh_me.model import Text, _fields

from .choice import Choice, ChoiceList
from .instrument import Moment
from .measure import Measurement, ReviewStatus
from .names import question_name
from .question import Question
from .statistic import Stage, Statistic
from .translation import READ

__all__ = ["Bank", "Item", "Module", "bank"]

T = TypeVar("T")

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
#: Keys of an item's table that go into the question, and those that go into what it measures.
ASKED = ("kind", "choices", "required", "relevant", "constraint", "calculation")
MEASURED = ("kirkpatrick", "ltem", "construct", "direction", "acceptable_from", "review")


@frozen(kw_only=True)
class Module:
    """Items that stand together in a form, as one section.

    Parameters
    ----------
    code
        ``M1``, ``C2``.
    name
        Short name for the section.
    title
        Heading of the section.
    heading
        What is asked of every row, where the module is a grid; else `None`.
    review
        By language, whether a native specialist has signed title and heading.

    Examples
    --------
    >>> bank().module("M1").name
    'relevance'
    """

    code: str = field(validator=_fields.code)
    name: str = field(validator=question_name)
    title: Text = field(validator=_fields.is_a(Text))
    heading: Text | None = field(default=None, validator=_fields.optional(Text))
    review: tuple[tuple[str, str], ...] = field(default=(), converter=_fields.pairs)


@frozen(kw_only=True)
class Item:
    """A question of the bank, with places to fill in or without.

    Parameters
    ----------
    question
        The template: its name is the id of the item, its words may hold placeholders such as
        ``{objective}``, its measure tells module, level, tier, construct and review.
    moments
        When it is asked.
    statistic
        What its answers are reported by; `None` for words that nobody answers.
    stage
        Of items on communication: output, out-take or outcome.
    indicator
        Code in the indicator library that its answers make a value of, alone or with others.

    Examples
    --------
    >>> item = bank().item("able_now")
    >>> item.placeholders, item.statistic.value, item.measures.ltem
    (('objective',), 'paired_change', 3)
    >>> item.id, item.module
    ('able_now', 'M4')
    """

    question: Question = field(validator=_fields.is_a(Question))
    moments: tuple[Moment, ...] = ()
    statistic: Statistic | None = None
    stage: Stage | None = None
    indicator: str | None = None

    @property
    def id(self) -> str:
        """Its id: a small letter, then such letters, digits and ``_``, 20 at most."""
        return self.question.name

    @property
    def measures(self) -> Measurement:
        """What its answers tell of."""
        return self.question.measures or Measurement()

    @property
    def module(self) -> str | None:
        """Code of its module; `None` for an item that is not of the bank."""
        return self.measures.module

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Names of what is filled in, in the order of their first use.

        Examples
        --------
        >>> bank().item("result").placeholders
        ('indicator',)
        """
        found = (
            name
            for _, text in _words(self.question)
            for _, words in text.words
            for name in PLACEHOLDER.findall(words)
        )
        return tuple(dict.fromkeys(found))

    def ask(
        self,
        name: str | None = None,
        *,
        filling: Mapping[str, Text] | None = None,
        key: str | None = None,
        objective: str | None = None,
        feeds: str | None = None,
        **parts: object,
    ) -> Question:
        """Make the question of a form.

        Parameters
        ----------
        name
            Its name in the form; `None`: the id.
        filling
            Words for each placeholder.
        key, objective, feeds
            Parts of what it measures that the form knows: right answer, objective, indicator.
        parts
            Other parts of the question to replace, such as ``choices`` or ``relevant``.

        Returns
        -------
        Question
            In each language that the template and all words filled into it have; one that is
            missing is left out, so that the form reports it as missing.

        Raises
        ------
        InvalidInputError
            When a placeholder is left without words, words are given for one that the item does
            not have, or no language has them all.

        Examples
        --------
        >>> plan = Text.of(en="draw up a plan", fr="établir un plan")
        >>> now = bank().item("able_now").ask("able_now_1", filling={"objective": plan})
        >>> now.name, now.label.get("en"), now.label.get("ar") is None
        ('able_now_1', 'Today: draw up a plan', True)
        """
        given = {} if filling is None else dict(filling)
        faults = tuple(self._filling_faults(given))
        if faults:
            raise InvalidInputError(*faults)
        for part, text in _words(self.question):
            if part not in parts:
                parts[part] = _filled(text, given, f"{self.id}.{part}")
        known = {"key": key, "objective": objective, "feeds": feeds}
        added = {part: each for part, each in known.items() if each is not None}
        measures = evolve(self.measures, **added)  # type: ignore[arg-type]  # attrs checks them itself
        return self.question.with_parts(
            **{"name": self.id if name is None else name, "measures": measures, **parts}
        )

    def _filling_faults(self, filling: Mapping[str, Text]) -> Iterator[Fault]:
        for name in self.placeholders:
            if name not in filling:
                mend = f"give them: filling={{{name!r}: Text.of(...)}}"
                yield Fault(f"no words for {{{name}}}", f"{self.id}.{name}", mend)
        for name, words in filling.items():
            if name not in self.placeholders:
                mend = nearest(str(name), self.placeholders)
                yield Fault(f"{self.id!r} has no place for {quoted(name)}", self.id, mend)
            else:
                yield from _no_text(words, f"{self.id}.{name}")


@frozen(kw_only=True)
class Bank:
    """Modules, their items and the lists of answers that these offer.

    Parameters
    ----------
    modules
        In order.
    every
        All items, module by module.
    scales
        Lists of answers, scales among them.
    scale_reviews
        By list and language, whether a native specialist has signed its words.

    Examples
    --------
    >>> [item.id for item in bank().items("M6")]
    ['share_useful', 'recommend', 'recommend_why']
    >>> bank().scale("yndk").codes
    ('yes', 'no', 'dk')
    """

    modules: tuple[Module, ...]
    every: tuple[Item, ...]
    scales: tuple[ChoiceList, ...]
    scale_reviews: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = field(default=())

    def item(self, code: str) -> Item:
        """Give an item by its code, the id.

        Raises
        ------
        UnknownCodeError
            When there is none, with the nearest id.

        Examples
        --------
        >>> bank().item("recommend").question.label.get("en")
        'Would you advise a colleague who does the same work to attend this session?'
        """
        return _fields.by_code(self._items, code, "item")

    def items(
        self, module: str | None = None, moment: Moment | str | None = None
    ) -> tuple[Item, ...]:
        """List items.

        Parameters
        ----------
        module
            Code of the module; `None`: of all.
        moment
            Only those asked at this moment; `None`: at any.

        Raises
        ------
        UnknownCodeError
            For a module that does not exist.
        ParseError
            For a moment that does not exist.

        Examples
        --------
        >>> [item.id for item in bank().items("M7", "follow_up")][:3]
        ['used', 'example', 'help_received']
        """
        if module is not None:
            self.module(module)
        when = None if moment is None else _fields.word_of(Moment, moment, "moment")
        return tuple(
            item
            for item in self.every
            if module in {None, item.module} and (when is None or when in item.moments)
        )

    def module(self, code: str) -> Module:
        """Give a module by its code.

        Raises
        ------
        UnknownCodeError
            When there is none, with the nearest code.

        Examples
        --------
        >>> bank().module("M1").heading.get("en")
        'How far do you agree with these statements?'
        """
        return _fields.by_code(self._modules, code, "module")

    def scale(self, name: str) -> ChoiceList:
        """Give a list of answers by its name.

        Raises
        ------
        UnknownCodeError
            When there is none, with the nearest name.

        Examples
        --------
        >>> bank().scale("agree5").is_scale
        True
        """
        return _fields.by_code(self._scales, name, "list of answers")

    def drafts(self, language: str) -> tuple[str, ...]:
        """List all whose words in a language no native specialist has signed.

        Parameters
        ----------
        language
            Tag of the language.

        Returns
        -------
        tuple[str, ...]
            Modules, items and lists, each as ``module M1``, ``item recommend``, ``list yndk``.

        Examples
        --------
        >>> bank().drafts("ar")[0]
        'module M0'
        """
        reviewed = [
            *((f"module {each.code}", Measurement(review=each.review)) for each in self.modules),
            *((f"item {each.id}", each.measures) for each in self.every),
            *((f"list {name}", Measurement(review=review)) for name, review in self.scale_reviews),
        ]
        return tuple(
            what for what, signed in reviewed if signed.review_in(language) is ReviewStatus.DRAFT
        )

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.every}

    @cached_property
    def _modules(self) -> Mapping[str, Module]:
        return {each.code: each for each in self.modules}

    @cached_property
    def _scales(self) -> Mapping[str, ChoiceList]:
        return {each.name: each for each in self.scales}


@cache
def bank() -> Bank:
    """Give the item bank that comes with the package.

    Returns
    -------
    Bank
        Modules M0 to M8 on training and C1 to C4 on communication, every word in Arabic, French
        and English. It is read when it is first asked for.

    Examples
    --------
    >>> [module.code for module in bank().modules][-4:]
    ['C1', 'C2', 'C3', 'C4']
    """
    tables = [module(code) for code in MODULES]
    return Bank(
        modules=tuple(_module(each["module"]) for each in tables),
        every=tuple(
            _item(name, each["module"]["code"], item)
            for each in tables
            for name, item in each["items"].items()
        ),
        scales=tuple(_scale(name, each) for name, each in scales().items()),
        scale_reviews=tuple(
            (name, _fields.pairs(each["review"])) for name, each in scales().items()
        ),
    )


def _module(table: Mapping[str, Any]) -> Module:
    heading = table.get("heading")
    return Module(
        code=table["code"],
        name=table["name"],
        title=Text(table["title"]),
        heading=None if heading is None else Text(heading),
        review=table["review"],
    )


def _item(name: str, module: str, table: Mapping[str, Any]) -> Item:
    statistic, stage = table.get("statistic"), table.get("stage")
    measured = {key: table[key] for key in MEASURED if key in table}
    asked = {key: table[key] for key in ASKED if key in table}
    words: dict[str, Any] = {part: Text(table[part]) for part in READ if part in table}
    return Item(
        question=Question(
            name=name, measures=Measurement(item=name, module=module, **measured), **asked, **words
        ),
        moments=tuple(Moment(each) for each in table["moments"]),
        statistic=None if statistic is None else Statistic(statistic),
        stage=None if stage is None else Stage(stage),
        indicator=table.get("indicator"),
    )


def _scale(name: str, table: Mapping[str, Any]) -> ChoiceList:
    choices = []
    for each in table["choices"]:
        words = {tag: label for tag, label in each.items() if tag != "code"}
        choices.append(Choice(each["code"], Text(words)))
    return ChoiceList(name, choices, is_scale=table.get("is_scale", False))


def _no_text(words: object, at: str) -> Iterator[Fault]:
    if not isinstance(words, Text):
        mend = "make one with Text.of(fr='...')"
        yield Fault(f"{quoted(words)} is not a Text", at, mend)


def _words(question: Question) -> Iterator[tuple[str, Text]]:
    """Go through the parts of a question that are read."""
    for part in READ:
        text = getattr(question, part)
        if text is not None:
            yield part, text


def _filled(text: Text, filling: Mapping[str, Text], at: str) -> Text:
    """Put words in for the placeholders, in each language that has them all."""
    filled = {}
    for language, words in text.words:
        names = PLACEHOLDER.findall(words)
        if _all_in(language, (filling[name] for name in names)):
            filled[language] = PLACEHOLDER.sub(
                partial(_put_in, filling=filling, language=language), words
            )
    if not filled:
        known = ", ".join(text.languages)
        what = "no language has all the words that are filled in"
        raise InvalidInputError(Fault(what, at, f"give all of them in one of {known}"))
    return Text(filled)


def _all_in(language: str, texts: Iterable[Text]) -> bool:
    return all(text.get(language) is not None for text in texts)


def _put_in(found: re.Match[str], *, filling: Mapping[str, Text], language: str) -> str:
    return filling[found[1]].get(language) or ""

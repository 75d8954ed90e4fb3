"""The page of the item bank in the documentation, written from the bank itself."""

from collections.abc import Iterable, Iterator
from enum import Enum

from indh_me.model import Text
from indh_me.model.text import reads_right_to_left
from indh_me.survey import Bank, ChoiceList, Item, Module

__all__ = ["item_page"]

LANGUAGES = ("en", "fr", "ar")
WORDS = ("Id", "English", "Français", "العربية")
FACTS = (
    *("Id", "Asked as", "Answers", "At", "Level", "Tier", "Stage", "Construct"),
    *("Better", "Acceptable from", "Reported by", "Indicator"),
)
#: How the parts of a question are written in a cell.
PARTS = {"label": "{}", "hint": "*{}*", "constraint_message": "→ {}"}
HEAD = """# Item bank

<!-- Written from the bank by `nox -s golden`: change catalog/items, not this page. -->

Every question that forms are made of, with its answers, in English, French and Arabic.
[The explanation](../explanation/item-bank.md) says what the columns mean, why each question has
them, and how a review is signed. From Python, `me.bank()` gives it. Words in braces are filled in
by a session or an event; hints stand in italics, and after an arrow what is said when an answer
does not meet its condition.

All words are drafts until a native specialist has signed them; where one has, the tables say so.
"""


def item_page(bank: Bank) -> str:
    """Write the page.

    Parameters
    ----------
    bank
        The bank.
    """
    blocks = [HEAD.rstrip("\n")]
    for module in bank.modules:
        blocks += _module(module, bank.items(module.code))
    blocks.append("## Answers")
    reviews = dict(bank.scale_reviews)
    for scale in bank.scales:
        blocks += _scale(scale, reviews.get(scale.name, ()))
    return "\n\n".join(blocks) + "\n"


def _module(module: Module, items: Iterable[Item]) -> Iterator[str]:
    yield f"## {module.code} {module.title.get('en')}"
    listed = tuple(items)
    titles = [("section", module.title), ("grid", module.heading)]
    rows = [
        (f"*{noun}*", *_words([("{}", text)], module.review))
        for noun, text in titles
        if text is not None
    ]
    rows += [(f"`{item.id}`", *_words(_parts(item), item.measures.review)) for item in listed]
    yield _table(WORDS, rows)
    yield _table(FACTS, [_facts(item) for item in listed])


def _scale(scale: ChoiceList, review: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"### `{scale.name}`"
    rows = [
        (f"`{choice.code}`", *_words([("{}", choice.label)], review))
        for choice in scale.choices
        if choice.label is not None
    ]
    yield _table(("Code", *WORDS[1:]), rows)


def _parts(item: Item) -> list[tuple[str, Text]]:
    found = [(form, getattr(item.question, part)) for part, form in PARTS.items()]
    return [(form, text) for form, text in found if text is not None]


def _words(parts: Iterable[tuple[str, Text]], review: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Give the words in each language, and whether they are signed."""
    listed, signed = tuple(parts), dict(review)
    for language in LANGUAGES:
        lines = [form.format(text.get(language)) for form, text in listed]
        if signed.get(language, "draft") != "draft":
            lines.append(f"({signed[language]})")
        cell = "<br>".join(lines)
        if reads_right_to_left(language):
            cell = f'<bdi dir="rtl">{cell.replace("→", "←")}</bdi>'
        yield cell


def _facts(item: Item) -> tuple[str, ...]:
    question, measures = item.question, item.measures
    needed = ", required" if question.required else ""
    kind = f"{question.kind.value}{needed}"
    logic = [
        f"{word} `{each}`"
        for word, each in (
            ("if", question.relevant),
            ("when", question.constraint),
            ("=", question.calculation),
        )
        if each is not None
    ]
    return (
        f"`{item.id}`",
        "<br>".join([kind, *logic]),
        "" if question.choices is None else f"[`{question.choices}`](#{question.choices})",
        ", ".join(moment.value for moment in item.moments),
        _shown(measures.kirkpatrick),
        _shown(measures.ltem),
        _shown(item.stage),
        _shown(measures.construct),
        _shown(measures.direction),
        "" if measures.acceptable_from is None else f"`{measures.acceptable_from}`",
        "" if item.statistic is None else f"`{item.statistic.value}`",
        "" if item.indicator is None else f"`{item.indicator}`",
    )


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(value.value if isinstance(value, Enum) else value).replace("_", " ")


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Lay out a table, without the columns that nothing stands in."""
    names, listed = tuple(head), [tuple(row) for row in rows]
    kept = [at for at in range(len(names)) if any(row[at] for row in listed)]
    lines = [names, ["---"] * len(names), *listed]
    return "\n".join(f"| {' | '.join(row[at] for at in kept)} |" for row in lines)

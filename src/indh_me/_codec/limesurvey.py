"""Names that a form has in LimeSurvey, which takes no underscores and only short codes."""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from indh_me.survey.choice import ChoiceList
from indh_me.survey.instrument import Instrument

__all__ = ["LimeSurveyNames", "limesurvey_names"]

#: Longest code of a question, and of an answer to pick.
LONGEST_NAME, LONGEST_CODE = 20, 5
NOT_ALLOWED = re.compile(r"[^A-Za-z0-9]")


@frozen
class LimeSurveyNames:
    """What names and codes of a form are called in LimeSurvey.

    Parameters
    ----------
    names
        Codes in LimeSurvey by name of question, grid or section.
    codes
        Codes in LimeSurvey by name of a list and code of a choice in it.
    options
        The same for choices of which several may be picked, where codes may be longer.
    """

    names: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    options: Mapping[str, Mapping[str, str]]


def limesurvey_names(form: Instrument) -> LimeSurveyNames:
    """Map the names and codes of a form to those that LimeSurvey takes.

    What LimeSurvey takes as it is keeps its name; of the others all but letters and digits go,
    and what is too long or no longer unique ends in a number. The same form always gives the
    same names.

    Parameters
    ----------
    form
        The form.

    Examples
    --------
    >>> from indh_me.model import Text
    >>> from indh_me.survey import Question, Section
    >>> hello = Question(name="first_action", kind="text", label=Text.of(en="?"))
    >>> form = Instrument(
    ...     code="demo",
    ...     title=Text.of(en="Demo"),
    ...     version="2026112301",
    ...     languages=["en"],
    ...     sections=[Section(name="main", items=[hello])],
    ... )
    >>> limesurvey_names(form).names["first_action"]
    'firstaction'
    """
    names: list[str] = []
    for section in form.sections:
        for item in section.items:
            names.append(item.name)
            names += [row.name for row in getattr(item, "rows", ())]
    return LimeSurveyNames(
        names=_short(names, LONGEST_NAME, "q"),
        codes={each.name: _short(each.codes, LONGEST_CODE, "A") for each in form.choice_lists},
        options={each.name: _options(each) for each in form.choice_lists},
    )


def _options(listed: ChoiceList) -> Mapping[str, str]:
    return _short(listed.codes, LONGEST_NAME, "A")


def _short(names: Iterable[str], longest: int, first: str) -> Mapping[str, str]:
    """Shorten names, each to one of its own."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(names, start=1):
        bare = NOT_ALLOWED.sub("", name)
        if len(bare) > longest and longest == LONGEST_CODE:
            # The beginning of a word says less than its place in the list.
            bare = f"{first}{number}"
        short = bare[:longest] or first
        turn = 1
        # Two columns of an export must not differ by the case of a letter alone.
        while short.lower() in taken:
            turn += 1
            short = f"{bare[: longest - len(str(turn))]}{turn}"
        taken.add(short.lower())
        found[name] = short
    return found

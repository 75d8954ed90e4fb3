"""What the code says of the words that stand for a status, a reason, a kind of question ..."""

import inspect
import re
from enum import Enum

import indh_me as me

from .markdown import code, table

__all__ = ["meanings", "words_markdown"]

#: A word, behind the comment that says what it means.
MEMBER = re.compile(r"((?:^ +#: .*\n)*)^ +[A-Z0-9_]+ = \"(\w+)\"$", re.MULTILINE)


def meanings(kind: type[Enum]) -> dict[str, str]:
    """Give the words of an enum, each with its meaning; empty where none is written.

    Examples
    --------
    >>> meanings(me.Severity)["info"]
    'Worth knowing.'
    """
    found = MEMBER.findall(inspect.getsource(kind))
    return {word: " ".join(comment.replace("#:", "").split()) for comment, word in found}


def words_markdown(name: str) -> str:
    """List the words of an enum with their meanings.

    Parameters
    ----------
    name
        Its name in the library.
    """
    kind = getattr(me, name)
    return table(["Word", "Meaning"], ([code(word), told] for word, told in meanings(kind).items()))

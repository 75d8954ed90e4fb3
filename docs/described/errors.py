"""What the classes of errors say of themselves."""

import inspect
import re

import indh_me as me

__all__ = ["error_markdown"]


def error_markdown(name: str) -> str:
    """Describe a class of errors: its code, what else it is, and what it stands for.

    Parameters
    ----------
    name
        Its name in the library.
    """
    kind = getattr(me, name)
    told = re.split(r"\n\n\w+\n-{3,}\n", inspect.cleandoc(kind.__doc__))[0]
    others = [_class(each) for each in kind.__bases__ if each is not Exception]
    also = f" Also {' and '.join(others)}." if others else ""
    return f"Code: `{kind.code}`.{also}\n\n{told}"


def _class(kind: type) -> str:
    if issubclass(kind, me.IndhMeError):
        return f"{{py:exc}}`~indh_me.{kind.__name__}`"
    return f"`{kind.__name__}`"

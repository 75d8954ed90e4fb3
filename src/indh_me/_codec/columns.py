"""The header of a table of observations."""

from collections.abc import Iterable

from attrs import evolve

from indh_me.errors import Fault, IndhMeError, InvalidInputError, Place, nearest, quoted
from indh_me.model.text import language_tag

__all__ = ["CATEGORY", "PLAIN", "REQUIRED", "SAMPLE", "TEXTS", "Columns"]

#: Columns without which there is no observation.
REQUIRED = ("indicator", "period", "value")
#: What a share was made from.
SAMPLE = ("numerator", "denominator", "n")
#: Columns that hold one value each.
PLAIN = (*REQUIRED, *SAMPLE, "source", "page", "collected")
#: What the names of columns of categories begin with.
CATEGORY = "by"
#: What the names of columns of texts begin with.
TEXTS = ("scope", "note", "quote")


class Columns:
    """The header of a table: which column holds what.

    Parameters
    ----------
    header
        Names of the columns.

    Raises
    ------
    InvalidInputError
        For unknown, repeated and missing columns, all together.

    Examples
    --------
    >>> Columns(["indicator", "period", "value", "by:sex", "note:fr"]).dimensions
    {'by:sex': 'sex'}
    """

    def __init__(self, header: Iterable[str]) -> None:
        names = tuple(header)
        self.dimensions: dict[str, str] = {}
        self.texts: dict[str, dict[str, str]] = {kind: {} for kind in TEXTS}
        faults: list[Fault] = []
        for name in names:
            kind, _, detail = name.partition(":")
            if kind == CATEGORY and detail != "":
                self.dimensions[name] = detail
            elif kind in TEXTS and detail != "":
                self.texts[kind][name] = detail
                faults += _tag_faults(name, detail)
            elif name not in PLAIN:
                mend = nearest(name, [*PLAIN, "by:DIMENSION", "scope:fr", "note:fr", "quote:fr"])
                faults.append(Fault(f"unknown column {quoted(name)}", name, mend))
        faults += [
            Fault(f"column {name!r} stands there twice", name, "keep one")
            for name in sorted({name for name in names if names.count(name) > 1})
        ]
        faults += [
            Fault(f"column {name!r} is missing", mend=f"the first line needs {', '.join(REQUIRED)}")
            for name in REQUIRED
            if name not in names
        ]
        if faults:
            raise InvalidInputError(*faults)


def _tag_faults(column: str, tag: str) -> Iterable[Fault]:
    try:
        language_tag(tag)
    except IndhMeError as error:
        return [evolve(fault, where=Place(column)) for fault in error.faults]
    return ()

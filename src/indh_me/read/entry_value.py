"""What a row of the data-entry sheet says: a figure with its bounds, or why there is none."""

from collections.abc import Mapping
from typing import NoReturn

from attrs import evolve

from indh_me.compute.collection import EntryForm
from indh_me.errors import Fault, InvalidInputError, ParseError, Place, quoted
from indh_me.model import Absence, Quantity

from .entry_columns import AMOUNTS
from .typed_figure import Typed, typed_figure
from .typed_number import plain_text, spelt_numbers
from .vocabulary import CATALOGUE, Vocabulary, folded

__all__ = ["is_blank", "row_value"]

#: Names of the parts of a quantity, by the columns that they stand in.
PARTS = {"numerator": "numerator", "denominator": "denominator", "sample_size": "n"}
BOUNDS = ("low", "high")
CHOOSE = "choose from the list of the cell"
CLEAR = "clear one of the two"


def is_blank(cell: object) -> bool:
    """Tell whether a cell holds nothing that can be seen.

    Examples
    --------
    >>> is_blank(" "), is_blank(0)
    (True, False)
    """
    if not isinstance(cell, str):
        return cell is None
    return cell.strip() == "" or (not cell.isascii() and plain_text(cell) == "")


def row_value(
    cells: Mapping[str, object], language: str, words: Vocabulary = CATALOGUE
) -> Typed | None:
    """Read the value of a row, with all that is typed beside it.

    Parameters
    ----------
    cells
        Cells that are not blank, by the names of their columns.
    language
        Tag of the workbook's language.
    words
        Those that cells may be filled in with.

    Returns
    -------
    Typed | None
        `None` when nothing was reported in it.

    Raises
    ------
    InvalidInputError
        For what cannot be read, or contradicts itself; the place is the name of the column.

    Notes
    -----
    It is read as the folded columns of the sheet read it: a value without further words is
    exact, one that is known as *at least* is a lower bound, and so on.

    Examples
    --------
    >>> str(row_value({"value": 18000.0, "known_as": "au moins"}, "fr").value)
    '>=18000'
    >>> str(row_value({"low": 69.0, "high": "73"}, "fr").value)
    '69..73'
    """
    typed = _value(cells["value"], language, words) if "value" in cells else None
    word = folded(str(cells.get("known_as", "")))
    amounts = {name: _amount(name, cells[name], language) for name in AMOUNTS if name in cells}
    absence = _absence(typed, word, words.absences.get(word), cells)
    if absence is not None:
        for name in amounts:
            _refuse(name, f"{quoted(cells[name])} beside an absence", CLEAR)
        return Typed(absence)
    known_as = words.known_as.get(word)
    if word != "" and known_as is None:
        what = f"{quoted(cells['known_as'])} is not a way to know a figure"
        _refuse("known_as", what, CHOOSE)
    bounds: dict[str, float] = {name: amounts[name] for name in BOUNDS if name in amounts}
    counts = {PARTS[name]: amounts[name] for name in PARTS if name in amounts}
    quantity = None if typed is None or isinstance(typed.value, Absence) else typed.value
    made = _quantity(quantity, known_as, bounds)
    if made is None:
        for name in (name for name in PARTS if name in amounts):
            _refuse(name, f"{quoted(cells[name])} without a value", "type the value as well")
        return None
    if quantity is not None:
        # Counts that were typed behind the value, as in '64 [16/25]'.
        own = {name: getattr(quantity, name) for name in PARTS.values()}
        made = evolve(made, **own)
    form = EntryForm.NUMBER if typed is None else typed.form
    return Typed(_with_counts(made, counts), form)


def _absence(
    typed: Typed | None, word: str, absence: Absence | None, cells: Mapping[str, object]
) -> Absence | None:
    """Give the absence that a row states, in the cell of the value or in that of the precision."""
    if typed is None:
        return absence
    if not isinstance(typed.value, Absence):
        if absence is not None:
            _refuse("value", f"a value beside {quoted(cells['known_as'])}", CLEAR)
        return None
    if word != "" and absence is not typed.value:
        _refuse("known_as", f"{quoted(cells['known_as'])} beside an absence", CLEAR)
    return typed.value


def _value(cell: object, language: str, words: Vocabulary) -> Typed:
    if isinstance(cell, bool):
        return Typed(Quantity.exactly(int(cell)), EntryForm.ANSWER)
    if isinstance(cell, int | float):
        return Typed(_at_column("value", cell))
    if not isinstance(cell, str):
        what = f"{quoted(str(cell))} is a day or a time, not a figure"
        _refuse("value", what, "format the cell as a number and type the figure again")
    try:
        return typed_figure(cell, language, words)
    except InvalidInputError as error:
        raise _moved(error, "value") from None


def _amount(name: str, cell: object, language: str) -> float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _best(_at_column(name, cell))
    try:
        text = plain_text(cell) if isinstance(cell, str) else ""
        quantity = Quantity.parse(spelt_numbers(text[:300], language))
    except InvalidInputError as error:
        if any("can be read as" in fault.what or "comma" in fault.what for fault in error.faults):
            raise _moved(error, name) from None
        what = f"{quoted(cell)} is not a number"
        raise ParseError(Fault(what, name, "type a number")) from None
    if not quantity.is_exact:
        _refuse(name, f"{quoted(cell)} is not a plain number", "type one number")
    return _best(quantity)


def _best(quantity: Quantity) -> float:
    return 0.0 if quantity.best is None else quantity.best


def _at_column(name: str, number: float) -> Quantity:
    try:
        return Quantity.exactly(number)
    except InvalidInputError as error:
        raise _moved(error, name) from None


def _quantity(
    typed: Quantity | None, known_as: str | None, bounds: Mapping[str, float]
) -> Quantity | None:
    """Put together what is typed in the columns of value, precision and bounds."""
    if known_as == "unknown":
        if typed is not None or len(bounds) > 0:
            _refuse("known_as", "a figure that is unknown, with a number beside it", CLEAR)
        return Quantity()
    if typed is not None and not typed.is_exact:
        return _bounded(typed, known_as, bounds)
    number = None if typed is None else typed.best
    if number is None and len(bounds) == 0:
        if known_as is not None:
            what = "a precision without a figure"
            _refuse("known_as", what, "type the figure, or clear this cell")
        return None
    if number is not None and known_as in {None, "exactly"}:
        if len(bounds) > 0:
            what = "bounds beside a value that is not said to be uncertain"
            mend = "choose 'about' beside the value, or clear the bounds"
            _refuse(next(iter(bounds)), what, mend)
        return typed
    low, high = bounds.get("low"), bounds.get("high")
    twice = {"at_least": "low", "at_most": "high"}.get(known_as or "")
    if twice is not None and number is not None:
        if twice in bounds:
            _refuse(twice, "the same bound in two cells", CLEAR)
        low, high = (number, high) if twice == "low" else (low, number)
        number = None
    return _made(number, low, high)


def _bounded(typed: Quantity, known_as: str | None, bounds: Mapping[str, float]) -> Quantity:
    """Let a value stand that was typed with its own bounds."""
    own = {
        "at_least": typed.best is None and typed.high is None,
        "at_most": typed.best is None and typed.low is None,
        "between": typed.best is None and None not in {typed.low, typed.high},
        "about": typed.best is not None,
    }
    if known_as is not None and not own.get(known_as, False):
        _refuse("known_as", f"'{typed}' is known in another way than this", CLEAR)
    for name in bounds:
        _refuse(name, f"a bound beside '{typed}', which has its own", CLEAR)
    return typed


def _made(best: float | None, low: float | None, high: float | None) -> Quantity:
    try:
        return Quantity(best, low, high)
    except InvalidInputError as error:
        raise _moved(error, "value") from None


def _with_counts(quantity: Quantity, counts: Mapping[str, float]) -> Quantity:
    for name in counts:
        if getattr(quantity, name) is not None:
            column = next(key for key, part in PARTS.items() if part == name)
            _refuse(column, f"{name} stands in the value too", CLEAR)
    try:
        return evolve(quantity, **counts) if counts else quantity
    except InvalidInputError as error:
        of_sample = all("sample" in fault.what for fault in error.faults)
        raise _moved(error, "sample_size" if of_sample else next(iter(counts))) from None


def _refuse(column: str, what: str, mend: str) -> NoReturn:
    raise ParseError(Fault(what, column, mend))


def _moved(error: InvalidInputError, column: str) -> ParseError:
    return ParseError(*(evolve(fault, where=Place(column)) for fault in error.faults))

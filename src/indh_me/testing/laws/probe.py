"""Calling a function of the user's so that whatever goes wrong can be told in a sentence."""

import math
from collections.abc import Callable, Sequence
from copy import deepcopy
from numbers import Real
from typing import Generic, NoReturn, TypeVar

from attrs import frozen

from .breach import Breach

__all__ = [
    "Answer",
    "BrokenLawError",
    "Contract",
    "Misshapen",
    "Probe",
    "Words",
    "is_close",
    "number",
]

R = TypeVar("R")

ANSWERS = "The function answers whatever the figures, and raises nothing."
LEAVES = "The function leaves what it is given as it was."
SAME = "The same figures give the same answer each time."
TOLERANCE = 1e-9


class BrokenLawError(Exception):
    """One law does not hold for one example; what Hypothesis makes simpler."""

    def __init__(self, breach: Breach) -> None:
        super().__init__(breach)
        self.breach = breach


class Misshapen(Exception):  # noqa: N818 - it is never raised at a user
    """An answer has not the shape that the contract asks for."""


@frozen
class Contract(Generic[R]):
    """How a function is called, and what it answers.

    Parameters
    ----------
    arguments
        Names of its arguments, in their order.
    shape
        What the answer is, in words.
    read
        Makes of an answer what laws look at, or raises `Misshapen`.
    """

    arguments: tuple[str, ...]
    shape: str
    read: Callable[[object], R]


def number(value: object) -> float:
    """Read a finite number, of whatever library.

    Raises
    ------
    Misshapen
        For anything else.

    Examples
    --------
    >>> number(3)
    3.0
    """
    # numpy's numbers are numbers; its arrays, booleans and strings are none.
    if isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        raise Misshapen
    return float(value)


def is_close(one: float, other: float, size: float = 1.0) -> bool:
    """Tell whether two numbers differ by rounding only.

    Parameters
    ----------
    one, other
        The numbers.
    size
        Size of the figures that they come from: rounding errors are of their order.

    Examples
    --------
    >>> is_close(0.1 + 0.2, 0.3), is_close(1, 1.000001)
    (True, False)
    """
    return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE * max(1.0, size))


@frozen
class Words:
    """Words that are shown as they stand."""

    words: str


@frozen
class Answer(Generic[R]):
    """What a function answered, and to what.

    Parameters
    ----------
    law
        The sentence that the answer is held against.
    call
        How the function was called.
    value
        What it answered.
    """

    law: str
    call: str
    value: R

    def must(self, held: bool, expected: object) -> None:  # noqa: FBT001 - answer.must(...)
        """Say that the law is broken unless something held."""
        if not held:
            raise BrokenLawError(
                Breach(
                    law=self.law,
                    example=self.call,
                    expected=_shown(expected),
                    got=_shown(self.value),
                )
            )

    def must_be(self, expected: float | None) -> None:
        """Say that the law is broken unless the answer is a number, or is none."""
        if expected is None or self.value is None or not isinstance(self.value, float):
            self.must(self.value is expected, expected)
        else:
            self.must(is_close(self.value, expected), expected)

    def must_be_as(self, other: "Answer[R]") -> None:
        """Say that the law is broken unless the answer is that to another call."""
        mine, theirs = self.value, other.value
        same = (
            is_close(mine, theirs)
            if isinstance(mine, float) and isinstance(theirs, float)
            else mine == theirs
        )
        self.must(same, Words(f"as from {other.call}: {_shown(other.value)}"))


class Probe(Generic[R]):
    """A function under test, called so that laws can be held against its answers.

    Parameters
    ----------
    function
        The user's.
    contract
        How it is called, and what it answers.
    law
        The sentence that is being tested.
    """

    def __init__(self, function: Callable[..., object], contract: Contract[R], law: str) -> None:
        self.function = function
        self.contract = contract
        self.law = law

    def __call__(self, *values: object) -> Answer[R]:
        """Call the function twice with values of its own, and read what it answers.

        Raises
        ------
        BrokenLawError
            When it raises, changes its arguments, answers what it must not, or answers the
            second call otherwise than the first.
        """
        call = self._call(values)
        first, second = (self._answer(call, values) for _ in range(2))
        if first != second:
            self._break(SAME, call, expected=_shown(first), got=_shown(second))
        return Answer(self.law, call, first)

    def _answer(self, call: str, values: Sequence[object]) -> R:
        given = deepcopy(values)
        try:
            answer = self.function(*given)
        except Exception as error:  # noqa: BLE001 - whatever a stranger's function raises
            told = f"{type(error).__name__}: {error}"
            self._break(ANSWERS, call, self.contract.shape, told, cause=error)
        if given != values:
            self._break(
                LEAVES, call, self._arguments(values), f"afterwards {self._arguments(given)}"
            )
        try:
            return self.contract.read(answer)
        except Misshapen:
            law = f"The answer is {self.contract.shape}."
            self._break(law, call, self.contract.shape, _shown(answer))

    def _call(self, values: Sequence[object]) -> str:
        name = getattr(self.function, "__name__", type(self.function).__name__)
        return f"{name}({self._arguments(values)})"

    def _arguments(self, values: Sequence[object]) -> str:
        told = zip(self.contract.arguments, values, strict=True)
        return ", ".join(f"{argument}={value!r}" for argument, value in told)

    def _break(
        self, law: str, call: str, expected: str, got: str, cause: Exception | None = None
    ) -> NoReturn:
        raise BrokenLawError(Breach(law=law, example=call, expected=expected, got=got, cause=cause))


def _shown(value: object) -> str:
    if isinstance(value, Words):
        return value.words
    return repr(value)

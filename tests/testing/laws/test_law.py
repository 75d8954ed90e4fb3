import pytest
from hypothesis import settings
from hypothesis import strategies as st

from broken_laws import broken
from indh_me.testing import LawBrokenError
from indh_me.testing.laws.figures import NUMBER_OR_NONE, read_number
from indh_me.testing.laws.law import Law, hold
from indh_me.testing.laws.probe import Contract, Probe

CONTRACT = Contract(("values",), NUMBER_OR_NONE, read_number)


def _is_their_number(count: Probe[float | None], values: list[int]) -> None:
    count(values).must_be(float(len(values)))


COUNTS = Law("It is the number of values.", st.lists(st.integers()), _is_their_number)
ORDERED = Law("It counts, really.", st.lists(st.integers()), _is_their_number)


def _told(function: object) -> list[str]:
    laws = broken(lambda: hold(function, CONTRACT, [COUNTS, ORDERED], 25))  # type: ignore[arg-type]
    return list(laws.values())


def test_each_broken_law_is_told_once() -> None:
    """A law is told with the simplest example, and what any law would tell is told once."""
    example = "\n  example:  count(values=[])\n  expected: 0.0\n  got:      1.0"

    assert [f"{law.sentence}{example}" for law in (COUNTS, ORDERED)] == _told(count)
    assert 1 == len(_told(raises))


def count(values: list[int]) -> int:
    """Count one too many."""
    return len(values) + 1


def raises(values: list[int]) -> int:
    """Divide by nothing."""
    return 1 // len(values)


def test_what_was_raised_is_kept() -> None:
    """What a function raised is told, and stands behind the error for whoever looks for it."""
    (told,) = _told(raises)

    assert told.endswith("got:      ZeroDivisionError: integer division or modulo by zero")
    with pytest.raises(LawBrokenError) as caught:
        hold(raises, CONTRACT, [COUNTS], 25)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_changed_arguments_are_told() -> None:
    """A function that empties its list is told with the list before and after."""

    def empties(values: list[int]) -> int:
        many = len(values)
        values.clear()
        return many

    (told,) = _told(empties)

    assert told.endswith("expected: values=[0]\n  got:      afterwards values=[]")


def test_each_wrong_shape_is_told() -> None:
    """Words, lists, truth, NaN and infinities are no numbers, and shown as they came."""
    for answer in ("1", [1.0], True, float("nan"), float("inf"), 1j):

        def answers(_values: list[int], answer: object = answer) -> object:
            return answer

        (told,) = _told(answers)

        assert told.startswith(f"The answer is {NUMBER_OR_NONE}.")
        assert told.endswith(repr(answer))


def test_chance_is_told() -> None:
    """A function that answers otherwise each time is told so."""
    calls: list[int] = []

    def answers(values: list[int]) -> int:
        calls.append(len(values))
        return len(calls)

    (told,) = _told(answers)

    assert told.startswith("The same figures give the same answer each time.")


def test_memory_between_calls_is_told() -> None:
    """A function that answers rightly on a second try, as one that remembers, is told so."""
    seen: dict[str, int] = {}

    def remembers(values: list[int]) -> int:
        key = repr(values)
        seen[key] = seen.get(key, 0) + 1
        return len(values) if seen[key] > 2 else len(values) + 1

    laws = broken(lambda: hold(remembers, CONTRACT, [COUNTS], 25))

    assert ["The same figures give the same answer each time."] == list(laws)


def test_profile_of_the_user_holds() -> None:
    """As many examples are tried as the user's profile says, or as is asked for."""
    calls: list[object] = []

    def counts(values: list[int]) -> int:
        calls.append(values)
        return len(values)

    hold(counts, CONTRACT, [COUNTS], None)
    by_profile = len(calls) / 2
    calls.clear()
    hold(counts, CONTRACT, [COUNTS], 7)

    assert settings().max_examples == by_profile
    assert 7 == len(calls) / 2

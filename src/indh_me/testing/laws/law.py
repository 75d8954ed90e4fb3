"""Sentences that must hold of a function, each with the examples it is tried on."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from attrs import frozen
from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis.errors import Flaky
from hypothesis.strategies import SearchStrategy

from .breach import Breach, LawBrokenError
from .probe import SAME, BrokenLawError, Contract, Probe

__all__ = ["Law", "hold"]

R = TypeVar("R")


@frozen
class Law(Generic[R]):
    """A sentence that must hold.

    Parameters
    ----------
    sentence
        What must hold, in words.
    examples
        Gives what it is tried on.
    judge
        Calls the function for an example, and says when the sentence does not hold.
    """

    sentence: str
    examples: SearchStrategy[Any]
    judge: Callable[[Probe[R], Any], None]


def hold(
    function: Callable[..., object],
    contract: Contract[R],
    laws: Iterable[Law[R]],
    max_examples: int | None,
) -> None:
    """Hold a function to laws.

    Parameters
    ----------
    function
        What is tested.
    contract
        How it is called, and what it answers.
    laws
        What must hold.
    max_examples
        How many examples each law is tried on; by default as the profile of Hypothesis says.

    Raises
    ------
    LawBrokenError
        With each law that is broken, and its simplest example.
    """
    breaches: dict[str, Breach] = {}
    for law in laws:
        breach = _breach(function, contract, law, max_examples)
        # A function that raises does so under every law: it is told once.
        if breach is not None:
            breaches.setdefault(breach.law, breach)
    if breaches:
        causes = (breach.cause for breach in breaches.values() if breach.cause is not None)
        raise LawBrokenError(*breaches.values()) from next(causes, None)


def _breach(
    function: Callable[..., object], contract: Contract[R], law: Law[R], max_examples: int | None
) -> Breach | None:
    """Give the simplest example for which a law does not hold, or `None`."""

    @_settings(max_examples)
    @given(law.examples)
    def holds(example: object) -> None:
        law.judge(Probe(function, contract, law.sentence), example)

    try:
        holds()
    except BrokenLawError as broken:
        return broken.breach
    except Flaky as flaky:
        inside = getattr(flaky, "exceptions", ())
        told = next((each.breach for each in inside if isinstance(each, BrokenLawError)), None)
        return Breach(
            law=SAME,
            example="" if told is None else told.example,
            expected="the same answer",
            got="another answer, for which the law holds that did not hold before",
        )
    return None


def _settings(max_examples: int | None) -> settings:
    """Give the settings of the user's profile, but for what would tell a breach twice."""
    profile = settings()
    return settings(
        profile,
        max_examples=profile.max_examples if max_examples is None else max_examples,
        database=None,
        deadline=None,
        phases=[phase for phase in profile.phases if phase is not Phase.explain],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
    )

"""What is told of a function that breaks a law."""

from attrs import field, frozen

__all__ = ["Breach", "LawBrokenError"]


@frozen(kw_only=True)
class Breach:
    """A law that a function breaks, with the simplest example found.

    Parameters
    ----------
    law
        The sentence that does not hold.
    example
        The call, or the calls, that show it.
    expected, got
        What should have come of it, and what came.
    cause
        The exception that the function raised, if it raised one.

    Examples
    --------
    >>> from indh_me.testing import Breach
    >>> print(
    ...     Breach(
    ...         law="Where the target is reached exactly, the rate is 1.",
    ...         example="rate(actual=3.0, target=3.0, baseline=0.0, direction='increase')",
    ...         expected="1",
    ...         got="0",
    ...     )
    ... )
    Where the target is reached exactly, the rate is 1.
      example:  rate(actual=3.0, target=3.0, baseline=0.0, direction='increase')
      expected: 1
      got:      0
    """

    law: str
    example: str
    expected: str
    got: str
    cause: Exception | None = field(default=None, eq=False)

    def __str__(self) -> str:
        """Lay the breach out on four lines."""
        return (
            f"{self.law}\n  example:  {self.example}\n"
            f"  expected: {self.expected}\n  got:      {self.got}"
        )


class LawBrokenError(AssertionError):
    """A function breaks laws that it is held to.

    Parameters
    ----------
    first, others
        The broken laws, each with its simplest example; one at least.

    Examples
    --------
    >>> error = LawBrokenError(
    ...     Breach(law="Zero is a figure.", example="f(0)", expected="0", got="None")
    ... )
    >>> error.breaches[0].law
    'Zero is a figure.'
    """

    def __init__(self, first: Breach, *others: Breach) -> None:
        super().__init__(first, *others)

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """The broken laws, in the order of the laws.

        Examples
        --------
        >>> from indh_me.testing import Breach, LawBrokenError
        >>> breach = Breach(law="Zero is a figure.", example="f(0)", expected="0", got="None")
        >>> LawBrokenError(breach).breaches == (breach,)
        True
        """
        return self.args

    def __str__(self) -> str:
        """List all breaches, with their number when there are several."""
        if len(self.breaches) == 1:
            return str(self.breaches[0])
        listed = "\n".join(str(breach) for breach in self.breaches)
        return f"{len(self.breaches)} laws broken\n{listed}"

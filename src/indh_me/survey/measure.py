"""What the answers to a question tell of: level of evaluation, construct, standard, indicator."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Direction, _fields

__all__ = ["Measurement", "ReviewStatus"]

LEVELS = range(1, 5)
TIERS = range(1, 9)


class ReviewStatus(Enum):
    """Who has read the words of an item in a language.

    Examples
    --------
    >>> ReviewStatus("draft") is ReviewStatus.DRAFT
    True
    """

    #: Written with care; no native specialist has signed.
    DRAFT = "draft"
    #: A native specialist has signed.
    REVIEWED = "reviewed"
    #: Tried with people who will be asked.
    FIELD_TESTED = "field_tested"


def _reviews(value: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    pairs = _fields.pairs(value)
    for _, status in pairs:
        _fields.word_of(ReviewStatus, status, "review status")
    return pairs


def _to_direction(word: Direction | str | None) -> Direction | None:
    return None if word is None else _fields.word_of(Direction, word, "direction")


@frozen(kw_only=True)
class Measurement:
    """What the answers to a question tell of.

    Parameters
    ----------
    item
        Id in the item bank.
    module
        Module of the bank: ``M1``, ``C2``.
    kirkpatrick
        Level of the New World Kirkpatrick model, 1 (reaction) to 4 (results).
    ltem
        Tier of Thalheimer's Learning-Transfer Evaluation Model, 1 (attendance) to 8 (effects of
        transfer). With both, satisfaction is never reported as learning.
    construct
        The one thing that is measured.
    direction
        Whether more of it is better (``increase``) or worse (``decrease``).
    acceptable_from
        Code of the choice from which on an answer counts as acceptable, in the direction.
    key
        Code of the right answer.
    objective
        Code of the session's objective that it belongs to.
    feeds
        Code of the indicator that its answers make a value of.
    review
        By language, whether a native specialist has signed the words.

    Raises
    ------
    InvalidInputError
        For levels and tiers out of range and unknown words.

    Examples
    --------
    >>> Measurement(item="useful", kirkpatrick=1, ltem=3, direction="increase").direction.value
    'increase'
    """

    item: str | None = field(default=None, validator=_fields.optional_code)
    module: str | None = field(default=None, validator=_fields.optional_code)
    kirkpatrick: int | None = None
    ltem: int | None = None
    construct: str | None = field(default=None, validator=_fields.words)
    direction: Direction | None = field(default=None, converter=_to_direction)
    acceptable_from: str | None = field(default=None, validator=_fields.words)
    key: str | None = field(default=None, validator=_fields.words)
    objective: str | None = field(default=None, validator=_fields.optional_code)
    feeds: str | None = field(default=None, validator=_fields.optional_code)
    review: tuple[tuple[str, str], ...] = field(default=(), converter=_reviews)

    def __attrs_post_init__(self) -> None:
        """Refuse levels that the models do not have."""
        faults = []
        for name, value, known in (
            ("kirkpatrick", self.kirkpatrick, LEVELS),
            ("ltem", self.ltem, TIERS),
        ):
            if value is not None and value not in known:
                mend = f"give {known[0]} to {known[-1]}"
                faults.append(Fault(f"{quoted(value)} is no level of {name}", name, mend))
        if self.acceptable_from is not None and self.direction is None:
            mend = "say whether more is better: direction = 'increase'"
            faults.append(Fault("acceptable answers without a direction", "direction", mend))
        if faults:
            raise InvalidInputError(*faults)

    def accepts(self, code: str, codes: Sequence[str]) -> bool | None:
        """Tell whether an answer counts as acceptable.

        Parameters
        ----------
        code
            The answer.
        codes
            All answers of the scale, from low to high.

        Returns
        -------
        bool | None
            `None` when no standard was set.

        Examples
        --------
        >>> useful = Measurement(direction="increase", acceptable_from="4")
        >>> useful.accepts("5", ["1", "2", "3", "4", "5"])
        True
        """
        if self.acceptable_from is None:
            return None
        at, standard = codes.index(code), codes.index(self.acceptable_from)
        return at <= standard if self.direction is Direction.DECREASE else at >= standard

    def review_in(self, language: str) -> ReviewStatus:
        """Tell who has read the words in a language; a draft until somebody has.

        Examples
        --------
        >>> Measurement(review={"fr": "reviewed"}).review_in("ar").value
        'draft'
        """
        return ReviewStatus(dict(self.review).get(language, ReviewStatus.DRAFT.value))


#: The name until all rooms use the longer one, which no other class of the package has.

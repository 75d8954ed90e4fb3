"""Whole frameworks."""

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.catalog import labels as known_labels
from indh_me.errors import key_path
from indh_me.model import Framework, Label, Suppression, Thresholds

from .dimensions import dimensions
from .indicators import indicators
from .results import result_chains
from .sources import sources
from .words import LANGUAGES, codes, maybe, maybe_text, texts, words
from .words import languages as tags_of_frameworks

__all__ = ["frameworks", "labels", "suppressions", "thresholds"]

CODES = st.lists(codes(), max_size=3, unique=True)
AT_RISK = st.floats(0, 0.9)
ABOVE = st.floats(1e-9, 1)  # Of the way from there to 1.
RULES = st.integers(0, 999).map("ME{:03d}".format)
KEYS = st.lists(codes() | words(), min_size=1, max_size=3).map(lambda made: key_path(*made))
#: Signs that no English label begins with, so that no two labels are alike.
SIGNS = st.sampled_from(["¿", "=", '"', "{{", "\\"])
PLACES = maybe(st.tuples(KEYS, st.sampled_from(["", "[0]", "[1].source"])).map("".join))


@st.composite
def thresholds(draw: DrawFn, languages: Sequence[str] = LANGUAGES) -> Thresholds:
    """Give thresholds in their right order.

    Parameters
    ----------
    languages
        Tags of the languages that the basis is in.

    Examples
    --------
    >>> from indh_me.testing import simplest, thresholds
    >>> simplest(thresholds(), lambda each: each.at_risk < each.on_track).on_track
    1.0
    """
    at_risk = draw(AT_RISK)
    on_track = min(1.0, at_risk + (1 - at_risk) * draw(ABOVE))
    return Thresholds(at_risk=at_risk, on_track=on_track, basis=draw(maybe_text(languages)))


@st.composite
def suppressions(draw: DrawFn, languages: Sequence[str] = LANGUAGES) -> Suppression:
    """Give suppressions of any rule, known or not, at any place or everywhere.

    Parameters
    ----------
    languages
        Tags of the languages that reasons are in.

    Examples
    --------
    >>> from indh_me.testing import simplest, suppressions
    >>> str(simplest(suppressions(), lambda each: each.place is None))
    'ME000'
    """
    return Suppression(rule=draw(RULES), place=draw(PLACES), reason=draw(texts(languages)))


@cache
def _names(fewest: int, most: int) -> SearchStrategy[list[str]]:
    return st.lists(codes(), min_size=fewest, max_size=most, unique=True)


@cache
def _suppression_lists(tags: tuple[str, ...]) -> SearchStrategy[list[Suppression]]:
    return st.lists(suppressions(tags), max_size=2, unique_by=str)


@st.composite
def labels(draw: DrawFn, languages: Sequence[str] = LANGUAGES) -> Label:
    """Give labels of the English words with an odd sign before them.

    Parameters
    ----------
    languages
        Tags of the languages that labels are for.

    Examples
    --------
    >>> from indh_me.testing import simplest
    >>> simplest(labels(), lambda each: each.section == "status").key
    'achieved'
    """
    # Names of sheets are left out: not every sign can stand in one.
    sections = [each for each in known_labels() if each != "sheet"]
    section = draw(st.sampled_from(sections))
    key = draw(st.sampled_from(list(known_labels()[section])))
    words = draw(SIGNS) + known_labels()[section][key]["en"]
    return Label(language=draw(st.sampled_from(languages)), section=section, key=key, words=words)


@cache
def _label_lists(tags: tuple[str, ...]) -> SearchStrategy[list[Label]]:
    return st.lists(labels(tags), max_size=2, unique_by=_path_of)


def _path_of(label: Label) -> str:
    return label.path


@st.composite
def frameworks(draw: DrawFn, *, min_indicators: int = 0, max_indicators: int = 3) -> Framework:
    """Give frameworks in which every reference points to a part, in one to three languages.

    Parameters
    ----------
    min_indicators, max_indicators
        How many indicators they have.

    Examples
    --------
    >>> from indh_me.testing import frameworks, simplest
    >>> simplest(frameworks(min_indicators=1)).indicators[0].code
    'T-R1'
    """
    languages = draw(tags_of_frameworks())
    known = draw(CODES)
    broken_down = tuple(draw(dimensions(languages, code=code)) for code in draw(CODES))
    chain = draw(result_chains(languages, sources=known))
    named = _names(min_indicators, max_indicators)
    return Framework(
        code=draw(codes()),
        languages=languages,
        title=draw(maybe_text(languages)),
        description=draw(maybe_text(languages)),
        thresholds=draw(thresholds(languages)) if draw(st.booleans()) else Thresholds(),
        sources=[draw(sources(languages, code=code)) for code in known],
        dimensions=broken_down,
        results=chain,
        indicators=[
            draw(
                indicators(
                    languages,
                    code=code,
                    results=[each.code for each in chain],
                    dimensions=broken_down,
                    sources=known,
                )
            )
            for code in draw(named)
        ],
        suppressions=draw(_suppression_lists(languages)),
        labels=draw(_label_lists(languages)),
    )

"""Rules about what stands behind the plan: sources, and whose thresholds are used."""

from collections.abc import Iterable, Iterator

from indh_me.errors import key_path
from indh_me.model import Citation, Framework, Thresholds

from .finding import Finding, Severity
from .rule import Check, Rule, Subject, of_framework, without_day

__all__ = ["CHECKS", "unfounded_thresholds", "untraceable_sources", "unused_parts"]

UNUSED = Rule(
    "ME031",
    "unused-part",
    Severity.INFO,
    "nobody cites a source, or nothing is broken down by a dimension",
)
UNTRACEABLE = Rule(
    "ME038",
    "source-not-traceable",
    Severity.INFO,
    "a source has no date, address, page or quote by which it could be found",
)
UNFOUNDED = Rule(
    "ME039",
    "thresholds-without-basis",
    Severity.INFO,
    "thresholds are not the default ones, and nobody says whose they are",
)


def unused_parts(subject: Subject) -> Iterator[Finding]:
    """Find sources and dimensions that neither the plan nor the data use.

    Parameters
    ----------
    subject
        The framework, and the observations that may cite or use them.
    """
    framework = subject.framework
    for code in _unmet([each.code for each in framework.sources], _cited(subject)):
        yield UNUSED.found(
            place=key_path("sources", code),
            message=f"nothing cites source {code}",
            mend="delete it, or check together with the data that cites it",
        )
    for code in _unmet([each.code for each in framework.dimensions], _dimensions(subject)):
        yield UNUSED.found(
            place=key_path("dimensions", code),
            message=f"nothing is broken down by dimension {code}",
            mend="delete it, or list it in the dimensions of an indicator",
        )


def _unmet(codes: Iterable[str], used: Iterable[str]) -> Iterable[str]:
    """Give the codes that are not used, in their own order."""
    unmet = dict.fromkeys(codes)
    for code in used:
        unmet.pop(code, None)
        if not unmet:
            break
    return unmet


def _cited(subject: Subject) -> Iterator[str]:
    """Give the codes of all citations of the plan, of schemes of codes, then of the data."""
    for indicator in subject.framework.indicators:
        yield from (scheme for scheme, _ in indicator.external_codes)
    for citation in _citations(subject):
        if citation is not None:
            yield citation.code


def _citations(subject: Subject) -> Iterator[Citation | None]:
    yield from (each.source for each in subject.framework.results)
    for indicator in subject.framework.indicators:
        yield indicator.source
        if indicator.baseline is not None:
            yield indicator.baseline.source
        yield from (each.source for each in indicator.targets)
    yield from (each.source for each in subject.observations.provenances)


def _dimensions(subject: Subject) -> Iterator[str]:
    for indicator in subject.framework.indicators:
        yield from indicator.dimensions
        for target in indicator.targets:
            if not target.categories.is_total:
                yield from target.categories.dimensions
    for cell in subject.observations.cells:
        yield from cell.dimensions


def untraceable_sources(framework: Framework) -> Iterator[Finding]:
    """Find sources of which nothing is known by which a reader could find them."""
    for source in framework.sources:
        if all(each is None for each in (source.date, source.address, source.page, source.quote)):
            yield UNTRACEABLE.found(
                place=key_path("sources", source.code),
                message=f"source {source.code} has no date, address, page or quote",
                mend="say of which day it is, or where it can be found",
            )


def unfounded_thresholds(framework: Framework) -> Iterator[Finding]:
    """Find thresholds that are the framework's own, but without a basis."""
    own, usual = framework.thresholds, Thresholds()
    stated = (own.on_track, own.at_risk) != (usual.on_track, usual.at_risk)
    if stated and own.basis is None:
        yield UNFOUNDED.found(
            place="thresholds",
            message=f"thresholds '{own.on_track}' and '{own.at_risk}' without a basis",
            mend="say whose rule they are: add thresholds.basis",
        )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (UNUSED, without_day(unused_parts)),
    (UNTRACEABLE, of_framework(untraceable_sources)),
    (UNFOUNDED, of_framework(unfounded_thresholds)),
)

"""Rules that look at the framework alone."""

from collections.abc import Iterator

from indh_me.errors import key_path
from indh_me.model import Framework, Target, label
from indh_me.model.indicator import target_path

from .finding import Finding, Severity
from .rule import Check, Rule, Subject, of_framework, without_data
from .texts import indicator_of, path_of

__all__ = ["CHECKS", "UNSOURCED", "missing_labels", "missing_translations", "unsourced_values"]

UNTRANSLATED = Rule(
    "ME002",
    "missing-translation",
    Severity.WARNING,
    "a text lacks words in one of the framework's languages",
)
UNSOURCED = Rule(
    "ME003",
    "unsourced-value",
    Severity.WARNING,
    "a target, baseline or observation has no source",
)
UNLABELLED = Rule(
    "ME062",
    "untranslated-label",
    Severity.INFO,
    "a language of the framework has no word for a label",
)


def missing_translations(subject: Subject) -> Iterator[Finding]:
    """Find texts that lack one of the framework's languages.

    A quotation is exempt: it stands in the language of its source.

    Parameters
    ----------
    subject
        The framework whose texts are looked at.
    """
    for text, at in subject.doubtful_texts:
        missing = text.missing(subject.framework.languages)
        if len(missing) > 0:
            path = path_of(at)
            yield UNTRANSLATED.found(
                place=path,
                message=f"no words in {', '.join(missing)}",
                mend=f"add {', '.join(f'{path}.{language}' for language in missing)}",
                indicator=indicator_of(at),
            )


def unsourced_values(framework: Framework) -> Iterator[Finding]:
    """Find targets and baselines that no source stands behind.

    The source of an indicator stands behind its targets and baseline too.
    """
    for indicator in framework.indicators:
        if indicator.source is not None:
            continue
        path = key_path("indicators", indicator.code)
        unsourced = [
            (target_path(target), f"target for {_whom(target)}")
            for target in indicator.targets
            if target.source is None
        ]
        if indicator.baseline is not None and indicator.baseline.source is None:
            unsourced.append(("baseline", "baseline"))
        for place, what in unsourced:
            yield UNSOURCED.found(
                place=f"{path}.{place}",
                message=f"{what} without a source",
                mend='say who set it: source = "..."',
                indicator=indicator.code,
            )


def missing_labels(framework: Framework) -> Iterator[Finding]:
    """Find languages in which workbooks would say some words in English.

    Those of the framework, and those that it has begun to give labels in.
    """
    labelled = (each.language for each in framework.labels)
    for language in dict.fromkeys((*framework.languages, *labelled)):
        missing = label.missing_labels(framework.labels, language)
        if len(missing) > 0:
            (section, key), count = missing[0], len(missing)
            yield UNLABELLED.found(
                place=key_path("labels", language),
                message=f"{count} labels have no words in {language}, {section}.{key} among them",
                mend=f"translate what 'indh-me labels {language}' lists, and add it to the file",
            )


def _whom(target: Target) -> str:
    return f"{target.period} {target.categories}".strip()


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (UNTRANSLATED, without_data(missing_translations)),
    (UNSOURCED, of_framework(unsourced_values)),
    (UNLABELLED, of_framework(missing_labels)),
)

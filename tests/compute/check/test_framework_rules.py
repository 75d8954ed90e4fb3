from datetime import date
from typing import Any, TypeAlias

from indh_me.catalog import labels
from indh_me.compute.check.framework_rules import (
    missing_labels,
    missing_translations,
    unsourced_values,
)
from indh_me.model import (
    Baseline,
    Categories,
    Category,
    Citation,
    Dimension,
    Framework,
    Indicator,
    Label,
    Period,
    Result,
    Revision,
    Source,
    Target,
    Text,
    Thresholds,
)
from plans import subject

#: Fields of whatever is made.
Keys: TypeAlias = Any

FR = Text.of(fr="mots")
BOTH = Text.of(fr="mots", ar="كلمات")
YEAR = Period.year(2008)
WOMEN = Categories.of(sex="female")


def _framework(**parts: Keys) -> Framework:
    return Framework(code="A", languages=["fr", "ar"], **parts)


def _indicator(**keys: Keys) -> Indicator:
    stated = {"unit": "count", "direction": "increase", "accumulation": "sum"}
    return Indicator(code="I", **{**stated, **keys})


def test_every_text_is_looked_at() -> None:
    """Words that a language lacks are found wherever they are, under the file's own path."""
    revision = Revision(value=1, date=date(2008, 6, 1), rationale=FR)
    framework = _framework(
        title=FR,
        description=FR,
        thresholds=Thresholds(basis=FR),
        sources=[Source(code="b", label=FR)],
        dimensions=[Dimension(code="sex", name=FR, categories=[Category("female", FR)])],
        results=[Result(code="r", level="output", statement=FR, risks=BOTH)],
        indicators=[
            _indicator(
                unit_label=FR,
                baseline=Baseline(1, note=FR),
                dimensions=["sex"],
                targets=[
                    Target(period=YEAR, value=1, revisions=[revision]),
                    Target(period=YEAR, value=1, categories=WOMEN, revisions=[revision]),
                ],
                external_codes={"sdg": "4.4.1"},
            )
        ],
    )
    found = list(missing_translations(subject(framework)))

    assert [
        ("framework.title", None),
        ("framework.description", None),
        ("thresholds.basis", None),
        ("sources.b.label", None),
        ("dimensions.sex.name", None),
        ("dimensions.sex.categories.female", None),
        ("results.r.statement", None),
        ("indicators.I.unit_label", "I"),
        ("indicators.I.baseline.note", "I"),
        ("indicators.I.targets.2008.revisions[0].rationale", "I"),
        ("indicators.I.targets_by_category.revisions[0].rationale", "I"),
    ] == [(each.place.path, each.indicator) for each in found]
    assert ("no words in ar", "add framework.title.ar") == (found[0].message, found[0].mend)


def test_languages_that_lack_are_listed() -> None:
    """All the languages that lack are in one finding, each with its key, and none else."""
    framework = Framework(
        code="A",
        languages=["fr", "ar", "en"],
        title=FR,
        description=Text.of(fr="mots", ar="كلمات", en="words"),
    )
    (found,) = missing_translations(subject(framework))

    assert ("no words in ar, en", "add framework.title.ar, framework.title.en") == (
        found.message,
        found.mend,
    )


def test_languages_without_labels() -> None:
    """Each language of the framework, or of its labels, that lacks labels has one finding."""
    begun = Label(language="de", section="language", key="ar", words="Arabisch")
    framework = Framework(code="A", languages=["fr-MA", "es", "en"], labels=[begun])
    spanish, german = missing_labels(framework)
    count = sum(map(len, labels().values()))

    assert [
        ("labels.es", f"{count} labels have no words in es, language.ar among them"),
        ("labels.de", f"{count - 1} labels have no words in de, language.fr among them"),
    ] == [(each.place.path, each.message) for each in (spanish, german)]
    assert "translate what 'indh-me labels es' lists, and add it to the file" == spanish.mend


def test_quotations_are_exempt() -> None:
    """A quotation stands in the language of its source, and in no other."""
    cited = Citation("b", quote=Text.of(ar="اقتباس"))
    framework = _framework(
        sources=[Source(code="b", quote=FR)],
        results=[Result(code="r", level="output", source=cited)],
        indicators=[_indicator(source=cited, targets=[Target(period=YEAR, value=1, source=cited)])],
    )

    assert [] == list(missing_translations(subject(framework)))


def test_values_without_a_source() -> None:
    """Targets and baselines that nobody stands behind are found, each with its place."""
    framework = _framework(
        dimensions=[Dimension.of("sex", "female", language="fr")],
        sources=[Source(code="b")],
        indicators=[
            _indicator(
                baseline=Baseline(1),
                targets=[
                    Target(period=YEAR, value=1),
                    Target(period=YEAR, value=1, categories=WOMEN),
                    Target(period=Period.year(2009), value=1, source=Citation("b")),
                ],
            )
        ],
    )

    assert [
        ("indicators.I.targets.2008", "target for 2008 without a source"),
        ("indicators.I.targets_by_category", "target for 2008 sex=female without a source"),
        ("indicators.I.baseline", "baseline without a source"),
    ] == [(each.place.path, each.message) for each in unsourced_values(framework)]


def test_source_of_the_indicator_is_enough() -> None:
    """The source of an indicator stands behind its targets and its baseline."""
    indicator = _indicator(
        source=Citation("b"), baseline=Baseline(1), targets=[Target(period=YEAR, value=1)]
    )

    assert [] == list(
        unsourced_values(_framework(sources=[Source(code="b")], indicators=[indicator]))
    )

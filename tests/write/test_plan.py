import tomllib

from indh_me._codec.sections import SECTIONS
from indh_me.catalog import outline
from indh_me.write.plan import plan_text

HEAD = {"code": "DEMO", "languages": ["fr", "en"]}


def _section(text: str, name: str) -> str:
    """Give what stands under the heading of a table, up to the next blank line."""
    return text.partition(f"\n[{name}]\n")[2].partition("\n\n")[0]


def test_texts_stand_on_lines_of_their_own() -> None:
    """What a part is about comes first, texts in the order of the framework's languages."""
    table = {
        "unit": "count",
        "dimensions": ["sex", "age"],
        "name": {"en": 'Of "all"', "fr": "Tous"},
        "external_codes": {"sdg": "4.3"},
        "result": "r",
    }
    text = plan_text({"framework": HEAD, "indicators": {"a.b": table}})

    assert (
        'result = "r"\n'
        'name.fr = "Tous"\n'
        'name.en = "Of \\"all\\""\n'
        'unit = "count"\n'
        'dimensions = ["sex", "age"]\n'
        'external_codes.sdg = "4.3"'
    ) == _section(text, 'indicators."a.b"')


def test_tables_inside_a_part_follow_it() -> None:
    """Categories and targets have headings of their own, and keep their order."""
    sex = {"overlapping": True, "categories": {"male": {"fr": "H"}, "code": {"fr": "F"}}}
    targets = {"2026": 5, "2027-S1": {"value": 6, "cumulative": True}}
    text = plan_text(
        {"framework": HEAD, "dimensions": {"sex": sex}, "indicators": {"a": {"targets": targets}}}
    )

    assert "overlapping = true" == _section(text, "dimensions.sex")
    assert 'male.fr = "H"\ncode.fr = "F"' == _section(text, "dimensions.sex.categories")
    assert "2026 = 5" == _section(text, "indicators.a.targets")
    assert "value = 6\ncumulative = true" == _section(text, "indicators.a.targets.2027-S1")


def test_lists_of_tables_stand_on_one_line() -> None:
    """Targets of groups and revisions are written inline, as they are read."""
    group = {"period": "2026", "value": 3, "categories": {"sex": "female"}}
    text = plan_text({"framework": HEAD, "indicators": {"a": {"targets_by_category": [group]}}})

    assert (
        'targets_by_category = [{ period = "2026", value = 3, categories = { sex = "female" } }]'
    ) == _section(text, "indicators.a")


def test_sections_are_commented() -> None:
    """Each section that is there has its comment above it, and no other."""
    plain = {"framework": HEAD, "results": {"r": {"level": "output"}, "s": {"level": "output"}}}
    text = plan_text(plain)
    written = {
        name: "\n".join(f"# {line}" for line in words.strip().split("\n"))
        for name, words in outline()["comments"].items()
    }

    assert text.startswith("#:schema ./framework.schema.json\n#\n# Indicators from the library")
    assert ["file", "framework", "results", "end"] == [
        name for name, words in written.items() if words in text
    ]
    assert '[results.r]\nlevel = "output"\n\n[results.s]\nlevel = "output"\n\n# What was' in text
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert plain == tomllib.loads(text)


def test_every_section_has_its_comment() -> None:
    """There is a comment for each section that a framework file has, and for its ends."""
    sections = set(SECTIONS) - {"observations"}

    assert sections | {"file", "end"} == set(outline()["comments"])


def test_suppressions_are_a_row_of_tables() -> None:
    """Each finding that may stay has a table of its own, with the reason by language."""
    rows = [
        {"rule": "ME003", "place": "indicators.a", "reason": {"en": "Old", "fr": "Ancien"}},
        {"rule": "ME019", "reason": {"fr": "Sans cible"}},
    ]
    text = plan_text({"framework": HEAD, "suppressions": rows})

    assert (
        f"# {outline()['comments']['suppressions'].strip()}\n"
        "[[suppressions]]\n"
        'rule = "ME003"\n'
        'place = "indicators.a"\n'
        'reason.fr = "Ancien"\n'
        'reason.en = "Old"\n'
        "\n"
        "[[suppressions]]\n"
        'rule = "ME019"\n'
        'reason.fr = "Sans cible"\n'
    ) in text
    assert rows == tomllib.loads(text)["suppressions"]

from collections.abc import Iterable

import pytest

from indh_me.compute.check.code_rules import codes_alike, numbering_gaps
from indh_me.model import Category, Dimension, Indicator, Result, Source, Text
from plans import flow, found, places, plan, target
from refusals import Strange

APART = "rename one of the two, so that nobody and no spreadsheet takes them for one"
NUMBER = "number without gaps, or say in a note what became of it"


def _flows(codes: Iterable[str], **said: Strange) -> list[Indicator]:
    return [flow(code, **said) for code in codes]


def test_codes_that_look_alike() -> None:
    """Codes of one kind that can be mistaken for each other are found, each with the first of them
    in the alphabet.
    """
    framework = plan(
        *_flows(["T-R1", "T_r01", "t.R1", "T-R2"]),
        sources=[Source(code="plan"), Source(code="Plan")],
        results=[Result(code="1.1", level="output"), Result(code="1-1", level="output")],
        dimensions=[Dimension.of("sex", "female", "Female"), Dimension.of("SEX", "female")],
    )

    assert [
        ("sources.plan", "source 'plan' looks like 'Plan'", APART, None),
        ('results."1.1"', "result '1.1' looks like '1-1'", APART, None),
        ("indicators.T_r01", "indicator 'T_r01' looks like 'T-R1'", APART, "T_r01"),
        ('indicators."t.R1"', "indicator 't.R1' looks like 'T-R1'", APART, "t.R1"),
        ("dimensions.sex", "dimension 'sex' looks like 'SEX'", APART, None),
        (
            "dimensions.sex.categories.female",
            "category of sex 'female' looks like 'Female'",
            APART,
            None,
        ),
    ] == found(codes_alike(framework))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("A1", "a1", True),
        ("É1", "é1", True),
        ("A1", "A01", True),
        ("A1.2", "A01.002", True),
        ("A10", "A1", False),
        ("A10", "A100", False),
        ("A0", "A00", True),
        ("A0", "A", False),
        ("A-1", "A.1", True),
        ("A-1", "A_1", True),
        ("A--1", "A-1", True),
        ("A-1", "A1", False),
        ("1-1", "11", False),
        ("A-1", "B-1", False),
    ],
)
def test_what_looks_alike(one: str, other: str, *, alike: bool) -> None:
    """Capitals, leading zeros and the kind of separator are overlooked, and nothing else."""
    assert alike == bool(places(codes_alike, *_flows([one, other])))
    assert alike == bool(places(codes_alike, *_flows([other, one])))


def test_codes_of_different_kinds() -> None:
    """A source, an indicator and categories of two dimensions may have codes that look alike."""
    words = Text.of(fr="mots")
    dimensions = [
        Dimension(code="p", categories=[Category("A", words)]),
        Dimension(code="q", categories=[Category("a", words)]),
    ]

    assert [] == places(codes_alike, flow("A"), sources=[Source(code="a")], dimensions=dimensions)


def test_numbering_with_a_gap() -> None:
    """A number that the indicators of one result leave out is found at the code after it."""
    framework = plan(*_flows(["R-1", "R-3", "R-4"]))

    assert [("indicators.R-3", "the numbering leaves out 'R-2'", NUMBER, "R-3")] == found(
        numbering_gaps(framework)
    )


def test_numbering_of_results() -> None:
    """The results below one parent are numbered too; zeros in front are kept."""
    codes = ["P", "P-08", "P-09", "P-11", "P-12"]
    results = [
        Result(code=code, level="output", parent=None if code == "P" else "P") for code in codes
    ]

    assert [("results.P-11", "the numbering leaves out 'P-10'", NUMBER, None)] == found(
        numbering_gaps(plan(results=results))
    )


@pytest.mark.parametrize(
    ("codes", "missing"),
    [
        ("1 3", ""),
        ("1 2 3", ""),
        ("1 2 4", "'3'"),
        ("4 2 1", "'3'"),
        ("2 3 4", ""),
        ("1 3 5", ""),
        ("10 20 30", ""),
        ("1 2 3 6", "'4', '5'"),
        ("1 2 6 7", ""),
        ("1 3 5 6", "'2', '4'"),
        ("a.1 a.2 a.4", "'a.3'"),
        ("a.1 a.2 b.4", ""),
        ("a1 a2 a4 b1 b2 b4", "'a3' 'b3'"),
        ("a01 a02 a04", "'a03'"),
        ("a1 a01 a3", ""),
        ("a8 a9 a11", "'a10'"),
        ("2005 2006 2008", ""),
        ("105 106 108", "'107'"),
        ("a b d", ""),
    ],
)
def test_what_is_a_gap(codes: str, missing: str) -> None:
    """From three codes in a row on, what is left out is found if it is at most half of them."""
    gaps = numbering_gaps(plan(*_flows(codes.split())))

    assert missing == " ".join(
        each.message.removeprefix("the numbering leaves out ") for each in gaps
    )


def test_numbering_may_run_over_results() -> None:
    """A number that is used anywhere in the plan is not left out."""
    outputs = [Result(code=code, level="output") for code in ("P", "Q")]
    of_p, of_q = _flows(["R1", "R2", "R4"], result="P"), _flows(["R3"], result="Q")
    aim = flow("X", targets=[target("2008", 1, code="R3")])

    assert [] == places(numbering_gaps, *of_p, *of_q, results=outputs)
    assert [] == places(
        numbering_gaps, *of_p, results=[*outputs, Result(code="R3", level="output")]
    )
    assert [] == places(numbering_gaps, *of_p, aim, results=outputs)
    assert ["indicators.R4"] == places(numbering_gaps, *of_p, results=outputs)


def test_each_result_is_numbered_by_itself() -> None:
    """Codes below different results make no row."""
    outputs = [Result(code=code, level="output") for code in ("P", "Q")]
    indicators = [*_flows(["R1", "R2"], result="P"), *_flows(["R4"], result="Q")]

    assert [] == places(numbering_gaps, *indicators, results=outputs)


def test_long_gaps_are_cut_short() -> None:
    """Of many numbers that are left out the first eight are named."""
    codes = [f"R{number}" for number in (*range(1, 21), 30)]
    (one,) = numbering_gaps(plan(*_flows(codes)))
    (eight,) = numbering_gaps(plan(*_flows([*codes[:-1], "R29"])))

    assert eight.message.endswith("'R26', 'R27', 'R28'")
    assert one.message.endswith("'R21', 'R22', 'R23', 'R24', 'R25', 'R26', 'R27', 'R28' and 1 more")
    assert "R30" == one.indicator


def test_one_number_twice_is_no_gap() -> None:
    """Of two codes with one number the later in the alphabet stands for it, in whatever order."""
    for codes in (["R1", "R2", "R4", "R04"], ["R04", "R4", "R2", "R1"]):
        assert ["indicators.R4"] == places(numbering_gaps, *_flows(codes))

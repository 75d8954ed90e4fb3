import pytest

from indh_me._codec.columns import PLAIN, Columns
from refusals import refusals

NEEDED = ["indicator", "period", "value"]


def test_columns_know_their_kinds() -> None:
    """Columns of categories and of texts are told by the beginning of their names."""
    columns = Columns([*PLAIN, "by:sex", "by:place", "scope:fr", "note:en", "quote:ar-MA"])

    assert {"by:sex": "sex", "by:place": "place"} == columns.dimensions
    assert {
        "scope": {"scope:fr": "fr"},
        "note": {"note:en": "en"},
        "quote": {"quote:ar-MA": "ar-MA"},
    } == columns.texts


@pytest.mark.parametrize(
    ("header", "what", "mend"),
    [
        ([*NEEDED, "sorce"], "unknown column 'sorce'", "did you mean 'source'?"),
        ([*NEEDED, "by:"], "unknown column 'by:'", "known: indicator"),
        ([*NEEDED, "note"], "unknown column 'note'", "did you mean 'note:fr'?"),
        ([*NEEDED, "note:"], "unknown column 'note:'", "did you mean 'note:fr'?"),
        ([*NEEDED, ""], "unknown column ''", "known: indicator"),
        ([*NEEDED, "note:French"], "'French' is not a language tag", "write one such as"),
        ([*NEEDED, "period"], "column 'period' stands there twice", "keep one"),
        (
            NEEDED[1:],
            "column 'indicator' is missing",
            "the first line needs indicator, period, value",
        ),
    ],
)
def test_strange_headers_are_refused(header: list[str], what: str, mend: str) -> None:
    """A column that is unknown, repeated or missing is a fault, with its mend."""
    (fault,) = refusals(lambda: Columns(header))

    assert what == fault.what
    assert fault.mend.startswith(mend)


def test_all_faults_of_a_header_are_reported() -> None:
    """Everything that is wrong with a header is reported together, each with its column."""
    faults = refusals(lambda: Columns(["period", "period", "colour", "scope:X"]))

    assert ["colour", "scope:X", "period", "", ""] == [fault.where.path for fault in faults]

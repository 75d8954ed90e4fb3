import pytest

from indh_me.survey.xlsform.survey_type import KOBO_TYPES, TYPES, survey_type


@pytest.mark.parametrize(
    ("text", "name", "listed"),
    [
        ("select_one yn", "select_one", "yn"),
        ("Select_One yn", "select_one", "yn"),
        ("select one from yn", "select_one", "yn"),
        ("select all that apply from yn or specify other", "select_multiple", "yn"),
        ("select_multiple yn or_other", "select_multiple", "yn"),
        ("select_one_from_file towns.csv", "select_one_from_file", "towns.csv"),
        ("select_one", "select_one", ""),
        ("rank yn", "rank", "yn"),
        ("begin group", "begin_group", ""),
        ("BEGIN_REPEAT", "begin_repeat", ""),
        ("begin loop over towns", "begin_loop", ""),
        ("string", "text", ""),
        ("phone number", "phonenumber", ""),
        ("add image prompt", "image", ""),
        ("intger", "", ""),
        ("select_on yn", "", ""),
        ("", "", ""),
    ],
)
def test_types_in_all_spellings(text: str, name: str, listed: str) -> None:
    """A type is known in the spellings that converters know, and others are not."""
    found = survey_type(text)

    assert (name, listed) == (found.name, found.listed)


def test_every_type_is_itself() -> None:
    """Each type of the closed list is known by its own name."""
    known = sorted(TYPES | KOBO_TYPES)

    assert known == [survey_type(name).name for name in known]

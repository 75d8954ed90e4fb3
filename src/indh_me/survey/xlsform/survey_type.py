"""What the type of a row says, in whichever way that converters know.

Types and other ways to write them are those of pyxform 4.5.
"""

from collections.abc import Mapping

from attrs import frozen

__all__ = ["KOBO_TYPES", "RECORDED", "TYPES", "SurveyType", "survey_type"]

#: Types that have a label to read, and those that have none.
TYPES = frozenset(
    {
        *("text", "integer", "decimal", "note", "calculate", "hidden", "range", "acknowledge"),
        *("select_one", "select_multiple", "rank", "select_one_from_file"),
        *("select_multiple_from_file", "select_one_external", "osm"),
        *("begin_group", "end_group", "begin_repeat", "end_repeat", "begin_loop", "end_loop"),
        *("date", "time", "datetime", "geopoint", "geotrace", "geoshape", "start-geopoint"),
        *("background-geopoint", "background-audio", "image", "audio", "video", "file"),
        *("barcode", "start", "end", "today", "deviceid", "username", "email", "phonenumber"),
        *("subscriberid", "simserial", "audit", "csv-external", "xml-external", "trigger"),
    }
)
TYPE_ALIASES: Mapping[str, str] = {
    "string": "text",
    "int": "integer",
    "photo": "image",
    "gps": "geopoint",
    "location": "geopoint",
    "imei": "deviceid",
    "select1": "select_one",
    "percentage": "integer",
    "device_id": "deviceid",
    "phone_number": "phonenumber",
    "uri:deviceid": "deviceid",
    "uri:username": "username",
    "date_time": "datetime",
    "start_time": "start",
    "end_time": "end",
    "begin_lgroup": "begin_repeat",
    "end_lgroup": "end_repeat",
    "begin_looped_group": "begin_repeat",
    "end_looped_group": "end_repeat",
}
#: Rows that KoboToolbox alone turns into standard ones.
KOBO_TYPES = frozenset(
    {
        *("begin_score", "end_score", "score__row"),
        *("begin_rank", "end_rank", "rank__level"),
        *("begin_kobomatrix", "end_kobomatrix"),
    }
)
LISTED = ("select_one", "select_multiple", "rank", "select_one_external")
FROM_FILE = ("select_one_from_file", "select_multiple_from_file")
#: Ways to begin a type that older forms use.
SPELLINGS = (
    ("add select one prompt using", "select_one"),
    ("add select multiple prompt using", "select_multiple"),
    ("select all that apply from", "select_multiple"),
    ("select all that apply", "select_multiple"),
    ("select one from file", "select_one_from_file"),
    ("select multiple from file", "select_multiple_from_file"),
    ("select one external", "select_one_external"),
    ("select multiple from", "select_multiple"),
    ("select one from", "select_one"),
    ("select multiple", "select_multiple"),
    ("select one", "select_one"),
    ("select1", "select_one"),
)
OTHER = ("or_other", "or specify other", "or other")
#: Types that clients fill in by themselves.
RECORDED = frozenset(
    {
        *("start", "end", "today", "deviceid", "username", "email", "phonenumber"),
        *("subscriberid", "simserial", "audit", "start-geopoint"),
    }
)
#: Types that no person sees: recorded or worked out.
UNSEEN = RECORDED | {
    *("calculate", "hidden", "background-geopoint", "background-audio"),
    *("csv-external", "xml-external"),
}
NUMBERS = frozenset({"integer", "decimal", "range"})


@frozen
class SurveyType:
    """The type of a row of the survey sheet.

    Parameters
    ----------
    text
        As it stands in the file.
    name
        Its usual name; an empty one for a type that does not exist.
    listed
        Name of the list of choices; of a file for those from a file; else an empty one.
    has_other
        Whether the form adds *Other* by itself.
    """

    text: str
    name: str
    listed: str = ""
    has_other: bool = False

    @property
    def offers_list(self) -> bool:
        """Whether it offers the choices of a list."""
        return self.name in LISTED

    @property
    def picks_several(self) -> bool:
        """Whether several choices can be picked."""
        return self.name in {"select_multiple", "select_multiple_from_file", "rank"}

    @property
    def picks(self) -> bool:
        """Whether choices are picked at all."""
        return self.name in LISTED or self.name in FROM_FILE

    @property
    def begins(self) -> str:
        """What it begins: ``group``, ``repeat``, ...; an empty text when nothing."""
        return self.name.removeprefix("begin_") if self.name.startswith("begin_") else ""

    @property
    def ends(self) -> str:
        """What it ends."""
        return self.name.removeprefix("end_") if self.name.startswith("end_") else ""

    @property
    def is_question(self) -> bool:
        """Whether it is a row of its own, and not the beginning or end of others."""
        return self.begins == "" and self.ends == ""

    @property
    def is_seen(self) -> bool:
        """Whether a person sees it."""
        return self.is_question and self.name not in UNSEEN

    @property
    def is_answered(self) -> bool:
        """Whether a person answers it."""
        return self.is_seen and self.name != "note"

    @property
    def is_number(self) -> bool:
        """Whether the answer is a number."""
        return self.name in NUMBERS


def survey_type(text: str) -> SurveyType:
    """Read the type of a row.

    Parameters
    ----------
    text
        As it stands in the file.

    Examples
    --------
    >>> survey_type("select_one agree5").listed, survey_type("begin group").begins
    ('agree5', 'group')
    >>> survey_type("Select one from yn or specify other").has_other
    True
    >>> survey_type("intger").name
    ''
    """
    words = " ".join(text.split())
    lowered = words.lower()
    for spelling, name in SPELLINGS:
        if lowered.startswith(f"{spelling} "):
            words = f"{name}{words[len(spelling) :]}"
            break
    has_other = False
    for ending in OTHER:
        if words.lower().endswith(f" {ending}"):
            has_other, words = True, words[: -len(ending)].rstrip()
    first, _, rest = words.partition(" ")
    if first.lower() in {*LISTED, *FROM_FILE, "osm"}:
        return SurveyType(text, first.lower(), rest.strip(), has_other)
    name = "_".join(words.lower().split())
    name = name.removeprefix("add_").removesuffix("_prompt")
    if name.startswith("begin_loop_over_"):
        name = "begin_loop"
    name = TYPE_ALIASES.get(name, name)
    known = name in TYPES or name in KOBO_TYPES
    return SurveyType(text, name if known else "", "", has_other)

"""Words that an XLSForm may use: whatever else stands in it is ignored without a word.

Sheets, columns, types, settings and parameters are those of pyxform 4.5; appearances those of
ODK Collect and Enketo; functions those of the ODK documentation ("Form Operators and Functions")
with the ones of XPath 1.0 that clients add.
"""

from collections.abc import Mapping

__all__ = [
    "APPEARANCES",
    "CHOICE_COLUMNS",
    "COLUMN_ALIASES",
    "FUNCTIONS",
    "KOBO_TYPES",
    "PARAMETERS",
    "SETTINGS",
    "SHEETS",
    "SURVEY_COLUMNS",
    "TRANSLATABLE",
    "TYPES",
    "TYPE_ALIASES",
]

SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")

#: Columns of texts and media that each language has its own of, by sheet.
TRANSLATABLE: Mapping[str, frozenset[str]] = {
    "survey": frozenset(
        {
            "label",
            "hint",
            "guidance_hint",
            "constraint_message",
            "required_message",
            "image",
            "big-image",
            "audio",
            "video",
        }
    ),
    "choices": frozenset({"label", "image", "big-image", "audio", "video"}),
}
SURVEY_COLUMNS = frozenset(
    {
        *TRANSLATABLE["survey"],
        *("type", "name", "required", "relevant", "constraint", "calculation", "default"),
        *("read_only", "appearance", "parameters", "choice_filter", "repeat_count", "trigger"),
        *("autoplay", "rows", "disabled", "save_to", "no_app_error_string", "query"),
        *("sms_field", "sms_option", "sms_separator", "sms_allow_media"),
        *("sms_date_format", "sms_datetime_format", "sms_response", "compact_tag"),
        # Nobody reads these but people: the template of ODK has the first of them.
        *("note", "notes", "comment", "comments"),
    }
)
CHOICE_COLUMNS = frozenset(
    {*TRANSLATABLE["choices"], "list_name", "name", "geometry", "note", "notes"}
)
#: Other ways to write a column.
COLUMN_ALIASES: Mapping[str, str] = {
    "caption": "label",
    "relevance": "relevant",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "constraint_msg": "constraint_message",
    "requiredmsg": "required_message",
    "readonly": "read_only",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "jr:constraintmsg": "constraint_message",
    "jr:requiredmsg": "required_message",
    "jr:noapperrorstring": "no_app_error_string",
    "noapperrorstring": "no_app_error_string",
    "command": "type",
    "tag": "name",
    "value": "name",
    "list name": "list_name",
    "set_form_title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
    "title": "form_title",
}
SETTINGS = frozenset(
    {
        *("form_title", "form_id", "version", "default_language", "instance_name"),
        *("instance_id", "style", "public_key", "submission_url", "auto_send", "auto_delete"),
        *("client_editable", "name", "clean_text_values", "allow_choice_duplicates"),
        *("namespaces", "omit_instanceid", "instance_xmlns", "entity_version"),
        *("prefix", "delimiter", "sms_keyword", "sms_separator", "sms_allow_media"),
        *("sms_date_format", "sms_datetime_format", "sms_response", "note", "notes"),
    }
)

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

APPEARANCES = frozenset(
    {
        *("numbers", "multiline", "url", "thousands-sep", "bearing", "vertical", "no-ticks"),
        *("picker", "rating", "new", "new-front", "new-rear", "draw", "annotate", "signature"),
        *("no-calendar", "month-year", "year", "ethiopian", "coptic", "islamic"),
        *("bikram-sambat", "myanmar", "persian", "buddhist", "placement-map", "maps"),
        *("hide-input", "minimal", "search", "quick", "columns-pack", "columns", "no-buttons"),
        *("image-map", "likert", "map", "field-list", "label", "list-nolabel", "list"),
        *("table-list", "hidden-answer", "printer", "masked", "counter", "autocomplete"),
        *("quickcompact", "compact", "horizontal", "horizontal-compact", "selfie", "spinner"),
        *("distress", "analog-scale", "show-scale", "front", "comment", "summary"),
        *("no-collapse", "picture", "tel", "textarea", "page-break"),
    }
)

PARAMETERS = frozenset(
    {
        *("start", "end", "step", "tick_interval", "tick_labelset", "placeholder"),
        *("randomize", "seed", "value", "label", "rows", "max-pixels", "app", "quality"),
        *("capture-accuracy", "warning-accuracy", "allow-mock-accuracy", "incremental"),
        *("reference-geometry", "track-changes", "track-changes-reasons", "identify-user"),
        *("location-priority", "location-min-interval", "location-max-age"),
    }
)

FUNCTIONS = frozenset(
    {
        *("if", "position", "once", "selected", "selected-at", "count-selected", "is-selected"),
        *("jr:choice-name", "jr:itext", "indexed-repeat", "count", "count-non-empty", "sum"),
        *("max", "min", "regex", "contains", "starts-with", "ends-with", "substr", "substring"),
        *("substring-before", "substring-after", "translate", "string-length"),
        *("normalize-space", "concat", "join", "boolean-from-string", "string", "digest"),
        *("base64-decode", "base64-encode", "extract-signed", "round", "int", "number", "pow"),
        *("log", "log10", "abs", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sqrt"),
        *("exp", "exp10", "pi", "today", "now", "decimal-date-time", "date", "date-time"),
        *("decimal-time", "format-date", "format-date-time", "area", "distance", "geofence"),
        *("intersects", "random", "randomize", "uuid", "boolean", "not", "coalesce"),
        *("checklist", "weighted-checklist", "true", "false", "pulldata", "instance"),
        *("current", "last", "name", "local-name", "namespace-uri", "id", "lang", "floor"),
        *("ceiling", "text", "node", "depend", "property", "version", "comment", "search"),
    }
)

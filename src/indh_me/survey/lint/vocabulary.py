"""Words that an XLSForm may use: whatever else stands in it is ignored without a word.

Sheets, columns, types, settings and parameters are those of pyxform 4.5; appearances those of
ODK Collect and Enketo; functions those of the ODK documentation ("Form Operators and Functions")
with the ones of XPath 1.0 that clients add.
"""

from indh_me.survey.xlsform.header import TRANSLATABLE

__all__ = [
    "APPEARANCES",
    "CHOICE_COLUMNS",
    "FUNCTIONS",
    "PARAMETERS",
    "SETTINGS",
    "SHEETS",
    "SURVEY_COLUMNS",
]

SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")

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

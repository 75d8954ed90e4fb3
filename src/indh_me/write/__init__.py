"""Files out: all rounding, colour, translation and layout happen here."""

from .assessment import assessment_to_plain
from .banding import banding_to_plain
from .breakdown import breakdown_to_plain, publication_to_plain
from .codebook import codebook_rows, write_codebook
from .collection import collection_to_plain
from .comparison import comparison_to_plain
from .explain import explain, explain_indicator
from .fan_chart import fan_chart, write_fan_chart
from .finding import finding_to_plain
from .findings import findings_to_text, write_findings
from .form_files import write_forms
from .framework import write_framework
from .html import write_html_form
from .labels_template import labels_template
from .limesurvey import limesurvey_rows, write_limesurvey
from .notebook import Html, to_html
from .observations import write_observations
from .paper import write_paper_form
from .projection import projection_to_plain
from .reference_sheet import reference_sheet
from .rollup import rollup_to_plain
from .starter import write_starter
from .workbook import write_workbook
from .xlsform import write_xlsform

__all__ = [
    "Html",
    "assessment_to_plain",
    "banding_to_plain",
    "breakdown_to_plain",
    "codebook_rows",
    "collection_to_plain",
    "comparison_to_plain",
    "explain",
    "explain_indicator",
    "fan_chart",
    "finding_to_plain",
    "findings_to_text",
    "labels_template",
    "limesurvey_rows",
    "projection_to_plain",
    "publication_to_plain",
    "reference_sheet",
    "rollup_to_plain",
    "to_html",
    "write_codebook",
    "write_fan_chart",
    "write_findings",
    "write_forms",
    "write_framework",
    "write_html_form",
    "write_limesurvey",
    "write_observations",
    "write_paper_form",
    "write_starter",
    "write_workbook",
    "write_xlsform",
]

"""Find in a form what converters pass over in silence, before it goes to the field."""

import indh_me as me

# A form as somebody typed it, with mistakes: a misspelt column and type, words that nobody
# translated, a condition on a question that does not exist, a code that nobody can pick.
FR, AR = "label::Français (fr)", "label::العربية (ar)"
ROWS = [
    {"type": "select_one yn", "name": "came", FR: "Êtes-vous venu ?", AR: "هل حضرتم؟"},
    {"type": "intger", "name": "times", FR: "Combien de fois ?", AR: "كم مرة؟"},
    {"type": "text", "name": "why", FR: "Pourquoi ?", "relevant": "${came} = 'never'"},
    {"type": "text", "name": "more", FR: "Autre ?", AR: "غير ذلك؟", "relevant": "${cmae} = 'no'"},
]
LIST = [
    {"list_name": "yn", "name": "yes", FR: "Oui", AR: "نعم"},
    {"list_name": "yn", "name": "no", FR: "Non", AR: "لا"},
]


def sheet(name: str, columns: list[str], rows: list[dict[str, str]]) -> me.FormSheet:
    """Give a sheet of an XLSForm, whose first row holds the headings."""
    return me.FormSheet(name, columns, [me.FormRow(at, row) for at, row in enumerate(rows, 2)])


form = me.XlsForm(
    [
        sheet("survey", ["type", "name", FR, AR, "relevant", "constraint_mesage"], ROWS),
        sheet("choices", ["list_name", "name", FR, AR], LIST),
        sheet("settings", ["form_id", "version"], [{"form_id": "visit", "version": "1"}]),
    ],
    file="visit.xlsx",
)
# The same rules read a file: me.check_form(me.read_xlsform("visit.xlsx")).
findings = me.check_form(form)
print(me.findings_to_text(findings), end="")

errors = [each for each in findings if each.severity is me.Severity.ERROR]
print("send it out" if not errors else f"mend {len(errors)} errors first")

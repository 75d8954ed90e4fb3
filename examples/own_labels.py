"""Have statuses, tables and workbooks in a language of one's own: here a start in Spanish."""

from datetime import date

import indh_me as me

manual = me.Indicator.milestone("manual", due=me.Period.parse("2026-03"))
framework = me.Framework(
    code="DEMO", languages=["es"], title=me.Text.of(es="Programa"), indicators=[manual]
).with_labels(
    me.Label(language="es", section="status", key="overdue", words="Atrasado"),
    me.Label(language="es", section="status", key="not_due", words="Aún no vence"),
)
assessment = me.assess(framework, as_of=date(2026, 6, 30))

# What has no Spanish word yet is said in English, so the work can be done little by little.
print(me.explain(assessment["manual"], "es", labels=framework.labels))
for finding in me.check(framework, select=["ME062"]):
    print(finding)

# All there is to translate, as tables for the framework file; `indh-me labels es` prints the same.
lines = me.labels_template("es", framework).splitlines()
at = lines.index("[labels.es.status]")
print(*lines[at : at + 6], sep="\n")

# A workbook takes them along, and is read back with them.
me.write_workbook(assessment, None, "programa.xlsx", language="es")
print(me.read_workbook("programa.xlsx").language)

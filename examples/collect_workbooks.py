"""Bring the workbooks of two provinces back in: what is new, the same, or in conflict."""

from datetime import date

import indh_me as me

DAY = date(2026, 12, 31)
place = me.Dimension.of("place", "oujda", "nador")
trained = me.Indicator(
    code="trained",
    name=me.Text.of(en="People trained", fr="Personnes formées"),
    unit="count",
    direction="increase",
    accumulation="sum",
    dimensions=["place"],
    targets=[me.Target(period=me.Period.year(2026), value=120)],
)
framework = me.Framework(
    code="DEMO", languages=["fr", "en"], dimensions=[place], indicators=[trained]
)


def figures(oujda: int | None, nador: int | None, total: int | None = None) -> me.Observations:
    """Give what one office knows, as it would type it into its workbook. All is invented."""
    typed = {
        me.Categories.of(place="oujda"): oujda,
        me.Categories.of(place="nador"): nador,
        me.TOTAL: total,
    }
    known = {group: value for group, value in typed.items() if value is not None}
    columns = (["trained"] * len(known), ["2026"] * len(known), list(known.values()))
    return me.Observations.from_columns(*columns, categories=list(known))


# Each province fills in its own row; both say what the total is, and do not agree.
for office, filled in (("oujda", figures(58, None, 90)), ("nador", figures(None, 31, 89))):
    me.write_workbook(me.assess(framework, filled, as_of=DAY), filled, f"{office}.xlsx")

books = [me.read_workbook(f"{office}.xlsx") for office in ("oujda", "nador")]
made = me.collect(*books, framework=framework, known=figures(58, None))
for figure in made.figures:
    for row in figure.entered:
        print(f"{figure.outcome.value:9}{row.categories!s:12}{row.value!s:>4}  {row.place}")

# Nothing in conflict is taken: somebody has to ask.
print("settled:", made.is_settled())
for row in made.observations():
    print("known now:", row.categories, row.value)

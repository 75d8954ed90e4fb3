"""Tell the story of the INDH example: from its source document to the workbook and the forms."""

import textwrap
from datetime import date
from pathlib import Path

import indh_me as me

INDH = Path(__file__).parent / "indh"


def chapter(title: str) -> None:
    """Begin a chapter."""
    print(f"\n{title}\n{'-' * len(title)}")


print("Training and communication in the INDH of Morocco, 2005 to 2010")

chapter("1. A document of 27 March 2008, in Arabic")
framework, said = me.read_framework_file(INDH / "framework.toml")
briefing = framework.source("briefing")
print(briefing.label.get("en"))
print(len(framework.results), "results,", len(framework.indicators), "indicators,", end=" ")
print(len(said), "figures, each with the words that say it. One of them:")
first = next(figure for figure in said if figure.indicator == "T-R1")
print(" ", first.period, first.value, "-", first.scope.get("en"))
print(textwrap.indent(textwrap.fill(first.source.quote.get("ar")), "  "))

chapter("2. Where things stood on that day")
then = me.assess(framework, said, as_of=briefing.date)
for row in then:
    indicator, seen = row.indicator, row.to_date.quantity
    figure = "-" if seen is None else str(seen)
    print(f"{indicator.code}  {row.status.value:10}{figure:>8}  {indicator.name.get('en')}")
late = then["C-P1"]
print(f"The national meeting was due in {late.period}: {late.days_overdue} days overdue.")

chapter("3. What the targets of 2008 to 2010 ask for")
trained = framework.indicator("T-R1")
print(me.explain(me.outlook(trained, said, as_of=briefing.date), "en"))
alone = me.project(trained, said)
print(f"Projected: nothing ({alone.reason.value}). One figure is no trend.")

chapter("4. Three years later: INVENTED figures, for illustration only")
invented = me.read_observations(INDH / "illustration.csv")
figures = me.Observations.concatenate(said, invented)
now = me.assess(framework, figures, as_of=date(2011, 3, 31))
print(me.explain(now["T-R1"], "en"))

chapter("5. Where the invented figures are heading, with an invented target")
series = {str(each.period): each.value.best for each in invented if each.indicator == "T-R1"}
ahead = me.project(series, to="2012", target=35_000, bounds=(0, None))
print(me.explain(ahead, "en"))

chapter("6. The workbook, in each language")
for language in framework.languages:
    file = f"indh-{language}.xlsx"
    me.write_workbook(now, figures, file, language=language)
    back = me.collect(me.read_workbook(file), framework=framework, known=figures)
    same = sum(each.outcome is me.Outcome.SAME for each in back.figures)
    print(f"{file}: {same} of {len(back.figures)} figures come back the same")

chapter("7. The forms of a session and of an event")
for forms in (
    me.training_forms(me.read_session(INDH / "session.toml")),
    me.communication_forms(me.read_event(INDH / "event.toml")),
):
    for name in me.write_forms(forms, "forms", channels=["xlsform", "html"]):
        print(name)

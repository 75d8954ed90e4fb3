"""Project invented figures of 2004 to 2008, and see why one figure alone is not projected."""

import indh_me as me

# Invented figures: participants who use what they have learned, in percent.
seen = {"2004": 52, "2005": 55, "2006": 56, "2007": 58, "2008": 61}
made = me.project(seen, to="2010", target=65, bounds=(0, 100))
for figure in made.figures:
    low, high = figure.interval.low, figure.interval.high
    print(f"{figure.period}: {figure.quantity.best:.1f} ({low:.1f} to {high:.1f})")

# How it came about, line by line, in any of the three languages.
print(me.explain(made, "en"))

# One figure is no trend: there is a reason instead, and the pace that the target asks for.
alone = me.project({"2008": 61}, to="2010", target=65)
print(alone.reason.value, alone.pace.required, "a year")

# For other programs: nothing is rounded, and what is not known is None.
print(me.projection_to_plain(alone)["figures"])

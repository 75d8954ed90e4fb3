"""Make one figure of several years: six ways, of which only one is right for an indicator."""

from datetime import date

import indh_me as me

# Invented surveys of three years: people who apply what they learned, of those who answered.
shares = {2024: "80 [8/10]", 2025: "50 [50/100]", 2026: "60 [54/90]"}
# And people trained in each of them.
counts = {2024: "120", 2025: "150", 2026: "135"}


def indicator(code: str, unit: str, accumulation: str) -> me.Indicator:
    """Give an indicator, which states how its periods make one figure."""
    return me.Indicator(code=code, unit=unit, direction="increase", accumulation=accumulation)


def show(each: me.Indicator, values: dict[int, str]) -> None:
    """Print what each way of accumulating comes to."""
    figures = me.Observations.of(
        *(
            me.Observation(
                indicator=each.code, period=me.Period.year(year), value=me.Quantity.parse(value)
            )
            for year, value in values.items()
        )
    )
    print(f"{each.code}, by its own way: {each.accumulation.value}")
    print(me.explain(me.compare_accumulations(each, figures, as_of=date(2026, 12, 31)), "en"))


# The mean of the shares is 63.3 %; but 112 of 200 apply it, and that is 56 %.
show(indicator("applying", "percent", "ratio"), shares)

# The same people may come every year: their sum counts them again, the best year does not.
show(indicator("people", "count", "peak"), counts)

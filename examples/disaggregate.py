"""Break figures down by sex and place: margins, what is not disaggregated, shares that pool."""

from datetime import date

import indh_me as me

DAY = date(2026, 12, 31)
sex = me.Dimension.of("sex", "female", "male")
trained = me.Indicator(code="trained", unit="count", direction="increase", accumulation="sum")
applying = me.Indicator(code="applying", unit="percent", direction="increase", accumulation="ratio")
framework = me.Framework(
    code="DEMO", languages=["en"], dimensions=[sex], indicators=[trained, applying]
)
women, men = me.Categories.of(sex="female"), me.Categories.of(sex="male")


def reported(code: str, values: dict[me.Categories, str]) -> me.Observations:
    """Give invented figures of groups."""
    return me.Observations.of(
        *(
            me.Observation(
                indicator=code,
                period=me.Period.year(2026),
                value=me.Quantity.parse(value),
                categories=group,
            )
            for group, value in values.items()
        )
    )


# Of 120 people the sex of 12 is not known: they are told, not spread over the groups.
counts = reported("trained", {me.TOTAL: "120", women: "63", men: "45"})
made = me.breakdown(framework, counts, "trained", as_of=DAY, by="sex")
print(me.explain(made, "en"))

# Percentages are pooled from numerators and denominators: never 70 %, the mean of 50 and 90.
shares = reported("applying", {women: "50 [10/20]", men: "90 [180/200]"})
pooled = me.breakdown(framework, shares, "applying", as_of=DAY, by="sex")
print(me.explain(pooled, "en"))

# Where a group did not report, the total of a count is known from below, and never less.
part = me.breakdown(framework, reported("trained", {women: "63"}), "trained", as_of=DAY, by="sex")
print("With the women alone:", part.total.quantity)

# How two groups compare.
print(me.explain(me.equity(made, "sex", "female", "male", target=1), "en"))

"""Break an indicator down by its groups, and make a table of it that may be published."""

from datetime import date

import indh_me as me

sex = me.Dimension.of("sex", "female", "male")
place = me.Dimension(
    code="place",
    categories=[
        me.Category("oriental", me.Text.of(en="Oriental")),
        me.Category("oujda", me.Text.of(en="Oujda"), parent="oriental"),
        me.Category("nador", me.Text.of(en="Nador"), parent="oriental"),
    ],
)
trained = me.Indicator(
    code="trained",
    unit="count",
    direction="increase",
    accumulation="sum",
    dimensions=["place", "sex"],
)
framework = me.Framework(
    code="DEMO", languages=["en"], dimensions=[sex, place], indicators=[trained]
)
# Invented figures.
groups = {
    me.Categories.of(place="oujda", sex="female"): 31,
    me.Categories.of(place="oujda", sex="male"): 27,
    me.Categories.of(place="nador", sex="female"): 4,
    me.Categories.of(place="nador", sex="male"): 12,
}
observations = me.Observations.from_columns(
    ["trained"] * 4, ["2026"] * 4, list(groups.values()), categories=list(groups)
)

made = me.breakdown(framework, observations, "trained", as_of=date(2026, 12, 31))
published = me.suppress(made, below=5)
for group, shown in zip(made.groups, published.groups, strict=True):
    figure = shown.quantity if shown.disclosure is me.Disclosure.SHOWN else shown.disclosure.value
    print(f"{group.categories!s:28} {group.quantity!s:>4} {figure!s:>12}")

# Where one looks for a ratio between groups, it is held against the band of parity.
parity = me.equity(
    made,
    "sex",
    "female",
    "male",
    target=me.Quantity.between(0.97, 1.03),
    direction=me.Direction.MAINTAIN,
)
print(parity.ratio, "not computed" if parity.verdict is None else parity.verdict.value)

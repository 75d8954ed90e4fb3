"""Which strategy gives the values of which class."""

from collections.abc import Callable
from importlib import import_module

from hypothesis.strategies import SearchStrategy, register_type_strategy

from indh_me import model, survey

__all__ = ["STRATEGIES", "register_types"]

#: Name of the strategy of each class of the model; enumerations Hypothesis knows by itself.
STRATEGIES: dict[type, str] = {
    model.Baseline: "baselines",
    model.Categories: "categories",
    model.Category: "single_categories",
    model.Citation: "citations",
    model.Dimension: "dimensions",
    model.Framework: "frameworks",
    model.Indicator: "indicators",
    model.Label: "labels",
    model.Observation: "observation_rows",
    model.Observations: "observations",
    model.Period: "periods",
    model.Quantity: "quantities",
    model.Result: "results",
    model.Revision: "revisions",
    model.Source: "sources",
    model.Suppression: "suppressions",
    model.Target: "targets",
    model.Text: "texts",
    model.Thresholds: "thresholds",
    model.Unit: "units",
    survey.Instrument: "instruments",
}


def register_types() -> None:
    """Tell Hypothesis how values of the model's classes are made.

    Examples
    --------
    >>> from hypothesis import strategies as st
    >>> from indh_me.testing import simplest
    >>> register_types()
    >>> str(simplest(st.from_type(model.Unit)))
    'count'
    """
    for kind, name in STRATEGIES.items():
        register_type_strategy(kind, _resolver(name))


def _resolver(name: str) -> Callable[[type], SearchStrategy[object]]:
    """Make what Hypothesis asks when it needs values of a class, and not before."""

    def resolve(_kind: type) -> SearchStrategy[object]:
        made: SearchStrategy[object] = getattr(import_module(".strategies", __package__), name)()
        return made

    return resolve

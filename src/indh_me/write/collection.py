"""Collections of filled workbooks as plain data, for JSON and other machines."""

from typing import Any

from indh_me.compute import CollectedFigure, Collection, EnteredFigure, EntryFinding, Outcome
from indh_me.errors import Place
from indh_me.model import Observation
from indh_me.model.quantity import Value

__all__ = ["collection_to_plain"]


def collection_to_plain(collection: Collection) -> dict[str, Any]:
    """Write what came back in filled workbooks as plain data.

    Parameters
    ----------
    collection
        What `collect` gave.

    Returns
    -------
    dict
        ``counts`` has every outcome; ``figures`` those that are not the same as known, each with
        the cells that say it; ``findings`` the cells that were not taken or should be looked at.

    Examples
    --------
    >>> from indh_me.model import Observations
    >>> empty = Collection(figures=(), findings=(), known=Observations())
    >>> collection_to_plain(empty)["counts"]["changed"]
    0
    """
    return {
        "counts": {outcome.value: len(collection.of(outcome)) for outcome in Outcome},
        "figures": [
            _figure(each) for each in collection.figures if each.outcome is not Outcome.SAME
        ],
        "findings": [_finding(each) for each in collection.findings],
    }


def _figure(figure: CollectedFigure) -> dict[str, Any]:
    code, period, categories = figure.address
    return {
        "outcome": figure.outcome.value,
        "indicator": code,
        "period": str(period),
        "categories": dict(categories.as_mapping()),
        "known": None if figure.known is None else _observation(figure.known),
        "entered": [_entered(each) for each in figure.entered],
    }


def _observation(observation: Observation) -> dict[str, Any]:
    source, collected = observation.source, observation.collected
    return {
        "value": _value(observation.value),
        "source": None if source is None else source.code,
        "collected": None if collected is None else collected.isoformat(),
        "note": None if observation.note is None else dict(observation.note.words),
    }


def _entered(figure: EnteredFigure) -> dict[str, Any]:
    return {
        "value": None if figure.value is None else _value(figure.value),
        "source": figure.source,
        "collected": None if figure.collected is None else figure.collected.isoformat(),
        "note": None if figure.note == "" else figure.note,
        "place": _place(figure.place),
    }


def _value(value: Value) -> str:
    """Give the written form, which can be read back."""
    return value.value if hasattr(value, "value") else str(value)


def _place(place: Place) -> dict[str, Any]:
    return {"file": None if place.file == "" else place.file, "path": place.path}


def _finding(finding: EntryFinding) -> dict[str, Any]:
    return {
        "issue": finding.issue.value,
        "message": finding.fault.what,
        "place": _place(finding.fault.where),
        "mend": finding.fault.mend,
    }

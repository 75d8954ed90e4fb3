"""Filled workbooks held against the framework and against what is known already."""

from .collecting import collect
from .collection import CollectedFigure, Collection, Outcome
from .entered import (
    EnteredFigure,
    EnteredWorkbook,
    EntryFinding,
    EntryForm,
    EntryIssue,
    PlanCell,
    PlanPart,
)

__all__ = [
    "CollectedFigure",
    "Collection",
    "EnteredFigure",
    "EnteredWorkbook",
    "EntryFinding",
    "EntryForm",
    "EntryIssue",
    "Outcome",
    "PlanCell",
    "PlanPart",
    "collect",
]

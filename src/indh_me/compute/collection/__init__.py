"""Filled workbooks held against the framework and against what is known already."""

from .collecting import collect
from .collection import CollectedFigure, Collection, Key, Outcome, key_of
from .entered import (
    EnteredFigure,
    EnteredWorkbook,
    EntryFinding,
    EntryForm,
    EntryIssue,
)
from .plan_cells import GrowingPlan, PlanCell, PlanCells, PlanPart, ShownValue

__all__ = [
    "CollectedFigure",
    "Collection",
    "EnteredFigure",
    "EnteredWorkbook",
    "EntryFinding",
    "EntryForm",
    "EntryIssue",
    "GrowingPlan",
    "Key",
    "Outcome",
    "PlanCell",
    "PlanCells",
    "PlanPart",
    "ShownValue",
    "collect",
    "key_of",
]

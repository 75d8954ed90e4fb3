"""Filled workbooks held against the framework and against what is known already."""

from .collecting import collect
from .collection import CollectedFigure, Collection, Outcome
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
    "Outcome",
    "PlanCell",
    "PlanCells",
    "PlanPart",
    "ShownValue",
    "collect",
]

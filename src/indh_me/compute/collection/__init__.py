"""Filled workbooks held against the framework and against what is known already."""

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
    "EnteredFigure",
    "EnteredWorkbook",
    "EntryFinding",
    "EntryForm",
    "EntryIssue",
    "PlanCell",
    "PlanPart",
]

"""What follows: pure functions from the model to frozen results.

Nothing here opens a file, reads a clock or rounds a number. Calculations run on arrays; results
keep what they were computed from, so that they can be explained.
"""

from .accumulation import accumulate
from .achievement import Achievement
from .assessment import Assessment, Figure, IndicatorAssessment, assess
from .check import RULES, Finding, Rule, Severity, check, findings_of
from .outlook import Outlook, outlook
from .reason import Reason
from .status import Status
from .verdict import Verdict

__all__ = [
    "RULES",
    "Achievement",
    "Assessment",
    "Figure",
    "Finding",
    "IndicatorAssessment",
    "Outlook",
    "Reason",
    "Rule",
    "Severity",
    "Status",
    "Verdict",
    "accumulate",
    "assess",
    "check",
    "findings_of",
    "outlook",
]

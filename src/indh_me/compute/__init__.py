"""What follows: pure functions from the model to frozen results.

Nothing here opens a file, reads a clock or rounds a number. Calculations run on arrays; results
keep what they were computed from, so that they can be explained.
"""

from .accumulation import accumulate
from .achievement import Achievement
from .achievement_rate import AchievementRate, achievement_rate
from .assessment import Assessment, Figure, IndicatorAssessment, assess
from .banding import Banding, NoBand, band
from .bounds import Bounds
from .check import RULES, Finding, Rule, Severity, check, findings_of
from .classification import classify
from .comparison import MethodComparison, compare_accumulations, compare_indicator, compare_methods
from .disaggregation import (
    Breakdown,
    Disclosure,
    Equity,
    Group,
    GroupReason,
    Publication,
    PublishedGroup,
    PublishedRemainder,
    Remainder,
    breakdown,
    equity,
    suppress,
)
from .leg import NoPath
from .open_sdg import open_sdg
from .outlook import Outlook, outlook
from .pace import Pace, pace_to_target
from .presets import Band, Measure, Preset, preset, presets
from .projection import (
    Arrival,
    ArrivalReason,
    Backtest,
    Conformal,
    Link,
    MannKendall,
    Monotone,
    NoConformal,
    NoScore,
    NoWindow,
    PanelProjection,
    Prior,
    ProjectionReason,
    Reliability,
    Score,
    Windows,
    annual_reduction,
    backtest,
    calibrate,
    expected_date,
    mann_kendall,
    project_panel,
    required_reduction,
)
from .reason import Reason
from .rollup import NotComputed, ResultScore, Rollup, RollupRule, rollup
from .status import Status
from .target_version import TargetVersion
from .trajectory import Expectation, expected
from .trend import (
    ExpectedDate,
    History,
    HistoryFigure,
    MethodChoice,
    ProjectedFigure,
    Projection,
    Projections,
    RequiredPace,
    TrendTest,
    project,
    projections,
)
from .verdict import Verdict

__all__ = [
    "RULES",
    "Achievement",
    "AchievementRate",
    "Arrival",
    "ArrivalReason",
    "Assessment",
    "Backtest",
    "Band",
    "Banding",
    "Bounds",
    "Breakdown",
    "Conformal",
    "Disclosure",
    "Equity",
    "Expectation",
    "ExpectedDate",
    "Figure",
    "Finding",
    "Group",
    "GroupReason",
    "History",
    "HistoryFigure",
    "IndicatorAssessment",
    "Link",
    "MannKendall",
    "Measure",
    "MethodChoice",
    "MethodComparison",
    "Monotone",
    "NoBand",
    "NoConformal",
    "NoPath",
    "NoScore",
    "NoWindow",
    "NotComputed",
    "Outlook",
    "Pace",
    "PanelProjection",
    "Preset",
    "Prior",
    "ProjectedFigure",
    "Projection",
    "ProjectionReason",
    "Projections",
    "Publication",
    "PublishedGroup",
    "PublishedRemainder",
    "Reason",
    "Reliability",
    "Remainder",
    "RequiredPace",
    "ResultScore",
    "Rollup",
    "RollupRule",
    "Rule",
    "Score",
    "Severity",
    "Status",
    "TargetVersion",
    "TrendTest",
    "Verdict",
    "Windows",
    "accumulate",
    "achievement_rate",
    "annual_reduction",
    "assess",
    "backtest",
    "band",
    "breakdown",
    "calibrate",
    "check",
    "classify",
    "compare_accumulations",
    "compare_indicator",
    "compare_methods",
    "equity",
    "expected",
    "expected_date",
    "findings_of",
    "mann_kendall",
    "open_sdg",
    "outlook",
    "pace_to_target",
    "preset",
    "presets",
    "project",
    "project_panel",
    "projections",
    "required_reduction",
    "rollup",
    "suppress",
]

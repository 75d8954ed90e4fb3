"""What things are: the nouns of a monitoring framework, as frozen values.

Nothing here opens a file, reads a clock or knows a locale. A value checks itself when it is
made, never changes afterwards (``with_...`` methods give a new one), and where it has a short
written form, ``Class.parse(str(value)) == value``.
"""

from .dimension import TOTAL, Categories, Category, Dimension
from .framework import Framework, Thresholds
from .indicator import Accumulation, Direction, Frequency, Indicator, Method, Trajectory
from .label import Label
from .observation import Observation
from .observations import Observations
from .period import Period
from .quantity import Absence, Quantity
from .result import Level, Result
from .source import Citation, Source
from .suppression import Suppression
from .target import Baseline, Revision, Target
from .text import Text
from .unit import Unit, UnitKind

__all__ = [
    "TOTAL",
    "Absence",
    "Accumulation",
    "Baseline",
    "Categories",
    "Category",
    "Citation",
    "Dimension",
    "Direction",
    "Framework",
    "Frequency",
    "Indicator",
    "Label",
    "Level",
    "Method",
    "Observation",
    "Observations",
    "Period",
    "Quantity",
    "Result",
    "Revision",
    "Source",
    "Suppression",
    "Target",
    "Text",
    "Thresholds",
    "Trajectory",
    "Unit",
    "UnitKind",
]

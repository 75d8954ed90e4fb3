"""Laws: sentences that must hold of every function that computes a figure, found broken or not.

A law has examples that it is tried on and a judge that calls the user's function through a probe.
The probe calls with values of its own, twice, and tells what no law need speak of: a function
that raises, changes what it is given, answers in the wrong shape, or otherwise the second time.
To add a law, write its sentence, its examples and its judge among those of its like.
"""

from .accumulation import assert_accumulation_laws
from .achievement import assert_achievement_laws
from .breach import Breach, LawBrokenError
from .disaggregation import assert_disaggregation_laws
from .projection import assert_projection_laws

__all__ = [
    "Breach",
    "LawBrokenError",
    "assert_accumulation_laws",
    "assert_achievement_laws",
    "assert_disaggregation_laws",
    "assert_projection_laws",
]

"""For the tests of your own programme: strategies and laws, on Hypothesis (extra ``testing``).

A strategy gives values of a class of the model, well formed and of every kind; Hypothesis knows
them by the class too, so that ``st.from_type(me.Framework)`` just works. A law is a sentence that
must hold of every function that computes a figure of one's own. With ``pytest --indh-frameworks
PATH`` the linter's rules become tests of framework files.

```python
from hypothesis import given, strategies as st
import indh_me as me
from indh_me import testing


@given(st.from_type(me.Indicator))
def test_every_indicator_has_a_sheet(indicator): ...


def test_our_rate():
    testing.assert_achievement_laws(our_rate)
```

Everything is imported when it is first used: Hypothesis itself runs a part of this package.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach_stub(__name__, __file__)

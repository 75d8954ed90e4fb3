"""indh-me: monitoring and evaluation of training and communication programmes.

Indicators with baselines and targets, figures with bounds, periods and sources, rates that name
their method, and Excel monitoring workbooks in Arabic, French and English.

```python
import indh_me as me

framework = me.read_framework("framework.toml")
observations = me.read_observations("framework.toml", "observations.csv")
assessment = me.assess(framework, observations, as_of=date(2008, 3, 27))
me.write_workbook(assessment, observations, "tracking.xlsx", language="ar")
```

Everything is imported when it is first used.
"""

import lazy_loader as lazy

from .notebook import ShownInNotebook

_load, __dir__, __all__ = lazy.attach_stub(__name__, __file__)

# Values lie below what shows them, and cannot name it: the hall does.
ShownInNotebook.shown_by = "indh_me.write.notebook:to_html"


def __getattr__(name: str) -> object:
    """Import a name when it is first used."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - reading metadata takes a while

        return version("indh-me")
    return _load(name)

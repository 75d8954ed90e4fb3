"""The page docs/evidence/projection.md, part by part."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from indh_me.compute.projection import Project

from .aim import Aim, table
from .certified import certified_part
from .competition import competition_part
from .dates import dates_part
from .indicators import indicators_part

__all__ = ["METHODS", "PARTS", "page"]

#: The first is held to the aims.
METHODS = (
    "auto",
    "last",
    "drift",
    "half_drift",
    "ols",
    "theil_sen_anchored",
    "ses",
    "holt",
    "damped_holt",
    "theta",
    "combination",
)
INTRODUCTION = """\
# How good projections are

This page is written by a command, from data that the project reads and does not publish:

```sh
export INDH_ME_REFERENCE_DATA=... # The folder of the data.
nox -s evidence
```

It holds projections against what came, fitted lines against certified figures, and figures and
speed against other software. The [last table](#what-was-hoped-for) tells what was hoped for, and
what was missed.

Intervals are those of 95 %. *Coverage* is the share of outcomes inside them, *MSIS* the mean
interval score, *MASE* the mean absolute error; both are in mean changes of the figures that were
known, and lower is better. *Conformal* intervals are as wide as the errors of like series were."""

Lines = Iterator[str | Aim]


def _oracles(folder: Path, _: object) -> Lines:
    from .oracles import oracles_part  # noqa: PLC0415 - needs what the other parts do without

    return oracles_part(folder)


def _speed(_: object, __: object) -> Lines:
    from .speed import speed_part  # noqa: PLC0415 - the same

    return speed_part()


#: The parts of the page, by the words with which they are asked for.
PARTS: Mapping[str, Callable[[Path, Mapping[str, Project]], Lines]] = {
    "competition": competition_part,
    "indicators": indicators_part,
    "dates": dates_part,
    "certified": lambda folder, _: certified_part(folder),
    "oracles": _oracles,
    "speed": _speed,
}


def page(
    folder: Path, project: Project, methods: Sequence[str], parts: Sequence[str]
) -> Iterator[str]:
    """Give the lines of the page; the first method is held to the aims."""
    with_method = {method: partial(project, method=method) for method in methods}
    aims: list[Aim] = []
    yield from INTRODUCTION.splitlines()
    for part in parts:
        yield ""
        for line in PARTS[part](folder, with_method):
            if isinstance(line, Aim):
                aims.append(line)
            else:
                yield line
    missed = sum(each.is_missed for each in aims)
    idle = sum(each.why_not is not None for each in aims)
    told = f"Of {len(aims)} aims, {missed} are missed, and {idle} do not apply."
    yield from ("", "## What was hoped for", "")
    yield from (f"{told} Those of the data are for the method `{methods[0]}`.", "")
    yield from table(("figure", "found", "aim", ""), (each.cells() for each in aims))

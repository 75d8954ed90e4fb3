"""What a verb says while it works, where somebody looks on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

__all__ = ["Step", "working"]


class Step(Protocol):
    """Says what is being done now."""

    def __call__(self, key: str, *, done: int = 0, total: int | None = None) -> None:
        """Name the work by the key of its label, and how much of it is done."""


def _silent(key: str, *, done: int = 0, total: int | None = None) -> None:
    """Say nothing."""
    del key, done, total


@contextmanager
def working(language: str | None = None) -> Iterator[Step]:
    """Say on the standard error what is being done, if that is a terminal and it takes long."""
    # Nobody waits for what draws it where nobody sees it.
    if not (hasattr(sys.stderr, "isatty") and sys.stderr.isatty()):
        yield _silent
        return
    from indh_me.write.terminal import Progress

    with Progress(language) as progress:
        yield progress.step

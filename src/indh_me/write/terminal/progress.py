"""Progress of long work on the standard error: only on a terminal, and only when it takes long."""

import os
import sys
from threading import Lock, Timer
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Drawn

from indh_me.write.words import FALLBACK, Words

__all__ = ["PATIENCE", "Progress", "shows_progress"]

#: Seconds that anybody waits without asking what goes on.
PATIENCE = 1.0


def shows_progress(stream: TextIO | None = None) -> bool:
    """Tell whether progress can be shown: on a terminal that can write a line over.

    Parameters
    ----------
    stream
        The standard error when left out.
    """
    # FORCE_COLOR asks for colours in a pipe, not for lines that are written over.
    where = sys.stderr if stream is None else stream
    return where.isatty() and os.environ.get("TERM", "").lower() not in {"dumb", "unknown"}


class Progress:
    """Says what is being done, from the second second on, and goes when it is done.

    Parameters
    ----------
    language
        Of its words.
    stream
        The standard error when left out.
    patience
        Seconds until it is shown; one when left out.

    Examples
    --------
    >>> import io
    >>> quiet = io.StringIO()
    >>> with Progress("en", stream=quiet) as progress:
    ...     progress.step("read")
    >>> quiet.getvalue()
    ''
    """

    def __init__(
        self,
        language: str | None = None,
        *,
        stream: TextIO | None = None,
        patience: float | None = None,
    ) -> None:
        self._words = Words(FALLBACK if language is None else language)
        file = sys.stderr if stream is None else stream
        # The bar stands only where the number of steps is known, the spinner always.
        self._drawn = Drawn(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[counted]}", markup=False),
            TimeElapsedColumn(),
            console=Console(file=file, highlight=False, emoji=False, markup=False),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._drawn.add_task("", total=None, counted="")
        self._lock, self._over = Lock(), False
        wait = PATIENCE if patience is None else patience
        self._timer = Timer(wait, self._show) if shows_progress(file) else None

    def __enter__(self) -> Self:
        """Start to wait."""
        if self._timer is not None:
            # It must not hold up a command that fails.
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take it away."""
        if self._timer is None:
            return
        self._timer.cancel()
        with self._lock:
            self._over = True
            self._drawn.stop()

    def step(self, key: str, *, done: int = 0, total: int | None = None) -> None:
        """Say what is being done now.

        Parameters
        ----------
        key
            A key of the labels of work.
        done, total
            How many are done of how many, where that is known.
        """
        self._drawn.update(
            self._task,
            description=self._words.label("working", key),
            completed=done,
            total=total,
            counted="" if total is None else f"{done}/{total}",
        )

    def _show(self) -> None:
        with self._lock:
            if not self._over:
                self._drawn.start()

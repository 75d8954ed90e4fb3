"""A terminal for tests, which keeps what is written on it."""

import io
import time

__all__ = ["Terminal"]

PATIENCE = 10.0  # seconds


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True

    def shows(self, words: str) -> bool:
        """Wait until words are shown, as long as it takes a slow machine."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if words in self.getvalue():
                return True
            time.sleep(0.02)
        return False

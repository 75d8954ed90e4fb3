"""Framework files (TOML)."""

from os import PathLike

import tomli_w

from indh_me._codec import framework_to_plain
from indh_me.model import Framework, Observations

from .replacing import replacing

__all__ = ["write_framework"]


def write_framework(
    framework: Framework, path: str | PathLike[str], observations: Observations | None = None
) -> None:
    """Write a framework to a TOML file.

    Parameters
    ----------
    framework
        What to write.
    path
        The file; an old one is replaced whole or not at all.
    observations
        What was reported, to stand in the same file.

    Raises
    ------
    OutputError
        When the file cannot be written; the old one is intact.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp(), "demo.toml")
    >>> write_framework(Framework(code="DEMO", languages=["fr"]), file)
    >>> file.read_text().splitlines()[1]
    'code = "DEMO"'
    """
    text = tomli_w.dumps(framework_to_plain(framework, observations))
    with replacing(path) as new:
        new.write_text(text, encoding="utf-8", newline="\n")

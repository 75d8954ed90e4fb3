"""Files that are replaced whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from indh_me.errors import Fault, OutputError

__all__ = ["replacing"]

FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
# What can only come from writing, whichever file the system names (it often names none).
WRITE_FAILURES = FULL | {errno.EIO, errno.EROFS}
TRIES = 10_000


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a temporary path to write to, and put it in the place of a file once all went well.

    The temporary file lies in the same folder, so that the last step is a rename: a reader sees
    the old file or the new one, never a part. When anything fails, the temporary file is
    removed and the old file is as it was. The new file keeps the permissions of the old one; a
    symbolic link keeps pointing where it did.

    Parameters
    ----------
    path
        The file to replace or create.

    Yields
    ------
    Path
        An empty file to overwrite, with the same suffix.

    Raises
    ------
    OutputError
        When the folder is missing or may not be written to, when the path is a folder or no
        ordinary file, when the disk is full.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with replacing(folder / "report.txt") as new:
    ...     _ = new.write_text("whole", encoding="utf-8")
    >>> [file.name for file in folder.iterdir()]
    ['report.txt']
    """
    shown = os.fspath(path)
    try:
        target = Path(path).resolve()
        old = target.stat() if target.exists() else None
        if old is not None and not stat.S_ISREG(old.st_mode):
            raise OutputError(_not_a_file(shown, old.st_mode))
        if old is not None:
            # A rename would not ask: not whether the file is protected, nor whether it is open.
            os.close(os.open(target, os.O_WRONLY))
        new = _create_beside(target)
    except (OSError, RuntimeError, ValueError) as error:  # A link that loops; a NUL in a name.
        raise OutputError(_explain(error, shown)) from error
    try:
        try:
            yield new
        except OSError as error:
            if error.errno in WRITE_FAILURES or error.filename == str(new):
                raise OutputError(_explain(error, shown)) from error
            raise
        try:
            _put_in_place(new, target, None if old is None else stat.S_IMODE(old.st_mode))
        except OSError as error:
            raise OutputError(_explain(error, shown)) from error
    finally:
        # After the rename there is nothing left under this name.
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _create_beside(target: Path) -> Path:
    # Names may be taken: by a writer at work, or one that was killed before it could tidy up.
    for number in range(TRIES):
        new = target.with_name(f".indh-me-{number}{target.suffix}")
        with suppress(FileExistsError):
            os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            return new
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _put_in_place(new: Path, target: Path, mode: int | None) -> None:
    if mode is not None:
        new.chmod(mode)
    handle = os.open(new, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    new.replace(target)


def _not_a_file(path: str, mode: int) -> Fault:
    if stat.S_ISDIR(mode):
        return Fault("the output is a folder", path, "name a file inside it")
    return Fault("the output is not an ordinary file", path, "name a file to write")


def _explain(error: Exception, path: str) -> Fault:
    reason = error.errno if isinstance(error, OSError) else None
    folder = os.path.dirname(path) or "."  # noqa: PTH120 - as the user wrote it, not normalised.
    match reason:
        case errno.ENOENT:
            return Fault(f"the folder {folder!r} does not exist", path, "create the folder first")
        case errno.ENOTDIR:
            return Fault(f"{folder!r} is not a folder", path, "name a file in a folder")
        case errno.EISDIR:
            return Fault("the output is a folder", path, "name a file inside it")
        case errno.EACCES | errno.EPERM:
            return Fault(
                "no permission to write there",
                path,
                "close the file if it is open in another program, or choose a folder of your own",
            )
        case errno.EROFS:
            return Fault("the disk is read-only", path, "choose another folder")
        case errno.ENAMETOOLONG:
            return Fault("the name is too long", path, "choose a shorter name")
        case _ if reason in FULL:
            return Fault(
                "the disk is full, or the file larger than allowed",
                path,
                "free some space there and in the folder for temporary files, then try again",
            )
        case _:
            words = os.strerror(reason).lower() if reason is not None else str(error).lower()
            return Fault(f"the file could not be written: {words}", path, "choose another folder")

"""The parts of a zip file, unpacked a piece at a time and no further than is safe."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from attrs import define, field

from indh_me.errors import InvalidFileError

from .safety import MIB, refused_file

__all__ = ["ZipParts"]

MOST_PARTS = 10_000
#: Size of all parts together. A workbook of 1 000 indicators in 20 periods unpacks to 60 MiB.
MOST_UNPACKED = 512 * MIB
#: Size of what is unpacked, over that of the file: our own workbooks reach 14.
STEEPEST = 200
#: Below this, the ratio says nothing.
SMALL = 4 * MIB
PIECE = 4 * MIB
STEP = MIB // 2
LOCAL_HEADER = struct.Struct("<4s5H3I2H")
STORED, DEFLATED = 0, 8
ENCRYPTED = 1
#: What files of the old binary format, and encrypted ones, begin with.
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
SAVE_ANEW = "open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
DO_NOT_OPEN = "this is no workbook that people fill in: ask its sender what it is"


@define(slots=False)
class ZipParts:
    """The parts of a zip file whose list has been found sound.

    Parameters
    ----------
    content
        The whole file.
    file
        Its name.

    Raises
    ------
    InvalidFileError
        For what is no zip file, is cut off or encrypted, has too many parts, parts of one name,
        or names that lead out of the file.
    """

    content: bytes = field(repr=False)
    file: Path
    unpacked: int = 0
    parts: dict[str, zipfile.ZipInfo] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a file whose list of parts is not sound."""
        if self.content.startswith(COMPOUND):
            if ENCRYPTED_PART in self.content:
                raise refused_file(self.file, "is encrypted", "save it without a password")
            raise refused_file(self.file, "is in the old binary format (.xls) of Excel", SAVE_ANEW)
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
                self.parts = {each.filename: each for each in archive.infolist()}
                names = [each.orig_filename for each in archive.infolist()]
        # Besides its own error, zipfile lets through what hostile offsets, names, sizes and
        # versions make of the list of parts.
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error):
            cut = self.content.startswith(b"PK")
            what = "is cut off or damaged" if cut else "is no Excel workbook (.xlsx)"
            mend = "copy or download it again" if cut else SAVE_ANEW
            raise refused_file(self.file, what, mend) from None
        self._check(names)

    def _check(self, names: list[str]) -> None:
        if len(names) > MOST_PARTS:
            raise refused_file(self.file, f"has {len(names)} parts, over {MOST_PARTS}", DO_NOT_OPEN)
        folded = {name.casefold() for name in names}
        if len(folded) < len(names):
            raise refused_file(self.file, "has several parts of one name", DO_NOT_OPEN)
        for name in names:
            steps = name.split("/")
            if name.startswith("/") or ".." in steps or {"\\", ":", "\0"} & set(name):
                raise refused_file(self.file, f"has a part called {name[:80]!r}", DO_NOT_OPEN)
        for each in self.parts.values():
            if each.flag_bits & ENCRYPTED:
                raise refused_file(self.file, "is encrypted", "save it without a password")
            if each.compress_type not in {STORED, DEFLATED}:
                raise refused_file(
                    self.file, "is packed in a way that workbooks are not", SAVE_ANEW
                )

    def pieces(self, name: str) -> Iterator[bytes]:
        """Unpack a part, a piece at a time; what its size is said to be is not believed.

        Parameters
        ----------
        name
            Of the part.

        Raises
        ------
        InvalidFileError
            When it is damaged, or unpacks to more than is safe.
        """
        packed = self._packed(name)
        if self.parts[name].compress_type == STORED:
            for start in range(0, len(packed), PIECE):
                yield self._counted(bytes(packed[start : start + PIECE]))
            return
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for start in range(0, len(packed), STEP):
                left: bytes | memoryview = packed[start : start + STEP]
                while len(left) > 0 and not unpacking.eof:
                    yield self._counted(unpacking.decompress(left, PIECE))
                    left = unpacking.unconsumed_tail
            # What is still held back is less than a piece.
            yield self._counted(unpacking.flush())
        except zlib.error:
            raise self._damaged() from None
        if not unpacking.eof:
            raise self._damaged()

    def whole(self, name: str) -> bytes:
        """Unpack a small part.

        Parameters
        ----------
        name
            Of the part; one that is missing is empty.
        """
        return b"".join(self.pieces(name)) if name in self.parts else b""

    def _packed(self, name: str) -> memoryview:
        """Find the bytes of a part behind its own header."""
        part, view = self.parts[name], memoryview(self.content)
        try:
            header = LOCAL_HEADER.unpack_from(self.content, part.header_offset)
        except struct.error:
            raise self._damaged() from None
        first = part.header_offset + LOCAL_HEADER.size + header[-2] + header[-1]
        if header[0] != b"PK\x03\x04" or first + part.compress_size > len(self.content):
            raise self._damaged()
        return view[first : first + part.compress_size]

    def _counted(self, piece: bytes) -> bytes:
        self.unpacked += len(piece)
        if self.unpacked > MOST_UNPACKED:
            what = f"unpacks to more than {MOST_UNPACKED // MIB} MiB"
            raise refused_file(self.file, what, DO_NOT_OPEN)
        if self.unpacked > max(SMALL, STEEPEST * len(self.content)):
            what = f"unpacks to more than {STEEPEST} times its size"
            raise refused_file(self.file, what, DO_NOT_OPEN)
        return piece

    def _damaged(self) -> InvalidFileError:
        return refused_file(self.file, "is cut off or damaged", "copy or download it again")

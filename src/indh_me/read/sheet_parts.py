"""In which part of a workbook each sheet stands."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from .safety import refused_file
from .workbook_scan import SHEETS
from .zip_parts import SAVE_ANEW, ZipParts

__all__ = ["sheet_parts"]

BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
Attributes = Mapping[str, str]


def sheet_parts(parts: ZipParts) -> Mapping[str, str]:
    """Map names of sheets to names of parts.

    Parameters
    ----------
    parts
        Of the file, after they were looked through: there is no document type in them.

    Raises
    ------
    InvalidFileError
        When the list of sheets is damaged, or names a part that is no XML file.
    """
    sheets: dict[str, str] = {}
    targets: dict[str, str] = {}
    twice: set[str] = set()

    def sheet(tag: str, attributes: Attributes) -> None:
        if _local(tag) == "sheet":
            relation = next((word for key, word in attributes.items() if _local(key) == "id"), "")
            name = attributes.get("name", "")
            twice.update({relation} if name in sheets else ())
            sheets[name] = relation

    def relation(tag: str, attributes: Attributes) -> None:
        if _local(tag) == "Relationship":
            key = attributes.get("Id", "")
            twice.update({key} & set(targets))
            targets[key] = attributes.get("Target", "")

    _parse(parts, BOOK, sheet)
    _parse(parts, RELATIONS, relation)
    for name, key in sheets.items():
        # Other parts were not searched for cells that are too far away.
        if key in twice or not targets.get(key, SHEETS).lower().endswith(SHEETS):
            what = f"has its sheet {name[:80]!r} in an odd place"
            raise refused_file(parts.file, what, SAVE_ANEW)
    return {
        name: target.removeprefix("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
        for name, key in sheets.items()
        if (target := targets.get(key)) is not None
    }


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _parse(parts: ZipParts, name: str, start: Callable[[str, Attributes], None]) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    content = parts.whole(name)
    if content == b"":
        raise refused_file(parts.file, "is no Excel workbook (.xlsx): it has no sheets", SAVE_ANEW)
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError:
        raise refused_file(parts.file, f"is damaged in {name!r}", SAVE_ANEW) from None

"""Draw the rooms of the package and the arrows between them, from its imports.

Run it when an import has come or gone: ``python docs/draw_rooms.py``. A test holds the picture to
the code. Floors are those that import-linter checks, in ``pyproject.toml``.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path

__all__ = ["arrows", "floors", "picture"]

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "indh_me"
PICTURE = ROOT / "docs" / "pictures" / "rooms.svg"

#: The package itself, which hands out what the rooms have; it stands above them.
HALL = "indh_me"
#: Where the hall stands: below the rooms that go through it.
BELOW = ("__main__", "cli", "testing")

COLOURS = ("#8a3d12", "#1f5f99", "#2a6f4e", "#7a2f6b", "#8a6a00", "#4b4f9c", "#a1303f", "#41686b")
BOX, LANE, PORT, GAP, FLOOR = 150, 18, 13, 14, 34


def floors() -> list[list[str]]:
    """Return the rooms of each floor, from the highest to the lowest, with the hall among them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        each for each in settings["tool"]["importlinter"]["contracts"] if each["id"] == "layers"
    )
    found = [re.findall(r"\w+", layer) for layer in contract["layers"]]
    at = max(number for number, rooms in enumerate(found) if set(rooms) & set(BELOW)) + 1
    return [*found[:at], [HALL], *found[at:]]


def arrows() -> set[tuple[str, str]]:
    """Return the pairs of rooms of which the first imports from the second."""
    return {
        (room, other)
        for file in [*PACKAGE.rglob("*.py"), PACKAGE / "__init__.pyi"]
        for room in [_room(file.relative_to(PACKAGE).with_suffix("").parts)]
        for other in _imported(file)
        if room != other
    }


def _room(parts: tuple[str, ...]) -> str:
    """Return the room of a module, given its path in the package."""
    return HALL if not parts or parts[0] == "__init__" else parts[0]


def _imported(file: Path) -> Iterator[str]:
    """Yield the rooms that a module imports from, wherever in it the import stands."""
    package = (HALL, *file.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            paths = [tuple(each.name.split(".")) for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = tuple((node.module or "").split(".")) if node.module else ()
            paths = [(*above, *module, each.name) for each in node.names]
        else:
            continue
        rooms = {path.name for path in PACKAGE.iterdir()} | {
            path.stem for path in PACKAGE.glob("*.py")
        }
        for top, *inner in paths:
            if top == HALL:
                yield inner[0] if inner and inner[0] in rooms else HALL


def picture() -> str:
    """Return the picture as SVG: a box for each room, a lane for what it imports.

    A lane leaves its room on the right, runs down, and ends in an arrow at each room below.
    """
    storeys, pairs = floors(), arrows()
    order = [room for rooms in storeys for room in rooms]
    sources = [room for room in order if any(room == source for source, _ in pairs)]
    lanes = {room: FLOOR + BOX + LANE * (2 + at) for at, room in enumerate(reversed(sources))}
    width, y, tops, ports, drawn = max(lanes.values()) + LANE, GAP, {}, {}, []
    for number, rooms in zip(range(len(storeys), 0, -1), storeys, strict=True):
        top = y
        for room in rooms:
            into = [source for source in sources if (source, room) in pairs]
            height = max(30, PORT * (len(into) + 1))
            tops[room] = (y, height)
            # The nearest source comes last: its lane is the innermost, and crosses the fewest.
            for at, source in enumerate(into):
                ports[source, room] = y + height * (at + 1) / (len(into) + 1)
            y += height + GAP
        drawn.append(
            f'<rect x="4" y="{top - 6}" width="{width - 8}" height="{y - top - 2}" class="floor"/>'
            f'<text x="14" y="{(top + y - GAP) / 2 + 4:.1f}" class="number">{number}</text>'
        )
    drawn.extend(
        _lane(source, lanes[source], tops, ports, COLOURS[order.index(source) % 8])
        for source in sources
    )
    for room, (top, height) in tops.items():
        drawn.append(
            f'<rect x="{FLOOR}" y="{top}" width="{BOX}" height="{height}" rx="4" class="room"/>'
            f'<text x="{FLOOR + BOX / 2}" y="{top + height / 2 + 4:.1f}" class="name">'
            f"{escape(room)}</text>"
        )
    body = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y}" width="{width}" '
        f'height="{y}" role="img" font-family="DejaVu Sans, Arial, sans-serif" font-size="13">\n'
        "<title>Rooms of indh_me, and which of them import from which</title>\n"
        "<style>.floor{fill:#f4f1ea}.room{fill:#fff;stroke:#333}.name{text-anchor:middle;"
        "font-family:DejaVu Sans Mono,monospace}.number{fill:#777;text-anchor:middle}"
        ".lane{fill:none;stroke-width:1.6}</style>\n"
        f'<rect width="{width}" height="{y}" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _lane(
    source: str,
    x: int,
    tops: dict[str, tuple[int, int]],
    ports: dict[tuple[str, str], float],
    colour: str,
) -> str:
    """Return what leaves a room: its lane, and an arrow into each room that it imports from."""
    edge, (top, height) = FLOOR + BOX, tops[source]
    # Above the arrows that come in, so that none lies on another.
    start = top + min(5, height / 4)
    ends = {room: y for (each, room), y in ports.items() if each == source}
    far = max(ends.values(), key=lambda y: abs(y - start))
    parts = [f'<path class="lane" stroke="{colour}" d="M{edge} {start}H{x}V{far:.1f}"/>']
    for room, y in ends.items():
        parts.append(
            f'<g data-from="{source}" data-to="{room}"><title>{source} imports from {room}</title>'
            f'<path class="lane" stroke="{colour}" d="M{x} {y:.1f}H{edge + 7}"/>'
            f'<path fill="{colour}" d="M{edge + 1} {y:.1f}l8 -4v8z"/></g>'
        )
    return "\n".join(parts)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")

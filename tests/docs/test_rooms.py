import re
import runpy
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def drawing() -> dict[str, Any]:
    """Return the names of the script that draws the rooms."""
    return runpy.run_path(str(DOCS / "draw_rooms.py"))


def test_picture_is_that_of_the_code(drawing: dict[str, Any]) -> None:
    """The picture of the rooms has the rooms and arrows that the imports make today."""
    drawn = (DOCS / "pictures" / "rooms.svg").read_text(encoding="utf-8")
    rooms = {room for floor in drawing["floors"]() for room in floor}

    assert rooms == set(re.findall(r'class="name">(\w+)</text>', drawn))
    assert drawing["arrows"]() == set(re.findall(r'data-from="(\w+)" data-to="(\w+)"', drawn))
    assert drawing["picture"]() == drawn, "run python docs/draw_rooms.py"


def test_every_arrow_points_down(drawing: dict[str, Any]) -> None:
    """No room imports from its own floor or one above."""
    floor = {room: at for at, rooms in enumerate(drawing["floors"]()) for room in rooms}

    assert [] == [
        (room, other) for room, other in drawing["arrows"]() if floor[room] >= floor[other]
    ]


def test_table_names_the_rooms_of_each_floor(drawing: dict[str, Any]) -> None:
    """The page of the design puts each room on its floor, and knows no other."""
    text = (DOCS / "explanation" / "design.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", text, re.MULTILINE)
    told = {(int(number), room) for number, rooms in rows for room in re.findall(r"\w+", rooms)}
    floors = drawing["floors"]()

    assert told == {(len(floors) - at, room) for at, rooms in enumerate(floors) for room in rooms}

"""Styles of cells, and the named ones that a monitoring workbook is made of."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, Self

from attrs import evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError, nearest

__all__ = [
    "CODE",
    "DATE",
    "FORMULA",
    "GROUP",
    "HEADING",
    "INPUT",
    "LINK",
    "LINKED_CODE",
    "NOTE",
    "PERCENT",
    "PLAIN",
    "PLAN",
    "STATUS",
    "SUBTITLE",
    "TEXT",
    "TITLE",
    "Horizontal",
    "Style",
    "Vertical",
    "status_style",
]

Horizontal = Literal["left", "centre", "right"]
Vertical = Literal["top", "middle", "bottom"]

COLOUR = re.compile(r"#[0-9A-F]{6}")
LONGEST_NUMBER_FORMAT = 255
DEEPEST_INDENT = 15
LARGEST_SIZE = 409


def _is_colour(_instance: object, attribute: Any, value: str | None) -> None:  # noqa: ANN401 - attrs' Attribute is generic
    if value is not None and COLOUR.fullmatch(value) is None:
        raise InvalidInputError(
            Fault(f"{value!r} is not a colour", attribute.name, "write it such as '#0B5394'")
        )


def _is_number_format(_instance: object, _attribute: object, value: str) -> None:
    if not 0 < len(value) <= LONGEST_NUMBER_FORMAT or not value.isprintable():
        raise InvalidInputError(
            Fault(f"{value!r} is not a number format", mend="write one such as '#,##0.0'")
        )


def _is_within(low: float, high: float) -> Any:  # noqa: ANN401 - a validator of any attribute
    def validate(_instance: object, attribute: Any, value: float) -> None:  # noqa: ANN401 - as above
        if not low <= value <= high:
            raise InvalidInputError(
                Fault(f"{value} is out of range", attribute.name, f"give {low} to {high}")
            )

    return validate


@frozen(kw_only=True, cache_hash=True)
class Style:
    """How a cell looks, and whether it may be changed on a protected sheet.

    Parameters
    ----------
    bold, italic, underline
        Of the font.
    colour, fill, border
        Of the text, of the ground, and of a thin line on all four sides, such as ``#0B5394``;
        `None` for black, none and none.
    number_format
        As spreadsheets write it, for example ``#,##0`` or ``0%``.
    horizontal, vertical
        `None` leaves it to the spreadsheet: text at the start of its reading direction,
        numbers at the end, both at the bottom.
    wrap
        Whether long text goes on in a second line.
    indent
        Steps of indentation, 0 to 15, from the side that the text is aligned to; the start of its
        reading direction when that is left to the spreadsheet.
    unlocked
        Whether the cell can be changed on a protected sheet.
    right_to_left
        Reading order of the text; `None` takes it from the first letter.
    size
        Of the font, in points.
    arabic
        Whether the font is chosen and marked for Arabic; Excel otherwise ignores it.

    Examples
    --------
    >>> PLAN.with_number_format("0.0").number_format
    '0.0'
    >>> str(INPUT)
    'on #FFF9DB, border #BFBFBF, #,##0, top, unlocked'
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str | None = field(default=None, validator=_is_colour)
    fill: str | None = field(default=None, validator=_is_colour)
    border: str | None = field(default=None, validator=_is_colour)
    number_format: str = field(default="General", validator=_is_number_format)
    horizontal: Horizontal | None = None
    vertical: Vertical | None = None
    wrap: bool = False
    indent: int = field(default=0, validator=_is_within(0, DEEPEST_INDENT))
    unlocked: bool = False
    right_to_left: bool | None = None
    size: float = field(default=11.0, converter=float, validator=_is_within(1, LARGEST_SIZE))
    arabic: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse an indent that has no side to count from."""
        if self.indent > 0 and self.horizontal == "centre":
            raise InvalidInputError(
                Fault("text in the centre has no indent", "indent", "align it left or right")
            )

    def with_number_format(self, number_format: str) -> Self:
        """Give the same style with another number format."""
        return evolve(self, number_format=number_format)

    def with_colours(self, *, colour: str | None = None, fill: str | None = None) -> Self:
        """Give the same style with other colours of text and ground."""
        return evolve(self, colour=colour, fill=fill)

    def with_lock(self, *, locked: bool) -> Self:
        """Give the same style, locked or not."""
        return evolve(self, unlocked=not locked)

    def with_alignment(
        self,
        horizontal: Horizontal | None = None,
        vertical: Vertical | None = None,
        *,
        wrap: bool = False,
        indent: int = 0,
    ) -> Self:
        """Give the same style with another place of the text in its cell."""
        return evolve(self, horizontal=horizontal, vertical=vertical, wrap=wrap, indent=indent)

    def with_reading_order(self, *, right_to_left: bool | None, arabic: bool = False) -> Self:
        """Give the same style for text that reads in another direction.

        Parameters
        ----------
        right_to_left
            `None` takes the direction from the first letter of each text.
        arabic
            Whether the font is chosen and marked for Arabic.
        """
        return evolve(self, right_to_left=right_to_left, arabic=arabic)

    def __str__(self) -> str:
        """List what differs from a plain cell."""
        said = [name for name in ("bold", "italic", "underline") if getattr(self, name)]
        if self.colour is not None:
            said.append(self.colour)
        if self.fill is not None:
            said.append(f"on {self.fill}")
        if self.border is not None:
            said.append(f"border {self.border}")
        if self.number_format != "General":
            said.append(self.number_format)
        said.extend(place for place in (self.horizontal, self.vertical) if place is not None)
        said.extend(name for name in ("wrap", "unlocked", "arabic") if getattr(self, name))
        if self.indent > 0:
            said.append(f"indent {self.indent}")
        if self.right_to_left is not None:
            said.append("right to left" if self.right_to_left else "left to right")
        if self.size != PLAIN.size:
            said.append(f"{self.size:g} pt")
        return ", ".join(said)


# Blue for the frame of the workbook, pale yellow for what is to be filled in. Nothing slants:
# Arabic has no italics.
NAVY = "#0B3C5D"
PALE_BLUE = "#DCE9F2"
PALE_YELLOW = "#FFF9DB"
WHITE = "#FFFFFF"
INK = "#222222"
GREY = "#595959"
LINE = "#BFBFBF"

PLAIN = Style()
TITLE = Style(bold=True, size=16, colour=NAVY, vertical="middle")
SUBTITLE = Style(size=11, colour=GREY, vertical="middle")
HEADING = Style(
    bold=True,
    colour=WHITE,
    fill=NAVY,
    border=LINE,
    horizontal="centre",
    vertical="middle",
    wrap=True,
)
GROUP = Style(bold=True, colour=NAVY, fill=PALE_BLUE, border=LINE, vertical="middle")
TEXT = Style(border=LINE, vertical="top", wrap=True)
CODE = Style(bold=True, border=LINE, vertical="top")
PLAN = Style(border=LINE, vertical="top", number_format="#,##0")
INPUT = Style(fill=PALE_YELLOW, border=LINE, vertical="top", number_format="#,##0", unlocked=True)
FORMULA = Style(border=LINE, vertical="top", number_format="#,##0")
PERCENT = Style(border=LINE, vertical="top", number_format="0%")
DATE = Style(border=LINE, vertical="top", horizontal="centre", number_format="yyyy\\-mm\\-dd")
NOTE = Style(size=9, colour=GREY, vertical="top", wrap=True)
LINK = Style(underline=True, colour="#0563C1", border=LINE, vertical="top", wrap=True)
LINKED_CODE = Style(bold=True, underline=True, colour="#0563C1", border=LINE, vertical="top")


def _status(fill: str, colour: str, *, bold: bool = False) -> Style:
    return Style(
        bold=bold,
        colour=colour,
        fill=fill,
        border=LINE,
        horizontal="centre",
        vertical="top",
    )


STATUS: Mapping[str, Style] = MappingProxyType(
    {
        "achieved": _status("#0B5394", WHITE, bold=True),
        "on_track": _status("#BBDDF2", "#0B2F4A"),
        "at_risk": _status("#FFE699", "#4A3A00"),
        "off_track": _status("#F09A54", "#331800", bold=True),
        "overdue": _status("#96290F", WHITE, bold=True),
        "not_due": _status(WHITE, GREY),
        "no_data": _status("#E4E4E4", "#404040"),
        "no_target": _status("#F2F2F2", GREY),
        "undefined": _status("#D0D0D0", INK),
    }
)
"""The style of each status, by its word.

Colours go from dark blue over yellow to dark red and differ in lightness as well as in hue, so
that they stay apart for readers with any colour blindness and on paper in black and white. The
word always stands in the cell: the colour is a second cue.
"""


def status_style(status: str) -> Style:
    """Give the style of a status.

    Raises
    ------
    InvalidInputError
        When no status has this word.

    Examples
    --------
    >>> status_style("at_risk").fill
    '#FFE699'
    """
    try:
        return STATUS[status]
    except KeyError:
        fault = Fault(f"no status is called {status!r}", mend=nearest(status, STATUS))
        raise InvalidInputError(fault) from None

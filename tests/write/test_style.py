import math
from collections.abc import Sequence
from itertools import combinations

import pytest

from indh_me.errors import InvalidInputError
from indh_me.write import style as styles
from indh_me.write.style import PLAIN, PLAN, STATUS, TEXT, Style, status_style

# What an eye without one kind of cone sees of linear red, green and blue: matrices of
# Machado, Oliveira and Fernandes (2009), severity 1.
VISION = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
JUDGEMENTS = ("achieved", "on_track", "at_risk", "off_track", "overdue")


def _linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """Contrast ratio of the Web Content Accessibility Guidelines 2.1."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _lab(colour: str, matrix: Sequence[Sequence[float]]) -> list[float]:
    seen = _linear(colour)
    rgb = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, seen, strict=True)))) for row in matrix]
    white = (0.95047, 1.0, 1.08883)
    to_xyz = (
        (0.4124, 0.3576, 0.1805),
        (0.2126, 0.7152, 0.0722),
        (0.0193, 0.1192, 0.9505),
    )
    xyz = [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in to_xyz]
    f = [
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (value / whole for value, whole in zip(xyz, white, strict=True))
    ]
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]


def _distance(one: str, other: str, matrix: Sequence[Sequence[float]]) -> float:
    """CIE 1976 colour difference; 2.3 is just noticeable side by side."""
    pairs = zip(_lab(one, matrix), _lab(other, matrix), strict=True)
    return math.hypot(*(a - b for a, b in pairs))


def _named_styles() -> list[tuple[str, Style]]:
    named = [(name, getattr(styles, name)) for name in styles.__all__]
    return [(name, style) for name, style in named if isinstance(style, Style)] + list(
        STATUS.items()
    )


@pytest.mark.parametrize("vision", VISION)
def test_judgements_stay_apart_for_every_eye(vision: str) -> None:
    """The grounds of the five judgements differ plainly, also to a colour-blind reader."""
    fills = [STATUS[word].fill for word in JUDGEMENTS]

    nearest = min(_distance(str(a), str(b), VISION[vision]) for a, b in combinations(fills, 2))

    assert nearest > 20


@pytest.mark.parametrize(("name", "style"), _named_styles(), ids=lambda value: str(value)[:20])
def test_text_stands_out_from_its_ground(name: str, style: Style) -> None:
    """Text of every named style has the contrast of 4.5 to 1 that accessibility asks for."""
    contrast = _contrast(style.colour or "#000000", style.fill or "#FFFFFF")

    assert contrast >= 4.5, name


def test_every_status_has_its_own_look() -> None:
    """No two statuses look alike."""
    assert len(STATUS) == len(set(STATUS.values()))


def test_status_is_found_by_its_word() -> None:
    """A misspelt status is refused with the nearest one."""
    with pytest.raises(InvalidInputError, match="did you mean 'overdue'"):
        status_style("overdu")


def test_only_inputs_are_unlocked() -> None:
    """Of all named styles, the one for figures to be filled in is the only unlocked one."""
    unlocked = {name for name, style in _named_styles() if style.unlocked}

    assert {"INPUT"} == unlocked


@pytest.mark.parametrize("colour", ["red", "#FFF", "#ff0000", "#GG0000", ""])
def test_colour_is_six_hexadecimal_digits(colour: str) -> None:
    """A colour is written one way only."""
    with pytest.raises(InvalidInputError, match="is not a colour"):
        Style(fill=colour)


@pytest.mark.parametrize("number_format", ["", "0" * 256, "0\n"])
def test_number_format_is_a_short_line(number_format: str) -> None:
    """An empty, endless or broken number format is refused."""
    with pytest.raises(InvalidInputError, match="is not a number format"):
        PLAIN.with_number_format(number_format)


def test_size_and_indent_have_bounds() -> None:
    """Sizes and indents that spreadsheets refuse are refused."""
    with pytest.raises(InvalidInputError, match="out of range"):
        Style(size=0)
    with pytest.raises(InvalidInputError, match="out of range"):
        TEXT.with_alignment(indent=16)


def test_centred_text_has_no_indent() -> None:
    """An indent is counted from a side, so centred text has none."""
    with pytest.raises(InvalidInputError, match="has no indent"):
        TEXT.with_alignment("centre", indent=1)


def test_changing_a_style_gives_another() -> None:
    """The methods that change a style leave it as it was and change what they say."""
    changed = (
        PLAN.with_number_format("0.0")
        .with_lock(locked=False)
        .with_colours(colour="#111111", fill="#EEEEEE")
        .with_alignment("right", "middle", wrap=True, indent=2)
        .with_reading_order(right_to_left=True, arabic=True)
    )

    expected = Style(
        border=PLAN.border,
        number_format="0.0",
        unlocked=True,
        colour="#111111",
        fill="#EEEEEE",
        horizontal="right",
        vertical="middle",
        wrap=True,
        indent=2,
        right_to_left=True,
        arabic=True,
    )
    assert expected == changed
    assert PLAN.number_format == "#,##0"


def test_equal_styles_are_one_key() -> None:
    """Styles made apart with the same traits are equal and hash alike."""
    one, other = Style(bold=True, size=12), Style(size=12.0, bold=True)

    assert {one: "found"}[other] == "found"


def test_style_tells_what_is_not_plain() -> None:
    """As text a style lists its traits, a plain one none."""
    style = Style(
        bold=True,
        colour="#111111",
        horizontal="left",
        wrap=True,
        indent=1,
        right_to_left=False,
        size=14,
    )

    assert "bold, #111111, left, wrap, indent 1, left to right, 14 pt" == str(style)
    assert str(PLAIN) == ""

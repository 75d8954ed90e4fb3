import pytest

from indh_me.read.markup_piece import MarkupPiece


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<a>words</a>", 8),
        (b"words and more</a>", 14),
        (b"no tag at all", 13),
        (b"<", 1),
    ],
)
def test_longest(content: bytes, expected: int) -> None:
    """The longest stretch between tags counts from either end of the piece too."""
    assert expected == MarkupPiece(content).longest


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<a/><!DOCTYPE a>", True),
        (b"<!-- <!ENTITY> -->", True),
        (b"<!-- by hand --><![CDATA[x]]>", False),
        (b"<a>!</a><", False),
    ],
)
def test_declarations(content: bytes, expected: bool) -> None:  # noqa: FBT001 - from a table
    """Whatever could be a declaration counts as one, even inside a comment."""
    assert expected is MarkupPiece(content).declares()


@pytest.mark.parametrize(
    ("content", "errors", "prefixes"),
    [
        (b'<c r="A1" t="e"/>', True, False),
        (b"<c r='A1' t='e'/>", True, False),
        (b'<c r="e1" t="s"/>', False, False),
        (b'<x:c r="A1"/>', False, True),
        (b'<row spans="1:28"/>', False, False),
    ],
)
def test_what_to_look_for(
    content: bytes,
    errors: bool,  # noqa: FBT001 - from a table
    prefixes: bool,  # noqa: FBT001 - from a table
) -> None:
    """Pieces without errors, and without prefixes, are known without a closer look."""
    piece = MarkupPiece(content)

    assert (errors, prefixes) == (piece.may_have_errors(), piece.may_have_prefixes())

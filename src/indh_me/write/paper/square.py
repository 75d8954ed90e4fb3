"""Square codes (QR) that tell a machine which form a page is of."""

from indh_me.errors import Fault, OutputError

__all__ = ["square_code"]

INSTALL = "install the extra: pip install 'indh-me[paper]', or leave paper out"


def square_code(text: str) -> tuple[str, ...]:
    """Give the rows of a QR code, ``1`` for a dark module, without a margin.

    Parameters
    ----------
    text
        What it says.

    Raises
    ------
    OutputError
        When segno is not installed.

    Examples
    --------
    >>> rows = square_code("session-end 2026112301 fr")
    >>> len(rows), rows[0][:7]
    (25, '1111111')
    """
    try:
        import segno  # noqa: PLC0415 - only paper forms need it
    except ImportError:
        raise OutputError(Fault("the package segno is not installed", mend=INSTALL)) from None
    code = segno.make(text, micro=False, error="m", boost_error=False)
    return tuple("".join("1" if module else "0" for module in row) for row in code.matrix)

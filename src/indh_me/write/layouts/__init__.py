"""Forms of the monitoring workbook: each says which sheets it has, in which order.

A layout is a function from `Content` to a `Book`, listed in `LAYOUTS` by its name.
"""

from collections.abc import Callable, Mapping

from indh_me.write.content import Content
from indh_me.write.grid import Book

from .itt import indicator_tracking_table

__all__ = ["LAYOUTS"]

#: Layouts by name.
LAYOUTS: Mapping[str, Callable[[Content], Book]] = {"itt": indicator_tracking_table}

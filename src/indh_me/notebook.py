"""How values show themselves in a notebook, though what draws them stands floors above them.

A notebook asks a value for its ``_repr_html_``. Values live in ``model`` and ``compute``, HTML is
made in ``write``, and imports point down only: so the hall, which knows all rooms, writes here by
name what makes the HTML, and it is imported when the first value is shown.
"""

__all__ = ["ShownInNotebook"]


class ShownInNotebook:
    """What notebooks show as HTML; without what makes it, they show the text of the value.

    Attributes
    ----------
    shown_by
        What makes the HTML of a value, as ``module:function``; `None` for nothing.

    Examples
    --------
    >>> class Shown(ShownInNotebook):
    ...     shown_by = "builtins:repr"
    ...
    ...     def __repr__(self) -> str:
    ...         return "<b>12</b>"
    >>> Shown()._repr_html_()
    '<b>12</b>'
    """

    __slots__ = ()

    shown_by: str | None = None

    def _repr_html_(self) -> str | None:
        """Give the value as HTML; `None` lets the notebook show its text."""
        if self.shown_by is None:
            return None
        from pkgutil import resolve_name  # noqa: PLC0415 - the import of the package is instant

        html: str = resolve_name(self.shown_by)(self)
        return html

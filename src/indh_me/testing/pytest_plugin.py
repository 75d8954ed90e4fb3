"""Plugin."""

__all__: list[str] = []

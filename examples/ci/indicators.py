"""Indicators that this programme computes in its own way."""

__all__ = ["people_by_year", "progress", "share_applying"]


def progress(
    actual: float | None, target: float | None, baseline: float | None, direction: str
) -> float | None:
    """Compute how much of the way to a target is gone: 1 is all of it."""
    if actual is None or target is None:
        return None
    if baseline is None:
        # Without a start, only what should grow from nothing can be judged.
        return actual / target if direction == "increase" and target != 0 else None
    if target == baseline:
        return None
    return (actual - baseline) / (target - baseline)


def people_by_year(values: list[float | None]) -> float | None:
    """Add up the people trained in each year; a year without a report says nothing."""
    reported = [value for value in values if value is not None]
    return sum(reported) if reported else None


def share_applying(values: list[tuple[float, float] | None]) -> float | None:
    """Pool the surveys of several years: who applies what was learned, of all who answered."""
    surveys = [value for value in values if value is not None]
    asked = sum(denominator for _, denominator in surveys)
    return 100 * sum(numerator for numerator, _ in surveys) / asked if asked else None

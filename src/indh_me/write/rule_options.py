"""What XlsxWriter is told about validations and conditions."""

from datetime import date

from .cell_faults import FIRST_DAY
from .sheet import Condition, Validation

__all__ = ["condition_options", "validation_options"]

MOST = 1e300  # A bound that no figure reaches, for "any number".


def validation_options(validation: Validation) -> dict[str, object]:
    """Give what XlsxWriter is told about a validation.

    Examples
    --------
    >>> from indh_me.write.address import Block
    >>> validation_options(Validation(Block(0, 0, 0, 0), kind="decimal", low=0))["minimum"]
    0
    """
    options: dict[str, object] = {
        "validate": validation.kind,
        "error_type": validation.severity,
    }
    texts = {
        "input_title": validation.title,
        "input_message": validation.message,
        "error_title": validation.error_title,
        "error_message": validation.error,
    }
    options |= {key: text for key, text in texts.items() if text != ""}
    if validation.source is not None:
        options["source"] = f"={validation.source.reference}"
    elif validation.kind != "any":
        is_date = validation.kind == "date"
        lowest: float | date = FIRST_DAY if is_date else -MOST
        highest: float | date = date.max if is_date else MOST
        options |= {
            "criteria": "between",
            "minimum": lowest if validation.low is None else validation.low,
            "maximum": highest if validation.high is None else validation.high,
        }
    return options


def condition_options(condition: Condition) -> dict[str, object]:
    """Give what XlsxWriter is told about when a condition holds.

    Examples
    --------
    >>> from indh_me.write.address import Block
    >>> from indh_me.write.style import HEADING
    >>> condition_options(Condition(Block(0, 0, 0, 0), HEADING, text="Done"))["value"]
    '"Done"'
    """
    if condition.text is None:
        return {"type": "formula", "criteria": condition.formula}
    literal = condition.text.replace('"', '""')
    return {"type": "cell", "criteria": "==", "value": f'"{literal}"'}

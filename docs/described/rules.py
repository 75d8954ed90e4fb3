"""What the linters say of their rules."""

from indh_me.compute.check import RULES
from indh_me.survey.lint import FORM_RULES

from .markdown import prose, table

__all__ = ["rule_markdown", "rules_markdown"]

HEAD = ("Rule", "Name", "Severity", "What it finds")


def rules_markdown(linter: str) -> str:
    """List the rules of a linter, each with a link to what is said of it.

    Parameters
    ----------
    linter
        `check` for frameworks and data, whose rules have pages; `form` for forms, whose rules have
        sections on the page of the list.
    """
    rules, address = {
        "check": (RULES, "../rules/{0.id}.md"),
        "form": (FORM_RULES, "#{id}-{0.name}"),
    }[linter]
    return table(
        HEAD,
        (
            (
                f"[{each.id}]({address.format(each, id=each.id.lower())})",
                each.name,
                each.severity.value,
                prose(each.about),
            )
            for each in rules
        ),
    )


def rule_markdown(name: str) -> str:
    """Say how much a rule of forms matters, and what it finds.

    Parameters
    ----------
    name
        Its id.
    """
    (rule,) = (each for each in FORM_RULES if each.id == name)
    found = f"{rule.about[0].upper()}{rule.about[1:]}."
    return f"Severity: {rule.severity.value}. {prose(found)}"

"""What a rule of forms is, and the search that goes with it."""

from collections.abc import Callable, Iterator

from indh_me.compute import Finding, Rule

from .subject import FormSubject

__all__ = ["FormCheck", "FormSearch"]

#: Finds what a rule is about.
FormSearch = Callable[[FormSubject], Iterator[Finding]]
#: A rule, and the search that finds what it is about.
FormCheck = tuple[Rule, FormSearch]

"""Rules about codes: which can be mistaken for each other, and which are left out."""

import re
from collections.abc import Collection, Iterable, Iterator

from indh_me.errors import key_path
from indh_me.model import Framework

from .finding import Finding, Severity
from .rule import Check, Rule, of_framework

__all__ = ["CHECKS", "codes_alike", "numbering_gaps"]

ALIKE = Rule(
    "ME027",
    "codes-look-alike",
    Severity.WARNING,
    "two codes differ only in small and capital letters, leading zeros or separators",
)
GAP = Rule(
    "ME028",
    "numbering-gap",
    Severity.INFO,
    "the codes below one result leave out a number",
)

SEPARATORS = re.compile(r"[._-]+")
LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
DIGITS = "0123456789"
#: Longer numbers are years, or come from somebody's register.
MOST_DIGITS = 3
#: From how many numbers on one can see that they are numbered in a row.
FEWEST = 3
SHOWN = 8


def codes_alike(framework: Framework) -> Iterator[Finding]:
    """Find codes of one kind that a reader, or a spreadsheet, takes for one another."""
    for section in ("sources", "results", "indicators", "dimensions"):
        codes = [part.code for part in getattr(framework, section)]
        for code, other in _alike(codes):
            yield _taken_for(
                section.removesuffix("s"),
                code,
                other,
                place=key_path(section, code),
                indicator=code if section == "indicators" else None,
            )
    for dimension in framework.dimensions:
        for code, other in _alike(dimension.codes):
            place = key_path("dimensions", dimension.code, "categories", code)
            yield _taken_for(f"category of {dimension.code}", code, other, place=place)


def _alike(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each code that looks like one before it in the alphabet, with that one."""
    looks = {code: _look(code) for code in codes}
    if len(set(looks.values())) == len(looks):
        return
    seen: dict[str, str] = {}
    for code in sorted(looks):
        first = seen.setdefault(looks[code], code)
        if first != code:
            yield code, first


def _look(code: str) -> str:
    look = SEPARATORS.sub("-", code.casefold())
    return LEADING_ZEROS.sub("", look) if "0" in look else look


def _taken_for(
    noun: str, code: str, other: str, *, place: str, indicator: str | None = None
) -> Finding:
    return ALIKE.found(
        place=place,
        message=f"{noun} '{code}' looks like '{other}'",
        mend="rename one of the two, so that nobody and no spreadsheet takes them for one",
        indicator=indicator,
    )


def numbering_gaps(framework: Framework) -> Iterator[Finding]:
    """Find numbers that the codes of siblings leave out, and that no other code has."""
    gaps = list(_gaps(framework))
    if not gaps:
        return
    known = set(_all_codes(framework))
    for section, after, missing in gaps:
        names = [f"'{code}'" for code in missing if code not in known]
        if names:
            more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
            yield GAP.found(
                place=key_path(section, after),
                message=f"the numbering leaves out {', '.join(names[:SHOWN])}{more}",
                mend="number without gaps, or say in a note what became of it",
                indicator=after if section == "indicators" else None,
            )


def _all_codes(framework: Framework) -> Iterator[str]:
    """Give the codes of results, indicators and targets: one row of numbers may run over all."""
    yield from (each.code for each in framework.results)
    for indicator in framework.indicators:
        yield indicator.code
        yield from (each.code for each in indicator.targets if each.code is not None)


def _gaps(framework: Framework) -> Iterator[tuple[str, str, list[str]]]:
    """Give the codes that rows of siblings leave out, with the section and the code after."""
    for section, siblings in (
        ("results", [(each.parent, each.code) for each in framework.results]),
        ("indicators", [(each.result, each.code) for each in framework.indicators]),
    ):
        rows: dict[tuple[str | None, str], list[str]] = {}
        for above, code in siblings:
            prefix = code.rstrip(DIGITS)
            if 0 < len(code) - len(prefix) <= MOST_DIGITS:
                rows.setdefault((above, prefix), []).append(code)
        for (_, prefix), codes in rows.items():
            by_number = {int(code[len(prefix) :]): code for code in sorted(codes)}
            missing = _missing(by_number)
            if missing:
                after = min(number for number in by_number if number > missing[0])
                digits = min(map(len, codes)) - len(prefix)
                left_out = [f"{prefix}{number:0{digits}}" for number in missing]
                yield section, by_number[after], left_out


def _missing(numbers: Collection[int]) -> list[int]:
    """Give the numbers left out of a row; none where so many are that there is no row: 10, 20."""
    first, last = min(numbers), max(numbers)
    left_out = last - first + 1 - len(numbers)
    if len(numbers) < FEWEST or left_out * 2 > len(numbers):
        return []
    return [number for number in range(first, last) if number not in numbers]


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (ALIKE, of_framework(codes_alike)),
    (GAP, of_framework(numbering_gaps)),
)

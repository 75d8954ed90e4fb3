"""Mistakes of forms, each a changed cell of the good one, with the rule that must find it."""

from attrs import frozen

from xlsforms import AR, EN, FR, GOOD, Sheets, changed

__all__ = ["SEEDS", "Seed", "cell_of", "seeded"]

HEAD = ""
#: Marks of words that are longer than a name may be.
LONG = "a" * 21


@frozen
class Seed:
    """A mistake: the rule that must find it, the cell and what is written there.

    Parameters
    ----------
    rule
        Its id.
    sheet, row, column
        Where the change is: the row by its name, or list and code; the header has none.
    text
        What is written there.
    found
        Where the finding is, when it is not there.
    """

    rule: str
    sheet: str
    row: str
    column: str
    text: str
    found: tuple[str, str, str] | None = None


def _row(sheets: Sheets, sheet: str, row: str) -> int:
    if row == HEAD:
        return 0
    columns = ("list_name", "name") if sheet == "choices" else ("name",)
    head, *body = sheets[sheet]
    if sheet == "settings":
        return 1
    keys = ["/".join(each[head.index(column)] for column in columns) for each in body]
    return keys.index(row) + 1


def _at(sheets: Sheets, sheet: str, row: str, column: str) -> tuple[int, int]:
    return _row(sheets, sheet, row), sheets[sheet][0].index(column)


def seeded(seed: Seed) -> Sheets:
    """Give the good form with one mistake."""
    at = _at(GOOD, seed.sheet, seed.row, seed.column)
    return changed(GOOD, seed.sheet, *at, seed.text)


def cell_of(seed: Seed) -> str:
    """Give the cell in which a mistake must be found."""
    sheet, row, column = seed.found or (seed.sheet, seed.row, seed.column)
    number, at = _at(GOOD, sheet, row, column)
    return f"{sheet}!{chr(ord('A') + at)}{number + 1}"


S, C = "survey", "choices"
SEEDS = [
    # What pyxform and ODK Validate pass over in silence (and the few that they warn of).
    Seed("SV026", S, "age", f"label::{AR}", ""),
    Seed("SV026", C, "agree/2", f"label::{EN}", ""),
    Seed("SV026", S, "consent", f"hint::{FR}", ""),
    Seed("SV022", "settings", "x", "default_language", "Francais (fr)"),
    Seed("SV003", S, HEAD, "relevant", "relavant"),
    Seed("SV010", S, "province", "appearance", "minimall"),
    Seed("SV005", "settings", HEAD, "style", "styel"),
    Seed("SV040", S, "province", "choice_filter", "regoin = ${region}"),
    Seed("SV062", S, "age", "default", "abc"),
    Seed("SV063", S, "recommend", "parameters", "start=0 end=10 step=3"),
    Seed("SV046", S, "region", "appearance", "likert"),
    # The others of the table.
    Seed("SV051", S, "channels_other", "relevant", "selected(${chanels}, 'other')"),
    Seed("SV017", S, "day", "name", "Pace", (S, "pace", "name")),
    Seed("SV031", S, "useful", "type", "select_one agre"),
    Seed("SV033", C, "agree/2", "name", "1"),
    Seed("SV035", C, "channels/poster", "name", "big poster"),
    Seed("SV049", S, "age", "constraint", ". = = 0"),
    Seed("SV049", S, "age", "constraint", "(. >= 0"),
    Seed("SV049", S, "code", "constraint", "regex(., '^[A-Z]{3}$)"),
    Seed("SV050", S, "household", "calculation", "colaesce(${children}, 0)"),
    Seed("SV060", S, "age", "relevant", "${age} > 3"),
    Seed("SV016", S, "day", "name", "يوم"),
    Seed("SV016", S, "day", "name", "journée"),
    Seed("SV013", S, "room", "type", "select_one satis or_other"),
    # The rest, in the order of rules.
    Seed("SV004", S, HEAD, "parameters", "Appearance"),
    Seed("SV006", "settings", "x", "form_title", ""),
    Seed("SV007", "settings", "x", "form_id", ""),
    Seed("SV008", "settings", "x", "version", ""),
    Seed("SV008", "settings", "x", "version", "2026133101"),
    Seed("SV008", "settings", "x", "version", "1.2"),
    Seed("SV009", S, "age", "type", "intger"),
    Seed("SV009", S, "thanks", "type", ""),
    Seed("SV011", S, "recommend", "parameters", "start=0 end=10 stepp=2"),
    Seed("SV012", S, "day", "type", "score__row"),
    Seed("SV015", S, "day", "name", ""),
    Seed("SV018", S, "day", "name", LONG),
    Seed("SV023", "settings", "x", "default_language", ""),
    Seed("SV027", S, "age", f"label::{EN}", "-"),
    Seed("SV028", S, "consent", f"label::{AR}", "1. هل توافق؟"),
    Seed("SV028", S, "consent", f"label::{AR}", "${start} هل توافق؟"),
    Seed("SV029", S, "pace", f"label::{AR}", "إيقاع Workshop"),
    Seed("SV030", S, "pace", f"label::{AR}", "Bon rythme"),
    Seed("SV034", C, "agree/2", "list_name", ""),
    Seed("SV034", C, "yn/no", "name", ""),
    Seed("SV036", C, "satis/3", "name", "très"),
    Seed("SV038", C, "satis/3", "name", "99"),
    Seed("SV038", C, "satis/1", "name", "-99"),
    Seed("SV039", S, "channels", "constraint", ". != 'radio'"),
    Seed("SV041", C, "province/tanger", "region", "south", (S, "province", "choice_filter")),
    Seed("SV043", C, "agree/1", "name", "4", (C, "agree/3", "name")),
    Seed("SV045", C, "satis/3", f"label::{EN}", "Glad, and looking forward to the next one"),
    Seed("SV047", S, "pace", "type", "select_one satis"),
    Seed("SV052", S, "channels_other", "relevant", "selected(${channels}, other)"),
    Seed("SV052", S, "channels_other", "relevant", "age > 18"),
    Seed("SV053", S, "channels_other", "relevant", "${age}"),
    Seed("SV053", S, "channels_other", "relevant", "${age} + 1"),
    Seed("SV054", S, "channels_other", "relevant", "1 = 2"),
    Seed("SV054", S, "age", "constraint", "5 > 3"),
    Seed("SV055", S, "answers", "relevant", "${consent} = 'oui'"),
    Seed("SV055", S, "channels_other", "relevant", "selected(${channels}, 'others')"),
    Seed("SV056", S, "channels_other", "relevant", "not(${age})"),
    Seed("SV057", S, "code", "constraint", "regex(., '[A-Z]{3}')"),
    Seed("SV058", S, "household", "calculation", "${children} + 1"),
    Seed("SV059", S, "age", "relevant", "${region} = 'south'"),
    Seed("SV059", S, "age", f"label::{EN}", "How old, in ${region}?"),
    Seed("SV060", S, "household", "calculation", "coalesce(${household}, 0) + 1"),
    Seed("SV061", S, "children", "constraint", ". >= 0"),
    Seed("SV062", S, "day", "default", "23/11/2026"),
    Seed("SV062", S, "region", "default", "west"),
    Seed("SV063", S, "recommend", "parameters", "start=0 end=ten step=2"),
    Seed("SV063", S, "recommend", "parameters", "start=10 end=0 step=2"),
    Seed("SV064", S, "thanks", "required", "yes"),
    Seed("SV064", S, "household", "required", "true()"),
    Seed("SV065", S, "day", "required", "yes", (S, "day", "default")),
    Seed("SV066", S, "consent", "required", ""),
    Seed("SV067", S, "code", "constraint", "", (S, "code", f"constraint_message::{AR}")),
]

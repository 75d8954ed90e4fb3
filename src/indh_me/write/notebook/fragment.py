"""A piece of HTML that notebooks show as such: its look, its language and its direction."""

from collections.abc import Iterable

from indh_me.write.style import GREY, INK, LINE, NAVY, PALE_BLUE, WHITE
from indh_me.write.svg import element
from indh_me.write.words import Words

__all__ = ["Html", "fragment"]

FONTS = "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif"
#: Notebooks have looks of their own for tables, dark ones among them: every part of ours is said.
LOOK = f"""
.indh-me {{font: 13px/1.5 {FONTS}; color: {INK}; background: {WHITE}; padding: 12px 14px;
  text-align: start; max-width: 1100px; overflow-x: auto; border: 1px solid {LINE};
  border-radius: 4px}}
.indh-me div.title {{font-size: 16px; font-weight: 600; color: {NAVY}}}
.indh-me div.under {{color: {GREY}; margin: 0 0 8px}}
.indh-me div.heading {{font-weight: 600; margin: 10px 0 2px}}
.indh-me table.rows {{border-collapse: collapse; margin: 6px 0; color: {INK}; font-size: 13px;
  table-layout: auto; background: {WHITE}}}
.indh-me table.rows th, .indh-me table.rows td {{border: 1px solid {LINE}; padding: 3px 8px;
  text-align: start; vertical-align: middle; background: {WHITE}; white-space: normal;
  max-width: 26em}}
.indh-me table.rows thead th {{background: {NAVY}; color: {WHITE}; font-weight: 600}}
.indh-me table.rows tr.group td {{background: {PALE_BLUE}; color: {NAVY}; font-weight: 600}}
.indh-me table.rows .figure {{text-align: end; font-variant-numeric: tabular-nums}}
.indh-me table.rows td.code {{font-weight: 600}}
.indh-me table.rows td.code, .indh-me table.rows td.whole {{white-space: nowrap}}
.indh-me .status {{display: inline-block; padding: 0 8px; border: 1px solid {LINE};
  border-radius: 9px; white-space: nowrap}}
.indh-me div.counts .status {{margin-inline-end: 6px}}
.indh-me div.note, .indh-me pre {{color: {GREY}; margin: 2px 0}}
.indh-me pre {{white-space: pre-wrap; font: inherit; color: {INK}; background: {WHITE}}}
.indh-me svg {{vertical-align: middle; max-width: 100%; height: auto}}
.indh-me svg.bar {{margin-inline-start: 8px}}
.indh-me svg.bar, .indh-me svg.series {{max-width: none}}
""".strip()


class Html(str):
    """HTML as text, which a notebook shows when it is the last value of a cell.

    Examples
    --------
    >>> Html("<b>12</b>")._repr_html_()
    '<b>12</b>'
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Give the text itself."""
        return str(self)


def fragment(blocks: Iterable[str], words: Words) -> Html:
    """Put blocks of HTML together.

    Parameters
    ----------
    blocks
        Elements, already escaped.
    words
        Of the language that they are in.

    Examples
    --------
    >>> made = fragment(["<p>12</p>"], Words("ar"))
    >>> made.splitlines()[0], "<script" in made
    ('<div class="indh-me" lang="ar" dir="rtl">', False)
    """
    made = element(
        "div",
        f"<style>\n{LOOK}\n</style>",
        *blocks,
        class_="indh-me",
        lang=words.language,
        dir="rtl" if words.right_to_left else "ltr",
    )
    return Html(made + "\n")
